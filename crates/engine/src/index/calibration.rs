//! What "not covered" looks like in a corpus, as measured when its index was built.

use serde::{Deserialize, Serialize};

/// Steps between the quantiles that are kept.
const STEPS: usize = 100;

/// How confident answers to questions were whose article had been left out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Calibration {
    /// Questions that were asked.
    pub questions: usize,
    /// Quantiles of the confidence from 0 to 1 in equal steps; empty without questions.
    quantiles: Vec<f32>,
}

impl Calibration {
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

    /// The confidence that so large a part of uncovered questions stays below; `None` when too few
    /// were asked to tell.
    #[must_use]
    pub fn quantile(&self, part: f32) -> Option<f32> {
        /// Fewer questions say nothing about the rare ones.
        const MIN_QUESTIONS: usize = 20;
        if self.questions < MIN_QUESTIONS {
            return None;
        }
        let place = (0..STEPS).filter(|&step| boundary(step) < part).count();
        self.quantiles.get(place).copied()
    }
}

/// Between a step and the next.
#[expect(clippy::cast_precision_loss, reason = "steps are few")]
fn boundary(step: usize) -> f32 {
    (step as f32 + 0.5) / STEPS as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantile_parts_the_questions_that_were_asked() {
        let calibration = Calibration::of((0..=200_u8).rev().map(f32::from).collect());
        assert_eq!(calibration.quantile(0.95), Some(190.0));
        assert_eq!(calibration.quantile(0.0), Some(0.0));
        assert_eq!(calibration.quantile(1.0), Some(200.0));
        assert_eq!(Calibration::of(vec![0.5]).quantile(0.5), None);
    }
}
