//! `/users`: accounts, and the bot's own servers and direct messages.

use axum::http::Method;
use serde_json::{Value, json};

use super::answer::Answer;
use super::call::{Bot, Call, id};
use crate::error::ApiError;
use crate::snowflake::Snowflake;

/// Servers on a page.
const PAGE: usize = 200;

/// Characters of a name.
const NAME: std::ops::RangeInclusive<usize> = 2..=32;

pub(super) fn route(call: &Call<'_>, path: &[&str]) -> Result<Answer, ApiError> {
    match (call.method, path) {
        (&Method::GET, ["@me"]) => own(call, call.bot()?),
        (&Method::PATCH, ["@me"]) => change(call, call.bot()?),
        (&Method::GET, ["@me", "guilds"]) => guilds(call, call.bot()?),
        (&Method::POST, ["@me", "channels"]) => open_direct(call, call.bot()?),
        (&Method::GET, ["@me", "channels"]) => call.bot().map(|_| Answer::ok(json!([]))),
        (&Method::DELETE, ["@me", "guilds", guild]) => {
            let bot = call.bot()?;
            let guild = id("guild_id", guild)?;
            call.world
                .change(|state| state.leave_guild(bot.user, guild))?;
            Ok(Answer::empty())
        }
        (&Method::GET, [user]) => {
            call.bot()?;
            let user = id("user_id", user)?;
            call.world
                .read(|state| Ok(Answer::ok(state.known_user(user)?.json())))
        }
        _ => Err(ApiError::not_found()),
    }
}

fn own(call: &Call<'_>, bot: Bot) -> Result<Answer, ApiError> {
    call.world
        .read(|state| Ok(Answer::ok(state.known_user(bot.user)?.own_json())))
}

fn change(call: &Call<'_>, bot: Bot) -> Result<Answer, ApiError> {
    let body = call.json();
    let name = body.get("username").and_then(Value::as_str).map(str::trim);
    if let Some(name) = name
        && !NAME.contains(&name.chars().count())
    {
        return Err(ApiError::invalid_field(
            &["username"],
            "BASE_TYPE_BAD_LENGTH",
            "Must be between 2 and 32 in length.",
        ));
    }
    call.world.change(|state| {
        let user = state
            .users
            .get_mut(&bot.user)
            .ok_or_else(ApiError::unknown_user)?;
        if let Some(name) = name {
            name.clone_into(&mut user.username);
        }
        for (key, picture) in [("avatar", &mut user.avatar), ("banner", &mut user.banner)] {
            match body.get(key) {
                Some(Value::Null) => *picture = None,
                Some(Value::String(data)) => *picture = Some(hash(data)),
                _ => {}
            }
        }
        let user = user.clone();
        state.tell(bot.application, None, "USER_UPDATE", user.own_json());
        Ok(Answer::ok(user.own_json()))
    })
}

/// A picture's hash as Discord writes it.
fn hash(data: &str) -> String {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let mut hasher = DefaultHasher::new();
    data.hash(&mut hasher);
    format!("{:032x}", hasher.finish())
}

fn guilds(call: &Call<'_>, bot: Bot) -> Result<Answer, ApiError> {
    let limit = call.query.limit(PAGE, PAGE)?;
    let after = call.query.id("after")?.unwrap_or_default();
    let before = call.query.id("before")?.unwrap_or(Snowflake(u64::MAX));
    let counts = call.query.is_true("with_counts");
    let guilds = call.world.read(|state| {
        let guilds = state
            .guilds_of(bot.application)
            .filter(|guild| guild.id > after && guild.id < before)
            .take(limit);
        guilds
            .map(|guild| {
                let mut json = json!({
                    "id": guild.id,
                    "name": guild.name,
                    "icon": null,
                    "banner": null,
                    "owner": guild.owner == bot.user,
                    "permissions": state.guild_permissions(bot.user, guild),
                    "features": [],
                });
                if let (true, Some(fields)) = (counts, json.as_object_mut()) {
                    let members = json!(guild.members.len());
                    fields.insert("approximate_member_count".to_owned(), members.clone());
                    fields.insert("approximate_presence_count".to_owned(), members);
                }
                json
            })
            .collect::<Vec<Value>>()
    });
    Ok(Answer::ok(json!(guilds)))
}

fn open_direct(call: &Call<'_>, bot: Bot) -> Result<Answer, ApiError> {
    let body = call.json();
    let recipient = body
        .get("recipient_id")
        .and_then(|id| serde_json::from_value(id.clone()).ok())
        .ok_or_else(|| {
            ApiError::invalid_field(
                &["recipient_id"],
                "BASE_TYPE_REQUIRED",
                "This field is required",
            )
        })?;
    call.world.change(|state| {
        let channel = state.open_direct(bot.user, recipient)?;
        Ok(Answer::ok(state.direct_json(&channel, bot.user)))
    })
}
