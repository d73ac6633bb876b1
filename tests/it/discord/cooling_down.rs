//! Who asks too much waits a little, and what is delivered twice is answered once.

use lodestar::config::{Config, Limit};
use tokio::time::Duration;

use super::stage::Stage;

const ARTICLE: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");
const QUESTION: &str = "How is tea made?";

fn two_in_a_minute() -> Limit {
    Limit {
        questions: 2,
        per: Duration::from_secs(60),
    }
}

#[tokio::test]
async fn a_person_who_asks_too_much_is_told_privately_for_how_long() {
    let stage = Stage::open_with(&[ARTICLE], |config: &mut Config| {
        config.cooldown.person = two_in_a_minute();
    })
    .await;
    for _ in 0..2 {
        let asked = stage.ask(QUESTION);
        let answer = stage.ann().answer_to(&asked).await.unwrap();
        assert!(!answer.is_private);
    }
    let asked = stage.ask(QUESTION);
    let refusal = stage.ann().answer_to(&asked).await.unwrap();
    assert!(refusal.is_private);
    let start = "You have asked a lot just now. You can ask again in ";
    let left = refusal.text.strip_prefix(start).unwrap();
    let left: u64 = left.strip_suffix(" s.").unwrap().parse().unwrap();
    assert!((1..=30).contains(&left), "{left}");

    let ben = stage.sandbox.member("ben");
    let options = serde_json::json!({ "question": QUESTION });
    let asked = ben.slash("general", "ask", &options).unwrap();
    let answer = ben.answer_to(&asked).await.unwrap();
    assert!(answer.text.contains("hot water"), "{}", answer.text);
}

#[tokio::test]
async fn messages_are_refused_once_and_then_with_silence() {
    let mut stage = Stage::open_with(&[ARTICLE], |config: &mut Config| {
        config.cooldown.channel = two_in_a_minute();
    })
    .await;
    let ann = stage.ann();
    let called = format!("{} {QUESTION}", stage.bot());
    for _ in 0..2 {
        let asked = ann.say("general", &called).unwrap();
        ann.reply_to(&asked).await.unwrap();
    }
    let refused = ann.say("general", &called).unwrap();
    let told = ann.reply_to(&refused).await.unwrap().text;
    assert!(
        told.starts_with("Many questions are being asked in this channel."),
        "{told}"
    );
    for _ in 0..3 {
        ann.say("general", &called).unwrap();
    }
    let direct = ann.dm(QUESTION).unwrap();
    ann.reply_to(&direct).await.unwrap();
    stage.stop().await.unwrap();
    assert_eq!(stage.requests("POST /channels").len(), 4);
}

#[tokio::test]
async fn a_server_is_limited_as_a_whole() {
    let stage = Stage::open_with(&[ARTICLE], |config: &mut Config| {
        config.cooldown.server = two_in_a_minute();
    })
    .await;
    let options = serde_json::json!({ "question": QUESTION });
    for name in ["ben", "cleo"] {
        let person = stage.sandbox.member(name);
        let asked = person.slash("general", "ask", &options).unwrap();
        person.answer_to(&asked).await.unwrap();
    }
    let asked = stage.ask(QUESTION);
    let refusal = stage.ann().answer_to(&asked).await.unwrap();
    assert!(refusal.text.contains("in this server"), "{}", refusal.text);
    assert!(refusal.is_private);
}

#[tokio::test]
async fn what_the_gateway_delivers_twice_is_answered_once() {
    let mut stage = Stage::open(&[ARTICLE]).await;
    stage.sandbox.deliver_twice(true);
    let ann = stage.ann();
    let by_command = stage.ask(QUESTION);
    ann.answer_to(&by_command).await.unwrap();
    let by_message = ann
        .say("general", &format!("{} {QUESTION}", stage.bot()))
        .unwrap();
    let answer = ann.reply_to(&by_message).await.unwrap();
    let next = ann.reply(&answer, "And coffee?").unwrap();
    ann.reply_to(&next).await.unwrap();
    stage.stop().await.unwrap();
    assert_eq!(stage.requests("/callback").len(), 1);
    assert_eq!(stage.requests("POST /channels").len(), 2);
    assert_eq!(stage.recorded(3).await.len(), 3);
}
