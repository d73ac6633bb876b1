//! One reindex at a time: who started it, how far it is, how it ended.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::anyhow;
use serde::Serialize;
use tokio::sync::{oneshot, watch};

use crate::answer::Lexicon;
use crate::corpus::{self, Corpus, Skipped};
use crate::index::{self, Index, Progress, Report, SkippedFile, Snapshot, Writer};
use crate::passage;

use super::calibrate;

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
    pub started_by: String,
    pub progress: Progress,
    pub elapsed: Duration,
}

/// A reindex that was started. Dropping it does not stop the reindex.
pub struct Reindex {
    progress: watch::Receiver<Progress>,
    outcome: oneshot::Receiver<anyhow::Result<Report>>,
}

impl Reindex {
    /// Follows the run; the channel closes when it ends.
    #[must_use]
    pub fn progress(&self) -> watch::Receiver<Progress> {
        self.progress.clone()
    }

    /// Waits for the end.
    ///
    /// # Errors
    /// When the build failed; the generation before it then still answers.
    pub async fn outcome(self) -> anyhow::Result<Report> {
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
    started_by: String,
    started: Instant,
    progress: watch::Receiver<Progress>,
}

impl Running {
    pub(super) fn start(&self, started_by: &str) -> Result<(Started, Reindex), ReindexError> {
        let mut slot = self.slot.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(current) = slot.as_ref() {
            return Err(ReindexError::Busy(current.look()));
        }
        let (sender, progress) = watch::channel(Progress::default());
        let (ended, outcome) = oneshot::channel();
        *slot = Some(Current {
            started_by: started_by.to_owned(),
            started: Instant::now(),
            progress: progress.clone(),
        });
        let started = Started {
            sender,
            ended,
            _slot: Slot(Arc::clone(&self.slot)),
        };
        Ok((started, Reindex { progress, outcome }))
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
            started_by: self.started_by.clone(),
            progress: *self.progress.borrow(),
            elapsed: self.started.elapsed(),
        }
    }
}

/// The right to run; given back when dropped, also by a panic.
pub(super) struct Started {
    sender: watch::Sender<Progress>,
    ended: oneshot::Sender<anyhow::Result<Report>>,
    _slot: Slot,
}

struct Slot(Arc<Mutex<Option<Current>>>);

impl Drop for Slot {
    fn drop(&mut self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Started {
    pub(super) fn run(self, work: impl FnOnce(&mut dyn FnMut(Progress)) -> anyhow::Result<Report>) {
        let Self {
            sender,
            ended,
            _slot,
        } = self;
        let outcome = work(&mut |progress| {
            sender.send_replace(progress);
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

/// Brings the index up to date with the corpus, and keeps how it ended.
pub(super) fn build(
    corpus: &Corpus,
    index: &Index,
    synonyms: &str,
    progress: &mut dyn FnMut(Progress),
) -> anyhow::Result<Report> {
    let mut writer = index.writer()?;
    let outcome = update(corpus, &mut writer, synonyms, progress);
    index.remember(outcome.as_ref().map_err(|error| format!("{error:#}")))?;
    outcome
}

fn update(
    corpus: &Corpus,
    writer: &mut Writer,
    synonyms: &str,
    progress: &mut dyn FnMut(Progress),
) -> anyhow::Result<Report> {
    progress(Progress::default());
    let scan = corpus.scan()?;
    let files: Vec<index::File<'_>> = scan.files.iter().map(indexable).collect();
    let skipped = scan.skipped.iter().map(skipped_file).collect();
    let calibrate = |snapshot: &Snapshot| {
        let lexicon = Lexicon::new(synonyms, snapshot.languages());
        calibrate::calibrate(snapshot, &lexicon)
    };
    Ok(writer.reindex(&files, skipped, &calibrate, progress)?)
}

fn indexable(file: &corpus::File) -> index::File<'_> {
    let read = || {
        let article = file.read().map_err(|skipped| skipped_file(&skipped))?;
        let passages = passage::passages(&article);
        Ok((article, passages))
    };
    index::File {
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
