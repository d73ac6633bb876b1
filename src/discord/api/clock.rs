//! How far this machine's clock is from the server's, which sends its time with every answer.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use reqwest::header::{DATE, HeaderMap};

/// The difference according to the last answer; clones share it.
#[derive(Debug, Clone, Default)]
pub(in crate::discord) struct Clock {
    ahead: Arc<Mutex<Option<SignedDuration>>>,
}

impl Clock {
    pub(in crate::discord) fn note(&self, headers: &HeaderMap) {
        let date = headers.get(DATE).and_then(|value| value.to_str().ok());
        let Some(server) = date.and_then(read) else {
            return;
        };
        let ahead = Timestamp::now().duration_since(server);
        *self.ahead.lock().unwrap_or_else(PoisonError::into_inner) = Some(ahead);
    }

    /// How far this machine is ahead; negative if it is behind, `None` before any answer. Exact to
    /// about a second plus the time of the request.
    pub(in crate::discord) fn ahead(&self) -> Option<SignedDuration> {
        *self.ahead.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads an HTTP date, "Tue, 24 Nov 2026 22:53:13 GMT".
fn read(text: &str) -> Option<Timestamp> {
    jiff::fmt::rfc2822::parse(text)
        .ok()
        .map(|it| it.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(date: &str) -> HeaderMap {
        HeaderMap::from_iter([(DATE, date.parse().unwrap())])
    }

    #[test]
    fn the_last_answer_sets_the_difference() {
        let clock = Clock::default();
        assert_eq!(clock.ahead(), None);
        clock.note(&headers("Tue, 24 Nov 2020 22:53:13 GMT"));
        assert!(clock.ahead().unwrap() > SignedDuration::from_hours(24 * 365));
        clock.note(&headers("soon"));
        clock.note(&HeaderMap::new());
        assert!(clock.ahead().unwrap() > SignedDuration::from_hours(24 * 365));
        let now = Timestamp::now()
            .strftime("%a, %d %b %Y %H:%M:%S GMT")
            .to_string();
        clock.note(&headers(&now));
        assert!(clock.ahead().unwrap().abs() < SignedDuration::from_secs(5));
    }
}
