//! The full-text index.

use std::path::PathBuf;
pub mod analysis;

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::article::Source;
use crate::passage::Passage;

/// Where an index lives and how it is built.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The folder of this corpus's generations, `index/<corpus>`.
    pub dir: PathBuf,
    /// Generations kept for rollback beside the live one.
    pub keep_generations: usize,
    /// Memory in bytes the writer may use before it writes a segment.
    pub memory_bytes: usize,
}

/// A passage that may answer, with what is needed to show it.
#[derive(Debug, Clone)]
pub struct Hit {
    pub source: Arc<Source>,
    pub passage: Passage,
    /// Of this query in this index only; not comparable between queries.
    pub score: f32,
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
    /// Making it the live one.
    Publishing,
}

/// How far a reindex is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Progress {
    pub phase: Phase,
    /// Files done in this run, out of `total`.
    pub done: usize,
    /// Files that could not become an article.
    pub failed: usize,
    /// 0 until scanning has ended.
    pub total: usize,
}

/// What a reindex changed, kept with the generation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The generation now live.
    pub generation: u64,
    /// False when nothing had changed and the live generation stayed.
    pub published: bool,
    /// Paths of articles, each list sorted.
    pub added: Vec<String>,
    pub changed: Vec<String>,
    pub removed: Vec<String>,
    pub unchanged: usize,
    pub skipped: Vec<SkippedFile>,
    /// In the live generation.
    pub articles: usize,
    pub passages: usize,
    /// When the run began.
    pub started: jiff::Timestamp,
    pub took: Duration,
}

/// A file that did not become an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkippedFile {
    pub path: String,
    /// A sentence fragment a person can act on.
    pub reason: String,
}
