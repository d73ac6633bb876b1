//! Block-max bounds (Ding and Suel 2011): the most that a block of a postings list adds to a score.
//!
//! Tantivy stores the field length and the term frequency that score highest in a block, under the
//! segment's average length *a*. A bound for any other average *a'* follows from them. BM25
//! normalises a length to `k·(1 - b + b·length/a)` (see [`LengthNorms`]). If *a'* is greater, that
//! shrinks to no less than *a/a'* of itself, so the factor grows at most *a'/a* times; if *a'* is
//! smaller, the factor does not grow. The bounds therefore need the postings but no field lengths,
//! each of which would be a cache miss.
//!
//! Only long lists keep their bounds: those are the words that are asked for again and again. A
//! block of 128 passages takes 8 bytes, about a twentieth of the postings themselves.

use std::io;
use std::sync::Arc;

use tantivy::postings::TermInfo;
use tantivy::query::Bm25Weight;

use super::bm25::{self, LengthNorms};
use super::cache::ShardedCache;
use super::field::{PerField, SearchField};
use super::segment::Segment;

/// Computing the bounds of a shorter list is cheaper than keeping them.
const MIN_CACHED_DOC_FREQ: u32 = 1024;

/// Lists whose bounds are cached. Each takes 70 bytes besides its bounds.
const CACHED_LISTS: usize = 200_000;

/// A block of a postings list: its passages end with `last`.
#[derive(Debug, Clone, Copy)]
struct Block {
    last: u32,
    max_factor: f32,
}

/// Upper bounds on [`LengthNorms::tf_factor`] for a postings list.
#[derive(Debug)]
pub(super) struct BlockMax {
    blocks: Box<[Block]>,
    /// The bound over the whole list.
    pub(super) max_factor: f32,
}

/// A position in [`BlockMax`] that only moves forward.
#[derive(Debug, Default)]
pub(super) struct Cursor(usize);

impl BlockMax {
    fn new(
        segment: &Segment,
        field: SearchField,
        term: &TermInfo,
        weight: &Bm25Weight,
    ) -> io::Result<Self> {
        let mut postings = segment.blocks(field, term)?;
        let fieldnorms = segment.fieldnorms(field);
        let mut blocks = Vec::new();
        while let Some(&last) = postings.docs().last() {
            let max_factor = postings.block_max_score(fieldnorms, weight);
            blocks.push(Block { last, max_factor });
            postings.advance();
        }
        let max_factor = blocks
            .iter()
            .map(|block| block.max_factor)
            .fold(0.0, f32::max);
        Ok(Self {
            blocks: blocks.into(),
            max_factor,
        })
    }

    /// The bound over passages `from..to`.
    pub(super) fn max_factor_within(&self, cursor: &mut Cursor, from: u32, to: u32) -> f32 {
        let blocks = self.seek(cursor, from);
        let mut max_factor = 0.0f32;
        for block in blocks {
            max_factor = max_factor.max(block.max_factor);
            if block.last.saturating_add(1) >= to {
                break;
            }
        }
        max_factor
    }

    /// The blocks that end at a passage or after it.
    fn seek(&self, cursor: &mut Cursor, passage: u32) -> &[Block] {
        let rest = self.blocks.get(cursor.0..).unwrap_or_default();
        let passed = rest.iter().take_while(|block| block.last < passage).count();
        cursor.0 += passed;
        rest.get(passed..).unwrap_or_default()
    }
}

/// The bounds of a generation's long postings lists, computed when first asked for.
pub(super) struct BlockMaxCache {
    lists: ShardedCache<(usize, SearchField, usize), Arc<BlockMax>>,
    /// By segment.
    weights: Vec<PerField<Bm25Weight>>,
}

impl BlockMaxCache {
    pub(super) fn new(segments: &[Segment], norms: &PerField<LengthNorms>) -> Self {
        let weights = segments.iter().map(|segment| {
            PerField::new(|field| {
                let (words, passages) = (segment.words(field), segment.passages);
                let average_length = bm25::average_length(words, passages.into());
                weight(average_length, norms.get(field))
            })
        });
        Self {
            lists: ShardedCache::new(CACHED_LISTS),
            weights: weights.collect(),
        }
    }

    /// The bounds of a postings list of the `ord`th segment.
    pub(super) fn get(
        &self,
        (ord, segment): (usize, &Segment),
        field: SearchField,
        term: &TermInfo,
    ) -> io::Result<Arc<BlockMax>> {
        let weight = self.weights.get(ord).map(|weights| weights.get(field));
        let weight = weight.ok_or_else(|| io::Error::other("a segment of another generation"))?;
        let key = (ord, field, term.postings_range.start);
        let is_long = term.doc_freq >= MIN_CACHED_DOC_FREQ;
        if is_long && let Some(cached) = self.lists.get(&key) {
            return Ok(cached);
        }
        let block_max = Arc::new(BlockMax::new(segment, field, term, weight)?);
        if is_long {
            self.lists.insert(key, Arc::clone(&block_max));
        }
        Ok(block_max)
    }
}

/// The weight under which tantivy's block-max score is a bound on [`LengthNorms::tf_factor`], for a
/// segment with this average length.
fn weight(average_length: f32, norms: &LengthNorms) -> Bm25Weight {
    let (doc_freq, docs) = (1, 2);
    let unit = Bm25Weight::for_one_term_without_explain(doc_freq, docs, average_length);
    let growth = (norms.average_length / average_length).max(1.0);
    unit.boost_by(growth / bm25::weight(doc_freq, docs))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tantivy::fieldnorm::FieldNormReader;

    use super::*;

    fn norms(average_length: u64) -> LengthNorms {
        LengthNorms::new(average_length, 1, FieldNormReader::id_to_fieldnorm)
    }

    proptest! {
        #[test]
        fn a_maximum_under_one_average_length_bounds_the_block_under_another(
            block in prop::collection::vec((0u8..120, 1u32..20), 1..128),
            then in 1u64..200,
            now in 1u64..200,
        ) {
            let (then, now) = (norms(then), norms(now));
            let factor_then = |&(norm, freq): &(u8, u32)| then.tf_factor(norm, freq);
            let max = block
                .iter()
                .max_by(|one, other| factor_then(one).total_cmp(&factor_then(other)));
            let &(norm, freq) = max.unwrap();
            let bound = weight(then.average_length, &now).score(norm, freq);
            for &(norm, freq) in &block {
                let factor = now.tf_factor(norm, freq);
                prop_assert!(factor <= bound * 1.000_01, "{} is more than {}", factor, bound);
            }
            if now.average_length <= then.average_length {
                prop_assert!(bound <= factor_then(&(norm, freq)) * 1.000_01);
            }
        }
    }
}
