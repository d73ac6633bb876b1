//! Who gets an event: only the bots that are there and see the channel.

use serde_json::{Map, Value, json};

use crate::snowflake::Snowflake;
use crate::world::event::Event;
use crate::world::model::{Application, Channel};
use crate::world::state::WorldState;

impl WorldState {
    /// Tells one bot.
    pub(crate) fn emit(
        &mut self,
        application: Snowflake,
        guild: Option<Snowflake>,
        name: &'static str,
        data: Value,
    ) {
        self.outbox.push(Event {
            application: application.0,
            guild: guild.map(|guild| guild.0),
            name,
            data,
            reveal: false,
        });
    }

    /// Tells every bot of a server.
    pub(crate) fn emit_to_guild(&mut self, guild: Snowflake, name: &'static str, data: &Value) {
        let Some(members) = self.guilds.get(&guild).map(|guild| &guild.members) else {
            return;
        };
        let there: Vec<Snowflake> = self
            .applications
            .values()
            .filter(|application| members.contains_key(&application.bot))
            .map(|application| application.id)
            .collect();
        for application in there {
            self.emit(application, Some(guild), name, data.clone());
        }
    }

    /// Tells every bot that sees a channel.
    pub(crate) fn emit_to_channel(&mut self, channel: &Channel, name: &'static str, data: &Value) {
        self.emit_to_each_in_channel(channel, name, |_, _| Some((data.clone(), false)));
    }

    /// Tells every bot that sees a channel its own version, and whether it may read it whole.
    pub(crate) fn emit_to_each_in_channel(
        &mut self,
        channel: &Channel,
        name: &'static str,
        data: impl Fn(&Self, &Application) -> Option<(Value, bool)>,
    ) {
        let events: Vec<Event> = self
            .applications
            .values()
            .filter(|application| self.sees(application.bot, channel))
            .filter_map(|application| {
                let (data, reveal) = data(self, application)?;
                Some(Event {
                    application: application.id.0,
                    guild: channel.guild.map(|guild| guild.0),
                    name,
                    data,
                    reveal,
                })
            })
            .collect();
        self.outbox.extend(events);
    }
}

/// The data of an event in a channel.
pub(super) fn channel_event<const N: usize>(place: &Channel, fields: [(&str, Value); N]) -> Value {
    let mut data = Map::new();
    data.insert("channel_id".to_owned(), json!(place.id));
    if let Some(guild) = place.guild {
        data.insert("guild_id".to_owned(), json!(guild));
    }
    data.extend(fields.map(|(key, value)| (key.to_owned(), value)));
    Value::Object(data)
}
