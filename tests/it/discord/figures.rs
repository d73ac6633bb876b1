//! `/stats`, and the figures of a week in the admins' channel.

use jiff::{SignedDuration, Timestamp};
use lodestar::store::{Asked, Outcome, QuestionId};
use serde_json::json;

use super::stage::{self, Stage};

const TEA: (&str, &str) = (
    "tea.md",
    "---\ntitle: Tea\ndate: 2001-02-03\n---\n\nTea is made with hot water.\n",
);
const QUESTION: &str = "How is tea made?";

/// Ann and Ben ask the same, and Ann something that is not covered.
async fn tea_room() -> Stage {
    let stage = Stage::open(&[TEA]).await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    for person in [&ann, &ben] {
        let options = json!({ "question": QUESTION });
        let asked = person.slash("general", "ask", &options).unwrap();
        let answer = person.answer_to(&asked).await.unwrap();
        stage.record_of(&answer).await;
        let pressed = person.click(&answer, "👍").unwrap();
        person.answer_to(&pressed).await.unwrap();
    }
    let asked = stage.ask("Who invented the trombone?");
    ann.answer_to(&asked).await.unwrap();
    stage.recorded(3).await;
    stage
}

#[tokio::test]
async fn figures_tell_how_questions_went_with_a_chart_for_the_eyes_and_words_for_others() {
    let stage = tea_room().await;
    let shown = stage.told("stats", &json!({ "days": 3 })).await;
    let text = &shown.text;
    for line in [
        "**Questions of the last 3 days**",
        "3 questions by 2 people",
        "66 % answered, 1 × not covered",
        "👍 2 · 👎 0",
        "**Asked by the most people**\n- How is tea made? (2)",
        "**Not answered well**\n- Who invented the trombone? (1)",
        "**Slowest**\n- ",
        "**Old articles that still answer**\n- Tea (3 February 2001)",
    ] {
        assert!(text.contains(line), "{line} is not in {text}");
    }
    let chart = &shown.raw["attachments"][0];
    assert_eq!(chart["filename"], "questions.png");
    assert_eq!(
        chart["description"],
        "Questions a day over 3 days, at most 3; the green part of each bar was answered"
    );
    let bytes = stage::fetched(&shown.attachments[0].url).await;
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
}

#[tokio::test]
async fn without_questions_there_is_no_chart() {
    let stage = Stage::open(&[TEA]).await;
    let shown = stage.told("stats", &json!({})).await;
    assert_eq!(
        shown.text,
        "**Questions of the last 7 days**\nNobody asked anything."
    );
    assert!(shown.attachments.is_empty());
}

/// A question of last week.
async fn asked_last_week(stage: &Stage) {
    let (server, channel) = stage.sandbox.find("general").unwrap();
    let now = Timestamp::now();
    // Some hours before the last Monday, and thus in the week before.
    let days = i64::from(
        now.to_zoned_datetime(jiff::tz::TimeZone::UTC)
            .weekday()
            .to_monday_zero_offset(),
    );
    let asked_at = now - SignedDuration::from_hours(24 * (days + 1));
    let asked = Asked {
        id: QuestionId::random(),
        asker: 7,
        server: Some(server.0),
        channel: channel.0,
        message: None,
        asked_at,
        locale: "en-GB",
        text: QUESTION,
        outcome: Outcome::Answered,
        generation: 1,
        follows: None,
        public: true,
    };
    stage.app.store().record_question(&asked).await.unwrap();
}

#[tokio::test]
async fn the_admins_channel_is_told_of_a_week_once() {
    let mut stage = Stage::open(&[TEA]).await;
    asked_last_week(&stage).await;
    let (_, channel) = stage.sandbox.find("questions").unwrap();
    stage.configure(|config| {
        config.discord.admin_channel = Some(channel.0);
        config.discord.weekly_digest = true;
    });
    stage.restart().await;
    let ann = stage.ann();
    let digest = || ann.sees("questions").into_iter().next();
    let digest = stage.sandbox.until(digest).await.unwrap();
    assert!(
        digest
            .text
            .starts_with("**How questions went last week**\n1 question by 1 person\n100 %"),
        "{}",
        digest.text
    );
    assert_eq!(digest.attachments.len(), 1);
    assert!(!digest.pings_me);

    stage.restart().await;
    let asked = stage.ask(QUESTION);
    ann.answer_to(&asked).await.unwrap();
    stage.stop().await.unwrap();
    assert_eq!(ann.sees("questions").len(), 1);
}
