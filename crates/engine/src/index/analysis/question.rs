//! A question's terms: its content words, each in every form that the corpus may contain.

use std::ops::Range;

use crate::language::Language;

use super::stem::Stemmer;
use super::tokenizer::{Numbers, TokenKind, tokenize};
use super::{Analyzer, common, fold, spelling, stopwords, words};

/// A content word of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its bytes in the question.
    pub range: Range<usize>,
    /// Counts content words, from 0; neighbours differ by one.
    pub position: u32,
    /// Its stems, at most one per language; any of them matches.
    pub stems: Vec<String>,
    /// Its exact forms.
    pub exact: Vec<String>,
    /// An n-gram of a script without spaces rather than a word.
    pub gram: bool,
    /// A word that occurs in texts about anything; its rarity in the articles means little.
    pub common: bool,
}

/// The content words of a question about a corpus in these languages (most common first), in the
/// question's order and without duplicates.
#[must_use]
pub fn terms(question: &str, languages: &[Language]) -> Vec<Term> {
    let languages = if languages.is_empty() {
        &[Language::English]
    } else {
        languages
    };
    let asked_in = language_of(question, languages);
    let mut drafts: Vec<TermDraft> = Vec::new();
    for &language in languages {
        let mut analyzer = Analyzer::once(language, asked_in);
        for analysed in tokenize(&mut analyzer, question, Numbers::OnlyInNames) {
            let kind = analysed.kind;
            let token = analysed.into_token();
            // A second reading joins the word's term; so does a number that may be part of a name.
            let occurrence = (
                token.position,
                kind == TokenKind::Gram,
                token.range.start..token.range.end,
            );
            let same = |draft: &&mut TermDraft| {
                draft.term.position == token.position
                    && (draft.cell.is_none() || draft.cell == Some(token.range.clone()))
            };
            if let Some(draft) = drafts.iter_mut().find(same) {
                draft.add(token.stem, token.exact, token.range);
            } else {
                drafts.push(TermDraft::new(occurrence, token.stem, token.exact));
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
    for TermDraft { mut term, .. } in drafts {
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

/// Whether the word only completes the "how" before it: "how many".
fn is_measure(question: &str, term: &Term) -> bool {
    let before = question.get(..term.range.start).unwrap_or_default();
    let how = before.split_whitespace().next_back().unwrap_or_default();
    let word = question.get(term.range.clone()).unwrap_or_default();
    stopwords::is_measure(&fold::fold(how), &fold::fold(word))
}

/// Whether an unknown word was probably meant to be a stop word: "wher", "teh". Stop words are few
/// and often mistyped, and no article's vocabulary contains them.
#[must_use]
pub fn is_mistyped_function_word(word: &str, language: Language) -> bool {
    word.chars().count() >= 3
        && stopwords::of(language).any(|known| spelling::distance(word, known, 1).is_some())
}

struct TermDraft {
    term: Term,
    /// Set for n-grams: those at one position stay separate terms.
    cell: Option<Range<usize>>,
}

impl TermDraft {
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

/// The language that most of the question's stop words belong to, or the corpus's most common one
/// if it has none. For short questions, stop words are more reliable than letter statistics.
#[must_use]
pub(crate) fn language_of(question: &str, languages: &[Language]) -> Language {
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
    // The question may be in a language that no article is in.
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
    fn words_that_only_form_the_question_are_not_terms() {
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
            "without \"how\" it is a content word"
        );
    }

    #[test]
    fn adverbs_are_common_words() {
        let terms = terms(
            "What changed mechanically in the assembly?",
            &[Language::English],
        );
        let common: Vec<bool> = terms.iter().map(|term| term.common).collect();
        assert_eq!(common, [true, true, false], "{terms:?}");
    }

    #[test]
    fn a_quantity_is_a_term_of_its_own() {
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
    fn a_question_is_stemmed_in_every_language_of_the_corpus() {
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
    fn stop_words_of_the_corpus_languages_stay_in_the_question() {
        let mixed = [Language::English, Language::German];
        let found = stems("Who won the war in 1918?", &mixed);
        assert!(
            found.iter().any(|forms| forms.contains(&"war".to_owned())),
            "{found:?}"
        );
    }
}
