//! Releases: building a generation, telling what it would change, and then publishing it, dropping
//! it, or going back.
//!
//! One reindex runs at a time, in this process and in all others. What waits for a decision does so
//! on disk, without a lock, and is published only if nothing else went live meanwhile.

use std::collections::HashSet;
use std::sync::Arc;

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::golden;
use crate::index::{Change, Entry, Phase, Progress, Report, Watcher};

use super::compare::{Comparison, PastText};
use super::release::{Golden, Hold, Measure, Recent, Release};
use super::search::View;
use super::{App, Inner, Reindex, ReindexError, RunningReindex, reindex};

/// Questions that people asked lately of which both generations are asked, at most. Each takes
/// a few milliseconds.
const RECENT_QUESTIONS: usize = 500;

/// Questions read from the store to find so many different ones.
const RECENT_READ: u32 = 4_000;

/// Why nothing went live.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// It was published, dropped or overtaken by another one.
    #[error("what was to be published is no longer there")]
    Gone,
    /// There is no such generation to go back to; those that there are, ascending.
    #[error("there is no such generation to go back to; kept are {kept:?}")]
    NoGeneration { kept: Vec<u64> },
    /// A reindex is running.
    #[error("a reindex is running, started by {}", .0.started_by)]
    Busy(RunningReindex),
    /// The program takes no new work.
    #[error("lodestar is stopping")]
    Stopping,
    #[error("the index cannot be published")]
    Failed(#[source] anyhow::Error),
}

/// An earlier generation answers again.
#[derive(Debug, Clone, Serialize)]
pub struct Rollback {
    pub to: u64,
    /// What that changed.
    pub report: Report,
}

impl App {
    /// Starts a reindex in the background and publishes what it builds, whatever that changes.
    /// `started_by` is shown to whoever asks for a second one.
    ///
    /// # Errors
    /// When one is running already, or the program is stopping.
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

