//! The folder of a corpus's index, as its users open it.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::article::ContentHash;

use super::generation::Generations;
use super::lock::WriterLock;
use super::search::Snapshot;
use super::writer::Writer;
use super::{IndexError, Report, json_file, manifest};

/// Where an index lives and how it is built.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The folder for this corpus's generations.
    pub dir: PathBuf,
    /// Earlier generations to keep for rollback, beside the live one.
    pub keep_generations: usize,
    /// Memory that a build may use, in bytes.
    pub memory_bytes: usize,
}

/// A folder of generations, one of which is live.
#[derive(Debug, Clone)]
pub struct Index {
    pub(super) generations: Generations,
    pub(super) settings: Settings,
}

/// How the last reindex ended; a file beside the generations.
#[derive(Debug, Default, Serialize, Deserialize)]
struct LastRun {
    report: Option<Report>,
    failure: Option<String>,
    failed_at: Option<jiff::Timestamp>,
}

impl Index {
    /// Opens the folder, creates it if necessary, and removes what interrupted builds left behind,
    /// unless another process is building. If there is nothing to remove, nothing is written: a
    /// read-only folder is enough to answer questions.
    ///
    /// # Errors
    /// [`IndexError::Io`] if the folder cannot be created, read or cleaned up;
    /// [`IndexError::Damaged`] if the pointer to the live generation is not a number.
    pub fn open(settings: Settings) -> Result<Self, IndexError> {
        let generations = Generations::open(&settings.dir)?;
        if generations.has_leftovers()?
            && let Ok(_lock) = WriterLock::take(&settings.dir)
        {
            generations.remove_leftovers()?;
        }
        Ok(Self {
            generations,
            settings,
        })
    }

    /// Opens the live generation. `None` before the first one, and if it was written by another
    /// version and must be rebuilt.
    ///
    /// # Errors
    /// [`IndexError::Io`] or [`IndexError::Damaged`] if the folder or the pointer cannot be read.
    pub fn live(&self) -> Result<Option<Snapshot>, IndexError> {
        self.generations.open_live()
    }

    /// The number of the live generation; cheap enough to call before every search.
    ///
    /// # Errors
    /// [`IndexError::Io`] or [`IndexError::Damaged`] if the pointer exists but cannot be read.
    pub fn live_generation(&self) -> Result<Option<u64>, IndexError> {
        self.generations.pointer()
    }

    /// The right to build, for one process at a time.
    ///
    /// # Errors
    /// [`IndexError::Locked`] if another process has it; [`IndexError::Io`] if the lock file cannot
    /// be written or leftovers of an interrupted build cannot be removed.
    pub fn writer(&self) -> Result<Writer, IndexError> {
        let lock = WriterLock::take(&self.settings.dir)?;
        self.generations.remove_leftovers()?;
        Ok(Writer::new(
            self.generations.clone(),
            self.settings.clone(),
            lock,
        ))
    }

    /// The report of the last successful reindex.
    ///
    /// # Errors
    /// [`IndexError::Io`] or [`IndexError::Damaged`] if it cannot be read.
    pub fn last_report(&self) -> Result<Option<Report>, IndexError> {
        Ok(self.last_run()?.report)
    }

    /// Why the last reindex failed; `None` if it succeeded.
    ///
    /// # Errors
    /// As [`Self::last_report`].
    pub fn last_failure(&self) -> Result<Option<String>, IndexError> {
        Ok(self.last_run()?.failure)
    }

    /// When the last reindex failed; `None` if it succeeded.
    ///
    /// # Errors
    /// As [`Self::last_report`].
    pub fn failed_at(&self) -> Result<Option<jiff::Timestamp>, IndexError> {
        Ok(self.last_run()?.failed_at)
    }

    /// Whether the live generation was built from these files, by path and hash. Files that could
    /// not be read last time do not count. True if there is no generation.
    ///
    /// # Errors
    /// [`IndexError::Io`] or [`IndexError::Damaged`] if the generation's files cannot be read.
    pub fn is_up_to_date<'a>(
        &self,
        files: impl Iterator<Item = (&'a str, &'a ContentHash)>,
    ) -> Result<bool, IndexError> {
        let Some(live) = self.live_generation()? else {
            return Ok(true);
        };
        let contents = manifest::read_contents(&self.generations.path(live))?;
        let report = self.last_run()?.report;
        let skipped = report.map(|report| report.skipped).unwrap_or_default();
        let mut unchanged = 0;
        for (path, hash) in files {
            match contents.get(path) {
                Some(indexed) if indexed.hash == *hash => unchanged += 1,
                None if skipped.iter().any(|it| it.path == path) => {}
                _ => return Ok(false),
            }
        }
        Ok(unchanged == contents.len())
    }

    /// Remembers how a reindex ended.
    ///
    /// # Errors
    /// [`IndexError::Io`] or [`IndexError::Full`] if it cannot be written.
    pub fn remember(&self, outcome: Result<&Report, String>) -> Result<(), IndexError> {
        let last = match outcome {
            Ok(report) => LastRun {
                report: Some(report.clone()),
                failure: None,
                failed_at: None,
            },
            Err(failure) => LastRun {
                failure: Some(failure),
                failed_at: Some(jiff::Timestamp::now()),
                ..self.last_run()?
            },
        };
        json_file::write(&self.last_run_path(), &last)
    }

    fn last_run(&self) -> Result<LastRun, IndexError> {
        Ok(json_file::read(&self.last_run_path())?.unwrap_or_default())
    }

    fn last_run_path(&self) -> PathBuf {
        self.settings.dir.join("last-run.json")
    }
}
