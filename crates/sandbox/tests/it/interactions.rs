//! Commands, buttons, menus and forms, answered by protocol.

use serde_json::{Value, json};

use crate::client::Bot;
use crate::open;
use discord_sandbox::{InteractionOutcome, Sandbox};

/// A bot with `/ask`, and what it heard of somebody's first use.
async fn asked(sandbox: &Sandbox) -> (Bot, discord_sandbox::Interaction, Value) {
    let mut bot = Bot::log_in(sandbox).await;
    let option = json!({"type": 3, "name": "question", "description": "q", "required": true});
    let path = format!("/applications/{}/commands", bot.application());
    let ask = json!([{"type": 1, "name": "ask", "description": "Ask", "options": [option]}]);
    let registered = bot.put(&path, &ask).await.ok();
    assert_eq!(registered[0]["name"], "ask");
    let interaction = sandbox
        .member("ann")
        .slash("general", "ask", &json!({"question": "why?"}))
        .unwrap();
    let heard = bot.event("INTERACTION_CREATE").await;
    (bot, interaction, heard)
}

fn callback(heard: &Value) -> String {
    let (id, token) = (
        heard["id"].as_str().unwrap(),
        heard["token"].as_str().unwrap(),
    );
    format!("/interactions/{id}/{token}/callback")
}

fn webhook(bot: &Bot, heard: &Value) -> String {
    format!(
        "/webhooks/{}/{}",
        bot.application(),
        heard["token"].as_str().unwrap()
    )
}

#[tokio::test]
async fn an_interaction_says_who_asks_what_and_where() {
    let sandbox = open().await;
    let (bot, _, heard) = asked(&sandbox).await;
    assert_eq!(heard["type"], 2);
    assert_eq!(heard["application_id"], bot.application());
    assert_eq!(heard["channel_id"], bot.channel("general"));
    assert_eq!(heard["guild_id"], bot.guild["id"]);
    assert_eq!(heard["member"]["user"]["username"], "ann");
    assert_eq!(heard["data"]["name"], "ask");
    assert_eq!(
        heard["data"]["options"],
        json!([{"name": "question", "type": 3, "value": "why?"}])
    );
    assert!(heard["app_permissions"].is_string());
    assert!(heard["attachment_size_limit"].is_u64());
    assert!(heard["locale"].is_string());
}

#[tokio::test]
async fn a_command_is_answered_once_and_edited_and_followed_up() {
    let sandbox = open().await;
    let (bot, interaction, heard) = asked(&sandbox).await;
    let ann = sandbox.member("ann");
    assert_eq!(ann.outcome_of(&interaction), InteractionOutcome::Waiting);
    let answer = json!({"type": 4, "data": {"content": "because"}});
    let original = format!("{}/messages/@original", webhook(&bot, &heard));
    assert_eq!(
        bot.get(&original).await.refused(),
        (404, 10015),
        "not answered yet"
    );
    assert_eq!(bot.post(&callback(&heard), &answer).await.status, 204);
    assert_eq!(
        bot.post(&callback(&heard), &answer).await.refused(),
        (400, 40060)
    );
    assert_eq!(ann.answer_to(&interaction).await.unwrap().text, "because");

    assert_eq!(bot.get(&original).await.ok()["content"], "because");
    bot.patch(&original, &json!({"content": "just because"}))
        .await
        .ok();
    assert_eq!(
        ann.answer_to(&interaction).await.unwrap().text,
        "just because"
    );
    let follow = bot
        .post(&webhook(&bot, &heard), &json!({"content": "and more"}))
        .await
        .ok();
    let one = format!(
        "{}/messages/{}",
        webhook(&bot, &heard),
        follow["id"].as_str().unwrap()
    );
    bot.patch(&one, &json!({"content": "and less"})).await.ok();
    assert_eq!(ann.sees("general").last().unwrap().text, "and less");
    assert_eq!(bot.delete(&one).await.status, 204);
    assert_eq!(bot.delete(&original).await.status, 204);
    assert_eq!(ann.sees("general"), []);
}

#[tokio::test]
async fn a_deferred_answer_is_thinking_until_it_is_there() {
    let sandbox = open().await;
    let (bot, interaction, heard) = asked(&sandbox).await;
    let ann = sandbox.member("ann");
    let path = format!("{}?with_response=true", callback(&heard));
    let deferred = bot.post(&path, &json!({"type": 5})).await.ok();
    assert_eq!(deferred["interaction"]["response_message_loading"], true);
    assert_eq!(ann.outcome_of(&interaction), InteractionOutcome::Thinking);
    assert!(ann.sees("general")[0].is_thinking);
    let original = format!("{}/messages/@original", webhook(&bot, &heard));
    bot.patch(&original, &json!({"content": "done"})).await.ok();
    let seen = ann.answer_to(&interaction).await.unwrap();
    assert_eq!((seen.text.as_str(), seen.is_thinking), ("done", false));
}

