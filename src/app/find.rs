//! Articles for a message that asks nothing in particular: what it is about is told by its rarest
//! words, as the index counts them.

use crate::answer::{Answer, Question};
use crate::index::Snapshot;
use crate::index::analysis::question::{self, Term};

use super::{App, AskError};

/// Characters of a message that are looked at; Discord's messages have 4000 at most.
const LOOKED_AT: usize = 4_000;

/// Words of a message that are counted in the index; what comes later adds little.
const COUNTED: usize = 250;

/// Words that are searched for. Few enough that a passage can hold most of them.
const RARE: usize = 8;

impl App {
    /// Passages about what a message is about, `excerpts` at most; none if no word of it occurs in
    /// the articles. How sure they are means little, since nothing was asked.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn find(&self, message: &str, excerpts: usize) -> Result<Answer, AskError> {
        let message = Question::clean(message, LOOKED_AT);
        if !message.text.contains(char::is_alphanumeric) {
            return Err(AskError::NoWords);
        }
        self.admit(move |inner| {
            inner.follow_publications().map_err(AskError::Failed)?;
            let live = inner.live.load_full().ok_or(AskError::NoIndex)?;
            let words = rare_words(&message.text, &live).map_err(AskError::Failed)?;
            let question = Question {
                text: words.unwrap_or(message.text),
                cut: 0,
            };
            inner.search(question, &[], excerpts)
        })
        .await
    }
}

/// The rarest words of a text that the index knows, in their order; `None` for a text so short that
/// all of it can be searched for, and for one of which nothing is known.
fn rare_words(text: &str, live: &Snapshot) -> anyhow::Result<Option<String>> {
    let mut terms = question::terms(text, live.languages());
    if terms.len() <= RARE {
        return Ok(None);
    }
    terms.truncate(COUNTED);
    let frequencies = live.frequencies(&terms)?;
    let rare = rarest(terms, &frequencies);
    let words: Vec<&str> = rare
        .iter()
        .filter_map(|term| text.get(term.range.clone()))
        .collect();
    Ok((!words.is_empty()).then(|| words.join(" ")))
}

fn rarest(terms: Vec<Term>, frequencies: &[u64]) -> Vec<Term> {
    let mut known: Vec<(u64, Term)> = frequencies.iter().copied().zip(terms).collect();
    known.retain(|(frequency, _)| *frequency > 0);
    known.sort_by_key(|(frequency, term)| (*frequency, term.position));
    known.truncate(RARE);
    known.sort_by_key(|(_, term)| (term.position, term.range.start));
    known.into_iter().map(|(_, term)| term).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn the_rarest_words_that_are_known_are_kept_in_their_order() {
        let text = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda";
        let terms = question::terms(text, &[Language::Other]);
        assert_eq!(terms.len(), 11);
        let frequencies = [9, 0, 1, 5, 5, 5, 5, 5, 5, 80, 1];
        let kept: Vec<String> = rarest(terms, &frequencies)
            .into_iter()
            .map(|term| term.exact[0].clone())
            .collect();
        assert_eq!(
            kept,
            [
                "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "lambda"
            ]
        );
    }
}
