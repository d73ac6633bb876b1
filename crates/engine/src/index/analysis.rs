//! Text → tokens: the one place that decides what counts as a word and when two words are the same.
//!
//! Articles and questions go through the same code, so that they match. It is independent of the
//! search engine, which receives finished tokens: another engine would give the same answers.

pub mod question;
pub(crate) mod spelling;
pub(crate) mod term_vector;

mod analyzer;
mod common;
mod fold;
mod memo;
mod numbers;
mod stem;
mod stopwords;
mod words;

use std::ops::Range;
use std::rc::Rc;

use crate::language::Language;

pub(crate) use self::analyzer::{Analyzer, Analyzers};
use self::analyzer::{Reading, WordReading};
use self::words::{Word, WordKind};

/// Tokens are cut to this many characters. Nobody asks for anything longer.
const MAX_TOKEN_CHARS: usize = 64;

/// A number of at most this many digits after a word is taken for part of a name: "Polestar 3".
/// Four digits are a year.
const MAX_NAME_NUMBER_DIGITS: usize = 3;

/// The one name that differs from a stop word only by its capitals.
const UNITED_STATES: &str = "US";

/// A word as it is indexed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// The form that inflections share.
    pub(crate) stem: String,
    /// Lower case, without accents, otherwise as written.
    pub(crate) exact: String,
    /// Its bytes in the text.
    pub(crate) range: Range<usize>,
    /// Counts the words that are kept, from 0, so that the words of "capital of France" are
    /// neighbours. Tokens may share a position: "Polestar 3" gives `polestar` at 0, and `3` and
    /// `polestar3` at 1.
    pub(crate) position: u32,
}

/// The tokens of an article's text, without the stop words of its language.
#[must_use]
pub(crate) fn tokens(text: &str, language: Language) -> Vec<Token> {
    let mut analyzer = Analyzer::once(language, language);
    analyse(&mut analyzer, text, Numbers::AlsoAlone)
        .into_iter()
        .map(Found::into_token)
        .collect()
}

/// The form in which words are compared if not by their stem.
#[must_use]
pub fn exact_form(word: &str) -> String {
    fold::fold(word)
}

/// Whether a number in a name is also a token of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numbers {
    /// For articles: "Polestar 3" is found by its name, and by a question about any 3.
    AlsoAlone,
    /// For questions: one about the Polestar 3 must not match a Polestar 4 and some other 3. Numbers
    /// of two or three digits may still be a quantity ("how were 800 engineers …").
    OnlyInNames,
}

/// A token and the reading that it came from.
pub(super) struct Found {
    reading: Rc<Reading>,
    /// See [`Token::range`].
    range: Range<usize>,
    /// See [`Token::position`].
    position: u32,
    kind: TokenKind,
}

impl Found {
    pub(super) fn stem(&self) -> &str {
        &self.reading.stem
    }

    pub(super) fn exact(&self) -> &str {
        &self.reading.exact
    }

    pub(super) fn position(&self) -> u32 {
        self.position
    }

    pub(super) fn form(&self) -> term_vector::Form {
        self.reading.form().0
    }

