//! `/guilds/{guild}`: servers, their channels and roles.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use serde_json::{Value, json};

use super::answer::Answer;
use super::body::Body;
use super::extract::{Bot, Form, FromBody, Ids};
use super::query::Query;
use crate::error::ApiError;
use crate::form;
use crate::world::{Role, World};

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route("/guilds/{guild_id}", get(show))
        .route(
            "/guilds/{guild_id}/channels",
            get(channels).post(create_channel),
        )
        .route("/guilds/{guild_id}/roles", get(roles))
        .route("/guilds/{guild_id}/roles/{role_id}", get(role))
}

/// A new channel of a server.
struct NewChannel(Value);

impl FromBody for NewChannel {
    fn from_body(body: &Body) -> Result<Self, ApiError> {
        let json = body.value();
        form::channel_create(&json)?;
        Ok(Self(json))
    }
}

async fn show(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([guild]): Ids<1>,
    query: Query,
) -> Result<Answer, ApiError> {
    world.read(|state| {
        let guild = state.guild_seen_by(bot.user, guild)?;
        let mut json = guild.json();
        if let (true, Some(fields)) = (query.is_true("with_counts"), json.as_object_mut()) {
            let members = json!(guild.members.len());
            fields.insert("approximate_member_count".to_owned(), members.clone());
            fields.insert("approximate_presence_count".to_owned(), members);
        }
        Ok(Answer::ok(json))
    })
}

async fn channels(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([guild]): Ids<1>,
) -> Result<Answer, ApiError> {
    world.read(|state| {
        state.guild_seen_by(bot.user, guild)?;
        let channels = state.channels_of(guild).filter(|it| !it.is_thread());
        let channels = channels.map(|it| state.channel_json(it));
        Ok(Answer::ok(channels.collect()))
    })
}

async fn create_channel(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([guild]): Ids<1>,
    Form(NewChannel(body)): Form<NewChannel>,
) -> Result<Answer, ApiError> {
    world.change(|state| {
        let channel = state.create_channel(bot.user, guild, &body)?;
        Ok(Answer::created(state.channel_json(&channel)))
    })
}

async fn roles(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([guild]): Ids<1>,
) -> Result<Answer, ApiError> {
    world.read(|state| {
        let guild = state.guild_seen_by(bot.user, guild)?;
        Ok(Answer::ok(guild.roles.values().map(Role::json).collect()))
    })
}

async fn role(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([guild, role]): Ids<2>,
) -> Result<Answer, ApiError> {
    world.read(|state| {
        let guild = state.guild_seen_by(bot.user, guild)?;
        let role = guild.roles.get(&role).ok_or_else(ApiError::unknown_role)?;
        Ok(Answer::ok(role.json()))
    })
}
