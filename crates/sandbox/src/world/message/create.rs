//! Writing a message: what a request says, whether its author may, and what follows.

use std::time::Duration;

use serde_json::{Value, json};

use super::mentions::AllowedMentions;
use crate::error::ApiError;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::message::components::components;
use crate::world::model::message::kind;
use crate::world::model::{Channel, ChannelKind, Message, Reference, Upload};
use crate::world::state::WorldState;

/// How long a nonce is remembered. Discord says "the past few minutes".
const NONCE_LIFE: Duration = Duration::from_secs(5 * 60);

/// A message to be written.
#[derive(Debug, Clone, Default)]
pub(crate) struct NewMessage {
    pub(crate) content: String,
    pub(crate) embeds: Vec<Value>,
    pub(crate) components: Vec<Value>,
    pub(crate) tts: bool,
    pub(crate) flags: u64,
    /// `None` where the request says nothing.
    pub(crate) allowed_mentions: Option<AllowedMentions>,
    pub(crate) reference: Option<Reference>,
    pub(crate) nonce: Option<Value>,
    pub(crate) enforce_nonce: bool,
    pub(crate) poll: Option<Value>,
    pub(crate) files: Vec<Upload>,
}

impl NewMessage {
    /// Plain text.
    pub(crate) fn text(content: &str) -> Self {
        Self {
            content: content.to_owned(),
            ..Self::default()
        }
    }

    /// Reads a body that has been checked; `flags` are those that count here.
    pub(crate) fn read(body: &Value, files: Vec<Upload>, flags: u64) -> Self {
        let list = |key: &str| body.get(key).and_then(Value::as_array).cloned();
        let given = |key: &str| body.get(key).filter(|value| !value.is_null()).cloned();
        let is_true = |key: &str| body.get(key) == Some(&json!(true));
        let sent = body.get("flags").and_then(Value::as_u64);
        Self {
            content: trimmed(body.get("content")),
            embeds: embeds(list("embeds").unwrap_or_default()),
            components: components(list("components").unwrap_or_default()),
            tts: is_true("tts"),
            flags: sent.unwrap_or_default() & flags,
            allowed_mentions: AllowedMentions::read(body),
            reference: given("message_reference").and_then(|reference| Reference::read(&reference)),
            nonce: given("nonce"),
            enforce_nonce: is_true("enforce_nonce"),
            poll: given("poll"),
            files,
        }
    }
}

impl WorldState {
    /// Somebody writes in a channel.
    ///
    /// # Errors
    /// What Discord refuses: an unknown or hidden channel, missing permissions, a locked thread, a
    /// reference to nothing.
    pub(crate) fn write(
        &mut self,
        author: Snowflake,
        channel: Snowflake,
        new: NewMessage,
    ) -> Result<Message, ApiError> {
        let place = self.channel_seen_by(author, channel)?.clone();
        self.may_write(author, &place, &new)?;
        if let Some(earlier) = self.with_nonce(author, channel, &new) {
            return Ok(earlier.clone());
        }
        let mut message = Message::new(Snowflake::default(), channel, author, kind::ORDINARY);
        if let Some(reference) = new.reference.clone() {
            self.refer(author, &place, &mut message, reference)?;
        }
        self.fill(&mut message, new, true);
        Ok(self.post(message))
    }

    /// Gives a message its text, files and mentions.
    pub(crate) fn fill(&mut self, message: &mut Message, new: NewMessage, parses_all: bool) {
        self.resolve_mentions(
            message,
            &new.content,
            new.allowed_mentions.as_ref(),
            parses_all,
        );
        message.content = new.content;
        message.embeds = new.embeds;
        message.components = new.components;
        message.tts = new.tts;
        message.flags = new.flags;
        message.nonce = new.nonce;
        message.poll = new.poll;
        message.attachments = self.keep_files(new.files);
    }

