//! `/users`: accounts, and the bot's own servers and direct messages.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::{delete, get};
use serde_json::{Value, json};

use super::answer::Answer;
use super::body::Body;
use super::extract::{Bot, Ids};
use super::query::Query;
use crate::error::ApiError;
use crate::snowflake::Snowflake;
use crate::world::World;

/// Servers on a page.
const PAGE: usize = 200;

/// Characters of a name.
const NAME: std::ops::RangeInclusive<usize> = 2..=32;

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route("/users/@me", get(own).patch(change))
        .route("/users/@me/guilds", get(guilds))
        .route("/users/@me/guilds/{guild_id}", delete(leave_guild))
        .route("/users/@me/channels", get(directs).post(open_direct))
        .route("/users/{user_id}", get(show))
}

async fn show(
    State(world): State<Arc<World>>,
    _: Bot,
    Ids([user]): Ids<1>,
) -> Result<Answer, ApiError> {
    world.read(|state| Ok(Answer::ok(state.known_user(user)?.json())))
}

async fn leave_guild(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([guild]): Ids<1>,
) -> Result<Answer, ApiError> {
    world.change(|state| state.leave_guild(bot.user, guild))?;
    Ok(Answer::empty())
}

/// Discord lists no direct messages for bots.
async fn directs(_: Bot) -> Answer {
    Answer::ok(json!([]))
}

async fn own(State(world): State<Arc<World>>, bot: Bot) -> Result<Answer, ApiError> {
    world.read(|state| Ok(Answer::ok(state.known_user(bot.user)?.own_json())))
}

async fn change(State(world): State<Arc<World>>, bot: Bot, body: Body) -> Result<Answer, ApiError> {
    let body = body.value();
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
    world.change(|state| {
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
        state.emit(bot.application, None, "USER_UPDATE", user.own_json());
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

async fn guilds(
    State(world): State<Arc<World>>,
    bot: Bot,
    query: Query,
) -> Result<Answer, ApiError> {
    let limit = query.limit(PAGE, PAGE)?;
    let after = query.id("after")?.unwrap_or_default();
    let before = query.id("before")?.unwrap_or(Snowflake(u64::MAX));
    let counts = query.is_true("with_counts");
    let guilds = world.read(|state| {
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

async fn open_direct(
    State(world): State<Arc<World>>,
    bot: Bot,
    body: Body,
) -> Result<Answer, ApiError> {
    let body = body.value();
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
    world.change(|state| {
        let channel = state.open_direct(bot.user, recipient)?;
        Ok(Answer::ok(state.direct_json(&channel, bot.user)))
    })
}
