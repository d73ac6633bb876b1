//! How much the passages of a list can add to a score at most, run by run.
//!
//! The engine keeps something like it for its own queries: the length and the count that weighed
//! most when a run was written. That was with the mean length of that moment, it is a bound for no
//! other, and it cannot be seen without unpacking the run. So the bounds are taken from the lists
//! themselves, once a generation for long ones: the words that have those are asked for again and
//! again. They take 8 bytes for 128 passages of a list, about a twentieth of the list.

use std::io;
use std::sync::Arc;

use tantivy::postings::TermInfo;

use super::bm25::Lengths;
use super::part::{Part, Place};
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
    fn of(part: &Part, place: Place, at: &TermInfo, lengths: &Lengths) -> io::Result<Self> {
        let mut list = part.list(place, at)?;
        let stored = part.lengths(place);
        let mut runs = Vec::new();
        while let Some(&last) = list.docs().last() {
            let counted = list.docs().iter().zip(list.freqs());
            let factors = counted
                .map(|(&passage, &count)| lengths.factor(stored.fieldnorm_id(passage), count));
            let greatest = factors.fold(0.0, f32::max);
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
pub(super) struct Known(Shards<(usize, Place, usize), Arc<Maxima>>);

impl Known {
    pub(super) fn new() -> Self {
        Self(Shards::new(KEPT))
    }

    /// Of a list in the part with this number.
    pub(super) fn of(
        &self,
        (number, part): (usize, &Part),
        place: Place,
        at: &TermInfo,
        lengths: &Lengths,
    ) -> io::Result<Arc<Maxima>> {
        if at.doc_freq < LONG {
            return Ok(Arc::new(Maxima::of(part, place, at, lengths)?));
        }
        let key = (number, place, at.postings_range.start);
        if let Some(known) = self.0.get(&key) {
            return Ok(known);
        }
        let maxima = Arc::new(Maxima::of(part, place, at, lengths)?);
        self.0.put(key, Arc::clone(&maxima));
        Ok(maxima)
    }
}
