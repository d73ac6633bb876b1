//! Removing an answer together with the thread that was started for it, if nobody else wrote there:
//! otherwise an empty thread would stay behind.

use serenity::all::{ChannelId, MessageId};

use crate::discord::api::error::RestError;
use crate::discord::api::message::Shown;
use crate::discord::bot::Bot;

/// Deletes an answer of ours, and its thread.
pub(in crate::discord) async fn remove_answer(bot: &Bot, shown: Shown) -> Result<(), RestError> {
    let Shown { channel, message } = shown;
    let parent = thread_of_only(bot, shown).await;
    if let Some(parent) = parent
        && bot.rest.delete_thread(parent, channel).await.is_ok()
    {
        return Ok(());
    }
    bot.rest.delete_message(channel, message).await?;
    if parent.is_some() {
        archive(bot, channel).await;
    }
    Ok(())
}

/// Removes the thread with a command's answer once the message above it is gone, if nobody else wrote
/// there.
pub(in crate::discord) async fn remove_thread_under(bot: &Bot, message: MessageId) {
    let thread = ChannelId::new(message.get());
    if bot.state.places.thread_of(bot.id, thread).is_none() {
        return;
    }
    let Ok(Some(answer)) = bot.app.store().latest_answer(thread.get()).await else {
        return;
    };
    let shown = Shown {
        channel: thread,
        message: answer.message.into(),
    };
    if thread_of_only(bot, shown).await.is_none() {
        return;
    }
    if let Err(error) = remove_answer(bot, shown).await {
        tracing::info!(%error, "the answer under a deleted message stays");
    }
}

/// Closes an empty thread.
async fn archive(bot: &Bot, thread: ChannelId) {
    if let Err(error) = bot.rest.archive_thread(thread).await {
        tracing::info!(%error, "an empty thread stays open");
    }
}

/// The channel of a thread that the bot began and that holds this message of ours alone.
async fn thread_of_only(bot: &Bot, shown: Shown) -> Option<ChannelId> {
    let parent = bot.state.places.thread_of(bot.id, shown.channel)?.parent?;
    let looked = tokio::try_join!(
        bot.rest.channel(shown.channel),
        bot.rest.link(shown.channel, shown.message),
    );
    match looked {
        Ok((thread, message)) => {
            let is_alone = thread.message_count == Some(1) && message.author == bot.id;
            is_alone.then_some(parent)
        }
        Err(error) => {
            tracing::debug!(%error, "a thread could not be read");
            None
        }
    }
}
