//! The bot with a store that fails: it answers as before, warns once, and says so to admins.

use std::path::{Path, PathBuf};

use serde_json::json;
use sqlx::Connection as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tempfile::TempDir;

use super::stage::Stage;

const ARTICLE: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");
const QUESTION: &str = "How is tea made?";

async fn with_store_at(path: PathBuf) -> Stage {
    Stage::open_with(&[ARTICLE], |config| config.store.path = Some(path)).await
}

/// Three people ask, in three ways, and all are answered.
async fn assert_all_are_answered(stage: &Stage) {
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    let by_command = stage.ask(QUESTION);
    let called = format!("{} {QUESTION}", stage.bot());
    let by_message = ben.say("general", &called).unwrap();
    let direct = ann.dm(QUESTION).unwrap();
    for answer in [
        ann.answer_to(&by_command).await.unwrap(),
        ben.reply_to(&by_message).await.unwrap(),
        ann.reply_to(&direct).await.unwrap(),
    ] {
        assert!(answer.text.contains("hot water"), "{}", answer.text);
    }
}

/// What admins are told is wrong with the store.
async fn doctor(stage: &Stage) -> String {
    let admin = stage.sandbox.admin();
    let used = admin.slash("general", "doctor", &json!({})).unwrap();
    let text = admin.answer_to(&used).await.unwrap().text;
    let line = text.lines().find(|it| it.starts_with("❌ The store"));
    line.unwrap_or_else(|| panic!("{text}")).to_owned()
}

fn warnings(stage: &Stage) -> usize {
    stage
        .log
        .text()
        .matches("going on without the store")
        .count()
}

#[tokio::test]
async fn a_damaged_store_is_done_without_and_left_as_it_is() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("lodestar.db");
    let noise = b"this is no database, and never was one. ".repeat(200);
    std::fs::write(&path, &noise).unwrap();
    let mut stage = with_store_at(path.clone()).await;
    assert_all_are_answered(&stage).await;
    let told = doctor(&stage).await;
    assert!(told.contains("is damaged or no database"), "{told}");
    stage.stop().await.unwrap();
    assert_eq!(warnings(&stage), 1, "{}", stage.log.text());
    assert_eq!(std::fs::read(&path).unwrap(), noise);
}

async fn hold(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(path);
    let mut held = SqliteConnection::connect_with(&options).await.unwrap();
    for statement in ["PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE"] {
        sqlx::query(statement).execute(&mut held).await.unwrap();
    }
    held
}

#[tokio::test]
async fn a_store_that_another_process_holds_delays_no_answer() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("lodestar.db");
    // A store as the bot leaves it, then held by somebody else.
    let mut first = with_store_at(path.clone()).await;
    assert_all_are_answered(&first).await;
    first.stop().await.unwrap();
    first.app.stop(std::time::Duration::from_secs(5)).await;
    drop(first);
    let held = hold(&path).await;
    let mut stage = with_store_at(path.clone()).await;
    assert_all_are_answered(&stage).await;
    let told = doctor(&stage).await;
    assert!(told.contains("is held by another process"), "{told}");
    drop(held);
    stage.stop().await.unwrap();
    assert_eq!(warnings(&stage), 1, "{}", stage.log.text());
}

/// A folder of which nothing can be written, whoever runs the tests.
#[tokio::test]
async fn a_store_that_cannot_be_written_is_done_without() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("a file");
    std::fs::write(&file, "").unwrap();
    let mut stage = with_store_at(file.join("lodestar.db")).await;
    assert_all_are_answered(&stage).await;
    let told = doctor(&stage).await;
    assert!(told.contains("cannot be opened"), "{told}");
    stage.stop().await.unwrap();
    assert_eq!(warnings(&stage), 1, "{}", stage.log.text());
}
