//! The full-text index: generations on disk, building one, searching one.
//!
//! The only module that uses tantivy. Its parts:
//!
//! - [`analysis`]: text → tokens; it would serve any search engine
//! - `schema`, `document`, `hit`: what is indexed and stored for a passage
//! - `generation`, `manifest`: folders, the pointer to the live one, leftovers
//! - `build`: a new generation from what changed. A `pipeline` turns articles into documents on
//!   several threads, within a `memory_budget`; `merge_policy` decides which segments are merged
//! - `release`, `history`: publishing, staging, rolling back
//! - `search`, `outline`, `vocabulary`: candidates, term statistics, and what else a generation knows

pub mod analysis;

mod build;
mod bytes;
mod calibration;
mod document;
mod generation;
mod history;
mod hit;
mod json_file;
mod lock;
mod manifest;
mod memory_budget;
mod merge_policy;
mod outline;
mod pipeline;
mod read_only_directory;
mod release;
mod schema;
mod search;
mod vocabulary;

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::article::ContentHash;

use self::generation::Generations;

pub use self::build::{FileToIndex, ReadFile, Watcher, Writer};
pub use self::calibration::Calibration;
pub use self::history::{Change, HistoryEntry};
pub use self::hit::Hit;
#[cfg(test)]
pub(crate) use self::hit::sample;
pub use self::lock::LockHolder;
pub use self::outline::ArticleOutline;
pub use self::release::BuiltGeneration;
pub use self::search::Snapshot;

/// The version of a generation's formats: schema, analysis, manifest. A generation of another
/// version is rebuilt rather than misread.
const SCHEMA_VERSION: u32 = 4;

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

/// What a reindex is doing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// Listing and hashing files.
    #[default]
    Scanning,
    /// Reading, cutting and indexing changed files.
    Indexing,
    /// Writing the new generation to disk.
    Writing,
    /// Opening the new generation and searching it.
    Verifying,
    /// Asking both generations the most frequent questions, to see which answers would change.
    Comparing,
    /// Making the new generation the live one.
    Publishing,
}

/// The progress of a reindex.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Progress {
    pub phase: Phase,
    /// Files done out of `total`, including failed ones; while comparing, questions.
    pub done: usize,
    /// Files that could not become articles.
    pub failed: usize,
    /// 0 while scanning.
    pub total: usize,
}

/// What a reindex changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The generation that was built, or the live one if nothing had changed.
    pub generation: u64,
    /// Whether it went live.
    pub published: bool,
    /// Paths of articles, sorted; likewise the next two.
    pub added: Vec<String>,
    pub changed: Vec<String>,
    pub removed: Vec<String>,
    pub unchanged: usize,
    pub skipped: Vec<SkippedFile>,
    /// Articles in the generation.
    pub articles: usize,
    /// Passages in the generation.
    pub passages: usize,
    /// When the reindex began.
    pub started: jiff::Timestamp,
    pub took: Duration,
}

/// A file that did not become an article.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SkippedFile {
    pub path: String,
    /// The reason, in words that a person can act on.
    pub reason: String,
}

/// An error of the index.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// Another process is building in this folder.
    #[error("another process is indexing into {}{}; wait until it has finished", .dir.display(), .holder)]
    Locked { dir: PathBuf, holder: LockHolder },
    /// The disk is full.
    #[error("no space left on the disk that holds {}; free some and try again", .path.display())]
    Full { path: PathBuf },
    #[error("{doing} {}: {source}", .path.display())]
    Io {
        doing: &'static str,
        path: PathBuf,
        source: std::io::Error,
    },
    /// A file of the index is not as it was written.
    #[error("{} is damaged ({problem}); delete that file, or the gen- folder it is in, and index again", .path.display())]
    Damaged { path: PathBuf, problem: String },
    /// The build's [`Watcher`] ended it.
    #[error("the build was cancelled")]
    Cancelled,
    #[error("the search engine failed: {0}")]
    Engine(#[from] tantivy::TantivyError),
}

impl IndexError {
    fn engine_io(source: std::io::Error) -> Self {
        Self::Engine(source.into())
    }

    fn io(doing: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        move |source| {
            let path = path.to_owned();
            if is_full(&source) {
                Self::Full { path }
            } else {
                Self::Io {
                    doing,
                    path,
                    source,
                }
            }
        }
    }

    /// Names the folder in an error about a full disk, which tantivy reports without one.
    fn writing_into(self, dir: &Path) -> Self {
        match self {
            Self::Engine(error) if reports_full_disk(&error) => Self::Full {
                path: dir.to_owned(),
            },
            other => other,
        }
    }
}

fn is_full(error: &std::io::Error) -> bool {
    use std::io::ErrorKind;
    matches!(
        error.kind(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded
    )
}

/// The end of the system's error message for a full disk: `ENOSPC`, or on Windows
/// `ERROR_DISK_FULL`. Some of tantivy's threads pass on nothing but the message.
const DISK_FULL: &str = if cfg!(windows) {
    "(os error 112)"
} else {
    "(os error 28)"
};

fn reports_full_disk(error: &tantivy::TantivyError) -> bool {
    use tantivy::TantivyError;
    use tantivy::directory::error::{LockError, OpenWriteError};
    match error {
        TantivyError::IoError(error)
        | TantivyError::OpenWriteError(OpenWriteError::IoError {
            io_error: error, ..
        })
        | TantivyError::LockFailure(LockError::IoError(error), _) => is_full(error),
        TantivyError::InternalError(text)
        | TantivyError::ErrorInThread(text)
        | TantivyError::SystemError(text) => text.contains(DISK_FULL),
        _ => false,
    }
}

/// A folder of generations, one of which is live.
#[derive(Debug, Clone)]
pub struct Index {
    generations: Generations,
    settings: Settings,
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
    /// [`IndexError::Io`] if the folder cannot be created, read or cleaned up; [`IndexError::Damaged`]
    /// if the pointer to the live generation is not a number.
    pub fn open(settings: Settings) -> Result<Self, IndexError> {
        let generations = Generations::open(&settings.dir)?;
        if generations.has_leftovers()?
            && let Ok(_lock) = lock::WriterLock::take(&settings.dir)
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
    /// [`IndexError::Locked`] if another process has it; [`IndexError::Io`] if the lock file cannot be
    /// written or leftovers of an interrupted build cannot be removed.
    pub fn writer(&self) -> Result<Writer, IndexError> {
        let lock = lock::WriterLock::take(&self.settings.dir)?;
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

    /// Whether the live generation was built from these files, by path and hash. Files that could not
    /// be read last time do not count. True if there is no generation.
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

#[cfg(test)]
mod tests;
