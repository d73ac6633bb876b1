//! The options of a slash command, checked against what the bot registered as Discord's client
//! checks them, and what their ids stand for.

use serde_json::{Map, Value, json};

use crate::error::ApiError;
use crate::snowflake::Snowflake;
use crate::world::WorldState;

/// The kinds of options, as Discord numbers them.
mod kind {
    pub(super) const SUBCOMMAND: u64 = 1;
    pub(super) const GROUP: u64 = 2;
    pub(super) const STRING: u64 = 3;
    pub(super) const INTEGER: u64 = 4;
    pub(super) const BOOLEAN: u64 = 5;
    pub(super) const USER: u64 = 6;
    pub(super) const CHANNEL: u64 = 7;
    pub(super) const ROLE: u64 = 8;
    pub(super) const MENTIONABLE: u64 = 9;
    pub(super) const NUMBER: u64 = 10;
    pub(super) const ATTACHMENT: u64 = 11;
}

/// Characters of a string option, where the bot sets no limit.
const MAX_LENGTH: u64 = 6000;

/// Integers that every client can hold.
const MAX_INTEGER: i64 = 1 << 53;

/// What a person filled in.
pub(super) struct Options<'a> {
    pub(super) state: &'a WorldState,
    pub(super) place: Snowflake,
    pub(super) user: Snowflake,
    /// The option they are typing in.
    pub(super) focused: Option<&'a str>,
    pub(super) resolved: Resolved,
}

/// What the ids in an interaction stand for.
#[derive(Default)]
pub(super) struct Resolved(Map<String, Value>);

impl Options<'_> {
    /// Checks values against declared options, below the named subcommands. Returns the options as
    /// Discord sends them.
    pub(super) fn of(
        mut self,
        declared: &[Value],
        path: &[&str],
        values: &Value,
    ) -> Result<(Vec<Value>, Resolved), ApiError> {
        let options = self.at(declared, path, values)?;
        Ok((options, self.resolved))
    }

    fn at(
        &mut self,
        declared: &[Value],
        path: &[&str],
        values: &Value,
    ) -> Result<Vec<Value>, ApiError> {
        let Some((name, rest)) = path.split_first() else {
            if declared
                .iter()
                .any(|it| matches!(kind_of(it), kind::SUBCOMMAND | kind::GROUP))
            {
                return Err(refused("options", "a subcommand is to be chosen"));
            }
            return self.values(declared, values);
        };
        let inner = declared
            .iter()
            .find(|it| {
                matches!(kind_of(it), kind::SUBCOMMAND | kind::GROUP) && name_of(it) == *name
            })
            .ok_or_else(ApiError::unknown_application_command)?;
        let below = inner.get("options").and_then(Value::as_array);
        let below = below.map_or(&[][..], Vec::as_slice);
        let options = self.at(below, rest, values)?;
        Ok(vec![json!({
            "name": name, "type": kind_of(inner), "options": options,
        })])
    }

    fn values(&mut self, declared: &[Value], values: &Value) -> Result<Vec<Value>, ApiError> {
        let empty = Map::new();
        let values = match values {
            Value::Object(values) => values,
            Value::Null => &empty,
            _ => return Err(refused("options", "is to be an object of names and values")),
        };
        if let Some(unknown) = values
            .keys()
            .find(|key| !declared.iter().any(|it| name_of(it) == *key))
        {
            return Err(refused(unknown, "the command has no such option"));
        }
        let mut options = Vec::new();
        for option in declared {
            let name = name_of(option);
            let is_focused = self.focused == Some(name);
            let Some(value) = values.get(name) else {
                if option.get("required") == Some(&json!(true)) && self.focused.is_none() {
                    return Err(refused(name, "the option is required"));
                }
                continue;
            };
            let mut json = json!({ "name": name, "type": kind_of(option) });
            let value = if is_focused {
                if option.get("autocomplete") != Some(&json!(true)) {
                    return Err(refused(name, "the option has no autocompletion"));
                }
                value.clone()
            } else {
                self.value(option, value)?
            };
            if let Some(fields) = json.as_object_mut() {
                fields.insert("value".to_owned(), value);
                if is_focused {
                    fields.insert("focused".to_owned(), json!(true));
                }
            }
            options.push(json);
        }
        Ok(options)
    }

    fn value(&mut self, option: &Value, value: &Value) -> Result<Value, ApiError> {
        let name = name_of(option);
        let wrong = |what: &str| Err(refused(name, what));
        let choices = option.get("choices").and_then(Value::as_array);
        if let Some(choices) = choices.filter(|it| !it.is_empty()) {
            let chosen = choices
                .iter()
                .find(|it| it.get("value") == Some(value) || it.get("name") == Some(value));
            return match chosen.and_then(|it| it.get("value")) {
                Some(value) => Ok(value.clone()),
                None => wrong("it is none of the choices"),
            };
        }
        match (kind_of(option), value) {
            (kind::STRING, Value::String(text)) => {
                let length = text.chars().count() as u64;
                let bound = |key: &str| option.get(key).and_then(Value::as_u64);
                let least = bound("min_length").unwrap_or_default().max(1);
                if length < least || length > bound("max_length").unwrap_or(MAX_LENGTH) {
                    return wrong("the text is too short or too long");
                }
                Ok(value.clone())
            }
            (kind::INTEGER, Value::Number(number)) => match number.as_i64() {
                Some(whole) if whole.abs() <= MAX_INTEGER => {
                    in_range(option, value).map(|()| value.clone())
                }
                _ => wrong("it is no whole number"),
            },
            (kind::NUMBER, Value::Number(_)) => in_range(option, value).map(|()| value.clone()),
            (kind::BOOLEAN, Value::Bool(_)) => Ok(value.clone()),
            (kind::USER, _) => match self.user(value) {
                Some(id) => Ok(json!(id)),
                None => wrong("there is nobody of that name"),
            },
            (kind::CHANNEL, _) => match self.channel(option, value) {
                Some(id) => Ok(json!(id)),
                None => wrong("there is no such channel of a fitting kind"),
            },
            (kind::ROLE, _) => match self.role(value) {
                Some(id) => Ok(json!(id)),
                None => wrong("there is no such role"),
            },
            (kind::MENTIONABLE, _) => match self.user(value).or_else(|| self.role(value)) {
                Some(id) => Ok(json!(id)),
                None => wrong("there is neither a person nor a role of that name"),
            },
            (kind::ATTACHMENT, _) => match self.file(value) {
                Some(id) => Ok(json!(id)),
                None => wrong("there is no such file"),
            },
            _ => wrong("the value has a wrong type"),
        }
    }

    fn user(&mut self, value: &Value) -> Option<Snowflake> {
        let found = self
            .state
            .users
            .values()
            .find(|user| value.as_str() == Some(&user.username) || *value == json!(user.id))?;
        self.resolved.add_user(self.state, self.place, found.id);
        Some(found.id)
    }

    fn channel(&mut self, option: &Value, value: &Value) -> Option<Snowflake> {
        let state = self.state;
        let guild = state.channels.get(&self.place)?.guild;
        let kinds = option.get("channel_types").and_then(Value::as_array);
        let found = state.channels.values().find(|channel| {
            let fits = kinds
                .filter(|it| !it.is_empty())
                .is_none_or(|kinds| kinds.contains(&json!(u8::from(channel.kind))));
            let is_named = value.as_str() == Some(&channel.name) || *value == json!(channel.id);
            is_named && fits && channel.guild == guild && state.sees(self.user, channel)
        })?;
        let json = state.partial_channel_json(found, self.user);
        self.resolved.add("channels", found.id, json);
        Some(found.id)
    }

    fn role(&mut self, value: &Value) -> Option<Snowflake> {
        let guild = self.state.channels.get(&self.place)?.guild?;
        let roles = &self.state.guilds.get(&guild)?.roles;
        let found = roles
            .values()
            .find(|role| value.as_str() == Some(&role.name) || *value == json!(role.id))?;
        self.resolved.add("roles", found.id, found.json());
        Some(found.id)
    }

    fn file(&mut self, value: &Value) -> Option<Snowflake> {
        let id = serde_json::from_value(value.clone()).ok()?;
        let file = self.state.files.get(&id)?;
        let mut json = self.state.attachment_json(file, self.place);
        json.as_object_mut()?
            .insert("ephemeral".to_owned(), json!(true));
        self.resolved.add("attachments", id, json);
        Some(id)
    }
}

