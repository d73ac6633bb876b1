//! Runs one reindex at a time and tracks who started it, its progress and its outcome.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::anyhow;
use serde::Serialize;
use tokio::sync::{oneshot, watch};
use tokio_util::sync::CancellationToken;

use lodestar_engine::BuildError;
use lodestar_engine::index::{Progress, Watcher};

use super::compare::Cancelled;

/// Why a reindex did not start.
#[derive(Debug, thiserror::Error)]
pub enum ReindexError {
    /// Another one is already running.
    #[error("a reindex is running already, started by {}", .0.started_by)]
    Busy(RunningReindex),
    /// The program is stopping and takes no new work.
    #[error("lodestar is stopping")]
    Stopping,
}

/// The reindex that is running.
#[derive(Debug, Clone, Serialize)]
pub struct RunningReindex {
    /// Identifies it among all reindexes; milliseconds since 1970.
    pub key: u64,
    pub started_by: String,
    pub progress: Progress,
    pub elapsed: Duration,
}

/// A reindex that was started. Dropping it does not stop the reindex.
pub struct Reindex<T> {
    key: u64,
    progress: watch::Receiver<Progress>,
    outcome: oneshot::Receiver<anyhow::Result<T>>,
}

impl<T> Reindex<T> {
    /// As [`RunningReindex::key`].
    #[must_use]
    pub fn key(&self) -> u64 {
        self.key
    }

    /// Follows the run; the channel closes when it ends.
    #[must_use]
    pub fn progress(&self) -> watch::Receiver<Progress> {
        self.progress.clone()
    }

    /// Waits for the end.
    ///
    /// # Errors
    /// When the build failed or was cancelled ([`was_cancelled`]); the previous generation then
    /// still answers.
    pub async fn outcome(self) -> anyhow::Result<T> {
        self.outcome
            .await
            .unwrap_or_else(|_| Err(anyhow!("the reindex broke off; the log says why")))
    }
}

/// The slot for the one reindex that may run.
#[derive(Default)]
pub(super) struct Running {
    slot: Arc<Mutex<Option<Current>>>,
}

struct Current {
    key: u64,
    started_by: String,
    cancelled: CancellationToken,
    started: Instant,
    progress: watch::Receiver<Progress>,
}

impl Running {
    pub(super) fn start<T>(
        &self,
        started_by: &str,
    ) -> Result<(Started<T>, Reindex<T>), ReindexError> {
        let mut slot = self.slot.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(current) = slot.as_ref() {
            return Err(ReindexError::Busy(current.look()));
        }
        let key = u64::try_from(jiff::Timestamp::now().as_millisecond()).unwrap_or_default();
        let (sender, progress) = watch::channel(Progress::default());
        let (ended, outcome) = oneshot::channel();
        let cancelled = CancellationToken::new();
        *slot = Some(Current {
            key,
            started_by: started_by.to_owned(),
            cancelled: cancelled.clone(),
            started: Instant::now(),
            progress: progress.clone(),
        });
        let started = Started {
            sender,
            cancelled,
            ended,
            _slot: Slot(Arc::clone(&self.slot)),
        };
        let reindex = Reindex {
            key,
            progress,
            outcome,
        };
        Ok((started, reindex))
    }

    /// Asks the run with this key to end; false when it is not running.
    pub(super) fn cancel(&self, key: u64) -> bool {
        let slot = self.slot.lock().unwrap_or_else(PoisonError::into_inner);
        let found = slot.as_ref().filter(|current| current.key == key);
        found
            .inspect(|current| current.cancelled.cancel())
            .is_some()
    }

    /// Waits until no reindex is running.
    pub(super) async fn over(&self) {
        let progress = {
            let slot = self.slot.lock().unwrap_or_else(PoisonError::into_inner);
            slot.as_ref().map(|current| current.progress.clone())
        };
        if let Some(mut progress) = progress {
            while progress.changed().await.is_ok() {}
        }
    }

    pub(super) fn look(&self) -> Option<RunningReindex> {
        self.slot
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .as_ref()
            .map(Current::look)
    }
}

impl Current {
    fn look(&self) -> RunningReindex {
        RunningReindex {
            key: self.key,
            started_by: self.started_by.clone(),
            progress: *self.progress.borrow(),
            elapsed: self.started.elapsed(),
        }
    }
}

/// The right to run; released on drop, even after a panic.
pub(super) struct Started<T> {
    sender: watch::Sender<Progress>,
    cancelled: CancellationToken,
    ended: oneshot::Sender<anyhow::Result<T>>,
    _slot: Slot,
}

struct Slot(Arc<Mutex<Option<Current>>>);

impl Drop for Slot {
    fn drop(&mut self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl<T> Started<T> {
    pub(super) fn run(self, work: impl FnOnce(&mut Watcher<'_>) -> anyhow::Result<T>) {
        let Self {
            sender,
            cancelled,
            ended,
            _slot,
        } = self;
        let outcome = work(&mut |progress| {
            sender.send_replace(progress);
            if cancelled.is_cancelled() {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        // Free the slot before sending the outcome, so that whoever waits for it can start the
        // next.
        drop(_slot);
        drop(sender);
        if let Err(Err(error)) = ended.send(outcome) {
            tracing::error!(
                error = format!("{error:#}"),
                "a reindex that nobody waits for failed"
            );
        }
    }
}

/// Whether a reindex ended because somebody cancelled it.
#[must_use]
pub fn was_cancelled(error: &anyhow::Error) -> bool {
    error.is::<Cancelled>() || error.downcast_ref().is_some_and(BuildError::is_cancelled)
}
