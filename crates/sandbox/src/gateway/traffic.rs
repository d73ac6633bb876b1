//! The latest payloads that passed over the gateway, for the page. Knows no sessions.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use serde_json::Value;

/// Payloads that are kept; older ones are forgotten.
const KEPT: usize = 1000;

/// A payload that passed.
#[derive(Debug, Clone)]
pub(crate) struct GatewayRecord {
    pub(crate) at: Instant,
    /// Such as `MESSAGE_CREATE` or `IDENTIFY`.
    pub(crate) name: String,
    pub(crate) data: Value,
    pub(crate) is_from_bot: bool,
}

/// The payloads so far, oldest first.
#[derive(Debug, Default)]
pub(crate) struct TrafficLog(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    records: VecDeque<GatewayRecord>,
    /// How many there ever were.
    count: u64,
}

impl TrafficLog {
    pub(crate) fn record(&self, name: &str, data: Value, is_from_bot: bool) {
        let mut kept = self.lock();
        kept.count += 1;
        kept.records.push_back(GatewayRecord {
            at: Instant::now(),
            name: name.to_owned(),
            data,
            is_from_bot,
        });
        if kept.records.len() > KEPT {
            kept.records.pop_front();
        }
    }

    /// The payloads after the first `read`, at most the last `most`, and how many there ever were.
    pub(crate) fn since(&self, read: u64, most: usize) -> (Vec<GatewayRecord>, u64) {
        let kept = self.lock();
        let new = usize::try_from(kept.count.saturating_sub(read)).unwrap_or(most);
        let skipped = kept.records.len().saturating_sub(new.min(most));
        (
            kept.records.iter().skip(skipped).cloned().collect(),
            kept.count,
        )
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
