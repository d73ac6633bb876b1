//! The full-text index: generations on disk, building one, searching one.
//!
//! The only module that uses tantivy. Its parts: `schema` (what is stored for a passage),
//! `generation` (folders, the pointer to the live one, leftovers), `build` (a new generation from
//! what changed: `readers` make `document`s of articles on several threads, in the articles' order
//! and with no more ready than there is `room` for; `merging` says which parts become one),
//! `candidate` (going live, waiting, going back), `history`, `search` (candidates and term
//! statistics), and [`analysis`] (text → tokens), which would serve any search engine.

pub mod analysis;

mod build;
mod bytes;
mod calibration;
mod candidate;
mod document;
mod durable;
mod finished;
mod generation;
mod history;
mod hit;
mod lock;
mod manifest;
mod merging;
mod outline;
mod readers;
mod room;
mod schema;
mod search;
mod vocabulary;

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::article::ContentHash;

use self::generation::Generations;

pub use self::build::{File, ReadFile, Watcher, Writer};
pub use self::calibration::Calibration;
pub use self::candidate::Prepared;
pub use self::history::{Change, Entry};
pub use self::hit::Hit;
#[cfg(test)]
pub(crate) use self::hit::sample;
pub use self::lock::Holder;
pub use self::outline::Outlined;
pub use self::search::Snapshot;

/// The version of everything a generation holds: schema, analysis, manifest. An index of another
/// version is rebuilt, not misread.
pub const SCHEMA_VERSION: u32 = 4;

/// Where an index lives and how it is built.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The folder of this corpus's generations.
    pub dir: PathBuf,
    /// Earlier generations kept for going back, beside the live one.
    pub keep_generations: usize,
    /// Memory in bytes that building may take.
    pub memory_bytes: usize,
}

/// What a reindex is doing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// Listing and hashing files.
    #[default]
    Scanning,
    /// Reading, cutting and indexing what changed.
    Indexing,
    /// Writing the new generation to disk.
    Writing,
    /// Opening the new generation and asking it something.
    Verifying,
    /// Asking both generations what is asked often, to tell what would change.
    Comparing,
    /// Making it the live one.
    Publishing,
}

/// How far a reindex is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Progress {
    pub phase: Phase,
    /// Files done in this run, out of `total`, failed ones among them; while comparing, questions.
    pub done: usize,
    /// Files that could not become an article.
    pub failed: usize,
    /// 0 until scanning has ended.
    pub total: usize,
}

/// What a reindex changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The generation that was built; the live one when nothing had changed.
    pub generation: u64,
    /// Whether it went live.
    pub published: bool,
    /// Paths of articles, each list sorted.
    pub added: Vec<String>,
    pub changed: Vec<String>,
    pub removed: Vec<String>,
    pub unchanged: usize,
    pub skipped: Vec<SkippedFile>,
    /// In that generation.
    pub articles: usize,
    pub passages: usize,
    /// When the run began.
    pub started: jiff::Timestamp,
    pub took: Duration,
}

/// A file that did not become an article.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SkippedFile {
    pub path: String,
    /// Why, in words that a person can act on.
    pub reason: String,
}

/// Why the index could not be used.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// Another process is building in the same folder.
    #[error("another process is indexing into {}{}; wait until it has finished", .dir.display(), .holder)]
    Locked { dir: PathBuf, holder: Holder },
    /// Nothing can be written any more.
    #[error("no space left on the disk that holds {}; free some and try again", .path.display())]
    Full { path: PathBuf },
    #[error("{doing} {}: {source}", .path.display())]
    Io {
        doing: &'static str,
        path: PathBuf,
        source: std::io::Error,
    },
    /// A file of the index does not hold what it should.
    #[error("{} is damaged ({problem}); delete that file, or the gen- folder it is in, and index again", .path.display())]
    Damaged { path: PathBuf, problem: String },
    /// Whoever watched a build said so.
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

    /// What happened while the engine wrote into a folder: it tells of a full disk without saying
    /// which one.
    fn writing_into(self, dir: &Path) -> Self {
        match self {
            Self::Engine(error) if tells_of_full_disk(&error) => Self::Full {
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

/// How the system's error for a full disk ends when it is printed: `ENOSPC`, or on Windows
/// `ERROR_DISK_FULL`. Some of the engine's threads hand on nothing but that text.
const FULL: &str = if cfg!(windows) {
    "(os error 112)"
} else {
    "(os error 28)"
};

fn tells_of_full_disk(error: &tantivy::TantivyError) -> bool {
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
        | TantivyError::SystemError(text) => text.contains(FULL),
        _ => false,
    }
}

/// A folder of generations, one of which is live.
#[derive(Debug, Clone)]
pub struct Index {
    generations: Generations,
    settings: Settings,
}

/// The end of the last reindex, kept beside the generations for whoever asks later.
#[derive(Debug, Default, Serialize, Deserialize)]
struct LastRun {
    report: Option<Report>,
    failure: Option<String>,
    failed_at: Option<jiff::Timestamp>,
}

impl Index {
    /// Opens the folder, creates it if need be, and removes what interrupted builds left behind,
    /// unless another process is building. Where there is nothing to remove nothing is written: a
    /// folder that can only be read is enough to answer.
    ///
    /// # Errors
    /// When the folder cannot be created or read.
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

    /// The generation that answers; `None` before the first one, and when it was written by
    /// another version of lodestar and must be rebuilt.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn live(&self) -> Result<Option<Snapshot>, IndexError> {
        self.generations.open_live()
    }

    /// The number of the generation that the pointer names; cheap enough to ask before every
    /// search.
    ///
    /// # Errors
    /// When the pointer exists and cannot be read.
    pub fn live_generation(&self) -> Result<Option<u64>, IndexError> {
        self.generations.pointer()
    }

    /// The right to build, for one process at a time.
    ///
    /// # Errors
    /// [`IndexError::Locked`] when another process holds it.
    pub fn writer(&self) -> Result<Writer, IndexError> {
        let lock = lock::WriterLock::take(&self.settings.dir)?;
        self.generations.remove_leftovers()?;
        Ok(Writer::new(
            self.generations.clone(),
            self.settings.clone(),
            lock,
        ))
    }

    /// What the last reindex that ended well changed.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn last_report(&self) -> Result<Option<Report>, IndexError> {
        Ok(self.last_run()?.report)
    }

    /// Why the last reindex failed; `None` when it ended well.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn last_failure(&self) -> Result<Option<String>, IndexError> {
        Ok(self.last_run()?.failure)
    }

    /// When the last reindex failed; `None` when it ended well.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn failed_at(&self) -> Result<Option<jiff::Timestamp>, IndexError> {
        Ok(self.last_run()?.failed_at)
    }

    /// Whether the live generation was made of these files, by path and hash. Files that could not
    /// be read last time do not count. True without a generation.
    ///
    /// # Errors
    /// When the folder cannot be read.
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
        let mut known = 0;
        for (path, hash) in files {
            match contents.get(path) {
                Some(indexed) if indexed.hash == *hash => known += 1,
                None if skipped.iter().any(|it| it.path == path) => {}
                _ => return Ok(false),
            }
        }
        Ok(known == contents.len())
    }

    /// Remembers how a reindex ended.
    ///
    /// # Errors
    /// When it cannot be written.
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
        durable::write_json(&self.last_run_path(), &last)
    }

    fn last_run(&self) -> Result<LastRun, IndexError> {
        Ok(durable::read_json(&self.last_run_path())?.unwrap_or_default())
    }

    fn last_run_path(&self) -> PathBuf {
        self.settings.dir.join("last-run.json")
    }
}

#[cfg(test)]
mod tests;
