//! What somebody sees around the messages: servers, channels, members and commands.

use std::sync::Arc;

use serde_json::{Value, json};

use super::act::Refused;
use super::place::Look;
use crate::error::ApiError;
use crate::people::Person;
use crate::permissions::Permissions;
use crate::platform::Platform;
use crate::snowflake::Snowflake;
use crate::world::{Channel, Guild, User, WorldState};

/// Characters of a post's first message that its forum shows.
const PREVIEW: usize = 160;

/// Somebody who can be played: anybody but bots.
pub(super) fn person(platform: &Arc<Platform>, id: Snowflake) -> Result<Person, Refused> {
    let is_there = |state: &WorldState| state.user(id).is_some_and(|user| !user.bot);
    if platform.world.read(is_there) {
        Ok(Person::new(Arc::clone(platform), id))
    } else {
        Err(ApiError::unknown_user().into())
    }
}

pub(super) fn of(platform: &Platform, state: &WorldState, look: &Look) -> Value {
    let me = look.person;
    let guilds = state.guilds.values().filter(|guild| {
        // Before anybody is chosen everything is offered to choose from.
        me == Snowflake::default() || guild.members.contains_key(&me)
    });
    let is_online = |user: &User| {
        let application = state.application_of_bot(user.id);
        application.is_some_and(|it| platform.hub.is_online(it.id.0))
    };
    let users: Vec<Value> = state
        .users
        .values()
        .map(|user| {
            json!({
                "id": user.id, "name": user.shown_name(), "username": user.username,
                "bot": user.bot, "online": !user.bot || is_online(user),
                "standing": standing(state, user), "locale": user.locale,
            })
        })
        .collect();
    json!({
        "me": me,
        "origin": state.origin,
        "suggestions": platform.suggestions(),
        "users": users,
        "guilds": guilds.map(|guild| guild_json(state, guild, me)).collect::<Vec<_>>(),
        "directs": directs(state, me),
        "commands": commands(state, look),
    })
}

/// What somebody is in the first server, to choose whom to play.
fn standing(state: &WorldState, user: &User) -> &'static str {
    let Some(guild) = state.guilds.values().next() else {
        return "member";
    };
    let permissions = state.guild_permissions(user.id, guild);
    if user.bot {
        "bot"
    } else if guild.owner == user.id {
        "owner"
    } else if permissions.contains(Permissions::ADMINISTRATOR) {
        "admin"
    } else if permissions.contains(Permissions::MANAGE_MESSAGES) {
        "helper"
    } else {
        "member"
    }
}

fn guild_json(state: &WorldState, guild: &Guild, me: Snowflake) -> Value {
    let channels = state.channels_of(guild.id);
    let members = guild.members.values();
    json!({
        "id": guild.id,
        "name": guild.name,
        "owner": guild.owner,
        "roles": guild.roles.values().map(|role| role.json()).collect::<Vec<_>>(),
        "members": members
            .map(|member| json!({
                "id": member.user, "nick": member.nick, "roles": member.roles,
            }))
            .collect::<Vec<_>>(),
        "channels": channels
            .filter(|channel| state.sees(me, channel) && !channel.is_archived())
            .map(|channel| channel_json(state, channel, me))
            .collect::<Vec<_>>(),
    })
}

fn channel_json(state: &WorldState, channel: &Channel, me: Snowflake) -> Value {
    let mut json = state.channel_json_for(channel, me);
    let Some(fields) = json.as_object_mut() else {
        return json;
    };
    let parent = channel.parent.and_then(|id| state.channels.get(&id));
    if parent.is_some_and(|parent| parent.kind.is_forum())
        && let Some(first) = state.message(channel.id, channel.id)
    {
        let text: String = first.content.chars().take(PREVIEW).collect();
        fields.insert("preview".to_owned(), json!(text));
    }
    json
}

fn directs(state: &WorldState, me: Snowflake) -> Vec<Value> {
    state
        .channels
        .values()
        .filter(|channel| channel.guild.is_none() && channel.recipients.contains(&me))
        .map(|channel| state.direct_json(channel, me))
        .collect()
}

/// The commands that work where somebody looks, and whether they may use them.
fn commands(state: &WorldState, look: &Look) -> Vec<Value> {
    let Some(place) = look.channel.and_then(|id| state.channels.get(&id)) else {
        return Vec::new();
    };
    state
        .commands
        .values()
        .filter_map(|command| {
            let found = state.usable_command(look.person, place, command.kind(), command.name());
            let usable = match found {
                Ok(found) if found.id == command.id => true,
                Err(error) if error == ApiError::missing_permissions() => false,
                _ => return None,
            };
            let mut json = command.json(true);
            json.as_object_mut()?
                .insert("usable".to_owned(), json!(usable));
            Some(json)
        })
        .collect()
}
