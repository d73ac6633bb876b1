//! Why an article that was expected to answer did not come first.

use serde::Serialize;

use crate::article::Source;
use crate::index::analysis::term_vector::TermVector;
use crate::passage::Passage;

use super::super::asked::AnalysedQuestion;
use super::super::evidence::TermIndex;
use super::super::features::Features;
use super::super::linear::Linear;
use super::super::rank::Ranked;
use super::super::terms::Terms;
use super::super::worth::Worth;
use super::{LEAST, beside, lacks};

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

pub(super) fn fate(
    ranked: &[Ranked],
    asked: &AnalysedQuestion,
    worth: &Worth,
    typed: &[String],
    source: &Source,
    passages: &[Passage],
    weights: &Linear,
) -> Fate {
    let of_article = |passage: &Passage| TermVector::of(source, passage);
    let article = passages.first().map(|it| of_article(it).article);
    let place = ranked
        .iter()
        .position(|it| Some(it.hit.term_vector.article) == article);
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
            most: most(first, expected, weights),
            lacks: lacks(expected.evidence.anywhere(), typed),
        },
    }
}

/// What a passage is ahead of another in most.
fn most(first: &Ranked, other: &Ranked, weights: &Linear) -> Option<Difference> {
    let (ahead, behind) = (first.features.values(), other.features.values());
    let learned = Features::NAMES
        .iter()
        .zip(ahead.iter().zip(&behind))
        .zip(&weights.weights)
        .map(|((name, (first, expected)), weight)| Difference {
            name,
            first: *first,
            expected: *expected,
            weighs: (first - expected) * weight,
        });
    let others = beside(first, weights)
        .into_iter()
        .zip(beside(other, weights));
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
