//! Durations of many asks, as people compare them.

use std::time::Duration;

use serde::Serialize;

/// So few measurements say nothing of a part in a thousand.
const ENOUGH_FOR_P999: usize = 1_000;

/// Milliseconds that asks took.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Latency {
    pub(super) asks: usize,
    pub(super) p50_ms: f64,
    pub(super) p99_ms: f64,
    /// `None` with fewer than 1,000 asks.
    pub(super) p999_ms: Option<f64>,
    pub(super) mean_ms: f64,
}

impl Latency {
    pub(super) fn of(times: &[Duration]) -> Self {
        let mut sorted: Vec<f64> = times.iter().copied().map(milliseconds).collect();
        sorted.sort_by(f64::total_cmp);
        Self {
            asks: sorted.len(),
            p50_ms: quantile(&sorted, 0.5),
            p99_ms: quantile(&sorted, 0.99),
            p999_ms: (sorted.len() >= ENOUGH_FOR_P999).then(|| quantile(&sorted, 0.999)),
            mean_ms: sorted.iter().sum::<f64>() / sorted.len().max(1) as f64,
        }
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// The smallest of the sorted numbers that at least this part of them does not exceed; 0 of none.
fn quantile(sorted: &[f64], part: f64) -> f64 {
    let rank = (part * sorted.len() as f64).ceil() as usize;
    sorted
        .get(rank.saturating_sub(1))
        .copied()
        .unwrap_or_default()
}

/// The middle one; 0 of none.
pub(super) fn median(numbers: impl IntoIterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = numbers.into_iter().collect();
    sorted.sort_by(f64::total_cmp);
    quantile(&sorted, 0.5)
}

/// The exponent with which `y` grows with `x`: the slope of the line that fits best through their
/// logarithms. `None` of fewer than two points.
pub(super) fn growth(points: &[(f64, f64)]) -> Option<f64> {
    let logs: Vec<(f64, f64)> = points.iter().map(|(x, y)| (x.ln(), y.ln())).collect();
    let count = logs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| logs.iter().map(of).sum::<f64>() / count;
    let (x_mean, y_mean) = (mean(|it| it.0), mean(|it| it.1));
    let covariance: f64 = logs.iter().map(|(x, y)| (x - x_mean) * (y - y_mean)).sum();
    let variance: f64 = logs.iter().map(|(x, _)| (x - x_mean).powi(2)).sum();
    (logs.len() > 1 && variance > 0.0).then(|| covariance / variance)
}
