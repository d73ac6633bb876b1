//! Discord on a bad day: limited, broken, slow, and gone.

use std::time::{Duration, Instant};

use discord_sandbox::Fault;
use serde_json::json;

use crate::client::Bot;
use crate::open;

#[tokio::test]
async fn a_rate_limit_says_how_long_to_wait() {
    let sandbox = open().await;
    let bot = Bot::log_in(&sandbox).await;
    let path = format!("/channels/{}/messages", bot.channel("general"));
    let body = json!({"content": "c"});
    sandbox.fault(Fault::at("/messages").rate_limited(Duration::from_millis(1500)));
    let limited = bot.post(&path, &body).await;
    assert_eq!(limited.status, 429);
    assert_eq!(limited.body["retry_after"], 1.5);
    assert_eq!(limited.body["global"], false);
    assert!(limited.body["message"].is_string());
    let header = |name: &str| limited.headers.get(name).map(|it| it.to_str().unwrap());
    assert_eq!(header("retry-after"), Some("2"));
    assert_eq!(header("x-ratelimit-scope"), Some("user"));
    assert!(header("x-ratelimit-bucket").is_some());
    assert!(header("via").is_some(), "or libraries take it for a ban");
    let fine = bot.post(&path, &body).await;
    for name in [
        "x-ratelimit-limit",
        "x-ratelimit-remaining",
        "x-ratelimit-reset-after",
    ] {
        assert!(fine.headers.contains_key(name), "{name}");
    }
    fine.ok();

    sandbox.fault(Fault::at("/messages").rate_limited_globally(Duration::from_millis(100)));
    let limited = bot.post(&path, &body).await;
    assert_eq!(limited.body["global"], true);
    assert_eq!(limited.headers["x-ratelimit-global"], "true");
}

#[tokio::test]
async fn a_failed_request_may_have_been_heard() {
    let sandbox = open().await;
    let bot = Bot::log_in(&sandbox).await;
    let path = format!("/channels/{}/messages", bot.channel("general"));
    let sees = || sandbox.member("ann").sees("general").len();
    sandbox.fault(Fault::at("/messages").method("POST").answers(500));
    assert_eq!(
        bot.post(&path, &json!({"content": "lost"})).await.status,
        500
    );
    assert_eq!(sees(), 0);
    sandbox.fault(Fault::at("/messages").answers(502).heard());
    assert_eq!(
        bot.post(&path, &json!({"content": "heard"})).await.status,
        502
    );
    assert_eq!(sees(), 1);
    sandbox.fault(Fault::at("/messages").slow(Duration::from_millis(300)));
    let began = Instant::now();
    bot.post(&path, &json!({"content": "slow"})).await.ok();
    assert!(began.elapsed() >= Duration::from_millis(300));
}

#[tokio::test]
async fn a_bot_is_told_to_reconnect_and_resumes() {
    let sandbox = open().await;
    let mut bot = Bot::log_in(&sandbox).await;
    sandbox.ask_reconnect();
    sandbox.drop_sockets(Some(4000));
    bot.dropped().await;
    sandbox.until_offline().await;
    let ann = sandbox.member("ann");
    let text = format!("{} are you there?", sandbox.bot().mention());
    ann.say("general", &text).unwrap();
    bot.resume().await;
    assert_eq!(bot.event("MESSAGE_CREATE").await["content"], text);
    bot.event("RESUMED").await;
    sandbox.until_online().await;
}

#[tokio::test]
async fn the_sandbox_stops_with_its_connections() {
    let sandbox = open().await;
    let mut bot = Bot::log_in(&sandbox).await;
    sandbox.stop().await;
    bot.dropped().await;
}

#[tokio::test]
async fn every_request_is_recorded() {
    let sandbox = open().await;
    let bot = Bot::log_in(&sandbox).await;
    let general = bot.channel("general");
    bot.say(&general, "hello").await;
    bot.get("/nowhere").await;
    let requests = sandbox.requests();
    let said = requests.iter().find(|it| it.method == "POST").unwrap();
    assert_eq!(said.what(), format!("POST /channels/{general}/messages"));
    assert_eq!(said.body, Some(json!({"content": "hello"})));
    assert!(!said.is_unexpected);
    assert!(requests.last().unwrap().is_unexpected);
}
