//! Application commands, as a bot registered them.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::permissions::Permissions;
use crate::snowflake::Snowflake;

/// The kinds of commands, as Discord numbers them.
pub(crate) mod kind {
    pub(crate) const CHAT_INPUT: u64 = 1;
    pub(crate) const USER: u64 = 2;
    pub(crate) const MESSAGE: u64 = 3;

    /// Chat input commands of an application at most, globally or in one server,
    /// <https://docs.discord.com/developers/interactions/application-commands>.
    pub(in crate::world) const MAX_CHAT_INPUT: usize = 100;
    /// Commands of each menu at most, from the same page.
    pub(in crate::world) const MAX_IN_MENUS: usize = 15;
}

/// Where a command is used, as Discord numbers it.
pub(crate) mod context {
    pub(crate) const GUILD: u64 = 0;
    pub(crate) const BOT_DIRECT: u64 = 1;
    pub(crate) const OTHER_DIRECT: u64 = 2;
}

/// A registered command.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Command {
    pub(crate) id: Snowflake,
    pub(crate) application: Snowflake,
    /// `None` for a global one.
    pub(crate) guild: Option<Snowflake>,
    pub(in crate::world) version: Snowflake,
    /// What was registered, with Discord's defaults.
    pub(in crate::world) body: Map<String, Value>,
}

/// An administrator's say on who may use a command in a server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CommandRule {
    pub(crate) guild: Snowflake,
    pub(crate) command: Snowflake,
    /// A role, or a user.
    pub(crate) target: Snowflake,
    /// 1 for a role, 2 for a user.
    pub(crate) target_kind: u8,
    pub(crate) allowed: bool,
}

impl Command {
    pub(crate) fn name(&self) -> &str {
        self.text("name")
    }

    pub(crate) fn kind(&self) -> u64 {
        let kind = self.body.get("type").and_then(Value::as_u64);
        kind.unwrap_or(kind::CHAT_INPUT)
    }

    pub(crate) fn options(&self) -> &[Value] {
        self.body
            .get("options")
            .and_then(Value::as_array)
            .map_or(&[], Vec::as_slice)
    }

    /// The command object; `localised` with the dictionaries of other languages.
    pub(crate) fn json(&self, localised: bool) -> Value {
        let mut json = self.body.clone();
        json.insert("id".to_owned(), json!(self.id));
        json.insert("application_id".to_owned(), json!(self.application));
        json.insert("version".to_owned(), json!(self.version));
        if let Some(guild) = self.guild {
            json.insert("guild_id".to_owned(), json!(guild));
        }
        let mut json = Value::Object(json);
        if !localised {
            drop_localisations(&mut json);
        }
        json
    }

    fn text(&self, key: &str) -> &str {
        self.body
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    pub(in crate::world) fn is_like(&self, other: &Map<String, Value>) -> bool {
        self.body.get("name") == other.get("name") && self.body.get("type") == other.get("type")
    }

    pub(in crate::world) fn works_in(&self, context: u64) -> bool {
        if self.guild.is_some() {
            return context == context::GUILD;
        }
        match self.body.get("contexts").and_then(Value::as_array) {
            Some(contexts) => contexts.contains(&json!(context)),
            None => {
                context == context::GUILD || self.body.get("dm_permission") != Some(&json!(false))
            }
        }
    }

    pub(in crate::world) fn installs_on(&self, owner: u64) -> bool {
        let types = self.body.get("integration_types").and_then(Value::as_array);
        match types {
            Some(types) => types.contains(&json!(owner)),
            None => owner == 0,
        }
    }

    /// What members need to use it: `None` for nothing, no bits for administrators only.
    pub(in crate::world) fn default_permissions(&self) -> Option<Permissions> {
        let bits = self.body.get("default_member_permissions")?;
        serde_json::from_value(bits.clone()).ok()
    }
}

fn drop_localisations(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(drop_localisations),
        Value::Object(fields) => {
            fields.remove("name_localizations");
            fields.remove("description_localizations");
            fields.values_mut().for_each(drop_localisations);
        }
        _ => {}
    }
}
