//! Splits a text into words (Unicode Standard Annex 29) and numbers, and into n-grams where a
//! script has no spaces.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// A word before folding and stemming.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'a> {
    pub(super) range: Range<usize>,
    /// As written; a number without its digit grouping.
    pub(super) text: Cow<'a, str>,
    pub(super) kind: WordKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordKind {
    Letters,
    /// Digits, perhaps with a decimal point.
    Number,
    /// One to three characters of a script without spaces.
    Gram {
        /// Whether it is the first to start at its character.
        start_of_cell: bool,
    },
}

/// How words are separated in a script. Where spaces do not separate them, text is cut into
/// n-grams: unigrams and bigrams do best for Chinese, Thai needs up to trigrams. Korean has spaces,
/// but particles stick to its words, so it is cut into bigrams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Spaced,
    Ideographs,
    Hangul,
    Unspaced,
}

impl Script {
    fn of(letter: char) -> Self {
        match letter {
            '\u{3005}'
            | '\u{3007}'
            | '\u{3040}'..='\u{30ff}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}'
            | '\u{20000}'..='\u{3ffff}' => Self::Ideographs,
            '\u{1100}'..='\u{11ff}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}' => {
                Self::Hangul
            }
            // Thai, Lao, Myanmar, Khmer.
            '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => {
                Self::Unspaced
            }
            _ => Self::Spaced,
        }
    }

    /// The shortest and the longest n-gram.
    fn gram_lengths(self) -> (usize, usize) {
        match self {
            Self::Spaced => (0, 0),
            Self::Ideographs => (1, 2),
            Self::Hangul => (2, 2),
            Self::Unspaced => (1, 3),
        }
    }
}

/// The average length of a word in a text, roughly.
const BYTES_A_WORD: usize = 5;

/// Punctuation that often follows a word.
const TRAILING: [char; 7] = [',', '.', ';', ':', '!', '?', ')'];

pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::with_capacity(text.len() / BYTES_A_WORD);
    let mut run = Run::default();
    // A space always ends a word, so boundaries are only searched for between spaces, and by the
    // slow rules only where the text is not plain ASCII.
    let mut start = 0;
    for part in text.split(' ') {
        let plain = part.trim_end_matches(TRAILING);
        if plain.is_empty() {
        } else if plain.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            run.flush(text, &mut words);
            push_spaced(text, start..start + plain.len(), plain, &mut words);
        } else {
            push_unspaced(text, start, part, &mut run, &mut words);
        }
        start += part.len() + 1;
    }
    run.flush(text, &mut words);
    words
}

/// Adds the words of a part of the text without spaces.
fn push_unspaced<'a>(
    text: &'a str,
    part_start: usize,
    part: &'a str,
    run: &mut Run,
    words: &mut Vec<Word<'a>>,
) {
    for (offset, segment) in part.unicode_word_indices() {
        let start = part_start + offset;
        let script = segment.chars().next().map_or(Script::Spaced, Script::of);
        if script == Script::Spaced {
            run.flush(text, words);
            push_spaced(text, start..start + segment.len(), segment, words);
        } else {
            run.extend(text, start, segment, words);
        }
    }
}

/// Adjacent characters of a script without spaces. N-grams do not cross its ends.
#[derive(Default)]
struct Run {
    /// Each character with its combining marks.
    cells: Vec<Range<usize>>,
    script: Option<Script>,
}

impl Run {
    fn extend<'a>(
        &mut self,
        text: &'a str,
        start: usize,
        segment: &str,
        words: &mut Vec<Word<'a>>,
    ) {
        for (offset, cell) in segment.grapheme_indices(true) {
            let script = cell.chars().next().map_or(Script::Spaced, Script::of);
            let range = start + offset..start + offset + cell.len();
            let touches = self
                .cells
                .last()
                .is_some_and(|last| last.end == range.start);
            if !touches || self.script != Some(script) {
                self.flush(text, words);
            }
            self.script = Some(script);
            self.cells.push(range);
        }
    }

    fn flush<'a>(&mut self, text: &'a str, words: &mut Vec<Word<'a>>) {
        let cells = std::mem::take(&mut self.cells);
        let Some(script) = self.script.take() else {
            return;
        };
        let (shortest, longest) = script.gram_lengths();
        let shortest = shortest.min(cells.len());
        for (index, first) in cells.iter().enumerate() {
            let mut start_of_cell = true;
            for last in cells
                .iter()
                .skip(index)
                .take(longest)
                .skip(shortest.saturating_sub(1))
            {
                let range = first.start..last.end;
                let Some(gram) = text.get(range.clone()) else {
                    continue;
                };
                words.push(Word {
                    range,
                    text: Cow::Borrowed(gram),
                    kind: WordKind::Gram { start_of_cell },
                });
                start_of_cell = false;
            }
        }
    }
}

