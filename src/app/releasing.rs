//! Releases: building a generation, then publishing it, dropping it, or rolling back.
//!
//! One reindex runs at a time, across all processes. A release waits for its decision on disk,
//! without a lock, and is published only if nothing else went live in the meantime.

use std::sync::Arc;

use serde::Serialize;

use crate::store::QuestionId;
use lodestar_engine::index::{Change, HistoryEntry, Report, Watcher};

use super::release::{Hold, Release};
use super::{App, Inner, Reindex, ReindexError, RunningReindex, reindex};

/// Why nothing went live.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// It was already published, dropped or overtaken by another release.
    #[error("what was to be published is no longer there")]
    Gone,
    /// There is no such generation to go back to; `kept` lists the existing ones, ascending.
    #[error("there is no such generation to go back to; {}", what_is_kept(kept))]
    NoGeneration { kept: Vec<u64> },
    /// A reindex is running.
    #[error("a reindex is running, started by {}", .0.started_by)]
    Busy(RunningReindex),
    /// The program is stopping and takes no new work.
    #[error("lodestar is stopping")]
    Stopping,
    #[error("the index cannot be published")]
    Failed(#[source] anyhow::Error),
}

/// An earlier generation answers again.
#[derive(Debug, Clone, Serialize)]
pub struct Rollback {
    pub to: u64,
    /// What the rollback changed.
    pub report: Report,
}

fn what_is_kept(kept: &[u64]) -> String {
    if kept.is_empty() {
        "none is kept before the next reindex that changes something".to_owned()
    } else {
        format!("kept are {kept:?}")
    }
}

/// The texts of recent questions.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    pub answered: Vec<String>,
    pub stopped: Vec<String>,
}

impl App {
    /// Starts a reindex in the background and publishes the result without a decision. `started_by`
    /// is shown to anyone who tries to start a second one.
    ///
    /// # Errors
    /// [`ReindexError::Busy`] or [`ReindexError::Stopping`].
    pub fn reindex(&self, started_by: &str) -> Result<Reindex<Report>, ReindexError> {
        if self.inner.stopping.is_cancelled() {
            return Err(ReindexError::Stopping);
        }
        let (started, handle) = self.inner.running.start(started_by)?;
        let (inner, by) = (Arc::clone(&self.inner), started_by.to_owned());
        self.inner.tasks.spawn_blocking(move || {
            started.run(|progress| inner.remembering(|| inner.build_and_publish(&by, progress)));
        });
        Ok(handle)
    }

    /// Starts a reindex in the background whose result waits for a decision. The outcome shows what
    /// it would change, including how golden and recent questions would fare. The live generation
    /// keeps answering.
    ///
    /// # Errors
    /// [`ReindexError::Busy`] or [`ReindexError::Stopping`].
    pub fn stage(&self, started_by: &str) -> Result<Reindex<Release>, ReindexError> {
        self.compare_in_background(started_by, true)
    }

    /// Like [`Self::stage`], but drops the built generation at once and only reports.
    ///
    /// # Errors
    /// [`ReindexError::Busy`] or [`ReindexError::Stopping`].
    pub fn rehearse(&self, started_by: &str) -> Result<Reindex<Release>, ReindexError> {
        self.compare_in_background(started_by, false)
    }

    fn compare_in_background(
        &self,
        started_by: &str,
        holds: bool,
    ) -> Result<Reindex<Release>, ReindexError> {
        if self.inner.stopping.is_cancelled() {
            return Err(ReindexError::Stopping);
        }
        let (started, handle) = self.inner.running.start(started_by)?;
        let (app, by) = (self.clone(), started_by.to_owned());
        self.inner.tasks.spawn(async move {
            let recent = app.recent_questions().await;
            let inner = Arc::clone(&app.inner);
            let built = app.inner.tasks.spawn_blocking(move || {
                started.run(|progress| inner.build_and_compare(&by, &recent, holds, progress));
            });
            if let Err(panicked) = built.await {
                tracing::error!(%panicked, "a reindex broke off");
            }
        });
        Ok(handle)
    }

    /// Asks the running reindex with this key to end; false when it is not running any more.
    #[must_use]
    pub fn cancel(&self, key: u64) -> bool {
        self.inner.running.cancel(key)
    }

    /// The release that is waiting for a decision.
    ///
    /// # Errors
    /// When the index folder cannot be read.
    pub fn waiting(&self) -> anyhow::Result<Option<Release>> {
        Ok(self.inner.engine.index().staged()?)
    }

    /// Makes the release with this key live.
    ///
    /// # Errors
    /// See [`PublishError`].
    pub async fn publish(&self, key: u64, by: &str) -> Result<Release, PublishError> {
        let by = by.to_owned();
        self.decide(move |inner| {
            let entry = |release: &Release| {
                HistoryEntry::new(
                    &by,
                    Change::Published,
                    &release.report,
                    release.golden.worse(),
                )
            };
            let writer = inner.engine.index().writer()?;
            let published = writer.publish_staged(|it: &Release| it.key() == key, entry)?;
            let Some(mut release) = published else {
                return Ok(Err(PublishError::Gone));
            };
            release.report.published = true;
            inner.engine.index().remember(Ok(&release.report))?;
            inner.went_live()?;
            Ok(Ok(release))
        })
        .await
    }

