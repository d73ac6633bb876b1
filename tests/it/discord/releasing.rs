//! A reindex as a release: what it would change, the buttons under it, going back.

use discord_sandbox::{Interaction, SeenMessage};
use lodestar::config::AutoPublish;
use serde_json::{Value, json};
use tokio::time::Duration;

use super::stage::Stage;

const FERRY: (&str, &str) = (
    "ferry.md",
    "# Ferry\n\nThe ferry to Norderney leaves at nine.\n",
);
const TEA: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");
const QUESTION: &str = "When does the ferry to Norderney leave?";

/// A stage where the ferry's article is known to answer a golden question.
async fn harbour() -> Stage {
    let stage = Stage::open(&[FERRY, TEA]).await;
    stage.golden(&[(QUESTION, FERRY.0)]);
    stage
}

fn write(stage: &Stage, name: &str, text: &str) {
    std::fs::write(stage.corpus.path().join(name), text).unwrap();
}

fn remove(stage: &Stage, name: &str) {
    std::fs::remove_file(stage.corpus.path().join(name)).unwrap();
}

/// What the admin is told at the end of a reindex.
async fn reindexed(stage: &Stage) -> SeenMessage {
    let admin = stage.sandbox.admin();
    let started = admin.slash("general", "reindex", &json!({})).unwrap();
    admin.follow_up_to(&started, 1).await.unwrap()
}

/// The answer to the question now.
async fn answer(stage: &Stage) -> String {
    let asked = stage.ask(QUESTION);
    stage.ann().answer_to(&asked).await.unwrap().text
}

fn labels(message: &SeenMessage) -> Vec<&str> {
    message.buttons.iter().map(|it| it.label.as_str()).collect()
}

/// The message as it is once it begins so.
async fn becomes(stage: &Stage, message: &SeenMessage, beginning: &str) -> SeenMessage {
    let look = || {
        let now = stage.sandbox.admin().looks_again(message)?;
        now.text.starts_with(beginning).then_some(now)
    };
    stage.sandbox.until(look).await.unwrap()
}

async fn index_command(stage: &Stage, what: &str, options: Value) -> SeenMessage {
    let admin = stage.sandbox.admin();
    let used = admin
        .slash("general", &format!("index {what}"), &options)
        .unwrap();
    admin.answer_to(&used).await.unwrap()
}

async fn refusal(stage: &Stage, pressed: &Interaction) -> String {
    let told = stage.ann().answer_to(pressed).await.unwrap();
    assert!(told.is_private);
    told.text
}

#[tokio::test]
async fn what_takes_an_answer_from_a_golden_question_waits_for_a_word() {
    let stage = harbour().await;
    remove(&stage, FERRY.0);
    let outcome = reindexed(&stage).await;
    assert!(
        outcome.text.starts_with("**Ready to publish**"),
        "{}",
        outcome.text
    );
    assert!(
        outcome
            .text
            .contains("right answer from 1 golden question."),
        "{}",
        outcome.text
    );
    assert!(
        outcome.text.contains(&format!("- ❌ {QUESTION}: Ferry")),
        "{}",
        outcome.text
    );
    assert_eq!(labels(&outcome), ["Publish", "Discard", "Details"]);
    assert!(answer(&stage).await.contains("at nine"));

    stage.sandbox.admin().click(&outcome, "Publish").unwrap();
    let published = becomes(&stage, &outcome, "**Published** by adam.").await;
    assert_eq!(labels(&published), ["Details"]);
    assert!(!answer(&stage).await.contains("at nine"));
}

#[tokio::test]
async fn what_changes_no_golden_question_goes_live_by_itself() {
    let stage = harbour().await;
    write(&stage, "coffee.md", "# Coffee\n\nCoffee is roasted.\n");
    let outcome = reindexed(&stage).await;
    assert!(
        outcome.text.starts_with("**Reindex done**"),
        "{}",
        outcome.text
    );
    assert!(
        outcome
            .text
            .contains("**Golden questions**: 1 asked. Another first passage: 0"),
        "{}",
        outcome.text
    );
    assert_eq!(stage.app.status().unwrap().live.unwrap().articles, 3);
}

