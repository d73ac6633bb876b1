//! Why an answer is what it is: the question's words and what they were taken for, what speaks for
//! the first passages, what the confidence is made of, and why an expected article came later or
//! not at all.
//!
//! It computes what [`super::compose`] does and keeps the parts. It renders nothing.

use serde::Serialize;

use crate::article::Source;
use crate::index::Hit;
use crate::index::analysis::digest::Digest;
use crate::index::analysis::question;
use crate::passage::Passage;

use super::asked::{Asked, Correction};
use super::confidence::{self, Signals, Thresholds};
use super::evidence::TermIndex;
use super::features::Features;
use super::lexicon::Lexicon;
use super::model::{Linear, Model};
use super::rank::{self, Ranked};
use super::terms::Terms;
use super::worth::Worth;
use super::{State, Statistics};

/// Passages that are laid open.
const PASSAGES: usize = 3;

/// Parts of a score that are named; the rest adds little.
const PARTS: usize = 5;

/// A smaller part of a score says nothing, in units of the model's score.
const LEAST: f32 = 0.01;

/// What speaks for a passage beside the learned features.
const TRUST: &str = "trust";
const DATE_AND_NAME: &str = "date_and_name";

/// An answer, laid open.
#[derive(Debug, Clone, Serialize)]
pub struct Explanation {
    /// As it was searched for.
    pub question: String,
    pub words: Vec<Word>,
    pub corrections: Vec<Correction>,
    /// Passages that were ranked.
    pub candidates: usize,
    /// The first of them.
    pub passages: Vec<Explained>,
    pub state: State,
    pub confidence: f32,
    pub thresholds: Thresholds,
    /// What the confidence is made of, the weightiest first; empty when nothing was found.
    pub signals: Vec<Part>,
    /// Words that occur nowhere, as they were typed.
    pub unseen: Vec<String>,
    /// The section that admins pinned the answer to.
    pub pinned: Option<String>,
    pub expected: Option<Expected>,
}

/// A content word of the question.
#[derive(Debug, Clone, Serialize)]
pub struct Word {
    /// As it was typed; of the question before, for a follow-up.
    pub typed: String,
    /// What is compared with the articles' words.
    pub stems: Vec<String>,
    /// What else counts as this word: synonyms, words of other languages, names with their numbers.
    pub also: Vec<String>,
    /// Passages that hold it in any form.
    pub passages: u64,
    /// The word's part of what the question is worth, 0 to 1.
    pub share: f32,
}

/// A passage, and what speaks for it.
#[derive(Debug, Clone, Serialize)]
pub struct Explained {
    pub article: String,
    pub title: String,
    /// Outermost first.
    pub headings: Vec<String>,
    pub score: f32,
    /// The weightiest first.
    pub parts: Vec<Part>,
    /// Words of the question that it lacks, as they were typed.
    pub lacks: Vec<String>,
}

/// Something that counts for or against, as the model weighs it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Part {
    pub name: &'static str,
    pub value: f32,
    /// Value × weight, in units of the score.
    pub weighs: f32,
}

/// What became of an article that was expected to answer.
#[derive(Debug, Clone, Serialize)]
pub struct Expected {
    pub article: String,
    pub fate: Fate,
}

/// Why an expected article did not come first, if it did not.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    First,
    /// There is no such article in the index.
    NotIndexed,
    /// None of its passages is a candidate. What its nearest passage lacks of the question, if
    /// anything; otherwise more passages than are ranked fit better.
    NoCandidate {
        lacks: Vec<String>,
    },
    /// Another passage has more speaking for it.
    Behind {
        /// Of its best passage, from 1.
        rank: usize,
        /// How far the first passage's score is ahead.
        behind_by: f32,
        /// What the first one is ahead in most.
        most: Option<Difference>,
        lacks: Vec<String>,
    },
}

/// Where the first passage is ahead of another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    pub name: &'static str,
    pub first: f32,
    pub expected: f32,
    /// The lead × weight, in units of the score.
    pub weighs: f32,
}

