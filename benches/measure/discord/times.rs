//! How long something took, many times.

use std::time::Duration;

/// Sorted.
#[derive(Debug, Clone)]
pub(super) struct Times(Vec<Duration>);

impl FromIterator<Duration> for Times {
    fn from_iter<I: IntoIterator<Item = Duration>>(times: I) -> Self {
        let mut times: Vec<_> = times.into_iter().collect();
        times.sort_unstable();
        Self(times)
    }
}

impl Times {
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The time that so many percent take at most: nearest rank. `None` if there is nothing.
    pub(super) fn percentile(&self, percent: usize) -> Option<Duration> {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied()
    }
}
