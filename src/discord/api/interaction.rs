//! Answering a slash command or a press on a button: through the interaction's token while it is
//! valid, and in the channel after that. It knows nothing of messages that ask.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use serde_json::Value;
use serenity::all::{
    ApplicationId, AuthorizingIntegrationOwner, AuthorizingIntegrationOwners, ChannelId,
    CommandInteraction, ComponentInteraction, InteractionId, LightMethod, MessageId, UserId,
};
use serenity::http::Route;
use tokio::time::{Duration, Instant};

use super::call::Call;
use super::calls::Created;
use super::codes::{
    ALREADY_ACKNOWLEDGED, INVALID_WEBHOOK_TOKEN, UNKNOWN_INTERACTION, UNKNOWN_WEBHOOK,
};
use super::error::RestError;
use super::message::{Body, Choice, Response, Shown};
use super::rest::Rest;
use crate::discord::words::Words;

/// How long to keep trying to give the first answer. Discord waits 3 s for it; a try that begins
/// later is in vain, but one under way may have arrived.
const CALLBACK_PATIENCE: Duration = Duration::from_secs(5);
/// An interaction can be answered for 15 minutes,
/// <https://docs.discord.com/developers/interactions/receiving-and-responding>; the last one is
/// left for retries.
pub(in crate::discord) const INTERACTION_LIFE: Duration = Duration::from_secs(14 * 60);

/// Follow-ups at most where the bot was brought along by a user,
/// <https://docs.discord.com/developers/interactions/receiving-and-responding>.
const GUESTS_FOLLOW_UPS: usize = 5;

/// A slash command, or a press on a button, that waits for its answer.
pub(in crate::discord) struct Interaction {
    pub(in crate::discord) id: InteractionId,
    /// Whoever used it.
    pub(in crate::discord) user: UserId,
    pub(in crate::discord) application: ApplicationId,
    pub(in crate::discord) token: String,
    pub(in crate::discord) channel: ChannelId,
    /// The command or button, for the log.
    pub(in crate::discord) what: String,
    /// The language of whoever used it.
    pub(in crate::discord) words: Words,
    pub(in crate::discord) received: Instant,
    /// Whether the bot is not a member there: a user brought it along, and it can do nothing but
    /// answer.
    pub(in crate::discord) is_guest: bool,
    /// Follow-ups sent.
    pub(in crate::discord) added: AtomicUsize,
    /// `Some` after the first answer.
    pub(in crate::discord) answered: Mutex<Option<Answered>>,
}

/// How an interaction was first answered, which cannot be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) enum Answered {
    Publicly,
    Privately,
    /// By changing the message whose button was pressed.
    InPlace,
    /// Publicly, and then not at all: the acknowledgement was deleted.
    TakenBack,
}

impl fmt::Display for Interaction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in channel {}", self.what, self.channel)
    }
}

