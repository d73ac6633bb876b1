//! Answers that were given already are marked when their source changes.

use lodestar::sandbox::{Fault, Sandbox, SeenMessage};
use serde_json::json;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::time::Duration;

use super::program::Program;
use super::stage::Stage;

const FERRY: (&str, &str) = (
    "ferry.md",
    "# Ferry\n\nThe ferry to Norderney leaves at nine.\n",
);
const TEA: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");
const MARK: &str = "-# ⚠️ Source changed on <t:";

fn write(stage: &Stage, name: &str, text: &str) {
    std::fs::write(stage.corpus.path().join(name), text).unwrap();
}

async fn answered(stage: &Stage, question: &str) -> SeenMessage {
    let asked = stage.ask(question);
    let answer = stage.ann().answer_to(&asked).await.unwrap();
    stage.record_of(&answer).await;
    answer
}

async fn reindexed(stage: &Stage) {
    let run = stage.app.reindex("the story").unwrap();
    run.outcome().await.unwrap();
}

/// The message as it is once it is marked.
async fn marked(stage: &Stage, message: &SeenMessage) -> SeenMessage {
    let look = || {
        let now = stage.ann().looks_again(message)?;
        now.text.contains(MARK).then_some(now)
    };
    stage.sandbox.until(look).await.unwrap()
}

#[tokio::test]
async fn an_answer_is_marked_once_when_its_source_changes_and_others_are_left_alone() {
    let mut stage = Stage::open(&[FERRY, TEA]).await;
    let tea = answered(&stage, "How is tea made?").await;
    let ferry = answered(&stage, "When does the ferry to Norderney leave?").await;
    write(
        &stage,
        FERRY.0,
        "# Ferry\n\nThe ferry to Norderney leaves at ten.\n",
    );
    reindexed(&stage).await;
    let now = marked(&stage, &ferry).await;
    assert!(
        now.text.starts_with(&ferry.text),
        "what it said stays: {}",
        now.text
    );
    assert_eq!(now.buttons, ferry.buttons);
    stage
        .eventually(async || stage.app.store().marked().await.unwrap().len() == 1)
        .await;
    stage.restart().await;
    std::fs::remove_file(stage.corpus.path().join(FERRY.0)).unwrap();
    write(&stage, TEA.0, "# Tea\n\nTea is made with cold water.\n");
    reindexed(&stage).await;
    marked(&stage, &tea).await;
    let again = stage.ann().looks_again(&ferry).unwrap();
    assert_eq!(again.text, now.text, "once is enough");
}

#[tokio::test]
async fn a_passage_that_only_moved_has_not_changed() {
    let stage = Stage::open(&[FERRY, TEA]).await;
    let tea = answered(&stage, "How is tea made?").await;
    let ferry = answered(&stage, "When does the ferry to Norderney leave?").await;
    std::fs::rename(
        stage.corpus.path().join(TEA.0),
        stage.corpus.path().join("drinks.md"),
    )
    .unwrap();
    write(
        &stage,
        FERRY.0,
        "# Ferry\n\nThe ferry to Norderney leaves at ten.\n",
    );
    reindexed(&stage).await;
    marked(&stage, &ferry).await;
    assert_eq!(stage.ann().looks_again(&tea).unwrap().text, tea.text);
}

#[tokio::test]
async fn answers_are_left_alone_where_that_is_wished() {
    let stage = Stage::open_with(&[FERRY], |config| config.release.mark_days = 0).await;
    answered(&stage, "When does the ferry to Norderney leave?").await;
    write(
        &stage,
        FERRY.0,
        "# Ferry\n\nThe ferry to Norderney leaves at ten.\n",
    );
    reindexed(&stage).await;
    // What comes after it shows that the bot had the time.
    let later = answered(&stage, "When does the ferry to Norderney leave?").await;
    assert!(later.text.contains("at ten"), "{}", later.text);
    assert!(stage.requests("PATCH /channels").is_empty());
}

