//! Reindexes that nobody asked for: files or sources have changed, or the schedule says so. They go live by the
//! same rules as others, and the admins' channel is told.

use std::sync::{Arc, Mutex, PoisonError};

use serenity::all::{ChannelId, GuildId};
use tokio::time::{Duration, sleep};

use crate::app::ReindexError;
use crate::app::Trigger;
use crate::app::was_cancelled;
use crate::discord::admin::releasing::settle;
use crate::discord::api::message::Body;
use crate::discord::api::reply::once;
use crate::discord::api::rest::RestError;
use crate::discord::bot::Bot;
use crate::discord::failure;
use crate::discord::words::Words;

/// How soon it is tried again while another reindex runs.
const AGAIN: Duration = Duration::from_secs(10);

/// Where admins are told what was done by itself.
#[derive(Debug, Default)]
pub(in crate::discord) struct AdminChannel {
    id: Option<ChannelId>,
    /// Why the last message did not arrive.
    trouble: Mutex<Option<String>>,
}

impl AdminChannel {
    pub(in crate::discord) fn new(id: Option<u64>) -> Self {
        Self {
            id: id.filter(|id| *id != 0).map(ChannelId::new),
            trouble: Mutex::default(),
        }
    }

    /// The channel, if there is one.
    pub(in crate::discord) fn id(&self) -> Option<ChannelId> {
        self.id
    }

    /// Why the last message did not arrive, if it did not.
    pub(in crate::discord) fn trouble(&self) -> Option<String> {
        let trouble = self.trouble.lock();
        trouble.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, outcome: &Result<(), RestError>) {
        let mut trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        *trouble = outcome.as_ref().err().map(ToString::to_string);
    }
}

/// Does what is due, one after the other, until the bot stops.
pub(in crate::discord) async fn watch(bot: Arc<Bot>) {
    let mut due = bot.app.triggers();
    loop {
        let trigger = tokio::select! {
            trigger = due.recv() => trigger,
            () = bot.stopped() => return,
        };
        let Some(trigger) = trigger else { return };
        bot.reindex_by_itself(trigger).await;
    }
}

impl Bot {
    async fn reindex_by_itself(&self, trigger: Trigger) {
        let by = match trigger {
            Trigger::Files => "changed files",
            Trigger::Sources => "the sources",
            Trigger::Schedule => "the schedule",
        };
        let run = loop {
            match self.app.prepare(by) {
                Ok(run) => break run,
                Err(ReindexError::Stopping) => return,
                Err(ReindexError::Busy(_)) => tokio::select! {
                    () = sleep(AGAIN) => {}
                    () = self.stopped() => return,
                },
            }
        };
        let words = self.admin_words();
        let settled = match run.outcome().await {
            Ok(release) if !release.built => {
                tracing::info!(by, "nothing has changed");
                return;
            }
            Ok(mut release) => settle(self, words, &mut release)
                .await
                .map_err(anyhow::Error::from),
            Err(error) => Err(error),
        };
        let body = match settled {
            Ok(body) => body,
            Err(error) if was_cancelled(&error) => Body::new(&words.reindex_cancelled()),
            Err(error) => Body::new(&words.reindex_failed(&failure::log(&error, &by))),
        };
        let head = match trigger {
            Trigger::Files => words.automatic_files(),
            Trigger::Sources => words.automatic_sources(),
            Trigger::Schedule => words.automatic_schedule(),
        };
        self.tell_admins(body.headed(&head)).await;
    }

    /// Posts to the admins' channel; without one, or when that fails, the log says so.
    pub(in crate::discord) async fn tell_admins(&self, body: Body) {
        let Some(channel) = self.admin_channel.id() else {
            tracing::info!(told = body.text(), "there is no admin channel to tell");
            return;
        };
        let told = self.rest.create_message(channel, &once(body.clone())).await;
        let told = told.map(drop);
        if let Err(error) = &told {
            tracing::warn!(%channel, %error, told = body.text(), "the admin channel cannot be told");
        }
        self.admin_channel.note(&told);
    }

    /// Finds out whether the admins' channel can be written to, by showing the bot as typing there.
    pub(in crate::discord) async fn try_admin_channel(
        &self,
    ) -> Option<(ChannelId, Option<String>)> {
        let channel = self.admin_channel.id()?;
        let trouble = match self.rest.typing(channel).await {
            Ok(()) => self.admin_channel.trouble(),
            Err(error) => Some(error.to_string()),
        };
        Some((channel, trouble))
    }

    /// The language of the server with the admins' channel.
    fn admin_words(&self) -> Words {
        let channel = self.admin_channel.id();
        let server: Option<GuildId> = channel.and_then(|it| Some(self.places.get(it)?.server));
        match server {
            Some(server) => self.preferred.words_in(Some(server), self.id),
            None => Words::ENGLISH,
        }
    }
}