    /// Puts a message into its channel and tells the bots; one for a single person is told nobody.
    /// It gets its id here unless it has one.
    pub(crate) fn post(&mut self, mut message: Message) -> Message {
        if message.id == Snowflake::default() {
            message.id = self.next_id();
        }
        let is_public = message.only_for.is_none();
        let mut place = None;
        if let Some(channel) = self.channels.get_mut(&message.channel) {
            if is_public {
                channel.last_message = Some(message.id);
            }
            if let Some(thread) = &mut channel.thread
                && is_public
            {
                message.position = Some(thread.total_message_sent);
                if message.kind != kind::THREAD_STARTER {
                    thread.message_count += 1;
                    thread.total_message_sent += 1;
                }
            }
            place = Some(channel.clone());
        }
        let messages = self.messages.entry(message.channel).or_default();
        messages.insert(message.id, message.clone());
        if let Some(place) = place
            && is_public
        {
            self.wake_thread(&place, message.author);
            self.emit_message(&place, "MESSAGE_CREATE", &message);
        }
        message
    }

    /// Tells the bots of a message.
    pub(crate) fn emit_message(&mut self, place: &Channel, name: &'static str, message: &Message) {
        self.emit_to_each_in_channel(place, name, |state, application| {
            let data = state.message_event(message, application);
            Some((data, state.reveals(message, application)))
        });
    }

    fn may_write(
        &self,
        author: Snowflake,
        place: &Channel,
        new: &NewMessage,
    ) -> Result<(), ApiError> {
        if !place.kind.holds_messages() {
            return Err(ApiError::not_a_text_channel());
        }
        let send = if place.is_thread() {
            Permissions::SEND_MESSAGES_IN_THREADS
        } else {
            Permissions::SEND_MESSAGES
        };
        self.require(author, place, send)?;
        if let Some(thread) = &place.thread
            && thread.locked
            && self
                .require(author, place, Permissions::MANAGE_THREADS)
                .is_err()
        {
            return Err(ApiError::thread_locked());
        }
        let needs = [
            (!new.embeds.is_empty(), Permissions::EMBED_LINKS),
            (!new.files.is_empty(), Permissions::ATTACH_FILES),
        ];
        for (is_needed, permission) in needs {
            if is_needed {
                self.require(author, place, permission)?;
            }
        }
        if place.kind == ChannelKind::Direct {
            self.may_write_directly(author, place)?;
        }
        Ok(())
    }

    /// Bots cannot write to people who closed their direct messages, nor to other bots.
    fn may_write_directly(&self, author: Snowflake, place: &Channel) -> Result<(), ApiError> {
        let author_is_bot = self.user(author).is_some_and(|user| user.bot);
        let is_refused = place
            .recipients
            .iter()
            .filter(|id| **id != author)
            .filter_map(|id| self.user(*id))
            .any(|other| author_is_bot && (other.closed_to_messages || other.bot));
        if is_refused {
            Err(ApiError::cannot_send_to_user())
        } else {
            Ok(())
        }
    }

    fn with_nonce(
        &self,
        author: Snowflake,
        channel: Snowflake,
        new: &NewMessage,
    ) -> Option<&Message> {
        let nonce = new.nonce.as_ref().filter(|_| new.enforce_nonce)?;
        let oldest = Snowflake::at(self.now.checked_sub(NONCE_LIFE).ok()?);
        let recent = self.messages.get(&channel)?.range(oldest..);
        recent
            .map(|(_, message)| message)
            .find(|message| message.author == author && message.nonce.as_ref() == Some(nonce))
    }
}

/// Discord cuts white space off both ends of a message.
pub(crate) fn trimmed(content: Option<&Value>) -> String {
    match content {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// Embeds as Discord gives them back.
pub(super) fn embeds(mut embeds: Vec<Value>) -> Vec<Value> {
    for embed in embeds.iter_mut().filter_map(Value::as_object_mut) {
        embed.retain(|_, value| !value.is_null());
        embed.insert("type".to_owned(), json!("rich"));
        embed.insert("content_scan_version".to_owned(), json!(0));
        let fields = embed.get_mut("fields").and_then(Value::as_array_mut);
        for field in fields.into_iter().flatten() {
            if let Some(field) = field.as_object_mut() {
                field.entry("inline").or_insert(json!(false));
            }
        }
    }
    embeds
}
