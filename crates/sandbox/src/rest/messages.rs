//! `/channels/{channel}/messages`.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};

use super::answer::Answer;
use super::body::Body;
use super::extract::{Bot, Form, FromBody, Ids};
use super::query::Query;
use crate::error::ApiError;
use crate::form;
use crate::message_flags::{CROSSPOSTED, IS_COMPONENTS_V2, KEPT_IN_CHANNELS};
use crate::snowflake::Snowflake;
use crate::world::message::{Deletion, MessageEdit, NewMessage, Page};
use crate::world::{ChannelKind, World};

/// Messages on a page unless another number is asked for, and at most.
const PAGE: (usize, usize) = (50, 100);

/// Messages that one request may delete.
const BULK: std::ops::RangeInclusive<usize> = 2..=100;

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route("/channels/{channel_id}/messages", get(list).post(create))
        .route(
            "/channels/{channel_id}/messages/bulk-delete",
            post(delete_many),
        )
        .route(
            "/channels/{channel_id}/messages/{message_id}",
            get(show).patch(edit).delete(delete),
        )
        .route(
            "/channels/{channel_id}/messages/{message_id}/crosspost",
            post(crosspost),
        )
}

/// Messages to delete at once.
struct BulkDelete(Vec<Snowflake>);

impl FromBody for NewMessage {
    fn from_body(body: &Body) -> Result<Self, ApiError> {
        let json = body.value();
        form::message_create(&json, body.file_count())?;
        Ok(Self::read(&json, body.files(&json), KEPT_IN_CHANNELS))
    }
}

impl FromBody for BulkDelete {
    fn from_body(body: &Body) -> Result<Self, ApiError> {
        let messages = body.value().get("messages").cloned().unwrap_or_default();
        let mut messages: Vec<Snowflake> =
            serde_json::from_value(messages).map_err(|_| ApiError::too_few_or_many_to_delete())?;
        messages.sort_unstable();
        messages.dedup();
        if !BULK.contains(&messages.len()) {
            return Err(ApiError::too_few_or_many_to_delete());
        }
        Ok(Self(messages))
    }
}

async fn list(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
    query: Query,
) -> Result<Answer, ApiError> {
    let limit = query.limit(PAGE.0, PAGE.1)?;
    let page = match (query.id("around")?, query.id("before")?, query.id("after")?) {
        (Some(id), _, _) => Page::Around(id),
        (_, Some(id), _) => Page::Before(id),
        (_, _, Some(id)) => Page::After(id),
        _ => Page::Latest,
    };
    world.read(|state| {
        let messages = state.page(bot.user, channel, page, limit)?;
        let viewer = state.viewer(bot.user);
        let json = messages.iter().map(|it| state.message_json(it, viewer));
        Ok(Answer::ok(json.collect()))
    })
}

async fn create(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
    Form(new): Form<NewMessage>,
) -> Result<Answer, ApiError> {
    world.change(|state| {
        let message = state.write(bot.user, channel, new)?;
        let json = state.message_json(&message, state.viewer(bot.user));
        Ok(Answer::ok(json))
    })
}

async fn show(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel, message]): Ids<2>,
) -> Result<Answer, ApiError> {
    world.read(|state| {
        let message = state.message_seen_by(bot.user, channel, message)?;
        let json = state.message_json(message, state.viewer(bot.user));
        Ok(Answer::ok(json))
    })
}

async fn edit(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel, message]): Ids<2>,
    body: Body,
) -> Result<Answer, ApiError> {
    let json = body.value();
    let is_v2 = world.read(|state| {
        let message = state.message(channel, message);
        message.is_some_and(|it| it.flags & IS_COMPONENTS_V2 != 0)
    });
    form::message_edit(&json, is_v2)?;
    let edit = MessageEdit::read(&json, body.files(&json));
    world.change(|state| {
        let message = state.edit(bot.user, channel, message, edit)?;
        let json = state.message_json(&message, state.viewer(bot.user));
        Ok(Answer::ok(json))
    })
}

async fn delete(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel, message]): Ids<2>,
) -> Result<Answer, ApiError> {
    world.change(|state| state.delete(bot.user, channel, Deletion::One(message)))?;
    Ok(Answer::empty())
}

async fn delete_many(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
    Form(BulkDelete(messages)): Form<BulkDelete>,
) -> Result<Answer, ApiError> {
    world.change(|state| state.delete(bot.user, channel, Deletion::Many(messages)))?;
    Ok(Answer::empty())
}

async fn crosspost(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel, message]): Ids<2>,
) -> Result<Answer, ApiError> {
    world.change(|state| {
        let place = state.channel_seen_by(bot.user, channel)?;
        if place.kind != ChannelKind::Announcement {
            return Err(ApiError::cannot_execute_on_channel_type());
        }
        let found = state.message_seen_by(bot.user, channel, message)?;
        if found.author != bot.user {
            return Err(ApiError::missing_permissions());
        }
        if found.flags & CROSSPOSTED != 0 {
            return Err(ApiError::already_crossposted());
        }
        let published = state
            .message_mut(channel, message)
            .ok_or_else(ApiError::unknown_message)?;
        published.flags |= CROSSPOSTED;
        let published = published.clone();
        state.emit_message_update(&published);
        let json = state.message_json(&published, state.viewer(bot.user));
        Ok(Answer::ok(json))
    })
}
