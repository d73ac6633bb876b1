//! Estimates how likely an answer is right: whether the articles cover the question at all.
//!
//! The raw score says little because it grows with the question. What separates answers from near
//! misses is how much of the question's weight is found, in the best passage and outside its
//! article, with words that occur nowhere counted in full, and how far the best passage leads.

use serde::Serialize;

use super::Coverage;
use super::linear::{Linear, features};
use super::rank::Ranked;
use super::term_weights::TermWeights;
use super::terms::Terms;

features! {
    /// The signals that separate an answer from a near miss.
    Signals {
        engine,
        cover,
        cover_exact,
        prefix,
        short_prefix,
        sentence,
        sentence_cover,
        /// Logarithm of the number of content words in the best sentence.
        sentence_length,
        /// The ranking score of the best passage.
        score,
        names_missing,
        kind,
        name,
        article_best,
        article_share,
        /// By how much the best passage's ranking score exceeds that of the best passage of any
        /// other article.
        article_lead,
        /// Like `article_lead`, for the index's score over the question's weight.
        engine_lead,
        /// Found in any candidate.
        anywhere,
        /// Found in any candidate from another article than the best passage's.
        elsewhere,
        /// Weight of the terms in the best passage, measured in words that occur nowhere.
        found,
        /// Like `found`, for the best sentence.
        found_sentence,
        /// Like `found`, for the terms missing from the best passage.
        missing,
        /// Weight of the terms that occur nowhere.
        unseen,
        /// Weight of the terms that were treated as misspellings.
        corrected,
        names_corrected,
    }
}

/// The confidences at which [`Coverage`] changes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Thresholds {
    /// From this confidence on, the best passage counts as an answer.
    pub answered: f32,
    /// Below this confidence, the articles do not cover the question.
    pub covered: f32,
}

/// The defaults without a calibration, and the limits of one: the confidence is a probability
/// fitted to questions on many articles, and no corpus is so unlike those that a near-certain
/// answer becomes a miss, or the reverse.
const DEFAULT: Thresholds = Thresholds {
    answered: 0.55,
    covered: 0.2,
};
const ANSWERED_BETWEEN: (f32, f32) = (0.35, 0.75);
const COVERED_BETWEEN: (f32, f32) = (0.05, 0.2);

/// How many uncovered questions may count as close for each one that may count as answered.
const CLOSE_PER_FALSE: f32 = 4.0;

impl Thresholds {
    /// Thresholds that let this share of uncovered questions, 0 to 1, count as answered. `quantile`
    /// returns the confidence below which a given share of such questions falls.
    #[must_use]
    pub fn new(false_answers: f32, quantile: impl Fn(f32) -> Option<f32>) -> Self {
        let at = |share: f32| quantile((1.0 - share).max(0.0));
        let within = |value: f32, (least, most): (f32, f32)| value.clamp(least, most);
        let close = (false_answers * CLOSE_PER_FALSE).min(1.0);
        Self {
            answered: at(false_answers).map_or(DEFAULT.answered, |at| within(at, ANSWERED_BETWEEN)),
            covered: at(close).map_or(DEFAULT.covered, |at| within(at, COVERED_BETWEEN)),
        }
    }
}

/// The coverage that a confidence implies.
pub(super) fn coverage(confidence: f32, thresholds: &Thresholds) -> Coverage {
    if confidence >= thresholds.answered {
        Coverage::Answered
    } else if confidence >= thresholds.covered {
        Coverage::Closest
    } else {
        Coverage::NotCovered
    }
}

/// The probability that the best passage answers; 0 without one. If most of the question occurs
/// nowhere, no passage answers it, however well it fits the rest: the confidence is then at most
/// the share that does occur.
pub(super) fn of(ranked: &[Ranked], term_weights: &TermWeights, model: &Linear) -> f32 {
    match signals(ranked, term_weights) {
        Some(signals) => {
            let chance = 1.0 / (1.0 + (-model.score(&signals.values())).exp());
            if signals.unseen > MOSTLY_UNSEEN {
                chance.min(1.0 - signals.unseen)
            } else {
                chance
            }
        }
        None => 0.0,
    }
}

/// `None` if nothing was found or the question has no terms.
pub(super) fn signals(ranked: &[Ranked], term_weights: &TermWeights) -> Option<Signals> {
    let best = ranked.first().filter(|_| term_weights.total() > 0.0)?;
    let features = &best.features;
    let others = || {
        let article = best.hit.term_vector.article;
        let ranked = ranked.iter();
        ranked.filter(move |other| other.hit.term_vector.article != article)
    };
    let ahead = others()
        .next()
        .map_or(LARGEST_LEAD, |other| best.score - other.score);
    let engine = |score: f32| score / term_weights.total();
    let rival = others().map(|other| other.hit.score).fold(0.0, f32::max);
    let sentence = best.evidence.sentences.get(best.best.index);
    let in_words = |share: f32| share * term_weights.total() / term_weights.max_idf();
    Some(Signals {
        engine: features.engine,
        cover: features.cover,
        cover_exact: features.cover_exact,
        prefix: features.cover_prefix,
        short_prefix: features.cover_short_prefix,
        sentence: features.sentence_score,
        sentence_cover: features.sentence_cover,
        sentence_length: sentence.map_or(0.0, |sentence| real(sentence.length).ln_1p()),
        score: best.score,
        names_missing: features.names_missing,
        kind: features.kind,
        name: features.name,
        article_best: features.article_best,
        article_share: features.article_share,
        article_lead: ahead.clamp(0.0, LARGEST_LEAD),
        engine_lead: engine(best.hit.score - rival),
        anywhere: term_weights.share(found_in_any(ranked.iter())),
        elsewhere: term_weights.share(found_in_any(others())),
        found: in_words(features.cover_anywhere),
        found_sentence: in_words(features.sentence_cover),
        missing: in_words(1.0 - features.cover_anywhere),
        unseen: term_weights.share(term_weights.unseen),
        corrected: term_weights.share(term_weights.corrected),
        names_corrected: term_weights.share(term_weights.corrected.and(term_weights.names)),
    })
}

/// Terms found in any of these candidates.
fn found_in_any<'a>(candidates: impl Iterator<Item = &'a Ranked>) -> Terms {
    candidates.fold(Terms::NONE, |terms, one| terms.or(one.evidence.anywhere()))
}

/// If more than this share of the question's weight occurs nowhere, that outweighs everything else.
const MOSTLY_UNSEEN: f32 = 0.5;

/// Longer leads carry no further information; in units of the passage model's score.
const LARGEST_LEAD: f32 = 5.0;

#[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
fn real(count: u32) -> f32 {
    count as f32
}
