//! The progress of a reindex, and its report.

use std::time::Duration;

use serde::{Deserialize, Serialize};

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
