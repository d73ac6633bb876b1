//! The words of a generation, for correcting words that it does not contain.

use std::cmp::Reverse;

use tantivy::Searcher;
use tantivy::schema::Field;

use super::IndexError;
use super::analysis::spelling::distance;

/// Shorter words are not corrected: too many words are one letter away from them.
const MIN_CORRECTED_CHARS: usize = 4;

/// Words of this length or more may have two errors.
const TWO_ERRORS_CHARS: usize = 8;

/// Shorter words are not corrected to one with another first letter: "winter" is not "hinter".
const OTHER_START_CHARS: usize = 7;

/// Words of this length or more may lack their first letter, have an extra one before it, or have
/// their first two swapped.
const LOST_START_CHARS: usize = 5;

/// Words as written, folded.
///
/// A large corpus has a million of them, and an unknown word is compared with all. So they are one
/// sorted text, and what rules most of them out, length and letters, lies close together. That
/// takes 20 bytes per word besides its text.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// All words, sorted, without separators.
    text: String,
    /// Where each word ends in `text`.
    ends: Vec<u32>,
    /// How many passages contain each word.
    doc_freqs: Vec<u32>,
    /// Words by their number of characters.
    by_chars: Vec<WordsOfLength>,
    /// Words that are a name with a number: "polestar3".
    numbered: Vec<u32>,
}

/// Words of the same length, sorted.
#[derive(Debug, Default)]
struct WordsOfLength {
    words: Vec<u32>,
    /// One bit per letter; see [`letters`].
    letters: Vec<u64>,
}

impl Vocabulary {
    pub(super) fn read(searcher: &Searcher, field: Field) -> Result<Self, IndexError> {
        let segments = searcher.segment_readers().iter();
        let indexes: Vec<_> = segments
            .map(|segment| segment.inverted_index(field))
            .collect::<Result<_, _>>()?;
        let mut streams = Vec::new();
        for index in &indexes {
            let mut stream = index.terms().stream().map_err(IndexError::engine_io)?;
            if stream.advance() {
                streams.push(stream);
            }
        }
        let mut all = Self::default();
        let mut word = Vec::new();
        while let Some(first) = streams.iter().map(|stream| stream.key()).min() {
            word.clear();
            word.extend_from_slice(first);
            let mut doc_freq = 0u32;
            streams.retain_mut(|stream| {
                if stream.key() != word {
                    return true;
                }
                doc_freq = doc_freq.saturating_add(stream.value().doc_freq);
                stream.advance()
            });
            if let Ok(word) = std::str::from_utf8(&word) {
                all.add(word, doc_freq);
            }
        }
        Ok(all)
    }

    /// Words must be added in sorted order.
    fn add(&mut self, word: &str, doc_freq: u32) {
        let chars = word.chars().count();
        // No corpus has 4 GiB of distinct words.
        let (Ok(index), Ok(end)) = (
            u32::try_from(self.ends.len()),
            u32::try_from(self.text.len() + word.len()),
        ) else {
            return;
        };
        // Nothing is corrected to anything shorter.
        if chars + 1 < MIN_CORRECTED_CHARS {
            return;
        }
        self.text.push_str(word);
        self.ends.push(end);
        self.doc_freqs.push(doc_freq);
        if self.by_chars.len() <= chars {
            self.by_chars.resize_with(chars + 1, WordsOfLength::default);
        }
        if let Some(same_length) = self.by_chars.get_mut(chars) {
            same_length.words.push(index);
            same_length.letters.push(letters(word));
        }
        if is_numbered(word) {
            self.numbered.push(index);
        }
    }

    fn word(&self, index: u32) -> &str {
        let index = usize::try_from(index).unwrap_or(usize::MAX);
        let end = |index: usize| {
            let end = self.ends.get(index).copied().unwrap_or_default();
            usize::try_from(end).unwrap_or(usize::MAX)
        };
        let start = index.checked_sub(1).map_or(0, end);
        self.text.get(start..end(index)).unwrap_or_default()
    }

    fn doc_freq(&self, index: u32) -> u32 {
        let index = usize::try_from(index).unwrap_or(usize::MAX);
        self.doc_freqs.get(index).copied().unwrap_or_default()
    }

    /// The word that was probably meant: fewest errors first, then the same first letter, then the
    /// more common word. `None` for short words, numbers, and words that resemble no other.
    pub(super) fn similar(&self, word: &str) -> Option<&str> {
        let chars = word.chars().count();
        if chars < MIN_CORRECTED_CHARS || word.contains(|letter: char| letter.is_ascii_digit()) {
            return None;
        }
        let mut max_errors = if chars < TWO_ERRORS_CHARS { 1 } else { 2 };
        let wanted = letters(word);
        let first = word.chars().next();
        let lengths = self.by_chars.get(chars - max_errors..).unwrap_or_default();
        let mut best = None;
        for WordsOfLength { words, letters } in lengths.iter().take(2 * max_errors + 1) {
            for (&index, &letters) in words.iter().zip(letters) {
                // A changed letter clears one bit and sets another.
                if (letters ^ wanted).count_ones() as usize > 2 * max_errors {
                    continue;
                }
                let known = self.word(index);
                let Some(errors) = distance(word, known, max_errors) else {
                    continue;
                };
                let other_start = known.chars().next() != first;
                if other_start && chars < OTHER_START_CHARS {
                    let slipped = chars >= LOST_START_CHARS && is_slip_at_start(word, known);
                    if !slipped {
                        continue;
                    }
                }
                max_errors = max_errors.min(errors);
                let commonest = Reverse(self.doc_freq(index));
                let found = (errors, other_start, commonest, index);
                if best.is_none_or(|best| found < best) {
                    best = Some(found);
                }
            }
        }
        best.map(|(.., index)| self.word(index))
    }

    /// The name that most often precedes a number, with the number: "polestar3" for "3".
    pub(super) fn name_with(&self, number: &str) -> Option<&str> {
        let numbered = self.numbered.iter().copied();
        numbered
            .filter(|&index| {
                let name = self.word(index).strip_suffix(number);
                name.is_some_and(|name| name.chars().all(char::is_alphabetic))
            })
            .max_by_key(|&index| self.doc_freq(index))
            .map(|index| self.word(index))
    }
}

/// Whether a word is a name of correctable length followed by something other than letters.
fn is_numbered(word: &str) -> bool {
    let number = word.trim_start_matches(char::is_alphabetic);
    let name = word.strip_suffix(number).unwrap_or_default();
    !number.is_empty() && name.chars().count() >= MIN_CORRECTED_CHARS
}

/// Whether two words differ by an extra first letter or the order of the first two.
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

/// A set of a word's letters; several letters may share a bit.
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
        for (word, doc_freq) in sorted {
            all.add(word, doc_freq);
        }
        all
    }

    #[test]
    fn fewest_errors_win_then_the_first_letter_then_the_more_common_word() {
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
    fn a_number_gets_the_name_that_most_often_precedes_it() {
        let known = vocabulary(&[
            ("polestar3", 7),
            ("model3", 7),
            ("polestar13", 90),
            ("abc3", 90),
            ("3", 90),
        ]);
        assert_eq!(
            known.name_with("3"),
            Some("polestar3"),
            "the last of equals"
        );
        assert_eq!(known.name_with("13"), Some("polestar13"));
        assert_eq!(known.name_with("4"), None);
    }
}
