//! Reactions to messages.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::form::Emoji;
use crate::snowflake::Snowflake;

/// One emoji on a message, and who put it there.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Reaction {
    /// Of a custom emoji.
    id: Option<Snowflake>,
    name: String,
    /// In the order of reacting.
    pub(crate) users: Vec<Snowflake>,
}

impl Reaction {
    pub(in crate::world) fn new(emoji: &Emoji) -> Self {
        let (id, name) = match emoji {
            Emoji::Unicode(name) => (None, name),
            Emoji::Custom { name, id } => (Some(Snowflake(*id)), name),
        };
        Self {
            id,
            name: name.clone(),
            users: Vec::new(),
        }
    }

    pub(crate) fn is(&self, emoji: &Emoji) -> bool {
        match emoji {
            Emoji::Unicode(name) => self.id.is_none() && self.name == *name,
            Emoji::Custom { id, .. } => self.id == Some(Snowflake(*id)),
        }
    }

    /// The emoji as a person reads it.
    pub(crate) fn shown(&self) -> &str {
        &self.name
    }

    pub(in crate::world) fn emoji_json(&self) -> Value {
        json!({ "id": self.id, "name": self.name })
    }

    pub(in crate::world) fn json(&self, viewer: Snowflake) -> Value {
        let count = self.users.len();
        json!({
            "emoji": self.emoji_json(),
            "count": count,
            "count_details": { "burst": 0, "normal": count },
            "burst_colors": [],
            "me_burst": false,
            "burst_me": false,
            "me": self.users.contains(&viewer),
            "burst_count": 0,
        })
    }
}
