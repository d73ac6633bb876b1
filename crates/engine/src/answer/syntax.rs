//! The filter syntax of a question: where to look for the answer.
//!
//! - `"final assembly"`: exactly these words in this order, if any passage has them; in a full
//!   question the quotation marks are ignored where it is answered better without
//! - `-truck`, `-"pickup truck"`: nothing with these words
//! - `in:history`, `in:"model history"`: in an article or section with these words in its title
//! - `after:2024`, `after:2024-05`, `before:2025-06-30`: articles from that day on, or from before
//!   it; a year or month stands for its first day
//! - `lang:sv`: articles in this language
//!
//! Anything else is part of the question: a lone quotation mark, a dash in "well-known" or before a
//! number, `in: the city`, an unknown language or an impossible date. Pure; it must
//! not know how the index searches.

use jiff::civil::Date;

use crate::index::Hit;
use crate::index::analysis;
use crate::index::analysis::question::{self, Term};
use crate::language::Language;

use super::question::Question;

/// Most candidates examined when a filter rejects some: enough for a section of a large corpus.
pub(crate) const FILTERED_CANDIDATES: usize = 4_000;

/// Opening quotation marks, each with its closing ones.
const QUOTES: &[(char, &str)] = &[
    ('"', "\"”"),
    ('“', "”“\""),
    ('„', "“”\""),
    ('«', "»"),
    ('»', "«»"),
    ('「', "」"),
    ('『', "』"),
];

/// Which passages may answer. The default admits all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    phrases: Vec<Phrase>,
    excluded: Vec<Folded>,
    /// Words required in a title.
    within: Vec<Folded>,
    /// The first day allowed.
    after: Option<Date>,
    /// The first day no longer allowed.
    before: Option<Date>,
    language: Option<Language>,
    typed: Vec<String>,
}

/// Words that must follow each other in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Phrase {
    typed: String,
    folded: Folded,
}

