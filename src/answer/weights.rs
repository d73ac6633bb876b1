//! What each term of a question is worth: inverse document frequency.

/// Inverse document frequencies of a question's terms, as in BM25 (Robertson and Zaragoza 2009,
/// "The Probabilistic Relevance Framework"), with 1 added inside the logarithm so that it is never
/// negative.
#[derive(Debug, Clone)]
pub(super) struct Weights {
    idf: Vec<f32>,
    total: f32,
}

impl Weights {
    /// `frequencies` are the passages that hold each term, out of `passages`.
    pub(super) fn new(frequencies: &[u64], passages: u64) -> Self {
        let idf: Vec<f32> = frequencies
            .iter()
            .map(|&frequency| idf(frequency, passages))
            .collect();
        let total = idf.iter().sum();
        Self { idf, total }
    }

    pub(super) fn of(&self, term: usize) -> f32 {
        self.idf.get(term).copied().unwrap_or_default()
    }

    /// Of all terms together; 0 without terms.
    pub(super) fn total(&self) -> f32 {
        self.total
    }

    /// The part of the question's worth that is found, 0 to 1.
    pub(super) fn coverage(&self, found: impl IntoIterator<Item = bool>) -> f32 {
        let part = |partial| if partial { 1.0 } else { 0.0 };
        self.share(found.into_iter().map(part))
    }

    /// Like [`Self::coverage`], with each term found to a degree between 0 and 1.
    pub(super) fn share(&self, degrees: impl IntoIterator<Item = f32>) -> f32 {
        if self.total <= 0.0 {
            return 0.0;
        }
        self.idf
            .iter()
            .zip(degrees)
            .map(|(idf, degree)| idf * degree)
            .sum::<f32>()
            / self.total
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of passages; a relative error of 1e-7 changes nothing"
)]
fn idf(frequency: u64, passages: u64) -> f32 {
    let (with, all) = (frequency.min(passages) as f32, passages as f32);
    (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_terms_weigh_more_and_unseen_ones_most() {
        let weights = Weights::new(&[90, 5, 0], 100);
        assert!(weights.of(0) < weights.of(1) && weights.of(1) < weights.of(2));
        let coverage = weights.coverage([true, true, false]);
        assert!(coverage > 0.3 && coverage < 0.6, "{coverage}");
    }

    #[test]
    fn a_question_without_terms_covers_nothing() {
        assert_eq!(Weights::new(&[], 10).coverage([]), 0.0);
    }
}
