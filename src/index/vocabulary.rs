//! The words of a generation, for words that it does not have.

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
#[derive(Debug)]
pub(super) struct Vocabulary(Vec<Known>);

#[derive(Debug)]
struct Known {
    word: String,
    chars: usize,
    /// A bit a letter.
    letters: u64,
    passages: u64,
}

impl Vocabulary {
    pub(super) fn read(searcher: &Searcher, field: Field) -> Result<Self, IndexError> {
        let mut known: Vec<Known> = Vec::new();
        for segment in searcher.segment_readers() {
            let index = segment.inverted_index(field)?;
            let mut terms = index.terms().stream().map_err(IndexError::engine_io)?;
            while let Some((word, info)) = terms.next() {
                if let Ok(word) = std::str::from_utf8(word) {
                    known.push(Known {
                        word: word.to_owned(),
                        chars: word.chars().count(),
                        letters: letters(word),
                        passages: u64::from(info.doc_freq),
                    });
                }
            }
        }
        known.sort_by(|one, other| one.word.cmp(&other.word));
        known.dedup_by(|again, first| {
            let same = again.word == first.word;
            if same {
                first.passages += again.passages;
            }
            same
        });
        Ok(Self(known))
    }

    /// The word that was probably meant: fewest wrong letters, then the same first letter, then
    /// the more common one. `None` for short words, numbers, and what is like nothing here.
    pub(super) fn similar(&self, word: &str) -> Option<&str> {
        let chars = word.chars().count();
        if chars < MIN_CORRECTED_CHARS || word.contains(|letter: char| letter.is_ascii_digit()) {
            return None;
        }
        let most = if chars < TWO_ERRORS_CHARS { 1 } else { 2 };
        let wanted = letters(word);
        let first = word.chars().next();
        self.0
            .iter()
            .filter(|known| {
                known.chars.abs_diff(chars) <= most && known.chars >= MIN_CORRECTED_CHARS - 1
            })
            // A changed letter takes one bit away and adds one.
            .filter(|known| (known.letters ^ wanted).count_ones() as usize <= 2 * most)
            .filter_map(|known| {
                let errors = distance(word, &known.word, most)?;
                let other_start = known.word.chars().next() != first;
                let slipped = chars >= LOST_START_CHARS && is_slip_at_start(word, &known.word);
                if other_start && chars < OTHER_START_CHARS && !slipped {
                    return None;
                }
                Some((
                    (errors, other_start, std::cmp::Reverse(known.passages)),
                    known,
                ))
            })
            .min_by(|one, other| {
                one.0
                    .cmp(&other.0)
                    .then_with(|| one.1.word.cmp(&other.1.word))
            })
            .map(|(_, known)| known.word.as_str())
    }

    /// The name that most often stands before a number: "polestar3" for "3".
    pub(super) fn named(&self, number: &str) -> Option<&str> {
        self.0
            .iter()
            .filter(|known| {
                let name = known.word.strip_suffix(number);
                name.is_some_and(|name| {
                    name.chars().count() >= MIN_CORRECTED_CHARS
                        && name.chars().all(char::is_alphabetic)
                })
            })
            .max_by_key(|known| known.passages)
            .map(|known| known.word.as_str())
    }
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
