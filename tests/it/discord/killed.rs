//! A bot that is killed in the middle of a release leaves what answered, and what waits.

use discord_sandbox::Sandbox;
use serde_json::json;
use tempfile::TempDir;
use tokio::net::TcpListener;

use super::program::Program;

const FERRY: (&str, &str) = (
    "ferry.md",
    "# Ferry\n\nThe ferry to Norderney leaves at nine.\n",
);
const TEA: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");
const QUESTION: &str = "When does the ferry to Norderney leave?";

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_bot_that_is_killed_leaves_the_live_index_and_what_waits() {
    let folder = TempDir::new().unwrap();
    let corpus = folder.path().join("corpus");
    std::fs::create_dir(&corpus).unwrap();
    std::fs::write(corpus.join(FERRY.0), FERRY.1).unwrap();
    std::fs::write(corpus.join(TEA.0), TEA.1).unwrap();
    let golden = json!({ "question": QUESTION, "articles": [FERRY.0] }).to_string();
    std::fs::write(folder.path().join("golden.jsonl"), golden).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let sandbox = Sandbox::start(listener).await.unwrap();
    let program = Program::new(&sandbox, folder.path());
    let (admin, ann) = (sandbox.admin(), sandbox.member("ann"));
    let answer = async || {
        let question = json!({ "question": QUESTION });
        let asked = ann.slash("general", "ask", &question).unwrap();
        ann.answer_to(&asked).await.unwrap().text
    };
    program.index();
    std::fs::remove_file(corpus.join(FERRY.0)).unwrap();

    let bot = program.start().await;
    let registered = || (!sandbox.commands().is_empty()).then_some(());
    sandbox.until(registered).await.unwrap();
    let started = admin.slash("general", "reindex", &json!({})).unwrap();
    // In the middle of it.
    admin.answer_to(&started).await.unwrap();
    program.kill(bot).await;

    let bot = program.start().await;
    assert!(answer().await.contains("at nine"));
    let started = admin.slash("general", "reindex", &json!({})).unwrap();
    let outcome = admin.follow_up_to(&started, 1).await.unwrap();
    let labels: Vec<&str> = outcome.buttons.iter().map(|it| it.label.as_str()).collect();
    assert_eq!(labels, ["Publish", "Discard", "Details"]);
    program.kill(bot).await;

    let bot = program.start().await;
    assert!(answer().await.contains("at nine"));
    admin.click(&outcome, "Publish").unwrap();
    let published = || {
        let now = admin.looks_again(&outcome)?;
        now.text.starts_with("**Published** by adam.").then_some(())
    };
    sandbox.until(published).await.unwrap();
    program.kill(bot).await;
    let bot = program.start().await;
    assert!(!answer().await.contains("at nine"));
    program.kill(bot).await;
}
