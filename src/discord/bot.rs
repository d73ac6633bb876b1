//! What every handler shares, and the one way work for an asker is run: tracked for the shutdown,
//! and never silent, whatever happens to it.

pub(in crate::discord) mod admin;
pub(in crate::discord) mod command;
pub(in crate::discord) mod press;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use anyhow::anyhow;
use serenity::all::UserId;
use tokio::sync::Semaphore;
use tokio::task::JoinError;
use tokio::time::Duration;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::app::App;
use crate::discord::api::interaction::Interaction;
use crate::discord::api::reply::Reply;
use crate::discord::api::rest::Rest;
use crate::discord::failure::{self, Failure};
use crate::discord::settings::Settings;
use crate::discord::state::BotState;
use crate::discord::state::handled::Turn;
use crate::discord::words::Words;

/// Answers that are recorded at the same time. The database takes one writer at a time anyway, and
/// more would hold connections that acknowledgements may be waiting for.
const RECORDING: usize = 1;

/// How long telling the askers of interrupted work may take.
const LAST_WORDS: Duration = Duration::from_secs(3);

/// Work of any kind, boxed: a task type per kind would be compiled a hundred times over.
type Work<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// The running bot.
pub(in crate::discord) struct Bot {
    pub(in crate::discord) app: App,
    pub(in crate::discord) rest: Rest,
    /// The bot's own account.
    pub(in crate::discord) id: UserId,
    pub(in crate::discord) settings: Settings,
    /// What it has learnt since it started.
    pub(in crate::discord) state: BotState,
    /// Acquired while an answer is recorded.
    pub(in crate::discord) recording: Arc<Semaphore>,
    tasks: TaskTracker,
    /// Cancelled when no new work is taken.
    stopping: CancellationToken,
    /// Cancelled when running work must end.
    interrupted: CancellationToken,
}

impl Bot {
    /// `commands` are the names under which its commands are registered.
    pub(in crate::discord) fn new(
        app: App,
        rest: Rest,
        id: UserId,
        settings: Settings,
        commands: Vec<String>,
        stopping: CancellationToken,
    ) -> Self {
        Self {
            app,
            rest,
            id,
            state: BotState::new(&settings, commands),
            settings,
            recording: Arc::new(Semaphore::new(RECORDING)),
            tasks: TaskTracker::new(),
            stopping,
            interrupted: CancellationToken::new(),
        }
    }

    /// Attends to an interaction, unless it was delivered before, and learns the language of whoever
    /// uses it. The work holds the interaction's turn until it is done with it.
    pub(in crate::discord) async fn attend_once<F, W>(
        self: &Arc<Self>,
        interaction: Interaction,
        work: F,
    ) where
        F: FnOnce(Arc<Self>, Arc<Interaction>, Turn) -> W,
        W: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        let Some(turn) = self.state.handled.begin(interaction.id()) else {
            return;
        };
        let preferred = &self.state.preferred;
        preferred.learn_person(interaction.user(), interaction.words());
        let interaction = Arc::new(interaction);
        let work = work(Arc::clone(self), Arc::clone(&interaction), turn);
        self.attend(Reply::Interaction(interaction), work).await;
    }

    /// Runs work for an asker and returns when it is done and reported. If it fails, panics, is
    /// interrupted or may not begin because the bot is stopping, the asker is told, privately where
    /// possible.
    pub(in crate::discord) async fn attend<W>(self: &Arc<Self>, reply: Reply, work: W)
    where
        W: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        self.attend_boxed(reply, Box::pin(work)).await;
    }

    async fn attend_boxed(self: &Arc<Self>, reply: Reply, work: Work<Result<(), Failure>>) {
        let bot = Arc::clone(self);
        let attended = self.tasks.spawn(async move {
            let Err(failure) = bot.run(work).await else {
                return;
            };
            let sentence = failure.report(reply.words(), &reply);
            if let Err(error) = reply.answer(&bot.rest, &sentence, true).await {
                let error = anyhow::Error::from(error).context(sentence);
                failure::log(&error, &reply);
            }
        });
        if let Err(error) = attended.await {
            failure::log(&error.into(), &"an asker");
        }
    }

    async fn run(&self, work: Work<Result<(), Failure>>) -> Result<(), Failure> {
        if self.stopping.is_cancelled() {
            return Err(Failure::explained(Words::restarting));
        }
        let mut work = tokio::spawn(work);
        tokio::select! {
            result = &mut work => result.unwrap_or_else(|error| Err(broken(error))),
            () = self.interrupted.cancelled() => {
                work.abort();
                Err(Failure::explained(Words::interrupted))
            }
        }
    }

    /// Waits until no new work is taken.
    pub(in crate::discord) async fn stopped(&self) {
        self.stopping.cancelled().await;
    }

    pub(in crate::discord) fn is_stopping(&self) -> bool {
        self.stopping.is_cancelled()
    }

    /// Cancelled when no new work is taken.
    pub(in crate::discord) fn stopping(&self) -> &CancellationToken {
        &self.stopping
    }

    /// Runs something that nobody but the shutdown waits for.
    pub(in crate::discord) fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        let work: Work<()> = Box::pin(work);
        self.tasks.spawn(work);
    }

    /// Waits for running work, `limit` at most. Work that takes longer is interrupted, and its askers
    /// are told.
    pub(in crate::discord) async fn finish(&self, limit: Duration) {
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

#[cfg(test)]
mod tests {
    use serde_json::json;
    use serenity::all::Message;
    use tempfile::TempDir;

    use super::*;
    use crate::config::Config;
    use crate::discord::api::scripted::Server;

    /// A bot, with somebody's message to answer, and the server that takes the answer.
    async fn attending() -> (Arc<Bot>, Reply, Server, CancellationToken) {
        let server = Server::start(&[(200, &[], json!({ "id": "9" }))]).await;
        let folder = TempDir::new().unwrap();
        let mut config = Config::load(None, []).unwrap();
        config.corpus.dir = folder.path().to_owned();
        config.index.dir = folder.path().join("index");
        config.store.path = None;
        let app = App::open(&config).unwrap();
        let stopping = CancellationToken::new();
        let bot = Bot::new(
            app,
            server.rest(),
            UserId::new(1),
            server.settings.clone(),
            Vec::new(),
            stopping.clone(),
        );
        let reply = Reply::to_message(&Message::default(), Words::ENGLISH);
        (Arc::new(bot), reply, server, stopping)
    }

    fn sent_text(server: &Server) -> String {
        let sent = server.seen();
        assert_eq!(sent.len(), 1, "{sent:?}");
        sent[0].1["content"].as_str().unwrap().to_owned()
    }

    #[tokio::test]
    async fn a_panic_is_reported_like_any_failure() {
        let (bot, reply, server, _) = attending().await;
        bot.attend(reply, async { panic!("a bug") }).await;
        assert!(sent_text(&server).contains("Something went wrong on my side"));
    }

    #[tokio::test]
    async fn a_stopping_bot_takes_no_new_work() {
        let (bot, reply, server, stopping) = attending().await;
        stopping.cancel();
        bot.attend(reply, async { panic!("must not run") }).await;
        assert_eq!(sent_text(&server), Words::ENGLISH.restarting());
    }

    #[tokio::test]
    async fn work_that_takes_too_long_is_interrupted_and_reported() {
        let (bot, reply, server, _) = attending().await;
        let endless = std::future::pending();
        tokio::join!(
            bot.attend(reply, endless),
            bot.finish(Duration::from_millis(1))
        );
        assert_eq!(sent_text(&server), Words::ENGLISH.interrupted());
    }
}
