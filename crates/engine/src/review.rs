//! Reviews articles for what their editors would want to know: duplicate texts, contradictory
//! numbers, empty and overlong sections, missing dates.
//!
//! Pure: articles in, findings out. It must not know files, the index or who reads the findings.

mod contradictions;
mod twins;

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::article::{Article, Block};

/// A section with more words is long: ten minutes of reading.
const LONG_WORDS: usize = 2_000;

/// Identifies a section of an article.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct SectionId {
    /// The article's path.
    pub path: String,
    /// `None` before the first heading.
    pub heading: Option<String>,
}

/// Something an editor would want to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Finding {
    /// Two sections have almost the same text.
    Twins {
        one: SectionId,
        other: SectionId,
        /// The share of the shorter section's runs of words that occur in the other.
        percent: u8,
    },
    /// Two articles make the same statement with different numbers.
    Differ {
        one: SectionId,
        other: SectionId,
        said: String,
        said_otherwise: String,
    },
    Long {
        place: SectionId,
        words: usize,
    },
    /// A heading without text.
    Empty {
        place: SectionId,
    },
    Undated {
        path: String,
    },
    /// A link to a file that is not in the corpus.
    DeadLink {
        path: String,
        target: String,
    },
    /// No answer has shown the article.
    Unused {
        path: String,
    },
    /// More people voted against answers from it than for them.
    Disliked {
        path: String,
        up: u64,
        down: u64,
    },
}

impl Finding {
    /// The order of importance, 0 first.
    #[must_use]
    pub fn rank(&self) -> u8 {
        match self {
            Self::Differ { .. } => 0,
            Self::Disliked { .. } => 1,
            Self::Twins { .. } => 2,
            Self::DeadLink { .. } => 3,
            Self::Empty { .. } => 4,
            Self::Long { .. } => 5,
            Self::Unused { .. } => 6,
            Self::Undated { .. } => 7,
        }
    }
}

/// Findings from the articles alone, most important first.
#[must_use]
pub fn review(articles: &[Article]) -> Vec<Finding> {
    let sections: Vec<Section> = articles.iter().flat_map(sections).collect();
    let mut findings = twins::find(&sections);
    let twins: std::collections::HashSet<(SectionId, SectionId)> = findings
        .iter()
        .filter_map(|it| match it {
            Finding::Twins { one, other, .. } => Some((one.clone(), other.clone())),
            _ => None,
        })
        .collect();
    findings.extend(contradictions::find(&sections));
    for section in &sections {
        let words = section.text.unicode_words().count();
        let place = section.place.clone();
        if words > LONG_WORDS {
            findings.push(Finding::Long { place, words });
        } else if section.is_empty {
            findings.push(Finding::Empty { place });
        }
    }
    let undated = articles
        .iter()
        .filter(|it| it.source.shown_date().is_none());
    findings.extend(undated.map(|it| Finding::Undated {
        path: it.source.path.clone(),
    }));
    // Twins with different numbers are reported as contradictions only.
    let differ: Vec<(SectionId, SectionId)> = findings
        .iter()
        .filter_map(|it| match it {
            Finding::Differ { one, other, .. } => Some((one.clone(), other.clone())),
            _ => None,
        })
        .filter(|pair| twins.contains(pair))
        .collect();
    findings.retain(|it| match it {
        Finding::Twins { one, other, .. } => !differ.contains(&(one.clone(), other.clone())),
        _ => true,
    });
    findings.sort_by_key(Finding::rank);
    findings
}

/// The text under a heading.
struct Section {
    place: SectionId,
    /// The text of all blocks, one a line.
    text: String,
    /// Whether it is a heading with neither text nor subheadings.
    is_empty: bool,
}

fn sections(article: &Article) -> Vec<Section> {
    let start = |heading: Option<&str>| Section {
        place: SectionId {
            path: article.source.path.clone(),
            heading: heading.map(str::to_owned),
        },
        text: String::new(),
        is_empty: heading.is_some(),
    };
    let mut sections = vec![start(None)];
    let mut level = 0;
    for block in &article.blocks {
        let last = sections.last_mut();
        if let Block::Heading { level: next, text } = block {
            if let Some(last) = last
                && *next > level
            {
                last.is_empty = false;
            }
            level = *next;
            sections.push(start(Some(text)));
        } else if let Some(last) = last {
            last.is_empty = false;
            for text in texts(block) {
                last.text.push_str(text);
                last.text.push('\n');
            }
        }
    }
    sections.retain(|it| it.place.heading.is_some() || !it.text.is_empty());
    sections
}

/// The texts of a block that are prose.
fn texts(block: &Block) -> Vec<&str> {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) | Block::Quote(text) => vec![text],
        Block::List { items, .. } => items.iter().map(String::as_str).collect(),
        Block::Table { rows, .. } => rows.iter().flatten().map(String::as_str).collect(),
        Block::Code(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
