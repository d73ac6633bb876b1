//! Where an answer goes: to a slash command or to a message. It hides how Discord wants each of
//! them answered, and what to do when it no longer can be.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serenity::all::{
    ApplicationId, AuthorizingIntegrationOwner, AuthorizingIntegrationOwners, ChannelId,
    CommandInteraction, ComponentInteraction, InteractionId, Message, MessageId, UserId,
};
use tokio::time::{Duration, Instant};

use super::message::{Body, Response};
use super::rest::{Rest, RestError};
use super::words::Words;

/// An interaction can be answered for 15 minutes,
/// <https://docs.discord.com/developers/interactions/receiving-and-responding>; the last one is
/// left for requests that must be tried again.
const INTERACTION_LIFE: Duration = Duration::from_secs(14 * 60);

/// Messages that can follow the answer where only a person brought the bot along,
/// <https://docs.discord.com/developers/interactions/receiving-and-responding>.
const GUESTS_FOLLOW_UPS: usize = 5;

/// Discord's codes,
/// <https://docs.discord.com/developers/topics/opcodes-and-status-codes#json>.
mod code {
    pub(super) const UNKNOWN_INTERACTION: i64 = 10_062;
    pub(super) const UNKNOWN_WEBHOOK: i64 = 10_015;
    pub(super) const ALREADY_ACKNOWLEDGED: i64 = 40_060;
    pub(super) const MISSING_ACCESS: i64 = 50_001;
    pub(super) const MISSING_PERMISSIONS: i64 = 50_013;
    pub(super) const INVALID_WEBHOOK_TOKEN: i64 = 50_027;
    pub(super) const NO_REPLY_WITHOUT_HISTORY: i64 = 160_002;
}

/// A message of ours that somebody can see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) channel: ChannelId,
    pub(super) message: MessageId,
}

/// Where an answer goes.
pub(super) enum Reply {
    Interaction(Arc<Interaction>),
    Message(Question),
}

/// A slash command, or a press on a button, that waits for its answer.
pub(super) struct Interaction {
    id: InteractionId,
    application: ApplicationId,
    token: String,
    channel: ChannelId,
    /// The command or button, for the log.
    what: String,
    /// In the language of whoever used it.
    words: Words,
    received: Instant,
    /// Whether the bot is no member there: it was brought by whoever uses it, and may do nothing
    /// but answer.
    is_guest: bool,
    /// Messages added to the answer.
    added: AtomicUsize,
    /// `Some` once something was answered.
    answered: Mutex<Option<Answered>>,
}

/// How an interaction was answered first; it cannot be answered otherwise any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answered {
    Publicly,
    Privately,
    /// With the message whose button was pressed.
    InPlace,
}

/// A message that asks.
pub(super) struct Question {
    channel: ChannelId,
    message: MessageId,
    author: UserId,
    words: Words,
}

impl Reply {
    pub(super) fn to_command(interaction: &CommandInteraction) -> Self {
        Self::Interaction(Arc::new(Interaction::new(interaction)))
    }

    pub(super) fn to_component(interaction: &ComponentInteraction) -> Self {
        Self::Interaction(Arc::new(Interaction::of_component(interaction)))
    }

    pub(super) fn to_message(message: &Message, words: Words) -> Self {
        Self::Message(Question {
            channel: message.channel_id,
            message: message.id,
            author: message.author.id,
            words,
        })
    }

    /// The language it is answered in.
    pub(super) fn words(&self) -> Words {
        match self {
            Self::Interaction(interaction) => interaction.words,
            Self::Message(question) => question.words,
        }
    }

    /// Tells the asker that an answer follows; for messages there is nothing to tell yet.
    pub(super) async fn acknowledge(&self, rest: &Rest, private: bool) -> Result<(), RestError> {
        match self {
            Self::Interaction(interaction) => interaction.acknowledge(rest, private).await,
            Self::Message(_) => Ok(()),
        }
    }

    /// Tells whoever pressed a button that its message will change; what fails then is told them
    /// alone. For messages there is nothing to tell.
    pub(super) async fn acknowledge_in_place(&self, rest: &Rest) -> Result<(), RestError> {
        match self {
            Self::Interaction(interaction) => interaction.acknowledge_in_place(rest).await,
            Self::Message(_) => Ok(()),
        }
    }

