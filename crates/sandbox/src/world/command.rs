//! Application commands: what a bot registered, and who may use it where.

mod body;
mod usage;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::WorldState;
use crate::error::ApiError;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;

use body::{drop_localisations, normalised};

/// The kinds of commands, as Discord numbers them.
pub(crate) mod kind {
    pub(crate) const CHAT_INPUT: u64 = 1;
    pub(crate) const USER: u64 = 2;
    pub(crate) const MESSAGE: u64 = 3;

    /// Chat input commands of an application at most, globally or in one server,
    /// <https://docs.discord.com/developers/interactions/application-commands>.
    pub(super) const MAX_CHAT_INPUT: usize = 100;
    /// Commands of each menu at most, from the same page.
    pub(super) const MAX_IN_MENUS: usize = 15;
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
    version: Snowflake,
    /// What was registered, with Discord's defaults.
    body: Map<String, Value>,
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

    fn is_like(&self, other: &Map<String, Value>) -> bool {
        self.body.get("name") == other.get("name") && self.body.get("type") == other.get("type")
    }

    fn works_in(&self, context: u64) -> bool {
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

    fn installs_on(&self, owner: u64) -> bool {
        let types = self.body.get("integration_types").and_then(Value::as_array);
        match types {
            Some(types) => types.contains(&json!(owner)),
            None => owner == 0,
        }
    }

    /// What members need to use it: `None` for nothing, no bits for administrators only.
    fn default_permissions(&self) -> Option<Permissions> {
        let bits = self.body.get("default_member_permissions")?;
        serde_json::from_value(bits.clone()).ok()
    }
}

impl WorldState {
    /// The commands of an application: global ones, or those of a server.
    pub(crate) fn commands_of(
        &self,
        application: Snowflake,
        guild: Option<Snowflake>,
    ) -> impl Iterator<Item = &Command> {
        self.commands
            .values()
            .filter(move |it| it.application == application && it.guild == guild)
    }

    /// # Errors
    /// 10063 when the application has no such command there.
    pub(crate) fn command(
        &self,
        application: Snowflake,
        guild: Option<Snowflake>,
        id: Snowflake,
    ) -> Result<&Command, ApiError> {
        self.commands
            .get(&id)
            .filter(|it| it.application == application && it.guild == guild)
            .ok_or_else(ApiError::unknown_application_command)
    }

    /// Registers a command by a body that has been checked. One of the same name and kind is
    /// replaced and keeps its id. Also returns whether it is new.
    pub(crate) fn register(
        &mut self,
        application: Snowflake,
        guild: Option<Snowflake>,
        body: &Value,
    ) -> (Command, bool) {
        let body = normalised(body, guild);
        let known = self
            .commands_of(application, guild)
            .find(|it| it.is_like(&body))
            .cloned();
        let is_new = known.is_none();
        let mut command = known.unwrap_or_else(|| {
            let id = self.next_id();
            Command {
                id,
                application,
                guild,
                version: id,
                body: Map::new(),
            }
        });
        if command.body != body && !is_new {
            command.version = self.next_id();
        }
        command.body = body;
        self.commands.insert(command.id, command.clone());
        (command, is_new)
    }

    /// [`Self::register`], unless there are too many.
    ///
    /// # Errors
    /// 30032 for one more than Discord takes of its kind.
    pub(crate) fn add_command(
        &mut self,
        application: Snowflake,
        guild: Option<Snowflake>,
        body: &Value,
    ) -> Result<(Command, bool), ApiError> {
        let wanted = normalised(body, guild);
        let kind = wanted.get("type").and_then(Value::as_u64);
        let most = match kind {
            Some(kind::USER | kind::MESSAGE) => kind::MAX_IN_MENUS,
            _ => kind::MAX_CHAT_INPUT,
        };
        let of_kind = |it: &&Command| Some(it.kind()) == kind;
        let known: Vec<&Command> = self
            .commands_of(application, guild)
            .filter(of_kind)
            .collect();
        if known.len() >= most && !known.iter().any(|it| it.is_like(&wanted)) {
            return Err(ApiError::too_many_commands());
        }
        Ok(self.register(application, guild, body))
    }

    /// Replaces all commands of an application there.
    pub(crate) fn overwrite_commands(
        &mut self,
        application: Snowflake,
        guild: Option<Snowflake>,
        bodies: &[Value],
    ) -> Vec<Command> {
        let registered: Vec<Command> = bodies
            .iter()
            .map(|body| self.register(application, guild, body).0)
            .collect();
        self.commands.retain(|id, command| {
            command.application != application
                || command.guild != guild
                || registered.iter().any(|it| it.id == *id)
        });
        registered
    }

    /// Changes a command by a body that has been checked.
    ///
    /// # Errors
    /// 10063 when it is not there.
    pub(crate) fn change_command(
        &mut self,
        application: Snowflake,
        guild: Option<Snowflake>,
        id: Snowflake,
        body: &Value,
    ) -> Result<Command, ApiError> {
        let mut command = self.command(application, guild, id)?.clone();
        let mut merged = command.body.clone();
        merged.extend(body.as_object().cloned().unwrap_or_default());
        merged.insert("type".to_owned(), json!(command.kind()));
        command.body = normalised(&Value::Object(merged), guild);
        command.version = self.next_id();
        self.commands.insert(id, command.clone());
        Ok(command)
    }
}
