//! Finds articles for a message that asks nothing in particular. Its topic is taken from its rarest
//! words, as counted by the index.

use anyhow::Context as _;

use lodestar_engine::answer::{self, Answer, Excerpt, Question};
use lodestar_engine::index::Snapshot;
use lodestar_engine::index::analysis::question::{self, Term};

use super::outline::{article_key, key};
use super::{App, AskError};

/// Characters of a message that are read; Discord allows at most 4000.
const LOOKED_AT: usize = 4_000;

/// Words of a message that are counted in the index; later ones add little.
const COUNTED: usize = 250;

/// Words that are searched for: few enough for one passage to contain most of them.
const RARE: usize = 8;

impl App {
    /// Finds at most `excerpts` passages on the topic of a message; none if no word of it occurs in
    /// the articles. Their confidence means little, since nothing was asked.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn find(&self, message: &str, excerpts: usize) -> Result<Answer, AskError> {
        let message = Question::clean(message, LOOKED_AT);
        if !message.text.contains(char::is_alphanumeric) {
            return Err(AskError::NoWords);
        }
        self.admit(move |inner| {
            let live = inner.current()?;
            let words = rare_words(&message.text, &live).map_err(AskError::Failed)?;
            let question = Question {
                text: words.unwrap_or(message.text),
                cut: 0,
            };
            Ok(inner.view()?.answer(question, &[], excerpts)?)
        })
        .await
    }

    /// Finds a passage that was shown before; `None` if it is no longer in the articles.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn passage(&self, wanted: PassageKey) -> Result<Option<Excerpt>, AskError> {
        let outline = self.outline().await?;
        let Some(path) = outline.article(wanted.article).map(|it| it.path.clone()) else {
            return Ok(None);
        };
        self.admit(move |inner| {
            let live = inner.current()?;
            let article = live.article(&path).context("an article could not be read");
            let Some((source, passages)) = article.map_err(AskError::Failed)? else {
                return Ok(None);
            };
            let nearest = passages
                .into_iter()
                .filter(|passage| key(passage.text.as_bytes()) == wanted.text)
                .min_by_key(|passage| passage.position.abs_diff(wanted.position));
            let question = Question::clean("", LOOKED_AT);
            let passages = nearest.into_iter().collect();
            let answer = answer::about(question, source, passages, live.generation());
            Ok(answer.excerpts.into_iter().next())
        })
        .await
    }
}

/// A short name for a passage. It finds the passage again as long as its text is unchanged, even if
/// it has moved within its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PassageKey {
    /// See [`article_key`].
    pub article: u64,
    /// Its former position in the article, counted from 0.
    pub position: u32,
    /// Key of its text.
    pub text: u64,
}

impl PassageKey {
    #[must_use]
    pub fn of(excerpt: &Excerpt) -> Self {
        Self {
            article: article_key(&excerpt.source.path),
            position: excerpt.position,
            text: key(excerpt.text.as_bytes()),
        }
    }
}

/// The rarest words of a text that the index knows, in their order. `None` if the text is short
/// enough to be searched for whole, or if none of its words is known.
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
    use lodestar_engine::language::Language;

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
