//! Application commands: what a bot registered, and who may use it where.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{Channel, ChannelKind, State};
use crate::sandbox::error::ApiError;
use crate::sandbox::permissions::Permissions;
use crate::sandbox::snowflake::Snowflake;

/// The kinds of commands, as Discord numbers them.
pub(in crate::sandbox) mod kind {
    pub(in crate::sandbox) const CHAT_INPUT: u64 = 1;
    pub(in crate::sandbox) const USER: u64 = 2;
    pub(in crate::sandbox) const MESSAGE: u64 = 3;
}

/// Where a command is used, as Discord numbers it.
pub(in crate::sandbox) mod context {
    pub(in crate::sandbox) const GUILD: u64 = 0;
    pub(in crate::sandbox) const BOT_DIRECT: u64 = 1;
    pub(in crate::sandbox) const OTHER_DIRECT: u64 = 2;
}

/// A registered command.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(in crate::sandbox) struct Command {
    pub(in crate::sandbox) id: Snowflake,
    pub(in crate::sandbox) application: Snowflake,
    /// `None` for a global one.
    pub(in crate::sandbox) guild: Option<Snowflake>,
    version: Snowflake,
    /// What was registered, with Discord's defaults.
    body: Map<String, Value>,
}

/// An administrator's say on who may use a command in a server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::sandbox) struct CommandRule {
    pub(in crate::sandbox) guild: Snowflake,
    pub(in crate::sandbox) command: Snowflake,
    /// A role, or a user.
    pub(in crate::sandbox) target: Snowflake,
    /// 1 for a role, 2 for a user.
    pub(in crate::sandbox) target_kind: u8,
    pub(in crate::sandbox) allowed: bool,
}

impl Command {
    pub(in crate::sandbox) fn name(&self) -> &str {
        self.text("name")
    }

    pub(in crate::sandbox) fn kind(&self) -> u64 {
        let kind = self.body.get("type").and_then(Value::as_u64);
        kind.unwrap_or(kind::CHAT_INPUT)
    }

    pub(in crate::sandbox) fn options(&self) -> &[Value] {
        self.body
            .get("options")
            .and_then(Value::as_array)
            .map_or(&[], Vec::as_slice)
    }

