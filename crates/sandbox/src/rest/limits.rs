//! Rate limits: a bucket for each route and what it is about, told in headers and kept.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::http::{HeaderName, HeaderValue, Method};
use jiff::Timestamp;
use serde_json::json;

use super::answer::Answer;
use super::{header, status};

/// Requests of one bucket in a window. Discord does not tell its numbers; it asks bots to read the
/// headers.
const LIMIT: u32 = 50;

/// Milliseconds of a window.
const WINDOW_MS: i64 = 1000;

/// Buckets by who asks and what for.
#[derive(Default)]
pub(crate) struct Limits(Mutex<HashMap<u64, Bucket>>);

#[derive(Clone, Copy)]
struct Bucket {
    ends_ms: i64,
    used: u32,
}

/// How much of its bucket a request has left.
pub(crate) struct Left {
    bucket: String,
    /// `None` for one request too many.
    remaining: Option<u32>,
    ends_ms: i64,
    now_ms: i64,
}

impl Limits {
    /// Counts a request of the bot with a token.
    pub(crate) fn count(
        &self,
        method: &Method,
        path: &[&str],
        token: Option<&str>,
        now: Timestamp,
    ) -> Left {
        let bucket = bucket(method, path);
        let mut hasher = DefaultHasher::new();
        (&bucket, token).hash(&mut hasher);
        let key = hasher.finish();
        let now_ms = now.as_millisecond();
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        buckets.retain(|_, bucket| bucket.ends_ms > now_ms);
        let counted = buckets.entry(key).or_insert(Bucket {
            ends_ms: now_ms.saturating_add(WINDOW_MS),
            used: 0,
        });
        counted.used = counted.used.saturating_add(1);
        Left {
            bucket,
            remaining: LIMIT.checked_sub(counted.used),
            ends_ms: counted.ends_ms,
            now_ms,
        }
    }
}

impl Left {
    /// Nothing, for a time.
    pub(crate) fn nothing(method: &Method, path: &[&str], now: Timestamp, after: Duration) -> Self {
        let now_ms = now.as_millisecond();
        let after_ms = i64::try_from(after.as_millis()).unwrap_or(i64::MAX);
        Self {
            bucket: bucket(method, path),
            remaining: None,
            ends_ms: now_ms.saturating_add(after_ms),
            now_ms,
        }
    }

    /// The refusal, if there is nothing left.
    pub(crate) fn exceeded(&self) -> Option<Answer> {
        self.remaining.is_none().then(|| {
            let mut answer = too_many(self.seconds(), false);
            let scope = HeaderName::from_static("x-ratelimit-scope");
            answer.headers.push((scope, header("user")));
            answer
        })
    }

    pub(crate) fn headers(&self) -> Vec<(HeaderName, HeaderValue)> {
        #[expect(
            clippy::cast_precision_loss,
            reason = "milliseconds since 1970 fit into 53 bits"
        )]
        let reset = self.ends_ms as f64 / 1000.0;
        [
            ("x-ratelimit-limit", LIMIT.to_string()),
            (
                "x-ratelimit-remaining",
                self.remaining.unwrap_or_default().to_string(),
            ),
            ("x-ratelimit-reset", format!("{reset:.3}")),
            ("x-ratelimit-reset-after", format!("{:.3}", self.seconds())),
            ("x-ratelimit-bucket", self.bucket.clone()),
        ]
        .map(|(name, value)| (HeaderName::from_static(name), header(value)))
        .into()
    }

    fn seconds(&self) -> f64 {
        let left = i32::try_from(self.ends_ms.saturating_sub(self.now_ms)).unwrap_or(i32::MAX);
        f64::from(left) / 1000.0
    }
}

/// The name of a bucket: a route and what it is about.
fn bucket(method: &Method, path: &[&str]) -> String {
    let mut hasher = DefaultHasher::new();
    (method.as_str(), template(path)).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// The answer to one request too many.
pub(crate) fn too_many(seconds: f64, global: bool) -> Answer {
    let body = json!({
        "message": "You are being rate limited.", "retry_after": seconds, "global": global,
    });
    let mut answer = Answer::new(status(429), Some(body));
    // Discord rounds the header up to whole seconds.
    answer.headers.push((
        HeaderName::from_static("retry-after"),
        header(seconds.ceil().to_string()),
    ));
    answer
}

/// A path without ids, but for those that have limits of their own.
fn template<'a>(path: &[&'a str]) -> Vec<&'a str> {
    path.iter()
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
        let path = ["users", "@me"];
        let at = |ms| Timestamp::from_millisecond(ms).unwrap();
        let is_refused = |token, ms| {
            let left = limits.count(&Method::GET, &path, Some(token), at(ms));
            left.exceeded().is_some()
        };
        assert!((0..50).all(|_| !is_refused("a", 0)));
        assert!(is_refused("a", 999));
        assert!(!is_refused("b", 999), "every bot has its own");
        assert!(!is_refused("a", 1000));
    }

    #[test]
    fn a_bucket_is_a_route_and_a_channel() {
        assert_eq!(
            template(&["channels", "5", "messages", "7"]),
            ["channels", "5", "messages", ":id"]
        );
    }
}
