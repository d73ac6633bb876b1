//! Scores the sentences of a passage to find the one that answers.

use super::answer_kind::AnswerKind;
use super::evidence::{Evidence, SentenceEvidence};
use super::linear::{Linear, features};
use super::term_weights::TermWeights;
use super::terms::Terms;

features! {
    /// A sentence's features, as shares of the question's weight unless noted otherwise.
    SentenceFeatures {
        /// Found in the sentence.
        cover,
        cover_squared,
        /// Like `cover`, but terms weigh more the fewer other candidates contain them.
        local_cover,
        /// Not found, but sharing a prefix with a word of the sentence.
        prefix,
        /// Found in the previous sentence, and in neither this one nor the title.
        cover_before,
        /// Found in the next sentence, and not in this one.
        cover_after,
        /// Neighbours in the question that are also neighbours here.
        pairs,
        /// Whether the rarest term is here: 0 or 1.
        rarest,
        /// Names and numbers of the question found here.
        names,
        /// Whether it has a time and the question asks for one: 0 or 1.
        time,
        amount,
        name,
        /// How close the thing asked for is to the question's words: 1 beside them, falling to 0.
        near,
        /// Whether it is the passage's first sentence: 0 or 1.
        first,
        /// Logarithm of the number of content words.
        length,
        /// Share of the sentence's content words that are not in the question.
        new,
    }
}

/// The best sentence of a passage.
#[derive(Debug, Clone, Copy)]
pub(super) struct BestSentence {
    /// Index among the passage's sentences.
    pub(super) index: usize,
    pub(super) score: f32,
    /// The share of the question's weight found in it, 0 to 1.
    pub(super) cover: f32,
}

/// The sentence the model scores highest; the first of equals.
pub(super) fn best(
    evidence: &Evidence,
    kind: Option<AnswerKind>,
    term_weights: &TermWeights,
    local: &TermWeights,
    model: &Linear,
) -> BestSentence {
    let mut best = BestSentence {
        index: 0,
        score: f32::NEG_INFINITY,
        cover: 0.0,
    };
    for index in 0..evidence.sentences.len() {
        let features = features(evidence, index, kind, term_weights, local);
        let score = model.score(&features.values());
        if score > best.score {
            best = BestSentence {
                index,
                score,
                cover: features.cover,
            };
        }
    }
    best
}

pub(super) fn features(
    evidence: &Evidence,
    index: usize,
    kind: Option<AnswerKind>,
    term_weights: &TermWeights,
    local: &TermWeights,
) -> SentenceFeatures {
    let none = SentenceEvidence::default();
    let sentence = evidence.sentences.get(index).unwrap_or(&none);
    let beside = |other: Option<usize>| {
        other
            .and_then(|other| evidence.sentences.get(other))
            .map_or(Terms::NONE, |other| other.terms)
            .without(sentence.terms)
    };
    let flag = |is_set: bool| if is_set { 1.0 } else { 0.0 };
    let cover = term_weights.share(sentence.terms);
    let asked = |wanted| flag(kind == Some(wanted) && sentence.has_kind());
    let length = real(sentence.length);
    let occurrences = real(u32::try_from(sentence.occurrences.len()).unwrap_or(u32::MAX));
    SentenceFeatures {
        cover,
        cover_squared: cover * cover,
        local_cover: local.share(sentence.terms),
        prefix: term_weights.share(sentence.prefix.without(sentence.terms)),
        cover_before: term_weights.share(beside(index.checked_sub(1)).without(evidence.title)),
        cover_after: term_weights.share(beside(Some(index + 1))),
        pairs: term_weights.share(evidence.neighbours(sentence)),
        rarest: flag(!sentence.terms.and(term_weights.rarest()).is_empty()),
        names: term_weights.share(sentence.terms.and(term_weights.names)),
        time: asked(AnswerKind::Time),
        amount: asked(AnswerKind::Amount),
        name: asked(AnswerKind::Name),
        near: sentence
            .kind_distance
            .map_or(0.0, |distance| 1.0 / (1.0 + real(distance) / 4.0)),
        first: flag(index == 0),
        length: (1.0 + length).ln(),
        new: 1.0 - (occurrences / length.max(1.0)).min(1.0),
    }
}

impl Evidence {
    /// Terms that have the same neighbour here as in the question, in the same order.
    fn neighbours(&self, sentence: &SentenceEvidence) -> Terms {
        let found = self.in_sentence(sentence);
        let mut together = Terms::NONE;
        for (one, other) in found.iter().zip(found.iter().skip(1)) {
            if other.term == one.term + 1 && other.position == one.position + 1 {
                together = together.with(one.term).with(other.term);
            }
        }
        together
    }
}

#[expect(clippy::cast_precision_loss, reason = "a passage has few words")]
fn real(count: u32) -> f32 {
    count as f32
}
