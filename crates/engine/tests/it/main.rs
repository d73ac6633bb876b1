//! The engine as another program uses it: through what the crate exports, with real files.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "what helps a test may fail like a test"
)]

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use lodestar_engine::answer::{Answer, Coverage};
use lodestar_engine::{AskError, BuildError, Engine, Settings};

const FERRY: &str =
    "# Ferry\n\nThe ferry to Ven leaves the harbour at nine. A crossing takes half an hour.\n";
const MARKET: &str = "# Market\n\nThe fish market opens on Saturdays. It is closed in January.\n";

struct Harbour {
    place: tempfile::TempDir,
    engine: Engine,
}

impl Harbour {
    fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        fs::create_dir(place.path().join("articles")).unwrap();
        let engine = open(place.path());
        Self { place, engine }
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.place.path().join("articles").join(name), text).unwrap();
    }

    fn reindex(&self) -> lodestar_engine::index::Report {
        let report = self
            .engine
            .reindex("a test", &mut |_| ControlFlow::Continue(()));
        report.unwrap()
    }
}

fn open(place: &Path) -> Engine {
    Engine::open(Settings::new(place.join("articles"), place.join("index"))).unwrap()
}

fn first(answer: &Answer) -> (&str, &str) {
    let excerpt = &answer.excerpts[0];
    (
        &excerpt.source.path,
        &excerpt.text[excerpt.sentence.clone()],
    )
}

#[test]
fn a_question_is_answered_with_its_sentence_and_source() {
    let harbour = Harbour::new();
    harbour.write("ferry.md", FERRY);
    harbour.write("market.md", MARKET);
    assert_eq!(harbour.reindex().articles, 2);
    let answer = harbour
        .engine
        .ask("How long does the crossing take?", 3)
        .unwrap();
    assert_eq!(
        first(&answer),
        ("ferry.md", "A crossing takes half an hour.")
    );
}

#[test]
fn a_follow_up_takes_its_subject_from_the_question_before() {
    let harbour = Harbour::new();
    harbour.write(
        "ferry.md",
        &format!("{FERRY}In January it does not sail.\n"),
    );
    harbour.write("market.md", MARKET);
    harbour.reindex();
    let earlier = ["When does the fish market open?".to_owned()];
    let follow_up = harbour.engine.follow_up(&earlier, "And in January?", 1);
    assert_eq!(first(&follow_up.unwrap()).0, "market.md");
    let alone = harbour.engine.ask("And the ferry in January?", 1);
    assert_eq!(first(&alone.unwrap()).0, "ferry.md");
}

#[test]
fn what_no_article_mentions_is_not_covered() {
    let harbour = Harbour::new();
    harbour.write("ferry.md", FERRY);
    harbour.reindex();
    let answer = harbour
        .engine
        .ask("Who composed the opera Carmen?", 3)
        .unwrap();
    assert_eq!(answer.state, Coverage::NotCovered);
}

#[test]
fn an_engine_without_an_index_says_so_and_a_question_without_words_too() {
    let harbour = Harbour::new();
    let asked = harbour.engine.ask("When does the ferry leave?", 3);
    assert!(matches!(asked, Err(AskError::NoIndex)));
    let asked = harbour.engine.ask("?!", 3);
    assert!(matches!(asked, Err(AskError::NoWords)));
}

#[test]
fn a_changed_article_is_answered_from_after_a_reindex() {
    let harbour = Harbour::new();
    harbour.write("ferry.md", FERRY);
    harbour.reindex();
    harbour.write("ferry.md", &FERRY.replace("nine", "ten"));
    let report = harbour.reindex();
    assert_eq!(report.changed, ["ferry.md"]);
    let answer = harbour.engine.ask("When does the ferry leave?", 3).unwrap();
    assert!(first(&answer).1.ends_with("at ten."), "{answer:?}");
}

#[test]
fn one_engine_follows_what_another_publishes() {
    let harbour = Harbour::new();
    harbour.write("ferry.md", FERRY);
    let reader = open(harbour.place.path());
    harbour.reindex();
    let answer = reader.ask("When does the ferry leave?", 3).unwrap();
    assert_eq!(answer.generation, reader.generation().unwrap());
}

#[test]
fn a_cancelled_reindex_changes_nothing() {
    let harbour = Harbour::new();
    harbour.write("ferry.md", FERRY);
    let before = harbour.reindex().generation;
    harbour.write("market.md", MARKET);
    let cancelled = harbour
        .engine
        .reindex("a test", &mut |_| ControlFlow::Break(()));
    assert!(cancelled.as_ref().is_err_and(BuildError::is_cancelled));
    assert_eq!(harbour.engine.generation(), Some(before));
}

#[test]
fn a_corpus_that_is_missing_is_named() {
    let place = tempfile::tempdir().unwrap();
    let engine = open(place.path());
    let error = engine
        .reindex("a test", &mut |_| ControlFlow::Continue(()))
        .unwrap_err();
    assert!(error.to_string().contains("articles"), "{error}");
}
