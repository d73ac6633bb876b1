//! How sure an answer is: whether the articles cover the question at all.
//!
//! The raw score says little, because it grows with the question. What tells answers from near
//! misses is how much of the question's worth is found, in the best passage and outside its article,
//! with words that occur nowhere counted in full, and how far the best passage is ahead.

use serde::Serialize;

use super::Coverage;
use super::linear::{Linear, features};
use super::rank::Ranked;
use super::terms::Terms;
use super::worth::Worth;

features! {
    /// What tells an answer from a near miss.
    Signals {
        engine,
        cover,
        cover_exact,
        prefix,
        short_prefix,
        sentence,
        sentence_cover,
        /// Logarithm of the best sentence's number of content words.
        sentence_length,
        /// What the best passage was ranked by.
        score,
        names_missing,
        kind,
        name,
        article_best,
        article_share,
        /// Ranking score of the best passage beyond that of the first one of another article.
        article_lead,
        /// As `article_lead`, for the index's score over the question's worth.
        engine_lead,
        /// Found in any candidate.
        anywhere,
        /// Found in any candidate of another article than the best passage's.
        elsewhere,
        /// Worth of the terms in the best passage, in words that occur nowhere: of as many words as
        /// that, chance would find none.
        found,
        /// As `found`, for the best sentence.
        found_sentence,
        /// As `found`, for the terms that are nowhere in the best passage.
        missing,
        /// Worth of the terms that occur nowhere, as a part of the question's.
        unseen,
        /// Worth of the terms that were taken for mistyped words of the articles.
        corrected,
        names_corrected,
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
    covered: 0.2,
};
const ANSWERED_BETWEEN: (f32, f32) = (0.35, 0.75);
const COVERED_BETWEEN: (f32, f32) = (0.05, 0.2);

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
pub(super) fn coverage(confidence: f32, thresholds: &Thresholds) -> Coverage {
    if confidence >= thresholds.answered {
        Coverage::Answered
    } else if confidence >= thresholds.covered {
        Coverage::Closest
    } else {
        Coverage::NotCovered
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
    let others = || {
        let article = best.hit.term_vector.article;
        let ranked = ranked.iter();
        ranked.filter(move |other| other.hit.term_vector.article != article)
    };
    let ahead = others()
        .next()
        .map_or(LARGEST_LEAD, |other| best.score - other.score);
    let engine = |score: f32| score / worth.total();
    let rival = others().map(|other| other.hit.score).fold(0.0, f32::max);
    let sentence = best.evidence.sentences.get(best.best.index);
    let in_words = |share: f32| share * worth.total() / worth.most();
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
        anywhere: worth.share(together(ranked.iter())),
        elsewhere: worth.share(together(others())),
        found: in_words(features.cover_anywhere),
        found_sentence: in_words(features.sentence_cover),
        missing: in_words(1.0 - features.cover_anywhere),
        unseen: worth.share(worth.unseen),
        corrected: worth.share(worth.corrected),
        names_corrected: worth.share(worth.corrected.and(worth.names)),
    })
}

/// Terms that any of these candidates holds.
fn together<'a>(candidates: impl Iterator<Item = &'a Ranked>) -> Terms {
    candidates.fold(Terms::NONE, |terms, one| terms.or(one.evidence.anywhere()))
}

/// The part of a question's worth beyond which what occurs nowhere outweighs all the rest.
const MOSTLY_UNSEEN: f32 = 0.5;

/// Leads beyond this say nothing more, in units of the passage model's score.
const LARGEST_LEAD: f32 = 5.0;

#[expect(clippy::cast_precision_loss, reason = "a sentence's words are few")]
fn real(count: u32) -> f32 {
    count as f32
}
