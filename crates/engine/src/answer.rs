//! Turns search hits into an [`Answer`]: which passages to show, which sentence answers, how sure
//! that is, and which of the question's words occur nowhere in the corpus.
//!
//! Pure, and built in stages: a question becomes the terms of an [`AnalysedQuestion`], the index
//! finds candidates for them, and [`compose`] ranks those and builds the answer. It must not do I/O
//! or know the search engine; it sees stored passages and term frequencies, nothing else.

mod about;
mod analysed;
mod answer_kind;
mod confidence;
mod disagreement;
mod evidence;
mod examine;
mod explain;
mod features;
mod lexicon;
mod linear;
mod model;
mod question;
mod rank;
mod sentence;
pub mod similarity;
mod syntax;
mod term_weights;
mod terms;
mod tuning;

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use crate::article::Source;
use crate::index::Hit;

use self::rank::Ranked;
use self::term_weights::TermWeights;

pub use self::about::about;
pub use self::analysed::{AnalysedQuestion, Respelling};
pub use self::confidence::Thresholds;
pub use self::explain::{
    Contribution, Difference, Expected, ExplainedPassage, Explanation, Fate, QuestionWord,
};
pub use self::lexicon::Lexicon;
pub use self::model::Model;
pub use self::question::Question;
pub use self::syntax::{Filter, parse as parse_syntax};
pub use self::tuning::{Pin, Tuning};

pub(crate) use self::examine::{Candidate, Examined, examine};
pub(crate) use self::explain::{FoundHits, explain};
pub(crate) use self::linear::Linear;
pub(crate) use self::syntax::FILTERED_CANDIDATES;
pub(crate) use self::tuning::put_first;

/// How many candidates are ranked.
pub const CANDIDATES: usize = 40;

/// The answer to a question, as front ends show it.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    pub question: Question,
    pub state: Coverage,
    /// How likely the first excerpt answers the question, 0 to 1; `state` is derived from it.
    pub confidence: f32,
    /// Best first, at most as many as requested, each from a different section. For
    /// [`Coverage::NotCovered`] they are the nearest passages, if any.
    pub excerpts: Vec<Excerpt>,
    /// Indices into `excerpts` of those that disagree about what was asked, always including the
    /// first; empty if none disagrees.
    pub differing: Vec<usize>,
    /// Words of the question that occur nowhere in the corpus, as typed.
    pub unseen: Vec<String>,
    /// Words that occur nowhere, with the words searched for instead.
    pub corrections: Vec<Respelling>,
    /// The filter in the question, as typed; only passages that match it were considered.
    pub filter: Vec<String>,
    /// The generation of the index that answered.
    pub generation: u64,
}

/// Whether the articles cover a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Coverage {
    /// The first excerpt answers the question.
    Answered,
    /// The excerpts come close, and may or may not answer.
    Closest,
    /// The articles do not cover the question.
    NotCovered,
}

/// A passage of an article, with the question's words marked.
#[derive(Debug, Clone, Serialize)]
pub struct Excerpt {
    pub source: Arc<Source>,
    /// Outermost first; empty if the passage precedes the article's first heading.
    pub headings: Vec<String>,
    /// The passage's index in its article, from 0.
    pub position: u32,
    pub text: String,
    /// The byte range in `text` of the sentence that answers best.
    pub sentence: Range<usize>,
    /// The byte ranges in `text` of the question's words: in order, disjoint, on character
    /// boundaries.
    pub highlights: Vec<Range<usize>>,
    /// Comparable only within one answer.
    pub score: f32,
}

/// How frequent a question's terms are in the corpus.
#[derive(Debug, Clone)]
pub struct TermStatistics {
    /// For each of [`AnalysedQuestion::terms`], how many passages contain it in any form, in their
    /// text or in a heading above it.
    pub frequencies: Vec<u64>,
    /// How many passages the corpus has.
    pub passages: u64,
    /// The generation the figures come from.
    pub generation: u64,
}

/// Ranks the candidates and builds an answer from the best `limit`.
#[must_use]
pub fn compose(
    asked: AnalysedQuestion,
    hits: Vec<Hit>,
    statistics: &TermStatistics,
    thresholds: &Thresholds,
    limit: usize,
) -> Answer {
    let model = Model::shipped();
    let term_weights = TermWeights::new(&asked, &statistics.frequencies, statistics.passages);
    let ranked = rank::rank(hits, &asked, &term_weights, model);
    let confidence = confidence::of(&ranked, &term_weights, &model.confidence);
    let kind = asked.kind;
    let unseen = unseen(&asked, statistics);
    let shown = different_places(ranked, limit);
    let excerpts = shown.iter().filter_map(excerpt).collect();
    Answer {
        question: asked.question,
        state: confidence::coverage(confidence, thresholds),
        confidence,
        excerpts,
        differing: disagreement::disagreeing(&shown, kind),
        unseen,
        corrections: asked.corrections,
        filter: Vec::new(),
        generation: statistics.generation,
    }
}

/// How likely the first of these candidates answers, 0 to 1.
#[must_use]
pub(crate) fn confidence(
    asked: &AnalysedQuestion,
    hits: Vec<Hit>,
    statistics: &TermStatistics,
) -> f32 {
    let model = Model::shipped();
    let term_weights = TermWeights::new(asked, &statistics.frequencies, statistics.passages);
    let ranked = rank::rank(hits, asked, &term_weights, model);
    confidence::of(&ranked, &term_weights, &model.confidence)
}

impl Answer {
    /// The answer to a question with filter syntax: restores the question as typed and adds its
    /// filter.
    #[must_use]
    pub(crate) fn among(self, typed: Question, filter: Filter) -> Self {
        Self {
            question: typed,
            filter: filter.typed(),
            ..self
        }
    }
}

fn unseen(asked: &AnalysedQuestion, statistics: &TermStatistics) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for (term, &frequency) in asked.own_terms().iter().zip(&statistics.frequencies) {
        if frequency == 0
            && !term.gram
            && !term.common
            && let Some(word) = asked.question.text.get(term.range.clone())
            && !words.iter().any(|known| known == word)
        {
            words.push(word.to_owned());
        }
    }
    words
}

/// The best passages that do not repeat each other.
fn different_places(ranked: Vec<Ranked>, limit: usize) -> Vec<Ranked> {
    let mut chosen: Vec<Ranked> = Vec::with_capacity(limit);
    for candidate in ranked {
        if chosen.len() == limit {
            break;
        }
        let text = candidate.hit.term_vector.text;
        if !chosen
            .iter()
            .any(|shown| shown.hit.term_vector.text == text)
        {
            chosen.push(candidate);
        }
    }
    chosen
}

/// `None` for a passage that cannot be read.
fn excerpt(ranked: &Ranked) -> Option<Excerpt> {
    let (source, passage) = ranked.hit.open()?;
    let sentence = passage
        .sentences
        .get(ranked.best.index)
        .cloned()
        .unwrap_or(0..passage.text.len());
    Some(Excerpt {
        source,
        headings: passage.headings,
        position: passage.position,
        highlights: ranked.evidence.highlights(),
        text: passage.text,
        sentence,
        score: ranked.score,
    })
}

#[cfg(test)]
mod tests;
