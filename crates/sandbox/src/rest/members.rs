//! `/guilds/{guild}/members`: a server's members and their roles.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::{get, patch, put};
use serde_json::{Value, json};

use super::answer::Answer;
use super::body::Body;
use super::extract::{Bot, Ids};
use super::query::Query;
use crate::error::ApiError;
use crate::intents::Intents;
use crate::snowflake::Snowflake;
use crate::world::{Member, World};

/// Most members on a page.
const PAGE: usize = 1000;

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route("/guilds/{guild_id}/members", get(list))
        .route("/guilds/{guild_id}/members/search", get(search))
        .route("/guilds/{guild_id}/members/@me", patch(rename))
        .route("/guilds/{guild_id}/members/{user_id}", get(show))
        .route(
            "/guilds/{guild_id}/members/{user_id}/roles/{role_id}",
            put(give_role).delete(take_role),
        )
}

async fn list(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([guild]): Ids<1>,
    query: Query,
) -> Result<Answer, ApiError> {
    let limit = query.limit(1, PAGE)?;
    let after = query.id("after")?.unwrap_or_default();
    world.read(|state| {
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

async fn search(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([guild]): Ids<1>,
    query: Query,
) -> Result<Answer, ApiError> {
    let limit = query.limit(1, PAGE)?;
    let start = query.get("query").unwrap_or_default().to_lowercase();
    if start.is_empty() {
        return Err(ApiError::invalid_field(
            &["query"],
            "BASE_TYPE_REQUIRED",
            "This field is required",
        ));
    }
    world.read(|state| {
        let guild = state.guild_seen_by(bot.user, guild)?;
        let matches = |member: &&Member| {
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
        let found = guild.members.values().filter(matches).take(limit);
        let found: Vec<Value> = found.map(|it| state.member_json(it)).collect();
        Ok(Answer::ok(json!(found)))
    })
}

async fn rename(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([guild]): Ids<1>,
    body: Body,
) -> Result<Answer, ApiError> {
    let nick = body.value().get("nick").cloned();
    world.change(|state| {
        let member = state.rename_member(guild, bot.user, nick.as_ref())?;
        Ok(Answer::ok(state.member_json(&member)))
    })
}

async fn show(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([guild, user]): Ids<2>,
) -> Result<Answer, ApiError> {
    world.read(|state| {
        let guild = state.guild_seen_by(bot.user, guild)?;
        let member = guild
            .members
            .get(&user)
            .ok_or_else(ApiError::unknown_member)?;
        Ok(Answer::ok(state.member_json(member)))
    })
}

async fn give_role(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids(ids): Ids<3>,
) -> Result<Answer, ApiError> {
    set_role(&world, bot, ids, true)
}

async fn take_role(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids(ids): Ids<3>,
) -> Result<Answer, ApiError> {
    set_role(&world, bot, ids, false)
}

fn set_role(
    world: &World,
    bot: Bot,
    [guild, user, role]: [Snowflake; 3],
    given: bool,
) -> Result<Answer, ApiError> {
    world.change(|state| state.set_role(bot.user, guild, user, role, given))?;
    Ok(Answer::empty())
}
