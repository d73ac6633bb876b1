//! The best passages seen so far.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use tantivy::DocAddress;

/// A passage and its score; greater is better, then earlier.
#[derive(Debug, Clone, Copy)]
struct Found {
    score: f32,
    address: DocAddress,
}

impl Ord for Found {
    fn cmp(&self, other: &Self) -> Ordering {
        self.score
            .total_cmp(&other.score)
            .then_with(|| other.address.cmp(&self.address))
    }
}

impl PartialOrd for Found {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Found {}

/// At most so many passages. They are offered in the order in which they were indexed, so that one
/// that is no better than the last of them comes too late.
#[derive(Debug)]
pub(super) struct Best {
    limit: usize,
    found: BinaryHeap<Reverse<Found>>,
    /// There are as many as wanted with greater scores, whether or not they were offered yet.
    floor: f32,
}

impl Best {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            limit,
            found: BinaryHeap::with_capacity(limit.saturating_add(1)),
            floor: f32::NEG_INFINITY,
        }
    }

    pub(super) fn limit(&self) -> usize {
        self.limit
    }

    /// What a score has to exceed.
    pub(super) fn threshold(&self) -> f32 {
        self.worst().max(self.floor)
    }

    /// Of passages that will be offered, as many as wanted have greater scores than this.
    pub(super) fn raise(&mut self, floor: f32) {
        self.floor = self.floor.max(floor);
    }

    fn worst(&self) -> f32 {
        if self.found.len() < self.limit {
            return f32::NEG_INFINITY;
        }
        let last = self.found.peek();
        last.map_or(f32::INFINITY, |Reverse(last)| last.score)
    }

    pub(super) fn offer(&mut self, score: f32, address: DocAddress) {
        if score <= self.worst() {
            return;
        }
        self.found.push(Reverse(Found { score, address }));
        if self.found.len() > self.limit {
            self.found.pop();
        }
    }

    /// Best first; equals in the order in which they were indexed.
    pub(super) fn into_sorted(self) -> Vec<(f32, DocAddress)> {
        let sorted = self.found.into_sorted_vec().into_iter();
        sorted
            .map(|Reverse(found)| (found.score, found.address))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_are_kept_and_of_equals_the_first() {
        let mut best = Best::new(2);
        for (doc, score) in [1.0, 3.0, 3.0, 2.0, 3.0].into_iter().enumerate() {
            best.offer(score, DocAddress::new(0, u32::try_from(doc).unwrap()));
        }
        assert_eq!(best.threshold(), 3.0);
        let kept = [(3.0, DocAddress::new(0, 1)), (3.0, DocAddress::new(0, 2))];
        assert_eq!(best.into_sorted(), kept);
    }
}
