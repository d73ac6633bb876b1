//! Application commands: what a bot registered, and who may use it where.

mod body;
mod usage;

use serde_json::{Map, Value, json};

use crate::error::ApiError;
use crate::snowflake::Snowflake;
use crate::world::model::Command;
use crate::world::model::command::kind;
use crate::world::state::WorldState;
use body::normalised;

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
