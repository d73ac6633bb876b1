//! What admins changed in Discord holds for the program on the command line.

use std::path::Path;

use jiff::Timestamp;
use lodestar::config::Config;
use lodestar::store::{ChangeKind, Proposal, Store};

use super::shop::Shop;

const ADMIN: u64 = 7;

/// The confidence from which on an answer is one, as `status` tells it.
fn answered_from(shop: &Shop) -> f64 {
    let mut status = shop.command(&["status", "--json"]);
    status.env("LODESTAR_CORPUS_DIR", shipped_corpus());
    let status: serde_json::Value =
        serde_json::from_slice(&status.output().unwrap().stdout).unwrap();
    status["live"]["thresholds"]["answered"].as_f64().unwrap()
}

fn shipped_corpus() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

#[tokio::test]
async fn a_confidence_that_was_tuned_in_discord_is_told_and_used() {
    let shop = Shop::of(&[]);
    let mut index = shop.command(&["index"]);
    index.env("LODESTAR_CORPUS_DIR", shipped_corpus());
    assert!(index.output().unwrap().status.success());
    let before = answered_from(&shop);

    let mut config = Config::load(None, []).unwrap();
    config.store.path = Some(shop.folder().join("index/lodestar.db"));
    let store = Store::at(&config.store, &config.privacy);
    let proposal = Proposal {
        kind: ChangeKind::Confidence,
        subject: String::new(),
        value: "40".to_owned(),
        reason: "too many refusals".to_owned(),
    };
    let now = Timestamp::now();
    let change = store.propose_change(&proposal, ADMIN, now).await.unwrap();
    assert!(store.apply_change(change, ADMIN, now).await.unwrap());
    store.close().await;

    assert!(answered_from(&shop) < before, "from {before} on");
}
