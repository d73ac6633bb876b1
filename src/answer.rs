//! Hits → [`Answer`]: which passages are shown, the sentence that answers, how sure that is, and
//! which words of the question occur nowhere.
//!
//! Pure and in stages: a question becomes [`Asked`] terms, the index finds candidates for them,
//! [`compose`] ranks those and makes the answer. It does no I/O and knows nothing of the search
//! engine; it sees stored passages and how frequent each term is, nothing else.

mod about;
mod asked;
mod confidence;
mod evidence;
mod kind;
mod question;
mod rank;
mod sentence;
mod syntax;
mod weights;

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use crate::article::Source;
use crate::index::Hit;

use self::rank::Ranked;
use self::weights::Weights;

pub use self::about::about;
pub use self::asked::Asked;
pub use self::question::Question;
pub use self::syntax::{FILTERED_CANDIDATES, Filter, read as read_syntax};

/// Candidates that are worth ranking. The right passage is among the first 30 for 98 % of the
/// questions of public sets.
pub const CANDIDATES: usize = 40;

/// A further excerpt is shown only if its score is at least this part of the best one's.
const MIN_RELATIVE_SCORE: f32 = 0.3;

/// What is shown for a question.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    pub question: Question,
    pub state: State,
    /// Best first, at most as many as asked for, each from a different place. For
    /// [`State::NotCovered`] they are what comes nearest, perhaps nothing.
    pub excerpts: Vec<Excerpt>,
    /// Words of the question that occur nowhere in the corpus, as they were typed.
    pub unseen: Vec<String>,
    /// What the question says about where its answer is to be found, as it was typed; only such
    /// passages were looked at.
    pub filter: Vec<String>,
    /// Of the index that answered.
    pub generation: u64,
}

/// How sure the answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The first excerpt answers the question.
    Answered,
    /// Passages come near and may or may not answer.
    Closest,
    /// The articles do not cover the question.
    NotCovered,
}

/// A passage of an article, marked up for the question.
#[derive(Debug, Clone, Serialize)]
pub struct Excerpt {
    pub source: Arc<Source>,
    /// Outermost first; empty before the article's first heading.
    pub headings: Vec<String>,
    /// Position of the passage in its article, from 0.
    pub position: u32,
    pub text: String,
    /// Byte range in `text` of the sentence that answers best.
    pub sentence: Range<usize>,
    /// Byte ranges in `text` of the question's words, in order, disjoint, on character boundaries.
    pub highlights: Vec<Range<usize>>,
    /// Comparable within one answer only.
    pub score: f32,
}

/// What the corpus says about a question's terms.
#[derive(Debug, Clone)]
pub struct Statistics {
    /// Passages that hold each of [`Asked::terms`] in any form, in the text or above it.
    pub frequencies: Vec<u64>,
    /// Passages in the corpus.
    pub passages: u64,
    /// The generation they were taken from.
    pub generation: u64,
}

/// Ranks the candidates and makes the answer of the best `limit`.
#[must_use]
pub fn compose(asked: Asked, hits: Vec<Hit>, statistics: &Statistics, limit: usize) -> Answer {
    let weights = Weights::new(&statistics.frequencies, statistics.passages);
    let ranked = rank::rank(hits, &asked, &weights);
    let state = confidence::state(ranked.first(), &weights);
    let unseen = unseen(&asked, statistics);
    let excerpts = different_places(ranked, limit)
        .into_iter()
        .map(excerpt)
        .collect();
    Answer {
        question: asked.question,
        state,
        excerpts,
        unseen,
        filter: Vec::new(),
        generation: statistics.generation,
    }
}

impl Answer {
    /// The answer to a question with syntax in it: the question as it was typed, and its filter.
    #[must_use]
    pub fn among(self, typed: Question, filter: Filter) -> Self {
        Self {
            question: typed,
            filter: filter.typed(),
            ..self
        }
    }
}

fn unseen(asked: &Asked, statistics: &Statistics) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for (term, &frequency) in asked.own_terms().iter().zip(&statistics.frequencies) {
        if frequency == 0
            && !term.gram
            && let Some(word) = asked.question.text.get(term.range.clone())
            && !words.iter().any(|known| known == word)
        {
            words.push(word.to_owned());
        }
    }
    words
}

/// The best ones that do not repeat each other: not next to one that is shown already, not the
/// same text from another article.
fn different_places(ranked: Vec<Ranked>, limit: usize) -> Vec<Ranked> {
    let least = ranked
        .first()
        .map_or(0.0, |best| best.score * MIN_RELATIVE_SCORE);
    let mut chosen: Vec<Ranked> = Vec::with_capacity(limit);
    for candidate in ranked {
        if chosen.len() == limit || candidate.score < least {
            break;
        }
        let repeats = chosen.iter().any(|shown| {
            let (one, other) = (&shown.hit, &candidate.hit);
            let near = one.source.path == other.source.path
                && one.passage.position.abs_diff(other.passage.position) <= 1;
            near || one.passage.text == other.passage.text
        });
        if !repeats {
            chosen.push(candidate);
        }
    }
    chosen
}

fn excerpt(ranked: Ranked) -> Excerpt {
    let Ranked {
        hit,
        evidence,
        best,
        score,
        ..
    } = ranked;
    let sentence = hit
        .passage
        .sentences
        .get(best.index)
        .cloned()
        .unwrap_or(0..hit.passage.text.len());
    Excerpt {
        source: hit.source,
        headings: hit.passage.headings,
        position: hit.passage.position,
        highlights: evidence.highlights(),
        text: hit.passage.text,
        sentence,
        score,
    }
}

#[cfg(test)]
mod tests;
