//! What happens when Discord, the articles or the bot itself fail.

use serde_json::json;
use tokio::time::Duration;

use super::stage::{Fault, Log, Stage};

const ARTICLE: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");
const QUESTION: &str = "How is tea made?";

#[tokio::test]
async fn a_server_that_hides_its_gateway_never_sends_the_bot_to_another() {
    let hidden = Fault::new("/gateway", 500, json!({}));
    let stage = Stage::open_amid(&[ARTICLE], Some(hidden)).await;
    stage.sessions(&["identify"]).await;
    stage.ask(QUESTION, false);
    let answer = stage.sent("PATCH /webhooks", 1).await;
    assert!(answer.text().contains("hot water"), "{}", answer.text());
}

#[tokio::test]
async fn before_the_first_index_the_asker_is_told_what_to_do() {
    let stage = Stage::open(&[]).await;
    stage.ask(QUESTION, false);
    let answer = stage.sent("PATCH /webhooks", 1).await;
    assert!(answer.text().contains("`/reindex`"), "{}", answer.text());
}

#[tokio::test]
async fn a_failed_reindex_is_told_with_an_id_that_stands_in_the_log() {
    let log = Log::capture();
    let stage = Stage::open(&[ARTICLE]).await;
    std::fs::remove_dir_all(stage.corpus.path()).unwrap();
    stage.slash("reindex", &json!([]), "32");
    let outcome = stage.sent("POST /webhooks", 1).await;
    let text = outcome.text();
    assert!(text.starts_with("**The reindex failed.**"), "{text}");
    let id = text.split('`').nth(1).unwrap();
    assert_eq!(id.len(), 8, "{text}");
    assert!(log.text().contains(id), "{}", log.text());
    stage.ask(QUESTION, false);
    stage.sent("PATCH /webhooks", 2).await;
    let answers = stage.so_far("PATCH /webhooks");
    assert!(answers.iter().any(|sent| sent.text().contains("hot water")));
}

#[tokio::test]
async fn server_errors_and_rate_limits_only_delay_an_answer() {
    let stage = Stage::open(&[ARTICLE]).await;
    stage.fault(Fault::new("/callback", 500, json!({})));
    stage.fault(Fault::new("@original", 502, json!({})));
    let limited = json!({ "message": "slow down", "retry_after": 0.3, "global": false });
    stage.fault(Fault::new("@original", 429, limited));
    stage.ask(QUESTION, false);
    let answer = stage.sent("PATCH /webhooks", 1).await;
    assert!(answer.text().contains("hot water"), "{}", answer.text());
    let acknowledged = stage.sent("/callback", 1).await;
    assert!(answer.at.duration_since(acknowledged.at) >= Duration::from_millis(300));
}

#[tokio::test]
async fn an_acknowledgement_whose_answer_was_lost_is_not_given_twice() {
    let stage = Stage::open(&[ARTICLE]).await;
    let mut lost = Fault::new("/callback", 500, json!({}));
    lost.heard = true;
    stage.fault(lost);
    let known = json!({ "code": 40060, "message": "already acknowledged" });
    stage.fault(Fault::new("/callback", 400, known));
    stage.ask(QUESTION, false);
    let answer = stage.sent("PATCH /webhooks", 1).await;
    assert!(answer.text().contains("hot water"), "{}", answer.text());
    assert_eq!(stage.so_far("/callback").len(), 1);
}

#[tokio::test]
async fn a_dropped_connection_is_resumed_and_misses_nothing() {
    let stage = Stage::open(&[ARTICLE]).await;
    stage.sessions(&["identify"]).await;
    stage.drop_socket(4000);
    stage.ask(QUESTION, false);
    stage.sessions(&["identify", "resume"]).await;
    let answer = stage.sent("PATCH /webhooks", 1).await;
    assert!(answer.text().contains("hot water"), "{}", answer.text());
    assert_eq!(stage.so_far("/callback").len(), 1);
}

#[tokio::test]
async fn a_channel_that_forbids_writing_is_answered_in_a_direct_message() {
    let stage = Stage::open(&[ARTICLE]).await;
    let forbidden = json!({ "code": 50013, "message": "Missing Permissions" });
    stage.fault(Fault::new("/channels/5/messages", 403, forbidden));
    stage.say(&format!("<@1> {QUESTION}"), &json!({}));
    stage.sent("POST /users/@me/channels", 1).await;
    let notice = stage.sent("POST /channels", 2).await;
    assert!(notice.text().contains("hot water"), "{}", notice.text());
}

#[tokio::test]
async fn stopping_finishes_what_runs_and_refuses_what_is_new() {
    let stage = Stage::open(&[ARTICLE]).await;
    let mut slow = Fault::new("@original", 500, json!({}));
    slow.delay = Duration::from_millis(500);
    stage.fault(slow);
    let first = stage.ask(QUESTION, false);
    stage.sent("/callback", 1).await;
    stage.begin_to_stop();
    stage.ask(QUESTION, false);
    let refusal = stage.sent("/callback", 2).await;
    assert!(refusal.text().contains("restarting"), "{}", refusal.text());
    let answer = stage.sent(&format!("PATCH /webhooks/2/{first}"), 1).await;
    assert!(answer.text().contains("hot water"), "{}", answer.text());
    stage.stop().await.unwrap();
}

#[tokio::test]
async fn stopping_does_not_wait_for_ever_and_tells_the_asker() {
    let stage = Stage::open(&[ARTICLE]).await;
    let mut endless = Fault::new("@original", 200, json!({}));
    endless.delay = Duration::from_secs(60);
    stage.fault(endless);
    stage.ask(QUESTION, false);
    stage.sent("/callback", 1).await;
    stage.begin_to_stop();
    let answer = stage.sent("PATCH /webhooks", 1).await;
    assert!(answer.text().contains("restarted"), "{}", answer.text());
    stage.stop().await.unwrap();
}

#[tokio::test]
async fn a_token_thrown_out_by_the_gateway_ends_the_bot_with_the_reason() {
    let stage = Stage::open(&[ARTICLE]).await;
    stage.sessions(&["identify"]).await;
    stage.drop_socket(4004);
    let error = stage.ended().await.unwrap_err();
    assert!(error.to_string().contains("token was refused"), "{error}");
}
