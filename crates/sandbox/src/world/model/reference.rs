//! What a message points at: the one it replies to, or the one it forwards.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::channel::Channel;
use crate::snowflake::Snowflake;

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
    pub(in crate::world) guild: Option<Snowflake>,
    #[serde(default = "yes")]
    pub(in crate::world) fail_if_not_exists: bool,
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

    /// To a message of a channel.
    pub(crate) fn to(message: Snowflake, channel: Snowflake, guild: Option<Snowflake>) -> Self {
        Self {
            kind: 0,
            message,
            channel,
            guild,
            fail_if_not_exists: false,
        }
    }

    /// To a channel alone, as Discord's own messages have it.
    pub(crate) fn to_channel(channel: &Channel) -> Self {
        Self::to(Snowflake::default(), channel.id, channel.guild)
    }

    pub(crate) const fn is_forward(&self) -> bool {
        self.kind == FORWARD
    }

    pub(in crate::world) fn json(&self) -> Value {
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
