//! A passage as ranking sees it: its tokens and those above it, as numbers.
//!
//! Made when a passage is indexed and stored beside it, so that no question analyses text again.
//! Words are compared by 32-bit hashes: two different ones of a question and a passage share one
//! once in four thousand million times, which no ranking notices.

use crate::article::{Source, Trust};
use crate::language::Language;
use crate::passage::Passage;

use super::{Analyzer, Found, numbers};
use crate::index::bytes;

mod stored;

/// Letters of the beginning that related words share: "Norman" and "Normandy".
const PREFIX_CHARS: usize = 5;

/// As [`PREFIX_CHARS`], for more distant relatives: "marry" and "marriage".
const SHORT_PREFIX_CHARS: usize = 4;

/// A passage in numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// The same for passages of one article.
    pub article: u32,
    /// The same for passages with the same text.
    pub text: u32,
    /// Of the passage in its article, from 0.
    pub position: u32,
    pub trust: Trust,
    /// Days since 1970 of the article's shown date.
    pub day: Option<i32>,
    pub language: Language,
    /// In reading order.
    pub tokens: Vec<Word>,
    /// For each sentence, the number of tokens before its end.
    pub sentence_ends: Vec<u32>,
    /// Of the headings above the passage.
    pub headings: Vec<Form>,
    pub title: Vec<Form>,
}

/// A word's forms as hashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    pub stem: u32,
    pub exact: u32,
    /// Of the word's beginning; 0 for a shorter word.
    pub prefix: u32,
    /// Of less of its beginning.
    pub short_prefix: u32,
}

/// A token of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    pub form: Form,
    /// Bytes of the passage's text.
    pub start: u32,
    pub end: u32,
    /// Among content words; see [`super::Token::position`].
    pub position: u32,
    pub marks: Marks,
}

/// What a token looks like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks(u8);

impl Marks {
    /// Begins with a capital letter, and not because it begins a sentence.
    pub const NAME: Self = Self(1);
    /// A number, in digits or as a word.
    pub const NUMBER: Self = Self(2);
    /// A year or a month.
    pub const TIME: Self = Self(4);
    /// A name with its number: "Polestar 3".
    pub const NUMBERED: Self = Self(8);

    #[must_use]
    pub fn has(self, mark: Self) -> bool {
        self.0 & mark.0 != 0
    }

    fn with(self, mark: Self, holds: bool) -> Self {
        if holds { Self(self.0 | mark.0) } else { self }
    }
}

impl Form {
    #[must_use]
    pub fn new(stem: &str, exact: &str) -> Self {
        Self {
            stem: hash(stem),
            exact: hash(exact),
            prefix: prefix(exact),
            short_prefix: short_prefix(exact),
        }
    }
}

/// What a word looks like by itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Looks {
    number: bool,
    numbered: bool,
    /// A year or a month, as it stands and with a capital letter.
    time: bool,
    capital_time: bool,
}

impl Looks {
    pub(super) fn of(exact: &str) -> Self {
        Self {
            number: numbers::is_number(exact),
            numbered: is_numbered(exact),
            time: numbers::is_time(exact, false),
            capital_time: numbers::is_time(exact, true),
        }
    }
}

impl Digest {
    #[must_use]
    pub fn of(source: &Source, passage: &Passage) -> Self {
        let mut analyzer = Analyzer::once(source.language, source.language);
        let found = analyzer.read(&passage.text);
        let mut forms = |text: &str| {
            let found = analyzer.read(text);
            found.iter().map(Found::form).collect::<Vec<_>>()
        };
        let title = forms(&source.title);
        let headings: Vec<Vec<Form>> = passage.headings.iter().map(|text| forms(text)).collect();
        Self::made(source, passage, &found, title, headings.concat())
    }

