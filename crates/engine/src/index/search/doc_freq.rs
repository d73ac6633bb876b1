//! How many passages hold a term in any of its forms, in the text, a heading or the title.
//!
//! Exact, since how rare a word is decides much of an answer's confidence. A word in one list of a
//! part from which nothing was removed is counted already. Otherwise the lists are marked in a bit a
//! passage, which takes a nanosecond or two for each passage of a list; the words for which that adds
//! up are those that are asked for again and again, and what was counted for them is kept.

use std::io;

use tantivy::postings::TermInfo;

use super::super::IndexError;
use super::super::analysis::question::Term;
use super::marks::Marks;
use super::part::{Part, Place};
use super::shards::Shards;

/// Where a term is counted.
const COUNTED: [Place; 3] = [Place::Body, Place::Title, Place::Headings];

/// What is counted from fewer passages of lists is counted again.
const LONG: u64 = 1024;

/// Terms whose count is kept, at most. A term takes about 150 bytes.
const KEPT: usize = 100_000;

/// The counts of a generation's common terms that were asked for, by their stems.
pub(super) struct Counts(Shards<Vec<String>, u64>);

impl Counts {
    pub(super) fn new() -> Self {
        Self(Shards::new(KEPT))
    }

    /// By term.
    pub(super) fn of(&self, terms: &[Term], parts: &[Part]) -> Result<Vec<u64>, IndexError> {
        let mut marks = Marks::default();
        terms
            .iter()
            .map(|term| self.of_one(term, parts, &mut marks))
            .collect::<io::Result<_>>()
            .map_err(IndexError::engine_io)
    }

    fn of_one(&self, term: &Term, parts: &[Part], marks: &mut Marks) -> io::Result<u64> {
        if let Some(known) = self.0.get(&term.stems) {
            return Ok(known);
        }
        let (mut held, mut listed) = (0u64, 0u64);
        for part in parts {
            let lists = lists(term, part)?;
            listed += lists
                .iter()
                .map(|(_, at)| u64::from(at.doc_freq))
                .sum::<u64>();
            held += u64::from(count(marks, part, &lists)?);
        }
        if listed >= LONG {
            self.0.put(term.stems.clone(), held);
        }
        Ok(held)
    }
}

/// By term: how many of these passages of a part hold it. They ascend.
pub(super) fn among(terms: &[Term], part: &Part, passages: &[u32]) -> Result<Vec<u64>, IndexError> {
    terms
        .iter()
        .map(|term| among_one(term, part, passages))
        .collect::<io::Result<_>>()
        .map_err(IndexError::engine_io)
}

fn among_one(term: &Term, part: &Part, passages: &[u32]) -> io::Result<u64> {
    let mut holding = vec![false; passages.len()];
    for (place, at) in lists(term, part)? {
        let mut list = part.passages_of(place, &at)?;
        for (holds, &passage) in holding.iter_mut().zip(passages) {
            let found = list.seek(passage);
            *holds |= list.docs().get(found) == Some(&passage);
        }
    }
    let held = holding.iter().zip(passages);
    let held = held.map(|(holds, passage)| u64::from(*holds && part.is_alive(*passage)));
    Ok(held.sum())
}

fn lists(term: &Term, part: &Part) -> io::Result<Vec<(Place, TermInfo)>> {
    let mut lists = Vec::new();
    for place in COUNTED {
        for stem in &term.stems {
            lists.extend(part.find(place, stem)?.map(|at| (place, at)));
        }
    }
    Ok(lists)
}

/// Passages of these lists; `marks` are any.
fn count(marks: &mut Marks, part: &Part, lists: &[(Place, TermInfo)]) -> io::Result<u32> {
    match lists {
        [] => return Ok(0),
        [(_, only)] if !part.has_removed() => return Ok(only.doc_freq),
        _ => {}
    }
    marks.clear(part.passages);
    let mut count = 0;
    for (place, at) in lists {
        part.each_of(*place, at, |passage| {
            let is_new = marks.mark(passage);
            count += u32::from(is_new && part.is_alive(passage));
        })?;
    }
    Ok(count)
}
