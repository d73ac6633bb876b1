//! A question ready to be searched: its terms, the kind of answer it wants, and for a follow-up
//! what it takes over from the questions before.

use serde::Serialize;

use crate::index::analysis;
use crate::index::analysis::question::{self, Term};
use crate::language::Language;

use super::kind::AnswerKind;
use super::lexicon::Lexicon;
use super::question::Question;
use super::terms::Terms;

/// A question with at most this many content words may lean on the one before.
const MAX_FOLLOW_UP_TERMS: usize = 3;

/// Words that point at something said before. A question with one of them leans on the one before
/// however long it is.
const POINTERS: &[&str] = &[
    "it", "its", "they", "them", "their", "that", "those", "there", "he", "she", "den", "det",
    "dess", "dem", "där", "sie", "er", "dort", "ils", "elle", "elles", "ella", "ellos", "allí",
    "там", "они",
];

/// First words of a question that goes on with the one before.
const CONTINUATIONS: &[&str] = &[
    "and", "or", "but", "och", "men", "und", "aber", "et", "mais", "y", "pero", "e", "en", "а", "и",
];

/// What people say before they go on.
const INTERJECTIONS: &[&str] = &[
    "ok", "okay", "so", "well", "hm", "hmm", "yes", "no", "thanks", "alright", "ah", "oh", "jaha",
    "nej", "ja", "tack", "gut", "nein", "danke", "gracias", "merci",
];

/// Last words of a question that goes on with the one before.
const ADDITIONS: &[&str] = &[
    "too", "also", "then", "instead", "auch", "också", "även", "aussi", "también", "ook",
];

/// Before a lone number these make it a name: "the 3".
const ARTICLES: &[&str] = &[
    "the", "den", "det", "der", "die", "das", "dem", "le", "la", "el",
];

/// Digits of a number that can be a name of its own.
const MAX_NAME_DIGITS: usize = 2;

/// What a search is made of.
#[derive(Debug, Clone)]
pub struct AnalysedQuestion {
    pub question: Question,
    pub(super) kind: Option<AnswerKind>,
    /// Words that were searched for in place of others.
    pub(super) corrections: Vec<Respelling>,
    /// Their terms.
    corrected: Vec<usize>,
    language: Language,
    terms: Vec<Term>,
    /// How many of `terms`, from the first, the question itself holds.
    own: usize,
}

/// A word that the articles do not have, and the one that was searched for instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Respelling {
    pub typed: String,
    pub searched: String,
}

impl AnalysedQuestion {
    /// `earlier` are the questions before in the same conversation, oldest first.
    #[must_use]
    pub fn new(question: Question, earlier: &[Question], lexicon: &Lexicon) -> Self {
        let languages = lexicon.languages();
        let language = question::language_of(&question.text, languages);
        let mut terms = question::terms(&question.text, languages);
        lexicon.widen(&mut terms, &question.text, language);
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
            && asked.leans_back()
        {
            asked.take_over(Self::new(last.clone(), before, lexicon));
        }
        asked
    }

    /// Words of the question itself, folded, with the number of their term: what to look up when
    /// the articles do not have the term.
    pub(crate) fn words(&self) -> impl Iterator<Item = (usize, &str)> {
        let words = self.own_terms().iter().enumerate();
        words
            .filter_map(|(number, term)| Some((number, term.exact.first()?.as_str())))
            .filter(|(number, _)| {
                let term = self.terms.get(*number);
                term.is_some_and(|term| !term.gram && !term.common)
            })
    }

    /// Numbers that stand for a name: "the 3" for whoever speaks of nothing but Polestars.
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

    /// Lets a term stand for another word as well.
    pub(crate) fn also(&mut self, term: usize, word: &str) {
        if let Some(term) = self.terms.get_mut(term) {
            add_form(term, word, word);
        }
    }

    /// Searches for a word of the articles in place of one they do not have.
    pub(crate) fn correct(&mut self, number: usize, word: &str, lexicon: &Lexicon) {
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
            searched: in_case_of(typed, word),
        });
        self.corrected.push(number);
        term.stems.clear();
        term.exact.clear();
        for &language in lexicon.languages() {
            for token in analysis::tokens(word, language) {
                add_form(term, &token.stem, &token.exact);
            }
        }
        lexicon.widen_term(term, word, self.language);
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

    /// Forgets terms that are function words, mistyped.
    pub(crate) fn forget(&mut self, terms: &[usize]) {
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

    /// Whether most of it is in a script without spaces.
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

    /// The language it is asked in.
    #[must_use]
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// The question's own terms first, then those taken over.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The terms that the question itself holds.
    #[must_use]
    pub(crate) fn own_terms(&self) -> &[Term] {
        self.terms.get(..self.own).unwrap_or_default()
    }

    fn leans_back(&self) -> bool {
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
            || words.any(|word| POINTERS.contains(&word))
            || (self.own < MAX_FOLLOW_UP_TERMS && !names_something)
    }

    /// Terms of the question before, without those that this one replaces: who goes on with "and
    /// the Polestar 4?" no longer asks for the Polestar 3.
    fn take_over(&mut self, earlier: Self) {
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

/// A word with a capital letter where the other has one.
fn in_case_of(typed: &str, word: &str) -> String {
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

/// The name in a term such as `polestar3`.
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
    fn a_follow_up_takes_over_what_it_leaves_out() {
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
    fn a_named_thing_replaces_its_sibling() {
        let terms = exact("And the Polestar 4?", &["Where is the Polestar 3 built?"]);
        assert_eq!(terms, ["polestar", "polestar4", "built"]);
    }

    #[test]
    fn a_question_that_stands_alone_takes_nothing_over() {
        let terms = exact(
            "Who owns the Luqiao plant today?",
            &["Where is the Polestar 3 built?"],
        );
        assert!(!terms.contains(&"polestar3".to_owned()), "{terms:?}");
    }
}
