//! The full-text index: generations on disk, building one, searching one.
//!
//! The only module that uses tantivy. Its parts:
//!
//! - [`analysis`]: text → tokens; it would serve any search engine
//! - `schema`, `document`, `hit`: what is indexed and stored for a passage
//! - `folder`: what the users of an index open first
//! - `generation`, `manifest`: folders, the pointer to the live one, leftovers
//! - `build`: a new generation from what changed. A `pipeline` turns articles into documents on
//!   several threads, within a `memory_budget`; `merge_policy` decides which segments are merged
//! - `release`, `history`: publishing, staging, rolling back
//! - `search`, `outline`, `vocabulary`: candidates, term statistics, and what else a generation
//!   knows

pub mod analysis;

mod build;
mod bytes;
mod calibration;
mod document;
mod error;
mod folder;
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
mod report;
mod schema;
mod search;
#[cfg(test)]
mod tests;
mod vocabulary;
mod writer;

pub use self::build::{FileToIndex, ReadFile, Watcher};
pub use self::calibration::Calibration;
pub use self::error::IndexError;
pub use self::folder::{Index, Settings};
pub use self::history::{Change, HistoryEntry};
pub use self::hit::Hit;
#[cfg(test)]
pub(crate) use self::hit::sample;
pub use self::lock::LockHolder;
pub use self::outline::ArticleOutline;
pub use self::release::BuiltGeneration;
pub use self::report::{Phase, Progress, Report, SkippedFile};
pub use self::search::Snapshot;
pub use self::writer::Writer;
