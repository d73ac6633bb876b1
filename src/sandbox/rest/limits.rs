//! Rate limits: a bucket for each route and what it is about, told in headers and kept.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Mutex, PoisonError};

use axum::http::{HeaderName, HeaderValue};
use jiff::Timestamp;

use super::answer::Answer;
use super::call::{Call, Segments};
use super::{header, status};
use serde_json::json;

/// Requests of one bucket in a window. Discord does not tell its numbers; it asks bots to read the
/// headers.
const LIMIT: u32 = 50;

/// Milliseconds of a window.
const WINDOW_MS: i64 = 1000;

/// Buckets by who asks and what for.
#[derive(Default)]
pub(in crate::sandbox) struct Limits(Mutex<HashMap<u64, Bucket>>);

#[derive(Clone, Copy)]
struct Bucket {
    ends_ms: i64,
    used: u32,
}

/// How much of its bucket a request has left.
pub(in crate::sandbox) struct Left {
    bucket: u64,
    now_ms: i64,
    ends_ms: i64,
    used: u32,
}

impl Limits {
    pub(in crate::sandbox) fn count(
        &self,
        call: &Call<'_>,
        path: &Segments,
        now: Timestamp,
    ) -> Left {
        let mut hasher = DefaultHasher::new();
        call.method.as_str().hash(&mut hasher);
        for part in template(&path.as_slice()) {
            part.hash(&mut hasher);
        }
        let bucket = hasher.finish();
        call.token.hash(&mut hasher);
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
            now_ms,
            ends_ms: counted.ends_ms,
            used: counted.used,
        }
    }
}

impl Left {
    /// The refusal, if there is nothing left.
    pub(in crate::sandbox) fn exceeded(&self) -> Option<Answer> {
        (self.used > LIMIT).then(|| {
            let mut answer = too_many(self.seconds(), false);
            let scope = (HeaderName::from_static("x-ratelimit-scope"), header("user"));
            answer.headers.push(scope);
            answer
        })
    }

    pub(in crate::sandbox) fn headers(&self) -> Vec<(HeaderName, HeaderValue)> {
        #[expect(
            clippy::cast_precision_loss,
            reason = "milliseconds since 1970 fit into 53 bits"
        )]
        let reset = self.ends_ms as f64 / 1000.0;
        [
            ("x-ratelimit-limit", header(LIMIT.to_string())),
            (
                "x-ratelimit-remaining",
                header(LIMIT.saturating_sub(self.used).to_string()),
            ),
            ("x-ratelimit-reset", header(format!("{reset:.3}"))),
            (
                "x-ratelimit-reset-after",
                header(format!("{:.3}", self.seconds())),
            ),
            (
                "x-ratelimit-bucket",
                header(format!("{:016x}", self.bucket)),
            ),
        ]
        .map(|(name, value)| (HeaderName::from_static(name), value))
        .into()
    }

    fn seconds(&self) -> f64 {
        let left = i32::try_from(self.ends_ms.saturating_sub(self.now_ms)).unwrap_or_default();
        f64::from(left) / 1000.0
    }
}

/// The answer to one request too many.
pub(in crate::sandbox) fn too_many(seconds: f64, global: bool) -> Answer {
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
    fn a_bucket_is_a_route_and_a_channel() {
        assert_eq!(
            template(&["channels", "5", "messages", "7"]),
            ["channels", "5", "messages", ":id"]
        );
    }
}
