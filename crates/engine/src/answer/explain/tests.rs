//! What an explanation tells, on articles of one passage each.

use super::*;
use crate::answer::Question;
use crate::index::sample;
use crate::language::Language;

/// A question put to articles of one passage each; those named in `found` are candidates.
fn explained(question: &str, articles: &[(&str, &str)], found: usize, wanted: &str) -> Explanation {
    let lexicon = Lexicon::new("ferry, boat", &[Language::English]);
    let asked = AnalysedQuestion::new(Question::clean(question, 500), &[], &lexicon);
    let hits: Vec<Hit> = articles
        .iter()
        .take(found)
        .map(|(title, text)| Hit::sample(title, text))
        .collect();
    let statistics = TermStatistics {
        frequencies: asked.terms().iter().map(|_| 1).collect(),
        passages: 100,
        generation: 1,
    };
    let thresholds = Thresholds {
        answered: 0.5,
        covered: 0.2,
    };
    let content = articles
        .iter()
        .find(|it| it.0 == wanted)
        .map(|(title, text)| {
            let (source, passage) = sample(title, text);
            (source, vec![passage])
        });
    let found = FoundHits {
        asked,
        hits,
        statistics,
    };
    explain(
        found,
        &lexicon,
        &thresholds,
        Some((format!("{wanted}.md"), content)),
    )
}

const FERRY: (&str, &str) = (
    "Harbour",
    "The ferry to Marstrand leaves from the pier at nine.",
);
const TEA: (&str, &str) = ("Tea", "The tea is hot and the pier is cold.");

fn fate_of(question: &str, found: usize, wanted: &str) -> Fate {
    let articles = [FERRY, TEA];
    explained(question, &articles, found, wanted)
        .expected
        .unwrap()
        .fate
}

#[test]
fn words_tell_what_they_were_taken_for() {
    let told = explained(
        "When does the ferry to Marstrand leave?",
        &[FERRY],
        1,
        "Harbour",
    );
    let ferry = told.words.iter().find(|it| it.typed == "ferry").unwrap();
    assert_eq!(ferry.also, ["boat"]);
    assert_eq!(ferry.passages, 1);
    assert!(told.words.iter().all(|it| it.share > 0.0), "{told:?}");
    assert!(told.unseen.is_empty() && told.candidates == 1);
    assert!(matches!(told.expected.unwrap().fate, Fate::First));
}

#[test]
fn the_first_reason_is_told_why_an_article_lost() {
    let question = "When does the ferry to Marstrand leave the pier?";
    let Fate::Behind {
        rank,
        behind_by,
        most,
        lacks,
    } = fate_of(question, 2, "Tea")
    else {
        panic!("it is a candidate");
    };
    assert_eq!((rank, behind_by > 0.0), (2, true));
    assert!(most.is_some_and(|it| it.weighs > 0.0));
    assert_eq!(lacks, ["ferry", "Marstrand", "leave"]);
}

#[test]
fn an_article_that_is_no_candidate_is_told_what_it_lacks() {
    let Fate::NoCandidate { lacks } = fate_of("Is the tea from Marstrand?", 1, "Tea") else {
        panic!("it is no candidate");
    };
    assert_eq!(lacks, ["Marstrand"]);
    assert!(matches!(fate_of("Is it hot?", 2, "Gone"), Fate::NotIndexed));
}

#[test]
fn what_speaks_for_a_passage_adds_up_to_what_the_model_weighs() {
    let told = explained("Where does the ferry leave?", &[FERRY, TEA], 2, "Tea");
    let first = &told.passages[0];
    assert_eq!(first.title, "Harbour");
    assert!(first.parts.len() <= PARTS && !first.parts.is_empty());
    let sorted = first
        .parts
        .is_sorted_by(|one, other| one.weighs.abs() >= other.weighs.abs());
    assert!(sorted, "{:?}", first.parts);
    assert!(!told.signals.is_empty());
}
