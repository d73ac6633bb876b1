//! Whether to retry a request, and after what pause.
//!
//! Pure: it knows status codes and durations, neither HTTP clients nor clocks.

use std::time::Duration;

/// The pause before the second try; it doubles with every further try.
const FIRST_PAUSE: Duration = Duration::from_millis(200);
/// The longest pause that the server did not ask for.
const LONGEST_PAUSE: Duration = Duration::from_secs(8);
/// Added to what the server asks for, because its clock rounds.
const MARGIN: Duration = Duration::from_millis(20);
/// Tries of a request in total.
const TRIES: u32 = 6;

/// How a try failed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::discord) enum FailedTry {
    /// There was no answer: no connection, or too slow.
    NoAnswer,
    /// An answer other than success.
    Refused {
        status: u16,
        /// How long the server asked to wait.
        retry_after: Option<Duration>,
    },
}

/// The pause before the next try after `tries` of them; `None` if another try is pointless or would
/// not begin within `left`.
pub(in crate::discord) fn pause(failed: FailedTry, tries: u32, left: Duration) -> Option<Duration> {
    if tries >= TRIES {
        return None;
    }
    let doubled = FIRST_PAUSE
        .saturating_mul(1 << tries.saturating_sub(1).min(TRIES))
        .min(LONGEST_PAUSE);
    let pause = match failed {
        FailedTry::NoAnswer => doubled,
        FailedTry::Refused {
            status: 429,
            retry_after: Some(asked),
        } => asked.saturating_add(MARGIN),
        FailedTry::Refused {
            status: 429 | 500..=599,
            retry_after,
        } => doubled.max(retry_after.unwrap_or_default()),
        FailedTry::Refused { .. } => return None,
    };
    (pause < left).then_some(pause)
}

/// Parses a `Retry-After` in seconds, with or without a fraction.
pub(in crate::discord) fn retry_after(text: &str) -> Option<Duration> {
    let seconds: f64 = text.trim().parse().ok()?;
    Duration::try_from_secs_f64(seconds).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(3_600);

    fn refused(status: u16, retry_after: Option<Duration>) -> FailedTry {
        FailedTry::Refused {
            status,
            retry_after,
        }
    }

    #[test]
    fn pauses_double_and_end() {
        let pauses: Vec<_> = (1..=TRIES)
            .map(|tries| pause(refused(502, None), tries, LONG))
            .collect();
        let ms = |n| Some(Duration::from_millis(n));
        assert_eq!(
            pauses,
            [ms(200), ms(400), ms(800), ms(1_600), ms(3_200), None]
        );
        assert_eq!(pause(FailedTry::NoAnswer, 1, LONG), ms(200));
    }

    #[test]
    fn the_server_sets_the_pause() {
        let asked = Duration::from_millis(1_500);
        assert_eq!(
            pause(refused(429, Some(asked)), 1, LONG),
            Some(asked + MARGIN)
        );
        assert_eq!(pause(refused(503, Some(asked)), 1, LONG), Some(asked));
    }

    #[test]
    fn no_try_begins_too_late() {
        let asked = Some(Duration::from_secs(5));
        assert_eq!(pause(refused(429, asked), 1, Duration::from_secs(3)), None);
    }

    #[test]
    fn client_errors_are_not_retried() {
        for status in [400, 401, 403, 404, 405, 413] {
            assert_eq!(pause(refused(status, None), 1, LONG), None, "{status}");
        }
    }

    #[test]
    fn retry_after_is_read_or_ignored() {
        assert_eq!(retry_after("1.25"), Some(Duration::from_millis(1_250)));
        assert_eq!(retry_after(" 2 "), Some(Duration::from_secs(2)));
        for text in ["", "soon", "-1", "NaN", "inf", "1e300"] {
            assert_eq!(retry_after(text), None, "{text}");
        }
    }
}
