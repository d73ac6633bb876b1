//! The bad answers that faults give.

use axum::http::{HeaderName, HeaderValue};
use jiff::Timestamp;
use serde_json::json;

use super::answer::Answer;
use crate::error::ApiError;
use crate::faults::{Effect, Fault};
use crate::limits::{Allowance, Bucket};

/// The answer of a fault, if it gives one.
pub(super) fn answer(fault: &Fault, bucket: &Bucket, now: Timestamp) -> Option<Answer> {
    match &fault.effect {
        Effect::Usual => None,
        Effect::Status(status) => {
            let reason = status.canonical_reason().unwrap_or_default();
            let message = format!("{}: {reason}", status.as_u16());
            let body = json!({ "message": message, "code": 0 });
            Some(Answer::new(*status, Some(body)))
        }
        Effect::TooManyOldEdits(after) => {
            Some(Answer::refusal(&ApiError::old_edits_again_after(*after)))
        }
        Effect::RateLimited { after, global } => {
            let mut answer = Answer::rate_limited(after.as_secs_f64(), *global);
            let mut header = |name, value| {
                let value = HeaderValue::from_static(value);
                answer.headers.push((HeaderName::from_static(name), value));
            };
            if *global {
                header("x-ratelimit-global", "true");
                header("x-ratelimit-scope", "global");
            } else {
                header("x-ratelimit-scope", "user");
                let none = Allowance::none(bucket, now, *after);
                answer.headers.extend(none.headers());
            }
            Some(answer)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use axum::http::Method;

    use super::*;

    #[test]
    fn a_global_rate_limit_looks_as_it_does_from_discord() {
        let fault = Fault::at("").rate_limited_globally(Duration::from_millis(300));
        let bucket = Bucket::of(&Method::GET, "/");
        let answer = answer(&fault, &bucket, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(answer.status.as_u16(), 429);
        let body = answer.body.unwrap();
        assert_eq!(
            (&body["retry_after"], &body["global"]),
            (&json!(0.3), &json!(true))
        );
        let header = |name: &str| answer.headers.iter().find(|it| it.0 == name).unwrap();
        assert_eq!(header("x-ratelimit-scope").1, "global");
        assert_eq!(header("retry-after").1, "1");
    }
}