    /// Gives the answer. `private` counts where nothing was acknowledged yet. Returns the message
    /// that shows it, if it is known.
    pub(super) async fn answer(
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
    pub(super) fn is_guest(&self) -> bool {
        matches!(self, Self::Interaction(it) if it.is_guest)
    }

    /// Adds a message that all can see.
    pub(super) async fn add(&self, rest: &Rest, content: &str) -> Result<(), RestError> {
        match self {
            Self::Interaction(it) => it.follow_up(rest, content).await,
            Self::Message(question) => question.answer(rest, content.into()).await.map(drop),
        }
    }

    /// Adds a message that only whoever used the command or button sees.
    pub(super) async fn add_privately(&self, rest: &Rest, body: Body) -> Result<(), RestError> {
        match self {
            Self::Interaction(it) => {
                let body = body.private(true);
                it.send_more(rest, &body).await
            }
            Self::Message(question) => question.answer(rest, body).await.map(drop),
        }
    }

    /// Deletes the message whose button was pressed.
    pub(super) async fn delete(&self, rest: &Rest) -> Result<(), RestError> {
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
            Self::Message(it) => write!(f, "message {} in channel {}", it.message, it.channel),
        }
    }
}

impl fmt::Display for Interaction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in channel {}", self.what, self.channel)
    }
}

impl Interaction {
    pub(super) fn new(interaction: &CommandInteraction) -> Self {
        Self {
            id: interaction.id,
            application: interaction.application_id,
            token: interaction.token.clone(),
            channel: interaction.channel_id,
            what: format!("/{}", interaction.data.name),
            words: Words::of(&interaction.locale),
            received: Instant::now(),
            is_guest: is_guest(&interaction.authorizing_integration_owners),
            added: AtomicUsize::new(0),
            answered: Mutex::new(None),
        }
    }

    fn of_component(interaction: &ComponentInteraction) -> Self {
        Self {
            id: interaction.id,
            application: interaction.application_id,
            token: interaction.token.clone(),
            channel: interaction.channel_id,
            what: format!("{:?}", interaction.data.custom_id),
            words: Words::of(&interaction.locale),
            received: Instant::now(),
            is_guest: is_guest(&interaction.authorizing_integration_owners),
            added: AtomicUsize::new(0),
            answered: Mutex::new(None),
        }
    }

    pub(super) fn channel(&self) -> ChannelId {
        self.channel
    }

    pub(super) fn words(&self) -> Words {
        self.words
    }

    /// Adds a message to the answer, as many as Discord takes.
    async fn send_more(&self, rest: &Rest, body: &Body) -> Result<(), RestError> {
        let added = self.added.fetch_add(1, Ordering::Relaxed);
        if self.is_guest && added >= GUESTS_FOLLOW_UPS {
            tracing::warn!(reply = %self, "there is no room for another message");
            return Ok(());
        }
        rest.follow_up(self.application, &self.token, body).await
    }

    /// Adds a new, public message; an ordinary one when it is too late for the interaction.
    pub(super) async fn follow_up(
        &self,
        rest: &Rest,
        content: impl Into<Body>,
    ) -> Result<(), RestError> {
        let body = content.into();
        if self.is_alive() {
            let result = self.send_more(rest, &body).await;
            if !result.as_ref().is_err_and(is_expired) {
                return result;
            }
        }
        self.post(rest, body).await.map(drop)
    }

    /// Replaces the answer and returns the message, or `None` when it is too late for that.
    pub(super) async fn edit(&self, rest: &Rest, body: &Body) -> Result<Option<Shown>, RestError> {
        if !self.is_alive() {
            return Ok(None);
        }
        let edited = rest
            .edit_response(self.application, &self.token, body)
            .await;
        match edited {
            Err(error) if is_expired(&error) => Ok(None),
            result => result.map(|message| Some(self.shown(message))),
        }
    }

    async fn acknowledge(&self, rest: &Rest, private: bool) -> Result<(), RestError> {
        rest.respond(self.id, &self.token, &Response::deferred(private))
            .await?;
        self.set_answered(Answered::new(private));
        Ok(())
    }

    async fn acknowledge_in_place(&self, rest: &Rest) -> Result<(), RestError> {
        rest.respond(self.id, &self.token, &Response::deferred_update())
            .await?;
        self.set_answered(Answered::InPlace);
        Ok(())
    }

    async fn delete(&self, rest: &Rest) -> Result<(), RestError> {
        rest.delete_response(self.application, &self.token).await
    }

