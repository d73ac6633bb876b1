//! `/guilds/{guild}`: servers, their channels, roles and members.

use axum::http::Method;
use serde_json::{Value, json};

use super::answer::Answer;
use super::call::{Bot, Call, id};
use super::threads;
use crate::error::ApiError;
use crate::form;
use crate::intents::Intents;
use crate::snowflake::Snowflake;
use crate::world::{Member, Role};

/// Members of a page at most.
const PAGE: usize = 1000;

pub(super) fn route(call: &Call<'_>, path: &[&str]) -> Result<Answer, ApiError> {
    let bot = call.bot()?;
    let (guild, rest) = match path {
        [guild, rest @ ..] => (id("guild_id", guild)?, rest),
        [] => return Err(ApiError::not_found()),
    };
    match (call.method, rest) {
        (&Method::GET, []) => call.world.read(|state| {
            let guild = state.guild_seen_by(bot.user, guild)?;
            let mut json = guild.json();
            if let (true, Some(fields)) = (call.query.is_true("with_counts"), json.as_object_mut())
            {
                let members = json!(guild.members.len());
                fields.insert("approximate_member_count".to_owned(), members.clone());
                fields.insert("approximate_presence_count".to_owned(), members);
            }
            Ok(Answer::ok(json))
        }),
        (&Method::GET, ["channels"]) => call.world.read(|state| {
            state.guild_seen_by(bot.user, guild)?;
            let channels = state.channels_of(guild).filter(|it| !it.is_thread());
            Ok(Answer::ok(
                channels.map(|it| state.channel_json(it)).collect(),
            ))
        }),
        (&Method::POST, ["channels"]) => {
            let body = call.json();
            form::channel_create(&body)?;
            call.world.change(|state| {
                let channel = state.create_channel(bot.user, guild, &body)?;
                Ok(Answer::created(state.channel_json(&channel)))
            })
        }
        (&Method::GET, ["roles"]) => call.world.read(|state| {
            let guild = state.guild_seen_by(bot.user, guild)?;
            Ok(Answer::ok(guild.roles.values().map(Role::json).collect()))
        }),
        (&Method::GET, ["roles", role]) => {
            let role = id("role_id", role)?;
            call.world.read(|state| {
                let guild = state.guild_seen_by(bot.user, guild)?;
                let role = guild.roles.get(&role).ok_or_else(ApiError::unknown_role)?;
                Ok(Answer::ok(role.json()))
            })
        }
        (&Method::GET, ["threads", "active"]) => threads::active(call, bot, guild),
        (_, ["members", rest @ ..]) => members(call, bot, guild, rest),
        _ => Err(ApiError::not_found()),
    }
}

fn members(call: &Call<'_>, bot: Bot, guild: Snowflake, path: &[&str]) -> Result<Answer, ApiError> {
    match (call.method, path) {
        (&Method::GET, []) => {
            let limit = call.query.limit(1, PAGE)?;
            let after = call.query.id("after")?.unwrap_or_default();
            call.world.read(|state| {
                let application = state.applications.get(&bot.application);
                let granted = application.map_or(0, |it| it.privileged);
                if !Intents(granted).contains(Intents::GUILD_MEMBERS) {
                    return Err(ApiError::missing_access());
                }
                let guild = state.guild_seen_by(bot.user, guild)?;
                let members = guild.members.values().filter(|it| it.user > after);
                let members = members.take(limit).map(|it| state.member_json(it));
                Ok(Answer::ok(members.collect()))
            })
        }
        (&Method::GET, ["search"]) => search(call, bot, guild),
        (&Method::PATCH, ["@me"]) => {
            let nick = call.json().get("nick").cloned();
            call.world.change(|state| {
                let member = state.rename_member(guild, bot.user, nick.as_ref())?;
                Ok(Answer::ok(state.member_json(&member)))
            })
        }
        (&Method::GET, [user]) => {
            let user = id("user_id", user)?;
            call.world.read(|state| {
                let guild = state.guild_seen_by(bot.user, guild)?;
                let member = guild
                    .members
                    .get(&user)
                    .ok_or_else(ApiError::unknown_member)?;
                Ok(Answer::ok(state.member_json(member)))
            })
        }
        (method @ (&Method::PUT | &Method::DELETE), [user, "roles", role]) => {
            let user = id("user_id", user)?;
            let role = id("role_id", role)?;
            let given = *method == Method::PUT;
            call.world
                .change(|state| state.set_role(bot.user, guild, user, role, given))?;
            Ok(Answer::empty())
        }
        _ => Err(ApiError::not_found()),
    }
}

fn search(call: &Call<'_>, bot: Bot, guild: Snowflake) -> Result<Answer, ApiError> {
    let limit = call.query.limit(1, PAGE)?;
    let start = call.query.get("query").unwrap_or_default().to_lowercase();
    if start.is_empty() {
        return Err(ApiError::invalid_field(
            &["query"],
            "BASE_TYPE_REQUIRED",
            "This field is required",
        ));
    }
    call.world.read(|state| {
        let guild = state.guild_seen_by(bot.user, guild)?;
        let is_called = |member: &&Member| {
            let user = state.user(member.user);
            let names = [
                member.nick.as_deref(),
                user.map(|it| it.username.as_str()),
                user.and_then(|it| it.global_name.as_deref()),
            ];
            names
                .into_iter()
                .flatten()
                .any(|name| name.to_lowercase().starts_with(&start))
        };
        let found = guild.members.values().filter(is_called).take(limit);
        let found: Vec<Value> = found.map(|it| state.member_json(it)).collect();
        Ok(Answer::ok(json!(found)))
    })
}
