//! Why a question is answered as it is, for admins.

use lodestar_engine::answer::{self, Explanation, Found, Question};

use super::search::Search;
use super::{App, AskError};

impl App {
    /// Lays the answer to a question open, and what became of an article that was expected to answer,
    /// by its path.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn explain(
        &self,
        question: &str,
        expected: Option<String>,
    ) -> Result<Explanation, AskError> {
        let question = Question::clean(question, self.inner.limits.max_question_chars);
        if !question.text.contains(char::is_alphanumeric) {
            return Err(AskError::NoWords);
        }
        self.admit(move |inner| {
            let view = inner.view()?;
            let pin = view.tuning.pinned(&question.text).cloned();
            let searched = view.search(question, &[]).map_err(AskError::Failed)?;
            let Search {
                asked,
                hits,
                statistics,
                ..
            } = searched;
            let found = Found {
                asked,
                hits,
                statistics,
            };
            let wanted = match expected {
                None => None,
                Some(path) => {
                    let content = view.snapshot.article(&path);
                    let content = content.map_err(|error| AskError::Failed(error.into()))?;
                    Some((path, content))
                }
            };
            let mut told = answer::explain(found, &view.lexicon, &view.thresholds, wanted);
            told.pinned = pin.map(|pin| {
                let place = std::iter::once(pin.article).chain(pin.headings);
                place.collect::<Vec<_>>().join(" › ")
            });
            Ok(told)
        })
        .await
    }
}
