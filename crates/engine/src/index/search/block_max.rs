//! How much the passages of a list can add to a score at most, run by run.
//!
//! The engine writes something like it beside a run: the length and the count that weigh most, by the
//! mean length m of the part's texts. From that a bound follows for any other mean m'. A length takes
//! `k·(1 - b + b·length/m)` in the score (see [`Lengths`]), which shrinks to no less than its `m/m'`th
//! part where m' is greater than m, so that the factor grows `m'/m` times at most; where m' is less,
//! it does not grow. So a list is unpacked for its bounds, but its passages' lengths are not looked up,
//! each of which waits for memory. The bounds of long lists are kept: words that have those are asked
//! for again and again. They take 8 bytes for 128 passages of a list, about a twentieth of the list.

use std::io;
use std::sync::Arc;

use tantivy::postings::TermInfo;
use tantivy::query::Bm25Weight;

use super::bm25::{self, Lengths};
use super::part::{Part, Place, Places};
use super::shards::Shards;

/// The bounds of a shorter list are cheaper to take than to keep.
const LONG: u32 = 1024;

/// Lists whose bounds are kept, at most. A list has 70 bytes beside its bounds.
const KEPT: usize = 200_000;

/// Passages of a list up to one of them.
#[derive(Debug, Clone, Copy)]
struct Run {
    last: u32,
    greatest: f32,
}

/// The bounds of a list, on what [`Lengths::factor`] gives.
#[derive(Debug)]
pub(super) struct Maxima {
    runs: Box<[Run]>,
    pub(super) greatest: f32,
}

/// A place in [`Maxima`] that only moves forward.
#[derive(Debug, Default)]
pub(super) struct Cursor(usize);

impl Maxima {
    fn of(part: &Part, place: Place, at: &TermInfo, weight: &Bm25Weight) -> io::Result<Self> {
        let mut list = part.list(place, at)?;
        let stored = part.lengths(place);
        let mut runs = Vec::new();
        while let Some(&last) = list.docs().last() {
            let greatest = list.block_max_score(stored, weight);
            runs.push(Run { last, greatest });
            list.advance();
        }
        let greatest = runs.iter().map(|run| run.greatest).fold(0.0, f32::max);
        Ok(Self {
            runs: runs.into(),
            greatest,
        })
    }

    /// Over the passages from one up to another, which is not among them.
    pub(super) fn within(&self, cursor: &mut Cursor, from: u32, to: u32) -> f32 {
        let runs = self.from(cursor, from);
        let mut greatest = 0.0f32;
        for run in runs {
            greatest = greatest.max(run.greatest);
            if run.last.saturating_add(1) >= to {
                break;
            }
        }
        greatest
    }

    /// The runs that end with a passage or after it.
    fn from(&self, cursor: &mut Cursor, passage: u32) -> &[Run] {
        let left = self.runs.get(cursor.0..).unwrap_or_default();
        let over = left.iter().take_while(|run| run.last < passage).count();
        cursor.0 += over;
        left.get(over..).unwrap_or_default()
    }
}

/// The bounds of a generation's long lists that were asked for.
pub(super) struct Known {
    kept: Shards<(usize, Place, usize), Arc<Maxima>>,
    /// By part.
    weights: Vec<Places<Bm25Weight>>,
}

impl Known {
    pub(super) fn new(parts: &[Part], lengths: &Places<Lengths>) -> Self {
        let weights = parts.iter().map(|part| {
            Places::of(|place| {
                let (words, passages) = (part.words(place), part.passages);
                weight(bm25::mean(words, passages.into()), lengths.get(place))
            })
        });
        Self {
            kept: Shards::new(KEPT),
            weights: weights.collect(),
        }
    }

    /// Of a list in the part with this number.
    pub(super) fn of(
        &self,
        (number, part): (usize, &Part),
        place: Place,
        at: &TermInfo,
    ) -> io::Result<Arc<Maxima>> {
        let weight = self.weights.get(number).map(|weights| weights.get(place));
        let weight = weight.ok_or_else(|| io::Error::other("a part of another generation"))?;
        let key = (number, place, at.postings_range.start);
        let is_long = at.doc_freq >= LONG;
        if is_long && let Some(known) = self.kept.get(&key) {
            return Ok(known);
        }
        let maxima = Arc::new(Maxima::of(part, place, at, weight)?);
        if is_long {
            self.kept.put(key, Arc::clone(&maxima));
        }
        Ok(maxima)
    }
}

/// What the engine weighs a run with so that it says a bound on [`Lengths::factor`], for a part whose
/// texts have this mean length.
fn weight(mean: f32, lengths: &Lengths) -> Bm25Weight {
    let (held, all) = (1, 2);
    let engine = Bm25Weight::for_one_term_without_explain(held, all, mean);
    let growth = (lengths.mean / mean).max(1.0);
    engine.boost_by(growth / bm25::weight(held, all))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tantivy::fieldnorm::FieldNormReader;

    use super::*;

    fn lengths(mean: u64) -> Lengths {
        Lengths::new(mean, 1, FieldNormReader::id_to_fieldnorm)
    }

    proptest! {
        #[test]
        fn what_weighs_most_by_one_mean_length_bounds_a_run_by_another(
            run in prop::collection::vec((0u8..120, 1u32..20), 1..128),
            then in 1u64..200,
            now in 1u64..200,
        ) {
            let (then, now) = (lengths(then), lengths(now));
            let by_then = |&(stored, count): &(u8, u32)| then.factor(stored, count);
            let kept = run.iter().max_by(|one, other| by_then(one).total_cmp(&by_then(other)));
            let &(stored, count) = kept.unwrap();
            let bound = weight(then.mean, &now).score(stored, count);
            for &(stored, count) in &run {
                let factor = now.factor(stored, count);
                prop_assert!(factor <= bound * 1.000_01, "{} is more than {}", factor, bound);
            }
            if now.mean <= then.mean {
                prop_assert!(bound <= by_then(&(stored, count)) * 1.000_01);
            }
        }
    }
}
