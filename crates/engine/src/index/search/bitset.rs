//! A set of a segment's passages, one bit each.

#[derive(Debug, Default)]
pub(super) struct Bitset(Vec<u64>);

impl Bitset {
    /// An empty set with room for `passages`.
    pub(super) fn with_capacity(passages: u32) -> Self {
        let mut set = Self::default();
        set.reset(passages);
        set
    }

    /// Empties the set and makes room for `passages`.
    pub(super) fn reset(&mut self, passages: u32) {
        let words = passages.div_ceil(u64::BITS);
        self.0.clear();
        self.0.resize(usize::try_from(words).unwrap_or(0), 0);
    }

    /// Returns whether the passage is new to the set.
    #[inline]
    pub(super) fn insert(&mut self, passage: u32) -> bool {
        let Some(word) = self.0.get_mut((passage / u64::BITS) as usize) else {
            return false;
        };
        let bit = 1 << (passage % u64::BITS);
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    pub(super) fn contains(&self, passage: u32) -> bool {
        let word = self.0.get((passage / u64::BITS) as usize);
        word.is_some_and(|word| word & (1 << (passage % u64::BITS)) != 0)
    }

    /// Drops everything that is not in the other set.
    pub(super) fn intersect_with(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= other;
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|&word| word == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_intersection_keeps_what_both_contain() {
        let mut one = Bitset::with_capacity(130);
        let mut other = Bitset::with_capacity(130);
        assert!(one.insert(0) && one.insert(129) && !one.insert(129));
        assert!(other.insert(129) && other.insert(64) && !other.insert(192));
        one.intersect_with(&other);
        let kept: Vec<u32> = (0..200).filter(|&passage| one.contains(passage)).collect();
        assert_eq!(kept, [129]);
        one.reset(10);
        assert!(one.is_empty() && !one.contains(129));
    }
}
