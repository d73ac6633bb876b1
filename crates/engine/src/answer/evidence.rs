//! Where a question's terms occur in a passage: the basis for ranking, choosing the sentence and
//! highlighting.

use std::ops::Range;

use crate::index::analysis::question::Term;
use crate::index::analysis::term_vector::{self, Form, TermVector, TokenFlags};

use super::answer_kind::AnswerKind;
use super::terms::Terms;

/// One occurrence of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TermOccurrence {
    /// The term's number in the question.
    pub(super) term: usize,
    /// Byte range in the passage.
    pub(super) range: Range<usize>,
    /// Index of the word among the passage's content words.
    pub(super) position: u32,
}

/// How a passage matches a question.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence {
    /// In reading order.
    pub(super) occurrences: Vec<TermOccurrence>,
    pub(super) sentences: Vec<SentenceEvidence>,
    /// Terms in the text or a heading above it, in any form.
    pub(super) text: Terms,
    /// Terms in the text or a heading above it, exactly as typed.
    pub(super) exact: Terms,
    /// Terms that share a prefix with a word of the text.
    pub(super) prefix: Terms,
    /// Like `prefix`, for a shorter prefix.
    pub(super) short_prefix: Terms,
    pub(super) headings: Terms,
    pub(super) title: Terms,
    /// Terms such as "Polestar 3" if the text names a sibling, such as "Polestar 4".
    pub(super) siblings: Terms,
    /// Number of content words in the text.
    pub(super) length: u32,
}

#[derive(Debug, Clone, Default)]
pub(super) struct SentenceEvidence {
    /// A range of [`Evidence::occurrences`].
    pub(super) occurrences: Range<usize>,
    pub(super) terms: Terms,
    /// Terms that share a prefix with a word of the sentence.
    pub(super) prefix: Terms,
    /// Number of content words.
    pub(super) length: u32,
    /// Values of the kind the question asks for that the question does not contain itself.
    pub(super) values: Vec<AnswerValue>,
    /// Content words between such a value and the nearest of the question's words.
    pub(super) kind_distance: Option<u32>,
}

/// A time, amount or name, whichever the question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AnswerValue {
    /// Hash of the word as written.
    pub(super) word: u32,
    /// Hash of the stem of the following word, "cars" in "300 cars"; 0 at a sentence's end.
    pub(super) unit: u32,
    /// Index of the word among the passage's content words.
    position: u32,
    /// Content words between it and the nearest of the question's words.
    pub(super) distance: u32,
}

/// Looks up question terms by any of their forms.
#[derive(Debug)]
pub(super) struct TermIndex {
    exact: Hashes,
    stems: Hashes,
    prefixes: Hashes,
    short_prefixes: Hashes,
    /// For terms that are a numbered name: the name without its number.
    numbered: Hashes,
}

/// Hashes, sorted, with the terms they stand for.
#[derive(Debug, Default)]
struct Hashes {
    /// A bit for each value of a hash's low six bits, to reject quickly the many words that are not
    /// in the question.
    filter: u64,
    known: Vec<(u32, usize)>,
}

impl Hashes {
    fn new(mut known: Vec<(u32, usize)>) -> Self {
        known.sort_unstable();
        known.dedup_by_key(|(hash, _)| *hash);
        let filter = known
            .iter()
            .fold(0, |filter, (hash, _)| filter | 1 << (hash & 63));
        Self { filter, known }
    }

    fn find(&self, hash: u32) -> Option<usize> {
        if self.filter & 1 << (hash & 63) == 0 {
            return None;
        }
        let place = self.known.binary_search_by_key(&hash, |(hash, _)| *hash);
        self.known.get(place.ok()?).map(|(_, term)| *term)
    }
}

impl TermIndex {
    pub(super) fn new(terms: &[Term]) -> Self {
        let all = |forms: fn(&Term) -> &Vec<String>, hash: fn(&str) -> u32| {
            let hashes = terms
                .iter()
                .take(Terms::MAX)
                .enumerate()
                .flat_map(|(number, term)| forms(term).iter().map(move |form| (hash(form), number)))
                .filter(|(hash, _)| *hash != 0);
            Hashes::new(hashes.collect())
        };
        Self {
            exact: all(|term| &term.exact, term_vector::hash),
            stems: all(|term| &term.stems, term_vector::hash),
            prefixes: all(|term| &term.exact, term_vector::prefix),
            numbered: all(
                |term| &term.exact,
                |exact| {
                    if term_vector::is_numbered(exact) {
                        term_vector::prefix(exact)
                    } else {
                        0
                    }
                },
            ),
            short_prefixes: all(|term| &term.exact, term_vector::short_prefix),
        }
    }

    fn find(&self, form: Form) -> Option<usize> {
        self.exact
            .find(form.exact)
            .or_else(|| self.stems.find(form.stem))
    }

