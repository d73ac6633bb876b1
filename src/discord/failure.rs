//! Why somebody gets no answer, and how it is told: a sentence to the asker, and for what is broken
//! an id that stands both in the sentence and in the log.

use std::fmt::Display;

use super::rest::RestError;
use super::{nonce, words};
use crate::app::{AskError, ReindexError};

/// Digits of an id; enough to find one line in a log.
const ID_LENGTH: usize = 8;

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Failure {
    /// Nothing is broken; this sentence says why.
    Explained(String),
    /// Something is broken and belongs in the log.
    Broken(anyhow::Error),
}

impl Failure {
    /// The sentence for the asker. What is broken goes to the log under the id in the sentence.
    pub(super) fn tell(self, asked: &dyn Display) -> String {
        match self {
            Self::Explained(sentence) => {
                tracing::info!(%asked, reason = sentence, "not answered");
                sentence
            }
            Self::Broken(error) => words::failed(&log(&error, asked)),
        }
    }
}

/// Logs what is broken and returns the id it stands under.
pub(super) fn log(error: &anyhow::Error, asked: &dyn Display) -> String {
    let id = nonce::short(ID_LENGTH);
    tracing::error!(id, %asked, error = format!("{error:#}"), "failed");
    id
}

impl From<AskError> for Failure {
    fn from(error: AskError) -> Self {
        match error {
            AskError::NoWords => Self::Explained(words::no_words()),
            AskError::Busy => Self::Explained(words::busy()),
            AskError::NoIndex => Self::Explained(words::no_index()),
            AskError::Stopping => Self::Explained(words::restarting()),
            AskError::Failed(error) => Self::Broken(error.context("searching")),
        }
    }
}

impl From<RestError> for Failure {
    fn from(error: RestError) -> Self {
        Self::Broken(error.into())
    }
}

impl From<ReindexError> for Failure {
    fn from(error: ReindexError) -> Self {
        match error {
            ReindexError::Stopping => Self::Explained(words::restarting()),
            ReindexError::Busy(run) => Self::Explained(super::render::reindex_running(&run)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_its_own_sentence() {
        let sentences: std::collections::HashSet<String> = [
            AskError::NoWords,
            AskError::Busy,
            AskError::NoIndex,
            AskError::Stopping,
            AskError::Failed(anyhow::anyhow!("disk on fire")),
        ]
        .into_iter()
        .map(|error| Failure::from(error).tell(&"a test"))
        .collect();
        assert_eq!(sentences.len(), 5);
        assert!(sentences.iter().all(|s| !s.contains("disk on fire")));
    }
}
