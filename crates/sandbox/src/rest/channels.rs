//! `/channels/{channel}`: the channel itself, its overwrites, and typing in it.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::{get, post, put};
use serde_json::{Value, json};

use super::answer::Answer;
use super::body::Body;
use super::extract::{Bot, Form, FromBody, Ids};
use crate::error::ApiError;
use crate::form;
use crate::permissions::Overwrite;
use crate::world::World;

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route(
            "/channels/{channel_id}",
            get(show).patch(change).delete(delete),
        )
        .route("/channels/{channel_id}/typing", post(start_typing))
        .route(
            "/channels/{channel_id}/permissions/{overwrite_id}",
            put(overwrite).delete(drop_overwrite),
        )
}

/// An edit of a channel or thread.
struct ChannelEdit(Value);

impl FromBody for ChannelEdit {
    fn from_body(body: &Body) -> Result<Self, ApiError> {
        let json = body.value();
        form::channel_edit(&json)?;
        Ok(Self(json))
    }
}

async fn show(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
) -> Result<Answer, ApiError> {
    world.read(|state| {
        let channel = state.channel_seen_by(bot.user, channel)?;
        Ok(Answer::ok(state.channel_json_for(channel, bot.user)))
    })
}

async fn change(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
    Form(ChannelEdit(body)): Form<ChannelEdit>,
) -> Result<Answer, ApiError> {
    world.change(|state| {
        let channel = state.change_channel(bot.user, channel, &body)?;
        Ok(Answer::ok(state.channel_json_for(&channel, bot.user)))
    })
}

async fn delete(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
) -> Result<Answer, ApiError> {
    world.change(|state| {
        let channel = state.delete_channel(bot.user, channel)?;
        Ok(Answer::ok(state.channel_json_for(&channel, bot.user)))
    })
}

async fn start_typing(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
) -> Result<Answer, ApiError> {
    world.change(|state| state.start_typing(bot.user, channel))?;
    Ok(Answer::empty())
}

async fn overwrite(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel, target]): Ids<2>,
    body: Body,
) -> Result<Answer, ApiError> {
    let mut body = body.value();
    if let Some(fields) = body.as_object_mut() {
        fields.insert("id".to_owned(), json!(target));
        fields.retain(|_, value| !value.is_null());
    }
    let overwrite: Overwrite = serde_json::from_value(body).map_err(|_| {
        ApiError::invalid_field(&["type"], "BASE_TYPE_REQUIRED", "This field is required")
    })?;
    world.change(|state| state.set_overwrite(bot.user, channel, target, Some(overwrite)))?;
    Ok(Answer::empty())
}

async fn drop_overwrite(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel, target]): Ids<2>,
) -> Result<Answer, ApiError> {
    world.change(|state| state.set_overwrite(bot.user, channel, target, None))?;
    Ok(Answer::empty())
}
