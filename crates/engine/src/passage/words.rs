//! Counts words in any script, and cuts text that is too long for a passage and has no sentences to
//! cut between.
//!
//! A word is a run of characters without white space. In scripts without spaces, two Chinese or
//! Japanese characters, or four Thai, Lao, Khmer or Burmese ones, count as a word; so do forty
//! characters of any other run. That limits the length of any passage to about [`super::MAX_WORDS`]
//! × 40 characters.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// The cost of a word, in alphabetic characters.
const WORD_COST: usize = 40;

/// The cost of a Chinese or Japanese character: two are a word.
const IDEOGRAPH_COST: usize = 20;

/// The cost of a Thai, Lao, Khmer or Burmese character: four are a word.
const SOUTH_EAST_ASIAN_COST: usize = 10;

/// How many characters are searched for the end of a word; more than any word may cost.
const LOOK_AHEAD: usize = 2 * WORD_COST;

/// Counts the words of a text, as limits on passages do. Linear in the length of the text.
#[must_use]
pub fn word_count(text: &str) -> usize {
    words(text).count()
}

fn cost(c: char) -> usize {
    match c {
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => {
            SOUTH_EAST_ASIAN_COST
        }
        '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => IDEOGRAPH_COST,
        _ => 1,
    }
}

/// The words of a text as byte ranges. They end between grapheme clusters, unless a single cluster
/// costs more than a word.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_whitespace().flat_map(move |run| {
        let start = run.as_ptr().addr() - text.as_ptr().addr();
        Run { run, start }
    })
}

/// A run of characters without white space, from which words are taken.
struct Run<'a> {
    run: &'a str,
    start: usize,
}

impl Iterator for Run<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        if self.run.is_empty() {
            return None;
        }
        let length = plain_length(self.run).unwrap_or_else(|| clustered_length(self.run));
        let word = self.start..self.start + length;
        self.start = word.end;
        self.run = self.run.get(length..).unwrap_or_default();
        Some(word)
    }
}

/// The length of the first word if only ASCII is involved, where each character is a cluster.
fn plain_length(run: &str) -> Option<usize> {
    let length = run.len().min(WORD_COST);
    let mut with_next = run.bytes().take(length + 1);
    with_next.all(|byte| byte.is_ascii()).then_some(length)
}

fn clustered_length(run: &str) -> usize {
    let near = run.char_indices().nth(LOOK_AHEAD);
    let near = near.map_or(run, |(at, _)| run.split_at(at).0);
    let mut length = 0;
    let mut total = 0;
    for cluster in near.graphemes(true) {
        total += cluster.chars().map(cost).sum::<usize>();
        if total > WORD_COST {
            if length == 0 {
                length = cluster
                    .char_indices()
                    .nth(WORD_COST)
                    .map_or(cluster.len(), |(at, _)| at);
            }
            break;
        }
        length += cluster.len();
    }
    length
}

/// Cuts a text into parts of at most `max` words: after a clause if one ends in the second half of
/// a part, or else between words, or else between characters. Linear in the length of the text.
pub(super) fn split(text: &str, max: usize) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut end = 0;
    let mut count = 0;
    let mut clause = Cut::default();
    let mut space = Cut::default();
    for word in words(text) {
        let here = Cut {
            end,
            next: word.start,
            words: count,
        };
        let is_spaced = end < word.start;
        let before = text.get(start..end).unwrap_or_default();
        if before.ends_with(['、', '，', '；', '：'])
            || (is_spaced && before.ends_with([',', ';', ':', '–', '—', '،', '؛']))
        {
            clause = here;
        }
        if is_spaced {
            space = here;
        }
        if count == max {
            let cut = [clause, space]
                .into_iter()
                .find(|cut| cut.words * 2 >= max)
                .unwrap_or(here);
            parts.push(start..cut.end);
            start = cut.next;
            count -= cut.words;
            clause = clause.behind(&cut);
            space = space.behind(&cut);
        }
        count += 1;
        end = word.end;
    }
    if end > start {
        parts.push(start..end);
    }
    parts
}

/// A place to cut.
#[derive(Debug, Clone, Copy, Default)]
struct Cut {
    end: usize,
    /// Where the text continues.
    next: usize,
    /// Words before the cut, since the last one.
    words: usize,
}

impl Cut {
    /// The same place relative to a cut before it.
    fn behind(self, cut: &Self) -> Self {
        Self {
            words: self.words.saturating_sub(cut.words),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_in_any_script() {
        assert_eq!(word_count("Polestar 2 leaves the line."), 5);
        assert_eq!(word_count("极星二号在台州"), 4);
        assert_eq!(word_count("สวัสดีชาวโลก"), 3);
        assert_eq!(word_count(&"x".repeat(400)), 10);
        assert_eq!(word_count(" \n "), 0);
    }

    #[test]
    fn long_text_is_cut_after_clauses_then_words_then_characters() {
        let parts = |text: &'static str, max| {
            split(text, max)
                .into_iter()
                .filter_map(|part| text.get(part))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            parts("one two, three four five six", 3),
            ["one two,", "three four five", "six"]
        );
        assert_eq!(parts("甲乙丙，丁戊己庚", 2), ["甲乙丙，", "丁戊己庚"]);
        let family = "👩\u{200d}👩\u{200d}👧";
        let text: String = family.repeat(30);
        let cut = split(&text, 1);
        assert!(cut.len() > 1);
        assert!(cut.iter().all(|part| part.start % family.len() == 0));
    }
}
