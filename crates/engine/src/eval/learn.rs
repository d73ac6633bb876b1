//! Fits weighted sums: which of several rows is right (a softmax over each group, as in ListNet,
//! Cao et al. 2007), and whether a row is right at all (logistic regression).
//!
//! Both are convex, small, and fitted on all rows at once, so that two runs give the same weights.

use crate::answer::Linear;

/// Rows of features, some of which are right.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) rows: Vec<Vec<f32>>,
    /// By row.
    pub(super) right: Vec<bool>,
}

impl Group {
    /// Not when all rows are right, or none.
    pub(super) fn can_teach(&self) -> bool {
        self.right.contains(&true) && self.right.contains(&false)
    }

    /// Whether the first of the rows with the highest score is right.
    pub(super) fn is_first_right(&self, linear: &Linear) -> bool {
        let scores = self.rows.iter().map(|row| linear.score(row));
        let best = scores
            .zip(&self.right)
            .reduce(|best, other| if other.0 > best.0 { other } else { best });
        best.is_some_and(|(_, right)| *right)
    }
}

/// A row of features that is right or not.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) values: Vec<f32>,
    pub(super) right: bool,
}

/// Steps of Adam (Kingma and Ba 2015); the loss has settled long before.
const STEPS: i32 = 300;
const RATE: f64 = 0.1;
const MOMENTUM: f64 = 0.9;
const SQUARES: f64 = 0.999;

/// Mean and deviation of each feature, so that one strength of regularisation fits all.
struct Scale {
    mean: Vec<f64>,
    deviation: Vec<f64>,
}

impl Scale {
    fn of<'a>(rows: impl Iterator<Item = &'a Vec<f32>> + Clone, width: usize) -> Self {
        let count = real(rows.clone().count()).max(1.0);
        let mut mean = vec![0.0; width];
        for row in rows.clone() {
            for (mean, value) in mean.iter_mut().zip(row) {
                *mean += f64::from(*value) / count;
            }
        }
        let mut deviation = vec![0.0; width];
        for row in rows {
            for ((deviation, value), mean) in deviation.iter_mut().zip(row).zip(&mean) {
                *deviation += (f64::from(*value) - mean).powi(2) / count;
            }
        }
        // A feature that never changes says nothing.
        let deviation = deviation.into_iter().map(|square| {
            let root = f64::sqrt(square);
            if root > 1e-6 { root } else { f64::INFINITY }
        });
        Self {
            deviation: deviation.collect(),
            mean,
        }
    }

    fn apply(&self, row: &[f32]) -> Vec<f64> {
        let scales = self.mean.iter().zip(&self.deviation);
        row.iter()
            .zip(scales)
            .map(|(value, (mean, deviation))| (f64::from(*value) - mean) / deviation)
            .collect()
    }

    /// Weights of scaled features as weights of the features themselves.
    #[expect(clippy::cast_possible_truncation, reason = "weights need few digits")]
    fn unscale(&self, weights: &[f64], bias: f64) -> Linear {
        let weights: Vec<f64> = weights
            .iter()
            .zip(&self.deviation)
            .map(|(weight, deviation)| weight / deviation)
            .collect();
        let shift: f64 = weights
            .iter()
            .zip(&self.mean)
            .map(|(weight, mean)| weight * mean)
            .sum();
        Linear {
            bias: (bias - shift) as f32,
            weights: weights.into_iter().map(|weight| weight as f32).collect(),
        }
    }
}

/// Weights under which right rows come before the others of their group. `strength` is that of
/// the squared penalty, per group.
pub(super) fn rank(groups: &[Group], strength: f64) -> Linear {
    let width = groups
        .first()
        .and_then(|group| group.rows.first())
        .map_or(0, Vec::len);
    let scale = Scale::of(groups.iter().flat_map(|group| &group.rows), width);
    let scaled: Vec<Vec<Vec<f64>>> = groups
        .iter()
        .map(|group| group.rows.iter().map(|row| scale.apply(row)).collect())
        .collect();
    let total = real(groups.len()).max(1.0);
    let weights = descend(width, |weights, gradient| {
        for (group, rows) in groups.iter().zip(&scaled) {
            let scores: Vec<f64> = rows.iter().map(|row| dot(row, weights)).collect();
            let all = softmax(&scores, |_| true);
            let right = softmax(&scores, |row| {
                group.right.get(row).copied().unwrap_or(false)
            });
            for (row, (all, right)) in rows.iter().zip(all.iter().zip(&right)) {
                let part = (all - right) / total;
                for (gradient, value) in gradient.iter_mut().zip(row) {
                    *gradient += part * value;
                }
            }
        }
        for (gradient, weight) in gradient.iter_mut().zip(weights) {
            *gradient += strength * weight;
        }
    });
    let mut linear = scale.unscale(&weights, 0.0);
    linear.bias = 0.0;
    linear
}

