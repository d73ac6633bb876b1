//! What Discord takes as the body of a request: its documented types and limits, checked before a
//! request has any effect, and refused with its tree of what is wrong where. It must not know what
//! is in the world: whether a channel is there or a person may write is asked elsewhere.
//!
//! Keys that Discord does not know are ignored, as Discord ignores them.

mod channel;
mod command;
mod components;
mod embed;
mod emoji;
mod field;
mod interaction;
mod message;
mod poll;

use serde_json::Value;

pub(crate) use self::emoji::Emoji;
use self::field::check;
use super::error::ApiError;

/// Create Message, Execute Webhook and follow-ups to an interaction. `files` that come with the
/// request are enough for a message.
///
/// # Errors
/// 50035 for what breaks a limit, 50006 for a message with nothing in it.
pub(crate) fn message_create(body: &Value, files: usize) -> Result<(), ApiError> {
    check(body, |body| message::new(body, files))?;
    message::not_empty(body, files)
}

/// Edits of a message, of the response to an interaction, or of a follow-up. `is_v2` is whether the
/// message has the flag IS_COMPONENTS_V2, which it cannot lose. Whether the message is empty
/// afterwards depends on the message.
///
/// # Errors
/// 50035 for what breaks a limit.
pub(crate) fn message_edit(body: &Value, is_v2: bool) -> Result<(), ApiError> {
    check(body, |body| message::edit(body, is_v2))
}

/// The answer to an interaction, of any type, with the number of `files` that come with it.
///
/// # Errors
/// 50035 for what breaks a limit, 50006 for a message with nothing in it.
pub(crate) fn interaction_response(body: &Value, files: usize) -> Result<(), ApiError> {
    check(body, |body| interaction::response(body, files))?;
    match (body.get("type").and_then(Value::as_u64), body.get("data")) {
        (Some(4), data) => message::not_empty(data.unwrap_or(&Value::Null), files),
        _ => Ok(()),
    }
}

/// All commands at once (bulk overwrite).
///
/// # Errors
/// 50035 for what breaks a limit, 30032 for too many.
pub(crate) fn commands(body: &Value) -> Result<(), ApiError> {
    check(body, command::all)?;
    command::not_too_many(body)
}

/// A new command.
///
/// # Errors
/// 50035 for what breaks a limit.
pub(crate) fn command(body: &Value) -> Result<(), ApiError> {
    check(body, command::new)
}

/// An edit of a command, of which every key may be left out. `kind` is the command's type: 1 chat
/// input, 2 user, 3 message, 4 the entry point of an activity.
///
/// # Errors
/// 50035 for what breaks a limit.
pub(crate) fn command_edit(body: &Value, kind: u64) -> Result<(), ApiError> {
    check(body, |body| command::edit(body, kind))
}

/// A new channel of a guild.
///
/// # Errors
/// 50035 for what breaks a limit.
pub(crate) fn channel_create(body: &Value) -> Result<(), ApiError> {
    check(body, channel::new)
}

/// An edit of a channel or thread.
///
/// # Errors
/// 50035 for what breaks a limit.
pub(crate) fn channel_edit(body: &Value) -> Result<(), ApiError> {
    check(body, channel::edit)
}

/// A thread under a message.
///
/// # Errors
/// 50035 for what breaks a limit.
pub(crate) fn thread_from_message(body: &Value) -> Result<(), ApiError> {
    check(body, channel::thread)
}

/// A thread without a message.
///
/// # Errors
/// 50035 for what breaks a limit.
pub(crate) fn thread_create(body: &Value) -> Result<(), ApiError> {
    check(body, channel::free_thread)
}

/// A post in a forum or media channel: a thread with its first message.
///
/// # Errors
/// 50035 for what breaks a limit, 50006 for a message with nothing in it.
pub(crate) fn forum_post(body: &Value, files: usize) -> Result<(), ApiError> {
    check(body, |body| channel::post(body, files))?;
    message::not_empty(body.get("message").unwrap_or(&Value::Null), files)
}

/// The emoji in the path of a reaction, decoded: a Unicode emoji, or `name:id`.
///
/// # Errors
/// 10014 for what is no emoji.
pub(crate) fn emoji(text: &str) -> Result<Emoji, ApiError> {
    Emoji::parse(text).ok_or_else(ApiError::unknown_emoji)
}

#[cfg(test)]
mod tests;
