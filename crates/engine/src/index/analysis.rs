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
mod tokenizer;
mod words;

use std::ops::Range;

use crate::language::Language;

pub(crate) use self::analyzer::{Analyzer, Analyzers};
pub(super) use self::tokenizer::AnalysedToken;
use self::tokenizer::Numbers;

/// Tokens are cut to this many characters. Nobody asks for anything longer.
const MAX_TOKEN_CHARS: usize = 64;

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
    tokenizer::tokenize(&mut analyzer, text, Numbers::AlsoAlone)
        .into_iter()
        .map(AnalysedToken::into_token)
        .collect()
}

/// The form in which words are compared if not by their stem.
#[must_use]
pub fn exact_form(word: &str) -> String {
    fold::fold(word)
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