    /// Starts a reindex in the background whose outcome waits for a decision: what it would change,
    /// with how known and recent questions would fare. The live generation goes on answering.
    ///
    /// # Errors
    /// When one is running already, or the program is stopping.
    pub fn prepare(&self, started_by: &str) -> Result<Reindex<Release>, ReindexError> {
        if self.inner.stopping.is_cancelled() {
            return Err(ReindexError::Stopping);
        }
        let (started, handle) = self.inner.running.start(started_by)?;
        let (app, by) = (self.clone(), started_by.to_owned());
        self.inner.tasks.spawn(async move {
            let recent = app.recent_questions().await;
            let inner = Arc::clone(&app.inner);
            let built = app.inner.tasks.spawn_blocking(move || {
                started.run(|progress| inner.prepare(&by, &recent, progress));
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

    /// What waits for a decision.
    ///
    /// # Errors
    /// When the index folder cannot be read.
    pub fn waiting(&self) -> anyhow::Result<Option<Release>> {
        Ok(self.inner.index.held()?)
    }

    /// Makes the release with this key live.
    ///
    /// # Errors
    /// See [`PublishError`].
    pub async fn publish(&self, key: u64, by: &str) -> Result<Release, PublishError> {
        let by = by.to_owned();
        self.decide(move |inner| {
            let entry = |release: &Release| {
                Entry::new(
                    &by,
                    Change::Published,
                    &release.report,
                    release.golden.worse(),
                )
            };
            let writer = inner.index.writer()?;
            let published = writer.publish_held(|it: &Release| it.key() == key, entry)?;
            let Some(mut release) = published else {
                return Ok(Err(PublishError::Gone));
            };
            release.report.published = true;
            inner.went_live(&release.report)?;
            Ok(Ok(release))
        })
        .await
    }

    /// Publishes a release unless it waits for somebody's word, and says why it does.
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

    /// Why a release waits for somebody's word, if it does.
    #[must_use]
    pub fn hold(&self, release: &Release) -> Option<Hold> {
        release.waits(self.inner.release.auto_publish)
    }

    /// The release with this key: one that waits, or the one that is live.
    ///
    /// # Errors
    /// When the index folder cannot be read.
    pub fn release(&self, key: u64) -> anyhow::Result<Option<Release>> {
        let is_meant = |it: &Release| it.key() == key;
        if let Some(waiting) = self.waiting()?.filter(is_meant) {
            return Ok(Some(waiting));
        }
        Ok(self.inner.index.said_of_live()?.filter(is_meant))
    }

    /// Drops the release with this key.
    ///
    /// # Errors
    /// See [`PublishError`].
    pub async fn discard(&self, key: u64, by: &str) -> Result<(), PublishError> {
        let by = by.to_owned();
        self.decide(move |inner| {
            let entry = |release: &Release| {
                Entry::new(
                    &by,
                    Change::Discarded,
                    &release.report,
                    release.golden.worse(),
                )
            };
            let writer = inner.index.writer()?;
            let dropped = writer.discard_held(|it: &Release| it.key() == key, entry)?;
            Ok(dropped.then_some(()).ok_or(PublishError::Gone))
        })
        .await
    }

    /// Goes back to an earlier generation, by default the one before the live one: what it holds
    /// goes live as a new generation.
    ///
    /// # Errors
    /// See [`PublishError`].
    pub async fn rollback(&self, to: Option<u64>, by: &str) -> Result<Rollback, PublishError> {
        let by = by.to_owned();
        self.decide(move |inner| {
            let writer = inner.index.writer()?;
            let kept = inner.index.earlier_generations()?;
            let Some(to) = to.or(kept.last().copied()).filter(|it| kept.contains(it)) else {
                return Ok(Err(PublishError::NoGeneration { kept }));
            };
            let Some(prepared) = writer.restore(to)? else {
                return Ok(Err(PublishError::NoGeneration { kept }));
            };
            let entry = Entry::new(&by, Change::RolledBack { to }, prepared.report(), 0);
            let report = writer.publish(prepared, &entry)?;
            inner.went_live(&report)?;
            Ok(Ok(Rollback { to, report }))
        })
        .await
    }

    /// Earlier generations that are kept, ascending.
    ///
    /// # Errors
    /// When the index folder cannot be read.
    pub fn earlier_generations(&self) -> anyhow::Result<Vec<u64>> {
        Ok(self.inner.index.earlier_generations()?)
    }

    /// What became of the index, newest first.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn history(&self) -> anyhow::Result<Vec<Entry>> {
        Ok(self.inner.index.history()?)
    }

    /// Does something that changes which generation answers.
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

    /// What people asked lately, each wording once, the most recent first. Questions that follow up
    /// others say too little alone. Without a store there are none.
    async fn recent_questions(&self) -> Vec<PastText> {
        let days = i64::from(self.inner.release.recent_days);
        let since = Timestamp::now().saturating_sub(SignedDuration::from_hours(24 * days));
        let Ok(since) = since else {
            return Vec::new();
        };
        let asked = self.store().questions_since(None, since, RECENT_READ).await;
        let mut told = HashSet::new();
        asked
            .unwrap_or_default()
            .into_iter()
            .filter(|question| question.follows.is_none())
            .filter_map(|question| {
                let text = question.text?;
                told.insert(text.to_lowercase()).then_some(PastText {
                    id: question.id.0,
                    text,
                })
            })
            .take(RECENT_QUESTIONS)
            .collect()
    }
}

impl Inner {
    fn build_and_publish(&self, by: &str, progress: &mut Watcher<'_>) -> anyhow::Result<Report> {
        let writer = self.index.writer()?;
        let prepared = reindex::build(&self.corpus, &writer, &self.synonyms, progress)?;
        let entry = Entry::new(by, Change::Published, prepared.report(), 0);
        // It is too late to cancel.
        let _ = progress(publishing(prepared.report()));
        let report = writer.publish(prepared, &entry)?;
        self.went_live(&report)?;
        Ok(report)
    }

    fn prepare(
        &self,
        by: &str,
        recent: &[PastText],
        progress: &mut Watcher<'_>,
    ) -> anyhow::Result<Release> {
        self.remembering(|| {
            let writer = self.index.writer()?;
            let prepared = reindex::build(&self.corpus, &writer, &self.synonyms, progress)?;
            let before = self.index.live()?.map(|live| self.view_of(live));
            let after = prepared.snapshot()?.map(|built| self.view_of(built));
            let built = after.is_some();
            let (golden, recent) = match (&before, &after) {
                (Some(before), Some(after)) => self.compare(before, after, recent, progress)?,
                _ => (Golden::default(), Recent::default()),
            };
            let before = before.as_ref().map(measure);
            let after = after.as_ref().map(measure).or(before);
            let release = Release {
                by: by.to_owned(),
                report: prepared.report().clone(),
                built,
                before,
                after: after.context("there is no generation at all")?,
                golden,
                recent,
            };
            if built {
                writer.hold(prepared, &release)?;
            } else {
                self.index.remember(Ok(&release.report))?;
            }
            Ok(release)
        })
    }

    fn compare(
        &self,
        before: &View,
        after: &View,
        recent: &[PastText],
        progress: &mut Watcher<'_>,
    ) -> anyhow::Result<(Golden, Recent)> {
        let comparison = Comparison {
            before,
            after,
            max_chars: self.limits.max_question_chars,
        };
        let probes = golden::read(&self.golden);
        let known = probes.as_ref().map_or(0, Vec::len);
        let mut at = Progress {
            phase: Phase::Comparing,
            done: 0,
            failed: 0,
            total: known + recent.len(),
        };
        let mut asked = || {
            at.done += 1;
            progress(at)
        };
        let golden = match probes {
            Ok(probes) => comparison.golden(&probes, &mut asked)?,
            Err(error) => Golden {
                problem: Some(format!("{error:#}")),
                ..Golden::default()
            },
        };
        Ok((golden, comparison.recent(recent, &mut asked)?))
    }

    /// Keeps why a reindex failed, for whoever asks later.
    fn remembering<T>(&self, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
        let outcome = work();
        if let Err(error) = &outcome
            && !reindex::was_cancelled(error)
        {
            self.index.remember(Err(format!("{error:#}")))?;
        }
        outcome
    }

    /// There is another live generation.
    fn went_live(&self, report: &Report) -> anyhow::Result<()> {
        self.index.remember(Ok(report))?;
        self.reload()?;
        self.read_outline();
        Ok(())
    }
}

fn measure(view: &View) -> Measure {
    let snapshot = &view.snapshot;
    Measure {
        generation: snapshot.generation(),
        articles: snapshot.articles(),
        passages: snapshot.passages(),
        disk_bytes: snapshot.disk_bytes(),
        calibrated_on: snapshot.calibration().questions,
        answered: view.thresholds.answered,
        covered: view.thresholds.covered,
    }
}

/// All files are done.
fn publishing(report: &Report) -> Progress {
    let total = report.articles + report.skipped.len();
    Progress {
        phase: Phase::Publishing,
        done: total,
        failed: report.skipped.len(),
        total,
    }
}
