//! How sure an answer is: whether the articles cover the question at all.
//!
//! The raw score says little, because it grows with the question. What tells answers from near
//! misses is the part of the question's worth that is found, with words that occur nowhere counted
//! in full.

use super::State;
use super::rank::Ranked;
use super::weights::Weights;

/// From this confidence on, the best passage is said to answer.
const ANSWERED: f32 = 0.55;

/// Below this one, the articles do not cover the question.
const COVERED: f32 = 0.33;

/// Share of the best sentence in the confidence; the rest is the passage's.
const SENTENCE_SHARE: f32 = 0.35;

/// The state that the best passage earns; [`State::NotCovered`] without one.
pub(super) fn state(best: Option<&Ranked>, weights: &Weights) -> State {
    let Some(best) = best.filter(|_| weights.total() > 0.0) else {
        return State::NotCovered;
    };
    let confidence = confidence(best);
    if confidence >= ANSWERED {
        State::Answered
    } else if confidence >= COVERED {
        State::Closest
    } else {
        State::NotCovered
    }
}

/// Between 0 and 1.
fn confidence(best: &Ranked) -> f32 {
    (1.0 - SENTENCE_SHARE) * best.coverage + SENTENCE_SHARE * best.best.coverage
}
