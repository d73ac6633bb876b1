//! Messages, as they stand in a channel, and the message object that each viewer gets.

pub(super) mod components;
pub(super) mod create;
mod delete;
pub(super) mod edit;
mod list;
mod mentions;
mod pin;
mod react;
mod reference;

use serde_json::{Map, Value, json};

use crate::clock::iso;
use crate::message_flags::HAS_THREAD;
use crate::snowflake::Snowflake;
use crate::world::model::message::kind;
use crate::world::model::{Application, Message};
use crate::world::state::WorldState;

pub(crate) use self::create::NewMessage;
pub(crate) use self::delete::Deletion;
pub(crate) use self::edit::MessageEdit;
pub(crate) use self::list::Page;
pub(crate) use self::react::Removal;

/// Who looks at a message.
#[derive(Clone, Copy)]
pub(crate) struct Viewer<'a> {
    pub(crate) user: Snowflake,
    /// The application, if it is a bot that looks.
    pub(crate) application: Option<&'a Application>,
}

impl WorldState {
    /// A message that is there.
    pub(crate) fn message(&self, channel: Snowflake, message: Snowflake) -> Option<&Message> {
        self.messages.get(&channel)?.get(&message)
    }

    pub(crate) fn message_mut(
        &mut self,
        channel: Snowflake,
        message: Snowflake,
    ) -> Option<&mut Message> {
        self.messages.get_mut(&channel)?.get_mut(&message)
    }

    /// Somebody as one who looks at messages.
    pub(crate) fn viewer(&self, user: Snowflake) -> Viewer<'_> {
        Viewer {
            user,
            application: self.application_of_bot(user),
        }
    }

    /// The message object as REST gives it. What others wrote is withheld from bots whose
    /// application was not granted the message content intent.
    pub(crate) fn message_json(&self, message: &Message, viewer: Viewer<'_>) -> Value {
        let mut json = self.whole_message_json(message, viewer.user);
        if let Some(application) = viewer.application
            && !application.reads_content()
        {
            if !self.reveals(message, application) {
                withhold(&mut json);
            }
            self.withhold_referenced(message, &mut json, application);
        }
        json
    }

    /// The message object of MESSAGE_CREATE and MESSAGE_UPDATE for a bot. What it says is withheld
    /// later, from sessions without the intent; only a message that another one replies to is
    /// withheld here, as far as the application was not granted the intent.
    pub(crate) fn message_event(&self, message: &Message, application: &Application) -> Value {
        let mut json = self.whole_message_json(message, application.bot);
        if !application.reads_content() {
            self.withhold_referenced(message, &mut json, application);
        }
        let Some(channel) = self.channels.get(&message.channel) else {
            return json;
        };
        let Some(fields) = json.as_object_mut() else {
            return json;
        };
        fields.insert("channel_type".to_owned(), json!(u8::from(channel.kind)));
        let Some(guild) = channel.guild else {
            return json;
        };
        fields.insert("guild_id".to_owned(), json!(guild));
        if let Some(member) = self.member(guild, message.author) {
            fields.insert("member".to_owned(), member.partial_json());
        }
        let mentions = fields.get_mut("mentions").and_then(Value::as_array_mut);
        for (user, id) in mentions.into_iter().flatten().zip(&message.mentions) {
            if let (Some(member), Some(user)) = (self.member(guild, *id), user.as_object_mut()) {
                user.insert("member".to_owned(), member.partial_json());
            }
        }
        json
    }

    /// Whether a bot without the message content intent may read a message: its own, direct ones
    /// and those that mention it.
    pub(crate) fn reveals(&self, message: &Message, application: &Application) -> bool {
        let bot = application.bot;
        let is_direct = || {
            let channel = self.channels.get(&message.channel);
            channel.is_some_and(|channel| channel.guild.is_none())
        };
        message.author == bot || message.mentions.contains(&bot) || is_direct()
    }

    fn withhold_referenced(&self, message: &Message, json: &mut Value, application: &Application) {
        let Some(reference) = &message.reference else {
            return;
        };
        let referenced = json
            .get_mut("referenced_message")
            .filter(|it| it.is_object());
        if let Some(referenced) = referenced
            && let Some(other) = self.message(reference.channel, reference.message)
            && !self.reveals(other, application)
        {
            withhold(referenced);
        }
    }

    fn whole_message_json(&self, message: &Message, viewer: Snowflake) -> Value {
        let mut json = self.plain_message_json(message, viewer);
        let Some(reference) = &message.reference else {
            return Value::Object(json);
        };
        json.insert("message_reference".to_owned(), reference.json());
        if reference.is_forward() {
            json.insert("message_snapshots".to_owned(), json!(message.snapshots));
        } else if matches!(message.kind, kind::REPLY | kind::THREAD_STARTER) {
            let referenced = self
                .message(reference.channel, reference.message)
                .filter(|it| it.is_for(viewer))
                .map(|it| Value::Object(self.plain_message_json(it, viewer)));
            json.insert("referenced_message".to_owned(), json!(referenced));
        }
        Value::Object(json)
    }

    fn plain_message_json(&self, message: &Message, viewer: Snowflake) -> Map<String, Value> {
        let users =
            |ids: &[Snowflake]| -> Value { ids.iter().map(|id| self.user_json(*id)).collect() };
        let thread = self.channels.get(&message.id).filter(|it| it.is_thread());
        let mut flags = message.flags;
        if thread.is_some() {
            flags |= HAS_THREAD;
        }
        let mut json = Map::from_iter(
            [
                ("id", json!(message.id)),
                ("channel_id", json!(message.channel)),
                ("type", json!(message.kind)),
                ("author", self.user_json(message.author)),
                ("content", json!(message.content)),
                ("timestamp", json!(iso(message.id.made()))),
                ("edited_timestamp", json!(message.edited.map(iso))),
                ("tts", json!(message.tts)),
                ("mention_everyone", json!(message.mention_everyone)),
                ("mentions", users(&message.mentions)),
                ("mention_roles", json!(message.mention_roles)),
                (
                    "attachments",
                    self.attachments_json(&message.attachments, message.channel),
                ),
                ("embeds", json!(message.embeds)),
                ("components", json!(message.components)),
                ("pinned", json!(message.pinned.is_some())),
                ("flags", json!(flags)),
            ]
            .map(|(key, value)| (key.to_owned(), value)),
        );
        let reactions: Vec<Value> = message
            .reactions
            .iter()
            .map(|reaction| reaction.json(viewer))
            .collect();
        let mut insert = |key: &str, value: Option<Value>| {
            if let Some(value) = value {
                json.insert(key.to_owned(), value);
            }
        };
        insert(
            "reactions",
            (!reactions.is_empty()).then(|| json!(reactions)),
        );
        insert("nonce", message.nonce.clone());
        insert("position", message.position.map(|it| json!(it)));
        insert("poll", message.poll.clone());
        insert("application_id", message.application.map(|id| json!(id)));
        insert("webhook_id", message.application.map(|id| json!(id)));
        insert("interaction_metadata", message.interaction_metadata.clone());
        insert("thread", thread.map(|it| self.thread_json(it, viewer)));
        json
    }
}

/// Empties what somebody wrote.
fn withhold(message: &mut Value) {
    let Some(fields) = message.as_object_mut() else {
        return;
    };
    fields.insert("content".to_owned(), json!(""));
    for key in ["embeds", "attachments", "components"] {
        fields.insert(key.to_owned(), json!([]));
    }
    fields.remove("poll");
    fields.remove("message_snapshots");
}
