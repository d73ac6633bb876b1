//! What became of the index when, and by whom: a short log beside the generations.
//!
//! An entry is written before what it tells of happens, so that nothing happens untold. One that
//! tells of a generation which never went live is not shown.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::build::Writer;
use super::{Index, IndexError, Report, durable};

/// Entries kept; an index that is released hourly remembers a week.
const KEPT: usize = 200;

/// Something that happened to the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub at: jiff::Timestamp,
    /// Who did it, for people.
    pub by: String,
    pub change: Change,
    /// The generation that it is about.
    pub generation: u64,
    /// Articles added, changed and removed, and files skipped.
    pub added: usize,
    pub changed: usize,
    pub removed: usize,
    pub skipped: usize,
    /// Known questions that lost their answer by it.
    pub regressions: usize,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Published,
    /// What this earlier generation holds went live again.
    RolledBack {
        to: u64,
    },
    /// What was built did not go live.
    Discarded,
}

impl Entry {
    /// About what a report tells.
    #[must_use]
    pub fn new(by: &str, change: Change, report: &Report, regressions: usize) -> Self {
        Self {
            at: jiff::Timestamp::now(),
            by: by.to_owned(),
            change,
            generation: report.generation,
            added: report.added.len(),
            changed: report.changed.len(),
            removed: report.removed.len(),
            skipped: report.skipped.len(),
            regressions,
        }
    }
}

impl Writer {
    pub(super) fn note(&self, entry: &Entry) -> Result<(), IndexError> {
        let path = path(&self.settings.dir);
        let mut entries: Vec<Entry> = durable::read_json(&path)?.unwrap_or_default();
        entries.push(entry.clone());
        let excess = entries.len().saturating_sub(KEPT);
        entries.drain(..excess);
        durable::write_json(&path, &entries)
    }
}

impl Writer {
    /// The generation that somebody undid last, if nothing went live since.
    pub(super) fn undone(&self) -> Result<Option<u64>, IndexError> {
        let events = read(&self.settings.dir, self.generations.pointer()?)?;
        let mut went_live = events.iter().filter(|it| it.change != Change::Discarded);
        let last = went_live.next();
        let undid = last.is_some_and(|it| matches!(it.change, Change::RolledBack { .. }));
        Ok(went_live.next().filter(|_| undid).map(|it| it.generation))
    }
}

impl Index {
    /// What became of the index, newest first.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn history(&self) -> Result<Vec<Entry>, IndexError> {
        read(&self.settings.dir, self.live_generation()?)
    }
}

/// What happened, newest first.
fn read(dir: &Path, live: Option<u64>) -> Result<Vec<Entry>, IndexError> {
    let entries: Vec<Entry> = durable::read_json(&path(dir))?.unwrap_or_default();
    let mut told = BTreeSet::new();
    let happened = |entry: &Entry| {
        entry.change == Change::Discarded
            || (live.is_some_and(|live| entry.generation <= live) && told.insert(entry.generation))
    };
    Ok(entries.into_iter().rev().filter(happened).collect())
}

fn path(dir: &Path) -> PathBuf {
    dir.join("history.json")
}
