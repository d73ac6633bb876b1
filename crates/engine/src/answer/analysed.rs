//! A question ready for the search: its terms, the kind of answer it wants and, for a follow-up,
//! what it inherits from earlier questions.
//!
//! Pure; it must not know how the index searches.

use serde::Serialize;

use crate::index::analysis;
use crate::index::analysis::question::{self, Term};
use crate::language::Language;

use super::answer_kind::AnswerKind;
use super::lexicon::Lexicon;
use super::question::Question;
use super::terms::Terms;

/// A question with fewer content words than this may be a follow-up to the one before.
const MAX_FOLLOW_UP_TERMS: usize = 3;

/// Words that refer to something said before. A question with one of them is a follow-up, however
/// long it is.
const REFERRING_WORDS: &[&str] = &[
    "it", "its", "they", "them", "their", "that", "those", "there", "he", "she", "den", "det",
    "dess", "dem", "där", "sie", "er", "dort", "ils", "elle", "elles", "ella", "ellos", "allí",
    "там", "они",
];

/// First words of a follow-up question.
const CONTINUATIONS: &[&str] = &[
    "and", "or", "but", "och", "men", "und", "aber", "et", "mais", "y", "pero", "e", "en", "а", "и",
];

/// Interjections that may precede those words.
const INTERJECTIONS: &[&str] = &[
    "ok", "okay", "so", "well", "hm", "hmm", "yes", "no", "thanks", "alright", "ah", "oh", "jaha",
    "nej", "ja", "tack", "gut", "nein", "danke", "gracias", "merci",
];

/// Last words of a follow-up question.
const ADDITIONS: &[&str] = &[
    "too", "also", "then", "instead", "auch", "också", "även", "aussi", "también", "ook",
];

/// Articles that turn a lone number into a name: "the 3".
const ARTICLES: &[&str] = &[
    "the", "den", "det", "der", "die", "das", "dem", "le", "la", "el",
];

/// Most digits of a number that can be a name by itself.
const MAX_NAME_DIGITS: usize = 2;

/// A question, cut into the terms that the index searches for.
#[derive(Debug, Clone)]
pub struct AnalysedQuestion {
    pub question: Question,
    pub(super) kind: Option<AnswerKind>,
    /// Words that were replaced in the search.
    pub(super) corrections: Vec<Respelling>,
    /// The numbers of the terms that were replaced.
    corrected: Vec<usize>,
    language: Language,
    terms: Vec<Term>,
    /// How many of `terms`, from the first, come from the question itself.
    own: usize,
}

/// A word that no article contains, and the one searched for instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Respelling {
    pub typed: String,
    pub searched: String,
}

impl AnalysedQuestion {
    /// `earlier` holds the previous questions of the conversation, oldest first.
    #[must_use]
    pub fn new(question: Question, earlier: &[Question], lexicon: &Lexicon) -> Self {
        let languages = lexicon.languages();
        let language = question::language_of(&question.text, languages);
        let mut terms = question::terms(&question.text, languages);
        lexicon.expand(&mut terms, &question.text, language);
        let own = terms.len();
        let kind = AnswerKind::of(&question.text);
        let mut asked = Self {
            question,
            kind,
            corrections: Vec::new(),
            corrected: Vec::new(),
            language,
            terms,
            own,
        };
        if let Some((last, before)) = earlier.split_last()
            && asked.is_follow_up()
        {
            asked.inherit(Self::new(last.clone(), before, lexicon));
        }
        asked
    }

    /// The question's own words, folded, each with the number of its term: candidates for a lookup
    /// of similar words when no article contains the term.
    pub(crate) fn words(&self) -> impl Iterator<Item = (usize, &str)> {
        let words = self.own_terms().iter().enumerate();
        words
            .filter_map(|(number, term)| Some((number, term.exact.first()?.as_str())))
            .filter(|(number, _)| {
                let term = self.terms.get(*number);
                term.is_some_and(|term| !term.gram && !term.common)
            })
    }

    /// Numbers used as names: "the 3", where every article is about Polestars.
    pub(crate) fn bare_numbers(&self) -> impl Iterator<Item = (usize, &str)> {
        self.words().filter(|(number, word)| {
            let short = word.len() <= MAX_NAME_DIGITS;
            let digits = word.bytes().all(|byte| byte.is_ascii_digit());
            let start = self.terms.get(*number).map_or(0, |term| term.range.start);
            let before = self.question.text.get(..start).unwrap_or_default();
            let before = before
                .split_whitespace()
                .next_back()
                .unwrap_or_default()
                .to_lowercase();
            short && digits && ARTICLES.contains(&before.as_str())
        })
    }

    /// Also matches a term by another word.
    pub(crate) fn add_alias(&mut self, term: usize, word: &str) {
        if let Some(term) = self.terms.get_mut(term) {
            add_form(term, word, word);
        }
    }

    /// Replaces a term that no article contains by a word that occurs.
    pub(crate) fn respell(&mut self, number: usize, word: &str, lexicon: &Lexicon) {
        let Some(term) = self.terms.get_mut(number) else {
            return;
        };
        let typed = self
            .question
            .text
            .get(term.range.clone())
            .unwrap_or_default();
        self.corrections.push(Respelling {
            typed: typed.to_owned(),
            searched: match_case(typed, word),
        });
        self.corrected.push(number);
        term.stems.clear();
        term.exact.clear();
        for &language in lexicon.languages() {
            for token in analysis::tokens(word, language) {
                add_form(term, &token.stem, &token.exact);
            }
        }
        lexicon.expand_term(term, word, self.language);
    }

