//! What an explanation shows, for articles of one passage each.

use super::*;
use crate::answer::Question;
use crate::index::sample;
use crate::language::Language;

/// Explains a question asked of articles of one passage each; the first `found` are candidates.
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
fn words_show_how_they_were_understood() {
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
fn an_outranked_article_shows_its_largest_deficit() {
    let question = "When does the ferry to Marstrand leave the pier?";
    let Fate::Behind {
        rank,
        behind_by,
        most,
        lacks,
    } = fate_of(question, 2, "Tea")
    else {
        panic!("it should be a candidate");
    };
    assert_eq!((rank, behind_by > 0.0), (2, true));
    assert!(most.is_some_and(|it| it.weighs > 0.0));
    assert_eq!(lacks, ["ferry", "Marstrand", "leave"]);
}

#[test]
fn an_article_outside_the_candidates_shows_what_it_lacks() {
    let Fate::NoCandidate { lacks } = fate_of("Is the tea from Marstrand?", 1, "Tea") else {
        panic!("it should not be a candidate");
    };
    assert_eq!(lacks, ["Marstrand"]);
    assert!(matches!(fate_of("Is it hot?", 2, "Gone"), Fate::NotIndexed));
}

#[test]
fn contributions_are_sorted_by_size_and_limited() {
    let told = explained("Where does the ferry leave?", &[FERRY, TEA], 2, "Tea");
    let first = &told.passages[0];
    assert_eq!(first.title, "Harbour");
    assert!(first.parts.len() <= MAX_CONTRIBUTIONS && !first.parts.is_empty());
    let sorted = first
        .parts
        .is_sorted_by(|one, other| one.weighs.abs() >= other.weighs.abs());
    assert!(sorted, "{:?}", first.parts);
    assert!(!told.signals.is_empty());
}
