//! What "not covered" looks like in a corpus, measured when its index is built.

use serde::{Deserialize, Serialize};

/// Intervals between the quantiles that are kept.
const STEPS: usize = 100;

/// The distribution of the confidence in answers to questions whose own article was left out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Calibration {
    /// The number of questions.
    pub questions: usize,
    /// Quantiles of the confidence, in equal steps from 0 to 1; empty without questions.
    quantiles: Vec<f32>,
}

impl Calibration {
    /// From the confidence in each answer.
    #[must_use]
    pub fn of(mut confidences: Vec<f32>) -> Self {
        confidences.sort_by(f32::total_cmp);
        let last = confidences.len().saturating_sub(1);
        let quantiles = (0..=STEPS).filter_map(|step| confidences.get(last * step / STEPS));
        Self {
            questions: confidences.len(),
            quantiles: quantiles.copied().collect(),
        }
    }

    /// The confidence that this fraction of uncovered questions stays below; `None` if there were
    /// too few questions.
    #[must_use]
    pub fn quantile(&self, fraction: f32) -> Option<f32> {
        /// Fewer questions say nothing about the tail.
        const MIN_QUESTIONS: usize = 20;
        if self.questions < MIN_QUESTIONS {
            return None;
        }
        let index = (0..STEPS).filter(|&step| boundary(step) < fraction).count();
        self.quantiles.get(index).copied()
    }
}

/// The middle between a step and the next.
#[expect(clippy::cast_precision_loss, reason = "steps are few")]
fn boundary(step: usize) -> f32 {
    (step as f32 + 0.5) / STEPS as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantile_divides_the_questions() {
        let calibration = Calibration::of((0..=200_u8).rev().map(f32::from).collect());
        assert_eq!(calibration.quantile(0.95), Some(190.0));
        assert_eq!(calibration.quantile(0.0), Some(0.0));
        assert_eq!(calibration.quantile(1.0), Some(200.0));
        assert_eq!(Calibration::of(vec![0.5]).quantile(0.5), None);
    }
}
