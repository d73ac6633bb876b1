//! What passed over the gateway lately, for people who look. Knows no sessions.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use serde_json::Value;

/// Events that are kept for a look; older ones are forgotten.
const KEPT: usize = 1000;

/// Something that passed.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    pub(crate) at: Instant,
    /// Such as `MESSAGE_CREATE` or `IDENTIFY`.
    pub(crate) name: String,
    pub(crate) data: Value,
    pub(crate) is_from_bot: bool,
}

/// What passed so far, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Log(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    told: VecDeque<Told>,
    /// How many there ever were.
    count: u64,
}

impl Log {
    pub(crate) fn note(&self, name: &str, data: Value, is_from_bot: bool) {
        let mut kept = self.lock();
        kept.count += 1;
        kept.told.push_back(Told {
            at: Instant::now(),
            name: name.to_owned(),
            data,
            is_from_bot,
        });
        if kept.told.len() > KEPT {
            kept.told.pop_front();
        }
    }

    /// What came after the first `read`, at most the last `most`, and how many there were.
    pub(crate) fn since(&self, read: u64, most: usize) -> (Vec<Told>, u64) {
        let kept = self.lock();
        let new = usize::try_from(kept.count.saturating_sub(read)).unwrap_or(most);
        let skipped = kept.told.len().saturating_sub(new.min(most));
        (
            kept.told.iter().skip(skipped).cloned().collect(),
            kept.count,
        )
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
