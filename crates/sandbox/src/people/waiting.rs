//! Waiting for what bots do, without sleeping.

use std::fmt;
use std::time::Duration;

use serde_json::Value;
use tokio::time::timeout;

use super::{Interaction, Person, SeenMessage};
use crate::platform::Platform;

/// How long something is waited for.
const PATIENCE: Duration = Duration::from_secs(15);

/// Requests that a failed wait tells of.
const TOLD: usize = 12;

/// What was waited for did not happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimedOut {
    /// The last requests that bots sent, for a look at what they did instead.
    requests: Vec<String>,
}

impl fmt::Display for TimedOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "it did not happen within {PATIENCE:?}; last requests:")?;
        for request in &self.requests {
            write!(f, "\n  {request}")?;
        }
        Ok(())
    }
}

impl std::error::Error for TimedOut {}

/// What became of an interaction so far, as the person sees it.
#[derive(Debug, Clone, PartialEq)]
pub enum InteractionOutcome {
    /// Nothing yet.
    Waiting,
    /// "The application did not respond."
    Failed,
    /// The bot took note and changes nothing for now.
    Acknowledged,
    /// "... is thinking".
    Thinking,
    Answered(Box<SeenMessage>),
    /// A form to fill in, as Discord's object.
    Form(Value),
    /// Choices for an option.
    Choices(Vec<Value>),
}

impl Platform {
    /// Waits until `look` finds something. It is asked again after every change and every request.
    pub(crate) async fn until<T>(
        &self,
        mut look: impl FnMut() -> Option<T>,
    ) -> Result<T, TimedOut> {
        let mut news = self.world.news();
        let waiting = async {
            loop {
                news.mark_unchanged();
                if let Some(found) = look() {
                    return Some(found);
                }
                if news.changed().await.is_err() {
                    return None;
                }
            }
        };
        let found = timeout(PATIENCE, waiting).await.ok().flatten();
        found.ok_or_else(|| {
            let entries = self.journal.entries();
            let last = entries.iter().rev().take(TOLD).rev();
            TimedOut {
                requests: last
                    .map(|entry| format!("{} → {}", entry.what(), entry.status))
                    .collect(),
            }
        })
    }
}

impl Person {
    /// What became of something they began.
    #[must_use]
    pub fn outcome_of(&self, interaction: &Interaction) -> InteractionOutcome {
        self.platform.world.read(|state| {
            let Some(interaction) = state.interactions.get(&interaction.id) else {
                return InteractionOutcome::Failed;
            };
            if interaction.answered.is_none() {
                return if state.is_overdue(interaction) {
                    InteractionOutcome::Failed
                } else {
                    InteractionOutcome::Waiting
                };
            }
            if let Some(choices) = &interaction.choices {
                return InteractionOutcome::Choices(choices.clone());
            }
            if let Some(form) = &interaction.modal {
                return InteractionOutcome::Form(form.clone());
            }
            let message = interaction
                .original
                .and_then(|id| state.message(interaction.channel, id));
            match message {
                Some(message) if message.is_loading() => InteractionOutcome::Thinking,
                Some(message) if message.interaction == Some(interaction.id) => {
                    let seen = SeenMessage::of(state, message, self.id);
                    InteractionOutcome::Answered(Box::new(seen))
                }
                _ => InteractionOutcome::Acknowledged,
            }
        })
    }

    /// Waits for the answer to something they began, past "thinking".
    ///
    /// # Errors
    /// When none comes.
    pub async fn answer_to(&self, interaction: &Interaction) -> Result<SeenMessage, TimedOut> {
        let look = || match self.outcome_of(interaction) {
            InteractionOutcome::Answered(message) => Some(*message),
            _ => None,
        };
        self.platform.until(look).await
    }

    /// Everything that a bot wrote for something they began, oldest first: its answer and what
    /// followed.
    #[must_use]
    pub fn messages_of(&self, interaction: &Interaction) -> Vec<SeenMessage> {
        self.platform.world.read(|state| {
            let Some(began) = state.interactions.get(&interaction.id) else {
                return Vec::new();
            };
            let messages = state.messages.get(&began.channel);
            let messages = messages.into_iter().flat_map(|it| it.values());
            messages
                .filter(|it| it.interaction == Some(began.id) && it.is_for(self.id))
                .map(|it| SeenMessage::of(state, it, self.id))
                .collect()
        })
    }

    /// Waits for a message that follows the answer to something they began: the `n`th, from 1.
    ///
    /// # Errors
    /// When none comes.
    pub async fn follow_up_to(
        &self,
        interaction: &Interaction,
        n: usize,
    ) -> Result<SeenMessage, TimedOut> {
        let look = || self.messages_of(interaction).into_iter().nth(n);
        self.platform.until(look).await
    }

    /// Waits for the form that something they began is answered with.
    ///
    /// # Errors
    /// When none comes.
    pub async fn form_of(&self, interaction: &Interaction) -> Result<Value, TimedOut> {
        let look = || match self.outcome_of(interaction) {
            InteractionOutcome::Form(form) => Some(form),
            _ => None,
        };
        self.platform.until(look).await
    }

    /// Waits for the choices that a bot offers for an option, as names.
    ///
    /// # Errors
    /// When none come.
    pub async fn choices_of(&self, interaction: &Interaction) -> Result<Vec<String>, TimedOut> {
        let look = || match self.outcome_of(interaction) {
            InteractionOutcome::Choices(choices) => Some(choices),
            _ => None,
        };
        let choices = self.platform.until(look).await?;
        let names = choices.iter().filter_map(|it| it.get("name")?.as_str());
        Ok(names.map(str::to_owned).collect())
    }

    /// Waits for a reply to a message of theirs.
    ///
    /// # Errors
    /// When none comes.
    pub async fn reply_to(&self, message: &SeenMessage) -> Result<SeenMessage, TimedOut> {
        let look = || {
            let seen = self.sees(message.channel);
            seen.into_iter()
                .find(|it| it.replies_to == Some(message.id))
        };
        self.platform.until(look).await
    }
}
