//! An article as every reader returns it: where it comes from, and its text as a list of blocks.
//!
//! The leaf of the domain: readers in [`crate::corpus`] build it and [`crate::passage`] cuts it. It
//! must not know any file format, the index or Discord.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::language::Language;

/// Everything about an article but its text: where it comes from and how far to trust it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Path below the corpus folder, with `/` on every platform. Identifies the article.
    pub path: String,
    /// Never empty: readers fall back to the file name.
    pub title: String,
    /// An address that people can open; `http` or `https` only.
    pub url: Option<String>,
    /// When the article was first published.
    pub date: Option<Date>,
    /// When the article was last changed.
    pub updated: Option<Date>,
    pub author: Option<String>,
    pub language: Language,
    pub tags: Vec<String>,
    pub trust: Trust,
    /// The sources that the article cites.
    pub references: Vec<Reference>,
}

impl Source {
    /// The date to show: that of the last change, or else of publication.
    #[must_use]
    pub fn shown_date(&self) -> Option<Date> {
        self.updated.or(self.date)
    }
}

/// How far an admin trusts an article; it breaks ties between passages that answer equally well.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Trust {
    Low,
    #[default]
    Normal,
    High,
}

impl Trust {
    /// Parses the word used in front matter: `high`, `normal` or `low`, in any case.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word.trim().to_ascii_lowercase().as_str() {
            "low" => Some(Self::Low),
            "normal" => Some(Self::Normal),
            "high" => Some(Self::High),
            _ => None,
        }
    }
}

/// A source that an article cites.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    pub title: String,
    pub url: Option<String>,
}

/// An article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    pub source: Source,
    /// In reading order. No block is empty, and only [`Block::Code`] has line breaks.
    pub blocks: Vec<Block>,
    /// The hash of the file's bytes.
    pub hash: ContentHash,
}

/// A self-contained piece of an article. Its text is plain: no markup, and white space collapsed to
/// single spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// `level` is 1 for the topmost heading under the title, up to 6.
    Heading {
        level: u8,
        text: String,
    },
    Paragraph(String),
    List {
        ordered: bool,
        items: Vec<String>,
    },
    /// Rows may be shorter or longer than the header; the header may be empty.
    Table {
        header: Vec<String>,
        rows: Vec<Vec<String>>,
    },
    Quote(String),
    /// Keeps its line breaks.
    Code(String),
}

/// The BLAKE3 hash of a file's bytes, in hexadecimal; equal hashes mean equal files.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ContentHash(String);

impl ContentHash {
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes).to_hex().to_string())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
