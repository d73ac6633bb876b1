//! What all handlers share, and the one way in which work for an asker is run: tracked for the
//! shutdown, never silent, whatever happens to it.

use std::future::Future;
use std::sync::Arc;

use anyhow::anyhow;
use serenity::all::UserId;
use tokio::task::JoinError;
use tokio::time::Duration;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::failure::{self, Failure};
use super::reply::Reply;
use super::rest::Rest;
use super::words;
use crate::app::App;

/// How long the askers of interrupted work may take to be told.
const LAST_WORDS: Duration = Duration::from_secs(3);

/// The running bot.
pub(super) struct Bot {
    pub(super) app: App,
    pub(super) rest: Rest,
    /// The bot's own account.
    pub(super) id: UserId,
    /// The least time between two edits of a progress message.
    pub(super) progress_interval: Duration,
    tasks: TaskTracker,
    /// Cancelled when no new work is taken.
    stopping: CancellationToken,
    /// Cancelled when running work must end.
    interrupted: CancellationToken,
}

impl Bot {
    pub(super) fn new(
        app: App,
        rest: Rest,
        id: UserId,
        progress_interval: Duration,
        stopping: CancellationToken,
    ) -> Self {
        Self {
            app,
            rest,
            id,
            progress_interval,
            tasks: TaskTracker::new(),
            stopping,
            interrupted: CancellationToken::new(),
        }
    }

    /// Runs work for an asker. If it fails, panics, is interrupted or may not begin because the bot
    /// is stopping, the asker is told, privately where that is possible. Returns when all is said.
    pub(super) async fn attend<F, W>(self: &Arc<Self>, reply: Reply, work: F)
    where
        F: FnOnce(Arc<Self>, Arc<Reply>) -> W,
        W: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        let bot = Arc::clone(self);
        let reply = Arc::new(reply);
        let work = work(Arc::clone(self), Arc::clone(&reply));
        let attended = self.tasks.spawn(async move {
            let Err(failure) = bot.run(work).await else {
                return;
            };
            let sentence = failure.tell(&reply);
            if let Err(error) = reply.answer(&bot.rest, &sentence, true).await {
                let error = anyhow::Error::from(error).context(sentence);
                failure::log(&error, &reply);
            }
        });
        if let Err(error) = attended.await {
            failure::log(&error.into(), &"an asker");
        }
    }

    async fn run<W>(&self, work: W) -> Result<(), Failure>
    where
        W: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        if self.stopping.is_cancelled() {
            return Err(Failure::Explained(words::restarting()));
        }
        let mut work = tokio::spawn(work);
        tokio::select! {
            result = &mut work => result.unwrap_or_else(|error| Err(broken(error))),
            () = self.interrupted.cancelled() => {
                work.abort();
                Err(Failure::Explained(words::interrupted()))
            }
        }
    }

    /// Runs something nobody waits for; the shutdown does.
    pub(super) fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.tasks.spawn(work);
    }

    /// Waits for running work, at most `limit`; what runs longer is interrupted and its askers are
    /// told.
    pub(super) async fn finish(&self, limit: Duration) {
        self.tasks.close();
        if tokio::time::timeout(limit, self.tasks.wait()).await.is_ok() {
            return;
        }
        tracing::warn!(
            tasks = self.tasks.len(),
            "interrupting work that takes too long"
        );
        self.interrupted.cancel();
        if tokio::time::timeout(LAST_WORDS, self.tasks.wait())
            .await
            .is_err()
        {
            tracing::warn!(tasks = self.tasks.len(), "some askers could not be told");
        }
    }
}

fn broken(error: JoinError) -> Failure {
    Failure::Broken(match error.try_into_panic() {
        Ok(payload) => {
            let text = payload
                .downcast_ref::<&str>()
                .copied()
                .or_else(|| payload.downcast_ref::<String>().map(String::as_str));
            anyhow!("panicked: {}", text.unwrap_or("without a message"))
        }
        Err(error) => error.into(),
    })
}