#[tokio::test]
async fn what_was_not_covered_quotes_nothing_that_could_change() {
    let stage = Stage::open(&[FERRY, TEA]).await;
    let uncovered = answered(&stage, "Which ferry tea lighthouse zebra volcano?").await;
    assert!(uncovered.text.contains("don't cover"), "{}", uncovered.text);
    let ferry = answered(&stage, "When does the ferry to Norderney leave?").await;
    write(
        &stage,
        FERRY.0,
        "# Ferry\n\nThe ferry to Norderney leaves at ten.\n",
    );
    write(&stage, TEA.0, "# Tea\n\nTea is made with cold water.\n");
    reindexed(&stage).await;
    marked(&stage, &ferry).await;
    stage
        .eventually(async || stage.app.store().marked().await.unwrap().len() == 2)
        .await;
    let now = stage.ann().looks_again(&uncovered).unwrap();
    assert_eq!(now.text, uncovered.text);
}

#[tokio::test]
async fn a_limit_is_waited_for() {
    let stage = Stage::open(&[FERRY]).await;
    let ferry = answered(&stage, "When does the ferry to Norderney leave?").await;
    let edit = Fault::at(&format!("/messages/{}", ferry.id)).method("PATCH");
    let limited = edit.rate_limited(Duration::from_millis(300));
    stage.sandbox.fault(limited);
    write(
        &stage,
        FERRY.0,
        "# Ferry\n\nThe ferry to Norderney leaves at ten.\n",
    );
    reindexed(&stage).await;
    marked(&stage, &ferry).await;
}

#[tokio::test]
async fn a_message_that_is_gone_is_done_with() {
    let stage = Stage::open(&[FERRY]).await;
    let ferry = answered(&stage, "When does the ferry to Norderney leave?").await;
    let fault = Fault::at(&format!("/messages/{}", ferry.id)).answers(404);
    stage.sandbox.fault(fault);
    write(
        &stage,
        FERRY.0,
        "# Ferry\n\nThe ferry to Norderney leaves at ten.\n",
    );
    reindexed(&stage).await;
    stage
        .eventually(async || stage.app.store().marked().await.unwrap().len() == 1)
        .await;
    assert_eq!(stage.ann().looks_again(&ferry).unwrap().text, ferry.text);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_bot_that_is_killed_while_it_marks_goes_on_later_and_repeats_nothing() {
    let folder = TempDir::new().unwrap();
    let corpus = folder.path().join("corpus");
    std::fs::create_dir(&corpus).unwrap();
    std::fs::write(corpus.join(FERRY.0), FERRY.1).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let sandbox = Sandbox::start(listener).await.unwrap();
    let program = Program::new(&sandbox, folder.path());
    let ann = sandbox.member("ann");
    program.index();
    let bot = program.start().await;
    let registered = || (!sandbox.commands().is_empty()).then_some(());
    sandbox.until(registered).await.unwrap();
    let mut answers = Vec::new();
    for _ in 0..3 {
        let question = json!({ "question": "When does the ferry to Norderney leave?" });
        let asked = ann.slash("general", "ask", &question).unwrap();
        answers.push(ann.answer_to(&asked).await.unwrap());
    }
    program.until_recorded(answers.len()).await;
    program.kill(bot).await;
    std::fs::write(
        corpus.join(FERRY.0),
        "# Ferry\n\nThe ferry leaves at ten.\n",
    )
    .unwrap();
    program.index();

    let edits = || {
        let requests = sandbox.requests().into_iter();
        requests
            .filter(|it| it.what().starts_with("PATCH /channels"))
            .count()
    };
    let bot = program.start().await;
    let first = || (edits() == 1).then_some(());
    sandbox.until(first).await.unwrap();
    program.kill(bot).await;
    let bot = program.start().await;
    let all = || {
        let now: Vec<SeenMessage> = answers
            .iter()
            .filter_map(|it| ann.looks_again(it))
            .collect();
        now.iter().all(|it| it.text.contains(MARK)).then_some(now)
    };
    let now = sandbox.until(all).await.unwrap();
    sandbox
        .until(|| (edits() >= 3).then_some(()))
        .await
        .unwrap();
    for message in &now {
        assert_eq!(message.text.matches(MARK).count(), 1, "{}", message.text);
    }
    assert_eq!(edits(), 3, "no message was edited twice");
    program.kill(bot).await;
}
