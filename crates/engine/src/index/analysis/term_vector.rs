//! A passage's term vector: its tokens in order, with positions, offsets and flags, and the words
//! of its headings and title.
//!
//! It is computed once, when the passage is indexed, and stored with it, so that ranking never
//! analyses text. Words are compared by 32-bit hashes. Two different words share a hash once in
//! four billion comparisons, too rarely for any ranking to notice.

use crate::article::{Source, Trust};
use crate::language::Language;
use crate::passage::Passage;

use super::{AnalysedToken, Analyzer, numbers};
use crate::index::bytes;

mod codec;

/// Letters of a prefix that related words share: "Norman" and "Normandy".
const PREFIX_CHARS: usize = 5;

/// As [`PREFIX_CHARS`], for more distantly related words: "marry" and "marriage".
const SHORT_PREFIX_CHARS: usize = 4;

/// A passage as ranking sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TermVector {
    /// A hash of the article's path.
    pub(crate) article: u32,
    /// A hash of the passage's text.
    pub(crate) text: u32,
    /// The passage's number in its article, from 0.
    pub(crate) position: u32,
    pub(crate) trust: Trust,
    /// The article's shown date, in days since 1970-01-01.
    pub(crate) day: Option<i32>,
    pub(crate) language: Language,
    /// In reading order.
    pub(crate) tokens: Vec<Occurrence>,
    /// For each sentence, the number of tokens that precede its end.
    pub(crate) sentence_ends: Vec<u32>,
    /// The words of the headings above the passage.
    pub(crate) headings: Vec<Form>,
    /// The words of the article's title.
    pub(crate) title: Vec<Form>,
}

/// The forms of a word, hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) stem: u32,
    pub(crate) exact: u32,
    /// Of the word's first [`PREFIX_CHARS`] letters; 0 for a shorter word.
    pub(crate) prefix: u32,
    /// Of the word's first [`SHORT_PREFIX_CHARS`] letters; 0 for a shorter word.
    pub(crate) short_prefix: u32,
}

/// An occurrence of a word in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Occurrence {
    pub(crate) form: Form,
    /// Where it begins in the passage's text, in bytes.
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// See [`super::Token::position`].
    pub(crate) position: u32,
    pub(crate) flags: TokenFlags,
}

/// What kind of word a token is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct TokenFlags(u8);

impl TokenFlags {
    /// Capitalised other than at the start of a sentence.
    pub(crate) const NAME: Self = Self(1);
    /// A number, in digits or as a word.
    pub(crate) const NUMBER: Self = Self(2);
    /// A year or a month.
    pub(crate) const TIME: Self = Self(4);
    /// A name with its number: "Polestar 3".
    pub(crate) const NUMBERED: Self = Self(8);

    #[must_use]
    pub(crate) fn contains(self, flag: Self) -> bool {
        self.0 & flag.0 != 0
    }

    fn with(self, flag: Self, set: bool) -> Self {
        if set { Self(self.0 | flag.0) } else { self }
    }
}

impl Form {
    #[must_use]
    pub(crate) fn new(stem: &str, exact: &str) -> Self {
        Self {
            stem: hash(stem),
            exact: hash(exact),
            prefix: prefix(exact),
            short_prefix: short_prefix(exact),
        }
    }
}

/// The flags that a word has whatever its context.
#[derive(Debug, Clone, Copy)]
pub(super) struct WordClass {
    number: bool,
    numbered: bool,
    /// A year or a month when written in lower case.
    time: bool,
    /// A year or a month when capitalised.
    capital_time: bool,
}

impl WordClass {
    pub(super) fn of(exact: &str) -> Self {
        Self {
            number: numbers::is_number(exact),
            numbered: is_numbered(exact),
            time: numbers::is_time(exact, false),
            capital_time: numbers::is_time(exact, true),
        }
    }
}

impl TermVector {
    #[must_use]
    pub(crate) fn of(source: &Source, passage: &Passage) -> Self {
        let mut analyzer = Analyzer::once(source.language, source.language);
        let found = analyzer.tokens(&passage.text);
        let mut forms = |text: &str| {
            let found = analyzer.tokens(text);
            found.iter().map(AnalysedToken::form).collect::<Vec<_>>()
        };
        let title = forms(&source.title);
        let headings: Vec<Vec<Form>> = passage.headings.iter().map(|text| forms(text)).collect();
        Self::from_tokens(source, passage, &found, title, headings.concat())
    }

