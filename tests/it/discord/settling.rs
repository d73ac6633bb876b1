//! `/settings`: how the bot behaves in a channel.

use discord_sandbox::Person;
use lodestar::store::Mode;
use serde_json::{Value, json};

use super::stage::Stage;

const TEA: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");
const QUESTION: &str = "How is tea made?";

async fn tea_room() -> Stage {
    Stage::open(&[TEA]).await
}

/// What somebody is told for `/settings` in `#general`.
async fn told(person: &Person, options: &Value) -> String {
    let used = person.slash("general", "settings", options).unwrap();
    let answer = person.answer_to(&used).await.unwrap();
    assert!(answer.is_private, "{}", answer.text);
    answer.text
}

#[tokio::test]
async fn without_options_the_settings_are_shown() {
    let stage = tea_room().await;
    let (_, general) = stage.sandbox.find("general").unwrap();
    assert_eq!(
        told(&stage.sandbox.admin(), &json!({})).await,
        format!(
            "**Settings for <#{general}>**\nWhen I answer: when asked\n\
             Where answers go: into the channel"
        )
    );
}

#[tokio::test]
async fn what_is_set_is_confirmed_and_outlives_a_restart() {
    let mut stage = tea_room().await;
    let admin = stage.sandbox.admin();
    let text = told(&admin, &json!({ "answers-in": "In a thread" })).await;
    assert!(text.starts_with("Saved.\n"), "{text}");
    assert!(
        text.contains("Where answers go: into a thread of their own"),
        "{text}"
    );
    stage.restart().await;
    let text = told(&stage.sandbox.admin(), &json!({})).await;
    assert!(!text.contains("Saved."), "{text}");
    assert!(text.contains("into a thread of their own"), "{text}");
    let elsewhere = told(&admin, &json!({ "channel": "questions" })).await;
    assert!(elsewhere.contains("into the channel"), "{elsewhere}");
}

#[tokio::test]
async fn inside_of_a_thread_they_are_those_of_its_channel() {
    let stage = tea_room().await;
    let admin = stage.sandbox.admin();
    let thread = admin.start_public_thread("general", "chat").unwrap();
    let used = admin
        .slash(thread, "settings", &json!({ "mode": "Never" }))
        .unwrap();
    let answer = admin.answer_to(&used).await.unwrap().text;
    let (server, general) = stage.sandbox.find("general").unwrap();
    assert!(answer.contains(&format!("<#{general}>")), "{answer}");
    let stored = stage
        .app
        .store()
        .channel_settings(server.0, general.0)
        .await;
    assert_eq!(stored.mode, Mode::Off);
}

#[tokio::test]
async fn only_those_who_manage_the_server_may_set_anything() {
    let stage = tea_room().await;
    let ann = stage.ann();
    assert!(ann.slash("general", "settings", &json!({})).is_err());
    stage.sandbox.allow_command("settings", &ann).unwrap();
    let text = told(&ann, &json!({ "mode": "Never" })).await;
    assert_eq!(
        text,
        "Only members with the Manage Server permission can do that."
    );
    let (server, general) = stage.sandbox.find("general").unwrap();
    let stored = stage
        .app
        .store()
        .channel_settings(server.0, general.0)
        .await;
    assert_eq!(stored.mode, Mode::Asked);
}

#[tokio::test]
async fn where_it_is_turned_off_the_bot_answers_nobody_and_says_so_in_private() {
    let stage = tea_room().await;
    let (ann, admin) = (stage.ann(), stage.sandbox.admin());
    let text = told(&admin, &json!({ "mode": "Never" })).await;
    assert!(text.contains("When I answer: never"), "{text}");
    let (_, general) = stage.sandbox.find("general").unwrap();
    let off = format!("I am turned off in <#{general}>");

    let asked = stage.ask(QUESTION);
    let answer = ann.answer_to(&asked).await.unwrap();
    assert!(answer.is_private);
    assert!(answer.text.starts_with(&off), "{}", answer.text);

    ann.say("general", &format!("{} {QUESTION}", stage.bot()))
        .unwrap();
    let direct = ann.direct().unwrap();
    let told_so = || {
        ann.sees(direct)
            .into_iter()
            .find(|it| it.text.starts_with(&off))
    };
    stage.sandbox.until(told_so).await.unwrap();
    assert!(
        stage
            .sandbox
            .member("ben")
            .sees("general")
            .iter()
            .all(|it| it.author == "ann")
    );

    let elsewhere = ann
        .slash("questions", "ask", &json!({ "question": QUESTION }))
        .unwrap();
    let answer = ann.answer_to(&elsewhere).await.unwrap().text;
    assert!(answer.contains("hot water"), "{answer}");
    let asked = ann.dm(QUESTION).unwrap();
    let answer = ann.reply_to(&asked).await.unwrap().text;
    assert!(answer.contains("hot water"), "{answer}");
}