    pub(super) fn translate(
        &mut self,
        term: usize,
        translate: impl FnOnce(&mut Term, &str) -> bool,
    ) -> bool {
        let Some(term) = self.terms.get_mut(term) else {
            return false;
        };
        let word = self
            .question
            .text
            .get(term.range.clone())
            .unwrap_or_default();
        translate(term, word)
    }

    /// Removes terms, such as mistyped function words.
    pub(crate) fn remove_terms(&mut self, terms: &[usize]) {
        let mut number = 0;
        self.terms.retain(|_| {
            number += 1;
            !terms.contains(&(number - 1))
        });
        for known in &mut self.corrected {
            *known -= terms.iter().filter(|&&term| term < *known).count();
        }
        self.own -= terms.iter().filter(|&&term| term < self.own).count();
    }

    /// Whether most of the question is in a script without spaces.
    pub(super) fn is_unspaced(&self) -> bool {
        let grams = self.terms.iter().filter(|term| term.gram).count();
        grams * 2 > self.terms.len()
    }

    pub(super) fn corrected_terms(&self) -> Terms {
        self.corrected
            .iter()
            .copied()
            .fold(Terms::NONE, Terms::with)
    }

    /// The language of the question.
    #[must_use]
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// The question's own terms, then the inherited ones.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The terms of the question itself, without inherited ones.
    #[must_use]
    pub(crate) fn own_terms(&self) -> &[Term] {
        self.terms.get(..self.own).unwrap_or_default()
    }

    fn is_follow_up(&self) -> bool {
        let lower = self.question.text.to_lowercase();
        let mut words = lower
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let goes_on = words
            .clone()
            .find(|word| !INTERJECTIONS.contains(word))
            .is_some_and(|first| CONTINUATIONS.contains(&first));
        let names_something = self.own_terms().iter().any(|term| name_of(term).is_some());
        let adds = words
            .clone()
            .next_back()
            .is_some_and(|last| ADDITIONS.contains(&last));
        goes_on
            || adds
            || words.any(|word| REFERRING_WORDS.contains(&word))
            || (self.own < MAX_FOLLOW_UP_TERMS && !names_something)
    }

    /// Inherits the terms of an earlier question except those this one replaces: "and the Polestar
    /// 4?" no longer asks about the Polestar 3.
    fn inherit(&mut self, earlier: Self) {
        let replaced: Vec<String> = self.own_terms().iter().filter_map(name_of).collect();
        let after = self
            .terms
            .last()
            .map_or(0, |term| term.position.saturating_add(2));
        for term in earlier.terms {
            let known = self.terms.iter().any(|mine| mine.exact == term.exact);
            let superseded = name_of(&term).is_some_and(|name| replaced.contains(&name));
            if !known && !superseded {
                let position = term.position.saturating_add(after);
                self.terms.push(Term { position, ..term });
            }
        }
        self.kind = self.kind.or(earlier.kind);
    }
}

/// Capitalises `word` if `typed` is capitalised.
fn match_case(typed: &str, word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if typed.starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => word.to_owned(),
    }
}

fn add_form(term: &mut Term, stem: &str, exact: &str) {
    if !term.stems.iter().any(|known| known == stem) {
        term.stems.push(stem.to_owned());
    }
    if !term.exact.iter().any(|known| known == exact) {
        term.exact.push(exact.to_owned());
    }
}

/// The name in a numbered term such as `polestar3`.
fn name_of(term: &Term) -> Option<String> {
    term.exact.iter().find_map(|exact| {
        let name = exact.trim_end_matches(|letter: char| letter.is_ascii_digit());
        (name.len() < exact.len() && !name.is_empty()).then(|| name.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(question: &str, earlier: &[&str]) -> Vec<String> {
        let clean = |text: &&str| Question::clean(text, 500);
        let earlier: Vec<Question> = earlier.iter().map(clean).collect();
        AnalysedQuestion::new(
            clean(&question),
            &earlier,
            &Lexicon::new("", &[Language::English]),
        )
        .terms()
        .iter()
        .flat_map(|term| term.exact.clone())
        .collect()
    }

    #[test]
    fn a_follow_up_inherits_what_it_leaves_out() {
        let before = ["When did Polestar 3 production start in America?"];
        assert_eq!(
            exact("And in China?", &before),
            [
                "china",
                "polestar",
                "polestar3",
                "production",
                "start",
                "america"
            ]
        );
    }

    #[test]
    fn a_follow_up_may_begin_with_an_interjection() {
        let terms = exact(
            "ok, and the yearly capacity of the Busan plant?",
            &["Polestar 4?"],
        );
        assert!(terms.contains(&"polestar4".to_owned()), "{terms:?}");
        let alone = exact(
            "ok what is the capacity of the Busan plant",
            &["Polestar 4?"],
        );
        assert!(!alone.contains(&"polestar4".to_owned()), "{alone:?}");
    }

    #[test]
    fn a_question_is_unspaced_when_most_of_it_is() {
        let lexicon = Lexicon::new("", &[Language::Chinese]);
        let asked = |text: &str| AnalysedQuestion::new(Question::clean(text, 500), &[], &lexicon);
        assert!(asked("Polestar 3 在哪里生产？").is_unspaced());
        assert!(!asked("Where is the Polestar 3 (极星) built in 2026?").is_unspaced());
    }

    #[test]
    fn a_numbered_name_replaces_its_sibling() {
        let terms = exact("And the Polestar 4?", &["Where is the Polestar 3 built?"]);
        assert_eq!(terms, ["polestar", "polestar4", "built"]);
    }

    #[test]
    fn a_self_contained_question_inherits_nothing() {
        let terms = exact(
            "Who owns the Luqiao plant today?",
            &["Where is the Polestar 3 built?"],
        );
        assert!(!terms.contains(&"polestar3".to_owned()), "{terms:?}");
    }
}
