//! A question's terms: its content words, each in every form under which the corpus may hold it.

use std::ops::Range;

use crate::language::Language;

use super::stem::Stemmer;
use super::{Analyzer, Numbers, TokenKind, analyse, common, fold, spelling, stopwords, words};

/// A content word of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Bytes of the question.
    pub range: Range<usize>,
    /// Counts content words from 0; neighbours differ by one.
    pub position: u32,
    /// The stems it may have, one a language at most; any of them is a match.
    pub stems: Vec<String>,
    /// Its exact forms.
    pub exact: Vec<String>,
    /// A run of characters of a script without spaces, not a word that a person would name.
    pub gram: bool,
    /// A word that is said about everything; how rare it is in the articles tells little.
    pub common: bool,
}

/// The content words of a question that is put to a corpus in these languages (most common
/// first). The words' order is kept; one that is asked twice is there once.
#[must_use]
pub fn terms(question: &str, languages: &[Language]) -> Vec<Term> {
    let languages = if languages.is_empty() {
        &[Language::English]
    } else {
        languages
    };
    let asked_in = language_of(question, languages);
    let mut drafts: Vec<Draft> = Vec::new();
    for &language in languages {
        let mut analyzer = Analyzer::once(language, asked_in);
        for found in analyse(&mut analyzer, question, Numbers::InNamesOnly) {
            let kind = found.kind;
            let token = found.into_token();
            // A second reading joins the word's; so does a quantity that may be part of a name.
            let place = (
                token.position,
                kind == TokenKind::Gram,
                token.range.start..token.range.end,
            );
            let same = |draft: &&mut Draft| {
                draft.term.position == token.position
                    && (draft.cell.is_none() || draft.cell == Some(token.range.clone()))
            };
            if let Some(draft) = drafts.iter_mut().find(same) {
                draft.add(token.stem, token.exact, token.range);
            } else {
                drafts.push(Draft::new(place, token.stem, token.exact));
            }
        }
    }
    drafts.sort_by_key(|draft| {
        (
            draft.term.position,
            draft.term.range.start,
            draft.term.range.end,
        )
    });
    let mut terms: Vec<Term> = Vec::new();
    let stemmer = Stemmer::new(asked_in);
    for Draft { mut term, .. } in drafts {
        let written = question.get(term.range.clone()).unwrap_or_default();
        if is_measure(question, &term) {
            continue;
        }
        // A lone letter is as common as any word: "R&D".
        let lone = !term.gram
            && written.chars().count() == 1
            && !written.is_empty()
            && written.chars().all(char::is_alphabetic);
        term.common = lone || common::contains(asked_in, &stemmer.stem(written), written);
        if !terms.iter().any(|known| known.exact == term.exact) {
            terms.push(term);
        }
    }
    terms
}

/// Whether the word only says what "how" before it asks for: "how many".
fn is_measure(question: &str, term: &Term) -> bool {
    let before = question.get(..term.range.start).unwrap_or_default();
    let how = before.split_whitespace().next_back().unwrap_or_default();
    let word = question.get(term.range.clone()).unwrap_or_default();
    stopwords::is_measure(&fold::fold(how), &fold::fold(word))
}

/// The function word that an unknown word was meant to be: "wher", "teh". Function words are few
/// and often mistyped, and no article's vocabulary has them.
#[must_use]
pub fn is_mistyped_function_word(word: &str, language: Language) -> bool {
    word.chars().count() >= 3
        && stopwords::of(language).any(|known| spelling::distance(word, known, 1).is_some())
}

struct Draft {
    term: Term,
    /// Grams at one position stay apart: each is evidence of its own.
    cell: Option<Range<usize>>,
}

impl Draft {
    fn new(
        (position, gram, range): (u32, bool, Range<usize>),
        stem: String,
        exact: String,
    ) -> Self {
        let cell = gram.then(|| range.clone());
        let term = Term {
            range,
            position,
            stems: vec![stem],
            exact: vec![exact],
            gram,
            common: false,
        };
        Self { term, cell }
    }