#[tokio::test]
async fn a_private_answer_is_seen_by_one() {
    let sandbox = open().await;
    let (bot, interaction, heard) = asked(&sandbox).await;
    let answer = json!({"type": 4, "data": {"content": "psst", "flags": 64}});
    bot.post(&callback(&heard), &answer).await.ok();
    let (ann, ben) = (sandbox.member("ann"), sandbox.member("ben"));
    let seen = ann.answer_to(&interaction).await.unwrap();
    assert!(seen.is_private);
    assert_eq!(ann.sees("general").len(), 1);
    assert_eq!(ben.sees("general"), []);
    let path = format!("/channels/{}/messages", bot.channel("general"));
    assert_eq!(
        bot.get(&path).await.ok(),
        json!([]),
        "nor does it stand in the channel"
    );
}

#[tokio::test]
async fn an_answer_keeps_every_limit() {
    let sandbox = open().await;
    let (bot, interaction, heard) = asked(&sandbox).await;
    let path = callback(&heard);
    for (answer, problem) in [
        (
            json!({"type": 4, "data": {"content": "x".repeat(2001)}}),
            "data.content BASE_TYPE_MAX_LENGTH",
        ),
        (
            json!({"type": 4, "data": {"embeds": [{"title": "x".repeat(257)}]}}),
            "data.embeds.0.title BASE_TYPE_MAX_LENGTH",
        ),
        (json!({"type": 99}), "type BASE_TYPE_CHOICES"),
        (
            json!({"type": 8, "data": {"choices": []}}),
            "type BASE_TYPE_CHOICES",
        ),
        (
            json!({"type": 7, "data": {"content": "x"}}),
            "type BASE_TYPE_CHOICES",
        ),
        (
            json!({"type": 9, "data": {"custom_id": "m", "title": "x".repeat(46), "components": [
                {"type": 1, "components": [{"type": 4, "custom_id": "i", "style": 1, "label": "l"}]}
            ]}}),
            "data.title BASE_TYPE_BAD_LENGTH",
        ),
    ] {
        assert_eq!(bot.post(&path, &answer).await.problem(), problem);
    }
    let empty = json!({"type": 4, "data": {"content": ""}});
    assert_eq!(bot.post(&path, &empty).await.refused(), (400, 50006));
    let ann = sandbox.member("ann");
    assert_eq!(
        ann.outcome_of(&interaction),
        InteractionOutcome::Waiting,
        "a refusal answers nothing"
    );
    bot.post(
        &path,
        &json!({"type": 4, "data": {"content": "x".repeat(2000)}}),
    )
    .await
    .ok();
}

#[tokio::test]
async fn a_button_is_pressed_and_its_message_changes() {
    let sandbox = open().await;
    let mut bot = Bot::log_in(&sandbox).await;
    let path = format!("/channels/{}/messages", bot.channel("general"));
    let row = json!({"type": 1, "components": [
        {"type": 2, "style": 1, "label": "More", "custom_id": "more:1"},
        {"type": 2, "style": 2, "label": "Off", "custom_id": "off", "disabled": true},
    ]});
    bot.post(&path, &json!({"content": "page 1", "components": [row]}))
        .await
        .ok();
    let ann = sandbox.member("ann");
    let message = ann.sees("general").pop().unwrap();
    assert!(ann.click(&message, "Off").is_err());
    ann.click(&message, "More").unwrap();
    let heard = bot.event("INTERACTION_CREATE").await;
    assert_eq!(heard["type"], 3);
    assert_eq!(
        heard["data"],
        json!({"custom_id": "more:1", "component_type": 2, "id": 2})
    );
    assert_eq!(heard["message"]["id"], json!(message.id));
    let update = json!({"type": 7, "data": {"content": "page 2", "components": []}});
    bot.post(&callback(&heard), &update).await.ok();
    let message = ann.looks_again(&message).unwrap();
    assert_eq!(
        (message.text.as_str(), message.buttons.len()),
        ("page 2", 0)
    );
}