/// What was found for a question.
#[derive(Debug)]
pub struct Found {
    pub asked: Asked,
    pub hits: Vec<Hit>,
    pub statistics: Statistics,
}

/// An article that was expected: its path, and what stands in it if it is indexed.
pub type Wanted = (String, Option<(Source, Vec<Passage>)>);

/// Lays an answer open.
#[must_use]
pub fn explain(
    found: Found,
    lexicon: &Lexicon,
    thresholds: &Thresholds,
    wanted: Option<Wanted>,
) -> Explanation {
    let Found {
        asked,
        hits,
        statistics,
    } = found;
    let model = Model::shipped();
    let worth = Worth::new(&asked, &statistics.frequencies, statistics.passages);
    let ranked = rank::rank(hits, &asked, &worth, model);
    let confidence = confidence::of(&ranked, &worth, &model.confidence);
    let signals = confidence::signals(&ranked, &worth);
    let typed = typed(&asked);
    let expected = wanted.map(|(article, content)| {
        let fate = match content {
            None => Fate::NotIndexed,
            Some((source, passages)) => {
                fate(&ranked, &asked, &worth, &typed, &source, &passages, model)
            }
        };
        Expected { article, fate }
    });
    Explanation {
        words: words(&asked, lexicon, &typed, &statistics, &worth),
        candidates: ranked.len(),
        passages: ranked
            .iter()
            .take(PASSAGES)
            .filter_map(|it| explained(it, &typed, model))
            .collect(),
        state: confidence::state(confidence, thresholds),
        confidence,
        thresholds: *thresholds,
        signals: signals.map_or_else(Vec::new, |signals| {
            parts(Signals::NAMES, &signals.values(), &model.confidence)
        }),
        unseen: super::unseen(&asked, &statistics),
        pinned: None,
        expected,
        corrections: asked.corrections,
        question: asked.question.text,
    }
}

/// Each term as a person knows it: as it was typed, or, of the question before, in its exact form.
fn typed(asked: &Asked) -> Vec<String> {
    let own = asked.own_terms().len();
    let terms = asked.terms().iter().enumerate();
    terms
        .map(|(number, term)| {
            let written = asked.question.text.get(term.range.clone());
            let written = written.filter(|_| number < own).map(str::to_owned);
            let exact = term.exact.first().cloned();
            written.or(exact).unwrap_or_default()
        })
        .collect()
}

fn words(
    asked: &Asked,
    lexicon: &Lexicon,
    typed: &[String],
    statistics: &Statistics,
    worth: &Worth,
) -> Vec<Word> {
    // The same words without anything added to them.
    let plain = question::terms(&asked.question.text, lexicon.languages());
    let own = asked.own_terms().len();
    let terms = asked.terms().iter().zip(typed).enumerate();
    terms
        .map(|(number, (term, typed))| {
            let bare = plain.iter().find(|it| it.range == term.range);
            let bare = bare.filter(|_| number < own);
            let is_added = |form: &&String| bare.is_some_and(|it| !it.exact.contains(form));
            let stems = bare.unwrap_or(term).stems.clone();
            Word {
                typed: typed.clone(),
                also: term.exact.iter().filter(is_added).cloned().collect(),
                stems,
                passages: statistics
                    .frequencies
                    .get(number)
                    .copied()
                    .unwrap_or_default(),
                share: worth.of(number),
            }
        })
        .collect()
}

fn explained(ranked: &Ranked, typed: &[String], model: &Model) -> Option<Explained> {
    let (source, passage) = ranked.hit.open()?;
    let mut parts = parts(Features::NAMES, &ranked.features.values(), &model.passage);
    parts.extend(beside(ranked, model));
    sort(&mut parts);
    Some(Explained {
        article: source.path.clone(),
        title: source.title.clone(),
        headings: passage.headings,
        score: ranked.score,
        parts,
        lacks: lacks(ranked.evidence.anywhere(), typed),
    })
}