#[tokio::test]
async fn nothing_goes_live_by_itself_where_that_is_wished_and_what_is_discarded_is_gone() {
    let stage = Stage::open_with(&[FERRY, TEA], |config| {
        config.release.auto_publish = AutoPublish::Never;
    })
    .await;
    remove(&stage, FERRY.0);
    let outcome = reindexed(&stage).await;
    assert!(
        outcome.text.contains("It waits for somebody"),
        "{}",
        outcome.text
    );
    let admin = stage.sandbox.admin();
    admin.click(&outcome, "Discard").unwrap();
    let dropped = becomes(&stage, &outcome, "**Discarded** by adam.").await;
    assert!(dropped.buttons.is_empty());
    assert!(answer(&stage).await.contains("at nine"));
    let late = admin.click(&outcome, "Publish");
    assert!(late.is_err(), "the button is gone");
}

#[tokio::test]
async fn a_decision_can_be_made_after_a_restart() {
    let mut stage = harbour().await;
    remove(&stage, FERRY.0);
    let outcome = reindexed(&stage).await;
    stage.restart().await;
    assert!(answer(&stage).await.contains("at nine"));
    stage.sandbox.admin().click(&outcome, "Publish").unwrap();
    becomes(&stage, &outcome, "**Published** by adam.").await;
    assert!(!answer(&stage).await.contains("at nine"));
}

#[tokio::test]
async fn a_release_that_was_overtaken_is_not_published() {
    let stage = harbour().await;
    remove(&stage, FERRY.0);
    let first = reindexed(&stage).await;
    write(&stage, FERRY.0, FERRY.1);
    write(&stage, "coffee.md", "# Coffee\n\nCoffee is roasted.\n");
    let second = reindexed(&stage).await;
    assert!(
        second.text.starts_with("**Reindex done**"),
        "{}",
        second.text
    );
    let admin = stage.sandbox.admin();
    let pressed = admin.click(&first, "Publish").unwrap();
    let told = admin.follow_up_to(&pressed, 0).await.unwrap();
    assert!(told.is_private);
    assert!(
        told.text.starts_with("That is no longer there"),
        "{}",
        told.text
    );
    assert!(answer(&stage).await.contains("at nine"));
}

#[tokio::test]
async fn only_admins_press_the_buttons() {
    let stage = harbour().await;
    remove(&stage, FERRY.0);
    let outcome = reindexed(&stage).await;
    for button in ["Publish", "Discard", "Details"] {
        let pressed = stage.ann().click(&outcome, button).unwrap();
        let told = refusal(&stage, &pressed).await;
        assert!(told.contains("Manage Server"), "{button}: {told}");
    }
    assert!(answer(&stage).await.contains("at nine"));
}

#[tokio::test]
async fn details_are_for_one_and_name_questions_that_were_asked_in_public() {
    let stage = harbour().await;
    answer(&stage).await;
    let ann = stage.ann();
    ann.dm("When does the ferry leave for Norderney?").unwrap();
    stage.recorded(2).await;
    remove(&stage, FERRY.0);
    let outcome = reindexed(&stage).await;
    assert!(
        outcome.text.contains("stop being answered: 2"),
        "{}",
        outcome.text
    );
    assert!(!outcome.text.contains("leave for"), "{}", outcome.text);
    let admin = stage.sandbox.admin();
    let pressed = admin.click(&outcome, "Details").unwrap();
    let details = admin.answer_to(&pressed).await.unwrap();
    assert!(details.is_private);
    for line in [
        "- before: Ferry: The ferry to Norderney leaves at nine.",
        "- after: ",
        &format!("**Stop being answered**\n- {QUESTION}\n- and 1 more, asked in private"),
        "**Removed** 1\n- ferry.md",
        "Passages 2 → 1",
    ] {
        assert!(details.text.contains(line), "{line}: {}", details.text);
    }
}

#[tokio::test]
async fn a_question_that_nobody_could_answer_becomes_answered() {
    let stage = Stage::open(&[TEA]).await;
    answer(&stage).await;
    stage.recorded(1).await;
    write(&stage, FERRY.0, FERRY.1);
    let outcome = reindexed(&stage).await;
    assert!(
        outcome.text.contains("Become answered: 1"),
        "{}",
        outcome.text
    );
}

