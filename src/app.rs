//! What every front end calls: ask, reindex, status.

use std::time::Duration;

use serde::Serialize;
use tokio::sync::watch;

use crate::answer::Answer;
use crate::config::Config;
use crate::index::{Progress, Report};

/// The running program; clones share everything.
#[derive(Clone)]
pub struct App {}

/// Why a question got no answer.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// Nothing is left of the question once mentions, links and markup are gone.
    #[error("the question holds no words")]
    NoWords,
    /// The queue is full.
    #[error("too many questions are waiting")]
    Busy,
    /// No article has been indexed yet.
    #[error("no index yet")]
    NoIndex,
    /// The program is stopping.
    #[error("stopping")]
    Stopping,
    #[error("the search failed")]
    Failed(#[source] anyhow::Error),
}

/// Why a reindex did not start.
#[derive(Debug, thiserror::Error)]
pub enum ReindexError {
    /// One is running already.
    #[error("{started_by} started a reindex {elapsed:?} ago", elapsed = progress.elapsed)]
    Busy {
        started_by: String,
        progress: RunningReindex,
    },
    #[error("stopping")]
    Stopping,
}

/// How far the running reindex is.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct RunningReindex {
    pub progress: Progress,
    pub elapsed: Duration,
}

/// A reindex that was started. Dropping it does not stop the reindex.
pub struct Reindex {
    progress: watch::Receiver<Progress>,
    outcome: tokio::sync::oneshot::Receiver<anyhow::Result<Report>>,
}

impl Reindex {
    /// Follows the run; the channel closes when it ends.
    pub fn progress(&self) -> watch::Receiver<Progress> {
        self.progress.clone()
    }

    /// Waits for the end.
    ///
    /// # Errors
    /// When the build failed; the old generation then still answers.
    pub async fn outcome(self) -> anyhow::Result<Report> {
        self.outcome.await?
    }
}

/// What `status` shows.
#[derive(Debug, Clone, Serialize)]
pub struct Status {
    /// `None` before the first index.
    pub live: Option<LiveIndex>,
    pub reindexing: Option<(String, RunningReindex)>,
    /// The last reindex that ended in this or an earlier run.
    pub last_report: Option<Report>,
    /// Why the last reindex failed, if it did.
    pub last_failure: Option<String>,
}

/// The generation that answers.
#[derive(Debug, Clone, Serialize)]
pub struct LiveIndex {
    pub generation: u64,
    pub published: jiff::Timestamp,
    pub articles: usize,
    pub passages: usize,
    pub disk_bytes: u64,
}

impl App {
    /// Opens the live index if there is one.
    ///
    /// # Errors
    /// When the index folder cannot be read.
    pub fn open(_config: &Config) -> anyhow::Result<Self> {
        unimplemented!()
    }

    /// Answers a question as it was typed.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn ask(&self, _question: &str) -> Result<Answer, AskError> {
        unimplemented!()
    }

    /// Answers with `excerpts` excerpts at most instead of the configured number.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn ask_for(&self, _question: &str, _excerpts: usize) -> Result<Answer, AskError> {
        unimplemented!()
    }

    /// Answers a follow-up: words of the `earlier` questions (oldest first) help where the new one
    /// is too short to stand alone.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn follow_up(
        &self,
        _earlier: &[String],
        _question: &str,
        _excerpts: usize,
    ) -> Result<Answer, AskError> {
        unimplemented!()
    }

    /// Starts a reindex in the background; `started_by` is shown to whoever asks for a second one.
    ///
    /// # Errors
    /// See [`ReindexError`].
    pub fn reindex(&self, _started_by: &str) -> Result<Reindex, ReindexError> {
        unimplemented!()
    }

    #[must_use]
    pub fn status(&self) -> Status {
        unimplemented!()
    }

    /// Takes no new work and waits for what runs, at most `limit`.
    pub async fn stop(&self, _limit: Duration) {
        unimplemented!()
    }
}