#[tokio::test]
async fn a_menu_is_chosen_from_and_a_form_filled_in() {
    let sandbox = open().await;
    let mut bot = Bot::log_in(&sandbox).await;
    let path = format!("/channels/{}/messages", bot.channel("general"));
    let menu = json!({"type": 3, "custom_id": "menu", "options": [
        {"label": "Red", "value": "r"}, {"label": "Blue", "value": "b"},
    ]});
    let body = json!({"content": "choose", "components": [{"type": 1, "components": [menu]}]});
    bot.post(&path, &body).await.ok();
    let ann = sandbox.member("ann");
    let message = ann.sees("general").pop().unwrap();
    assert!(ann.select(&message, "menu", &["Green"]).is_err());
    let chosen = ann.select(&message, "menu", &["Blue"]).unwrap();
    let heard = bot.event("INTERACTION_CREATE").await;
    assert_eq!(heard["data"]["values"], json!(["b"]));
    let input = json!({"type": 4, "custom_id": "why", "style": 2, "label": "Why", "max_length": 5});
    let form = json!({"custom_id": "form", "title": "Blue?", "components": [
        {"type": 1, "components": [input]}
    ]});
    bot.post(&callback(&heard), &json!({"type": 9, "data": form}))
        .await
        .ok();
    assert!(matches!(
        ann.outcome_of(&chosen),
        InteractionOutcome::Form(_)
    ));
    assert!(ann.submit(&chosen, &json!({"why": "too long"})).is_err());
    let sent = ann.submit(&chosen, &json!({"why": "sky"})).unwrap();
    let heard = bot.event("INTERACTION_CREATE").await;
    assert_eq!(
        (&heard["type"], &heard["data"]["custom_id"]),
        (&json!(5), &json!("form"))
    );
    assert_eq!(
        heard["data"]["components"][0]["components"][0]["value"],
        "sky"
    );
    let thanks = json!({"type": 4, "data": {"content": "thanks", "flags": 64}});
    bot.post(&callback(&heard), &thanks).await.ok();
    assert_eq!(ann.answer_to(&sent).await.unwrap().text, "thanks");
}

#[tokio::test]
async fn choices_are_offered_while_somebody_types() {
    let sandbox = open().await;
    let mut bot = Bot::log_in(&sandbox).await;
    let path = format!("/applications/{}/commands", bot.application());
    let option = json!({"type": 3, "name": "article", "description": "a", "autocomplete": true});
    let find = json!({"type": 1, "name": "find", "description": "Find", "options": [option]});
    assert_eq!(bot.post(&path, &find).await.status, 201);
    let ann = sandbox.member("ann");
    let typing = ann
        .autocomplete("general", "find", &json!({"article": "har"}), "article")
        .unwrap();
    let heard = bot.event("INTERACTION_CREATE").await;
    assert_eq!(heard["type"], 4);
    assert_eq!(heard["data"]["options"][0]["focused"], true);
    assert_eq!(heard["data"]["options"][0]["value"], "har");
    let many: Vec<_> = (0..26)
        .map(|n| json!({"name": format!("{n}"), "value": "v"}))
        .collect();
    assert_eq!(
        bot.post(
            &callback(&heard),
            &json!({"type": 8, "data": {"choices": many}})
        )
        .await
        .problem(),
        "data.choices BASE_TYPE_MAX_LENGTH"
    );
    let choices = json!([{"name": "Harbour", "value": "harbour"}]);
    bot.post(
        &callback(&heard),
        &json!({"type": 8, "data": {"choices": choices}}),
    )
    .await
    .ok();
    let offered = ann.outcome_of(&typing);
    assert_eq!(
        offered,
        InteractionOutcome::Choices(choices.as_array().unwrap().clone())
    );
}

#[tokio::test]
async fn a_command_is_for_those_with_its_permissions() {
    let sandbox = open().await;
    let mut bot = Bot::log_in(&sandbox).await;
    let path = format!("/applications/{}/commands", bot.application());
    let commands = json!([
        {"type": 1, "name": "reindex", "description": "r", "default_member_permissions": "32"},
        {"type": 3, "name": "Find articles"},
    ]);
    bot.put(&path, &commands).await.ok();
    let ann = sandbox.member("ann");
    assert!(ann.slash("general", "reindex", &json!({})).is_err());
    assert!(ann.slash("general", "nothing", &json!({})).is_err());
    sandbox
        .admin()
        .slash("general", "reindex", &json!({}))
        .unwrap();
    let heard = bot.event("INTERACTION_CREATE").await;
    let permissions: u64 = heard["member"]["permissions"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    assert_ne!(permissions & 0x20, 0);

    let question = ann.say("general", "a question to everybody").unwrap();
    sandbox
        .member("ben")
        .context_menu(&question, "Find articles")
        .unwrap();
    let heard = bot.event("INTERACTION_CREATE").await;
    assert_eq!(heard["data"]["target_id"], json!(question.id));
    let resolved = &heard["data"]["resolved"]["messages"][question.id.to_string()];
    assert_eq!(
        resolved["content"], "a question to everybody",
        "without the intent"
    );
}

#[tokio::test]
async fn a_bad_command_is_refused_and_none_is_registered() {
    let sandbox = open().await;
    let bot = Bot::log_in(&sandbox).await;
    let path = format!("/applications/{}/commands", bot.application());
    for (commands, problem) in [
        (
            json!([{"name": "Ask", "description": "d"}]),
            "0.name APPLICATION_COMMAND_INVALID_NAME",
        ),
        (
            json!([{"name": "a".repeat(33), "description": "d"}]),
            "0.name BASE_TYPE_BAD_LENGTH",
        ),
        (json!([{"name": "ask"}]), "0.description BASE_TYPE_REQUIRED"),
    ] {
        assert_eq!(bot.put(&path, &commands).await.problem(), problem);
    }
    assert_eq!(bot.get(&path).await.ok(), json!([]));
    assert_eq!(sandbox.commands(), Vec::<String>::new());
}
