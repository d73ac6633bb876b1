//! `/channels/{channel}`: the channel itself, and the way to what is in it.

use axum::http::Method;
use serde_json::json;

use super::answer::Answer;
use super::call::{Call, id};
use super::{messages, reactions, threads};
use crate::error::ApiError;
use crate::form;
use crate::permissions::Overwrite;

pub(super) fn route(call: &Call<'_>, path: &[&str]) -> Result<Answer, ApiError> {
    let bot = call.bot()?;
    let (channel, rest) = match path {
        [channel, rest @ ..] => (id("channel_id", channel)?, rest),
        [] => return Err(ApiError::not_found()),
    };
    match (call.method, rest) {
        (&Method::GET, []) => call.world.read(|state| {
            let channel = state.channel_seen_by(bot.user, channel)?;
            Ok(Answer::ok(state.channel_json_for(channel, bot.user)))
        }),
        (&Method::PATCH, []) => {
            let body = call.json();
            form::channel_edit(&body)?;
            call.world.change(|state| {
                let channel = state.change_channel(bot.user, channel, &body)?;
                Ok(Answer::ok(state.channel_json_for(&channel, bot.user)))
            })
        }
        (&Method::DELETE, []) => call.world.change(|state| {
            let channel = state.delete_channel(bot.user, channel)?;
            Ok(Answer::ok(state.channel_json_for(&channel, bot.user)))
        }),
        (&Method::POST, ["typing"]) => {
            call.world
                .change(|state| state.start_typing(bot.user, channel))?;
            Ok(Answer::empty())
        }
        (&Method::PUT, ["permissions", target]) => {
            let target = id("overwrite_id", target)?;
            let mut body = call.json();
            if let Some(fields) = body.as_object_mut() {
                fields.insert("id".to_owned(), json!(target));
                fields.retain(|_, value| !value.is_null());
            }
            let overwrite: Overwrite = serde_json::from_value(body).map_err(|_| {
                ApiError::invalid_field(&["type"], "BASE_TYPE_REQUIRED", "This field is required")
            })?;
            call.world
                .change(|state| state.set_overwrite(bot.user, channel, target, Some(overwrite)))?;
            Ok(Answer::empty())
        }
        (&Method::DELETE, ["permissions", target]) => {
            let target = id("overwrite_id", target)?;
            call.world
                .change(|state| state.set_overwrite(bot.user, channel, target, None))?;
            Ok(Answer::empty())
        }
        (_, ["messages", message, "reactions", rest @ ..]) => {
            reactions::route(call, bot, channel, id("message_id", message)?, rest)
        }
        (_, ["messages", message, "threads"]) => {
            threads::start_at(call, bot, channel, id("message_id", message)?)
        }
        (_, ["messages", rest @ ..]) => messages::route(call, bot, channel, rest),
        (_, ["pins", rest @ ..]) => messages::pins(call, bot, channel, rest),
        (_, ["threads" | "thread-members", ..] | ["users", "@me", "threads", ..]) => {
            threads::route(call, bot, channel, rest)
        }
        _ => Err(ApiError::not_found()),
    }
}
