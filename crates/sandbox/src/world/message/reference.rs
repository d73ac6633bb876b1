//! What a message points at: the one it replies to, or the one it forwards.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{Message, kind};
use crate::error::ApiError;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::{Channel, WorldState};

const FORWARD: u8 = 1;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reference {
    /// 0 for a reply, 1 for a forward.
    #[serde(rename = "type", default)]
    kind: u8,
    #[serde(rename = "message_id", default)]
    pub(crate) message: Snowflake,
    /// 0 for the channel of the message that points.
    #[serde(rename = "channel_id", default)]
    pub(crate) channel: Snowflake,
    #[serde(rename = "guild_id", default)]
    guild: Option<Snowflake>,
    #[serde(default = "yes")]
    fail_if_not_exists: bool,
}

const fn yes() -> bool {
    true
}

impl Reference {
    /// Of a body that has been checked.
    pub(crate) fn read(value: &Value) -> Option<Self> {
        let mut value = value.clone();
        value.as_object_mut()?.retain(|_, value| !value.is_null());
        serde_json::from_value(value).ok()
    }

    pub(crate) fn to(message: &Message, guild: Option<Snowflake>) -> Self {
        Self {
            kind: 0,
            message: message.id,
            channel: message.channel,
            guild,
            fail_if_not_exists: false,
        }
    }

    /// To a channel alone, as Discord's own messages have it.
    pub(crate) fn to_channel(channel: &Channel) -> Self {
        Self {
            kind: 0,
            message: Snowflake::default(),
            channel: channel.id,
            guild: channel.guild,
            fail_if_not_exists: false,
        }
    }

    pub(crate) const fn is_forward(&self) -> bool {
        self.kind == FORWARD
    }

    pub(super) fn json(&self) -> Value {
        let mut json = Map::new();
        json.insert("type".to_owned(), json!(self.kind));
        json.insert("channel_id".to_owned(), json!(self.channel));
        if self.message != Snowflake::default() {
            json.insert("message_id".to_owned(), json!(self.message));
        }
        if let Some(guild) = self.guild {
            json.insert("guild_id".to_owned(), json!(guild));
        }
        Value::Object(json)
    }
}

impl WorldState {
    /// Makes a message a reply or a forward.
    ///
    /// # Errors
    /// 160002 without permission to read the history, 50035 when the message is not there.
    pub(super) fn refer(
        &self,
        author: Snowflake,
        place: &Channel,
        message: &mut Message,
        mut reference: Reference,
    ) -> Result<(), ApiError> {
        if reference.channel == Snowflake::default() {
            reference.channel = place.id;
        }
        reference.guild = self
            .channels
            .get(&reference.channel)
            .and_then(|channel| channel.guild);
        let source = if reference.is_forward() {
            self.channel_seen_by(author, reference.channel)?
        } else {
            place
        };
        let may_read = self
            .permissions(author, source)
            .contains(Permissions::READ_MESSAGE_HISTORY);
        if !may_read {
            return Err(ApiError::cannot_reply_without_history());
        }
        let unknown = || {
            ApiError::invalid_field(
                &["message_reference"],
                "MESSAGE_REFERENCE_UNKNOWN_MESSAGE",
                "Unknown message",
            )
        };
        if !reference.is_forward() && reference.channel != place.id {
            return Err(ApiError::invalid_field(
                &["message_reference"],
                "REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL",
                "Cannot reply to a message in a different channel",
            ));
        }
        let referenced = self
            .message(source.id, reference.message)
            .filter(|it| it.only_for.is_none());
        let Some(referenced) = referenced else {
            return if reference.fail_if_not_exists || reference.is_forward() {
                Err(unknown())
            } else {
                Ok(())
            };
        };
        if !kind::is_written(referenced.kind) && referenced.kind != kind::THREAD_STARTER {
            return Err(ApiError::invalid_field(
                &["message_reference"],
                "REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE",
                "Cannot reply to a system message",
            ));
        }
        if reference.is_forward() {
            message.snapshots = vec![self.snapshot(referenced)];
        } else {
            message.kind = kind::REPLY;
        }
        message.reference = Some(reference);
        Ok(())
    }

    fn snapshot(&self, message: &Message) -> Value {
        let whole = self.whole_message_json(message, message.author);
        let kept = [
            "type",
            "content",
            "embeds",
            "attachments",
            "timestamp",
            "edited_timestamp",
            "flags",
            "mentions",
            "mention_roles",
            "components",
        ];
        let kept = kept
            .into_iter()
            .filter_map(|key| Some((key.to_owned(), whole.get(key)?.clone())));
        json!({ "message": Map::from_iter(kept) })
    }
}
