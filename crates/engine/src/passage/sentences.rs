//! Finds sentences: Unicode's boundaries (UAX #29), repaired where a full stop does not end a
//! sentence.

use std::ops::Range;

use super::abbreviations::{BEFORE_NUMBER, CLOSING_DOTTED, DOTTED, INNER, MONTHS, OPENING};
use super::bounds;
use crate::language::Language;

/// Most digits of an ordinal number or enumerator; longer ones are years.
const MAX_ORDINAL_DIGITS: usize = 3;

/// Languages that write ordinal numbers with a full stop.
const ORDINAL_LANGUAGES: &[Language] = &[
    Language::Danish,
    Language::Finnish,
    Language::German,
    Language::Hungarian,
    Language::Norwegian,
    Language::Turkish,
];

/// The sentences of a text without line breaks: in order, disjoint, trimmed, none empty. All text
/// but white space is in one of them.
pub(super) fn sentences(text: &str, language: Language) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut has_word = false;
    for (at, segment) in bounds::parts(text) {
        let trimmed = segment.trim();
        if trimmed.is_empty() {
            continue;
        }
        let start = at + (segment.len() - segment.trim_start().len());
        let range = start..start + trimmed.len();
        let adds_word = trimmed.contains(char::is_alphanumeric);
        match found.last_mut() {
            Some(last)
                if !has_word
                    || !adds_word
                    || goes_on(
                        text.get(last.clone()).unwrap_or_default(),
                        trimmed,
                        language,
                    ) =>
            {
                last.end = range.end;
                has_word |= adds_word;
            }
            _ => {
                found.push(range);
                has_word = adds_word;
            }
        }
    }
    found
}

/// Whether the sentence continues although Unicode's rules end it.
fn goes_on(before: &str, after: &str, language: Language) -> bool {
    if after.starts_with(char::is_lowercase) {
        return true;
    }
    let Some(before) = before.strip_suffix('.') else {
        return false;
    };
    let mut words = before.rsplit(' ').map(bare);
    let word = words.next().unwrap_or_default();
    let previous = words.next().unwrap_or_default();
    let next = after.split(' ').map(bare).next().unwrap_or_default();
    let lower = word.to_lowercase();
    let spaced = format!("{}{lower}", previous.to_lowercase());
    let opens = OPENING.contains(&next.to_lowercase().as_str());
    if INNER.contains(&lower.as_str())
        || DOTTED.contains(&lower.as_str())
        || (is_letter(previous.trim_end_matches('.')) && DOTTED.contains(&spaced.as_str()))
    {
        return true;
    }
    if BEFORE_NUMBER.contains(&lower.as_str()) && next.starts_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    if is_number(word) {
        let is_enumerator = previous.is_empty();
        let is_ordinal = ORDINAL_LANGUAGES.contains(&language)
            && (previous.starts_with(char::is_lowercase)
                || OPENING.contains(&previous.to_lowercase().as_str()));
        let is_month = MONTHS.contains(&next.trim_end_matches('.').to_lowercase().as_str());
        return is_enumerator || is_month || (is_ordinal && !opens);
    }
    let is_initials = word.split('.').all(is_letter) && !CLOSING_DOTTED.contains(&lower.as_str());
    if word.starts_with(char::is_lowercase) {
        return is_letter(word) && next.strip_suffix('.').is_some_and(is_letter);
    }
    is_initials && !opens && next.starts_with(char::is_alphabetic)
}

/// A word without the quotes and brackets around it.
fn bare(word: &str) -> &str {
    word.trim_start_matches(['(', '[', '"', '\'', '“', '„', '‘', '«', '¿', '¡'])
        .trim_end_matches([',', ';', ':', ')', ']', '"', '”', '»'])
}

fn is_letter(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

fn is_number(word: &str) -> bool {
    (1..=MAX_ORDINAL_DIGITS).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, language: Language) -> Vec<&str> {
        sentences(text, language)
            .into_iter()
            .filter_map(|range| text.get(range))
            .collect()
    }

    /// Checks sentences, which are separated by `|` in `marked`.
    fn check(marked: &str, language: Language) {
        let text = marked.replace('|', " ");
        let expected: Vec<&str> = marked.split('|').collect();
        assert_eq!(split(&text, language), expected);
    }

    #[test]
    fn english_abbreviations_do_not_end_a_sentence() {
        for marked in [
            "It took approx. 3.5 hours.|Mr. Smith and Dr. J. R. Ewing left at 5 p.m.|They slept.",
            "Plants, e.g. Ghent, i.e. Belgium, make No. 5 now.|St. Louis does not.",
            "The U.S. Army came.|He lives in the U.S.|The rest stayed.",
            "See Fig. 3 and p. 12.|Then go on.",
            "Yahoo! is a name.|\"Is it?\" she asked.|No!",
            "He drove a Polestar 2.|It was white.",
            "Sales rose to 1,234.5 units vs. 900 before!|1. That is much.",
        ] {
            check(marked, Language::English);
        }
    }

    #[test]
    fn german_and_swedish_have_their_own() {
        for marked in [
            "Am 14. August kam z. B. Herr K. Müller, d. h. niemand.|Die 3. Generation folgte.",
            "Der Bau begann 2019.|Er endete bald.|Das kostet ca. 5 Mio. Euro bzw. mehr.",
        ] {
            check(marked, Language::German);
        }
        check(
            "Den 5 maj öppnade bl.a. Volvo kl. 14.|Fabriken heter nu Taizhou, dvs. inte Luqiao.",
            Language::Swedish,
        );
    }

    #[test]
    fn chinese_and_japanese_need_no_spaces() {
        let text = "极星二号在台州生产。真的吗？是的！";
        assert_eq!(
            split(text, Language::Chinese),
            ["极星二号在台州生产。", "真的吗？", "是的！"]
        );
    }

    #[test]
    fn russian_and_thai_abbreviations_do_not_end_a_sentence() {
        check(
            "Завод им. Ленина стоит на ул. Гагарина.|См. рис. 3.|Он был построен в 2007 г. на окраине.",
            Language::Russian,
        );
        check("โรงงานก่อตั้งขึ้นในปี พ.ศ. 2540 โดยชาวบ้าน", Language::Thai);
    }

    #[test]
    fn punctuation_alone_is_not_a_sentence() {
        assert_eq!(split("... And then?! (…)", Language::English).len(), 1);
        assert_eq!(split("!!!", Language::English), ["!!!"]);
        assert!(split("  ", Language::English).is_empty());
    }
}
