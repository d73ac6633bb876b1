//! `/tune`: changes how questions are answered, with a look at what that does first.

use discord_sandbox::SeenMessage;
use lodestar_engine::answer::Coverage;
use serde_json::{Value, json};

use super::stage::Stage;

const HARBOUR: (&str, &str) = (
    "harbour.md",
    "# The harbour\n\n## Ferries\n\nThe ferry to Marstrand leaves from the northern pier at nine.\n\n\
     ## Rules\n\nNobody may swim between the piers.\n",
);
const CASTLE: (&str, &str) = (
    "castle.md",
    "# The castle\n\nThe castle was finished in 1658. Its tower can be climbed in summer.\n",
);

async fn town() -> Stage {
    Stage::open_with(&[HARBOUR, CASTLE], |config| {
        config.synonyms.groups = String::new();
    })
    .await
}

async fn first(stage: &Stage, question: &str) -> (Coverage, String) {
    let answer = stage.app.ask(question).await.unwrap();
    let first = answer.excerpts.first();
    let text = first.map(|it| it.text.clone()).unwrap_or_default();
    (answer.state, text)
}

fn labels(message: &SeenMessage) -> Vec<&str> {
    message.buttons.iter().map(|it| it.label.as_str()).collect()
}

async fn proposed(stage: &Stage, kind: &str, options: &Value) -> SeenMessage {
    let shown = stage.told(&format!("tune {kind}"), options).await;
    assert_eq!(labels(&shown), ["Apply", "Cancel"], "{}", shown.text);
    shown
}

async fn press(stage: &Stage, message: &SeenMessage, button: &str, says: &str) -> SeenMessage {
    stage.sandbox.admin().click(message, button).unwrap();
    stage.until_told(message, says).await
}

/// A question about boats, which no article names.
async fn asks_for_boats(stage: &Stage) {
    let asked = stage.ask("When does the steamboat to Marstrand leave?");
    stage.ann().answer_to(&asked).await.unwrap();
    stage.recorded(1).await;
}

fn synonym() -> Value {
    json!({ "words": "ferry, steamboat", "reason": "old people say steamboat" })
}

#[tokio::test]
async fn a_synonym_is_tried_applied_kept_over_a_restart_and_undone() {
    let mut stage = town().await;
    let question = "Is there a steamboat?";
    let asked = stage.ask(question);
    stage.ann().answer_to(&asked).await.unwrap();
    stage.recorded(1).await;
    let before = first(&stage, question).await;
    assert_eq!(before.0, Coverage::NotCovered);

    let shown = proposed(&stage, "synonym", &synonym()).await;
    assert!(
        shown.text.starts_with(
            "**Same meaning:** ferry, steamboat\nThat would change 1 of 1 golden and recent questions."
        ),
        "{}",
        shown.text
    );
    assert!(
        shown.text.contains("- Is there a steamboat?: not covered"),
        "{}",
        shown.text
    );
    assert!(
        shown.text.contains("The harbour › Ferries"),
        "{}",
        shown.text
    );
    assert_eq!(first(&stage, question).await, before, "nothing holds yet");

    let applied = press(&stage, &shown, "Apply", "Applied: **Same meaning:**").await;
    assert_eq!(labels(&applied), ["Undo"]);
    let (state, text) = first(&stage, question).await;
    assert_ne!(state, Coverage::NotCovered);
    assert!(text.contains("Marstrand"), "{text}");
    stage.restart().await;
    assert!(first(&stage, question).await.1.contains("Marstrand"));

    press(&stage, &applied, "Undo", "Undone: **Same meaning:**").await;
    assert_eq!(first(&stage, question).await, before);
    let history = stage.told("tune history", &json!({})).await;
    assert!(
        history.text.contains("old people say steamboat"),
        "{}",
        history.text
    );
    assert!(history.text.contains("undone by"), "{}", history.text);
    assert!(history.buttons.is_empty());
    let audit = stage.told("audit", &json!({})).await.text;
    assert!(audit.contains("tune undo synonym"), "{audit}");
    assert!(audit.contains("tune synonym"), "{audit}");
}