    /// From the tokens of the passage's text and the words of its title and headings.
    pub(in crate::index) fn from_tokens(
        source: &Source,
        passage: &Passage,
        tokens: &[AnalysedToken],
        title: Vec<Form>,
        headings: Vec<Form>,
    ) -> Self {
        let starts: Vec<usize> = passage.sentences.iter().map(|range| range.start).collect();
        let after = tokens.iter().skip(1).map(Some).chain([None]);
        let occurrences = tokens
            .iter()
            .zip(after)
            .map(|(token, after)| Occurrence {
                form: token.form(),
                start: bytes::length(token.range.start),
                end: bytes::length(token.range.end),
                position: token.position,
                flags: flags(token, after, &passage.text, &starts),
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
            tokens: occurrences,
            sentence_ends,
            headings,
            title,
        }
    }

    /// The tokens of a sentence.
    #[must_use]
    pub(crate) fn sentence(&self, index: usize) -> &[Occurrence] {
        let end = |index: usize| {
            let end = self.sentence_ends.get(index).copied().unwrap_or_default();
            usize::try_from(end).unwrap_or(usize::MAX)
        };
        let start = index.checked_sub(1).map_or(0, end);
        self.tokens.get(start..end(index)).unwrap_or_default()
    }
}

fn flags(
    token: &AnalysedToken,
    after: Option<&AnalysedToken>,
    text: &str,
    sentence_starts: &[usize],
) -> TokenFlags {
    let written = text.get(token.range.clone()).unwrap_or_default();
    let opens_sentence = sentence_starts.binary_search(&token.range.start).is_ok();
    let capital = written.chars().next().is_some_and(char::is_uppercase);
    let (_, class) = token.reading.form();
    // The 3 in "Polestar 3" is not a quantity.
    let in_name = class.number
        && after.is_some_and(|after| {
            after.position == token.position && after.reading.form().1.numbered
        });
    let time = if capital {
        class.capital_time
    } else {
        class.time
    };
    TokenFlags::default()
        .with(TokenFlags::NAME, capital && !opens_sentence)
        .with(TokenFlags::NUMBER, class.number && !in_name)
        .with(TokenFlags::NUMBERED, class.numbered)
        .with(TokenFlags::TIME, time)
}

/// Whether a word is letters followed by digits.
#[must_use]
pub(crate) fn is_numbered(exact: &str) -> bool {
    let name = exact.trim_end_matches(|letter: char| letter.is_ascii_digit());
    name.len() < exact.len() && !name.is_empty() && name.chars().all(char::is_alphabetic)
}

/// FNV-1a (Fowler, Noll and Vo 1991), never 0.
#[must_use]
pub(crate) fn hash(text: &str) -> u32 {
    hash_of(text.bytes())
}

fn hash_of(bytes: impl Iterator<Item = u8>) -> u32 {
    let folded = bytes.fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    folded.max(1)
}

/// The hash of a word's first [`PREFIX_CHARS`] letters; 0 for a shorter word.
#[must_use]
pub(crate) fn prefix(exact: &str) -> u32 {
    hash_of_prefix(exact, PREFIX_CHARS)
}

/// The hash of a word's first [`SHORT_PREFIX_CHARS`] letters; 0 for a shorter word.
#[must_use]
pub(crate) fn short_prefix(exact: &str) -> u32 {
    hash_of_prefix(exact, SHORT_PREFIX_CHARS)
}

fn hash_of_prefix(exact: &str, chars: usize) -> u32 {
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

    fn vector(text: &str) -> TermVector {
        Hit::sample("Plants", text).term_vector
    }

    #[test]
    fn names_numbers_and_times_are_flagged() {
        let vector = vector("Sales grew. In June, twenty cars went to Oslo in 2021.");
        let flagged = |flag| {
            vector
                .tokens
                .iter()
                .filter(|token| token.flags.contains(flag))
                .count()
        };
        assert_eq!(flagged(TokenFlags::NAME), 2);
        assert_eq!(flagged(TokenFlags::NUMBER), 2);
        assert_eq!(flagged(TokenFlags::TIME), 2);
    }

    #[test]
    fn related_words_share_a_prefix() {
        assert_eq!(prefix("norman"), prefix("normandy"));
        assert_eq!(prefix("oslo"), 0);
    }
}
