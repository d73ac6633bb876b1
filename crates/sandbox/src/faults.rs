//! What can go wrong on the way to Discord, on request: the next request that fits is limited,
//! refused, delayed or answered into the void.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::error::ApiError;
use super::rest::{Answer, Left, too_many};

/// A fault that meets the next request whose path ends with its own, once.
///
/// ```
/// use std::time::Duration;
/// use discord_sandbox::Fault;
///
/// let limited = Fault::at("/messages").rate_limited(Duration::from_millis(300));
/// let lost = Fault::at("/callback").answers(502).heard();
/// let slow = Fault::at("@original").slow(Duration::from_secs(2));
/// ```
#[derive(Debug, Clone)]
pub struct Fault {
    method: Option<String>,
    path: String,
    effect: Effect,
    pub(crate) delay: Duration,
    pub(crate) heard: bool,
}

#[derive(Debug, Clone)]
enum Effect {
    /// As if nothing had happened.
    Usual,
    Status(StatusCode),
    RateLimited {
        after: Duration,
        global: bool,
    },
    TooManyOldEdits(Duration),
}

impl Fault {
    /// For the next request whose path ends with `path`; it does nothing yet.
    #[must_use]
    pub fn at(path: &str) -> Self {
        Self {
            method: None,
            path: path.to_owned(),
            effect: Effect::Usual,
            delay: Duration::ZERO,
            heard: false,
        }
    }

    /// Only for requests of this method, such as `PATCH`.
    #[must_use]
    pub fn method(mut self, method: &str) -> Self {
        self.method = Some(method.to_owned());
        self
    }

    /// The request is answered with this status and takes no effect. What is no status is 500.
    #[must_use]
    pub fn answers(mut self, status: u16) -> Self {
        let status = StatusCode::from_u16(status);
        self.effect = Effect::Status(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
        self
    }

    /// The request is one too many for its own bucket.
    #[must_use]
    pub fn rate_limited(mut self, after: Duration) -> Self {
        self.effect = Effect::RateLimited {
            after,
            global: false,
        };
        self
    }

    /// The request is one too many for the bot as a whole.
    #[must_use]
    pub fn rate_limited_globally(mut self, after: Duration) -> Self {
        self.effect = Effect::RateLimited {
            after,
            global: true,
        };
        self
    }

    /// The request is one too many of the edits of messages older than an hour.
    #[must_use]
    pub fn too_many_old_edits(mut self, after: Duration) -> Self {
        self.effect = Effect::TooManyOldEdits(after);
        self
    }

    /// The request is looked at only after this time.
    #[must_use]
    pub fn slow(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// The request takes effect although its answer is bad.
    #[must_use]
    pub fn heard(mut self) -> Self {
        self.heard = true;
        self
    }

    fn fits(&self, method: &Method, path: &str) -> bool {
        path.ends_with(&self.path) && self.method.as_deref().is_none_or(|it| method == it)
    }

    /// The bad answer, if it makes one.
    pub(crate) fn answer(&self, method: &Method, path: &[&str], now: Timestamp) -> Option<Answer> {
        match &self.effect {
            Effect::Usual => None,
            Effect::Status(status) => {
                let reason = status.canonical_reason().unwrap_or_default();
                let message = format!("{}: {reason}", status.as_u16());
                let body: Value = json!({ "message": message, "code": 0 });
                Some(Answer::new(*status, Some(body)))
            }
            Effect::TooManyOldEdits(after) => {
                Some(Answer::refusal(&ApiError::old_edits_again_after(*after)))
            }
            Effect::RateLimited { after, global } => {
                let mut answer = too_many(after.as_secs_f64(), *global);
                let mut header = |name, value| {
                    let value = HeaderValue::from_static(value);
                    answer.headers.push((HeaderName::from_static(name), value));
                };
                if *global {
                    header("x-ratelimit-global", "true");
                    header("x-ratelimit-scope", "global");
                } else {
                    header("x-ratelimit-scope", "user");
                    let left = Left::nothing(method, path, now, *after);
                    answer.headers.extend(left.headers());
                }
                Some(answer)
            }
        }
    }
}

/// Faults that wait for their request.
#[derive(Debug, Default)]
pub(crate) struct Faults(Mutex<Vec<Fault>>);

impl Faults {
    pub(crate) fn add(&self, fault: Fault) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(fault);
    }

    /// The fault for a request, which it meets once.
    pub(crate) fn take(&self, method: &Method, path: &str) -> Option<Fault> {
        let mut faults = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = faults.iter().position(|fault| fault.fits(method, path))?;
        Some(faults.remove(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_meets_one_request_that_fits() {
        let faults = Faults::default();
        faults.add(Fault::at("/callback").method("POST").answers(500));
        let take = |method: &Method, path: &str| faults.take(method, path).is_some();
        assert!(!take(&Method::POST, "/channels/1/messages"));
        assert!(!take(&Method::GET, "/interactions/1/t/callback"));
        assert!(take(&Method::POST, "/interactions/1/t/callback"));
        assert!(!take(&Method::POST, "/interactions/1/t/callback"));
    }

    #[test]
    fn a_rate_limit_is_told_as_discord_tells_it() {
        let fault = Fault::at("").rate_limited_globally(Duration::from_millis(300));
        let answer = fault
            .answer(&Method::GET, &[], Timestamp::UNIX_EPOCH)
            .unwrap();
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
