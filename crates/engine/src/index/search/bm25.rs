//! BM25 (Robertson and Zaragoza 2009) in two factors: the weight, which depends on the query only,
//! and the term-frequency factor, which depends on the passage only.
//!
//! The product equals tantivy's score bit for bit. The factors are separate because an upper bound
//! on the second one, kept with a postings list, serves every query whatever its weights.

/// How fast repeating a word stops adding to the score. Tantivy's value.
const K1: f32 = 1.2;

/// How much a field's length counts. Tantivy's value.
const B: f32 = 0.75;

/// Distinct values of a stored field length (one byte).
const FIELD_NORMS: usize = 256;

/// The query's factor: `doc_freq` of `docs` passages contain the word.
pub(super) fn weight(doc_freq: u64, docs: u64) -> f32 {
    idf(doc_freq, docs) * (1.0 + K1)
}

/// As [`weight`], for two adjacent words.
pub(super) fn bigram_weight(first: u64, second: u64, docs: u64) -> f32 {
    (idf(first, docs) + idf(second, docs)) * (1.0 + K1)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of passages; tantivy computes it this way"
)]
fn idf(doc_freq: u64, docs: u64) -> f32 {
    let others = docs.saturating_sub(doc_freq);
    (1.0 + (others as f32 + 0.5) / (doc_freq as f32 + 0.5)).ln()
}

/// The average length of a field, in words.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of words and passages; tantivy computes it this way"
)]
pub(super) fn average_length(words: u64, docs: u64) -> f32 {
    words as f32 / docs as f32
}

/// BM25's length normalisation of a field, precomputed for each stored length.
#[derive(Debug, Clone)]
pub(super) struct LengthNorms {
    pub(super) average_length: f32,
    by_id: [f32; FIELD_NORMS],
}

impl LengthNorms {
    /// For a field of `words` words in `docs` passages; `length_of` decodes a stored length.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a count of words; tantivy computes it this way"
    )]
    pub(super) fn new(words: u64, docs: u64, length_of: fn(u8) -> u32) -> Self {
        let average_length = average_length(words, docs);
        let mut id = 0u8;
        let by_id = [(); FIELD_NORMS].map(|()| {
            let length = length_of(id) as f32;
            id = id.wrapping_add(1);
            K1 * (1.0 - B + B * length / average_length)
        });
        Self {
            average_length,
            by_id,
        }
    }

    /// The passage's factor, from 0 to 1: a word occurs `term_freq` times in a field of this stored
    /// length. It grows with `term_freq`.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a count of words; tantivy computes it this way"
    )]
    #[inline]
    pub(super) fn tf_factor(&self, fieldnorm_id: u8, term_freq: u32) -> f32 {
        let norm = self
            .by_id
            .get(usize::from(fieldnorm_id))
            .copied()
            .unwrap_or(K1);
        let term_freq = term_freq as f32;
        term_freq / (term_freq + norm)
    }
}
