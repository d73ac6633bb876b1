//! Threads of a channel, and who is in a thread.

use axum::http::Method;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::answer::Answer;
use super::call::{Bot, Call, id};
use crate::error::ApiError;
use crate::form;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::message::NewMessage;
use crate::world::thread::{NewThread, thread_of};
use crate::world::{Channel, ChannelKind, WorldState};

/// Members, or archived threads, of a page at most.
const PAGE: usize = 100;

/// `/channels/{channel}/messages/{message}/threads`.
pub(super) fn start_at(
    call: &Call<'_>,
    bot: Bot,
    channel: Snowflake,
    message: Snowflake,
) -> Result<Answer, ApiError> {
    if !call.is(&Method::POST) {
        return Err(ApiError::not_found());
    }
    let body = call.json();
    form::thread_from_message(&body)?;
    call.world.change(|state| {
        let new = NewThread::read(&body);
        let thread = state.start_thread_at(bot.user, channel, message, new)?;
        Ok(Answer::created(state.thread_json(&thread, bot.user)))
    })
}

pub(super) fn route(
    call: &Call<'_>,
    bot: Bot,
    channel: Snowflake,
    path: &[&str],
) -> Result<Answer, ApiError> {
    let whole = call.query.is_true("with_member");
    match (call.method, path) {
        (&Method::POST, ["threads"]) => start(call, bot, channel),
        (&Method::GET, ["threads", "archived", "public"]) => archived(call, bot, channel, |it| {
            it.kind != ChannelKind::PrivateThread
        }),
        (&Method::GET, ["threads", "archived", "private"]) => {
            call.world.read(|state| {
                let place = state.channel_seen_by(bot.user, channel)?;
                state.require(bot.user, place, Permissions::MANAGE_THREADS)
            })?;
            archived(call, bot, channel, |it| {
                it.kind == ChannelKind::PrivateThread
            })
        }
        (&Method::GET, ["users", "@me", "threads", "archived", "private"]) => {
            archived(call, bot, channel, |it| {
                let joined = |it: &Channel| {
                    let thread = it.thread.as_ref();
                    thread.is_some_and(|thread| thread.members.contains_key(&bot.user))
                };
                it.kind == ChannelKind::PrivateThread && joined(it)
            })
        }
        (&Method::GET, ["thread-members"]) => call.world.read(|state| {
            let thread = state.channel_seen_by(bot.user, channel)?;
            thread_of(thread)?;
            Ok(Answer::ok(json!(state.thread_members(thread, whole))))
        }),
        (&Method::GET, ["thread-members", user]) => {
            let user = target(bot, user)?;
            call.world.read(|state| {
                let thread = state.channel_seen_by(bot.user, channel)?;
                thread_of(thread)?;
                let members = state.thread_members(thread, whole);
                let found = members
                    .into_iter()
                    .find(|it| it.get("user_id") == Some(&json!(user)));
                found.map(Answer::ok).ok_or_else(ApiError::unknown_member)
            })
        }
        (&Method::PUT, ["thread-members", user]) => {
            let user = target(bot, user)?;
            call.world
                .change(|state| state.join_thread(bot.user, channel, user))?;
            Ok(Answer::empty())
        }
        (&Method::DELETE, ["thread-members", user]) => {
            let user = target(bot, user)?;
            call.world
                .change(|state| state.leave_thread(bot.user, channel, user))?;
            Ok(Answer::empty())
        }
        _ => Err(ApiError::not_found()),
    }
}

/// `/guilds/{guild}/threads/active`.
pub(super) fn active(call: &Call<'_>, bot: Bot, guild: Snowflake) -> Result<Answer, ApiError> {
    call.world.read(|state| {
        state.guild_seen_by(bot.user, guild)?;
        let threads: Vec<&Channel> = state
            .channels_of(guild)
            .filter(|it| it.is_thread() && !it.is_archived() && state.sees(bot.user, it))
            .collect();
        Ok(Answer::ok(listed(state, bot, &threads, false)))
    })
}

fn start(call: &Call<'_>, bot: Bot, channel: Snowflake) -> Result<Answer, ApiError> {
    let body = call.json();
    let is_forum = call.world.read(|state| {
        let place = state.channel_seen_by(bot.user, channel)?;
        Ok::<_, ApiError>(place.kind.is_forum())
    })?;
    if !is_forum {
        form::thread_create(&body)?;
        return call.world.change(|state| {
            let thread = state.start_thread(bot.user, channel, NewThread::read(&body))?;
            Ok(Answer::created(state.thread_json(&thread, bot.user)))
        });
    }
    form::forum_post(&body, call.body.file_count())?;
    let message = body.get("message").cloned().unwrap_or_default();
    let first = NewMessage::read(&message, call.body.files(&message), form::CHANNEL_FLAGS);
    call.world.change(|state| {
        let new = NewThread::read(&body);
        let (thread, message) = state.start_post(bot.user, channel, new, first)?;
        let mut json = state.thread_json(&thread, bot.user);
        let message = state.message_json(&message, state.viewer(bot.user));
        if let Some(fields) = json.as_object_mut() {
            fields.insert("message".to_owned(), message);
        }
        Ok(Answer::created(json))
    })
}

fn archived(
    call: &Call<'_>,
    bot: Bot,
    channel: Snowflake,
    is_asked_for: impl Fn(&Channel) -> bool,
) -> Result<Answer, ApiError> {
    let limit = call.query.limit(PAGE, PAGE)?;
    let before: Option<Timestamp> = call.query.get("before").and_then(|it| it.parse().ok());
    call.world.read(|state| {
        let place = state.channel_seen_by(bot.user, channel)?;
        state.require(bot.user, place, Permissions::READ_MESSAGE_HISTORY)?;
        let changed = |it: &&Channel| it.thread.as_ref().map(|thread| thread.archive_changed);
        let mut threads: Vec<&Channel> = state
            .channels
            .values()
            .filter(|it| it.parent == Some(channel) && it.is_archived() && is_asked_for(it))
            .filter(|it| before.is_none() || changed(it) < before)
            .collect();
        threads.sort_by_key(|it| std::cmp::Reverse(changed(it)));
        let has_more = threads.len() > limit;
        threads.truncate(limit);
        Ok(Answer::ok(listed(state, bot, &threads, has_more)))
    })
}

/// Threads with the bot's own memberships.
fn listed(state: &WorldState, bot: Bot, threads: &[&Channel], has_more: bool) -> Value {
    let jsons: Vec<Value> = threads
        .iter()
        .map(|it| state.thread_json(it, bot.user))
        .collect();
    let members: Vec<Value> = jsons
        .iter()
        .filter_map(|it| it.get("member").cloned())
        .collect();
    json!({ "threads": jsons, "members": members, "has_more": has_more })
}

/// `@me`, or an id.
fn target(bot: Bot, text: &str) -> Result<Snowflake, ApiError> {
    match text {
        "@me" => Ok(bot.user),
        text => id("user_id", text),
    }
}