#[tokio::test]
async fn a_reindex_is_cancelled_by_its_button_and_changes_nothing() {
    let stage = Stage::open(&[FERRY]).await;
    for n in 0..400 {
        let text = format!("# Article {n}\n\n{}", format!("Word{n} here. ").repeat(600));
        write(&stage, &format!("a{n}.md"), &text);
    }
    let admin = stage.sandbox.admin();
    let started = admin.slash("general", "reindex", &json!({})).unwrap();
    let progress = admin.answer_to(&started).await.unwrap();
    assert_eq!(labels(&progress), ["Cancel"]);
    let refused = stage.ann().click(&progress, "Cancel").unwrap();
    let told = refusal(&stage, &refused).await;
    assert!(told.contains("Manage Server"), "{told}");
    admin.click(&progress, "Cancel").unwrap();
    let over = becomes(&stage, &progress, "**The reindex was cancelled.**").await;
    assert!(over.buttons.is_empty());
    let status = stage.app.status().unwrap();
    assert_eq!(status.live.unwrap().articles, 1);
    assert_eq!(status.last_failure, None);
}

#[tokio::test]
async fn an_earlier_generation_answers_again_and_the_history_tells() {
    let stage = Stage::open(&[FERRY, TEA]).await;
    let before = answer(&stage).await;
    write(
        &stage,
        FERRY.0,
        "# Ferry\n\nThe ferry to Norderney leaves at ten.\n",
    );
    reindexed(&stage).await;
    assert!(answer(&stage).await.contains("at ten"));
    let back = index_command(&stage, "rollback", json!({})).await;
    assert!(
        back.text
            .starts_with("**Generation 1 answers again**, as generation 3."),
        "{}",
        back.text
    );
    assert!(
        back.text.contains("**Changed** 1\n- ferry.md"),
        "{}",
        back.text
    );
    assert_eq!(answer(&stage).await.lines().next(), before.lines().next());
    let history = index_command(&stage, "history", json!({})).await;
    assert!(history.is_private);
    let lines: Vec<&str> = history.text.lines().collect();
    assert!(
        lines[1].contains("adam went back to generation 1"),
        "{lines:?}"
    );
    assert!(
        lines[2].contains("generation 2 published by adam"),
        "{lines:?}"
    );
    assert!(
        lines[2].contains("0 added, 1 changed, 0 removed"),
        "{lines:?}"
    );
    assert!(lines[3].contains("published by the story"), "{lines:?}");
    let audited = async || {
        let text = stage.told("audit", &json!({})).await.text;
        text.contains("index rollback 1") && text.contains("reindex")
    };
    stage.eventually(audited).await;
}

#[tokio::test]
async fn the_history_shows_what_waits_with_the_same_buttons() {
    let stage = harbour().await;
    remove(&stage, FERRY.0);
    reindexed(&stage).await;
    let history = index_command(&stage, "history", json!({})).await;
    assert!(
        history.text.starts_with("**Ready to publish**"),
        "{}",
        history.text
    );
    assert_eq!(labels(&history), ["Publish", "Discard", "Details"]);
    stage.sandbox.admin().click(&history, "Publish").unwrap();
    becomes(&stage, &history, "**Published** by adam.").await;
    assert!(!answer(&stage).await.contains("at nine"));
}

#[tokio::test]
async fn there_is_no_going_back_to_what_is_not_kept() {
    let stage = Stage::open(&[FERRY]).await;
    let none = index_command(&stage, "rollback", json!({})).await;
    assert!(
        none.text.starts_with("There is no earlier generation"),
        "{}",
        none.text
    );
    write(&stage, TEA.0, TEA.1);
    reindexed(&stage).await;
    let other = index_command(&stage, "rollback", json!({ "generation": 9 })).await;
    assert!(
        other.text.ends_with("I can go back to: 1"),
        "{}",
        other.text
    );
}

#[tokio::test]
async fn a_reindex_that_outlives_its_command_goes_on_in_an_ordinary_message() {
    let stage = Stage::open(&[FERRY]).await;
    for n in 0..100 {
        let text = format!("# Article {n}\n\n{}", format!("Word{n} here. ").repeat(300));
        write(&stage, &format!("a{n}.md"), &text);
    }
    let admin = stage.sandbox.admin();
    let started = admin.slash("general", "reindex", &json!({})).unwrap();
    admin.answer_to(&started).await.unwrap();
    stage.sandbox.advance(Duration::from_secs(16 * 60));
    let posted = |what: &str| {
        let seen = admin.sees("general");
        seen.into_iter().find(|it| it.text.contains(what))
    };
    let outcome = stage.sandbox.until(|| posted("**Reindex done**")).await;
    assert_eq!(labels(&outcome.unwrap()), ["Details"]);
    let over = stage
        .sandbox
        .until(|| posted("The reindex has ended"))
        .await;
    assert!(over.unwrap().buttons.is_empty());
}
