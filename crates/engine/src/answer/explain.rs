//! Why an answer is what it is: the question's words and what they were taken for, what speaks for
//! the first passages, what the confidence is made of, and why an expected article came later or
//! not at all.
//!
//! It computes what [`super::compose`] does and keeps the parts. It renders nothing.

mod fate;

use serde::Serialize;

use crate::article::Source;
use crate::index::Hit;
use crate::index::analysis::question;
use crate::passage::Passage;

use super::asked::{AnalysedQuestion, Respelling};
use super::confidence::{self, Signals, Thresholds};
use super::features::Features;
use super::lexicon::Lexicon;
use super::linear::Linear;
use super::model::Model;
use super::rank::{self, Ranked};
use super::terms::Terms;
use super::worth::Worth;
use super::{Coverage, TermStatistics};
use fate::fate;

pub use fate::{Difference, Expected, Fate};

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
    pub words: Vec<QuestionWord>,
    pub corrections: Vec<Respelling>,
    /// Passages that were ranked.
    pub candidates: usize,
    /// The first of them.
    pub passages: Vec<ExplainedPassage>,
    pub state: Coverage,
    pub confidence: f32,
    pub thresholds: Thresholds,
    /// What the confidence is made of, the weightiest first; empty when nothing was found.
    pub signals: Vec<Contribution>,
    /// Words that occur nowhere, as they were typed.
    pub unseen: Vec<String>,
    /// The section that admins pinned the answer to.
    pub pinned: Option<String>,
    pub expected: Option<Expected>,
}

/// A content word of the question.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionWord {
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
pub struct ExplainedPassage {
    pub article: String,
    pub title: String,
    /// Outermost first.
    pub headings: Vec<String>,
    pub score: f32,
    /// The weightiest first.
    pub parts: Vec<Contribution>,
    /// Words of the question that it lacks, as they were typed.
    pub lacks: Vec<String>,
}

/// Something that counts for or against, as the model weighs it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contribution {
    pub name: &'static str,
    pub value: f32,
    /// Value × weight, in units of the score.
    pub weighs: f32,
}

/// What was found for a question.
#[derive(Debug)]
pub(crate) struct FoundHits {
    pub asked: AnalysedQuestion,
    pub hits: Vec<Hit>,
    pub statistics: TermStatistics,
}

/// An article that was expected: its path, and what stands in it if it is indexed.
pub(crate) type ExpectedArticle = (String, Option<(Source, Vec<Passage>)>);

/// Lays an answer open.
#[must_use]
pub(crate) fn explain(
    found: FoundHits,
    lexicon: &Lexicon,
    thresholds: &Thresholds,
    wanted: Option<ExpectedArticle>,
) -> Explanation {
    let FoundHits {
        asked,
        hits,
        statistics,
    } = found;
    let model = Model::shipped();
    let worth = Worth::new(&asked, &statistics.frequencies, statistics.passages);
    let ranked = rank::rank(hits, &asked, &worth, model);
    let confidence = confidence::of(&ranked, &worth, &model.confidence);
    let signals = confidence::signals(&ranked, &worth);
    let weights = model.ranking(asked.is_unspaced());
    let typed = typed(&asked);
    let expected = wanted.map(|(article, content)| {
        let fate = match content {
            None => Fate::NotIndexed,
            Some((source, passages)) => {
                fate(&ranked, &asked, &worth, &typed, &source, &passages, weights)
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
            .filter_map(|it| explained(it, &typed, weights))
            .collect(),
        state: confidence::coverage(confidence, thresholds),
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
fn typed(asked: &AnalysedQuestion) -> Vec<String> {
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
    asked: &AnalysedQuestion,
    lexicon: &Lexicon,
    typed: &[String],
    statistics: &TermStatistics,
    worth: &Worth,
) -> Vec<QuestionWord> {
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
            QuestionWord {
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

fn explained(ranked: &Ranked, typed: &[String], weights: &Linear) -> Option<ExplainedPassage> {
    let (source, passage) = ranked.hit.open()?;
    let mut parts = parts(Features::NAMES, &ranked.features.values(), weights);
    parts.extend(beside(ranked, weights));
    sort(&mut parts);
    Some(ExplainedPassage {
        article: source.path.clone(),
        title: source.title.clone(),
        headings: passage.headings,
        score: ranked.score,
        parts,
        lacks: lacks(ranked.evidence.anywhere(), typed),
    })
}

/// What counts beside the learned features.
fn beside(ranked: &Ranked, weights: &Linear) -> [Contribution; 2] {
    let trust = rank::trust_bonus(ranked.hit.term_vector.trust);
    let rest = ranked.score - weights.score(&ranked.features.values()) - trust;
    [(TRUST, trust), (DATE_AND_NAME, rest)].map(|(name, weighs)| Contribution {
        name,
        value: weighs,
        weighs,
    })
}

fn parts(names: &[&'static str], values: &[f32], model: &Linear) -> Vec<Contribution> {
    let weighed = names.iter().zip(values).zip(&model.weights);
    let mut parts: Vec<Contribution> = weighed
        .map(|((name, value), weight)| Contribution {
            name,
            value: *value,
            weighs: value * weight,
        })
        .collect();
    sort(&mut parts);
    parts
}

fn sort(parts: &mut Vec<Contribution>) {
    parts.retain(|part| part.weighs.abs() >= LEAST);
    parts.sort_by(|one, other| other.weighs.abs().total_cmp(&one.weighs.abs()));
    parts.truncate(PARTS);
}

fn lacks(has: Terms, typed: &[String]) -> Vec<String> {
    let missing = typed.iter().enumerate();
    let missing = missing.filter(|(term, _)| !has.has(*term));
    missing.map(|(_, word)| word.clone()).collect()
}

#[cfg(test)]
mod tests;