/// One element of the syntax.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Operator<'a> {
    Phrase(&'a str),
    Excluded(&'a str),
    Within(&'a str),
    After(Date),
    Before(Date),
    Language(Language),
}

/// Text without case, accents and punctuation: a space before each word, and one at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Folded(String);

/// Splits a question into the text to search for and the filter. If only titles remain to search
/// for, they are the text; if nothing remains, the question has no filter.
#[must_use]
pub fn parse(question: &Question) -> (Question, Filter) {
    let mut filter = Filter::default();
    let mut plain = String::with_capacity(question.text.len());
    let mut rest = question.text.as_str();
    let mut at_start = true;
    while let Some(letter) = rest.chars().next() {
        if at_start && let Some((operator, length)) = operator(rest) {
            let (typed, after) = rest.split_at(length);
            filter.typed.push(typed.to_owned());
            plain.push_str(&filter.apply(&operator));
            plain.push(' ');
            rest = after;
            at_start = false;
            continue;
        }
        plain.push(letter);
        at_start = letter.is_whitespace() || matches!(letter, '(' | '（');
        rest = rest.get(letter.len_utf8()..).unwrap_or_default();
    }
    let mut plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if !plain.contains(char::is_alphanumeric) {
        let titles: Vec<&str> = filter.within.iter().map(|title| title.0.trim()).collect();
        plain = titles.join(" ");
    }
    if filter.is_empty() || plain.is_empty() {
        return (question.clone(), Filter::default());
    }
    let plain = Question {
        text: plain,
        ..question.clone()
    };
    (plain, filter)
}

impl Filter {
    /// Whether the filter admits every passage.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// Whether the filter has only phrases, which may be mere quotation.
    #[must_use]
    pub(crate) fn is_only_phrases(&self) -> bool {
        self.phrases.len() == self.typed.len()
    }

    /// The filter's elements as typed.
    #[must_use]
    pub(crate) fn typed(self) -> Vec<String> {
        self.typed
    }

    /// Terms that every admitted passage contains, in a corpus in these languages. It leaves out
    /// numbers, single letters and scripts without spaces, which the index may contain only as
    /// parts of other terms. Words joined by a mark ("O'Neil", "max_size") are one term.
    #[must_use]
    pub(crate) fn required_terms(&self, languages: &[Language]) -> Vec<Term> {
        let terms = self.phrases.iter().flat_map(|Phrase { typed, .. }| {
            let terms = question::terms(typed, languages).into_iter();
            terms.filter(|term| typed.get(term.range.clone()).is_some_and(is_whole_word))
        });
        terms.collect()
    }

    /// Whether a passage may answer.
    #[must_use]
    pub(crate) fn admits(&self, hit: &Hit) -> bool {
        let Some((source, passage)) = hit.open() else {
            return false;
        };
        if self
            .language
            .is_some_and(|wanted| wanted != source.language)
        {
            return false;
        }
        let date = source.shown_date();
        let in_time = self
            .after
            .is_none_or(|after| date.is_some_and(|date| date >= after))
            && self
                .before
                .is_none_or(|before| date.is_some_and(|date| date < before));
        if !in_time {
            return false;
        }
        let titles: Vec<Folded> = passage
            .headings
            .iter()
            .chain([&source.title])
            .map(|title| Folded::new(title))
            .collect();
        let in_titles = |words: &Folded| titles.iter().any(|title| title.contains_prefix(words));
        if !self.within.iter().all(in_titles) {
            return false;
        }
        if self.phrases.is_empty() && self.excluded.is_empty() {
            return true;
        }
        let text = Folded::new(&passage.text);
        let anywhere = |words: &Folded| {
            text.contains(words) || titles.iter().any(|title| title.contains(words))
        };
        self.phrases.iter().all(|phrase| anywhere(&phrase.folded))
            && !self.excluded.iter().any(|words| {
                anywhere(words) || is_inflected_in(words, &passage.text, source.language)
            })
    }

    /// Adds an operator to the filter; returns the part of it to search for.
    fn apply(&mut self, operator: &Operator<'_>) -> String {
        match operator {
            Operator::Phrase(words) => {
                self.phrases.push(Phrase {
                    typed: (*words).to_owned(),
                    folded: Folded::new(words),
                });
                return (*words).to_owned();
            }
            Operator::Excluded(words) => self.excluded.push(Folded::new(words)),
            Operator::Within(words) => self.within.push(Folded::new(words)),
            Operator::After(day) => self.after = self.after.max(Some(*day)),
            Operator::Before(day) => {
                self.before = Some(self.before.map_or(*day, |known| known.min(*day)));
            }
            Operator::Language(language) => self.language = Some(*language),
        }
        String::new()
    }
}

/// Whether a single word occurs in any inflected form.
fn is_inflected_in(words: &Folded, text: &str, language: Language) -> bool {
    let wanted = analysis::tokens(words.0.trim(), language);
    let [wanted] = wanted.as_slice() else {
        return false;
    };
    analysis::tokens(text, language)
        .iter()
        .any(|token| token.stem == wanted.stem)
}

/// The operator at the start of a text, and its length in bytes.
fn operator(text: &str) -> Option<(Operator<'_>, usize)> {
    if let Some((words, length)) = quoted(text) {
        return Some((Operator::Phrase(words), length));
    }
    if let Some(rest) = text.strip_prefix('-') {
        if let Some((words, length)) = quoted(rest) {
            return Some((Operator::Excluded(words), 1 + length));
        }
        let word = word(rest);
        let is_word = word.starts_with(char::is_alphabetic) && word.chars().nth(1).is_some();
        return is_word.then_some((Operator::Excluded(word), 1 + word.len()));
    }
    let (key, value) = text.split_once([':', '：'])?;
    let before = text.len() - value.len();
    let (value, length) = quoted(value).unwrap_or_else(|| {
        let word = word(value);
        (word, word.len())
    });
    let operator = match key.to_ascii_lowercase().as_str() {
        "in" if value.contains(char::is_alphanumeric) => Operator::Within(value),
        "after" => Operator::After(first_day(value)?),
        "before" => Operator::Before(first_day(value)?),
        "lang" => Operator::Language(
            Language::from_tag(value).filter(|language| *language != Language::Other)?,
        ),
        _ => return None,
    };
    Some((operator, before + length))
}

/// The words of a quotation at the start of a text, and the length of the quotation in bytes.
fn quoted(text: &str) -> Option<(&str, usize)> {
    let open = text.chars().next()?;
    let (_, closing) = QUOTES.iter().find(|(mark, _)| *mark == open)?;
    let inside = text.get(open.len_utf8()..)?;
    let (end, close) = inside
        .char_indices()
        .find(|(_, letter)| closing.contains(*letter))?;
    let after = inside.get(end + close.len_utf8()..)?;
    let words = inside.get(..end)?;
    let ends =
        !after.starts_with(|letter: char| letter.is_alphanumeric() && !is_unspaced_script(letter));
    let is_quotation = ends && words.contains(char::is_alphanumeric);
    is_quotation.then_some((words, text.len() - after.len()))
}

/// The word at the start of a text, without trailing punctuation.
fn word(text: &str) -> &str {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let word = text.get(..end).unwrap_or_default();
    word.trim_end_matches(|letter: char| !letter.is_alphanumeric())
}

/// The first day of a year or month, or a day: `2024`, `2024-05`, `2024-05-31`.
fn first_day(text: &str) -> Option<Date> {
    let digits = |text: &str, count: usize| {
        (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| text.parse::<i16>().ok())
            .flatten()
    };
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let mut part = || match parts.next() {
        Some(text) => digits(text, 2).and_then(|number| i8::try_from(number).ok()),
        None => Some(1),
    };
    let (month, day) = (part()?, part()?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year, month, day).ok()
}

impl Folded {
    fn new(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len() + 2);
        folded.push(' ');
        for word in analysis::exact_form(text)
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
        {
            folded.push_str(word);
            folded.push(' ');
        }
        Self(folded)
    }

    /// Whether these words occur in this order.
    fn contains(&self, words: &Self) -> bool {
        let words = words.open_start();
        let words = if words.trim_end().ends_with(is_unspaced_script) {
            words.trim_end()
        } else {
            words
        };
        self.0.contains(words)
    }

    /// Whether these words occur in this order; the last may be only the beginning of a word.
    fn contains_prefix(&self, words: &Self) -> bool {
        self.0.contains(words.open_start().trim_end())
    }

    /// Drops the leading space if the script does not separate words.
    fn open_start(&self) -> &str {
        let inner = self.0.trim_start();
        if inner.starts_with(is_unspaced_script) {
            inner
        } else {
            &self.0
        }
    }
}

/// Whether the index always treats it as a single word.
fn is_whole_word(text: &str) -> bool {
    let is_word = |letter: char| letter.is_alphabetic() && !is_unspaced_script(letter);
    text.chars().all(is_word) && text.chars().nth(1).is_some()
}

/// Whether its script writes words without spaces between them, or attaches particles to them.
fn is_unspaced_script(letter: char) -> bool {
    matches!(letter,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests;
