//! What Discord refuses and what goes wrong, as the page shows it.

use serde_json::json;
use tokio::time::{Duration, Instant};

use super::playing::{answer, opened, say};

#[tokio::test]
async fn what_discord_refuses_is_refused_with_its_error_and_nothing_is_lost() {
    let Some((sandbox, bot, mut page)) = opened(&json!([])).await else {
        return;
    };
    let long = "x".repeat(2001);
    page.press("#text").await;
    page.type_text(&long).await;
    page.reads(".counter.over", "-1").await;
    page.key("Enter").await;
    page.reads(".notice.bad", "Invalid Form Body (50035)").await;
    page.reads(".notice.bad", "content: Must be 2000 or fewer in length.")
        .await;
    page.until("document.getElementById('text').value.length === 2001")
        .await;
    page.picture("too-long").await;

    // Who is timed out reads, and is told that they may not write.
    let minute = Duration::from_secs(60);
    sandbox.time_out(&sandbox.member("ben"), minute).unwrap();
    page.choose("#speak-as", "ben").await;
    page.until("document.getElementById('text').disabled").await;
    page.until("document.getElementById('text').placeholder.includes('do not have permission')")
        .await;

    // A bot is refused as well, and what it said stays as it was.
    let said = say(&bot, &json!({"content": "well"})).await;
    let path = format!("/channels/{}/messages", bot.channel("general"));
    let one = format!("{path}/{}", said["id"].as_str().unwrap());
    let refused = bot.patch(&one, &json!({"content": long})).await;
    assert_eq!(refused.refused(), (400, 50_035));
    page.reads(".message", "well").await;
    bot.patch(&one, &json!({"content": "better"})).await.ok();
    page.reads(".message", "better (edited)").await;
    bot.delete(&one).await.ok();
    page.until("!document.querySelector('.message')").await;
}

#[tokio::test]
async fn a_press_that_is_not_answered_fails_where_it_was_pressed() {
    let Some((sandbox, mut bot, mut page)) = opened(&json!([])).await else {
        return;
    };
    let rows = json!([{"type": 1, "components": [
        {"type": 2, "style": 1, "label": "Blue", "custom_id": "blue"},
    ]}]);
    say(&bot, &json!({"content": "Press", "components": rows})).await;
    page.press_text(".press", "Blue").await;
    page.until("document.querySelector('.press[data-id=blue][aria-busy]:disabled')")
        .await;
    bot.event("INTERACTION_CREATE").await;
    sandbox.advance(Duration::from_secs(4));
    page.reads(".message .failed", "This interaction failed")
        .await;
    page.until("!document.querySelector('.press[data-id=blue]').disabled")
        .await;
    page.press_text(".press", "Blue").await;
    let update = json!({"type": 7, "data": {"content": "Blue it is"}});
    answer(&mut bot, &update).await;
    page.reads(".message", "Blue it is").await;
    page.until("!document.querySelector('.message .failed')")
        .await;
}

#[tokio::test]
async fn the_drawer_fails_slows_and_reconnects_and_shows_what_does_not_conform() {
    let Some((_sandbox, bot, mut page)) = opened(&json!([])).await else {
        return;
    };
    let path = format!("/channels/{}/messages", bot.channel("general"));
    let hello = json!({"content": "hello"});
    page.press("#drawer-switch").await;
    page.reads(".entry.event", "READY").await;
    page.press("[data-fault=server_error]").await;
    page.reads(".notice", "fails with 500").await;
    assert_eq!(bot.post(&path, &hello).await.status, 500);
    page.reads(".entry.bad .status", "500").await;

    page.press("[data-fault=slow]").await;
    page.reads(".notice", "is looked at after 2 s").await;
    let before = Instant::now();
    bot.post(&path, &hello).await.ok();
    assert!(before.elapsed() >= Duration::from_secs(2));
    page.until(
        "[...document.querySelectorAll('.entry.request small')]
            .some((it) => parseInt(it.textContent) >= 2000)",
    )
    .await;

    // What is not as Discord's document has it is red, and says what is wrong with it.
    let crooked = json!({"content": "hello", "embeds": [{"fields": [{"name": ""}]}]});
    assert_eq!(bot.post(&path, &crooked).await.status, 400);
    page.press_text(".entry.bad summary", "400").await;
    page.reads(".entry.bad pre", "BASE_TYPE_REQUIRED").await;
    let nowhere = bot.get("/there-is-nothing").await;
    assert_eq!(nowhere.status, 404);
    page.press_text(".entry.bad summary", "/there-is-nothing")
        .await;
    page.reads(".entry.bad", "There is no such route in the sandbox")
        .await;
    let red = page
        .value("getComputedStyle(document.querySelector('.entry.bad summary')).color")
        .await;
    let usual = page
        .value("getComputedStyle(document.querySelector('.entry.event summary')).color")
        .await;
    assert_ne!(red, usual);
    page.picture("drawer-red").await;

    page.press("[data-fault=reconnect]").await;
    page.reads(".entry.event", "RECONNECT").await;
    page.press("#drawer input[type=search]").await;
    page.type_text("reconnect").await;
    page.until(
        "[...document.querySelectorAll('.entry')].filter((it) => !it.hidden)
            .every((it) => it.innerText.includes('RECONNECT'))",
    )
    .await;
    page.press_text("#drawer .press", "Clear").await;
    page.until("!document.querySelector('.entry')").await;
}