/// What counts beside the learned features.
fn beside(ranked: &Ranked, model: &Model) -> [Part; 2] {
    let trust = rank::trust_bonus(ranked.hit.digest.trust);
    let rest = ranked.score - model.passage.score(&ranked.features.values()) - trust;
    [(TRUST, trust), (DATE_AND_NAME, rest)].map(|(name, weighs)| Part {
        name,
        value: weighs,
        weighs,
    })
}

fn parts(names: &[&'static str], values: &[f32], model: &Linear) -> Vec<Part> {
    let weighed = names.iter().zip(values).zip(&model.weights);
    let mut parts: Vec<Part> = weighed
        .map(|((name, value), weight)| Part {
            name,
            value: *value,
            weighs: value * weight,
        })
        .collect();
    sort(&mut parts);
    parts
}

fn sort(parts: &mut Vec<Part>) {
    parts.retain(|part| part.weighs.abs() >= LEAST);
    parts.sort_by(|one, other| other.weighs.abs().total_cmp(&one.weighs.abs()));
    parts.truncate(PARTS);
}

fn lacks(has: Terms, typed: &[String]) -> Vec<String> {
    let missing = typed.iter().enumerate();
    let missing = missing.filter(|(term, _)| !has.has(*term));
    missing.map(|(_, word)| word.clone()).collect()
}

fn fate(
    ranked: &[Ranked],
    asked: &Asked,
    worth: &Worth,
    typed: &[String],
    source: &Source,
    passages: &[Passage],
    model: &Model,
) -> Fate {
    let of_article = |passage: &Passage| Digest::of(source, passage);
    let article = passages.first().map(|it| of_article(it).article);
    let place = ranked
        .iter()
        .position(|it| Some(it.hit.digest.article) == article);
    let (Some(place), Some(first)) = (place, ranked.first()) else {
        let terms = TermIndex::new(asked.terms());
        let held = passages
            .iter()
            .map(|it| terms.evidence(&of_article(it), asked.kind).anywhere())
            .max_by(|one, other| worth.share(*one).total_cmp(&worth.share(*other)));
        return Fate::NoCandidate {
            lacks: lacks(held.unwrap_or(Terms::NONE), typed),
        };
    };
    match ranked.get(place).filter(|_| place > 0) {
        None => Fate::First,
        Some(expected) => Fate::Behind {
            rank: place + 1,
            behind_by: first.score - expected.score,
            most: most(first, expected, model),
            lacks: lacks(expected.evidence.anywhere(), typed),
        },
    }
}

/// What a passage is ahead of another in most.
fn most(first: &Ranked, other: &Ranked, model: &Model) -> Option<Difference> {
    let (ahead, behind) = (first.features.values(), other.features.values());
    let learned = Features::NAMES
        .iter()
        .zip(ahead.iter().zip(&behind))
        .zip(&model.passage.weights)
        .map(|((name, (first, expected)), weight)| Difference {
            name,
            first: *first,
            expected: *expected,
            weighs: (first - expected) * weight,
        });
    let others = beside(first, model).into_iter().zip(beside(other, model));
    let others = others.map(|(first, expected)| Difference {
        name: first.name,
        first: first.value,
        expected: expected.value,
        weighs: first.weighs - expected.weighs,
    });
    learned
        .chain(others)
        .filter(|it| it.weighs >= LEAST)
        .max_by(|one, other| one.weighs.total_cmp(&other.weighs))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Question;
    use crate::index::sample;
    use crate::language::Language;

    /// A question put to articles of one passage each; those named in `found` are candidates.
    fn explained(
        question: &str,
        articles: &[(&str, &str)],
        found: usize,
        wanted: &str,
    ) -> Explanation {
        let lexicon = Lexicon::new("ferry, boat", &[Language::English]);
        let asked = Asked::new(Question::clean(question, 500), &[], &lexicon);
        let hits: Vec<Hit> = articles
            .iter()
            .take(found)
            .map(|(title, text)| Hit::sample(title, text))
            .collect();
        let statistics = Statistics {
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
        let found = Found {
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
}
