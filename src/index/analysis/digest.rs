//! A passage as ranking sees it: its tokens and those above it, as numbers.
//!
//! Made when a passage is indexed and stored beside it, so that no question analyses text again.
//! Words are compared by 32-bit hashes: two different ones of a question and a passage share one
//! once in four thousand million times, which no ranking notices.

use crate::article::{Source, Trust};
use crate::language::Language;
use crate::passage::Passage;

use super::{Token, numbers, tokens};

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
    /// Among content words; see [`Token::position`].
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
    pub fn of(token: &Token) -> Self {
        Self {
            stem: hash(&token.stem),
            exact: hash(&token.exact),
            prefix: prefix(&token.exact),
            short_prefix: short_prefix(&token.exact),
        }
    }
}

impl Form {
    fn values(self) -> [u32; 4] {
        [self.stem, self.exact, self.prefix, self.short_prefix]
    }
}

impl Digest {
    #[must_use]
    pub fn of(source: &Source, passage: &Passage) -> Self {
        Self::with_tokens(source, passage, &tokens(&passage.text, source.language))
    }

    /// For whoever has the text's tokens already.
    #[must_use]
    pub fn with_tokens(source: &Source, passage: &Passage, tokens: &[Token]) -> Self {
        let forms = |text: &str| {
            let found = super::tokens(text, source.language);
            found.iter().map(Form::of).collect::<Vec<_>>()
        };
        let starts: Vec<usize> = passage.sentences.iter().map(|range| range.start).collect();
        let after = tokens.iter().skip(1).map(Some).chain([None]);
        let words = tokens
            .iter()
            .zip(after)
            .map(|(token, after)| Word {
                form: Form::of(token),
                start: number(token.range.start),
                end: number(token.range.end),
                position: token.position,
                marks: marks(token, after, &passage.text, &starts),
            })
            .collect();
        let sentence_ends = passage
            .sentences
            .iter()
            .map(|range| number(tokens.partition_point(|token| token.range.start < range.end)))
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
            headings: passage
                .headings
                .iter()
                .flat_map(|text| forms(text))
                .collect(),
            title: forms(&source.title),
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

fn marks(token: &Token, after: Option<&Token>, text: &str, sentence_starts: &[usize]) -> Marks {
    let written = text.get(token.range.clone()).unwrap_or_default();
    let opens = sentence_starts.binary_search(&token.range.start).is_ok();
    let capital = written.chars().next().is_some_and(char::is_uppercase);
    // The 3 of a "Polestar 3" is no quantity.
    let named =
        after.is_some_and(|after| after.position == token.position && is_numbered(&after.exact));
    Marks::default()
        .with(Marks::NAME, capital && !opens)
        .with(Marks::NUMBER, numbers::is_number(&token.exact) && !named)
        .with(Marks::NUMBERED, is_numbered(&token.exact))
        .with(Marks::TIME, numbers::is_time(&token.exact, capital))
}

/// Whether a word is letters and then digits.
#[must_use]
pub fn is_numbered(exact: &str) -> bool {
    let name = exact.trim_end_matches(|letter: char| letter.is_ascii_digit());
    name.len() < exact.len() && !name.is_empty() && name.chars().all(char::is_alphabetic)
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
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

impl Digest {
    /// As it is stored: little-endian numbers behind their counts.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(64 + self.tokens.len() * 28);
        let mut put = |value: u32| out.extend_from_slice(&value.to_le_bytes());
        let trust = match self.trust {
            Trust::Low => 0,
            Trust::Normal => 1,
            Trust::High => 2,
        };
        let language = Language::ALL
            .iter()
            .position(|&known| known == self.language)
            .unwrap_or(Language::ALL.len());
        let day = self.day.map_or(u32::MAX, i32::cast_unsigned);
        for value in [
            self.article,
            self.text,
            self.position,
            trust,
            day,
            number(language),
        ] {
            put(value);
        }
        for forms in [&self.title, &self.headings] {
            put(number(forms.len()));
            for form in forms {
                for value in form.values() {
                    put(value);
                }
            }
        }
        put(number(self.sentence_ends.len()));
        self.sentence_ends.iter().copied().for_each(&mut put);
        put(number(self.tokens.len()));
        for word in &self.tokens {
            // A token has at most 255 words of 64 letters between its ends.
            let length = word.end.saturating_sub(word.start).min(0x00ff_ffff);
            let last = length << 8 | u32::from(word.marks.0);
            for value in word.form.values() {
                put(value);
            }
            for value in [word.start, word.position, last] {
                put(value);
            }
        }
        out
    }

    /// `None` for what [`Digest::to_bytes`] did not make.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut numbers = bytes
            .chunks_exact(4)
            .filter_map(|chunk| Some(u32::from_le_bytes(chunk.try_into().ok()?)));
        let next = &mut numbers;
        let (article, text, position) = (next.next()?, next.next()?, next.next()?);
        let trust = match next.next()? {
            0 => Trust::Low,
            1 => Trust::Normal,
            _ => Trust::High,
        };
        let day = next
            .next()
            .map(|day| (day != u32::MAX).then_some(day.cast_signed()))?;
        let language = usize::try_from(next.next()?).ok()?;
        let language = Language::ALL
            .get(language)
            .copied()
            .unwrap_or(Language::Other);
        let title = forms(next)?;
        let headings = forms(next)?;
        let sentences = next.next()?;
        let sentence_ends = (0..sentences).map(|_| next.next()).collect::<Option<_>>()?;
        let count = next.next()?;
        let mut tokens = Vec::with_capacity(usize::try_from(count).ok()?.min(bytes.len() / 28));
        for _ in 0..count {
            let form = form(next)?;
            let (start, position, last) = (next.next()?, next.next()?, next.next()?);
            tokens.push(Word {
                form,
                start,
                end: start.saturating_add(last >> 8),
                position,
                marks: Marks(u8::try_from(last & 0xff).ok()?),
            });
        }
        Some(Self {
            article,
            text,
            position,
            trust,
            day,
            language,
            tokens,
            sentence_ends,
            headings,
            title,
        })
    }
}

fn forms(numbers: &mut impl Iterator<Item = u32>) -> Option<Vec<Form>> {
    let count = numbers.next()?;
    (0..count).map(|_| form(numbers)).collect()
}

fn form(numbers: &mut impl Iterator<Item = u32>) -> Option<Form> {
    Some(Form {
        stem: numbers.next()?,
        exact: numbers.next()?,
        prefix: numbers.next()?,
        short_prefix: numbers.next()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Hit;

    fn digest(text: &str) -> Digest {
        Hit::sample("Plants", text).digest
    }

    #[test]
    fn it_comes_back_from_its_bytes_as_it_was() {
        let made = digest("The Polestar 1 was built in Chengdu. It ended in December 2021.");
        assert_eq!(Digest::from_bytes(&made.to_bytes()), Some(made.clone()));
        let bytes = made.to_bytes();
        assert_eq!(Digest::from_bytes(&bytes[..bytes.len() - 5]), None);
        assert_eq!(Digest::from_bytes(&[]), None);
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
