//! Whether the passages shown say different things about what was asked: another date, number or
//! name of the same subject, in a sentence that matches the question as well.

use super::evidence::{AnswerValue, SentenceEvidence};
use super::kind::AnswerKind;
use super::rank::Ranked;

/// A passage that scores this much less than the first does not answer as well.
const AS_WELL: f32 = 1.5;

/// Its sentence must hold this much of what the first one's does of the question.
const AS_MUCH: f32 = 0.8;

/// Content words between a value and the question's; what stands farther away is said of something
/// else.
const NEAR_WORDS: u32 = 4;

/// Places of the passages that differ from the first, with the first; empty if none does.
pub(super) fn differing(shown: &[Ranked], kind: Option<AnswerKind>) -> Vec<usize> {
    let Some((first, others)) = shown.split_first() else {
        return Vec::new();
    };
    let differs = |other: &Ranked| {
        other.hit.term_vector.article != first.hit.term_vector.article
            && other.score >= first.score - AS_WELL
            && other.best.cover >= first.best.cover * AS_MUCH
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

/// Whether two sentences name different things of one kind. Amounts are compared where both count
/// the same: 300 cars do not contradict 20 million dollars.
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
