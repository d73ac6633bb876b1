//! An article as every reader hands it over: where it came from, and its text as a list of blocks.
//!
//! This is the leaf of the domain. It knows no file format, no index and no Discord; readers in
//! [`crate::corpus`] build it, [`crate::passage`] cuts it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::language::Language;

/// Where an article came from and how far to trust it; everything but its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Path below the corpus folder, with `/` on every platform. It identifies the article.
    pub path: String,
    /// Never empty: readers fall back to the file name.
    pub title: String,
    /// The address people can open, `http` or `https` only.
    pub url: Option<String>,
    /// When the article was first published.
    pub date: Option<Date>,
    /// When it was last changed.
    pub updated: Option<Date>,
    pub author: Option<String>,
    pub language: Language,
    pub tags: Vec<String>,
    pub trust: Trust,
    /// What the article itself rests on.
    pub references: Vec<Reference>,
}

impl Source {
    /// The date to show: the last change, else the publication.
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
    /// Reads the word used in front matter: `high`, `normal` or `low`, in any case.
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

/// A source that an article names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    pub title: String,
    pub url: Option<String>,
}

/// One article, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    pub source: Source,
    /// In reading order; no block is empty, and no text in it has line breaks except
    /// [`Block::Code`].
    pub blocks: Vec<Block>,
    /// Of the file's bytes.
    pub hash: ContentHash,
}

/// A piece of an article that stands by itself on the page. Text is plain: markup is gone, white
/// space is single spaces.
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
