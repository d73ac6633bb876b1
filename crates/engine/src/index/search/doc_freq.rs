//! Document frequencies: how many passages contain a term in any of its forms, in the text, a
//! heading or the title.
//!
//! They are exact, because an answer's confidence depends much on how rare its words are. A term
//! with a single postings list in a segment without deletes has its count in the dictionary.
//! Otherwise the lists are united in a bitset, at a nanosecond or two per posting. That adds up for
//! common words only, which are also those that are asked for again and again: their counts are
//! cached.

use std::io;

use tantivy::postings::TermInfo;

use super::super::IndexError;
use super::super::analysis::question::Term;
use super::bitset::Bitset;
use super::cache::ShardedCache;
use super::field::SearchField;
use super::segment::Segment;

const COUNTED_FIELDS: [SearchField; 3] =
    [SearchField::Body, SearchField::Title, SearchField::Headings];

/// Counting a term with fewer postings is cheaper than caching it.
const MIN_CACHED_POSTINGS: u64 = 1024;

/// Cached terms. Each takes about 150 bytes.
const CACHED_TERMS: usize = 100_000;

/// A cache of a generation's document frequencies, by stems.
pub(super) struct DocFreqs(ShardedCache<Vec<String>, u64>);

impl DocFreqs {
    pub(super) fn new() -> Self {
        Self(ShardedCache::new(CACHED_TERMS))
    }

    /// In the order of the terms.
    pub(super) fn get(&self, terms: &[Term], segments: &[Segment]) -> Result<Vec<u64>, IndexError> {
        let mut scratch = Bitset::default();
        terms
            .iter()
            .map(|term| self.get_one(term, segments, &mut scratch))
            .collect::<io::Result<_>>()
            .map_err(IndexError::engine_io)
    }

    fn get_one(&self, term: &Term, segments: &[Segment], scratch: &mut Bitset) -> io::Result<u64> {
        if let Some(cached) = self.0.get(&term.stems) {
            return Ok(cached);
        }
        let (mut doc_freq, mut postings) = (0u64, 0u64);
        for segment in segments {
            let lists = lists(term, segment)?;
            postings += lists
                .iter()
                .map(|(_, info)| u64::from(info.doc_freq))
                .sum::<u64>();
            doc_freq += u64::from(count_union(scratch, segment, &lists)?);
        }
        if postings >= MIN_CACHED_POSTINGS {
            self.0.insert(term.stems.clone(), doc_freq);
        }
        Ok(doc_freq)
    }
}

/// For each term, how many of a segment's given passages contain it. The passages must ascend.
pub(super) fn among(
    terms: &[Term],
    segment: &Segment,
    passages: &[u32],
) -> Result<Vec<u64>, IndexError> {
    terms
        .iter()
        .map(|term| among_one(term, segment, passages))
        .collect::<io::Result<_>>()
        .map_err(IndexError::engine_io)
}

fn among_one(term: &Term, segment: &Segment, passages: &[u32]) -> io::Result<u64> {
    let mut matches = vec![false; passages.len()];
    for (field, info) in lists(term, segment)? {
        let mut blocks = segment.doc_blocks(field, &info)?;
        for (is_match, &passage) in matches.iter_mut().zip(passages) {
            let index = blocks.seek(passage);
            *is_match |= blocks.docs().get(index) == Some(&passage);
        }
    }
    let matches = matches.iter().zip(passages);
    let alive =
        matches.map(|(is_match, passage)| u64::from(*is_match && segment.is_alive(*passage)));
    Ok(alive.sum())
}

fn lists(term: &Term, segment: &Segment) -> io::Result<Vec<(SearchField, TermInfo)>> {
    let mut lists = Vec::new();
    for field in COUNTED_FIELDS {
        for stem in &term.stems {
            lists.extend(segment.term_info(field, stem)?.map(|info| (field, info)));
        }
    }
    Ok(lists)
}

/// The number of live passages in any of the lists. `scratch` is overwritten.
fn count_union(
    scratch: &mut Bitset,
    segment: &Segment,
    lists: &[(SearchField, TermInfo)],
) -> io::Result<u32> {
    match lists {
        [] => return Ok(0),
        [(_, only)] if !segment.has_deletes() => return Ok(only.doc_freq),
        _ => {}
    }
    scratch.reset(segment.passages);
    let mut count = 0;
    for (field, info) in lists {
        segment.for_each(*field, info, |passage| {
            let is_new = scratch.insert(passage);
            count += u32::from(is_new && segment.is_alive(passage));
        })?;
    }
    Ok(count)
}
