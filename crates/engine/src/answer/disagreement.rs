//! Finds shown passages that disagree about what was asked: they name another date, number or name
//! for the same subject, in a sentence that matches the question as well.

use super::answer_kind::AnswerKind;
use super::evidence::{AnswerValue, SentenceEvidence};
use super::rank::Ranked;

/// A passage that scores this much less than the first is not as good an answer.
const MAX_SCORE_GAP: f32 = 1.5;

/// Its sentence must cover at least this share of what the first one's covers.
const MIN_COVER_RATIO: f32 = 0.8;

/// Most content words between a value and the question's words; a value farther away is about
/// something else.
const NEAR_WORDS: u32 = 4;

/// Indices of the passages that disagree with the first, preceded by the first; empty if none does.
pub(super) fn disagreeing(shown: &[Ranked], kind: Option<AnswerKind>) -> Vec<usize> {
    let Some((first, others)) = shown.split_first() else {
        return Vec::new();
    };
    let differs = |other: &Ranked| {
        other.hit.term_vector.article != first.hit.term_vector.article
            && other.score >= first.score - MAX_SCORE_GAP
            && other.best.cover >= first.best.cover * MIN_COVER_RATIO
            && match (sentence(first), sentence(other)) {
                (Some(one), Some(other)) => {
                    one.terms.without(other.terms).is_empty() && contradict(one, other, kind)
                }
                _ => false,
            }
    };
    let places: Vec<usize> = others
        .iter()
        .enumerate()
        .filter(|(_, other)| differs(other))
        .map(|(place, _)| place + 1)
        .collect();
    if places.is_empty() {
        return places;
    }
    std::iter::once(0).chain(places).collect()
}

/// Whether two sentences name different things of one kind. Amounts are compared only if they count
/// the same thing: 300 cars do not contradict 20 million dollars.
fn contradict(one: &SentenceEvidence, other: &SentenceEvidence, kind: Option<AnswerKind>) -> bool {
    let near = |sentence: &SentenceEvidence| -> Vec<AnswerValue> {
        let values = sentence.values.iter().copied();
        values
            .filter(|value| value.distance <= NEAR_WORDS)
            .collect()
    };
    let (said, says) = (near(one), near(other));
    let same_unit = |value: &&AnswerValue| {
        kind != Some(AnswerKind::Amount)
            || value.unit != 0 && says.iter().any(|other| other.unit == value.unit)
    };
    let mut comparable = said.iter().filter(same_unit).peekable();
    let agree = |value: &AnswerValue| says.iter().any(|other| other.word == value.word);
    !says.is_empty() && comparable.peek().is_some() && !comparable.any(agree)
}

fn sentence(ranked: &Ranked) -> Option<&SentenceEvidence> {
    ranked.evidence.sentences.get(ranked.best.index)
}