#[tokio::test]
async fn a_change_that_is_cancelled_leaves_nothing() {
    let stage = town().await;
    asks_for_boats(&stage).await;
    let shown = proposed(&stage, "synonym", &synonym()).await;
    let admin = stage.sandbox.admin();
    admin.click(&shown, "Cancel").unwrap();
    let gone = || admin.looks_again(&shown).is_none().then_some(());
    stage.sandbox.until(gone).await.unwrap();
    let history = stage.told("tune history", &json!({})).await.text;
    assert!(history.starts_with("Nothing has been changed"), "{history}");
    let told = stage
        .told("tune synonym", &json!({ "words": "ferry", "reason": "x" }))
        .await;
    assert!(
        told.text.starts_with("Give two words or more"),
        "{}",
        told.text
    );
}

#[tokio::test]
async fn an_answer_is_pinned_to_a_section_for_its_question_alone() {
    let stage = town().await;
    let question = "May I bring my dog?";
    let admin = stage.sandbox.admin();
    let typing = json!({ "question": question, "article": "rules", "reason": "x" });
    let typing = admin
        .autocomplete("general", "tune pin", &typing, "article")
        .unwrap();
    assert_eq!(
        admin.choices_of(&typing).await.unwrap(),
        ["The harbour › Rules"]
    );

    let pin = json!({
        "question": question, "article": "The harbour › Rules", "reason": "dogs swim",
    });
    let shown = proposed(&stage, "pin", &pin).await;
    assert!(shown.text.contains("would change 1 of 1"), "{}", shown.text);
    press(&stage, &shown, "Apply", "Applied: **Pinned:**").await;
    let (state, text) = first(&stage, "may i bring my dog").await;
    assert_eq!(state, Coverage::Answered);
    assert!(text.contains("Nobody may swim"), "{text}");
    let (_, text) = first(&stage, "May I bring my dog to the castle?").await;
    assert!(!text.contains("Nobody may swim"), "{text}");
    let told = stage
        .told("explain", &json!({ "question": question }))
        .await
        .text;
    assert!(
        told.ends_with("Admins pinned the answer to harbour.md › Rules."),
        "{told}"
    );
    // The section goes, and with it what the pin is worth.
    std::fs::remove_file(stage.corpus.path().join("harbour.md")).unwrap();
    stage
        .app
        .reindex("the story")
        .unwrap()
        .outcome()
        .await
        .unwrap();
    assert_ne!(first(&stage, question).await.0, Coverage::Answered);
}

#[tokio::test]
async fn an_article_is_trusted_less_and_says_so() {
    let stage = town().await;
    let trust = json!({
        "article": "The castle", "trust": "Low: shown as unverified", "reason": "a legend",
    });
    let shown = proposed(&stage, "trust", &trust).await;
    assert!(
        shown.text.starts_with("**Trust:** castle.md → low"),
        "{}",
        shown.text
    );
    press(&stage, &shown, "Apply", "Applied:").await;
    let asked = stage.ask("When was the castle finished?");
    let answer = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(answer.to_lowercase().contains("unverified"), "{answer}");
}

#[tokio::test]
async fn how_sure_an_answer_has_to_be_is_changed_for_all_questions() {
    let shipped = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let stage = Stage::open_with(&[HARBOUR], |config| config.corpus.dir = shipped).await;
    let before = stage.app.status().unwrap().live.unwrap().thresholds;
    let options = json!({ "percent": 50, "reason": "rather too much than too little" });
    let shown = proposed(&stage, "confidence", &options).await;
    press(&stage, &shown, "Apply", "Applied:").await;
    let after = stage.app.status().unwrap().live.unwrap().thresholds;
    assert!(after.answered < before.answered, "{before:?} {after:?}");
}

#[tokio::test]
async fn a_button_checks_who_presses_it() {
    let stage = town().await;
    let admin = stage.sandbox.admin();
    let shown = proposed(&stage, "synonym", &synonym()).await;
    stage.sandbox.take_roles(&admin).unwrap();
    let pressed = admin.click(&shown, "Apply").unwrap();
    let told = admin.answer_to(&pressed).await.unwrap();
    assert_eq!(
        told.text,
        "Only members with the Manage Server permission can do that."
    );
    assert!(stage.app.store().changes().await.unwrap().is_empty());
}

#[tokio::test]
async fn pressed_twice_a_change_is_applied_once() {
    let stage = town().await;
    let shown = proposed(&stage, "synonym", &synonym()).await;
    let admin = stage.sandbox.admin();
    admin.click(&shown, "Apply").unwrap();
    admin.click(&shown, "Apply").unwrap();
    stage.until_told(&shown, "Applied:").await;
    assert_eq!(stage.app.store().changes().await.unwrap().len(), 1);
}
