//! What a bot hears of people, with and without the message content intent.

use serde_json::json;

use crate::client::{Bot, INTENTS};
use crate::open;

#[tokio::test]
async fn without_the_intent_a_bot_reads_what_is_meant_for_it() {
    let sandbox = open().await;
    let mut bot = Bot::log_in(&sandbox).await;
    let ann = sandbox.member("ann");
    let secret = ann.say("general", "to everybody").unwrap();
    let heard = bot.event("MESSAGE_CREATE").await;
    assert_eq!(
        (&heard["content"], &heard["author"]["username"]),
        (&json!(""), &json!("ann"))
    );
    let general = bot.channel("general");
    let read = bot
        .get(&format!("/channels/{general}/messages/{}", secret.id))
        .await
        .ok();
    assert_eq!(read["content"], "", "neither does it over REST");

    let text = format!("{} where is it?", sandbox.bot().mention());
    ann.say("general", &text).unwrap();
    let heard = bot.event("MESSAGE_CREATE").await;
    assert_eq!(heard["content"], text);
    assert_eq!(heard["mentions"][0]["id"], bot.me());
    assert_eq!(heard["member"]["user"], json!(null), "a partial member");

    ann.dm("between us").unwrap();
    let heard = bot.event("MESSAGE_CREATE").await;
    assert_eq!(heard["content"], "between us");
    assert!(heard.get("guild_id").is_none());
    let direct = heard["channel_id"].as_str().unwrap();
    bot.say(direct, "it stays here").await;
    let seen = ann.sees(ann.direct().unwrap());
    assert_eq!(seen.last().unwrap().text, "it stays here");
}

#[tokio::test]
async fn with_the_intent_it_reads_everything() {
    let sandbox = open().await;
    sandbox.grant_privileged_intents();
    let mut bot = Bot::log_in_with(&sandbox, INTENTS | 1 << 15).await;
    sandbox
        .member("ann")
        .say("general", "to everybody")
        .unwrap();
    assert_eq!(bot.event("MESSAGE_CREATE").await["content"], "to everybody");
}

#[tokio::test]
async fn a_session_that_does_not_ask_for_the_intent_is_not_told_what_a_question_replies_to() {
    let sandbox = open().await;
    sandbox.grant_privileged_intents();
    let mut modest = Bot::log_in(&sandbox).await;
    let mut curious = Bot::log_in_with(&sandbox, INTENTS | 1 << 15).await;
    let (ann, ben) = (sandbox.member("ann"), sandbox.member("ben"));
    let secret = ann.say("general", "to everybody").unwrap();
    let text = format!("{} what is that?", sandbox.bot().mention());
    ben.reply(&secret, &text).unwrap();
    for (bot, told) in [(&mut modest, ""), (&mut curious, "to everybody")] {
        assert_eq!(bot.event("MESSAGE_CREATE").await["content"], told);
        let question = bot.event("MESSAGE_CREATE").await;
        assert_eq!(question["content"], text);
        assert_eq!(question["referenced_message"]["content"], told);
    }
}

#[tokio::test]
async fn what_the_bot_cannot_see_it_does_not_hear() {
    let sandbox = open().await;
    let mut bot = Bot::log_in(&sandbox).await;
    let name = sandbox.bot().mention();
    sandbox
        .helper()
        .say("staff", &format!("{name} not for you"))
        .unwrap();
    sandbox
        .helper()
        .say("general", &format!("{name} for you"))
        .unwrap();
    let heard = bot.event("MESSAGE_CREATE").await;
    assert!(
        heard["content"].as_str().unwrap().ends_with(" for you"),
        "{heard}"
    );
    assert_eq!(heard["channel_id"], bot.channel("general"));
}

#[tokio::test]
async fn a_bot_cannot_change_what_others_wrote() {
    let sandbox = open().await;
    let bot = Bot::log_in(&sandbox).await;
    let message = sandbox.member("ann").say("general", "mine").unwrap();
    let one = format!("/channels/{}/messages/{}", message.channel, message.id);
    assert_eq!(
        bot.patch(&one, &json!({"content": "yours"}))
            .await
            .refused(),
        (403, 50005)
    );
    assert_eq!(bot.delete(&one).await.refused(), (403, 50013));
    let helper = sandbox.helper();
    helper.delete(&message).unwrap();
    assert_eq!(bot.delete(&one).await.refused(), (404, 10008));
}

#[tokio::test]
async fn a_reply_pings_and_names_what_it_replies_to() {
    let sandbox = open().await;
    let mut bot = Bot::log_in(&sandbox).await;
    let ann = sandbox.member("ann");
    let general = bot.channel("general");
    let asked = ann.say("general", "a question").unwrap();
    bot.event("MESSAGE_CREATE").await;
    let path = format!("/channels/{general}/messages");
    let quiet = json!({
        "content": "an answer", "message_reference": {"message_id": asked.id},
        "allowed_mentions": {"parse": []},
    });
    let reply = bot.post(&path, &quiet).await.ok();
    assert_eq!(reply["type"], 19);
    assert_eq!(reply["referenced_message"]["id"], json!(asked.id));
    let seen = ann.sees("general");
    let seen = seen.last().unwrap();
    assert_eq!((seen.replies_to, seen.pings_me), (Some(asked.id), false));

    let loud = json!({"content": "hey", "message_reference": {"message_id": asked.id}});
    bot.post(&path, &loud).await.ok();
    assert!(ann.sees("general").last().unwrap().pings_me);
    let lost = json!({"content": "hey", "message_reference": {"message_id": "1"}});
    assert!(
        bot.post(&path, &lost)
            .await
            .problem()
            .starts_with("message_reference")
    );
    let anyway = json!({
        "content": "hey", "message_reference": {"message_id": "1", "fail_if_not_exists": false},
    });
    bot.post(&path, &anyway).await.ok();
}

#[tokio::test]
async fn people_react_and_edit_and_the_bot_hears_it() {
    let sandbox = open().await;
    let mut bot = Bot::log_in(&sandbox).await;
    let ann = sandbox.member("ann");
    let general = bot.channel("general");
    bot.say(&general, "vote").await;
    let vote = ann.sees("general").pop().unwrap();
    ann.react(&vote, "👍").unwrap();
    let added = bot.event("MESSAGE_REACTION_ADD").await;
    assert_eq!(added["user_id"], json!(ann.id()));
    assert_eq!(added["member"]["user"]["username"], "ann");
    ann.unreact(&vote, "👍").unwrap();
    bot.event("MESSAGE_REACTION_REMOVE").await;

    let text = format!("{} helo", sandbox.bot().mention());
    let said = ann.say("general", &text).unwrap();
    let better = text.replace("helo", "hello");
    ann.edit(&said, &better).unwrap();
    let update = bot.event("MESSAGE_UPDATE").await;
    assert_eq!(update["content"], better);
    ann.delete(&said).unwrap();
    assert_eq!(bot.event("MESSAGE_DELETE").await["id"], json!(said.id));
}