    /// The command object; `localised` with the dictionaries of other languages.
    pub(in crate::sandbox) fn json(&self, localised: bool) -> Value {
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

impl State {
    /// The commands of an application: global ones, or those of a server.
    pub(in crate::sandbox) fn commands_of(
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
    pub(in crate::sandbox) fn command(
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
    pub(in crate::sandbox) fn register(
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

    /// Replaces all commands of an application there.
    pub(in crate::sandbox) fn overwrite_commands(
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
    pub(in crate::sandbox) fn change_command(
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

    /// The command that somebody finds in a channel by its name.
    ///
    /// # Errors
    /// 10063 when there is none, or Discord would not show it there; 50013 when they may not use it.
    pub(in crate::sandbox) fn usable_command(
        &self,
        user: Snowflake,
        place: &Channel,
        kind: u64,
        name: &str,
    ) -> Result<&Command, ApiError> {
        let mut refusal = ApiError::unknown_application_command();
        let named = |it: &&Command| it.kind() == kind && it.name() == name;
        for command in self.commands.values().filter(named) {
            if !self.is_shown(user, place, command) {
                continue;
            }
            match self.may_use(user, place, command) {
                Ok(()) => return Ok(command),
                Err(error) => refusal = error,
            }
        }
        Err(refusal)
    }

    /// Where a channel is for an application's commands.
    pub(in crate::sandbox) fn context_of(&self, place: &Channel, application: Snowflake) -> u64 {
        let bot = self.applications.get(&application).map(|it| it.bot);
        match place.kind {
            _ if place.guild.is_some() => context::GUILD,
            ChannelKind::Direct if bot.is_some_and(|it| place.recipients.contains(&it)) => {
                context::BOT_DIRECT
            }
            _ => context::OTHER_DIRECT,
        }
    }

    fn is_shown(&self, user: Snowflake, place: &Channel, command: &Command) -> bool {
        if command.guild.is_some() && command.guild != place.guild {
            return false;
        }
        let installed = self.is_installed(user, command.application) && command.installs_on(1);
        let there = match (self.context_of(place, command.application), place.guild) {
            (context::GUILD, Some(guild)) => {
                self.guilds_of(command.application).any(|it| it.id == guild)
            }
            (context::BOT_DIRECT, _) => true,
            _ => false,
        };
        command.works_in(self.context_of(place, command.application))
            && (there && command.installs_on(0) || installed)
    }

    fn may_use(&self, user: Snowflake, place: &Channel, command: &Command) -> Result<(), ApiError> {
        let Some(guild) = place.guild else {
            return Ok(());
        };
        let permissions = self.permissions(user, place);
        if permissions.contains(Permissions::ADMINISTRATOR) {
            return Ok(());
        }
        if !permissions.contains(Permissions::USE_APPLICATION_COMMANDS) {
            return Err(ApiError::missing_permissions());
        }
        let ruled = self.ruled(user, guild, command);
        let has_default = match command.default_permissions() {
            None => true,
            Some(Permissions::NONE) => false,
            Some(needed) => permissions.contains(needed),
        };
        if ruled.unwrap_or(has_default) {
            Ok(())
        } else {
            Err(ApiError::missing_permissions())
        }
    }

    /// What administrators said: of the user before that of the user's roles.
    fn ruled(&self, user: Snowflake, guild: Snowflake, command: &Command) -> Option<bool> {
        let rules = || {
            self.command_rules
                .iter()
                .filter(|rule| rule.guild == guild && rule.command == command.id)
        };
        let own = rules().find(|rule| rule.target == user);
        if let Some(own) = own {
            return Some(own.allowed);
        }
        let roles = &self.member(guild, user)?.roles;
        let of_roles: Vec<bool> = rules()
            .filter(|rule| rule.target_kind == 1)
            .filter(|rule| roles.contains(&rule.target) || rule.target == guild)
            .map(|rule| rule.allowed)
            .collect();
        (!of_roles.is_empty()).then(|| of_roles.contains(&true))
    }
}

/// A body with Discord's defaults.
fn normalised(body: &Value, guild: Option<Snowflake>) -> Map<String, Value> {
    let given = |key: &str| body.get(key).filter(|value| !value.is_null()).cloned();
    let kind = given("type").unwrap_or(json!(kind::CHAT_INPUT));
    let is_chat = kind == json!(kind::CHAT_INPUT);
    let mut fields = vec![
        ("name", given("name").unwrap_or_default()),
        (
            "name_localizations",
            given("name_localizations").unwrap_or_default(),
        ),
        ("description", given("description").unwrap_or(json!(""))),
        (
            "description_localizations",
            given("description_localizations").unwrap_or_default(),
        ),
        (
            "default_member_permissions",
            given("default_member_permissions").map_or(Value::Null, |bits| match bits {
                Value::Number(bits) => json!(bits.to_string()),
                bits => bits,
            }),
        ),
        ("nsfw", given("nsfw").unwrap_or(json!(false))),
        ("type", kind),
    ];
    if guild.is_none() {
        let contexts = given("contexts").unwrap_or_default();
        let dm = match contexts.as_array() {
            Some(contexts) => json!(contexts.contains(&json!(context::BOT_DIRECT))),
            None => given("dm_permission").unwrap_or(json!(true)),
        };
        fields.push(("dm_permission", dm));
        fields.push(("contexts", contexts));
        let types = given("integration_types").unwrap_or(json!([0]));
        fields.push(("integration_types", types));
    }
    let options = given("options").filter(|_| is_chat);
    if let Some(mut options) = options.filter(|it| it != &json!([])) {
        drop_nulls(&mut options);
        fields.push(("options", options));
    }
    Map::from_iter(
        fields
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value)),
    )
}

fn drop_nulls(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(drop_nulls),
        Value::Object(fields) => {
            fields.retain(|_, value| !value.is_null());
            fields.values_mut().for_each(drop_nulls);
        }
        _ => {}
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
