//! Pinned messages, by their older routes and their newer ones below `messages`.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::{get, put};
use serde_json::{Value, json};

use super::answer::Answer;
use super::extract::{Bot, Ids};
use super::query::Query;
use crate::clock::iso;
use crate::error::ApiError;
use crate::world::World;

/// Most pins on a page.
const PAGE: usize = 50;

pub(super) fn routes() -> Router<Arc<World>> {
    let one = || put(pin).delete(unpin);
    Router::new()
        .route("/channels/{channel_id}/pins", get(list))
        .route("/channels/{channel_id}/pins/{message_id}", one())
        .route("/channels/{channel_id}/messages/pins", get(list_with_times))
        .route("/channels/{channel_id}/messages/pins/{message_id}", one())
}

async fn list(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
) -> Result<Answer, ApiError> {
    world.read(|state| {
        state.channel_seen_by(bot.user, channel)?;
        let viewer = state.viewer(bot.user);
        let pins = state.pins(channel);
        let pins = pins.iter().take(PAGE);
        let pins = pins.map(|it| state.message_json(it, viewer));
        Ok(Answer::ok(pins.collect()))
    })
}

async fn list_with_times(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel]): Ids<1>,
    query: Query,
) -> Result<Answer, ApiError> {
    let limit = query.limit(PAGE, PAGE)?;
    let before = query.get("before").and_then(|it| it.parse().ok());
    world.read(|state| {
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

async fn pin(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel, message]): Ids<2>,
) -> Result<Answer, ApiError> {
    world.change(|state| state.pin(bot.user, channel, message, true))?;
    Ok(Answer::empty())
}

async fn unpin(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel, message]): Ids<2>,
) -> Result<Answer, ApiError> {
    world.change(|state| state.pin(bot.user, channel, message, false))?;
    Ok(Answer::empty())
}