    fn all(&self, forms: &[Form]) -> Terms {
        forms
            .iter()
            .filter_map(|&form| self.find(form))
            .fold(Terms::NONE, Terms::with)
    }

    pub(super) fn evidence(&self, vector: &TermVector, kind: Option<AnswerKind>) -> Evidence {
        let mut evidence = Evidence {
            headings: self.all(&vector.headings),
            title: self.all(&vector.title),
            ..Evidence::default()
        };
        for index in 0..vector.sentence_ends.len() {
            self.add_sentence(&mut evidence, vector.sentence(index), kind);
        }
        // A heading applies to every sentence below it.
        evidence.text = evidence.text.or(evidence.headings);
        let typed = vector
            .headings
            .iter()
            .filter_map(|form| self.exact.find(form.exact));
        evidence.exact = typed.fold(evidence.exact, Terms::with);
        evidence
    }

    fn add_sentence(
        &self,
        evidence: &mut Evidence,
        words: &[term_vector::Occurrence],
        kind: Option<AnswerKind>,
    ) {
        let start = evidence.occurrences.len();
        let mut sentence = SentenceEvidence::default();
        let mut last = None;
        for word in words {
            if last != Some(word.position) {
                sentence.length += 1;
                last = Some(word.position);
            }
            if let Some(before) = sentence.values.last_mut()
                && before.position + 1 == word.position
            {
                before.unit = word.form.stem;
            }
            if let Some(term) = self.find(word.form) {
                if self.exact.find(word.form.exact) == Some(term) {
                    evidence.exact = evidence.exact.with(term);
                }
                sentence.terms = sentence.terms.with(term);
                evidence.occurrences.push(TermOccurrence {
                    term,
                    range: bytes(word.start)..bytes(word.end),
                    position: word.position,
                });
            } else {
                self.add_other_word(evidence, &mut sentence, word, kind);
            }
        }
        sentence.occurrences = start..evidence.occurrences.len();
        sentence.measure_values(evidence.occurrences.get(start..).unwrap_or_default());
        evidence.text = evidence.text.or(sentence.terms);
        evidence.prefix = evidence.prefix.or(sentence.prefix);
        evidence.length += sentence.length;
        evidence.sentences.push(sentence);
    }

    /// Adds a word that is not in the question: it may resemble a term, or be of the kind that
    /// the question asks for.
    fn add_other_word(
        &self,
        evidence: &mut Evidence,
        sentence: &mut SentenceEvidence,
        word: &term_vector::Occurrence,
        kind: Option<AnswerKind>,
    ) {
        if word.flags.contains(TokenFlags::NUMBERED)
            && let Some(term) = self.numbered.find(word.form.prefix)
        {
            evidence.siblings = evidence.siblings.with(term);
        }
        if let Some(term) = self.prefixes.find(word.form.prefix) {
            sentence.prefix = sentence.prefix.with(term);
        }
        if let Some(term) = self.short_prefixes.find(word.form.short_prefix) {
            evidence.short_prefix = evidence.short_prefix.with(term);
        }
        if kind.is_some_and(|kind| kind.matches(word.flags)) {
            sentence.values.push(AnswerValue {
                word: word.form.exact,
                unit: 0,
                position: word.position,
                distance: u32::MAX,
            });
        }
    }
}

fn bytes(offset: u32) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

impl AnswerKind {
    /// Whether a word with these flags is of this kind.
    fn matches(self, flags: TokenFlags) -> bool {
        match self {
            Self::Time => flags.contains(TokenFlags::TIME),
            Self::Amount => flags.contains(TokenFlags::NUMBER) && !flags.contains(TokenFlags::TIME),
            Self::Name => flags.contains(TokenFlags::NAME),
        }
    }
}

impl SentenceEvidence {
    /// Computes the distances between the values and the terms found in the sentence.
    fn measure_values(&mut self, found: &[TermOccurrence]) {
        for value in &mut self.values {
            let distances = found
                .iter()
                .map(|one| one.position.abs_diff(value.position));
            value.distance = distances.min().unwrap_or(u32::MAX);
        }
        let nearest = self.values.iter().map(|value| value.distance).min();
        self.kind_distance = nearest.filter(|&distance| distance < u32::MAX);
    }

    /// Whether the sentence contains a value of the kind the question asks for.
    pub(super) fn has_kind(&self) -> bool {
        !self.values.is_empty()
    }
}

impl Evidence {
    pub(super) fn in_sentence(&self, sentence: &SentenceEvidence) -> &[TermOccurrence] {
        self.occurrences
            .get(sentence.occurrences.clone())
            .unwrap_or_default()
    }

    /// Terms in the text, a heading or the title.
    pub(super) fn anywhere(&self) -> Terms {
        self.text.or(self.title)
    }

    /// The byte ranges to highlight: disjoint and in order.
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
