//! Where a question's terms stand in a passage: what ranking, the sentence and the marks are
//! computed from.

use std::collections::HashMap;
use std::ops::Range;

use crate::index::Hit;
use crate::index::analysis::{self, question::Term};

/// One occurrence of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// Index of the term in the question.
    pub(super) term: usize,
    /// Bytes of the passage.
    pub(super) range: Range<usize>,
    /// Of the word among the passage's content words.
    pub(super) position: u32,
}

/// A passage seen with the eyes of the question.
#[derive(Debug, Clone)]
pub(super) struct Evidence {
    /// In reading order.
    pub(super) occurrences: Vec<Occurrence>,
    /// By sentence: its occurrences, as indices into `occurrences`, and its content words.
    pub(super) sentences: Vec<SentenceEvidence>,
    /// By term: stands in the article's title or a heading above the passage.
    pub(super) above: Vec<bool>,
}

#[derive(Debug, Clone)]
pub(super) struct SentenceEvidence {
    pub(super) occurrences: Range<usize>,
    /// Content words.
    pub(super) length: usize,
}

/// Looks up question terms by any of their forms.
pub(super) struct TermIndex<'a> {
    stems: HashMap<&'a str, usize>,
    exact: HashMap<&'a str, usize>,
    count: usize,
}

impl<'a> TermIndex<'a> {
    pub(super) fn new(terms: &'a [Term]) -> Self {
        let mut index = Self {
            stems: HashMap::new(),
            exact: HashMap::new(),
            count: terms.len(),
        };
        for (number, term) in terms.iter().enumerate() {
            for stem in &term.stems {
                index.stems.entry(stem).or_insert(number);
            }
            for exact in &term.exact {
                index.exact.entry(exact).or_insert(number);
            }
        }
        index
    }

    fn find(&self, token: &analysis::Token) -> Option<usize> {
        self.exact
            .get(token.exact.as_str())
            .or_else(|| self.stems.get(token.stem.as_str()))
            .copied()
    }

    pub(super) fn evidence(&self, hit: &Hit) -> Evidence {
        let language = hit.source.language;
        let tokens = analysis::tokens(&hit.passage.text, language);
        let mut occurrences = Vec::new();
        let mut sentences: Vec<SentenceEvidence> = Vec::new();
        let mut rest = tokens.iter().peekable();
        for range in &hit.passage.sentences {
            let start = occurrences.len();
            let mut length = 0;
            let mut last = None;
            while let Some(token) = rest.next_if(|token| token.range.start < range.end) {
                if last != Some(token.position) {
                    length += 1;
                    last = Some(token.position);
                }
                if let Some(term) = self.find(token) {
                    occurrences.push(Occurrence {
                        term,
                        range: token.range.clone(),
                        position: token.position,
                    });
                }
            }
            sentences.push(SentenceEvidence {
                occurrences: start..occurrences.len(),
                length,
            });
        }
        let mut above = vec![false; self.count];
        for text in hit.passage.headings.iter().chain([&hit.source.title]) {
            for token in analysis::tokens(text, language) {
                if let Some(found) = self.find(&token).and_then(|term| above.get_mut(term)) {
                    *found = true;
                }
            }
        }
        Evidence {
            occurrences,
            sentences,
            above,
        }
    }
}

impl Evidence {
    pub(super) fn in_sentence(&self, sentence: &SentenceEvidence) -> &[Occurrence] {
        self.occurrences
            .get(sentence.occurrences.clone())
            .unwrap_or_default()
    }

    /// By term: occurs in the passage's text.
    pub(super) fn in_text(&self) -> Vec<bool> {
        let mut found = vec![false; self.above.len()];
        for occurrence in &self.occurrences {
            if let Some(found) = found.get_mut(occurrence.term) {
                *found = true;
            }
        }
        found
    }

    /// The words to mark: disjoint, in order.
    pub(super) fn highlights(&self) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> = self
            .occurrences
            .iter()
            .map(|occurrence| occurrence.range.clone())
            .collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
        for range in ranges {
            match merged.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        merged
    }
}
