//! What people think of an answer: 👍, 👎 and why.

use jiff::Timestamp;
use serenity::all::{GuildId, MessageId};

use crate::discord::bot::press::Press;
use crate::discord::failure::{Failure, not_saved, too_old};
use crate::discord::render;
use crate::store::{Opinion, Reason, Vote};

/// Counts a vote; the same one again takes it back.
pub(in crate::discord) async fn vote(press: &Press<'_>, opinion: Opinion) -> Result<(), Failure> {
    press.acknowledge(false).await?;
    let vote = Vote {
        message: press.message().get(),
        voter: press.user().get(),
        server: press.server().map(GuildId::get),
        opinion,
        voted_at: Timestamp::now(),
    };
    let votes = press.bot.app.store().vote(&vote).await;
    let votes = votes.map_err(|error| not_saved(&error))?;
    let words = press.words();
    let body = match votes.own {
        None => words.feedback_taken_back().as_str().into(),
        Some(Opinion::Up) => words.feedback_thanks().as_str().into(),
        Some(Opinion::Down) => render::why(words, press.message()),
    };
    press.reply.answer(&press.bot.rest, body, true).await?;
    Ok(())
}

/// Records why somebody voted against what `message` shows.
pub(in crate::discord) async fn give_reason(
    press: &Press<'_>,
    message: MessageId,
) -> Result<(), Failure> {
    press.acknowledge(true).await?;
    let reason = press.chosen().and_then(Reason::from_word);
    let reason = reason.ok_or_else(too_old)?;
    let store = press.bot.app.store();
    let given = store
        .give_reason(message.get(), press.user().get(), reason)
        .await;
    let words = press.words();
    let sentence = match given.map_err(|error| not_saved(&error))? {
        true => words.feedback_noted(),
        false => words.feedback_taken_back(),
    };
    press
        .reply
        .answer(&press.bot.rest, &sentence, false)
        .await?;
    Ok(())
}