    /// Publishes a release unless it has to wait for a decision; returns why it waits.
    ///
    /// # Errors
    /// See [`PublishError`].
    pub async fn publish_by_rule(&self, release: &Release) -> Result<Option<Hold>, PublishError> {
        let hold = self.hold(release);
        if hold.is_none() {
            self.publish(release.key(), &release.by).await?;
        }
        Ok(hold)
    }

    /// Why a release waits for a decision, if it does.
    #[must_use]
    pub fn hold(&self, release: &Release) -> Option<Hold> {
        release.waits(self.inner.release.auto_publish)
    }

    /// The release with this key, waiting or live.
    ///
    /// # Errors
    /// When the index folder cannot be read.
    pub fn release(&self, key: u64) -> anyhow::Result<Option<Release>> {
        let is_meant = |it: &Release| it.key() == key;
        if let Some(waiting) = self.waiting()?.filter(is_meant) {
            return Ok(Some(waiting));
        }
        Ok(self.inner.engine.index().about_live()?.filter(is_meant))
    }

    /// The texts of the recent questions that a release names, for those who may read all of them.
    /// Forgotten questions are left out.
    pub async fn texts(&self, release: &Release) -> Texts {
        Texts {
            answered: self.texts_of(&release.recent.answered).await,
            stopped: self.texts_of(&release.recent.stopped).await,
        }
    }

    async fn texts_of(&self, questions: &[u64]) -> Vec<String> {
        let mut texts = Vec::new();
        for question in questions {
            let chain = self.store().conversation(QuestionId(*question), 1).await;
            let found = chain.ok().and_then(|it| it.into_iter().next());
            texts.extend(found.and_then(|it| it.text));
        }
        texts
    }

    /// Drops the release with this key.
    ///
    /// # Errors
    /// See [`PublishError`].
    pub async fn discard(&self, key: u64, by: &str) -> Result<(), PublishError> {
        let by = by.to_owned();
        self.decide(move |inner| {
            let entry = |release: &Release| {
                HistoryEntry::new(
                    &by,
                    Change::Discarded,
                    &release.report,
                    release.golden.worse(),
                )
            };
            let writer = inner.engine.index().writer()?;
            let dropped = writer.discard_staged(|it: &Release| it.key() == key, entry)?;
            Ok(dropped.then_some(()).ok_or(PublishError::Gone))
        })
        .await
    }

    /// Goes back to an earlier generation, by default the one before the live one: its contents go
    /// live as a new generation.
    ///
    /// # Errors
    /// See [`PublishError`].
    pub async fn rollback(&self, to: Option<u64>, by: &str) -> Result<Rollback, PublishError> {
        let by = by.to_owned();
        self.decide(move |inner| {
            let writer = inner.engine.index().writer()?;
            let kept = inner.engine.index().earlier_generations()?;
            let Some(to) = to.or(kept.last().copied()).filter(|it| kept.contains(it)) else {
                return Ok(Err(PublishError::NoGeneration { kept }));
            };
            let Some(prepared) = writer.restore(to)? else {
                return Ok(Err(PublishError::NoGeneration { kept }));
            };
            let entry = HistoryEntry::new(&by, Change::RolledBack { to }, prepared.report(), 0);
            let report = writer.publish(prepared, &entry)?;
            inner.engine.index().remember(Ok(&report))?;
            inner.went_live()?;
            Ok(Ok(Rollback { to, report }))
        })
        .await
    }

    /// Earlier generations that are kept, ascending.
    ///
    /// # Errors
    /// When the index folder cannot be read.
    pub fn earlier_generations(&self) -> anyhow::Result<Vec<u64>> {
        Ok(self.inner.engine.index().earlier_generations()?)
    }

    /// The history of the index, newest first.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn history(&self) -> anyhow::Result<Vec<HistoryEntry>> {
        Ok(self.inner.engine.index().history()?)
    }

    /// Runs work that changes which generation answers.
    async fn decide<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Inner) -> anyhow::Result<Result<T, PublishError>> + Send + 'static,
    ) -> Result<T, PublishError> {
        if self.inner.stopping.is_cancelled() {
            return Err(PublishError::Stopping);
        }
        if let Some(running) = self.inner.running.look() {
            return Err(PublishError::Busy(running));
        }
        let inner = Arc::clone(&self.inner);
        match self.inner.tasks.spawn_blocking(move || work(&inner)).await {
            Ok(Ok(done)) => done,
            Ok(Err(error)) => Err(PublishError::Failed(error)),
            Err(panicked) => Err(PublishError::Failed(panicked.into())),
        }
    }
}

impl Inner {
    fn build_and_publish(&self, by: &str, progress: &mut Watcher<'_>) -> anyhow::Result<Report> {
        let news = self.sources.news();
        let report = self.engine.reindex(by, progress)?;
        self.went_live()?;
        self.sources.are_indexed(&news);
        Ok(report)
    }

    /// Keeps the reason why a reindex failed, for later callers.
    pub(super) fn remembering<T>(
        &self,
        work: impl FnOnce() -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let outcome = work();
        if let Err(error) = &outcome
            && !reindex::was_cancelled(error)
        {
            let kept = self.engine.index().remember(Err(format!("{error:#}")));
            // Only log this: the first error is the one to report.
            if let Err(error) = kept {
                tracing::warn!(%error, "how the reindex ended is not kept");
            }
        }
        outcome
    }

    /// Switches to the new live generation.
    fn went_live(&self) -> anyhow::Result<()> {
        self.follow_publications()?;
        self.renew_outline();
        Ok(())
    }
}
