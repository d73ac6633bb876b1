//! The questions that ship with the corpus, asked of it: answers may get better, not worse.

#![expect(clippy::unwrap_used, reason = "what helps a test may fail like a test")]

use std::path::Path;

use lodestar::app::engine_settings;
use lodestar::config::Config;
use lodestar_engine::eval::{self, Figures, Set};

/// Shares below which something has broken. They leave room for what a change of a few words in
/// an article does to forty questions.
struct Floors {
    hit_1: f64,
    hit_3: f64,
    sentence_1: f64,
    refused: f64,
}

const FLOORS: Floors = Floors {
    hit_1: 0.63,
    hit_3: 0.86,
    sentence_1: 0.45,
    refused: 0.8,
};

fn ask_all() -> Figures {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let questions = root.join("tests/it/golden/polestar.jsonl");
    let set = Set::of(&root.join("corpus"), &questions).unwrap();
    let config = Config::load(Some(&root.join("config.toml")), []).unwrap();
    eval::run(&engine_settings(&config), &set, |_| {})
        .unwrap()
        .figures
}

#[test]
fn the_shipped_questions_are_answered_and_refused_as_well_as_ever() {
    let figures = ask_all();
    assert!(figures.hit_1 >= Some(FLOORS.hit_1), "{figures:?}");
    assert!(figures.hit_3 >= Some(FLOORS.hit_3), "{figures:?}");
    assert!(figures.sentence_1 >= Some(FLOORS.sentence_1), "{figures:?}");
    let refused = figures.false_answers.map(|share| 1.0 - share);
    assert!(refused >= Some(FLOORS.refused), "{figures:?}");
}

#[test]
fn two_runs_give_the_same_figures() {
    let steady = |figures: Figures| {
        let Figures {
            hit_1,
            mrr_10,
            auroc,
            answered,
            ..
        } = figures;
        (hit_1, mrr_10, auroc, answered)
    };
    assert_eq!(steady(ask_all()), steady(ask_all()));
}
