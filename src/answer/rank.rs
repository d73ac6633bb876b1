//! Candidates → ranking: what the index's score cannot see.
//!
//! Every feature is computed from the stored passage and the terms' statistics alone, so that
//! candidates from any other source would be ranked alike.

use crate::article::Trust;
use crate::index::Hit;

use super::asked::Asked;
use super::evidence::{Evidence, TermIndex};
use super::sentence::{self, BestSentence};
use super::weights::Weights;

/// What the best sentence's score adds.
const SENTENCE_WEIGHT: f32 = 0.5;

/// What the terms found together in a passage add, squared, as a factor.
const COVERAGE_WEIGHT: f32 = 0.3;

/// What neighbours in the question that stand near each other in the passage add.
const NEAR_PAIR_WEIGHT: f32 = 0.05;

/// Content words within which two terms are near.
const NEAR_WORDS: u32 = 8;

/// A term in the title or a heading counts this much of one in the text.
const ABOVE_DEGREE: f32 = 0.8;

/// A candidate with what speaks for it.
#[derive(Debug, Clone)]
pub(super) struct Ranked {
    pub(super) hit: Hit,
    pub(super) evidence: Evidence,
    pub(super) best: BestSentence,
    /// The part of the question's worth found in the text, title and headings, 0 to 1.
    pub(super) coverage: f32,
    pub(super) score: f32,
}

/// Candidates, best first; equals in the index's order.
pub(super) fn rank(hits: Vec<Hit>, asked: &Asked, weights: &Weights) -> Vec<Ranked> {
    let terms = TermIndex::new(asked.terms());
    let mut ranked: Vec<Ranked> = hits
        .into_iter()
        .map(|hit| features(hit, &terms, asked, weights))
        .collect();
    ranked.sort_by(|one, other| other.score.total_cmp(&one.score));
    ranked
}

fn features(hit: Hit, terms: &TermIndex<'_>, asked: &Asked, weights: &Weights) -> Ranked {
    let evidence = terms.evidence(&hit);
    let best = sentence::best(&hit, &evidence, asked, weights);
    let degree = |(text, above): (bool, &bool)| match (text, above) {
        (true, _) => 1.0,
        (false, true) => ABOVE_DEGREE,
        (false, false) => 0.0,
    };
    let coverage = weights.share(
        evidence
            .in_text()
            .into_iter()
            .zip(&evidence.above)
            .map(degree),
    );
    let sum = hit.score
        + SENTENCE_WEIGHT * best.score
        + NEAR_PAIR_WEIGHT * near_pairs(&evidence, asked, weights);
    let score =
        sum * (1.0 + COVERAGE_WEIGHT * coverage * coverage) * trust_factor(hit.source.trust);
    Ranked {
        hit,
        evidence,
        best,
        coverage,
        score,
    }
}

/// Trust decides between passages that match about equally well, not between right and wrong
/// words.
fn trust_factor(trust: Trust) -> f32 {
    match trust {
        Trust::Low => 0.8,
        Trust::Normal => 1.0,
        Trust::High => 1.02,
    }
}

/// The worth of pairs that are neighbours in the question and near each other in the passage, in
/// any order.
fn near_pairs(evidence: &Evidence, asked: &Asked, weights: &Weights) -> f32 {
    let terms = asked.terms();
    let mut worth = 0.0;
    for (first, (one, other)) in terms.iter().zip(terms.iter().skip(1)).enumerate() {
        if other.position.abs_diff(one.position) > 1 {
            continue;
        }
        let places = |term: usize| {
            evidence
                .occurrences
                .iter()
                .filter(move |found| found.term == term)
                .map(|found| found.position)
        };
        let near = places(first).any(|here| {
            places(first + 1).any(|there| here != there && here.abs_diff(there) <= NEAR_WORDS)
        });
        if near {
            worth += weights.of(first) + weights.of(first + 1);
        }
    }
    worth
}
