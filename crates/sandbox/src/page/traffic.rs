//! What passes between bots and the sandbox, for the page's developer drawer.

use std::time::Instant;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::gateway::Told;
use crate::journal::RecordedRequest;
use crate::rest::Server;

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
    pub(super) fn news(&mut self, server: &Server) -> Option<Vec<Value>> {
        let (requests, read) = server.journal.since(self.requests, PAST);
        self.requests = read;
        let (events, read) = server.hub.told.since(self.events, PAST);
        self.events = read;
        let mut news: Vec<(Instant, Value)> = requests
            .iter()
            .map(|entry| (entry.at, request(entry)))
            .chain(events.iter().map(|told| (told.at, event(told))))
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

fn event(told: &Told) -> Value {
    json!({
        "is": if told.is_from_bot { "command" } else { "event" },
        "at": wall_ms(told.at),
        "what": told.name,
        "body": told.data,
    })
}

/// Milliseconds since 1970.
fn wall_ms(at: Instant) -> i64 {
    let age = SignedDuration::try_from(at.elapsed()).unwrap_or_default();
    let moment = Timestamp::now().checked_sub(age).unwrap_or_default();
    moment.as_millisecond()
}
