//! A set of passages: a bit each.

#[derive(Debug, Default)]
pub(super) struct Marks(Vec<u64>);

impl Marks {
    /// Room for so many passages, none of them marked.
    pub(super) fn of(passages: u32) -> Self {
        let mut marks = Self::default();
        marks.clear(passages);
        marks
    }

    /// Makes room for so many passages, none of them marked.
    pub(super) fn clear(&mut self, passages: u32) {
        let words = passages.div_ceil(u64::BITS);
        self.0.clear();
        self.0.resize(usize::try_from(words).unwrap_or(0), 0);
    }

    /// Whether it was not marked before.
    #[inline]
    pub(super) fn mark(&mut self, passage: u32) -> bool {
        let Some(word) = self.0.get_mut((passage / u64::BITS) as usize) else {
            return false;
        };
        let bit = 1 << (passage % u64::BITS);
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    pub(super) fn has(&self, passage: u32) -> bool {
        let word = self.0.get((passage / u64::BITS) as usize);
        word.is_some_and(|word| word & (1 << (passage % u64::BITS)) != 0)
    }

    /// Leaves those that are marked in another set as well.
    pub(super) fn keep(&mut self, others: &Self) {
        for (word, other) in self.0.iter_mut().zip(&others.0) {
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
    fn those_are_kept_that_both_have() {
        let mut one = Marks::of(130);
        let mut other = Marks::of(130);
        assert!(one.mark(0) && one.mark(129) && !one.mark(129));
        assert!(other.mark(129) && other.mark(64) && !other.mark(192));
        one.keep(&other);
        let kept: Vec<u32> = (0..200).filter(|&passage| one.has(passage)).collect();
        assert_eq!(kept, [129]);
        one.clear(10);
        assert!(one.is_empty() && !one.has(129));
    }
}
