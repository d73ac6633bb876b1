//! What a bot was heard to say to the questions: when it acknowledged each, and when it had answered
//! it. Read from the requests that the sandbox keeps.

use std::collections::HashMap;
use std::time::Instant;

use discord_sandbox::{RecordedRequest, Sandbox};
use serde_json::Value;

/// What was heard so far.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// Requests read so far.
    read: u64,
    /// By the tokens of interactions.
    questions: HashMap<String, Question>,
    answered: usize,
    refused: usize,
}

/// What was heard of a question.
#[derive(Debug)]
pub(super) struct Question {
    /// The id of the interaction.
    pub(super) id: String,
    pub(super) acknowledged: Instant,
    pub(super) answered: Option<Instant>,
}

impl Heard {
    /// From now on.
    pub(super) fn from_now(sandbox: &Sandbox) -> Self {
        let (_, read) = sandbox.requests_since(0);
        Self {
            read,
            ..Self::default()
        }
    }

    /// Reads on.
    pub(super) fn read(&mut self, sandbox: &Sandbox) {
        let (requests, read) = sandbox.requests_since(self.read);
        self.read = read;
        let good = |request: &&RecordedRequest| (200..300).contains(&request.status);
        for request in requests.iter().filter(good) {
            self.hear(request);
        }
    }

    fn hear(&mut self, request: &RecordedRequest) {
        let parts: Vec<&str> = request.path.split('/').collect();
        match parts.as_slice() {
            ["", "interactions", id, token, "callback"] => {
                let question = Question {
                    id: (*id).to_owned(),
                    acknowledged: request.at,
                    answered: None,
                };
                self.questions.insert((*token).to_owned(), question);
            }
            ["", "webhooks", _, token, "messages", "@original"] => {
                let Some(question) = self.questions.get_mut(*token) else {
                    return;
                };
                if question.answered.is_some() {
                    return;
                }
                if is_answer(request) {
                    question.answered = Some(request.at);
                    self.answered += 1;
                } else {
                    self.refused += 1;
                }
            }
            _ => {}
        }
    }

    /// Questions that will not be waited for any longer: answered or refused.
    pub(super) fn settled(&self) -> usize {
        self.answered + self.refused
    }

    /// By the ids of interactions.
    pub(super) fn by_id(self) -> HashMap<String, Question> {
        let questions = self.questions.into_values();
        questions.map(|it| (it.id.clone(), it)).collect()
    }
}

/// Whether a message answers, with passages or buttons, rather than says that it cannot.
fn is_answer(request: &RecordedRequest) -> bool {
    let body = request.body.as_ref();
    let has = |key: &str| {
        let list = body
            .and_then(|body| body.get(key))
            .and_then(Value::as_array);
        list.is_some_and(|list| !list.is_empty())
    };
    has("components") || has("embeds")
}
