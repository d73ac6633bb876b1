//! The three seconds and the fifteen minutes of an interaction.

use std::time::Duration;

use serde_json::{Value, json};

use crate::client::Bot;
use crate::open;
use discord_sandbox::{Interaction, InteractionOutcome, Sandbox};

async fn pressed(sandbox: &Sandbox) -> (Bot, Interaction, Value) {
    let mut bot = Bot::log_in(sandbox).await;
    let button = json!({"type": 2, "style": 1, "label": "l", "custom_id": "c"});
    let path = format!("/channels/{}/messages", bot.channel("general"));
    let body = json!({"content": "m", "components": [{"type": 1, "components": [button]}]});
    bot.post(&path, &body).await.ok();
    let ann = sandbox.member("ann");
    let message = ann.sees("general").pop().unwrap();
    let interaction = ann.click(&message, "l").unwrap();
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

#[tokio::test]
async fn an_answer_after_three_seconds_is_too_late() {
    let sandbox = open().await;
    let (bot, interaction, heard) = pressed(&sandbox).await;
    sandbox.advance(Duration::from_millis(3100));
    let answer = json!({"type": 4, "data": {"content": "late"}});
    assert_eq!(
        bot.post(&callback(&heard), &answer).await.refused(),
        (404, 10062)
    );
    assert_eq!(
        sandbox.member("ann").outcome_of(&interaction),
        InteractionOutcome::Failed
    );
    let follow = format!(
        "/webhooks/{}/{}",
        bot.application(),
        heard["token"].as_str().unwrap()
    );
    assert_eq!(
        bot.post(&follow, &json!({"content": "x"})).await.refused(),
        (404, 10015)
    );
}

#[tokio::test]
async fn an_answer_can_be_changed_for_fifteen_minutes() {
    let sandbox = open().await;
    let (bot, _, heard) = pressed(&sandbox).await;
    bot.post(&callback(&heard), &json!({"type": 5})).await.ok();
    let hook = format!(
        "/webhooks/{}/{}",
        bot.application(),
        heard["token"].as_str().unwrap()
    );
    let original = format!("{hook}/messages/@original");
    sandbox.advance(Duration::from_secs(14 * 60 + 50));
    bot.patch(&original, &json!({"content": "just in time"}))
        .await
        .ok();
    sandbox.advance(Duration::from_secs(11));
    let late = json!({"content": "late"});
    assert_eq!(bot.patch(&original, &late).await.refused(), (401, 50027));
    assert_eq!(bot.post(&hook, &late).await.refused(), (401, 50027));
    assert_eq!(bot.get(&original).await.refused(), (401, 50027));
}

#[tokio::test]
async fn a_token_of_another_interaction_answers_nothing() {
    let sandbox = open().await;
    let (bot, _, heard) = pressed(&sandbox).await;
    let id = heard["id"].as_str().unwrap();
    let answer = json!({"type": 6});
    let wrong = format!("/interactions/{id}/wrong/callback");
    assert_eq!(bot.post(&wrong, &answer).await.refused(), (404, 10062));
    let unknown = format!(
        "/interactions/1/{}/callback",
        heard["token"].as_str().unwrap()
    );
    assert_eq!(bot.post(&unknown, &answer).await.refused(), (404, 10062));
    assert_eq!(bot.post(&callback(&heard), &answer).await.status, 204);
}