/// Weights under which the sum is the logarithm of the odds that a row is right. Both kinds of
/// rows weigh the same together.
pub(super) fn classify(rows: &[Row], strength: f64) -> Linear {
    let width = rows.first().map_or(0, |row| row.values.len());
    let scale = Scale::of(rows.iter().map(|row| &row.values), width);
    let scaled: Vec<(Vec<f64>, bool)> = rows
        .iter()
        .map(|row| (scale.apply(&row.values), row.right))
        .collect();
    let right = real(rows.iter().filter(|row| row.right).count()).max(1.0);
    let wrong = (real(rows.len()) - right).max(1.0);
    let weights = descend(width + 1, |weights, gradient| {
        let (bias, weights) = weights.split_last().unwrap_or((&0.0, &[]));
        let Some((bias_gradient, gradient)) = gradient.split_last_mut() else {
            return;
        };
        for (row, is_right) in &scaled {
            let odds = dot(row, weights) + bias;
            let chance = 1.0 / (1.0 + (-odds).exp());
            let part = if *is_right {
                (chance - 1.0) / (2.0 * right)
            } else {
                chance / (2.0 * wrong)
            };
            for (gradient, value) in gradient.iter_mut().zip(row) {
                *gradient += part * value;
            }
            *bias_gradient += part;
        }
        for (gradient, weight) in gradient.iter_mut().zip(weights) {
            *gradient += strength * weight;
        }
    });
    let (bias, weights) = weights.split_last().unwrap_or((&0.0, &[]));
    scale.unscale(weights, *bias)
}

/// Goes down a slope that `gradient` adds up.
fn descend(width: usize, gradient: impl Fn(&[f64], &mut [f64])) -> Vec<f64> {
    let mut weights = vec![0.0; width];
    let mut first = vec![0.0; width];
    let mut second = vec![0.0; width];
    for step in 1..=STEPS {
        let mut slope = vec![0.0; width];
        gradient(&weights, &mut slope);
        let (fade_first, fade_second) = (1.0 - MOMENTUM.powi(step), 1.0 - SQUARES.powi(step));
        let moments = first.iter_mut().zip(&mut second);
        for ((weight, slope), (first, second)) in weights.iter_mut().zip(&slope).zip(moments) {
            *first = MOMENTUM * *first + (1.0 - MOMENTUM) * slope;
            *second = SQUARES * *second + (1.0 - SQUARES) * slope * slope;
            *weight -= RATE * (*first / fade_first) / ((*second / fade_second).sqrt() + 1e-8);
        }
    }
    weights
}

fn dot(row: &[f64], weights: &[f64]) -> f64 {
    row.iter()
        .zip(weights)
        .map(|(value, weight)| value * weight)
        .sum()
}

/// Over the chosen scores only; 0 for the others.
fn softmax(scores: &[f64], chosen: impl Fn(usize) -> bool) -> Vec<f64> {
    let chosen: Vec<bool> = (0..scores.len()).map(chosen).collect();
    let among = || scores.iter().zip(&chosen).filter(|(_, chosen)| **chosen);
    let highest = among()
        .map(|(score, _)| *score)
        .fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = among().map(|(score, _)| (score - highest).exp()).sum();
    scores
        .iter()
        .zip(&chosen)
        .map(|(score, chosen)| {
            if *chosen {
                (score - highest).exp() / sum
            } else {
                0.0
            }
        })
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts of rows")]
fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_decides_gets_the_weight() {
        let group = |right: f32, noise: f32| Group {
            rows: vec![vec![1.0 - right, noise], vec![1.0 + right, 1.0 - noise]],
            right: vec![false, true],
        };
        let groups: Vec<Group> = (0..20_u8)
            .map(|number| group(0.5 + f32::from(number % 3), f32::from(number % 2)))
            .collect();
        let found = rank(&groups, 0.01);
        assert!(
            found.weights[0] > 10.0 * found.weights[1].abs(),
            "{found:?}"
        );
    }

    #[test]
    fn odds_are_even_half_way_between_two_kinds() {
        let rows: Vec<Row> = (0..10_u8)
            .flat_map(|number| {
                let noise = f32::from(number) / 10.0;
                let row = |value, right| Row {
                    values: vec![value],
                    right,
                };
                [row(2.0 + noise, true), row(1.0 - noise, false)]
            })
            .collect();
        let found = classify(&rows, 0.01);
        let odds = |value: f32| found.bias + found.weights[0] * value;
        assert!(odds(1.5).abs() < 0.2 && odds(2.5) > 0.5, "{found:?}");
    }
}