impl Resolved {
    pub(super) fn add_user(&mut self, state: &WorldState, place: Snowflake, user: Snowflake) {
        self.add("users", user, state.user_json(user));
        let Some(channel) = state.channels.get(&place) else {
            return;
        };
        let member = channel.guild.and_then(|guild| state.member(guild, user));
        if let Some(member) = member {
            let mut json = member.partial_json();
            if let Some(fields) = json.as_object_mut() {
                // Discord leaves these out of resolved members.
                fields.remove("deaf");
                fields.remove("mute");
                let permissions = json!(state.permissions(user, channel));
                fields.insert("permissions".to_owned(), permissions);
            }
            self.add("members", user, json);
        }
    }

    /// Adds what another has.
    pub(super) fn merge(&mut self, other: Value) {
        let Value::Object(other) = other else {
            return;
        };
        for (key, list) in other {
            match (self.0.get_mut(&key).and_then(Value::as_object_mut), list) {
                (Some(own), Value::Object(list)) => own.extend(list),
                (_, list) => {
                    self.0.insert(key, list);
                }
            }
        }
    }

    pub(super) fn json(self) -> Value {
        Value::Object(self.0)
    }

    pub(super) fn add(&mut self, key: &str, id: Snowflake, json: Value) {
        let list = self.0.entry(key).or_insert_with(|| json!({}));
        if let Some(list) = list.as_object_mut() {
            list.insert(id.to_string(), json);
        }
    }
}

fn name_of(option: &Value) -> &str {
    option
        .get("name")
        .and_then(Value::as_str)
        .unwrap_or_default()
}

fn kind_of(option: &Value) -> u64 {
    option
        .get("type")
        .and_then(Value::as_u64)
        .unwrap_or_default()
}

fn in_range(option: &Value, value: &Value) -> Result<(), ApiError> {
    let number = |value: Option<&Value>| value.and_then(Value::as_f64);
    let given = number(Some(value)).unwrap_or_default();
    let is_low = number(option.get("min_value")).is_some_and(|least| given < least);
    let is_high = number(option.get("max_value")).is_some_and(|most| given > most);
    if is_low || is_high {
        Err(refused(name_of(option), "the number is out of range"))
    } else {
        Ok(())
    }
}

fn refused(option: &str, message: &str) -> ApiError {
    ApiError::invalid_field(&[option], "BASE_TYPE_CHOICES", message)
}
