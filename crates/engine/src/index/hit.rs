//! A passage that may answer a question: what ranking sees of it, and what people will see.

use std::sync::Arc;

use crate::article::Source;
use crate::passage::Passage;

use super::analysis::term_vector::TermVector;
use super::bytes::{self, Bytes};

/// A candidate for a question. Ranking needs its term vector only; the text is decoded for the few
/// that are shown.
#[derive(Debug, Clone)]
pub struct Hit {
    /// Not comparable between questions or indexes.
    pub(crate) score: f32,
    pub(crate) term_vector: TermVector,
    /// See [`encode`].
    stored: Vec<u8>,
}

impl Hit {
    /// From encoded bytes; `None` if they are damaged.
    pub(super) fn restore(score: f32, term_vector: &[u8], stored: &[u8]) -> Option<Self> {
        Some(Self {
            score,
            term_vector: TermVector::from_bytes(term_vector)?,
            stored: stored.to_owned(),
        })
    }

    /// The passage and its source; `None` if the index is damaged.
    #[must_use]
    pub fn open(&self) -> Option<(Arc<Source>, Passage)> {
        let (source, passage) = decode(&self.stored)?;
        Some((Arc::new(source), passage))
    }
}

/// Decodes what [`encode`] wrote; `None` for damaged bytes.
pub(super) fn decode(stored: &[u8]) -> Option<(Source, Passage)> {
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

/// Encodes a source for [`encode`], as JSON: once for all passages of an article.
pub(super) fn encode_source(source: &Source) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(source)
}

/// Encodes a passage as people see it: its text, its position, its sentences (the bytes since the
/// end of the one before, and the length), its headings, and its source.
pub(super) fn encode(source: &[u8], passage: &Passage) -> Vec<u8> {
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
    /// A hit as a search would return it.
    pub(crate) fn of(source: &Source, passage: &Passage) -> Self {
        Self {
            score: 1.0,
            term_vector: TermVector::of(source, passage),
            stored: encode(&encode_source(source).unwrap(), passage),
        }
    }

    /// A hit in an English article of one passage.
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
    fn a_passage_survives_a_round_trip_and_damaged_bytes_yield_none() {
        let (source, mut passage) = sample("Tea", "It is hot – or cold. Köln drinks it.");
        passage.headings = vec!["Drinks".to_owned(), "Löschwasser".to_owned()];
        let stored = encode(&encode_source(&source).unwrap(), &passage);
        assert_eq!(decode(&stored), Some((source, passage)));
        for length in 0..stored.len() {
            assert_eq!(decode(&stored[..length]), None, "cut at {length}");
        }
        for at in 0..stored.len() {
            let mut damaged = stored.clone();
            damaged[at] ^= 0x95;
            if let Some((_, passage)) = decode(&damaged) {
                for sentence in passage.sentences {
                    assert!(passage.text.get(sentence).is_some(), "damaged at {at}");
                }
            }
        }
    }
}
