//! Commands: typed with a slash, or picked from a menu.

use serde_json::{Map, Value, json};

use super::options::Options;
use super::{ChannelRef, Interaction, Person, Refused, SeenMessage};
use crate::error::ApiError;
use crate::snowflake::Snowflake;
use crate::world::Opening;
use crate::world::model::command;
use crate::world::model::interaction::kind as interaction;
use crate::world::{Command, WorldState};

impl Person {
    /// Uses a slash command. `name` may name a subcommand, as in `config set`; `options` is an object
    /// of option names and values. Users, roles and channels are given by name or id, files by the
    /// id from [`Self::file`].
    ///
    /// # Errors
    /// As Discord refuses it: no such command there, not allowed, options missing, unknown or of a
    /// wrong type.
    pub fn slash(
        &self,
        place: impl Into<ChannelRef>,
        name: &str,
        options: &Value,
    ) -> Result<Interaction, Refused> {
        self.command(&place.into(), name, options, None)
    }

    /// Types in an option of a slash command that offers choices; wait for them with
    /// [`Self::choices_of`]. `options` holds what is typed so far, also in `focused`.
    ///
    /// # Errors
    /// As [`Self::slash`], and when the option has no autocompletion.
    pub fn autocomplete(
        &self,
        place: impl Into<ChannelRef>,
        name: &str,
        options: &Value,
        focused: &str,
    ) -> Result<Interaction, Refused> {
        self.command(&place.into(), name, options, Some(focused))
    }

    /// Picks a command from a message's menu.
    ///
    /// # Errors
    /// As [`Self::slash`].
    pub fn context_menu(&self, message: &SeenMessage, name: &str) -> Result<Interaction, Refused> {
        self.change(|state| {
            let target = state
                .message(message.channel, message.id)
                .filter(|it| it.is_for(self.id))
                .ok_or_else(ApiError::unknown_message)?;
            // The bot may read what its command is used on.
            let json = state.message_json(target, state.viewer(target.author));
            let resolved = json!({ "messages": { message.id.to_string(): json } });
            let picked = (command::kind::MESSAGE, message.id, resolved);
            self.pick(state, message.channel, name, picked)
        })
    }

    /// Picks a command from another person's menu, in a channel.
    ///
    /// # Errors
    /// As [`Self::slash`].
    pub fn context_menu_of(
        &self,
        place: impl Into<ChannelRef>,
        person: &Person,
        name: &str,
    ) -> Result<Interaction, Refused> {
        self.in_place(&place.into(), |state, place| {
            let mut resolved = super::options::Resolved::default();
            resolved.add_user(state, place, person.id);
            let picked = (command::kind::USER, person.id, resolved.json());
            self.pick(state, place, name, picked)
        })
    }

    fn command(
        &self,
        place: &ChannelRef,
        name: &str,
        options: &Value,
        focused: Option<&str>,
    ) -> Result<Interaction, Refused> {
        self.in_place(place, |state, place| {
            let channel = state.channel_seen_by(self.id, place)?;
            let mut words = name.trim_start_matches('/').split(' ');
            let first = words.next().unwrap_or_default();
            let kind = command::kind::CHAT_INPUT;
            let command = state.usable_command(self.id, channel, kind, first)?.clone();
            let read = Options {
                state,
                place,
                user: self.id,
                focused,
                resolved: super::options::Resolved::default(),
            };
            let words: Vec<&str> = words.collect();
            let (options, resolved) = read.of(command.options(), &words, options)?;
            let mut data = data_of(&command);
            if !options.is_empty() {
                data.insert("options".to_owned(), json!(options));
            }
            let resolved = resolved.json();
            if resolved != json!({}) {
                data.insert("resolved".to_owned(), resolved);
            }
            let kind = if focused.is_some() {
                interaction::AUTOCOMPLETE
            } else {
                interaction::COMMAND
            };
            let name = name.trim_start_matches('/').to_owned();
            self.begin(state, place, &command, kind, name, data)
        })
    }

    fn pick(
        &self,
        state: &mut WorldState,
        place: Snowflake,
        name: &str,
        (kind, target, resolved): (u64, Snowflake, Value),
    ) -> Result<Interaction, ApiError> {
        let channel = state.channel_seen_by(self.id, place)?;
        let command = state.usable_command(self.id, channel, kind, name)?.clone();
        let mut data = data_of(&command);
        data.insert("target_id".to_owned(), json!(target));
        data.insert("resolved".to_owned(), resolved);
        let kind = interaction::COMMAND;
        self.begin(state, place, &command, kind, name.to_owned(), data)
    }

    fn begin(
        &self,
        state: &mut WorldState,
        channel: Snowflake,
        command: &Command,
        kind: u64,
        name: String,
        data: Map<String, Value>,
    ) -> Result<Interaction, ApiError> {
        let id = state.interact(Opening {
            application: command.application,
            kind,
            user: self.id,
            channel,
            command: Some((name, command.kind())),
            source: None,
            data: Value::Object(data),
        })?;
        Ok(Interaction { id })
    }
}

fn data_of(command: &Command) -> Map<String, Value> {
    let mut data = Map::from_iter(
        [
            ("id", json!(command.id)),
            ("name", json!(command.name())),
            ("type", json!(command.kind())),
        ]
        .map(|(key, value)| (key.to_owned(), value)),
    );
    if let Some(guild) = command.guild {
        data.insert("guild_id".to_owned(), json!(guild));
    }
    data
}
