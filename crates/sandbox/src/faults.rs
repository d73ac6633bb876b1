//! What can go wrong on the way to Discord, on request: the next request that fits is limited,
//! refused, delayed or answered into the void.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::http::{Method, StatusCode};

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
    pub(crate) effect: Effect,
    pub(crate) delay: Duration,
    pub(crate) heard: bool,
}

/// What a fault does to the answer.
#[derive(Debug, Clone)]
pub(crate) enum Effect {
    /// Leaves it as it is.
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
}
