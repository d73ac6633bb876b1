//! What passes between bots and the sandbox, for the page's developer drawer.

use std::time::Instant;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::gateway::GatewayRecord;
use crate::journal::RecordedRequest;
use crate::platform::Platform;

/// How much of the past a drawer shows when it is opened.
const PAST: usize = 200;

/// How far a page has read.
#[derive(Default)]
pub(super) struct Traffic {
    requests: u64,
    events: u64,
}

impl Traffic {
    /// What passed since this was last asked, in order.
    pub(super) fn news(&mut self, platform: &Platform) -> Option<Vec<Value>> {
        let (requests, read) = platform.journal.since(self.requests, PAST);
        self.requests = read;
        let (events, read) = platform.hub.traffic.since(self.events, PAST);
        self.events = read;
        let mut news: Vec<(Instant, Value)> = requests
            .iter()
            .map(|entry| (entry.at, request(entry)))
            .chain(events.iter().map(|record| (record.at, event(record))))
            .collect();
        news.sort_by_key(|(at, _)| *at);
        let news: Vec<Value> = news.into_iter().map(|(_, json)| json).collect();
        (!news.is_empty()).then_some(news)
    }
}

fn request(entry: &RecordedRequest) -> Value {
    json!({
        "is": "request",
        "at": wall_ms(entry.at),
        "what": format!("{} {}", entry.method, entry.path_and_query()),
        "body": entry.body,
        "files": entry.files,
        "status": entry.status,
        "answer": entry.answer,
        "took_ms": u64::try_from(entry.took.as_millis()).unwrap_or(u64::MAX),
        "took_effect": entry.took_effect,
        "unexpected": entry.is_unexpected,
    })
}

fn event(record: &GatewayRecord) -> Value {
    json!({
        "is": if record.is_from_bot { "command" } else { "event" },
        "at": wall_ms(record.at),
        "what": record.name,
        "body": record.data,
    })
}

/// Milliseconds since 1970.
fn wall_ms(at: Instant) -> i64 {
    let age = SignedDuration::try_from(at.elapsed()).unwrap_or_default();
    let moment = Timestamp::now().checked_sub(age).unwrap_or_default();
    moment.as_millisecond()
}
