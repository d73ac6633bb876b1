//! The words of a generation, for words that it does not have.

use std::cmp::Reverse;

use tantivy::Searcher;
use tantivy::schema::Field;

use super::IndexError;
use super::analysis::spelling::distance;

/// A shorter word is left alone: too many words are one letter away from it.
const MIN_CORRECTED_CHARS: usize = 4;

/// From this length on, a word may have two wrong letters.
const TWO_ERRORS_CHARS: usize = 8;

/// A shorter word is not taken for one with another first letter: "winter" is no "hinter".
const OTHER_START_CHARS: usize = 7;

/// From this length on, a word may lack its first letter, have one too many before it, or have the
/// first two swapped.
const LOST_START_CHARS: usize = 5;

/// Words as they were written, folded.
///
/// A large corpus has a million of them, and a word that it does not have is held against all:
/// so they are one text, in order, and what rules most of them out at a glance, their length and
/// their letters, lies side by side. That is 20 bytes a word beside its text.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// All words, in order, without anything between them.
    text: String,
    /// Where each ends in `text`.
    ends: Vec<u32>,
    /// How many passages hold each.
    passages: Vec<u32>,
    /// Words by the number of their characters.
    by_chars: Vec<Alike>,
    /// Words that are a name and a number: "polestar3".
    numbered: Vec<u32>,
}

/// Words of the same length, in order.
#[derive(Debug, Default)]
struct Alike {
    words: Vec<u32>,
    /// A bit a letter.
    letters: Vec<u64>,
}

impl Vocabulary {
    pub(super) fn read(searcher: &Searcher, field: Field) -> Result<Self, IndexError> {
        let parts = searcher.segment_readers().iter();
        let parts: Vec<_> = parts
            .map(|part| part.inverted_index(field))
            .collect::<Result<_, _>>()?;
        let mut streams = Vec::new();
        for part in &parts {
            let mut stream = part.terms().stream().map_err(IndexError::engine_io)?;
            if stream.advance() {
                streams.push(stream);
            }
        }
        let mut all = Self::default();
        let mut word = Vec::new();
        while let Some(first) = streams.iter().map(|stream| stream.key()).min() {
            word.clear();
            word.extend_from_slice(first);
            let mut passages = 0u32;
            streams.retain_mut(|stream| {
                if stream.key() != word {
                    return true;
                }
                passages = passages.saturating_add(stream.value().doc_freq);
                stream.advance()
            });
            if let Ok(word) = std::str::from_utf8(&word) {
                all.add(word, passages);
            }
        }
        Ok(all)
    }

    /// Words are added in order.
    fn add(&mut self, word: &str, passages: u32) {
        let chars = word.chars().count();
        // Nothing asks for shorter ones. 4 GiB of words are not to be had.
        let (Ok(place), Ok(end)) = (
            u32::try_from(self.ends.len()),
            u32::try_from(self.text.len() + word.len()),
        ) else {
            return;
        };
        if chars + 1 < MIN_CORRECTED_CHARS {
            return;
        }
        self.text.push_str(word);
        self.ends.push(end);
        self.passages.push(passages);
        if self.by_chars.len() <= chars {
            self.by_chars.resize_with(chars + 1, Alike::default);
        }
        if let Some(alike) = self.by_chars.get_mut(chars) {
            alike.words.push(place);
            alike.letters.push(letters(word));
        }
        if is_numbered(word) {
            self.numbered.push(place);
        }
    }

    fn word(&self, place: u32) -> &str {
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        let end = |place: usize| {
            let end = self.ends.get(place).copied().unwrap_or_default();
            usize::try_from(end).unwrap_or(usize::MAX)
        };
        let start = place.checked_sub(1).map_or(0, end);
        self.text.get(start..end(place)).unwrap_or_default()
    }

    fn passages(&self, place: u32) -> u32 {
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        self.passages.get(place).copied().unwrap_or_default()
    }

