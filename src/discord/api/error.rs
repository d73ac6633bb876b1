//! Why a request failed.

use std::time::Duration;

use super::codes::{TOO_MANY_OLD_EDITS, TOO_MANY_REQUESTS};
use super::retry::FailedTry;

/// Why a request failed for good.
#[derive(Debug, thiserror::Error)]
pub(in crate::discord) enum RestError {
    #[error("{what}: refused with status {status}, code {code}: {message}")]
    Refused {
        what: &'static str,
        status: u16,
        /// Discord's own code, 0 when there is none.
        code: i64,
        message: String,
        retry_after: Option<Duration>,
        /// How many times it was tried.
        tries: u32,
    },
    #[error("{what}: no answer")]
    NoAnswer {
        what: &'static str,
        #[source]
        source: anyhow::Error,
    },
    #[error("{what}: the answer cannot be read")]
    Unreadable {
        what: &'static str,
        #[source]
        source: serde_json::Error,
    },
}

impl RestError {
    /// Discord's code for the error, if Discord answered.
    pub(in crate::discord) fn code(&self) -> Option<i64> {
        match self {
            Self::Refused { code, .. } => Some(*code),
            Self::NoAnswer { .. } | Self::Unreadable { .. } => None,
        }
    }

    pub(in crate::discord) fn status(&self) -> Option<u16> {
        match self {
            Self::Refused { status, .. } => Some(*status),
            Self::NoAnswer { .. } | Self::Unreadable { .. } => None,
        }
    }

    /// Whether the same request will fail until somebody changes something.
    pub(in crate::discord) fn is_final(&self) -> bool {
        self.status()
            .is_some_and(|status| (400..500).contains(&status) && status != TOO_MANY_REQUESTS)
    }

    /// How long Discord asked to wait.
    pub(in crate::discord) fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Refused { retry_after, .. } => *retry_after,
            Self::NoAnswer { .. } | Self::Unreadable { .. } => None,
        }
    }

    pub(super) fn failed_try(&self) -> Option<FailedTry> {
        match self {
            Self::Refused {
                code: TOO_MANY_OLD_EDITS,
                ..
            } => None,
            Self::Refused {
                status,
                retry_after,
                ..
            } => Some(FailedTry::Refused {
                status: *status,
                retry_after: *retry_after,
            }),
            Self::NoAnswer { .. } => Some(FailedTry::NoAnswer),
            Self::Unreadable { .. } => None,
        }
    }
}