    /// Gives the answer, or replaces it. One that comes too late is posted in the channel, unless
    /// it is private.
    pub(super) async fn answer(
        &self,
        rest: &Rest,
        content: impl Into<Body>,
        private: bool,
    ) -> Result<Option<Shown>, RestError> {
        let body = content.into();
        if self.answered() == Some(Answered::InPlace) && private {
            let body = body.private(true);
            self.send_more(rest, &body).await?;
            return Ok(None);
        }
        if self.answered().is_none() {
            let response = Response::message(body.clone().private(private));
            match rest.respond(self.id, &self.token, &response).await {
                Ok(message) => {
                    self.set_answered(Answered::new(private));
                    return Ok(message.map(|message| self.shown(message)));
                }
                Err(error) if error.code() == Some(code::ALREADY_ACKNOWLEDGED) => {}
                Err(error) => return Err(error),
            }
        }
        if let Some(sent) = self.edit(rest, &body).await? {
            return Ok(Some(sent));
        }
        if self.answered().unwrap_or(Answered::new(private)) != Answered::Publicly {
            tracing::warn!(reply = %self, "an answer came too late for anybody to see");
            return Ok(None);
        }
        self.post(rest, body).await
    }

    /// Posts in the channel, where the bot is a member.
    async fn post(&self, rest: &Rest, body: Body) -> Result<Option<Shown>, RestError> {
        if self.is_guest {
            tracing::warn!(reply = %self, "an answer came too late for anybody to see");
            return Ok(None);
        }
        let message = rest.create_message(self.channel, &once(body)).await?;
        Ok(Some(self.shown(message)))
    }

    fn shown(&self, message: MessageId) -> Shown {
        Shown {
            channel: self.channel,
            message,
        }
    }

    fn is_alive(&self) -> bool {
        self.received.elapsed() < INTERACTION_LIFE
    }

    fn answered(&self) -> Option<Answered> {
        *self.answered.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set_answered(&self, how: Answered) {
        *self.answered.lock().unwrap_or_else(PoisonError::into_inner) = Some(how);
    }
}

impl Answered {
    fn new(private: bool) -> Self {
        if private {
            Self::Privately
        } else {
            Self::Publicly
        }
    }
}

impl Question {
    /// Replies in the channel; where that is not permitted, in a direct message.
    async fn answer(&self, rest: &Rest, answer: Body) -> Result<Shown, RestError> {
        // The question's id as nonce: one question is answered once, even if it is delivered twice.
        let body = answer
            .clone()
            .replying_to(self.channel, self.message)
            .once(self.message.to_string());
        let here = |message| Shown {
            channel: self.channel,
            message,
        };
        let error = match rest.create_message(self.channel, &body).await {
            Ok(message) => return Ok(here(message)),
            Err(error) => error,
        };
        match error.code() {
            Some(code::NO_REPLY_WITHOUT_HISTORY) => {
                let body = body.without_reference();
                rest.create_message(self.channel, &body).await.map(here)
            }
            Some(code::MISSING_PERMISSIONS | code::MISSING_ACCESS) => {
                tracing::warn!(channel = %self.channel, %error, "may not write here");
                let channel = rest.open_dm(self.author).await?;
                if channel == self.channel {
                    return Err(error);
                }
                let notice = self.words.may_not_write(&format!("<#{}>", self.channel));
                let notice = Body::new(&notice).once(format!("n{}", self.message));
                rest.create_message(channel, &notice).await?;
                let answer = answer.once(format!("d{}", self.message));
                let message = rest.create_message(channel, &answer).await?;
                Ok(Shown { channel, message })
            }
            _ => Err(error),
        }
    }
}

/// A new message of ours that is no reply.
pub(super) fn once(body: Body) -> Body {
    /// Digits; fewer than the 25 that Discord allows.
    const NONCE: usize = 13;
    body.once(super::nonce::short(NONCE))
}

/// Whether nobody but a person brought the bot to where it is asked.
fn is_guest(owners: &AuthorizingIntegrationOwners) -> bool {
    let by_server = |it: &AuthorizingIntegrationOwner| {
        matches!(it, AuthorizingIntegrationOwner::GuildInstall(_))
    };
    !owners.0.is_empty() && !owners.0.iter().any(by_server)
}

/// Whether an interaction can no longer be answered.
fn is_expired(error: &RestError) -> bool {
    matches!(
        error.code(),
        Some(code::UNKNOWN_INTERACTION | code::UNKNOWN_WEBHOOK | code::INVALID_WEBHOOK_TOKEN)
    )
}

#[cfg(test)]
mod tests;
