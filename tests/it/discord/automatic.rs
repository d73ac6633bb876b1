//! Reindexes that changed files begin, and what the admins' channel is told.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::routing::get;
use discord_sandbox::{Permissions, SeenMessage};
use lodestar::config::{Config, Source, SourceKind};
use serde_json::json;
use tokio::time::Duration;

use super::stage::Stage;

const FERRY: (&str, &str) = (
    "ferry.md",
    "# Ferry\n\nThe ferry to Norderney leaves at nine.\n",
);
const QUESTION: &str = "When does the ferry to Norderney leave?";

fn watching(config: &mut Config) {
    config.release.watch = true;
    config.release.watch_wait = Duration::from_millis(50);
}

/// Watches its corpus, and tells admins in `#general`.
async fn watchtower() -> Stage {
    let mut stage = Stage::open_with(&[FERRY], watching).await;
    stage.golden(&[(QUESTION, FERRY.0)]);
    stage.tell_admins_in("general").await;
    stage
}

/// What the bot posts in `#general` next with these words in it.
async fn posted(stage: &Stage, what: &str) -> SeenMessage {
    let admin = stage.sandbox.admin();
    let look = || {
        let seen = admin.sees("general");
        seen.into_iter().find(|it| it.text.contains(what))
    };
    stage.sandbox.until(look).await.unwrap()
}

async fn answer(stage: &Stage) -> String {
    let asked = stage.ask(QUESTION);
    stage.ann().answer_to(&asked).await.unwrap().text
}

fn write(stage: &Stage, name: &str, text: &str) {
    std::fs::write(stage.corpus.path().join(name), text).unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_changed_file_is_answered_from_and_the_admins_are_told() {
    let stage = watchtower().await;
    write(
        &stage,
        FERRY.0,
        "# Ferry\n\nThe ferry to Norderney leaves at ten.\n",
    );
    let told = posted(&stage, "**Reindex done**").await;
    assert!(
        told.text.starts_with("-# Started by changed files\n"),
        "{}",
        told.text
    );
    assert!(
        told.text.contains("**Changed** 1\n- ferry.md"),
        "{}",
        told.text
    );
    assert!(answer(&stage).await.contains("at ten"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_takes_a_golden_answer_waits_in_the_admins_channel_for_a_word() {
    let stage = watchtower().await;
    std::fs::remove_file(stage.corpus.path().join(FERRY.0)).unwrap();
    write(&stage, "tea.md", "# Tea\n\nTea is made with hot water.\n");
    let told = posted(&stage, "**Ready to publish**").await;
    assert!(answer(&stage).await.contains("at nine"));
    stage.sandbox.admin().click(&told, "Publish").unwrap();
    posted(&stage, "**Published** by adam.").await;
    assert!(!answer(&stage).await.contains("at nine"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_somebody_went_back_from_does_not_come_back_by_itself() {
    let mut stage = watchtower().await;
    write(
        &stage,
        FERRY.0,
        "# Ferry\n\nThe ferry to Norderney leaves at ten.\n",
    );
    posted(&stage, "**Reindex done**").await;
    stage.app.rollback(None, "adam").await.unwrap();
    // The files are not those of the index when the bot comes back.
    stage.restart().await;
    let told = posted(&stage, "**Ready to publish**").await;
    assert!(
        told.text.contains("somebody went back from"),
        "{}",
        told.text
    );
    assert!(answer(&stage).await.contains("at nine"));
}

/// A page on the web with these words, which may change.
async fn page(words: &Arc<Mutex<&'static str>>) -> String {
    let words = Arc::clone(words);
    let routes = Router::new().route("/", get(async move || words.lock().unwrap().to_owned()));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let place = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move { axum::serve(listener, routes).await });
    place
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_a_source_has_new_is_answered_from_and_the_admins_are_told() {
    let words = Arc::new(Mutex::new("The ferry to Juist leaves at noon."));
    let place = page(&words).await;
    let follows = |config: &mut Config| {
        config.fetch.private = vec![place.clone()];
        config.sources = vec![Source {
            kind: SourceKind::Page,
            url: format!("http://{place}/"),
            every: Duration::ZERO,
            name: "news".to_owned(),
            articles: 1,
        }];
    };
    let mut stage = Stage::open_with(&[FERRY], follows).await;
    stage.golden(&[(QUESTION, FERRY.0)]);
    *words.lock().unwrap() = "The ferry to Juist leaves at midnight.";
    stage.tell_admins_in("general").await;
    let told = posted(&stage, "**Reindex done**").await;
    assert!(
        told.text
            .starts_with("-# Started by changes in the followed sources\n"),
        "{}",
        told.text
    );
    let asked = stage.ask("When does the ferry to Juist leave?");
    let answer = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(answer.contains("at midnight"), "{answer}");
}

#[tokio::test]
async fn the_check_up_tells_whether_the_admins_channel_can_be_told() {
    let mut stage = Stage::open(&[FERRY]).await;
    stage.tell_admins_in("general").await;
    let admin = stage.sandbox.admin();
    let checked = admin.slash("general", "doctor", &json!({})).unwrap();
    let well = admin.answer_to(&checked).await.unwrap().text;
    assert!(well.contains("Admin channel: I can write to <#"), "{well}");
    let bot = stage.sandbox.bot();
    let (nothing, denied) = (Permissions::NONE, Permissions::SEND_MESSAGES);
    stage
        .sandbox
        .overwrite("general", &bot, nothing, denied)
        .unwrap();
    let checked = admin.slash("general", "doctor", &json!({})).unwrap();
    let ill = admin.answer_to(&checked).await.unwrap().text;
    assert!(
        ill.contains("I could not write to the admin channel <#"),
        "{ill}"
    );
}
