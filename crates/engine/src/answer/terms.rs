//! A set of a question's terms.

/// Terms by number, below [`Terms::MAX`]; higher numbers are dropped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Terms(u64);

impl Terms {
    pub(super) const NONE: Self = Self(0);

    /// Most terms of a question that are considered.
    pub(super) const MAX: usize = 64;

    #[must_use]
    pub(super) fn with(self, term: usize) -> Self {
        if term < Self::MAX {
            Self(self.0 | 1 << term)
        } else {
            self
        }
    }

    pub(super) fn has(self, term: usize) -> bool {
        term < Self::MAX && self.0 & (1 << term) != 0
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn count(self) -> u32 {
        self.0.count_ones()
    }

    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let next = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            (next < 64).then_some(next as usize)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_listed_in_order_and_higher_numbers_dropped() {
        let terms = Terms::NONE.with(63).with(2).with(64);
        assert_eq!(terms.iter().collect::<Vec<_>>(), [2, 63]);
        assert!(terms.has(63) && !terms.has(64) && terms.count() == 2);
        assert!(terms.without(terms).is_empty());
    }
}
