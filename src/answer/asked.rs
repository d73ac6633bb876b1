//! A question ready to be searched: its terms, the kind of answer it wants, and for a follow-up
//! what it takes over from the questions before.

use crate::index::analysis::question::{self, Term};
use crate::language::Language;

use super::kind::Kind;
use super::question::Question;

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

/// What a search is made of.
#[derive(Debug, Clone)]
pub struct Asked {
    pub question: Question,
    pub(super) kind: Option<Kind>,
    terms: Vec<Term>,
    /// How many of `terms`, from the first, the question itself holds.
    own: usize,
}

impl Asked {
    /// `languages` are those of the corpus, the most common one first. `earlier` are the questions
    /// before in the same conversation, oldest first.
    #[must_use]
    pub fn new(question: Question, earlier: &[Question], languages: &[Language]) -> Self {
        let terms = question::terms(&question.text, languages);
        let own = terms.len();
        let kind = Kind::of(&question.text);
        let mut asked = Self {
            question,
            kind,
            terms,
            own,
        };
        if let Some((last, before)) = earlier.split_last()
            && asked.leans_back()
        {
            asked.take_over(Self::new(last.clone(), before, languages));
        }
        asked
    }

    /// The question's own terms first, then those taken over.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The terms that the question itself holds.
    #[must_use]
    pub fn own_terms(&self) -> &[Term] {
        self.terms.get(..self.own).unwrap_or_default()
    }

    fn leans_back(&self) -> bool {
        let lower = self.question.text.to_lowercase();
        let mut words = lower
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let goes_on = words
            .clone()
            .next()
            .is_some_and(|first| CONTINUATIONS.contains(&first));
        let names_something = self.own_terms().iter().any(|term| name_of(term).is_some());
        goes_on
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
        Asked::new(clean(&question), &earlier, &[Language::English])
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
