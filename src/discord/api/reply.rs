//! Where an answer goes: to a slash command or a pressed button, or to a message. It knows which of
//! them it is; how Discord wants each of them answered is told in the files beside it.

mod interaction;
mod question;

use std::fmt;
use std::sync::Arc;

use serenity::all::{ChannelId, CommandInteraction, ComponentInteraction, Message, MessageId};

use crate::discord::api::message::Body;
use crate::discord::api::rest::Rest;
use crate::discord::api::rest::RestError;
use crate::discord::words::Words;

use question::Question;

pub(in crate::discord) use interaction::Interaction;

/// A message of ours that somebody can see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) struct Shown {
    pub(in crate::discord) channel: ChannelId,
    pub(in crate::discord) message: MessageId,
}

/// Where an answer goes.
pub(in crate::discord) enum Reply {
    Interaction(Arc<Interaction>),
    Message(Question),
}

impl Reply {
    pub(in crate::discord) fn to_command(interaction: &CommandInteraction) -> Self {
        Self::Interaction(Arc::new(Interaction::of_command(interaction)))
    }

    pub(in crate::discord) fn to_component(interaction: &ComponentInteraction) -> Self {
        Self::Interaction(Arc::new(Interaction::of_component(interaction)))
    }

    pub(in crate::discord) fn to_message(message: &Message, words: Words) -> Self {
        Self::Message(Question::new(message, words))
    }

    /// The language it is answered in.
    pub(in crate::discord) fn words(&self) -> Words {
        match self {
            Self::Interaction(interaction) => interaction.words(),
            Self::Message(question) => question.words(),
        }
    }

    /// Tells the asker that an answer follows; for messages there is nothing to tell yet.
    pub(in crate::discord) async fn acknowledge(
        &self,
        rest: &Rest,
        private: bool,
    ) -> Result<(), RestError> {
        match self {
            Self::Interaction(interaction) => interaction.acknowledge(rest, private).await,
            Self::Message(_) => Ok(()),
        }
    }

    /// Tells whoever pressed a button that its message will change; what fails then is told them
    /// alone. For messages there is nothing to tell.
    pub(in crate::discord) async fn acknowledge_in_place(
        &self,
        rest: &Rest,
    ) -> Result<(), RestError> {
        match self {
            Self::Interaction(interaction) => interaction.acknowledge_in_place(rest).await,
            Self::Message(_) => Ok(()),
        }
    }

    /// Gives the answer. `private` counts where nothing was acknowledged yet. Returns the message
    /// that shows it, if it is known.
    pub(in crate::discord) async fn answer(
        &self,
        rest: &Rest,
        content: impl Into<Body>,
        private: bool,
    ) -> Result<Option<Shown>, RestError> {
        let body = content.into();
        match self {
            Self::Interaction(interaction) => interaction.answer(rest, body, private).await,
            Self::Message(question) => question.answer(rest, body).await.map(Some),
        }
    }

    /// Whether the bot is no member where it is asked, and can do nothing but answer.
    pub(in crate::discord) fn is_guest(&self) -> bool {
        matches!(self, Self::Interaction(it) if it.is_guest())
    }

    /// Adds a message that all can see.
    pub(in crate::discord) async fn add(
        &self,
        rest: &Rest,
        content: &str,
    ) -> Result<(), RestError> {
        match self {
            Self::Interaction(it) => it.follow_up(rest, content).await,
            Self::Message(question) => question.answer(rest, content.into()).await.map(drop),
        }
    }

    /// Adds a message that only whoever used the command or button sees.
    pub(in crate::discord) async fn add_privately(
        &self,
        rest: &Rest,
        body: Body,
    ) -> Result<(), RestError> {
        match self {
            Self::Interaction(it) => {
                let body = body.private(true);
                it.send_more(rest, &body).await
            }
            Self::Message(question) => question.answer(rest, body).await.map(drop),
        }
    }

    /// Deletes the message whose button was pressed.
    pub(in crate::discord) async fn delete(&self, rest: &Rest) -> Result<(), RestError> {
        match self {
            Self::Interaction(interaction) => interaction.delete(rest).await,
            Self::Message(_) => Ok(()),
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

/// A new message of ours that is no reply.
pub(in crate::discord) fn once(body: Body) -> Body {
    /// Digits; fewer than the 25 that Discord allows.
    const NONCE: usize = 13;
    body.once(crate::discord::api::nonce::short(NONCE))
}

#[cfg(test)]
mod tests;
