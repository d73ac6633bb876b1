//! Builds a generation and compares it with the live one: golden questions from a file, and
//! questions that people asked recently.

use std::collections::HashSet;
use std::sync::Arc;

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};

use lodestar_engine::golden;
use lodestar_engine::index::{Phase, Progress, Watcher};

use super::compare::{Comparison, PastText};
use super::release::{Golden, Measure, Recent, Release};
use super::{App, Inner};
use lodestar_engine::engine::View;

/// The most recent questions put to both generations. Each takes a few milliseconds.
const RECENT_QUESTIONS: usize = 500;

/// Questions read from the store to find that many different ones.
const RECENT_READ: u32 = 4_000;

impl App {
    /// Recent questions, each wording once, newest first. Follow-ups are left out because they say
    /// too little on their own. Without a store there are none.
    pub(super) async fn recent_questions(&self) -> Vec<PastText> {
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
    /// Builds and compares a generation. It then waits for a decision if `holds`, and is dropped
    /// otherwise.
    pub(super) fn build_and_compare(
        &self,
        by: &str,
        recent: &[PastText],
        holds: bool,
        progress: &mut Watcher<'_>,
    ) -> anyhow::Result<Release> {
        self.remembering(|| {
            let writer = self.engine.index().writer()?;
            let news = self.sources.news();
            let tuning = self.engine.tuning();
            let prepared = self.engine.build(&writer, progress)?;
            let view = |snapshot| self.engine.view_of(Arc::new(snapshot), Arc::clone(&tuning));
            let before = self.engine.index().live()?.map(view);
            let after = prepared.snapshot()?.map(view);
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
                undone: writer.was_undone(&prepared)?,
                before,
                after: after.context("there is no generation at all")?,
                golden,
                recent,
            };
            if !holds {
                return Ok(release);
            }
            writer.stage(prepared, &release)?;
            self.sources.are_indexed(&news);
            if !built {
                self.engine.index().remember(Ok(&release.report))?;
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
            engine: &self.engine,
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
