//! Threads of a channel, and who is in a thread.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::answer::Answer;
use super::body::Body;
use super::extract::{Bot, Form, FromBody, Ids, Words, id};
use super::query::Query;
use crate::error::ApiError;
use crate::form;
use crate::message_flags::KEPT_IN_CHANNELS;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::message::NewMessage;
use crate::world::thread::{NewThread, thread_of};
use crate::world::{Channel, ChannelKind, World, WorldState};

/// Most members, or archived threads, on a page.
const PAGE: usize = 100;

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route(
            "/channels/{channel_id}/messages/{message_id}/threads",
            post(start_at),
        )
        .route("/channels/{channel_id}/threads", post(start))
        .route(
            "/channels/{channel_id}/threads/archived/public",
            get(archived_public),
        )
        .route(
            "/channels/{channel_id}/threads/archived/private",
            get(archived_private),
        )
        .route(
            "/channels/{channel_id}/users/@me/threads/archived/private",
            get(archived_own),
        )
        .route("/channels/{channel_id}/thread-members", get(members))
        .route(
            "/channels/{channel_id}/thread-members/{user}",
            get(member).put(add_member).delete(remove_member),
        )
        .route("/guilds/{guild_id}/threads/active", get(active))
}

/// A thread under a message.
struct ThreadAtMessage(NewThread);

impl FromBody for ThreadAtMessage {
    fn from_body(body: &Body) -> Result<Self, ApiError> {
        let json = body.value();
        form::thread_from_message(&json)?;
        Ok(Self(NewThread::read(&json)))
    }
}

async fn start_at(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel, message]): Ids<2>,
    Form(ThreadAtMessage(new)): Form<ThreadAtMessage>,
) -> Result<Answer, ApiError> {
    world.change(|state| {
        let thread = state.start_thread_at(bot.user, channel, message, new)?;
        Ok(Answer::created(state.thread_json(&thread, bot.user)))
    })
}

async fn archived_public(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
    query: Query,
) -> Result<Answer, ApiError> {
    archived(&world, bot, channel, &query, |it| {
        it.kind != ChannelKind::PrivateThread
    })
}

async fn archived_private(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
    query: Query,
) -> Result<Answer, ApiError> {
    world.read(|state| {
        let place = state.channel_seen_by(bot.user, channel)?;
        state.require(bot.user, place, Permissions::MANAGE_THREADS)
    })?;
    archived(&world, bot, channel, &query, |it| {
        it.kind == ChannelKind::PrivateThread
    })
}

async fn archived_own(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
    query: Query,
) -> Result<Answer, ApiError> {
    archived(&world, bot, channel, &query, |it| {
        let joined = |it: &Channel| {
            let thread = it.thread.as_ref();
            thread.is_some_and(|thread| thread.members.contains_key(&bot.user))
        };
        it.kind == ChannelKind::PrivateThread && joined(it)
    })
}

async fn members(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
    query: Query,
) -> Result<Answer, ApiError> {
    let whole = query.is_true("with_member");
    world.read(|state| {
        let thread = state.channel_seen_by(bot.user, channel)?;
        thread_of(thread)?;
        Ok(Answer::ok(json!(state.thread_members(thread, whole))))
    })
}

async fn member(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
    Words([user]): Words<1>,
    query: Query,
) -> Result<Answer, ApiError> {
    let user = target(bot, &user)?;
    let whole = query.is_true("with_member");
    world.read(|state| {
        let thread = state.channel_seen_by(bot.user, channel)?;
        thread_of(thread)?;
        let members = state.thread_members(thread, whole);
        let found = members
            .into_iter()
            .find(|it| it.get("user_id") == Some(&json!(user)));
        found.map(Answer::ok).ok_or_else(ApiError::unknown_member)
    })
}

async fn add_member(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
    Words([user]): Words<1>,
) -> Result<Answer, ApiError> {
    let user = target(bot, &user)?;
    world.change(|state| state.join_thread(bot.user, channel, user))?;
    Ok(Answer::empty())
}

async fn remove_member(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
    Words([user]): Words<1>,
) -> Result<Answer, ApiError> {
    let user = target(bot, &user)?;
    world.change(|state| state.leave_thread(bot.user, channel, user))?;
    Ok(Answer::empty())
}

async fn active(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([guild]): Ids<1>,
) -> Result<Answer, ApiError> {
    world.read(|state| {
        state.guild_seen_by(bot.user, guild)?;
        let threads: Vec<&Channel> = state
            .channels_of(guild)
            .filter(|it| it.is_thread() && !it.is_archived() && state.sees(bot.user, it))
            .collect();
        Ok(Answer::ok(listed(state, bot, &threads, false)))
    })
}

async fn start(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
    sent: Body,
) -> Result<Answer, ApiError> {
    let body = sent.value();
    let is_forum = world.read(|state| {
        let place = state.channel_seen_by(bot.user, channel)?;
        Ok::<_, ApiError>(place.kind.is_forum())
    })?;
    if !is_forum {
        form::thread_create(&body)?;
        return world.change(|state| {
            let thread = state.start_thread(bot.user, channel, NewThread::read(&body))?;
            Ok(Answer::created(state.thread_json(&thread, bot.user)))
        });
    }
    form::forum_post(&body, sent.file_count())?;
    let message = body.get("message").cloned().unwrap_or_default();
    let first = NewMessage::read(&message, sent.files(&message), KEPT_IN_CHANNELS);
    world.change(|state| {
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
    world: &World,
    bot: Bot,
    channel: Snowflake,
    query: &Query,
    is_asked_for: impl Fn(&Channel) -> bool,
) -> Result<Answer, ApiError> {
    let limit = query.limit(PAGE, PAGE)?;
    let before: Option<Timestamp> = query.get("before").and_then(|it| it.parse().ok());
    world.read(|state| {
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
