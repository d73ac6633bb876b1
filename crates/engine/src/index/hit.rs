//! A passage that may answer: what ranking sees of it, and what people will see of it.

use std::sync::Arc;

use crate::article::Source;
use crate::passage::Passage;

use super::analysis::digest::Digest;
use super::bytes::{self, Bytes};

/// A candidate for a question. Ranking needs its digest only; the text is read of the few that
/// are shown.
#[derive(Debug, Clone)]
pub struct Hit {
    /// Of this question in this index only; not comparable between questions.
    pub score: f32,
    pub digest: Digest,
    /// See [`store`].
    stored: Vec<u8>,
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
    let mut bytes = Bytes::new(stored);
    let text = bytes.text()?;
    let position = bytes.number()?;
    let mut end = 0usize;
    let mut length = |bytes: &mut Bytes<'_>| {
        let further = usize::try_from(bytes.number()?).ok()?;
        end = end.checked_add(further)?;
        Some(end)
    };
    let sentences = (0..bytes.count()?)
        .map(|_| {
            let sentence = length(&mut bytes)?..length(&mut bytes)?;
            text.get(sentence.clone()).is_some().then_some(sentence)
        })
        .collect::<Option<_>>()?;
    let headings = (0..bytes.count()?)
        .map(|_| bytes.text())
        .collect::<Option<_>>()?;
    let source = serde_json::from_slice(bytes.slice()?).ok()?;
    let passage = Passage {
        headings,
        position,
        text,
        sentences,
    };
    Some((source, passage))
}

/// A source as [`store`] takes it: JSON, made once for all passages of an article.
pub(super) fn written(source: &Source) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(source)
}

/// What is stored of a passage for people: its text, its place, its sentences, each as the bytes
/// since the end of the one before and its length, its headings, and its source.
pub(super) fn store(source: &[u8], passage: &Passage) -> Vec<u8> {
    let mut out = Vec::with_capacity(passage.text.len() + source.len() + 64);
    bytes::put_slice(&mut out, passage.text.as_bytes());
    bytes::put(&mut out, passage.position);
    bytes::put(&mut out, bytes::length(passage.sentences.len()));
    let mut end = 0;
    for sentence in &passage.sentences {
        bytes::put(&mut out, bytes::length(sentence.start.saturating_sub(end)));
        bytes::put(&mut out, bytes::length(sentence.len()));
        end = sentence.end;
    }
    bytes::put(&mut out, bytes::length(passage.headings.len()));
    for heading in &passage.headings {
        bytes::put_slice(&mut out, heading.as_bytes());
    }
    bytes::put_slice(&mut out, source);
    out
}

#[cfg(test)]
impl Hit {
    /// As if it had been found.
    pub(crate) fn of(source: &Source, passage: &Passage) -> Self {
        Self {
            score: 1.0,
            digest: Digest::of(source, passage),
            stored: store(&written(source).unwrap(), passage),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_comes_back_as_it_was_and_never_from_damaged_bytes() {
        let (source, mut passage) = sample("Tea", "It is hot – or cold. Köln drinks it.");
        passage.headings = vec!["Drinks".to_owned(), "Löschwasser".to_owned()];
        let stored = store(&written(&source).unwrap(), &passage);
        assert_eq!(open(&stored), Some((source, passage)));
        for length in 0..stored.len() {
            assert_eq!(open(&stored[..length]), None, "cut at {length}");
        }
        for at in 0..stored.len() {
            let mut damaged = stored.clone();
            damaged[at] ^= 0x95;
            if let Some((_, passage)) = open(&damaged) {
                for sentence in passage.sentences {
                    assert!(passage.text.get(sentence).is_some(), "damaged at {at}");
                }
            }
        }
    }
}
