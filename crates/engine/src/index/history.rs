//! A log of what happened to the index, when, and by whose hand, kept beside the generations.
//!
//! An entry is written before the change that it describes, so that no change goes unrecorded.
//! Entries about generations that never went live are not shown.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::writer::Writer;
use super::{Index, IndexError, Report, json_file};

/// Entries to keep: a week of an index that is released hourly.
const MAX_ENTRIES: usize = 200;

/// A change to the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryEntry {
    pub at: jiff::Timestamp,
    /// Who made it, for people to read.
    pub by: String,
    pub change: Change,
    /// The new generation.
    pub generation: u64,
    /// Articles added.
    pub added: usize,
    pub changed: usize,
    pub removed: usize,
    /// Files skipped.
    pub skipped: usize,
    /// Known questions that lost their answer.
    pub regressions: usize,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Published,
    /// The contents of this earlier generation went live again.
    RolledBack {
        to: u64,
    },
    /// A staged generation was dropped.
    Discarded,
}

impl HistoryEntry {
    /// An entry about a report, as of now.
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
    /// Adds an entry.
    pub(super) fn record(&self, entry: &HistoryEntry) -> Result<(), IndexError> {
        let path = path(&self.settings.dir);
        let mut entries: Vec<HistoryEntry> = json_file::read(&path)?.unwrap_or_default();
        entries.push(entry.clone());
        let excess = entries.len().saturating_sub(MAX_ENTRIES);
        entries.drain(..excess);
        json_file::write(&path, &entries)
    }

    /// The generation that was rolled back last, if nothing went live since.
    pub(super) fn undone(&self) -> Result<Option<u64>, IndexError> {
        let entries = read(&self.settings.dir, self.generations.pointer()?)?;
        let mut went_live = entries.iter().filter(|it| it.change != Change::Discarded);
        let last = went_live.next();
        let undid = last.is_some_and(|it| matches!(it.change, Change::RolledBack { .. }));
        Ok(went_live.next().filter(|_| undid).map(|it| it.generation))
    }
}

impl Index {
    /// What happened to the index, newest first.
    ///
    /// # Errors
    /// [`IndexError::Io`] or [`IndexError::Damaged`] if the log cannot be read.
    pub fn history(&self) -> Result<Vec<HistoryEntry>, IndexError> {
        read(&self.settings.dir, self.live_generation()?)
    }
}

/// The entries to show, newest first.
fn read(dir: &Path, live: Option<u64>) -> Result<Vec<HistoryEntry>, IndexError> {
    let entries: Vec<HistoryEntry> = json_file::read(&path(dir))?.unwrap_or_default();
    let mut seen = BTreeSet::new();
    let happened = |entry: &HistoryEntry| {
        entry.change == Change::Discarded
            || (live.is_some_and(|live| entry.generation <= live) && seen.insert(entry.generation))
    };
    Ok(entries.into_iter().rev().filter(happened).collect())
}

fn path(dir: &Path) -> PathBuf {
    dir.join("history.json")
}