    /// The word that was probably meant: fewest wrong letters, then the same first letter, then
    /// the more common one. `None` for short words, numbers, and what is like nothing here.
    pub(super) fn similar(&self, word: &str) -> Option<&str> {
        let chars = word.chars().count();
        if chars < MIN_CORRECTED_CHARS || word.contains(|letter: char| letter.is_ascii_digit()) {
            return None;
        }
        let mut most = if chars < TWO_ERRORS_CHARS { 1 } else { 2 };
        let wanted = letters(word);
        let first = word.chars().next();
        let alike = self.by_chars.get(chars - most..).unwrap_or_default();
        let mut best = None;
        for Alike { words, letters } in alike.iter().take(2 * most + 1) {
            for (&place, &letters) in words.iter().zip(letters) {
                // A changed letter takes one bit away and adds one.
                if (letters ^ wanted).count_ones() as usize > 2 * most {
                    continue;
                }
                let known = self.word(place);
                let Some(errors) = distance(word, known, most) else {
                    continue;
                };
                let other_start = known.chars().next() != first;
                if other_start && chars < OTHER_START_CHARS {
                    let slipped = chars >= LOST_START_CHARS && is_slip_at_start(word, known);
                    if !slipped {
                        continue;
                    }
                }
                most = most.min(errors);
                let common = Reverse(self.passages(place));
                let found = (errors, other_start, common, place);
                if best.is_none_or(|best| found < best) {
                    best = Some(found);
                }
            }
        }
        best.map(|(.., place)| self.word(place))
    }

    /// The name that most often stands before a number: "polestar3" for "3".
    pub(super) fn named(&self, number: &str) -> Option<&str> {
        let numbered = self.numbered.iter().copied();
        numbered
            .filter(|&place| {
                let name = self.word(place).strip_suffix(number);
                name.is_some_and(|name| name.chars().all(char::is_alphabetic))
            })
            .max_by_key(|&place| self.passages(place))
            .map(|place| self.word(place))
    }
}

/// Whether a word is a name that could be corrected, and something that is no letter after it.
fn is_numbered(word: &str) -> bool {
    let number = word.trim_start_matches(char::is_alphabetic);
    let name = word.strip_suffix(number).unwrap_or_default();
    !number.is_empty() && name.chars().count() >= MIN_CORRECTED_CHARS
}

/// Whether two words differ by a letter before the first, or by the order of the first two.
fn is_slip_at_start(one: &str, other: &str) -> bool {
    let rest = |word: &str, letters: usize| word.chars().skip(letters).collect::<String>();
    let start = |word: &str| {
        let mut letters = word.chars();
        (letters.next(), letters.next())
    };
    let swapped = {
        let ((a, b), (c, d)) = (start(one), start(other));
        a == d && b == c && rest(one, 2) == rest(other, 2)
    };
    rest(one, 1) == other || rest(other, 1) == one || swapped
}

fn letters(word: &str) -> u64 {
    word.chars()
        .fold(0, |bits, letter| bits | 1 << (u32::from(letter) % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(words: &[(&str, u32)]) -> Vocabulary {
        let mut sorted = words.to_vec();
        sorted.sort_unstable();
        let mut all = Vocabulary::default();
        for (word, passages) in sorted {
            all.add(word, passages);
        }
        all
    }

    #[test]
    fn fewest_errors_win_then_the_start_then_the_more_common_word() {
        let known = vocabulary(&[
            ("building", 3),
            ("buildings", 9),
            ("guilding", 50),
            ("bulding", 1),
            ("winter", 4),
            ("hinter", 9),
            ("a", 99),
        ]);
        assert_eq!(known.similar("bulidings"), Some("buildings"));
        assert_eq!(known.similar("buildimg"), Some("building"));
        assert_eq!(known.similar("uilding"), Some("guilding"));
        assert_eq!(known.similar("wimter"), Some("winter"));
        assert_eq!(known.similar("xinter"), None, "another first letter");
        assert_eq!(known.similar("winters"), Some("winter"));
        assert_eq!(known.similar("bu1lding"), None);
        assert_eq!(known.similar("aa"), None);
    }

    #[test]
    fn a_number_has_the_name_that_most_often_stands_before_it() {
        let known = vocabulary(&[
            ("polestar3", 7),
            ("model3", 7),
            ("polestar13", 90),
            ("abc3", 90),
            ("3", 90),
        ]);
        assert_eq!(known.named("3"), Some("polestar3"), "the last of equals");
        assert_eq!(known.named("13"), Some("polestar13"));
        assert_eq!(known.named("4"), None);
    }
}
