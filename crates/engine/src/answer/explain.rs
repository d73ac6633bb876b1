//! Explains an answer: how each word of the question was understood, why the first passages rank
//! where they do, what the confidence is made of, and why an expected article ranked lower or was
//! missing.
//!
//! It repeats the computation of [`super::compose`] and keeps its parts. It must not render
//! anything.

mod fate;

use serde::Serialize;

use crate::article::Source;
use crate::index::Hit;
use crate::index::analysis::question;
use crate::passage::Passage;

use super::analysed::{AnalysedQuestion, Respelling};
use super::confidence::{self, Signals, Thresholds};
use super::features::Features;
use super::lexicon::Lexicon;
use super::linear::Linear;
use super::model::Model;
use super::rank::{self, Ranked};
use super::term_weights::TermWeights;
use super::terms::Terms;
use super::{Coverage, TermStatistics};
use fate::fate;

pub use fate::{Difference, Expected, Fate};

/// How many passages are explained.
const MAX_PASSAGES: usize = 3;

/// How many contributions to a score are listed; the rest adds little.
const MAX_CONTRIBUTIONS: usize = 5;

/// Contributions smaller than this are not listed, in units of the model's score.
const MIN_CONTRIBUTION: f32 = 0.01;

/// Names of the contributions that are not learned features.
const TRUST: &str = "trust";
const DATE_AND_NAME: &str = "date_and_name";

/// An explained answer.
#[derive(Debug, Clone, Serialize)]
pub struct Explanation {
    /// The question as searched for.
    pub question: String,
    pub words: Vec<QuestionWord>,
    pub corrections: Vec<Respelling>,
    /// How many passages were ranked.
    pub candidates: usize,
    /// The best of them.
    pub passages: Vec<ExplainedPassage>,
    pub state: Coverage,
    pub confidence: f32,
    pub thresholds: Thresholds,
    /// What the confidence is made of, largest contribution first; empty if nothing was found.
    pub signals: Vec<Contribution>,
    /// Words that occur nowhere, as typed.
    pub unseen: Vec<String>,
    /// The section to which admins pinned the answer.
    pub pinned: Option<String>,
    pub expected: Option<Expected>,
}

/// A content word of the question.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionWord {
    /// As typed; for an inherited term, its exact form.
    pub typed: String,
    /// The stems that are compared with those of the articles.
    pub stems: Vec<String>,
    /// What else matches this word: synonyms, translations, names with their numbers.
    pub also: Vec<String>,
    /// How many passages contain it in any form.
    pub passages: u64,
    /// The word's share of the question's weight, 0 to 1.
    pub share: f32,
}

/// A passage with the reasons for its rank.
#[derive(Debug, Clone, Serialize)]
pub struct ExplainedPassage {
    pub article: String,
    pub title: String,
    /// Outermost first.
    pub headings: Vec<String>,
    pub score: f32,
    /// Largest contribution first.
    pub parts: Vec<Contribution>,
    /// Words of the question missing from it, as typed.
    pub lacks: Vec<String>,
}

/// One contribution to a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contribution {
    pub name: &'static str,
    pub value: f32,
    /// Value × weight, in units of the score.
    pub weighs: f32,
}

/// The candidates found for a question.
#[derive(Debug)]
pub(crate) struct FoundHits {
    pub asked: AnalysedQuestion,
    pub hits: Vec<Hit>,
    pub statistics: TermStatistics,
}

/// An article that was expected to answer: its path and, if it is indexed, its content.
pub(crate) type ExpectedArticle = (String, Option<(Source, Vec<Passage>)>);

/// Explains an answer.
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
    let term_weights = TermWeights::new(&asked, &statistics.frequencies, statistics.passages);
    let ranked = rank::rank(hits, &asked, &term_weights, model);
    let confidence = confidence::of(&ranked, &term_weights, &model.confidence);
    let signals = confidence::signals(&ranked, &term_weights);
    let weights = model.ranking(asked.is_unspaced());
    let typed = typed(&asked);
    let expected = wanted.map(|(article, content)| {
        let fate = match content {
            None => Fate::NotIndexed,
            Some((source, passages)) => fate(
                &ranked,
                &asked,
                &term_weights,
                &typed,
                &source,
                &passages,
                weights,
            ),
        };
        Expected { article, fate }
    });
    Explanation {
        words: words(&asked, lexicon, &typed, &statistics, &term_weights),
        candidates: ranked.len(),
        passages: ranked
            .iter()
            .take(MAX_PASSAGES)
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

/// Each term as people know it: as typed or, if inherited, in its exact form.
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
    term_weights: &TermWeights,
) -> Vec<QuestionWord> {
    // The same words before expansion.
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
                share: term_weights.of(number),
            }
        })
        .collect()
}

fn explained(ranked: &Ranked, typed: &[String], weights: &Linear) -> Option<ExplainedPassage> {
    let (source, passage) = ranked.hit.open()?;
    let mut parts = parts(Features::NAMES, &ranked.features.values(), weights);
    parts.extend(unlearned(ranked, weights));
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

/// Contributions outside the learned features.
fn unlearned(ranked: &Ranked, weights: &Linear) -> [Contribution; 2] {
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
    parts.retain(|part| part.weighs.abs() >= MIN_CONTRIBUTION);
    parts.sort_by(|one, other| other.weighs.abs().total_cmp(&one.weighs.abs()));
    parts.truncate(MAX_CONTRIBUTIONS);
}

fn lacks(has: Terms, typed: &[String]) -> Vec<String> {
    let missing = typed.iter().enumerate();
    let missing = missing.filter(|(term, _)| !has.has(*term));
    missing.map(|(_, word)| word.clone()).collect()
}

#[cfg(test)]
mod tests;
