//! The k best passages seen so far.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use tantivy::DocAddress;

/// A passage and its score. The greater score ranks higher; among equals, the earlier passage.
#[derive(Debug, Clone, Copy)]
struct Scored {
    score: f32,
    address: DocAddress,
}

impl Ord for Scored {
    fn cmp(&self, other: &Self) -> Ordering {
        self.score
            .total_cmp(&other.score)
            .then_with(|| other.address.cmp(&self.address))
    }
}

impl PartialOrd for Scored {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Scored {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Scored {}

/// A heap of at most k passages. Passages must be offered in index order, so one that only ties
/// with the worst of them is rejected.
#[derive(Debug)]
pub(super) struct TopK {
    k: usize,
    heap: BinaryHeap<Reverse<Scored>>,
    /// At least k passages score higher than this, offered yet or not.
    floor: f32,
}

impl TopK {
    pub(super) fn new(k: usize) -> Self {
        Self {
            k,
            heap: BinaryHeap::with_capacity(k.saturating_add(1)),
            floor: f32::NEG_INFINITY,
        }
    }

    pub(super) fn k(&self) -> usize {
        self.k
    }

    /// The score that a passage has to exceed.
    pub(super) fn threshold(&self) -> f32 {
        self.worst().max(self.floor)
    }

    /// Raises the threshold: k of the passages that will be offered score higher than `floor`.
    pub(super) fn raise_floor(&mut self, floor: f32) {
        self.floor = self.floor.max(floor);
    }

    fn worst(&self) -> f32 {
        if self.heap.len() < self.k {
            return f32::NEG_INFINITY;
        }
        let worst = self.heap.peek();
        worst.map_or(f32::INFINITY, |Reverse(worst)| worst.score)
    }

    pub(super) fn offer(&mut self, score: f32, address: DocAddress) {
        if score <= self.worst() {
            return;
        }
        self.heap.push(Reverse(Scored { score, address }));
        if self.heap.len() > self.k {
            self.heap.pop();
        }
    }

    /// Best first; equal scores in index order.
    pub(super) fn into_sorted(self) -> Vec<(f32, DocAddress)> {
        let sorted = self.heap.into_sorted_vec().into_iter();
        sorted
            .map(|Reverse(scored)| (scored.score, scored.address))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_best_and_the_first_of_equals() {
        let mut top = TopK::new(2);
        for (doc, score) in [1.0, 3.0, 3.0, 2.0, 3.0].into_iter().enumerate() {
            top.offer(score, DocAddress::new(0, u32::try_from(doc).unwrap()));
        }
        assert_eq!(top.threshold(), 3.0);
        let kept = [(3.0, DocAddress::new(0, 1)), (3.0, DocAddress::new(0, 2))];
        assert_eq!(top.into_sorted(), kept);
    }
}
