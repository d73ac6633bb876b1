//! Upper bounds on what bigrams add to the scores of a window's passages.
//!
//! A query asks for them hundreds of thousands of times, mostly for passages that match no bigram
//! or one.

use super::query::{Bigram, bit};

pub(super) struct BigramBounds {
    /// By first term; the second term is always the next.
    by_first: Vec<f32>,
    /// The bits of the first terms.
    firsts: u64,
    total: f32,
}

impl BigramBounds {
    /// For a query of `terms` terms.
    pub(super) fn new(bigrams: &[Bigram], terms: usize) -> Self {
        Self {
            by_first: vec![0.0; terms],
            firsts: bigrams
                .iter()
                .fold(0, |firsts, bigram| firsts | bit(bigram.first)),
            total: 0.0,
        }
    }

    /// Recomputes the bounds from each term's bound on the factors of its stems.
    pub(super) fn update(&mut self, bigrams: &[Bigram], stem_bound: impl Fn(usize) -> f32) {
        self.total = 0.0;
        for bigram in bigrams {
            let factor = stem_bound(bigram.first).min(stem_bound(bigram.second));
            let bound = bigram.max_weight * factor;
            self.total += bound;
            if let Some(slot) = self.by_first.get_mut(bigram.first) {
                *slot = bound;
            }
        }
    }

    /// The bound on all bigrams together.
    pub(super) fn total(&self) -> f32 {
        self.total
    }

    /// The bound on one bigram.
    pub(super) fn of(&self, bigram: &Bigram) -> f32 {
        self.by_first.get(bigram.first).copied().unwrap_or_default()
    }

    /// The bound on all bigrams of a set of terms.
    #[inline]
    pub(super) fn within(&self, terms: u64) -> f32 {
        let mut firsts = terms & (terms >> 1) & self.firsts;
        let mut sum = 0.0;
        while firsts != 0 {
            let first = usize::try_from(firsts.trailing_zeros()).unwrap_or_default();
            sum += self.by_first.get(first).copied().unwrap_or_default();
            firsts &= firsts - 1;
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bigram(first: usize) -> Bigram {
        Bigram::new(first, vec![vec![2.0]])
    }

    #[test]
    fn a_bigram_counts_where_both_of_its_terms_are() {
        let bigrams = [bigram(0), bigram(2), bigram(62)];
        let mut bounds = BigramBounds::new(&bigrams, 64);
        let factor = |term| if term == 3 { 0.25 } else { 0.5 };
        bounds.update(&bigrams, factor);
        assert_eq!([bounds.of(&bigrams[0]), bounds.of(&bigrams[1])], [1.0, 0.5]);
        assert_eq!(bounds.total(), 2.5);
        assert_eq!(bounds.within(u64::MAX), 2.5);
        assert_eq!(bounds.within(0b0110), 0.0);
        assert_eq!(bounds.within(0b1110), 0.5);
        assert_eq!(bounds.within(bit(62) | bit(63)), 1.0);
        bounds.update(&bigrams, |_| 0.0);
        assert_eq!(bounds.within(u64::MAX), 0.0);
    }
}
