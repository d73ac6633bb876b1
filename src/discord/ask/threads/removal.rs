//! Taking an answer away together with the thread that was begun for it, if nobody else wrote there:
//! an empty thread would be left behind that leads nowhere.

use serenity::all::{ChannelId, MessageId};

use crate::discord::api::reply::Shown;
use crate::discord::api::rest::RestError;
use crate::discord::bot::Bot;

impl Bot {
    /// Deletes an answer of ours, and its thread.
    pub(in crate::discord) async fn remove_answer(&self, shown: Shown) -> Result<(), RestError> {
        let Shown { channel, message } = shown;
        let parent = self.thread_around(shown).await;
        if let Some(parent) = parent
            && self.rest.delete_thread(parent, channel).await.is_ok()
        {
            return Ok(());
        }
        self.rest.delete_message(channel, message).await?;
        if parent.is_some() {
            self.put_away(channel).await;
        }
        Ok(())
    }

    /// The message is gone under which a command's answer stands in a thread: so goes the thread,
    /// if nobody else wrote there.
    pub(in crate::discord) async fn remove_thread_under(&self, message: MessageId) {
        let thread = ChannelId::new(message.get());
        if self.own_thread(thread).is_none() {
            return;
        }
        let Ok(Some(answer)) = self.app.store().latest_answer(thread.get()).await else {
            return;
        };
        let shown = Shown {
            channel: thread,
            message: answer.message.into(),
        };
        if self.thread_around(shown).await.is_none() {
            return;
        }
        if let Err(error) = self.remove_answer(shown).await {
            tracing::info!(%error, "the answer under a deleted message stays");
        }
    }

    /// Closes a thread in which no message is left.
    async fn put_away(&self, thread: ChannelId) {
        if let Err(error) = self.rest.archive_thread(thread).await {
            tracing::info!(%error, "an empty thread stays open");
        }
    }

    /// The channel of a thread that the bot began and in which nothing stands but this message of
    /// ours.
    async fn thread_around(&self, shown: Shown) -> Option<ChannelId> {
        let parent = self.own_thread(shown.channel)?.parent?;
        let looked = tokio::try_join!(
            self.rest.channel(shown.channel),
            self.rest.link(shown.channel, shown.message),
        );
        match looked {
            Ok((thread, message)) => {
                let is_alone = thread.message_count == Some(1) && message.author == self.id;
                is_alone.then_some(parent)
            }
            Err(error) => {
                tracing::debug!(%error, "a thread cannot be looked at");
                None
            }
        }
    }
}
