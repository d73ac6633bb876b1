//! Cuts an article into passages: what is indexed, ranked and shown.
//!
//! Pure: an [`Article`] in, [`Passage`]s out. It knows nothing of files, the index or Discord.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::article::Article;

/// Words in a passage at most. Questions are answered best by what an author would call a
/// paragraph; longer text dilutes the words that matter.
pub const MAX_WORDS: usize = 150;

/// A stretch of an article that can be read by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The headings above the passage, outermost first; empty before the first heading.
    pub headings: Vec<String>,
    /// 0 for the article's first passage, counting up in reading order.
    pub position: u32,
    /// Plain text. Lines are paragraphs, list items (`- …` or `1. …`), table rows or lines of code.
    pub text: String,
    /// Byte ranges of the sentences in `text`, in order, disjoint, on character boundaries, without
    /// the white space between them. Never empty.
    pub sentences: Vec<Range<usize>>,
}
