//! Deleting an answer by pressing its button.

use serenity::all::UserId;

use super::removal;
use crate::discord::api::message::Shown;
use crate::discord::bot::press::Press;
use crate::discord::failure::Failure;
use crate::discord::words::Words;

/// Deletes the message, for its asker and for moderators.
pub(in crate::discord) async fn delete(press: &Press<'_>, asker: UserId) -> Result<(), Failure> {
    if press.user() != asker && !press.may_moderate() {
        return Err(Failure::explained(Words::only_asker_or_moderator));
    }
    press.acknowledge(true).await?;
    let (channel, message) = (press.interaction.channel_id, press.message());
    if press
        .bot
        .state
        .places
        .thread_of(press.bot.id, channel)
        .is_some()
    {
        removal::remove_answer(press.bot, Shown { channel, message }).await?;
    } else {
        press.reply.delete(&press.bot.rest).await?;
    }
    let store = press.bot.app.store().clone();
    press.bot.spawn(async move {
        if let Err(error) = store.remove_answer(message.get()).await {
            tracing::debug!(%error, "an answer was deleted, but its record was not");
        }
    });
    Ok(())
}
