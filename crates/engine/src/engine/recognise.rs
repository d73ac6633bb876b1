//! Settles what a question is searched for, with what the articles hold at hand.

use crate::answer::{AnalysedQuestion, Lexicon};
use crate::index::analysis::question;
use crate::index::{IndexError, Snapshot};

/// Words that the articles do not have may be of another language, or mistyped; a bare number may
/// stand for a name. Returns the passages that hold each term.
pub(super) fn recognise(
    asked: &mut AnalysedQuestion,
    live: &Snapshot,
    lexicon: &Lexicon,
) -> Result<Vec<u64>, IndexError> {
    let numbers: Vec<(usize, String)> = asked
        .bare_numbers()
        .map(|(term, number)| (term, number.to_owned()))
        .collect();
    for (term, number) in numbers {
        if let Some(name) = live.name_with(&number)? {
            asked.add_alias(term, &name);
        }
    }
    let frequencies = live.frequencies(asked.terms())?;
    let unknown: Vec<(usize, String)> = asked
        .words()
        .filter(|(term, _)| frequencies.get(*term) == Some(&0))
        .map(|(term, word)| (term, word.to_owned()))
        .collect();
    if unknown.is_empty() {
        return Ok(frequencies);
    }
    let mut meant_nothing = Vec::new();
    for (term, word) in unknown {
        if lexicon.translate_from_any(asked, term) {
            continue;
        }
        if question::is_mistyped_function_word(&word, asked.language()) {
            meant_nothing.push(term);
        } else if let Some(similar) = live.similar_word(without_genitive(&word))? {
            asked.respell(term, &similar, lexicon);
        }
    }
    asked.remove_terms(&meant_nothing);
    live.frequencies(asked.terms())
}

/// The word itself: who mistypes "Emma's" has not mistyped the ending.
fn without_genitive(word: &str) -> &str {
    word.strip_suffix("'s").unwrap_or(word)
}
