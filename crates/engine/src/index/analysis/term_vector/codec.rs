//! A term vector's binary format. Small numbers take one byte, and equal hashes are stored once.
//!
//! Hashes do not compress, so a token's first byte says which of its four hashes follow. Most
//! tokens take 15 bytes instead of 28.

use crate::article::Trust;
use crate::index::bytes::{self, Bytes};
use crate::language::Language;

use super::{Form, Occurrence, TermVector, TokenFlags};

// The first byte of a token: its flags, and what is left out because it can be derived.

/// The bits of [`TokenFlags`].
const FLAGS: u8 = 0x0f;

/// The stem equals the exact form.
const SAME_STEM: u8 = 0x10;

/// The token does not directly follow the one before it, so its offset and position are stored in
/// full.
const DETACHED: u8 = 0x20;

/// How far the two bits are shifted that say which prefixes are stored.
const PREFIXES: u8 = 6;

/// The word is too short for either.
const NO_PREFIX: u8 = 0;

/// The short prefix is the whole word.
const SHORT_IS_WORD: u8 = 1;

/// The longer prefix is the whole word.
const LONG_IS_WORD: u8 = 2;

/// The word is longer than both.
const BOTH_PREFIXES: u8 = 3;

impl Form {
    /// The bits at [`PREFIXES`].
    fn prefixes(self) -> u8 {
        match (self.prefix, self.short_prefix) {
            (0, 0) => NO_PREFIX,
            (0, short) if short == self.exact => SHORT_IS_WORD,
            (long, _) if long == self.exact => LONG_IS_WORD,
            _ => BOTH_PREFIXES,
        }
    }

    fn write(self, out: &mut Vec<u8>, flags: u8) {
        bytes::put_hash(out, self.exact);
        if flags & SAME_STEM == 0 {
            bytes::put_hash(out, self.stem);
        }
        if flags >> PREFIXES >= LONG_IS_WORD {
            bytes::put_hash(out, self.short_prefix);
        }
        if flags >> PREFIXES == BOTH_PREFIXES {
            bytes::put_hash(out, self.prefix);
        }
    }

    fn read(bytes: &mut Bytes<'_>, flags: u8) -> Option<Self> {
        let exact = bytes.hash()?;
        let stem = if flags & SAME_STEM == 0 {
            bytes.hash()?
        } else {
            exact
        };
        let (prefix, short_prefix) = match flags >> PREFIXES {
            NO_PREFIX => (0, 0),
            SHORT_IS_WORD => (0, exact),
            LONG_IS_WORD => (exact, bytes.hash()?),
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
        let same_stem = if self.stem == self.exact {
            SAME_STEM
        } else {
            0
        };
        same_stem | self.prefixes() << PREFIXES
    }
}

impl TermVector {
    /// Encodes it for storage.
    #[must_use]
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
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
                form.write(&mut out, form.flags());
            }
        }
        bytes::put(&mut out, bytes::length(self.sentence_ends.len()));
        let mut previous = 0u32;
        for &end in &self.sentence_ends {
            bytes::put(&mut out, end.wrapping_sub(previous));
            previous = end;
        }
        bytes::put(&mut out, bytes::length(self.tokens.len()));
        let (mut end, mut position) = (0u32, u32::MAX);
        for token in &self.tokens {
            let follows = token.start >= end && token.position == position.wrapping_add(1);
            let detached = if follows { 0 } else { DETACHED };
            let flags = token.flags.0 & FLAGS | detached | token.form.flags();
            out.push(flags);
            token.form.write(&mut out, flags);
            if follows {
                bytes::put(&mut out, token.start - end);
            } else {
                bytes::put(&mut out, token.start);
                bytes::put(&mut out, token.position);
            }
            bytes::put(&mut out, token.end.saturating_sub(token.start));
            (end, position) = (token.end, token.position);
        }
        out
    }

    /// Decodes it; `None` for bytes that [`TermVector::to_bytes`] did not write.
    #[must_use]
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
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
        let mut previous = 0u32;
        let sentence_ends = (0..bytes.count()?)
            .map(|_| {
                previous = previous.wrapping_add(bytes.number()?);
                Some(previous)
            })
            .collect::<Option<_>>()?;
        let count = bytes.count()?;
        let mut tokens = Vec::with_capacity(count);
        let (mut end, mut token_position) = (0u32, u32::MAX);
        for _ in 0..count {
            let flags = bytes.byte()?;
            let form = Form::read(bytes, flags)?;
            let start = if flags & DETACHED == 0 {
                token_position = token_position.wrapping_add(1);
                end.checked_add(bytes.number()?)?
            } else {
                let start = bytes.number()?;
                token_position = bytes.number()?;
                start
            };
            end = start.checked_add(bytes.number()?)?;
            tokens.push(Occurrence {
                form,
                start,
                end,
                position: token_position,
                flags: TokenFlags(flags & FLAGS),
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

    fn vector(text: &str) -> TermVector {
        Hit::sample("Plants", text).term_vector
    }

    #[test]
    fn decoding_restores_what_was_encoded() {
        let made = vector("The Polestar 1 was built in Chengdu. It ended in December 2021.");
        assert_eq!(TermVector::from_bytes(&made.to_bytes()), Some(made.clone()));
        let bytes = made.to_bytes();
        for length in 0..bytes.len() {
            assert_eq!(
                TermVector::from_bytes(&bytes[..length]),
                None,
                "cut at {length}"
            );
        }
    }

    #[test]
    fn any_script_and_any_token_survives_a_round_trip() {
        for text in [
            "Polestars 1 och 2, byggda 2019 i Göteborg; 30 000 bilar. Bil.",
            "成都工厂 makes the Polestar 1 and 2. โรงงานผลิต.",
            "a ab abc abcd abcde abcdef's of the US. 3.5 ’tis.",
        ] {
            let made = vector(text);
            assert_eq!(TermVector::from_bytes(&made.to_bytes()), Some(made));
        }
        let mut odd = vector("One two three.");
        odd.tokens[1].start = 0;
        odd.tokens[2].position = 9;
        odd.tokens[2].form.prefix = 0;
        odd.day = Some(-3);
        assert_eq!(TermVector::from_bytes(&odd.to_bytes()), Some(odd));
    }
}
