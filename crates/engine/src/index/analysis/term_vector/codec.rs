//! A digest as bytes: small numbers small, and no hash twice.
//!
//! Hashes cannot be packed any further, so what is stored of a token is which of its four there are
//! at all; see the first byte. It takes 15 bytes instead of 28, most of the time.

use crate::article::Trust;
use crate::index::bytes::{self, Bytes};
use crate::language::Language;

use super::{Digest, Form, Marks, Word};

// How a token is stored, in its first byte: its marks, and which of the rest is not repeated.
const MARKS: u8 = 0x0f;
/// Its stem is its exact form.
const UNCHANGED: u8 = 0x10;
/// It does not follow the one before it: its place is stored in full.
const APART: u8 = 0x20;
/// Its beginnings, in two bits: there are none; the short one is all of it; the longer one is all of
/// it; there is more.
const BEGINNINGS: u8 = 6;
const NO_BEGINNING: u8 = 0;
const SHORT_IS_ALL: u8 = 1;
const LONG_IS_ALL: u8 = 2;
const BOTH: u8 = 3;

impl Form {
    /// What [`BEGINNINGS`] says of it.
    fn beginnings(self) -> u8 {
        match (self.prefix, self.short_prefix) {
            (0, 0) => NO_BEGINNING,
            (0, short) if short == self.exact => SHORT_IS_ALL,
            (long, _) if long == self.exact => LONG_IS_ALL,
            _ => BOTH,
        }
    }

    fn put(self, out: &mut Vec<u8>, flags: u8) {
        bytes::put_hash(out, self.exact);
        if flags & UNCHANGED == 0 {
            bytes::put_hash(out, self.stem);
        }
        if flags >> BEGINNINGS >= LONG_IS_ALL {
            bytes::put_hash(out, self.short_prefix);
        }
        if flags >> BEGINNINGS == BOTH {
            bytes::put_hash(out, self.prefix);
        }
    }

    fn read(bytes: &mut Bytes<'_>, flags: u8) -> Option<Self> {
        let exact = bytes.hash()?;
        let stem = if flags & UNCHANGED == 0 {
            bytes.hash()?
        } else {
            exact
        };
        let (prefix, short_prefix) = match flags >> BEGINNINGS {
            NO_BEGINNING => (0, 0),
            SHORT_IS_ALL => (0, exact),
            LONG_IS_ALL => (exact, bytes.hash()?),
            _ => {
                let short_prefix = bytes.hash()?;
                (bytes.hash()?, short_prefix)
            }
        };
        Some(Self {
            stem,
            exact,
            prefix,
            short_prefix,
        })
    }

    fn flags(self) -> u8 {
        let unchanged = if self.stem == self.exact {
            UNCHANGED
        } else {
            0
        };
        unchanged | self.beginnings() << BEGINNINGS
    }
}

impl Digest {
    /// As it is stored. A token takes about 15 bytes: hashes cannot be packed, so each is there once.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(64 + self.tokens.len() * 20);
        let trust = match self.trust {
            Trust::Low => 0,
            Trust::Normal => 1,
            Trust::High => 2,
        };
        let language = Language::ALL
            .iter()
            .position(|&known| known == self.language)
            .unwrap_or(Language::ALL.len());
        bytes::put_hash(&mut out, self.article);
        bytes::put_hash(&mut out, self.text);
        bytes::put_hash(&mut out, self.day.map_or(u32::MAX, i32::cast_unsigned));
        for value in [self.position, trust, bytes::length(language)] {
            bytes::put(&mut out, value);
        }
        for forms in [&self.title, &self.headings] {
            bytes::put(&mut out, bytes::length(forms.len()));
            for form in forms {
                out.push(form.flags());
                form.put(&mut out, form.flags());
            }
        }
        bytes::put(&mut out, bytes::length(self.sentence_ends.len()));
        let mut before = 0u32;
        for &end in &self.sentence_ends {
            bytes::put(&mut out, end.wrapping_sub(before));
            before = end;
        }
        bytes::put(&mut out, bytes::length(self.tokens.len()));
        let (mut end, mut position) = (0u32, u32::MAX);
        for word in &self.tokens {
            let follows = word.start >= end && word.position == position.wrapping_add(1);
            let apart = if follows { 0 } else { APART };
            let flags = word.marks.0 & MARKS | apart | word.form.flags();
            out.push(flags);
            word.form.put(&mut out, flags);
            if follows {
                bytes::put(&mut out, word.start - end);
            } else {
                bytes::put(&mut out, word.start);
                bytes::put(&mut out, word.position);
            }
            bytes::put(&mut out, word.end.saturating_sub(word.start));
            (end, position) = (word.end, word.position);
        }
        out
    }

    /// `None` for what [`Digest::to_bytes`] did not make.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let bytes = &mut Bytes::new(bytes);
        let (article, text, day) = (bytes.hash()?, bytes.hash()?, bytes.hash()?);
        let day = (day != u32::MAX).then_some(day.cast_signed());
        let position = bytes.number()?;
        let trust = match bytes.number()? {
            0 => Trust::Low,
            1 => Trust::Normal,
            _ => Trust::High,
        };
        let language = usize::try_from(bytes.number()?).ok()?;
        let language = Language::ALL
            .get(language)
            .copied()
            .unwrap_or(Language::Other);
        let title = forms(bytes)?;
        let headings = forms(bytes)?;
        let mut before = 0u32;
        let sentence_ends = (0..bytes.count()?)
            .map(|_| {
                before = before.wrapping_add(bytes.number()?);
                Some(before)
            })
            .collect::<Option<_>>()?;
        let count = bytes.count()?;
        let mut tokens = Vec::with_capacity(count);
        let (mut end, mut place) = (0u32, u32::MAX);
        for _ in 0..count {
            let flags = bytes.byte()?;
            let form = Form::read(bytes, flags)?;
            let start = if flags & APART == 0 {
                place = place.wrapping_add(1);
                end.checked_add(bytes.number()?)?
            } else {
                let start = bytes.number()?;
                place = bytes.number()?;
                start
            };
            end = start.checked_add(bytes.number()?)?;
            tokens.push(Word {
                form,
                start,
                end,
                position: place,
                marks: Marks(flags & MARKS),
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

fn forms(bytes: &mut Bytes<'_>) -> Option<Vec<Form>> {
    (0..bytes.count()?)
        .map(|_| {
            let flags = bytes.byte()?;
            Form::read(bytes, flags)
        })
        .collect()
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
        for length in 0..bytes.len() {
            assert_eq!(
                Digest::from_bytes(&bytes[..length]),
                None,
                "cut at {length}"
            );
        }
    }

    #[test]
    fn any_script_and_any_token_comes_back() {
        for text in [
            "Polestars 1 och 2, byggda 2019 i Göteborg; 30 000 bilar. Bil.",
            "成都工厂 makes the Polestar 1 and 2. โรงงานผลิต.",
            "a ab abc abcd abcde abcdef's of the US. 3.5 ’tis.",
        ] {
            let made = digest(text);
            assert_eq!(Digest::from_bytes(&made.to_bytes()), Some(made));
        }
        let mut odd = digest("One two three.");
        odd.tokens[1].start = 0;
        odd.tokens[2].position = 9;
        odd.tokens[2].form.prefix = 0;
        odd.day = Some(-3);
        assert_eq!(Digest::from_bytes(&odd.to_bytes()), Some(odd));
    }
}
