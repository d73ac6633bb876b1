//! One reindex at a time: who started it, how far it is, how it ended.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::anyhow;
use serde::Serialize;
use tokio::sync::{oneshot, watch};
use tokio_util::sync::CancellationToken;

use lodestar_engine::answer::Lexicon;
use lodestar_engine::corpus::{self, Corpus, Skipped};
use lodestar_engine::index::{
    self, BuiltGeneration, Progress, SkippedFile, Snapshot, Watcher, Writer,
};
use lodestar_engine::passage;

use super::calibrate;
use super::compare::Cancelled;

/// Why a reindex did not start.
#[derive(Debug, thiserror::Error)]
pub enum ReindexError {
    /// One is running already.
    #[error("a reindex is running already, started by {}", .0.started_by)]
    Busy(RunningReindex),
    /// The program takes no new work.
    #[error("lodestar is stopping")]
    Stopping,
}

/// The reindex that is running.
#[derive(Debug, Clone, Serialize)]
pub struct RunningReindex {
    /// Names it among all that ran; milliseconds since 1970.
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
    /// When the build failed or was cancelled ([`was_cancelled`]); the generation before it then
    /// still answers.
    pub async fn outcome(self) -> anyhow::Result<T> {
        self.outcome
            .await
            .unwrap_or_else(|_| Err(anyhow!("the reindex broke off; the log says why")))
    }
}

/// Holds the one reindex that may run.
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

    /// Waits until none runs.
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

/// The right to run; given back when dropped, also by a panic.
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
        // Free before the outcome is known, so that whoever waits for it can start the next.
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

/// Builds a generation of what the corpus holds now.
pub(super) fn build(
    corpus: &Corpus,
    writer: &Writer,
    synonyms: &str,
    progress: &mut Watcher<'_>,
) -> anyhow::Result<BuiltGeneration> {
    if progress(Progress::default()).is_break() {
        return Err(index::IndexError::Cancelled.into());
    }
    let scan = corpus.scan()?;
    let files: Vec<index::FileToIndex<'_>> = scan.files.iter().map(indexable).collect();
    let skipped = scan.skipped.iter().map(skipped_file).collect();
    let calibrate = |snapshot: &Snapshot| {
        let lexicon = Lexicon::new(synonyms, snapshot.languages());
        calibrate::calibrate(snapshot, &lexicon)
    };
    Ok(writer.build(&files, skipped, &calibrate, progress)?)
}

/// Whether a reindex ended because somebody said so.
#[must_use]
pub fn was_cancelled(error: &anyhow::Error) -> bool {
    error.is::<Cancelled>() || matches!(error.downcast_ref(), Some(index::IndexError::Cancelled))
}

fn indexable(file: &corpus::File) -> index::FileToIndex<'_> {
    let read = || {
        let article = file.read().map_err(|skipped| skipped_file(&skipped))?;
        let passages = passage::passages(&article);
        Ok((article, passages))
    };
    index::FileToIndex {
        path: &file.path,
        hash: &file.hash,
        read: Box::new(read),
    }
}

pub(super) fn skipped_file(skipped: &Skipped) -> SkippedFile {
    SkippedFile {
        path: skipped.path.clone(),
        reason: skipped.reason.to_string(),
    }
}
