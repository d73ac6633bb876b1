//! Why an expected article did not rank first.

use serde::Serialize;

use crate::article::Source;
use crate::index::analysis::term_vector::TermVector;
use crate::passage::Passage;

use super::super::analysed::AnalysedQuestion;
use super::super::evidence::TermIndex;
use super::super::features::Features;
use super::super::linear::Linear;
use super::super::rank::Ranked;
use super::super::term_weights::TermWeights;
use super::super::terms::Terms;
use super::{MIN_CONTRIBUTION, lacks, unlearned};

/// An article that was expected to answer, and what became of it.
#[derive(Debug, Clone, Serialize)]
pub struct Expected {
    pub article: String,
    pub fate: Fate,
}

/// Where an expected article ended up, and why.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    First,
    /// The index has no such article.
    NotIndexed,
    /// None of its passages is a candidate. `lacks` lists the words missing from its nearest
    /// passage; if empty, enough other passages fit better.
    NoCandidate {
        lacks: Vec<String>,
    },
    /// Another passage scores higher.
    Behind {
        /// The rank of its best passage, from 1.
        rank: usize,
        /// By how much the first passage's score is higher.
        behind_by: f32,
        /// The feature with the largest lead.
        most: Option<Difference>,
        lacks: Vec<String>,
    },
}

/// A feature in which the first passage leads.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    pub name: &'static str,
    pub first: f32,
    pub expected: f32,
    /// Lead × weight, in units of the score.
    pub weighs: f32,
}

pub(super) fn fate(
    ranked: &[Ranked],
    asked: &AnalysedQuestion,
    term_weights: &TermWeights,
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
            .max_by(|one, other| {
                term_weights
                    .share(*one)
                    .total_cmp(&term_weights.share(*other))
            });
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

/// The feature in which a passage leads another most.
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
    let others = unlearned(first, weights)
        .into_iter()
        .zip(unlearned(other, weights));
    let others = others.map(|(first, expected)| Difference {
        name: first.name,
        first: first.value,
        expected: expected.value,
        weighs: first.weighs - expected.weighs,
    });
    learned
        .chain(others)
        .filter(|it| it.weighs >= MIN_CONTRIBUTION)
        .max_by(|one, other| one.weighs.total_cmp(&other.weighs))
}
