//! `/channels/{channel}/messages/{message}/reactions`.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::{delete, get, put};

use super::answer::Answer;
use super::extract::{Bot, Ids, Words};
use super::query::Query;
use crate::error::ApiError;
use crate::form;
use crate::snowflake::Snowflake;
use crate::world::World;
use crate::world::message::Removal;

/// Users on a page unless another number is asked for, and at most.
const PAGE: (usize, usize) = (25, 100);

pub(super) fn routes() -> Router<Arc<World>> {
    let all = "/channels/{channel_id}/messages/{message_id}/reactions";
    let of_emoji = format!("{all}/{{emoji}}");
    Router::new()
        .route(all, delete(remove_all))
        .route(&of_emoji, get(users).delete(remove_emoji))
        .route(&format!("{of_emoji}/@me"), put(react).delete(remove_own))
        .route(&format!("{of_emoji}/{{user_id}}"), delete(remove_anothers))
}

async fn react(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel, message]): Ids<2>,
    Words([emoji]): Words<1>,
) -> Result<Answer, ApiError> {
    let emoji = form::emoji(&emoji)?;
    world.change(|state| state.react(bot.user, channel, message, &emoji))?;
    Ok(Answer::empty())
}

async fn users(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel, message]): Ids<2>,
    Words([emoji]): Words<1>,
    query: Query,
) -> Result<Answer, ApiError> {
    let emoji = form::emoji(&emoji)?;
    let limit = query.limit(PAGE.0, PAGE.1)?;
    let after = query.id("after")?.unwrap_or_default();
    world.read(|state| {
        let message = state.message_seen_by(bot.user, channel, message)?;
        let reaction = message.reactions.iter().find(|it| it.is(&emoji));
        let mut users: Vec<Snowflake> = reaction
            .into_iter()
            .flat_map(|reaction| reaction.users.iter().copied())
            .filter(|user| *user > after)
            .collect();
        users.sort_unstable();
        let users = users.iter().take(limit).map(|id| state.user_json(*id));
        Ok(Answer::ok(users.collect()))
    })
}

async fn remove_all(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids(ids): Ids<2>,
) -> Result<Answer, ApiError> {
    remove(&world, bot, ids, &Removal::All)
}

async fn remove_emoji(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids(ids): Ids<2>,
    Words([emoji]): Words<1>,
) -> Result<Answer, ApiError> {
    remove(&world, bot, ids, &Removal::Emoji(form::emoji(&emoji)?))
}

async fn remove_own(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids(ids): Ids<2>,
    Words([emoji]): Words<1>,
) -> Result<Answer, ApiError> {
    let removal = Removal::Of(form::emoji(&emoji)?, bot.user);
    remove(&world, bot, ids, &removal)
}

async fn remove_anothers(
    State(world): State<Arc<World>>,
    bot: Bot,
    Ids([channel, message, user]): Ids<3>,
    Words([emoji]): Words<1>,
) -> Result<Answer, ApiError> {
    let removal = Removal::Of(form::emoji(&emoji)?, user);
    remove(&world, bot, [channel, message], &removal)
}

fn remove(
    world: &World,
    bot: Bot,
    [channel, message]: [Snowflake; 2],
    removal: &Removal,
) -> Result<Answer, ApiError> {
    world.change(|state| state.unreact(bot.user, channel, message, removal))?;
    Ok(Answer::empty())
}
