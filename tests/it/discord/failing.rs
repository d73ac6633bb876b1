//! What happens when Discord, the articles or the bot itself fail.

use discord_sandbox::{Fault, Permissions};
use serde_json::json;
use tokio::time::Duration;

use super::stage::Stage;

const ARTICLE: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");
const QUESTION: &str = "How is tea made?";

#[tokio::test]
async fn a_server_that_hides_its_gateway_never_sends_the_bot_to_another() {
    let hidden = Fault::at("/gateway").answers(500);
    let stage = Stage::open_amid(&[ARTICLE], Some(hidden)).await;
    let asked = stage.ask(QUESTION);
    let answer = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(answer.contains("hot water"), "{answer}");
}

#[tokio::test]
async fn before_the_first_index_the_asker_is_told_what_to_do() {
    let stage = Stage::open(&[]).await;
    let asked = stage.ask(QUESTION);
    let answer = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(answer.contains("`/reindex`"), "{answer}");
}

#[tokio::test]
async fn a_failed_reindex_is_told_with_an_id_that_stands_in_the_log() {
    let stage = Stage::open(&[ARTICLE]).await;
    let admin = stage.sandbox.admin();
    std::fs::remove_dir_all(stage.corpus.path()).unwrap();
    let started = admin.slash("general", "reindex", &json!({})).unwrap();
    let outcome = admin.follow_up_to(&started, 1).await.unwrap().text;
    assert!(outcome.starts_with("**The reindex failed.**"), "{outcome}");
    let id = outcome.split('`').nth(1).unwrap();
    assert_eq!(id.len(), 8, "{outcome}");
    assert!(stage.log.text().contains(id), "{}", stage.log.text());

    let asked = stage.ask(QUESTION);
    let answer = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(answer.contains("hot water"), "{answer}");
}

#[tokio::test]
async fn server_errors_and_rate_limits_only_delay_an_answer() {
    let stage = Stage::open(&[ARTICLE]).await;
    let limit = Duration::from_millis(300);
    let sandbox = &stage.sandbox;
    sandbox.fault(Fault::at("/callback").answers(500));
    sandbox.fault(Fault::at("@original").answers(502));
    sandbox.fault(Fault::at("@original").rate_limited(limit));
    let asked = stage.ask(QUESTION);
    let answer = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(answer.contains("hot water"), "{answer}");
    let (acknowledged, answered) = (stage.requests("/callback"), stage.requests("@original"));
    assert_eq!((acknowledged.len(), answered.len()), (2, 3));
    assert!(answered[2].at.duration_since(acknowledged[1].at) >= limit);
}

#[tokio::test]
async fn an_acknowledgement_whose_answer_was_lost_is_not_given_twice() {
    let stage = Stage::open(&[ARTICLE]).await;
    let lost = Fault::at("/callback").answers(500).heard();
    stage.sandbox.fault(lost);
    let asked = stage.ask(QUESTION);
    let answer = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(answer.contains("hot water"), "{answer}");
    let second = stage.requests("/callback").swap_remove(1);
    assert_eq!(second.answer.unwrap()["code"], 40_060);
    assert_eq!(stage.ann().messages_of(&asked).len(), 1);
}

#[tokio::test]
async fn a_dropped_connection_is_resumed_and_misses_nothing() {
    let stage = Stage::open(&[ARTICLE]).await;
    stage.sandbox.drop_sockets(Some(4000));
    stage.sandbox.until_offline().await;
    let asked = stage.ask(QUESTION);
    let answer = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(answer.contains("hot water"), "{answer}");
    assert_eq!(stage.requests("/callback").len(), 1);
}

#[tokio::test]
async fn a_channel_that_forbids_writing_is_answered_in_a_direct_message() {
    let stage = Stage::open(&[ARTICLE]).await;
    let (ann, bot) = (stage.ann(), stage.sandbox.bot());
    let silence = Permissions::SEND_MESSAGES;
    stage
        .sandbox
        .overwrite("general", &bot, Permissions::NONE, silence)
        .unwrap();
    ann.say("general", &format!("{} {QUESTION}", bot.mention()))
        .unwrap();
    let direct = ann.direct().unwrap();
    let both = || Some(ann.sees(direct)).filter(|seen| seen.len() == 2);
    let seen = stage.sandbox.until(both).await.unwrap();
    assert!(seen[0].text.contains("<#"), "{}", seen[0].text);
    assert!(seen[1].text.contains("hot water"), "{}", seen[1].text);
}

#[tokio::test]
async fn stopping_finishes_what_runs_and_refuses_what_is_new() {
    let mut stage = Stage::open(&[ARTICLE]).await;
    let ann = stage.ann();
    let slow = Fault::at("@original").slow(Duration::from_millis(500));
    stage.sandbox.fault(slow.answers(500));
    let first = stage.ask(QUESTION);
    stage.until_requests("/callback", 1).await;
    stage.begin_to_stop();
    let second = stage.ask(QUESTION);
    let refusal = ann.answer_to(&second).await.unwrap();
    assert!(refusal.text.contains("restarting"), "{}", refusal.text);
    assert!(refusal.is_private);
    let answer = ann.answer_to(&first).await.unwrap().text;
    assert!(answer.contains("hot water"), "{answer}");
    stage.stop().await.unwrap();
}

#[tokio::test]
async fn stopping_does_not_wait_for_ever_and_tells_the_asker() {
    let mut stage = Stage::open(&[ARTICLE]).await;
    let endless = Fault::at("@original").slow(Duration::from_secs(60));
    stage.sandbox.fault(endless);
    let asked = stage.ask(QUESTION);
    stage.until_requests("/callback", 1).await;
    stage.begin_to_stop();
    let answer = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(answer.contains("restarted"), "{answer}");
    stage.stop().await.unwrap();
}

#[tokio::test]
async fn a_token_thrown_out_by_the_gateway_ends_the_bot_with_the_reason() {
    let mut stage = Stage::open(&[ARTICLE]).await;
    stage.sandbox.drop_sockets(Some(4004));
    let error = stage.ended().await.unwrap_err();
    assert!(error.to_string().contains("token was refused"), "{error}");
}
