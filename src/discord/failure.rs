//! Why somebody gets no answer, and how they are told: a sentence for the asker and, if something
//! is broken, an id that is both in the sentence and in the log.

use std::fmt;

use crate::app::{AskError, PublishError, ReindexError};
use crate::discord::api::error::RestError;
use crate::discord::api::nonce;
use crate::discord::words::Words;
use crate::store::StoreError;

/// Digits of an id; enough to find a line in a log.
const ID_LENGTH: usize = 8;

/// Why there is no answer.
pub(in crate::discord) enum Failure {
    /// Nothing is broken; this sentence says why, in the asker's language.
    Explained(Box<dyn Fn(Words) -> String + Send + Sync>),
    /// Something is broken and belongs in the log.
    Broken(anyhow::Error),
}

impl Failure {
    /// Nothing is broken; `sentence` explains it. A sentence without values is given by its method,
    /// such as [`Words::busy`].
    pub(in crate::discord) fn explained(
        sentence: impl Fn(Words) -> String + Send + Sync + 'static,
    ) -> Self {
        Self::Explained(Box::new(sentence))
    }

    /// The sentence for the asker. If something is broken, it is logged under the id in the
    /// sentence.
    pub(in crate::discord) fn report(self, words: Words, asked: &dyn fmt::Display) -> String {
        match self {
            Self::Explained(sentence) => {
                tracing::info!(%asked, reason = sentence(Words::ENGLISH), "not answered");
                sentence(words)
            }
            Self::Broken(error) => words.failed(&log(&error, asked)),
        }
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Explained(sentence) => f.write_str(&sentence(Words::ENGLISH)),
            Self::Broken(error) => error.fmt(f),
        }
    }
}

/// Logs an error and returns its id in the log.
pub(in crate::discord) fn log(error: &anyhow::Error, asked: &dyn fmt::Display) -> String {
    let id = nonce::short(ID_LENGTH);
    tracing::error!(id, %asked, error = format!("{error:#}"), "failed");
    id
}

impl From<AskError> for Failure {
    fn from(error: AskError) -> Self {
        match error {
            AskError::NoWords => Self::explained(Words::no_words),
            AskError::Busy => Self::explained(Words::busy),
            AskError::NoIndex => Self::explained(Words::no_index),
            AskError::Stopping => Self::explained(Words::restarting),
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
            ReindexError::Stopping => Self::explained(Words::restarting),
            ReindexError::Busy(run) => {
                Self::explained(move |words| crate::discord::render::reindex_running(words, &run))
            }
        }
    }
}

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Self {
        match error {
            PublishError::Gone => Self::explained(Words::release_gone),
            PublishError::Stopping => Self::explained(Words::restarting),
            PublishError::Busy(run) => {
                Self::explained(move |words| crate::discord::render::reindex_running(words, &run))
            }
            PublishError::NoGeneration { kept } if kept.is_empty() => {
                Self::explained(Words::rollback_nothing)
            }
            PublishError::NoGeneration { kept } => Self::explained(move |words| {
                let kept: Vec<String> = kept.iter().map(ToString::to_string).collect();
                words.rollback_other(&words.list(&kept))
            }),
            PublishError::Failed(error) => Self::Broken(error),
        }
    }
}

/// The button belongs to something that is not known any more.
pub(in crate::discord) fn too_old() -> Failure {
    Failure::explained(Words::button_too_old)
}

/// The store did not take what somebody entered.
pub(in crate::discord) fn not_saved(error: &StoreError) -> Failure {
    tracing::warn!(%error, "feedback could not be saved");
    Failure::explained(Words::not_saved)
}

/// The store did not return what an admin asked for, or did not take what they decided.
pub(in crate::discord) fn store_failed(error: &StoreError) -> Failure {
    tracing::warn!(%error, "the store failed an admin");
    Failure::explained(Words::privacy_unreachable)
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
        .map(|error| Failure::from(error).report(Words::ENGLISH, &"a test"))
        .collect();
        assert_eq!(sentences.len(), 5);
        assert!(sentences.iter().all(|s| !s.contains("disk on fire")));
    }
}