    fn add(&mut self, stem: String, exact: String, range: Range<usize>) {
        let Term {
            stems,
            exact: forms,
            range: whole,
            ..
        } = &mut self.term;
        if !stems.contains(&stem) {
            stems.push(stem);
        }
        if !forms.contains(&exact) {
            forms.push(exact);
        }
        *whole = whole.start.min(range.start)..whole.end.max(range.end);
    }
}

/// The language whose function words the question has most of; the corpus's most common one if
/// none has any. Function words tell short questions apart better than letter statistics.
#[must_use]
pub fn language_of(question: &str, languages: &[Language]) -> Language {
    let folded: Vec<String> = words::words(question)
        .iter()
        .map(|word| fold::fold(&word.text))
        .collect();
    let count = |language: Language| {
        folded
            .iter()
            .filter(|word| stopwords::contains(language, word))
            .count()
    };
    let mut best = (languages.first().copied().unwrap_or(Language::English), 0);
    for &language in languages {
        let found = count(language);
        if found > best.1 {
            best = (language, found);
        }
    }
    if best.1 > 0 {
        return best.0;
    }
    // People ask in their own language, too.
    Language::ALL
        .iter()
        .copied()
        .max_by_key(|&language| (count(language), language == best.0))
        .unwrap_or(best.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(question: &str, languages: &[Language]) -> Vec<Vec<String>> {
        terms(question, languages)
            .into_iter()
            .map(|term| term.stems)
            .collect()
    }

    #[test]
    fn question_words_are_dropped_and_names_keep_their_number() {
        let english = [Language::English];
        assert_eq!(
            stems("Where is the Polestar 3 built?", &english),
            [vec!["polestar"], vec!["polestar3"], vec!["built"]]
        );
        assert_eq!(
            stems("polestar 1 and 2", &english),
            [vec!["polestar"], vec!["polestar1"], vec!["polestar2"]]
        );
    }

    #[test]
    fn what_only_carries_the_question_is_no_term() {
        let english = [Language::English];
        assert_eq!(
            stems("How many cars can't they've sold?", &english),
            [["car"], ["sold"]]
        );
        assert_eq!(
            stems("Hur många bilar såldes?", &[Language::Swedish]),
            stems("bilar såldes", &[Language::Swedish])
        );
        assert_eq!(
            stems("many cars", &english).len(),
            2,
            "many of what is asked for"
        );
    }

    #[test]
    fn adverbs_tell_little() {
        let terms = terms(
            "What changed mechanically in the assembly?",
            &[Language::English],
        );
        let common: Vec<bool> = terms.iter().map(|term| term.common).collect();
        assert_eq!(common, [true, true, false], "{terms:?}");
    }

    #[test]
    fn a_quantity_may_stand_alone() {
        assert_eq!(
            stems("800 engineers", &[Language::English]),
            [vec!["800"], vec!["engin"]]
        );
        let employs = stems("who employs 800 engineers", &[Language::English]);
        assert!(
            employs
                .iter()
                .any(|forms| forms.contains(&"800".to_owned())),
            "{employs:?}"
        );
    }

    #[test]
    fn a_question_is_put_in_the_words_of_every_language_of_the_corpus() {
        let both = [Language::English, Language::Swedish];
        let found = stems("Var byggs bilarna?", &both);
        assert_eq!(
            found.len(),
            2,
            "the Swedish question word is dropped: {found:?}"
        );
        assert!(found.iter().any(|forms| forms.len() == 2), "{found:?}");
    }

    #[test]
    fn the_corpus_language_does_not_eat_words_of_the_question() {
        let mixed = [Language::English, Language::German];
        let found = stems("Who won the war in 1918?", &mixed);
        assert!(
            found.iter().any(|forms| forms.contains(&"war".to_owned())),
            "{found:?}"
        );
    }
}