#[tokio::test]
async fn answering_unasked_needs_an_intent_which_is_said() {
    let stage = tea_room().await;
    let text = told(&stage.sandbox.admin(), &json!({ "mode": "When confident" })).await;
    assert!(text.contains("Message Content intent"), "{text}");
    assert!(text.contains("`discord.message_content = true`"), "{text}");
}

#[tokio::test]
async fn with_the_intent_answering_unasked_needs_nothing() {
    let stage = Stage::open_with(&[TEA], |config| config.discord.message_content = true).await;
    let text = told(&stage.sandbox.admin(), &json!({ "mode": "When confident" })).await;
    assert!(!text.contains("intent"), "{text}");
}

#[tokio::test]
async fn a_forum_finds_its_tag_or_takes_the_one_that_is_named() {
    let stage = tea_room().await;
    let admin = stage.sandbox.admin();
    let text = told(&admin, &json!({ "channel": "help", "forum": true })).await;
    assert!(text.contains("New posts of this forum: I help"), "{text}");
    assert!(text.ends_with("Tag of solved posts: Solved"), "{text}");
    let text = told(
        &admin,
        &json!({ "channel": "help", "solved-tag": "question" }),
    )
    .await;
    assert!(text.ends_with("Tag of solved posts: Question"), "{text}");
    let text = told(&admin, &json!({ "channel": "help", "solved-tag": "done" })).await;
    assert!(
        text.contains("has no tag called done. Its tags: Question, Solved"),
        "{text}"
    );
    let text = told(&admin, &json!({ "channel": "help", "forum": false })).await;
    assert!(
        text.contains("New posts of this forum: I stay silent"),
        "{text}"
    );
    let text = told(&admin, &json!({ "forum": true })).await;
    assert!(text.ends_with("is not a forum."), "{text}");
}

#[tokio::test]
async fn without_a_store_they_hold_until_a_restart_which_is_said() {
    let stage = Stage::open_with(&[TEA], |config| {
        config.store.path = Some(config.corpus.dir.join("tea.md/lodestar.db"));
    })
    .await;
    let admin = stage.sandbox.admin();
    let text = told(&admin, &json!({ "mode": "Never" })).await;
    assert!(
        text.starts_with("Saved until I restart: my store can't be written."),
        "{text}"
    );
    let asked = stage.ask(QUESTION);
    let answer = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(answer.starts_with("I am turned off"), "{answer}");
}

#[tokio::test]
async fn the_settings_of_a_deleted_channel_go() {
    let stage = tea_room().await;
    let (server, general) = stage.sandbox.find("general").unwrap();
    told(&stage.sandbox.admin(), &json!({ "mode": "Never" })).await;
    let store = stage.app.store();
    let known = store.server_settings(server.0).await.unwrap();
    assert_eq!(known.len(), 1);
    stage.sandbox.delete_channel(general).unwrap();
    stage
        .eventually(async || store.server_settings(server.0).await.unwrap().is_empty())
        .await;
}

#[tokio::test]
async fn commands_that_are_delivered_twice_are_carried_out_once() {
    let stage = tea_room().await;
    stage.sandbox.deliver_twice(true);
    let admin = stage.sandbox.admin();
    let text = told(&admin, &json!({ "mode": "Never" })).await;
    assert!(text.starts_with("Saved.\n"), "{text}");
    let used = admin.slash("general", "doctor", &json!({})).unwrap();
    let answer = admin.answer_to(&used).await.unwrap().text;
    assert!(answer.starts_with("**Check-up for"), "{answer}");
    let again = told(&admin, &json!({})).await;
    assert!(again.contains("When I answer: never"), "{again}");
    assert_eq!(stage.requests("/callback").len(), 3);
}
