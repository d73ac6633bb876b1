//! Finds where sentences may end by Unicode's rules (UAX #29, sentence boundaries).
//!
//! In plain ASCII the rules depend only on what surrounds a full stop, a question mark or an
//! exclamation mark, and only those are examined; other text is left to `unicode-segmentation`,
//! which looks up every character. The tests compare the two.

use unicode_segmentation::UnicodeSegmentation;

/// The parts of a text, each up to where a sentence may end, with their start.
pub(super) fn parts(text: &str) -> Vec<(usize, &str)> {
    if !text.is_ascii() {
        return text.split_sentence_bound_indices().collect();
    }
    let mut parts = Vec::new();
    let mut start = 0;
    while let Some(end) = end(text.as_bytes(), start) {
        parts.push((start, text.get(start..end).unwrap_or_default()));
        start = end;
    }
    parts
}

/// The end of the part that begins at `start`; `None` at the end of the text.
fn end(text: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        let Some(&sign) = text.get(at) else {
            return (start < text.len()).then_some(text.len());
        };
        at += 1;
        if ends_line(sign) {
            return Some(behind_line_end(text, at - 1));
        }
        if !terminates(sign) {
            continue;
        }
        let next = text.get(at).copied().unwrap_or_default();
        if sign == b'.' {
            let before = at.checked_sub(2).and_then(|before| text.get(before));
            let in_word = before.is_some_and(u8::is_ascii_alphabetic) && next.is_ascii_uppercase();
            // SB6 and SB7: "3.5", "U.S".
            if next.is_ascii_digit() || in_word {
                continue;
            }
        }
        at = past(text, at, closes);
        at = past(text, at, is_space);
        let goes_on = |sign: u8| continues(sign) || terminates(sign);
        // SB8: before a lowercase letter it does not end a sentence.
        let letter = past(text, at, |sign| {
            !sign.is_ascii_alphabetic() && !ends_line(sign) && !terminates(sign)
        });
        let is_small = text.get(letter).is_some_and(u8::is_ascii_lowercase);
        if (sign == b'.' && is_small) || text.get(at).copied().is_some_and(goes_on) {
            continue;
        }
        return Some(behind_line_end(text, at));
    }
}

/// The first position from `from` where a character is not of a kind.
fn past(text: &[u8], from: usize, is_of_kind: impl Fn(u8) -> bool) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let length = rest.iter().take_while(|&&sign| is_of_kind(sign)).count();
    from + length
}

fn behind_line_end(text: &[u8], at: usize) -> usize {
    match text.get(at..) {
        Some([b'\r', b'\n', ..]) => at + 2,
        Some([b'\r' | b'\n', ..]) => at + 1,
        _ => at,
    }
}

/// Unicode's `ATerm` and `STerm`.
fn terminates(sign: u8) -> bool {
    matches!(sign, b'.' | b'!' | b'?')
}

/// `Close`.
fn closes(sign: u8) -> bool {
    matches!(sign, b'"' | b'\'' | b'(' | b')' | b'[' | b']' | b'{' | b'}')
}

/// `SContinue`.
fn continues(sign: u8) -> bool {
    matches!(sign, b',' | b'-' | b':' | b';')
}

/// `Sp`.
fn is_space(sign: u8) -> bool {
    matches!(sign, b' ' | b'\t' | 0x0b | 0x0c)
}

/// `ParaSep`.
fn ends_line(sign: u8) -> bool {
    matches!(sign, b'\r' | b'\n')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn by_the_library(text: &str) -> Vec<(usize, &str)> {
        text.split_sentence_bound_indices().collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn ascii_is_cut_where_unicode_cuts(text in "[ -~\t\r\n\u{b}\u{c}\0]{0,60}") {
            prop_assert_eq!(parts(&text), by_the_library(&text));
        }

        #[test]
        fn and_so_is_what_is_full_of_full_stops(text in "[aB1.!?,;:()\"' \r\n-]{0,24}") {
            prop_assert_eq!(parts(&text), by_the_library(&text));
        }

        #[test]
        fn other_text_is_left_to_the_library(text in "[aB. «»é成。]{0,24}") {
            prop_assert_eq!(parts(&text), by_the_library(&text));
        }
    }
}
