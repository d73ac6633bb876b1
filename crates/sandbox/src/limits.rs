//! Rate limits: a bucket for each route and what it is about, shown in headers and enforced.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::http::{HeaderName, HeaderValue, Method};
use jiff::Timestamp;

/// Requests of one bucket in a window. Discord does not publish its numbers; it asks bots to read
/// the headers.
const LIMIT: u32 = 50;

/// Milliseconds of a window.
const WINDOW_MS: i64 = 1000;

/// The windows of all buckets, by bucket and bot.
#[derive(Default)]
pub(crate) struct Limits(Mutex<HashMap<(Bucket, Option<String>), Window>>);

#[derive(Clone, Copy)]
struct Window {
    ends_ms: i64,
    used: u32,
}

/// The name of a bucket: a route and what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Bucket(String);

/// How much of its bucket a request has left.
pub(crate) struct Allowance {
    bucket: Bucket,
    /// `None` for one request too many.
    remaining: Option<u32>,
    ends_ms: i64,
    now_ms: i64,
}

impl Bucket {
    /// The bucket of a request, whose path is the one below the API's version.
    pub(crate) fn of(method: &Method, path: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        (method.as_str(), template(path)).hash(&mut hasher);
        Self(format!("{:016x}", hasher.finish()))
    }
}

impl Limits {
    /// Counts a request of the bot with a token.
    pub(crate) fn count(&self, bucket: &Bucket, token: Option<&str>, now: Timestamp) -> Allowance {
        let now_ms = now.as_millisecond();
        let mut windows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        windows.retain(|_, window| window.ends_ms > now_ms);
        let key = (bucket.clone(), token.map(str::to_owned));
        let window = windows.entry(key).or_insert(Window {
            ends_ms: now_ms.saturating_add(WINDOW_MS),
            used: 0,
        });
        window.used = window.used.saturating_add(1);
        Allowance {
            bucket: bucket.clone(),
            remaining: LIMIT.checked_sub(window.used),
            ends_ms: window.ends_ms,
            now_ms,
        }
    }
}

impl Allowance {
    /// Nothing, for a time.
    pub(crate) fn none(bucket: &Bucket, now: Timestamp, after: Duration) -> Self {
        let now_ms = now.as_millisecond();
        let after_ms = i64::try_from(after.as_millis()).unwrap_or(i64::MAX);
        Self {
            bucket: bucket.clone(),
            remaining: None,
            ends_ms: now_ms.saturating_add(after_ms),
            now_ms,
        }
    }

    /// Whether this is one request too many.
    pub(crate) fn is_exceeded(&self) -> bool {
        self.remaining.is_none()
    }

    /// Seconds until the bucket is full again.
    pub(crate) fn seconds_left(&self) -> f64 {
        let left = i32::try_from(self.ends_ms.saturating_sub(self.now_ms)).unwrap_or(i32::MAX);
        f64::from(left) / 1000.0
    }

    pub(crate) fn headers(&self) -> [(HeaderName, HeaderValue); 5] {
        #[expect(
            clippy::cast_precision_loss,
            reason = "milliseconds since 1970 fit into 53 bits"
        )]
        let reset = self.ends_ms as f64 / 1000.0;
        let remaining = self.remaining.unwrap_or_default();
        [
            ("x-ratelimit-limit", LIMIT.to_string()),
            ("x-ratelimit-remaining", remaining.to_string()),
            ("x-ratelimit-reset", format!("{reset:.3}")),
            (
                "x-ratelimit-reset-after",
                format!("{:.3}", self.seconds_left()),
            ),
            ("x-ratelimit-bucket", self.bucket.0.clone()),
        ]
        .map(|(name, value)| {
            let value = HeaderValue::try_from(value).unwrap_or(HeaderValue::from_static(""));
            (HeaderName::from_static(name), value)
        })
    }
}

/// A path without ids, except for those that have limits of their own.
fn template(path: &str) -> Vec<&str> {
    path.split('/')
        .filter(|part| !part.is_empty())
        .enumerate()
        .map(|(at, part)| {
            let is_major = at == 1;
            let is_id = part.bytes().all(|byte| byte.is_ascii_digit());
            if is_id && !is_major { ":id" } else { part }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_request_too_many_has_to_wait_for_the_next_second() {
        let limits = Limits::default();
        let bucket = Bucket::of(&Method::GET, "/users/@me");
        let at = |ms| Timestamp::from_millisecond(ms).unwrap();
        let is_refused = |token, ms| limits.count(&bucket, Some(token), at(ms)).is_exceeded();
        assert!((0..50).all(|_| !is_refused("a", 0)));
        assert!(is_refused("a", 999));
        assert!(!is_refused("b", 999), "every bot has its own");
        assert!(!is_refused("a", 1000));
    }

    #[test]
    fn a_bucket_is_a_route_and_a_channel() {
        assert_eq!(
            template("/channels/5/messages/7"),
            ["channels", "5", "messages", ":id"]
        );
    }
}
