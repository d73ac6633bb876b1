//! How sure an answer is: whether the articles cover the question at all.
//!
//! The raw score says little, because it grows with the question. What tells answers from near
//! misses is the part of the question's worth that is found, with words that occur nowhere counted
//! in full, and how far the best passage is ahead.

use serde::Serialize;

use super::State;
use super::model::{Linear, features};
use super::rank::Ranked;
use super::terms::Terms;
use super::worth::Worth;

features! {
    /// What tells an answer from a near miss.
    Signals {
        engine,
        bm25,
        cover,
        cover_anywhere,
        cover_exact,
        /// Found in any candidate of the best passage's article.
        article_cover,
        sentence,
        sentence_cover,
        window,
        dense,
        pairs,
        near_pairs,
        runs,
        names_missing,
        rarest,
        prefix,
        kind,
        title,
        article_share,
        /// Of the first passage to the second, and to the first one of another article.
        lead,
        article_lead,
        /// Worth of the terms that are nowhere in the best passage, in units of inverse document
        /// frequency.
        missing,
        /// Worth of the terms that occur nowhere, as a part of the question's.
        unseen,
        any_unseen,
        names_unseen,
        /// Worth of the terms that were taken for mistyped words of the articles.
        corrected,
        names_corrected,
        /// Terms of the question, as a logarithm.
        terms,
    }
}

/// Where states begin.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Thresholds {
    /// From this confidence on, the best passage is said to answer.
    pub answered: f32,
    /// Below this one, the articles do not cover the question.
    pub covered: f32,
}

/// Without a measurement, and as far as a measurement may move them: the confidence is a chance,
/// fitted to questions on many articles, and no corpus is so unlike them that an answer which is
/// nearly certain or nearly impossible changes sides.
const USUAL: Thresholds = Thresholds {
    answered: 0.55,
    covered: 0.25,
};
const ANSWERED_BETWEEN: (f32, f32) = (0.35, 0.8);
const COVERED_BETWEEN: (f32, f32) = (0.05, 0.25);

/// Of the uncovered questions, those that may be called close for each that may be called answered.
const CLOSE_PER_FALSE: f32 = 4.0;

impl Thresholds {
    /// For a share of uncovered questions that may be called answered, 0 to 1. `quantile` gives
    /// the confidence that a part of such questions stays below.
    #[must_use]
    pub fn new(false_answers: f32, quantile: impl Fn(f32) -> Option<f32>) -> Self {
        let at = |share: f32| quantile((1.0 - share).max(0.0));
        let within = |value: f32, (least, most): (f32, f32)| value.clamp(least, most);
        let close = (false_answers * CLOSE_PER_FALSE).min(1.0);
        Self {
            answered: at(false_answers).map_or(USUAL.answered, |at| within(at, ANSWERED_BETWEEN)),
            covered: at(close).map_or(USUAL.covered, |at| within(at, COVERED_BETWEEN)),
        }
    }
}

/// The state that a confidence earns.
pub(super) fn state(confidence: f32, thresholds: &Thresholds) -> State {
    if confidence >= thresholds.answered {
        State::Answered
    } else if confidence >= thresholds.covered {
        State::Closest
    } else {
        State::NotCovered
    }
}

/// How sure it is that the best passage answers, 0 to 1; 0 without one. A question of which nearly
/// nothing occurs in the articles is not answered by any, however well one fits the rest: then it is
/// no surer than the part that does occur.
pub(super) fn of(ranked: &[Ranked], worth: &Worth, model: &Linear) -> f32 {
    match signals(ranked, worth) {
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

/// `None` when nothing was found or nothing was asked.
pub(super) fn signals(ranked: &[Ranked], worth: &Worth) -> Option<Signals> {
    let best = ranked.first().filter(|_| worth.total() > 0.0)?;
    let features = &best.features;
    let lead = |other: Option<&Ranked>| {
        let ahead = other.map_or(LARGEST_LEAD, |other| best.score - other.score);
        ahead.clamp(0.0, LARGEST_LEAD)
    };
    let article = ranked
        .iter()
        .filter(|other| other.hit.digest.article == best.hit.digest.article)
        .fold(Terms::NONE, |terms, other| {
            terms.or(other.evidence.anywhere())
        });
    let elsewhere = |other: &&Ranked| other.hit.digest.article != best.hit.digest.article;
    Some(Signals {
        engine: features.engine,
        bm25: features.bm25,
        cover: features.cover,
        cover_anywhere: features.cover_anywhere,
        cover_exact: features.cover_exact,
        article_cover: worth.share(article),
        sentence: features.sentence_score,
        sentence_cover: features.sentence_cover,
        window: features.window,
        dense: features.dense,
        pairs: features.pairs,
        near_pairs: features.near_pairs,
        runs: features.runs,
        names_missing: features.names_missing,
        rarest: features.rarest,
        prefix: features.cover_prefix,
        kind: features.kind,
        title: features.title,
        article_share: features.article_share,
        lead: lead(ranked.get(1)),
        article_lead: lead(ranked.iter().find(elsewhere)),
        missing: (1.0 - features.cover_anywhere) * worth.total() / USUAL_WORTH,
        unseen: worth.share(worth.unseen),
        any_unseen: if worth.unseen.is_empty() { 0.0 } else { 1.0 },
        names_unseen: worth.share(worth.unseen.and(worth.names)),
        corrected: worth.share(worth.corrected),
        names_corrected: worth.share(worth.corrected.and(worth.names)),
        terms: real(worth.shares().count()).ln_1p(),
    })
}

/// The part of a question's worth beyond which what occurs nowhere outweighs all the rest.
const MOSTLY_UNSEEN: f32 = 0.5;

/// Leads beyond this say nothing more, in units of the passage model's score.
const LARGEST_LEAD: f32 = 5.0;

/// Inverse document frequencies of an ordinary question, together.
const USUAL_WORTH: f32 = 30.0;

#[expect(clippy::cast_precision_loss, reason = "a question's terms are few")]
fn real(count: usize) -> f32 {
    count as f32
}
