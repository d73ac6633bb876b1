//! `/channels/{channel}/messages/{message}/reactions`.

use axum::http::Method;

use super::answer::Answer;
use super::call::{Bot, Call, id};
use crate::error::ApiError;
use crate::form;
use crate::snowflake::Snowflake;
use crate::world::message::Removal;

/// Users of a page unless another number is asked for, and at most.
const PAGE: (usize, usize) = (25, 100);

pub(super) fn route(
    call: &Call<'_>,
    bot: Bot,
    channel: Snowflake,
    message: Snowflake,
    path: &[&str],
) -> Result<Answer, ApiError> {
    let removal = match (call.method, path) {
        (&Method::PUT, [emoji, "@me"]) => {
            let emoji = form::emoji(emoji)?;
            call.world
                .change(|state| state.react(bot.user, channel, message, &emoji))?;
            return Ok(Answer::empty());
        }
        (&Method::GET, [emoji]) => return users(call, bot, channel, message, emoji),
        (&Method::DELETE, []) => Removal::All,
        (&Method::DELETE, [emoji]) => Removal::Emoji(form::emoji(emoji)?),
        (&Method::DELETE, [emoji, "@me"]) => Removal::Of(form::emoji(emoji)?, bot.user),
        (&Method::DELETE, [emoji, user]) => Removal::Of(form::emoji(emoji)?, id("user_id", user)?),
        _ => return Err(ApiError::not_found()),
    };
    call.world
        .change(|state| state.unreact(bot.user, channel, message, &removal))?;
    Ok(Answer::empty())
}

fn users(
    call: &Call<'_>,
    bot: Bot,
    channel: Snowflake,
    message: Snowflake,
    emoji: &str,
) -> Result<Answer, ApiError> {
    let emoji = form::emoji(emoji)?;
    let limit = call.query.limit(PAGE.0, PAGE.1)?;
    let after = call.query.id("after")?.unwrap_or_default();
    call.world.read(|state| {
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
