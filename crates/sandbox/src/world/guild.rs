//! Servers, which Discord calls guilds, with their roles and members.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::clock::iso;
use crate::error::ApiError;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::model::{Guild, Member, Role};
use crate::world::state::WorldState;

impl WorldState {
    /// A new server whose owner is its only member, without channels.
    pub(crate) fn add_guild(&mut self, name: &str, owner: Snowflake) -> Snowflake {
        let id = self.next_id();
        let everyone = Role {
            id,
            name: "@everyone".to_owned(),
            color: 0,
            hoist: false,
            position: 0,
            permissions: Permissions::EVERYONE,
            mentionable: false,
            bot: None,
        };
        let guild = Guild {
            id,
            name: name.to_owned(),
            owner,
            locale: "en-US".to_owned(),
            roles: BTreeMap::from([(id, everyone)]),
            members: BTreeMap::new(),
        };
        self.guilds.insert(id, guild);
        self.add_member(id, owner, Vec::new());
        id
    }

    pub(crate) fn add_role(
        &mut self,
        guild: Snowflake,
        name: &str,
        permissions: Permissions,
        bot: Option<Snowflake>,
    ) -> Snowflake {
        let id = self.next_id();
        let Some(guild) = self.guilds.get_mut(&guild) else {
            return id;
        };
        let role = Role {
            id,
            name: name.to_owned(),
            color: 0,
            hoist: false,
            position: guild.roles.len(),
            permissions,
            mentionable: false,
            bot,
        };
        let mut data = Map::new();
        data.insert("guild_id".to_owned(), json!(guild.id));
        data.insert("role".to_owned(), role.json());
        guild.roles.insert(id, role);
        let guild = guild.id;
        self.emit_to_guild(guild, "GUILD_ROLE_CREATE", &Value::Object(data));
        id
    }

    /// Somebody joins a server. A bot is told of the whole server, other bots of the member.
    pub(crate) fn add_member(
        &mut self,
        guild_id: Snowflake,
        user: Snowflake,
        roles: Vec<Snowflake>,
    ) {
        let joined = self.now;
        let Some(guild) = self.guilds.get_mut(&guild_id) else {
            return;
        };
        let member = Member {
            user,
            nick: None,
            roles,
            joined,
            timed_out_until: None,
        };
        guild.members.insert(user, member.clone());
        let mut data = self.member_json(&member);
        if let Some(fields) = data.as_object_mut() {
            fields.insert("guild_id".to_owned(), json!(guild_id));
        }
        self.emit_to_guild(guild_id, "GUILD_MEMBER_ADD", &data);
        if let Some(application) = self.application_of_bot(user).map(|it| it.id)
            && let Some(guild) = self.guild_create(application, guild_id)
        {
            self.emit(application, Some(guild_id), "GUILD_CREATE", guild);
        }
    }

    /// A server that somebody is in.
    pub(crate) fn guild_seen_by(
        &self,
        actor: Snowflake,
        guild: Snowflake,
    ) -> Result<&Guild, ApiError> {
        let guild = self
            .guilds
            .get(&guild)
            .ok_or_else(ApiError::unknown_guild)?;
        if guild.members.contains_key(&actor) {
            Ok(guild)
        } else {
            Err(ApiError::missing_access())
        }
    }

    pub(crate) fn member(&self, guild: Snowflake, user: Snowflake) -> Option<&Member> {
        self.guilds.get(&guild)?.members.get(&user)
    }

    /// The member object with its user.
    pub(crate) fn member_json(&self, member: &Member) -> Value {
        let mut value = member.partial_json();
        if let Some(fields) = value.as_object_mut() {
            fields.insert("user".to_owned(), self.user_json(member.user));
        }
        value
    }

    /// GUILD_CREATE for a bot: the server with its members and channels.
    pub(crate) fn guild_create(&self, application: Snowflake, guild: Snowflake) -> Option<Value> {
        let bot = self.applications.get(&application)?.bot;
        let guild = self.guilds.get(&guild)?;
        let me = guild.members.get(&bot)?;
        // Channels are listed even if they are hidden from the bot, threads are not.
        let (threads, channels): (Vec<_>, Vec<_>) = self
            .channels_of(guild.id)
            .partition(|channel| channel.is_thread());
        let threads = threads
            .into_iter()
            .filter(|it| !it.is_archived() && self.sees(bot, it));
        let mut value = guild.json();
        let members = guild.members.values();
        value.as_object_mut()?.extend(
            [
                ("joined_at", json!(iso(me.joined))),
                ("large", json!(false)),
                ("unavailable", json!(false)),
                ("member_count", json!(guild.members.len())),
                ("voice_states", json!([])),
                (
                    "members",
                    members.map(|member| self.member_json(member)).collect(),
                ),
                (
                    "channels",
                    channels
                        .into_iter()
                        .map(|it| self.channel_json(it))
                        .collect(),
                ),
                (
                    "threads",
                    threads.map(|it| self.thread_json(it, bot)).collect(),
                ),
                ("presences", json!([])),
                ("stage_instances", json!([])),
                ("guild_scheduled_events", json!([])),
                ("soundboard_sounds", json!([])),
                ("activity_instances", json!([])),
                ("embedded_activities", json!([])),
            ]
            .map(|(key, value)| (key.to_owned(), value)),
        );
        Some(value)
    }
}
