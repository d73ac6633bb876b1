//! `/channels/{channel}/messages`, and pins.

use axum::http::Method;
use serde_json::{Value, json};

use super::answer::Answer;
use super::call::{Bot, Call, id};
use crate::error::ApiError;
use crate::form;
use crate::snowflake::Snowflake;
use crate::world::message::{Deletion, MessageEdit, NewMessage, Page};
use crate::world::{ChannelKind, iso};

/// Messages of a page unless another number is asked for, and at most.
const PAGE: (usize, usize) = (50, 100);

/// Messages that one request may delete.
const BULK: std::ops::RangeInclusive<usize> = 2..=100;

/// Message flag: it was published.
const CROSSPOSTED: u64 = 1;

pub(super) fn route(
    call: &Call<'_>,
    bot: Bot,
    channel: Snowflake,
    path: &[&str],
) -> Result<Answer, ApiError> {
    match (call.method, path) {
        (&Method::GET, []) => list(call, bot, channel),
        (&Method::POST, []) => create(call, bot, channel),
        (&Method::POST, ["bulk-delete"]) => delete_many(call, bot, channel),
        (_, ["pins", rest @ ..]) => pins_with_times(call, bot, channel, rest),
        (&Method::GET, [message]) => {
            let message = id("message_id", message)?;
            call.world.read(|state| {
                let message = state.message_seen_by(bot.user, channel, message)?;
                let json = state.message_json(message, state.viewer(bot.user));
                Ok(Answer::ok(json))
            })
        }
        (&Method::PATCH, [message]) => edit(call, bot, channel, id("message_id", message)?),
        (&Method::DELETE, [message]) => {
            let deletion = Deletion::One(id("message_id", message)?);
            call.world
                .change(|state| state.delete(bot.user, channel, deletion))?;
            Ok(Answer::empty())
        }
        (&Method::POST, [message, "crosspost"]) => {
            crosspost(call, bot, channel, id("message_id", message)?)
        }
        _ => Err(ApiError::not_found()),
    }
}

fn list(call: &Call<'_>, bot: Bot, channel: Snowflake) -> Result<Answer, ApiError> {
    let limit = call.query.limit(PAGE.0, PAGE.1)?;
    let page = match (
        call.query.id("around")?,
        call.query.id("before")?,
        call.query.id("after")?,
    ) {
        (Some(id), _, _) => Page::Around(id),
        (_, Some(id), _) => Page::Before(id),
        (_, _, Some(id)) => Page::After(id),
        _ => Page::Latest,
    };
    call.world.read(|state| {
        let messages = state.page(bot.user, channel, page, limit)?;
        let viewer = state.viewer(bot.user);
        let json = messages.iter().map(|it| state.message_json(it, viewer));
        Ok(Answer::ok(json.collect()))
    })
}

fn create(call: &Call<'_>, bot: Bot, channel: Snowflake) -> Result<Answer, ApiError> {
    let body = call.json();
    form::message_create(&body, call.body.file_count())?;
    let new = NewMessage::read(&body, call.body.files(&body), form::CHANNEL_FLAGS);
    call.world.change(|state| {
        let message = state.write(bot.user, channel, new)?;
        let json = state.message_json(&message, state.viewer(bot.user));
        Ok(Answer::ok(json))
    })
}

fn edit(
    call: &Call<'_>,
    bot: Bot,
    channel: Snowflake,
    message: Snowflake,
) -> Result<Answer, ApiError> {
    let body = call.json();
    let is_v2 = call.world.read(|state| {
        let message = state.message(channel, message);
        message.is_some_and(|it| it.flags & form::IS_COMPONENTS_V2 != 0)
    });
    if is_v2 {
        form::message_edit_v2(&body)?;
    } else {
        form::message_edit(&body)?;
    }
    let edit = MessageEdit::read(&body, call.body.files(&body));
    call.world.change(|state| {
        let message = state.edit(bot.user, channel, message, edit)?;
        let json = state.message_json(&message, state.viewer(bot.user));
        Ok(Answer::ok(json))
    })
}

fn delete_many(call: &Call<'_>, bot: Bot, channel: Snowflake) -> Result<Answer, ApiError> {
    let messages = call.json().get("messages").cloned().unwrap_or_default();
    let mut messages: Vec<Snowflake> =
        serde_json::from_value(messages).map_err(|_| ApiError::too_few_or_many_to_delete())?;
    messages.sort_unstable();
    messages.dedup();
    if !BULK.contains(&messages.len()) {
        return Err(ApiError::too_few_or_many_to_delete());
    }
    call.world
        .change(|state| state.delete(bot.user, channel, Deletion::Many(messages)))?;
    Ok(Answer::empty())
}

fn crosspost(
    call: &Call<'_>,
    bot: Bot,
    channel: Snowflake,
    message: Snowflake,
) -> Result<Answer, ApiError> {
    call.world.change(|state| {
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
        state.tell_update(&published);
        let json = state.message_json(&published, state.viewer(bot.user));
        Ok(Answer::ok(json))
    })
}

/// The older routes of pins, `/channels/{channel}/pins`.
pub(super) fn pins(
    call: &Call<'_>,
    bot: Bot,
    channel: Snowflake,
    path: &[&str],
) -> Result<Answer, ApiError> {
    if let (&Method::GET, []) = (call.method, path) {
        return call.world.read(|state| {
            state.channel_seen_by(bot.user, channel)?;
            let viewer = state.viewer(bot.user);
            let pins = state.pins(channel);
            let pins = pins.iter().take(PAGE.0);
            Ok(Answer::ok(
                pins.map(|it| state.message_json(it, viewer)).collect(),
            ))
        });
    }
    pin(call, bot, channel, path)
}

/// The newer routes of pins, `/channels/{channel}/messages/pins`.
fn pins_with_times(
    call: &Call<'_>,
    bot: Bot,
    channel: Snowflake,
    path: &[&str],
) -> Result<Answer, ApiError> {
    if !matches!((call.method, path), (&Method::GET, [])) {
        return pin(call, bot, channel, path);
    }
    let limit = call.query.limit(PAGE.0, PAGE.0)?;
    let before = call.query.get("before").and_then(|it| it.parse().ok());
    call.world.read(|state| {
        state.channel_seen_by(bot.user, channel)?;
        let viewer = state.viewer(bot.user);
        let pins: Vec<_> = state
            .pins(channel)
            .into_iter()
            .filter_map(|it| Some((it.pinned?, it)))
            .filter(|(pinned, _)| before.is_none_or(|before| *pinned < before))
            .collect();
        let items = pins.iter().take(limit).map(|(pinned, message)| {
            json!({
                "pinned_at": iso(*pinned), "message": state.message_json(message, viewer),
            })
        });
        let items: Vec<Value> = items.collect();
        let has_more = pins.len() > items.len();
        Ok(Answer::ok(json!({ "items": items, "has_more": has_more })))
    })
}

fn pin(call: &Call<'_>, bot: Bot, channel: Snowflake, path: &[&str]) -> Result<Answer, ApiError> {
    let (message, pinned) = match (call.method, path) {
        (&Method::PUT, [message]) => (message, true),
        (&Method::DELETE, [message]) => (message, false),
        _ => return Err(ApiError::not_found()),
    };
    let message = id("message_id", message)?;
    call.world
        .change(|state| state.pin(bot.user, channel, message, pinned))?;
    Ok(Answer::empty())
}
