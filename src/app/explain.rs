//! Explains to admins why a question gets its answer.

use lodestar_engine::answer::Explanation;

use super::{App, AskError};

impl App {
    /// Explains the answer to a question, and what became of the article that was expected to
    /// answer, given by its path.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn explain(
        &self,
        question: &str,
        expected: Option<String>,
    ) -> Result<Explanation, AskError> {
        let question = question.to_owned();
        self.admit(move |inner| {
            let explanation = inner.engine.explain(&question, expected);
            inner.announce();
            Ok(explanation?)
        })
        .await
    }
}