fn push_spaced<'a>(
    text: &'a str,
    range: Range<usize>,
    segment: &'a str,
    words: &mut Vec<Word<'a>>,
) {
    let Some(number) = number(segment) else {
        words.push(Word {
            range,
            text: Cow::Borrowed(segment),
            kind: WordKind::Letters,
        });
        return;
    };
    // "30 000": a group of three digits continues the number before it.
    if let Some(before) = words.last_mut() {
        let joins = before.kind == WordKind::Number
            && before.text.len() <= MAX_LEADING_DIGITS
            && segment.len() == GROUP_DIGITS
            && text
                .get(before.range.end..range.start)
                .is_some_and(is_group_space);
        if joins {
            before.text.to_mut().push_str(&number);
            before.range.end = range.end;
            return;
        }
    }
    words.push(Word {
        range,
        text: Cow::Owned(number),
        kind: WordKind::Number,
    });
}

/// Digits between thousands separators.
const GROUP_DIGITS: usize = 3;

/// The most digits before the first separator.
const MAX_LEADING_DIGITS: usize = 3;

/// The most digits before a "k" for thousands: "290k".
const MAX_THOUSANDS_DIGITS: usize = 3;

fn is_group_space(gap: &str) -> bool {
    matches!(gap, " " | "\u{a0}" | "\u{202f}" | "\u{2009}")
}

/// Normalises a number: no digit grouping, a decimal point. `None` for other words.
fn number(word: &str) -> Option<String> {
    if let Some(thousands) = word.strip_suffix(['k', 'K'])
        && (1..=MAX_THOUSANDS_DIGITS).contains(&thousands.len())
        && thousands.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Some(format!("{thousands}000"));
    }
    let first = word.chars().next()?;
    if first.is_ascii_alphabetic() {
        return None;
    }
    if !first.is_numeric() || word.chars().any(char::is_alphabetic) {
        return None;
    }
    let digits: String = word
        .chars()
        .map(|letter| match letter {
            // Full-width digits
            '\u{ff10}'..='\u{ff19}' => {
                char::from_digit(u32::from(letter) - 0xff10, 10).unwrap_or(letter)
            }
            other => other,
        })
        .collect();
    let parts: Vec<&str> = digits.split([',', '.', '\'', '’']).collect();
    let (head, groups) = parts.split_first()?;
    let grouped = !groups.is_empty()
        && (1..=GROUP_DIGITS).contains(&head.len())
        && *head != "0"
        && groups.iter().all(|group| group.len() == GROUP_DIGITS);
    Some(match groups {
        _ if grouped => parts.concat(),
        [fraction] => format!("{head}.{fraction}"),
        _ => digits.replace(',', "."),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splitting_at_spaces_first_changes_no_word() {
        for text in [
            "A Polestar 3, (and) 30 000 e.g. it's half-way; Köln's  twice.\nNew: line's end!",
            "x_y 3.5 1,000. don't. naïve, \u{308}Odd 成都 工厂 in Chengdu 2019.",
            " , . )) '' a.b.c, ",
        ] {
            let found: Vec<&str> = words(text)
                .iter()
                .filter(|word| word.kind == WordKind::Letters)
                .filter_map(|word| text.get(word.range.clone()))
                .collect();
            let expected: Vec<&str> = text
                .unicode_words()
                .filter(|word| {
                    number(word).is_none() && !word.starts_with(['成', '工', '都', '厂'])
                })
                .collect();
            assert_eq!(found, expected);
        }
    }
}
