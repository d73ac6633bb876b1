//! A passage that may answer: what ranking sees of it, and what people will see of it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::article::Source;
use crate::passage::Passage;

use super::analysis::digest::Digest;

/// A candidate for a question. Ranking needs its digest only; the text is read of the few that
/// are shown.
#[derive(Debug, Clone)]
pub struct Hit {
    /// Of this question in this index only; not comparable between questions.
    pub score: f32,
    pub digest: Digest,
    /// [`Stored`] as JSON.
    stored: Vec<u8>,
}

#[derive(Serialize)]
struct Stored<'a> {
    source: &'a Source,
    passage: &'a Passage,
}

#[derive(Deserialize)]
struct Restored {
    source: Source,
    passage: Passage,
}

impl Hit {
    /// From the bytes that [`store`] made; `None` for others.
    pub(super) fn restore(score: f32, digest: &[u8], stored: &[u8]) -> Option<Self> {
        Some(Self {
            score,
            digest: Digest::from_bytes(digest)?,
            stored: stored.to_owned(),
        })
    }

    /// Where the passage is from, and the passage itself; `None` if the index is damaged.
    #[must_use]
    pub fn open(&self) -> Option<(Arc<Source>, Passage)> {
        let (source, passage) = open(&self.stored)?;
        Some((Arc::new(source), passage))
    }
}

/// What [`store`] stored.
pub(super) fn open(stored: &[u8]) -> Option<(Source, Passage)> {
    let Restored { source, passage } = serde_json::from_slice(stored).ok()?;
    Some((source, passage))
}

/// What is stored of a passage for people.
pub(super) fn store(source: &Source, passage: &Passage) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&Stored { source, passage })
}

#[cfg(test)]
impl Hit {
    /// As if it had been found.
    pub(crate) fn of(source: &Source, passage: &Passage) -> Self {
        Self {
            score: 1.0,
            digest: Digest::of(source, passage),
            stored: store(source, passage).unwrap(),
        }
    }

    /// A passage of an English article of its own.
    pub(crate) fn sample(title: &str, text: &str) -> Self {
        let (source, passage) = sample(title, text);
        Self::of(&source, &passage)
    }
}

/// An English article of one passage.
#[cfg(test)]
pub(crate) fn sample(title: &str, text: &str) -> (Source, Passage) {
    use crate::article::{Article, Block, ContentHash, Trust};

    let source = Source {
        path: format!("{title}.md"),
        title: title.to_owned(),
        url: None,
        date: None,
        updated: None,
        author: None,
        language: crate::language::Language::English,
        tags: Vec::new(),
        trust: Trust::Normal,
        references: Vec::new(),
    };
    let article = Article {
        source,
        blocks: vec![Block::Paragraph(text.to_owned())],
        hash: ContentHash::of(text.as_bytes()),
    };
    let passage = crate::passage::passages(&article).remove(0);
    (article.source, passage)
}