impl Interaction {
    pub(in crate::discord) fn of_command(interaction: &CommandInteraction) -> Self {
        Self {
            id: interaction.id,
            user: interaction.user.id,
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

    pub(in crate::discord) fn of_component(interaction: &ComponentInteraction) -> Self {
        Self {
            id: interaction.id,
            user: interaction.user.id,
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

    pub(in crate::discord) fn id(&self) -> u64 {
        self.id.get()
    }

    pub(in crate::discord) fn user(&self) -> UserId {
        self.user
    }

    /// Whether the bot is not a member there and can do nothing but answer.
    pub(in crate::discord) fn is_guest(&self) -> bool {
        self.is_guest
    }

    pub(in crate::discord) fn channel(&self) -> ChannelId {
        self.channel
    }

    pub(in crate::discord) fn words(&self) -> Words {
        self.words
    }

    /// Sends a follow-up, as many as Discord takes.
    pub(in crate::discord) async fn send_more(
        &self,
        rest: &Rest,
        body: &Body,
    ) -> Result<(), RestError> {
        let added = self.added.fetch_add(1, Ordering::Relaxed);
        if self.is_guest && added >= GUESTS_FOLLOW_UPS {
            tracing::warn!(reply = %self, "there is no room for another message");
            return Ok(());
        }
        rest.follow_up_with(self.application, &self.token, body)
            .await
    }

    /// Adds a new, public message; an ordinary one if it is too late for the interaction.
    pub(in crate::discord) async fn follow_up(
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

    /// Replaces the answer and returns the message, or `None` if it is too late.
    pub(in crate::discord) async fn edit(
        &self,
        rest: &Rest,
        body: &Body,
    ) -> Result<Option<Shown>, RestError> {
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

    pub(in crate::discord) async fn acknowledge(
        &self,
        rest: &Rest,
        private: bool,
    ) -> Result<(), RestError> {
        rest.respond(self.id, &self.token, &Response::deferred(private))
            .await?;
        self.set_answered(Answered::new(private));
        Ok(())
    }

    pub(in crate::discord) async fn acknowledge_in_place(
        &self,
        rest: &Rest,
    ) -> Result<(), RestError> {
        rest.respond(self.id, &self.token, &Response::deferred_update())
            .await?;
        self.set_answered(Answered::InPlace);
        Ok(())
    }

    /// Deletes a public acknowledgement, so that the answer can be private. Does nothing if nothing
    /// was acknowledged publicly.
    pub(in crate::discord) async fn take_back(&self, rest: &Rest) -> Result<(), RestError> {
        if self.answered() == Some(Answered::Publicly) {
            self.delete(rest).await?;
            self.set_answered(Answered::TakenBack);
        }
        Ok(())
    }

    /// Adds a message that only the user of the command or button sees.
    pub(in crate::discord) async fn add_privately(
        &self,
        rest: &Rest,
        body: Body,
    ) -> Result<(), RestError> {
        self.send_more(rest, &body.private(true)).await
    }

    /// Deletes the answer, or the message whose button was pressed.
    pub(in crate::discord) async fn delete(&self, rest: &Rest) -> Result<(), RestError> {
        rest.delete_response(self.application, &self.token).await
    }

    /// Gives the answer, or replaces it. A public answer that comes too late is posted in the
    /// channel.
    pub(in crate::discord) async fn answer(
        &self,
        rest: &Rest,
        content: impl Into<Body>,
        private: bool,
    ) -> Result<Option<Shown>, RestError> {
        let body = content.into();
        let leaves_no_answer = matches!(
            self.answered(),
            Some(Answered::InPlace | Answered::TakenBack)
        );
        if leaves_no_answer && private {
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
                Err(error) if error.code() == Some(ALREADY_ACKNOWLEDGED) => {}
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
        let message = rest
            .create_message(self.channel, &body.with_fresh_nonce())
            .await?;
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

    pub(in crate::discord) fn set_answered(&self, how: Answered) {
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

impl Rest {
    /// Offers choices for an option that is being typed. If that fails, whoever types on is offered
    /// the next ones.
    pub(in crate::discord) async fn offer(
        &self,
        typing: &CommandInteraction,
        choices: Vec<Choice>,
    ) {
        let response = Response::choices(choices);
        if let Err(error) = self.respond(typing.id, &typing.token, &response).await {
            tracing::debug!(%error, "choices could not be offered");
        }
    }

    /// Gives the first answer to an interaction. If a retry finds the interaction answered, an
    /// earlier try arrived. Returns the message that shows the answer, if there is one and Discord
    /// names it.
    pub(in crate::discord) async fn respond(
        &self,
        interaction_id: InteractionId,
        token: &str,
        response: &Response,
    ) -> Result<Option<MessageId>, RestError> {
        let route = Route::InteractionResponse {
            interaction_id,
            token,
        };
        let mut call = Call::new("answering the interaction", LightMethod::Post, route)
            .by_interaction()
            .body(response)?;
        call.patience = CALLBACK_PATIENCE;
        if response.is_message() {
            call.params = Some(vec![("with_response", "true".to_owned())]);
        }
        match self.call(call).await {
            Err(RestError::Refused {
                code: ALREADY_ACKNOWLEDGED,
                tries,
                ..
            }) if tries > 1 => Ok(None),
            result => {
                let told = serde_json::from_slice::<Value>(&result?).unwrap_or_default();
                let id = told.pointer("/resource/message/id").cloned();
                Ok(id.and_then(|id| serde_json::from_value(id).ok()))
            }
        }
    }

    /// Replaces the first answer to an interaction; returns the message's id.
    async fn edit_response(
        &self,
        application_id: ApplicationId,
        token: &str,
        body: &Body,
    ) -> Result<MessageId, RestError> {
        let route = Route::WebhookOriginalInteractionResponse {
            application_id,
            token,
        };
        let call = Call::new("editing the answer", LightMethod::Patch, route)
            .by_interaction()
            .message(body)?;
        let edited: Created<MessageId> = self.call_for(call).await?;
        Ok(edited.id)
    }

    /// Deletes the first answer to an interaction; for a button, the message below which it is.
    async fn delete_response(
        &self,
        application_id: ApplicationId,
        token: &str,
    ) -> Result<(), RestError> {
        let route = Route::WebhookOriginalInteractionResponse {
            application_id,
            token,
        };
        let call = Call::new("deleting the answer", LightMethod::Delete, route).by_interaction();
        self.call(call).await.map(drop)
    }

    /// Adds a message to the answer of an interaction. There is no nonce here: if Discord fails
    /// after posting, the message appears twice.
    pub(super) async fn follow_up_with(
        &self,
        application_id: ApplicationId,
        token: &str,
        body: &Body,
    ) -> Result<(), RestError> {
        let route = Route::WebhookFollowupMessages {
            application_id,
            token,
        };
        let call = Call::new("following up", LightMethod::Post, route)
            .by_interaction()
            .message(body)?;
        self.call(call).await.map(drop)
    }
}

/// Whether only a user brought the bot along.
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
        Some(UNKNOWN_INTERACTION | UNKNOWN_WEBHOOK | INVALID_WEBHOOK_TOKEN)
    )
}
