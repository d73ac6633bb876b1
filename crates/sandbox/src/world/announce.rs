//! Which bots are told what: only those that are there and can see the place.

use serde_json::Value;

use super::{Application, Channel, WorldState};
use crate::gateway::Dispatch;
use crate::snowflake::Snowflake;

impl WorldState {
    /// Tells one bot.
    pub(crate) fn tell(
        &mut self,
        application: Snowflake,
        guild: Option<Snowflake>,
        name: &'static str,
        data: Value,
    ) {
        self.outbox.push(Dispatch {
            application: application.0,
            guild: guild.map(|guild| guild.0),
            name,
            data,
            reveal: false,
        });
    }

    /// Tells every bot of a server.
    pub(crate) fn tell_guild(&mut self, guild: Snowflake, name: &'static str, data: &Value) {
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
            self.tell(application, Some(guild), name, data.clone());
        }
    }

    /// Tells every bot that sees a channel.
    pub(crate) fn tell_channel(&mut self, channel: &Channel, name: &'static str, data: &Value) {
        self.tell_channel_each(channel, name, |_, _| Some((data.clone(), false)));
    }

    /// Tells every bot that sees a channel its own version, and whether it may read it whole.
    pub(crate) fn tell_channel_each(
        &mut self,
        channel: &Channel,
        name: &'static str,
        data: impl Fn(&Self, &Application) -> Option<(Value, bool)>,
    ) {
        let events: Vec<Dispatch> = self
            .applications
            .values()
            .filter(|application| self.sees(application.bot, channel))
            .filter_map(|application| {
                let (data, reveal) = data(self, application)?;
                Some(Dispatch {
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
