//! Cuts an article into passages, the units that are indexed, ranked and shown.
//!
//! Pure: an [`Article`] in, [`Passage`]s out. It must not know files, the index or Discord.
//!
//! The author's own paragraphs answer questions better than fixed-size chunks, so a paragraph, a
//! list or a table is a passage as it is, with three exceptions: anything longer than `MAX_WORDS`
//! is cut between sentences, items or rows; short blocks of a section are joined; and a line that
//! ends in a colon stays with what it introduces.

mod abbreviations;
mod bounds;
mod pack;
mod pieces;
mod sentences;
mod words;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::article::{Article, Block};
use crate::language::Language;
use pieces::Piece;
pub use words::word_count;

/// Most words in a passage. Questions are answered best by what an author would call a paragraph:
/// cutting one in two does more harm than its length.
pub const MAX_WORDS: usize = 225;

/// A part of an article that can be read by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The headings above the passage, outermost first; empty before the first heading.
    pub headings: Vec<String>,
    /// Index among the article's passages, from 0.
    pub position: u32,
    /// Plain text. Each line is a paragraph, a list item (`- …` or `1. …`), a table row or a line
    /// of code.
    pub text: String,
    /// Byte ranges of the sentences in `text`: in order, disjoint, on character boundaries, without
    /// white space between them. Never empty.
    pub sentences: Vec<Range<usize>>,
}

/// Cuts an article into passages, in reading order. Together they contain all of its text but the
/// headings, each part once; none has more than `MAX_WORDS` words as counted by [`word_count`]. A
/// heading without text of its own is no passage, but stays above its subheadings.
#[must_use]
pub fn passages(article: &Article) -> Vec<Passage> {
    let mut cutter = Cutter {
        language: article.source.language,
        headings: Vec::new(),
        section: Vec::new(),
        passages: Vec::new(),
    };
    for block in &article.blocks {
        match block {
            Block::Heading { level, text } => cutter.enter(*level, text),
            block => cutter.section.push(pieces::of(block, cutter.language)),
        }
    }
    cutter.end_section();
    cutter.passages
}

struct Cutter {
    language: Language,
    /// The open headings with their levels, outermost first.
    headings: Vec<(u8, String)>,
    /// The blocks since the last heading.
    section: Vec<Vec<Piece>>,
    passages: Vec<Passage>,
}

impl Cutter {
    fn enter(&mut self, level: u8, text: &str) {
        self.end_section();
        while self.headings.last().is_some_and(|(open, _)| *open >= level) {
            self.headings.pop();
        }
        self.headings.push((level, text.to_owned()));
    }

    fn end_section(&mut self) {
        for pieces in pack::pack(std::mem::take(&mut self.section)) {
            let (text, sentences) = pieces::join(pieces);
            if sentences.is_empty() {
                continue;
            }
            self.passages.push(Passage {
                headings: self.headings.iter().map(|(_, text)| text.clone()).collect(),
                position: u32::try_from(self.passages.len()).unwrap_or(u32::MAX),
                text,
                sentences,
            });
        }
    }
}

#[cfg(test)]
mod tests;
