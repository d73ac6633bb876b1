//! Scores the sentences of a passage and picks the one that answers.

use crate::index::Hit;

use super::asked::Asked;
use super::evidence::{Evidence, SentenceEvidence};
use super::weights::Weights;

/// How fast a sentence's length counts against it, as BM25's b; sentences vary less than passages.
const LENGTH_INFLUENCE: f32 = 0.3;

/// Content words of an ordinary sentence.
const USUAL_LENGTH: f32 = 12.0;

/// What a sentence that holds the kind of thing asked for gains, as a part of the question's
/// whole worth.
const KIND_GAIN: f32 = 0.08;

/// A sentence and what speaks for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct BestSentence {
    /// Index into the passage's sentences.
    pub(super) index: usize,
    /// In units of inverse document frequency.
    pub(super) score: f32,
    /// The part of the question's worth found in it, 0 to 1.
    pub(super) coverage: f32,
}

/// The sentence with the most of the question's worth; the first of equals.
pub(super) fn best(
    hit: &Hit,
    evidence: &Evidence,
    asked: &Asked,
    weights: &Weights,
) -> BestSentence {
    let mut best = BestSentence {
        index: 0,
        score: -1.0,
        coverage: 0.0,
    };
    for (index, sentence) in evidence.sentences.iter().enumerate() {
        let found = found_terms(evidence, sentence);
        let coverage = weights.coverage(found);
        let text = hit
            .passage
            .sentences
            .get(index)
            .and_then(|range| hit.passage.text.get(range.clone()))
            .unwrap_or_default();
        let has_kind = coverage > 0.0
            && asked
                .kind
                .is_some_and(|kind| kind.is_in(text, &asked.question.text));
        let gain = if has_kind { KIND_GAIN } else { 0.0 };
        let score = weights.total() * (coverage * length_factor(sentence.length) + gain);
        if score > best.score {
            best = BestSentence {
                index,
                score,
                coverage,
            };
        }
    }
    best
}

fn found_terms(evidence: &Evidence, sentence: &SentenceEvidence) -> Vec<bool> {
    let mut found = vec![false; evidence.above.len()];
    for occurrence in evidence.in_sentence(sentence) {
        if let Some(found) = found.get_mut(occurrence.term) {
            *found = true;
        }
    }
    found
}

#[expect(clippy::cast_precision_loss, reason = "a sentence's words are few")]
fn length_factor(words: usize) -> f32 {
    1.0 / (1.0 - LENGTH_INFLUENCE + LENGTH_INFLUENCE * (words as f32 / USUAL_LENGTH).max(0.5))
}