    fn into_token(self) -> Token {
        Token {
            stem: self.reading.stem.to_string(),
            exact: self.reading.exact.to_string(),
            range: self.range,
            position: self.position,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum TokenKind {
    Word,
    /// A second reading of a word at the same position: without its genitive.
    Variant,
    Number,
    /// A name joined with its number.
    Compound,
    /// An n-gram of a script without spaces.
    Gram,
}

impl Analyzer {
    /// As [`tokens`].
    pub(super) fn tokens(&mut self, text: &str) -> Vec<Found> {
        analyse(self, text, Numbers::AlsoAlone)
    }
}

fn analyse(analyzer: &mut Analyzer, text: &str, numbers: Numbers) -> Vec<Found> {
    let stop = analyzer.stop;
    let words = words::words(text);
    let mut found: Vec<Found> = Vec::with_capacity(words.len());
    let mut position = 0u32;
    let mut name: Option<Name> = None;
    for word in words {
        let Word {
            range,
            text: written,
            kind,
        } = word;
        match kind {
            WordKind::Gram { start_of_cell } => {
                if start_of_cell {
                    next_position(&mut position, &found);
                }
                found.push(Found {
                    reading: analyzer.gram(&written),
                    range,
                    position,
                    kind: TokenKind::Gram,
                });
                name = None;
            }
            WordKind::Number => {
                let digits = written.len();
                let gap = name
                    .as_ref()
                    .and_then(|name| text.get(name.end..range.start));
                let named = name.take().filter(|name| {
                    digits <= MAX_NAME_NUMBER_DIGITS
                        && written.bytes().all(|byte| byte.is_ascii_digit())
                        && gap.is_some_and(|gap| name.accepts(gap, stop))
                });
                next_position(&mut position, &found);
                let alone = named.is_none() || numbers == Numbers::AlsoAlone || digits > 1;
                if alone {
                    found.push(Found {
                        reading: Rc::new(Reading::new(&written, &written)),
                        range: range.clone(),
                        position,
                        kind: TokenKind::Number,
                    });
                }
                if let Some(named) = named {
                    let Reading { stem, exact, .. } = &*named.reading;
                    let (stem, exact) = (format!("{stem}{written}"), format!("{exact}{written}"));
                    found.push(Found {
                        reading: Rc::new(Reading::new(&stem, &exact)),
                        range: named.start..range.end,
                        position,
                        kind: TokenKind::Compound,
                    });
                    name = Some(Name {
                        end: range.end,
                        numbered: true,
                        ..named
                    });
                }
            }
            WordKind::Letters => {
                let WordReading::Content { word, variant } = analyzer.word(&written) else {
                    // "Polestar 1 and 2": a name may continue after a stop word.
                    name = name.filter(|name| name.numbered);
                    continue;
                };
                next_position(&mut position, &found);
                if let Some(reading) = variant {
                    found.push(Found {
                        reading,
                        range: range.clone(),
                        position,
                        kind: TokenKind::Variant,
                    });
                }
                name = Some(Name {
                    reading: Rc::clone(&word),
                    start: range.start,
                    end: range.end,
                    numbered: false,
                });
                found.push(Found {
                    reading: word,
                    range,
                    position,
                    kind: TokenKind::Word,
                });
            }
        }
    }
    found
}

/// The word before a number.
struct Name {
    reading: Rc<Reading>,
    start: usize,
    /// The end of the name with the numbers seen so far.
    end: usize,
    /// Whether a number has been seen.
    numbered: bool,
}

impl Name {
    /// Whether the text between the name and a number lets the number belong to the name.
    fn accepts(&self, gap: &str, stop: Language) -> bool {
        let between = gap.trim();
        let joined = between.is_empty() || between == "-" || between == "\u{2011}";
        if !self.numbered {
            return joined && !gap.contains('\n');
        }
        matches!(between, "," | "/" | "&" | "-" | "–" | "+")
            || stopwords::is_conjunction(stop, between.trim_matches([',', ' ']))
    }
}

fn next_position(position: &mut u32, found: &[Found]) {
    if !found.is_empty() {
        *position = position.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str, language: Language) -> Vec<String> {
        tokens(text, language)
            .into_iter()
            .map(|token| token.stem)
            .collect()
    }

    #[test]
    fn inflections_share_a_stem_and_stop_words_are_dropped() {
        assert_eq!(
            stems("The cars are assembled in factories.", Language::English),
            ["car", "assembl", "factori"]
        );
        assert_eq!(
            stems("Fabriken i Košice", Language::Swedish),
            ["fabrik", "kosic"]
        );
        assert_eq!(
            stems("It sold us cars in the US.", Language::English),
            ["sold", "car", "us"]
        );
    }

    #[test]
    fn a_number_belongs_to_the_name_before_it() {
        assert_eq!(
            stems("The Polestar 1 and 2, not a Polestar-4", Language::English),
            [
                "polestar",
                "1",
                "polestar1",
                "2",
                "polestar2",
                "polestar",
                "4",
                "polestar4"
            ]
        );
        assert_eq!(stems("Polestar3", Language::English), ["polestar3"]);
        assert_eq!(stems("opened in 2019", Language::English), ["open", "2019"]);
        assert_eq!(stems("the 3 plants", Language::English), ["3", "plant"]);
    }

    #[test]
    fn neighbours_stay_neighbours_across_stop_words() {
        let found = tokens("capital of France", Language::English);
        let positions: Vec<u32> = found.iter().map(|token| token.position).collect();
        assert_eq!(positions, [0, 1]);
    }

    #[test]
    fn digit_groups_are_one_number_in_every_notation() {
        for written in ["30,000", "30.000", "30 000", "30\u{a0}000", "30000"] {
            assert_eq!(stems(written, Language::English), ["30000"], "{written}");
        }
        assert_eq!(stems("290k cars", Language::English), ["290000", "car"]);
        assert_eq!(
            stems("18.8 percent", Language::English),
            ["18.8", "percent"]
        );
    }

    #[test]
    fn scripts_without_spaces_become_runs_of_characters() {
        assert_eq!(
            stems("成都工厂", Language::Chinese),
            ["成", "成都", "都", "都工", "工", "工厂", "厂"]
        );
        assert!(stems("โรงงานผลิต", Language::Thai).len() > 8);
    }

    #[test]
    fn ranges_point_at_words_of_the_text() {
        let text = "Ein Werk in Köln, für den Polestar 3.";
        for token in tokens(text, Language::German) {
            assert!(text.get(token.range.clone()).is_some(), "{token:?}");
        }
    }
}
