//! Scores the sentences of a passage, so that the one that answers is marked.

use super::evidence::{Evidence, SentenceEvidence};
use super::kind::AnswerKind;
use super::linear::{Linear, features};
use super::terms::Terms;
use super::worth::Worth;

features! {
    /// What speaks for a sentence, in parts of the question's worth unless said otherwise.
    SentenceFeatures {
        /// Found in the sentence.
        cover,
        cover_squared,
        /// As `cover`, with terms worth more that few other candidates hold.
        local_cover,
        /// Not found, but a word of the sentence begins alike.
        prefix,
        /// Found in the sentence before it and in neither this one nor the title.
        cover_before,
        /// Found in the sentence after it and not in this one.
        cover_after,
        /// Neighbours in the question that are neighbours here.
        pairs,
        /// The term worth most is here: 0 or 1.
        rarest,
        /// Names and numbers of the question that are here.
        names,
        /// A time, when one is asked for: 0 or 1.
        time,
        amount,
        name,
        /// The thing asked for is near the question's words: 1 beside them, falling to 0.
        near,
        /// The passage's first sentence: 0 or 1.
        first,
        /// Logarithm of the number of content words.
        length,
        /// Words that the question does not hold, as a part of the sentence.
        new,
    }
}

/// A sentence and what speaks for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct BestSentence {
    /// Index into the passage's sentences.
    pub(super) index: usize,
    pub(super) score: f32,
    /// The part of the question's worth found in it, 0 to 1.
    pub(super) cover: f32,
}

/// The sentence that the model likes best; the first of equals.
pub(super) fn best(
    evidence: &Evidence,
    kind: Option<AnswerKind>,
    worth: &Worth,
    local: &Worth,
    model: &Linear,
) -> BestSentence {
    let mut best = BestSentence {
        index: 0,
        score: f32::NEG_INFINITY,
        cover: 0.0,
    };
    for index in 0..evidence.sentences.len() {
        let features = features(evidence, index, kind, worth, local);
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
    worth: &Worth,
    local: &Worth,
) -> SentenceFeatures {
    let none = SentenceEvidence::default();
    let sentence = evidence.sentences.get(index).unwrap_or(&none);
    let beside = |other: Option<usize>| {
        other
            .and_then(|other| evidence.sentences.get(other))
            .map_or(Terms::NONE, |other| other.terms)
            .without(sentence.terms)
    };
    let flag = |holds: bool| if holds { 1.0 } else { 0.0 };
    let cover = worth.share(sentence.terms);
    let asked = |wanted| flag(kind == Some(wanted) && sentence.has_kind());
    let length = real(sentence.length);
    let occurrences = real(u32::try_from(sentence.occurrences.len()).unwrap_or(u32::MAX));
    SentenceFeatures {
        cover,
        cover_squared: cover * cover,
        local_cover: local.share(sentence.terms),
        prefix: worth.share(sentence.prefix.without(sentence.terms)),
        cover_before: worth.share(beside(index.checked_sub(1)).without(evidence.title)),
        cover_after: worth.share(beside(Some(index + 1))),
        pairs: worth.share(evidence.neighbours(sentence)),
        rarest: flag(!sentence.terms.and(worth.rarest()).is_empty()),
        names: worth.share(sentence.terms.and(worth.names)),
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
    /// Terms whose neighbour in the question stands beside them, in the question's order.
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

#[expect(clippy::cast_precision_loss, reason = "a passage's words are few")]
fn real(count: u32) -> f32 {
    count as f32
}
