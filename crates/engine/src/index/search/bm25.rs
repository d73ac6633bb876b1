//! BM25 (Robertson and Zaragoza 2009), taken apart: what a question fixes, and what a passage adds.
//!
//! The engine computes the same, number for number; here the parts are apart because a bound on the
//! one part, kept for a list, serves every question that weighs the other.

/// How soon more of the same word adds no more, and how much a field's length counts: the engine's.
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// Lengths are stored as one of so many.
const LENGTHS: usize = 256;

/// The part of a score that the rarity of a word fixes: `held` of `all` passages have it.
pub(super) fn weight(held: u64, all: u64) -> f32 {
    rarity(held, all) * (1.0 + K1)
}

/// As [`weight`], of two words that stand together.
pub(super) fn weight_of_both(one: u64, other: u64, all: u64) -> f32 {
    (rarity(one, all) + rarity(other, all)) * (1.0 + K1)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of passages; as the engine computes it"
)]
fn rarity(held: u64, all: u64) -> f32 {
    let others = all.saturating_sub(held);
    (1.0 + (others as f32 + 0.5) / (held as f32 + 0.5)).ln()
}

/// Words of a text, on average.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of words and passages; as the engine computes it"
)]
pub(super) fn mean(words: u64, passages: u64) -> f32 {
    words as f32 / passages as f32
}

/// What the lengths of a field's texts do to a score, by stored length.
#[derive(Debug, Clone)]
pub(super) struct Lengths {
    pub(super) mean: f32,
    stored: [f32; LENGTHS],
}

impl Lengths {
    /// For a field with so many words in so many passages; `words_of` tells what a stored length
    /// stands for.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a count of words; as the engine computes it"
    )]
    pub(super) fn new(words: u64, passages: u64, words_of: fn(u8) -> u32) -> Self {
        let mean = mean(words, passages);
        let mut stored = 0u8;
        let stored = [(); LENGTHS].map(|()| {
            let length = words_of(stored) as f32;
            stored = stored.wrapping_add(1);
            K1 * (1.0 - B + B * length / mean)
        });
        Self { mean, stored }
    }

    /// The part of a score that the passage fixes, 0 to 1: a word occurs `count` times in a text
    /// of this stored length. Grows with `count`.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a count of words; as the engine computes it"
    )]
    #[inline]
    pub(super) fn factor(&self, stored: u8, count: u32) -> f32 {
        let length = self.stored.get(usize::from(stored)).copied().unwrap_or(K1);
        let count = count as f32;
        count / (count + length)
    }
}
