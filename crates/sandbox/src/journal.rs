//! What bots asked of the API: every request with its body, its answer and how long that took.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde_json::Value;

/// One request of a bot.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct RecordedRequest {
    /// When it arrived.
    pub at: Instant,
    /// Such as `POST`.
    pub method: String,
    /// Below the API's version: `/channels/1/messages`.
    pub path: String,
    pub query: Option<String>,
    /// `payload_json` of a multipart body. `None` for nothing, or what is no JSON.
    pub body: Option<Value>,
    pub is_multipart: bool,
    /// Names of the files that came with it.
    pub files: Vec<String>,
    pub status: u16,
    pub answer: Option<Value>,
    /// From its arrival to its answer.
    pub took: Duration,
    /// Whether it reached the API; a fault may keep it away, or only lose its answer.
    pub took_effect: bool,
    /// Whether it asked for a route that is not there.
    pub is_unexpected: bool,
}

impl RecordedRequest {
    /// Method and path, such as `POST /channels/1/messages`.
    #[must_use]
    pub fn what(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// The path with its query, as Discord's documents name routes.
    #[must_use]
    pub fn path_and_query(&self) -> String {
        match &self.query {
            Some(query) => format!("{}?{query}", self.path),
            None => self.path.clone(),
        }
    }
}

/// Requests that are kept; older ones are forgotten.
const KEPT: usize = 10_000;

/// The requests so far, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Journal(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    entries: VecDeque<RecordedRequest>,
    /// How many there ever were.
    count: u64,
}

impl Journal {
    pub(crate) fn write(&self, entry: RecordedRequest) {
        let mut kept = self.lock();
        kept.count += 1;
        kept.entries.push_back(entry);
        if kept.entries.len() > KEPT {
            kept.entries.pop_front();
        }
    }

    pub(crate) fn entries(&self) -> Vec<RecordedRequest> {
        self.lock().entries.iter().cloned().collect()
    }

    /// What came after the first `read`, at most the last `most`, and how many there were.
    pub(crate) fn since(&self, read: u64, most: usize) -> (Vec<RecordedRequest>, u64) {
        let kept = self.lock();
        let new = usize::try_from(kept.count.saturating_sub(read)).unwrap_or(most);
        let skipped = kept.entries.len().saturating_sub(new.min(most));
        let new = kept.entries.iter().skip(skipped).cloned();
        (new.collect(), kept.count)
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