    /// Of the tokens of a passage's text, and the forms of what stands above it.
    pub(in crate::index) fn made(
        source: &Source,
        passage: &Passage,
        tokens: &[Found],
        title: Vec<Form>,
        headings: Vec<Form>,
    ) -> Self {
        let starts: Vec<usize> = passage.sentences.iter().map(|range| range.start).collect();
        let after = tokens.iter().skip(1).map(Some).chain([None]);
        let words = tokens
            .iter()
            .zip(after)
            .map(|(token, after)| Word {
                form: token.form(),
                start: bytes::length(token.range.start),
                end: bytes::length(token.range.end),
                position: token.position,
                marks: marks(token, after, &passage.text, &starts),
            })
            .collect();
        let sentence_ends = passage
            .sentences
            .iter()
            .map(|range| {
                bytes::length(tokens.partition_point(|token| token.range.start < range.end))
            })
            .collect();
        Self {
            article: hash(&source.path),
            text: hash(&passage.text),
            position: passage.position,
            trust: source.trust,
            day: source.shown_date().map(|date| {
                let since = date.duration_since(jiff::civil::date(1970, 1, 1));
                i32::try_from(since.as_hours() / 24).unwrap_or(0)
            }),
            language: source.language,
            tokens: words,
            sentence_ends,
            headings,
            title,
        }
    }

    /// The tokens of a sentence.
    #[must_use]
    pub fn sentence(&self, index: usize) -> &[Word] {
        let end = |index: usize| {
            let end = self.sentence_ends.get(index).copied().unwrap_or_default();
            usize::try_from(end).unwrap_or(usize::MAX)
        };
        let start = index.checked_sub(1).map_or(0, end);
        self.tokens.get(start..end(index)).unwrap_or_default()
    }
}

fn marks(token: &Found, after: Option<&Found>, text: &str, sentence_starts: &[usize]) -> Marks {
    let written = text.get(token.range.clone()).unwrap_or_default();
    let opens = sentence_starts.binary_search(&token.range.start).is_ok();
    let capital = written.chars().next().is_some_and(char::is_uppercase);
    let (_, looks) = token.reading.form();
    // The 3 of a "Polestar 3" is no quantity.
    let named = looks.number
        && after.is_some_and(|after| {
            after.position == token.position && after.reading.form().1.numbered
        });
    let time = if capital {
        looks.capital_time
    } else {
        looks.time
    };
    Marks::default()
        .with(Marks::NAME, capital && !opens)
        .with(Marks::NUMBER, looks.number && !named)
        .with(Marks::NUMBERED, looks.numbered)
        .with(Marks::TIME, time)
}

/// Whether a word is letters and then digits.
#[must_use]
pub fn is_numbered(exact: &str) -> bool {
    let name = exact.trim_end_matches(|letter: char| letter.is_ascii_digit());
    name.len() < exact.len() && !name.is_empty() && name.chars().all(char::is_alphabetic)
}

/// FNV-1a (Fowler, Noll and Vo 1991), never 0.
#[must_use]
pub fn hash(text: &str) -> u32 {
    hash_of(text.bytes())
}

fn hash_of(bytes: impl Iterator<Item = u8>) -> u32 {
    let folded = bytes.fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    folded.max(1)
}

/// The hash of a word's beginning; 0 for a shorter word.
#[must_use]
pub fn prefix(exact: &str) -> u32 {
    beginning(exact, PREFIX_CHARS)
}

/// As [`prefix`], of less of the word.
#[must_use]
pub fn short_prefix(exact: &str) -> u32 {
    beginning(exact, SHORT_PREFIX_CHARS)
}

fn beginning(exact: &str, chars: usize) -> u32 {
    match exact.char_indices().nth(chars) {
        Some((end, _)) => hash_of(exact.bytes().take(end)),
        None if exact.chars().count() == chars => hash(exact),
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Hit;

    fn digest(text: &str) -> Digest {
        Hit::sample("Plants", text).digest
    }

    #[test]
    fn names_numbers_and_times_are_marked() {
        let made = digest("Sales grew. In June, twenty cars went to Oslo in 2021.");
        let marked = |mark| {
            made.tokens
                .iter()
                .filter(|word| word.marks.has(mark))
                .count()
        };
        assert_eq!(marked(Marks::NAME), 2);
        assert_eq!(marked(Marks::NUMBER), 2);
        assert_eq!(marked(Marks::TIME), 2);
    }

    #[test]
    fn related_words_share_their_beginning() {
        assert_eq!(prefix("norman"), prefix("normandy"));
        assert_eq!(prefix("oslo"), 0);
    }
}
