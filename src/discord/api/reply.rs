//! Where an answer goes: to a slash command or a pressed button, or to a message.

use std::fmt;
use std::sync::Arc;

use serenity::all::Message;

use super::error::RestError;
use super::interaction::Interaction;
use super::message::{Body, Shown};
use super::message_reply::MessageReply;
use super::rest::Rest;
use crate::discord::words::Words;

/// Where an answer goes.
#[derive(Clone)]
pub(in crate::discord) enum Reply {
    Interaction(Arc<Interaction>),
    Message(Arc<MessageReply>),
}

impl Reply {
    pub(in crate::discord) fn to_message(message: &Message, words: Words) -> Self {
        Self::Message(Arc::new(MessageReply::new(message, words)))
    }

    /// The language of the answer.
    pub(in crate::discord) fn words(&self) -> Words {
        match self {
            Self::Interaction(interaction) => interaction.words(),
            Self::Message(message) => message.words(),
        }
    }

    /// Gives the answer. `private` counts for interactions that were not acknowledged yet. Returns
    /// the message that shows the answer, if it is known.
    pub(in crate::discord) async fn answer(
        &self,
        rest: &Rest,
        content: impl Into<Body>,
        private: bool,
    ) -> Result<Option<Shown>, RestError> {
        let body = content.into();
        match self {
            Self::Interaction(interaction) => interaction.answer(rest, body, private).await,
            Self::Message(message) => message.answer(rest, body).await.map(Some),
        }
    }
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Interaction(it) => it.fmt(f),
            Self::Message(it) => it.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests;
