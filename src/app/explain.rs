//! Why a question is answered as it is, for admins.

use lodestar_engine::answer::Explanation;

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
        let question = question.to_owned();
        self.admit(move |inner| {
            let explanation = inner.engine.explain(&question, expected);
            inner.announce();
            Ok(explanation?)
        })
        .await
    }
}
