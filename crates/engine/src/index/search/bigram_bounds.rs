//! What pairs of neighbouring words can add to a score: bounds for the passages of a window.
//!
//! A question asks for them hundreds of thousands of times, mostly for passages that hold no pair or one.

use super::plan::{Pair, bit};

pub(super) struct PairBounds {
    /// By the term that a pair begins with; the other is the term after it.
    by_first: Vec<f32>,
    /// The terms that a pair begins with.
    firsts: u64,
    all: f32,
}

impl PairBounds {
    /// For so many terms.
    pub(super) fn new(pairs: &[Pair], terms: usize) -> Self {
        Self {
            by_first: vec![0.0; terms],
            firsts: pairs
                .iter()
                .fold(0, |firsts, pair| firsts | bit(pair.first)),
            all: 0.0,
        }
    }

    /// Takes them anew, from a bound on the factor of each term's stems.
    pub(super) fn take(&mut self, pairs: &[Pair], stem_bound: impl Fn(usize) -> f32) {
        self.all = 0.0;
        for pair in pairs {
            let factor = stem_bound(pair.first).min(stem_bound(pair.second));
            let most = pair.greatest_weight * factor;
            self.all += most;
            if let Some(bound) = self.by_first.get_mut(pair.first) {
                *bound = most;
            }
        }
    }

    /// What all pairs can add together.
    pub(super) fn all(&self) -> f32 {
        self.all
    }

    /// What a pair can add.
    pub(super) fn of(&self, pair: &Pair) -> f32 {
        self.by_first.get(pair.first).copied().unwrap_or_default()
    }

    /// What the pairs of these terms can add.
    #[inline]
    pub(super) fn among(&self, stems: u64) -> f32 {
        let mut firsts = stems & (stems >> 1) & self.firsts;
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

    fn pair(first: usize) -> Pair {
        Pair::new(first, vec![vec![2.0]])
    }

    #[test]
    fn a_pair_adds_where_both_of_its_words_are() {
        let pairs = [pair(0), pair(2), pair(62)];
        let mut bounds = PairBounds::new(&pairs, 64);
        let factor = |term| if term == 3 { 0.25 } else { 0.5 };
        bounds.take(&pairs, factor);
        assert_eq!([bounds.of(&pairs[0]), bounds.of(&pairs[1])], [1.0, 0.5]);
        assert_eq!(bounds.all(), 2.5);
        assert_eq!(bounds.among(u64::MAX), 2.5);
        assert_eq!(bounds.among(0b0110), 0.0);
        assert_eq!(bounds.among(0b1110), 0.5);
        assert_eq!(bounds.among(bit(62) | bit(63)), 1.0);
        bounds.take(&pairs, |_| 0.0);
        assert_eq!(bounds.among(u64::MAX), 0.0);
    }
}
