//! The first answer to an interaction.

use serde_json::{Map, Value, json};

use crate::error::ApiError;
use crate::message_flags::{EPHEMERAL, KEPT_IN_RESPONSES, LOADING};
use crate::snowflake::Snowflake;
use crate::world::message::components;
use crate::world::message::create::NewMessage;
use crate::world::message::edit::MessageEdit;
use crate::world::model::interaction::kind;
use crate::world::model::{Interaction, Message, Reference, Upload, command, message};
use crate::world::state::WorldState;

/// The types of answers, as Discord numbers them.
mod response {
    pub(super) const MESSAGE: u64 = 4;
    pub(super) const DEFERRED: u64 = 5;
    pub(super) const DEFERRED_UPDATE: u64 = 6;
    pub(super) const UPDATE: u64 = 7;
    pub(super) const CHOICES: u64 = 8;
    pub(super) const MODAL: u64 = 9;
}

/// What became of an answer.
pub(crate) struct Response {
    pub(crate) interaction: Interaction,
    pub(crate) kind: u64,
    pub(crate) message: Option<Message>,
}

impl WorldState {
    /// A bot answers an interaction, by a body that has been checked.
    ///
    /// # Errors
    /// 10062 for an unknown interaction or after 3 s, 40060 when it is answered, 50035 for an
    /// answer that does not fit.
    pub(crate) fn respond(
        &mut self,
        id: Snowflake,
        token: &str,
        body: &Value,
        files: Vec<Upload>,
    ) -> Result<Response, ApiError> {
        let mut answered = self
            .interactions
            .get(&id)
            .filter(|it| it.token == token)
            .ok_or_else(ApiError::unknown_interaction)?
            .clone();
        if answered.answered.is_some() {
            return Err(ApiError::already_acknowledged());
        }
        if self.is_overdue(&answered) {
            return Err(ApiError::unknown_interaction());
        }
        let answer = body.get("type").and_then(Value::as_u64).unwrap_or_default();
        fits(&answered, answer)?;
        let data = body.get("data").cloned().unwrap_or(json!({}));
        answered.answered = Some(answer);
        let message = match answer {
            response::MESSAGE => {
                let new = NewMessage::read(&data, files, KEPT_IN_RESPONSES);
                Some(self.say(&answered, new, true))
            }
            response::DEFERRED => {
                let sent = data.get("flags").and_then(Value::as_u64);
                let new = NewMessage {
                    flags: sent.unwrap_or_default() & EPHEMERAL | LOADING,
                    ..NewMessage::default()
                };
                Some(self.say(&answered, new, true))
            }
            response::UPDATE => {
                let edit = MessageEdit::read(&data, files);
                let source = answered.source.unwrap_or_default();
                Some(self.rewrite(answered.channel, source, edit)?)
            }
            response::DEFERRED_UPDATE => {
                let source = answered.source.unwrap_or_default();
                self.message(answered.channel, source).cloned()
            }
            response::CHOICES => {
                let choices = data.get("choices").and_then(Value::as_array).cloned();
                answered.choices = Some(choices.unwrap_or_default());
                None
            }
            _ => {
                answered.modal = Some(numbered_modal(data));
                None
            }
        };
        answered.original = message.as_ref().map(|it| it.id);
        self.interactions.insert(id, answered.clone());
        Ok(Response {
            interaction: answered,
            kind: answer,
            message,
        })
    }

    /// Writes a message of an interaction: its first answer, or one that follows.
    pub(super) fn say(
        &mut self,
        interaction: &Interaction,
        new: NewMessage,
        is_original: bool,
    ) -> Message {
        let bot = self
            .applications
            .get(&interaction.application)
            .map_or(Snowflake::default(), |it| it.bot);
        let is_private = new.flags & EPHEMERAL != 0;
        let (kind, replied) = match (&interaction.command, interaction.source) {
            _ if !is_original => (message::kind::REPLY, interaction.original),
            (Some((_, command::kind::CHAT_INPUT)), _) => (message::kind::SLASH_COMMAND, None),
            (Some(_), _) => (message::kind::CONTEXT_COMMAND, None),
            (None, Some(source)) => (message::kind::REPLY, Some(source)),
            (None, None) => (message::kind::ORDINARY, None),
        };
        let mut message = Message::new(Snowflake::default(), interaction.channel, bot, kind);
        message.interaction = Some(interaction.id);
        message.application = Some(interaction.application);
        message.interaction_metadata = Some(self.interaction_metadata(interaction, is_original));
        message.only_for = is_private.then_some(interaction.user);
        let replied = replied.and_then(|id| self.message(interaction.channel, id));
        let reference =
            replied.map(|replied| Reference::to(replied.id, replied.channel, interaction.guild));
        self.fill(&mut message, new, false);
        message.reference = reference;
        self.post(message)
    }
}

impl Response {
    /// What Discord says of it `with_response`.
    pub(crate) fn json(&self, state: &WorldState, viewer: Snowflake) -> Value {
        let mut interaction = Map::from_iter(
            [
                ("id", json!(self.interaction.id)),
                ("type", json!(self.interaction.kind)),
                ("channel_id", json!(self.interaction.channel)),
            ]
            .map(|(key, value)| (key.to_owned(), value)),
        );
        if let Some(guild) = self.interaction.guild {
            interaction.insert("guild_id".to_owned(), json!(guild));
        }
        let mut json = Map::new();
        if let Some(message) = &self.message {
            interaction.extend(
                [
                    ("response_message_id", json!(message.id)),
                    ("response_message_loading", json!(message.is_loading())),
                    (
                        "response_message_ephemeral",
                        json!(message.only_for.is_some()),
                    ),
                ]
                .map(|(key, value)| (key.to_owned(), value)),
            );
            // Only a message that says something counts as a resource.
            if matches!(self.kind, response::MESSAGE | response::UPDATE) {
                let message = state.message_json(message, state.viewer(viewer));
                let resource = json!({ "type": self.kind, "message": message });
                json.insert("resource".to_owned(), resource);
            }
        }
        json.insert("interaction".to_owned(), Value::Object(interaction));
        Value::Object(json)
    }
}

/// # Errors
/// 50035 for an answer that this kind of interaction does not take.
fn fits(interaction: &Interaction, answer: u64) -> Result<(), ApiError> {
    use response::{CHOICES, DEFERRED, DEFERRED_UPDATE, MESSAGE, MODAL, UPDATE};
    let fits = match (interaction.kind, answer) {
        (kind::AUTOCOMPLETE, CHOICES) => true,
        (kind::AUTOCOMPLETE, _) | (_, CHOICES) => false,
        (_, MESSAGE | DEFERRED) => true,
        (kind::MODAL, MODAL) => false,
        (_, MODAL) => true,
        (kind::COMPONENT | kind::MODAL, DEFERRED_UPDATE | UPDATE) => interaction.source.is_some(),
        _ => false,
    };
    if fits {
        Ok(())
    } else {
        let message = "Invalid interaction response type for this interaction";
        Err(ApiError::invalid_field(
            &["type"],
            "BASE_TYPE_CHOICES",
            message,
        ))
    }
}

fn numbered_modal(mut modal: Value) -> Value {
    let components = modal
        .get_mut("components")
        .and_then(Value::as_array_mut)
        .map(std::mem::take);
    if let (Some(components), Some(fields)) = (components, modal.as_object_mut()) {
        let numbered = components::components(components);
        fields.insert("components".to_owned(), json!(numbered));
    }
    modal
}
