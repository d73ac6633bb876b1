//! What is suggested while somebody types a question after `/ask`.

use std::path::Path;
use std::time::{Duration, Instant};

use discord_sandbox::Person;
use serde_json::json;

use super::stage::Stage;

const HARBOUR: &str = "---\ntitle: The harbour\n---\n\n## Ferries\n\nThe harbour has two piers. The \
    ferry to Marstrand leaves from the northern pier every hour.\n\n## Café Ærø\n\nThe café \
    opens at nine.\n";
const CASTLE: &str = "---\ntitle: The castle\n---\n\n\
    The castle was finished in 1658. Its tower can be climbed in summer.\n";

async fn town() -> Stage {
    Stage::open(&[("harbour.md", HARBOUR), ("castle.md", CASTLE)]).await
}

async fn suggested(person: &Person, typed: &str) -> Vec<String> {
    let options = json!({ "question": typed });
    let typing = person
        .autocomplete("general", "ask", &options, "question")
        .unwrap();
    person.choices_of(&typing).await.unwrap()
}

async fn answer(stage: &Stage, question: &str) -> String {
    let asked = stage.ask(question);
    stage.ann().answer_to(&asked).await.unwrap().text
}

#[tokio::test]
async fn titles_of_articles_and_sections_are_suggested_and_never_their_text() {
    let stage = town().await;
    let ann = stage.ann();
    assert_eq!(suggested(&ann, "").await, ["The castle", "The harbour"]);
    assert_eq!(suggested(&ann, "ferr").await, ["The harbour › Ferries"]);
    assert_eq!(suggested(&ann, "cafe").await, ["The harbour › Café Ærø"]);
    assert!(suggested(&ann, "marstrand").await.is_empty());
}

#[tokio::test]
async fn a_title_that_is_chosen_is_asked_about() {
    let stage = town().await;
    let section = answer(&stage, "The harbour › Café Ærø").await;
    assert!(section.contains("opens at nine"), "{section}");
    assert!(section.contains("-# The harbour › Café Ærø"), "{section}");
    assert!(!section.contains("piers"), "{section}");
    let article = answer(&stage, "The castle").await;
    assert!(
        article.starts_with("**The castle was finished in 1658.**\n> "),
        "{article}"
    );
}

#[tokio::test]
async fn questions_that_were_answered_here_are_suggested_to_everybody() {
    let stage = town().await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    let question = "When was the castle finished?";
    answer(&stage, question).await;
    answer(&stage, "Who invented the trombone?").await;
    let private = json!({ "question": "Where are the two piers?", "private": true });
    let asked = ann.slash("general", "ask", &private).unwrap();
    ann.answer_to(&asked).await.unwrap();
    stage.recorded(3).await;
    assert_eq!(
        suggested(&ben, "").await,
        [question, "The castle", "The harbour"]
    );
    assert_eq!(suggested(&ben, "fini").await, [question]);
}

#[tokio::test]
async fn a_question_that_many_asked_is_suggested_once() {
    let stage = town().await;
    let question = "When was the castle finished?";
    for asked in [
        question,
        "when was the castle finished",
        "When was the castle  finished ?",
    ] {
        answer(&stage, asked).await;
    }
    stage.recorded(3).await;
    let suggested = suggested(&stage.sandbox.member("ben"), "fini").await;
    assert_eq!(suggested.len(), 1, "{suggested:?}");
}

#[tokio::test]
async fn in_direct_messages_nobodys_questions_are_suggested() {
    let stage = town().await;
    let ann = stage.ann();
    answer(&stage, "When was the castle finished?").await;
    stage.recorded(1).await;
    let direct = ann.direct().unwrap();
    let options = json!({ "question": "" });
    let typing = ann
        .autocomplete(direct, "ask", &options, "question")
        .unwrap();
    let choices = ann.choices_of(&typing).await.unwrap();
    assert_eq!(choices, ["The castle", "The harbour"]);
}

#[tokio::test]
async fn after_a_reindex_the_new_titles_are_suggested() {
    let stage = town().await;
    suggested(&stage.ann(), "").await;
    let article = "# The windmill\n\nThe windmill turns.\n";
    std::fs::write(stage.corpus.path().join("windmill.md"), article).unwrap();
    let run = stage.app.reindex("the story").unwrap();
    run.outcome().await.unwrap();
    assert_eq!(suggested(&stage.ann(), "wind").await, ["The windmill"]);
}

#[tokio::test]
async fn suggestions_for_hostile_titles_are_such_as_discord_takes() {
    let long = "t".repeat(400);
    let article = format!(
        "---\ntitle: \"@everyone **{long}**\"\n---\n\n## {long} <@1>\n\nText.\n\n## \u{202e}abc\n\nMore.\n"
    );
    let stage = Stage::open(&[("long.md", &article)]).await;
    let choices = suggested(&stage.ann(), "ttt").await;
    assert_eq!(choices.len(), 3, "{choices:?}");
    for choice in suggested(&stage.ann(), "e").await {
        assert!((1..=100).contains(&choice.chars().count()), "{choice}");
        assert!(!choice.contains('\u{202e}'), "{choice}");
    }
}

#[tokio::test]
async fn suggestions_for_the_shipped_articles_come_within_50_ms() {
    const LIMIT: Duration = Duration::from_millis(50);
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let stage = Stage::open_with(&[("unused.md", "# Unused\n\nUnused.\n")], |config| {
        config.corpus.dir = shipped;
    })
    .await;
    let ann = stage.ann();
    let mut times = Vec::new();
    for typed in [
        "",
        "p",
        "po",
        "pol",
        "polestar 3",
        "kosice",
        "tariff",
        "where",
    ] {
        let began = Instant::now();
        let choices = suggested(&ann, typed).await;
        times.push(began.elapsed());
        assert!(choices.len() <= 25, "{choices:?}");
    }
    // The machine may be busy with something else for a moment.
    times.sort();
    assert!(times[times.len() / 2] < LIMIT, "{times:?}");
}
