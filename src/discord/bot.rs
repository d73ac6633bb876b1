//! What all handlers share, and the one way in which work for an asker is run: tracked for the
//! shutdown, never silent, whatever happens to it.

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
use crate::discord::Settings;
use crate::discord::api::reply::Reply;
use crate::discord::api::rest::Rest;
use crate::discord::ask::suggestions::Suggestions;
use crate::discord::ask::threads::Threads;
use crate::discord::ask::unasked::Unasked;
use crate::discord::failure;
use crate::discord::failure::Failure;
use crate::discord::jobs::automatic::AdminChannel;
use crate::discord::jobs::digest;
use crate::discord::state::admins::Admins;
use crate::discord::state::cooldown::Cooldowns;
use crate::discord::state::handled::Handled;
use crate::discord::state::places::Places;
use crate::discord::state::preferred::Preferred;
use crate::discord::state::recent::Recent;
use crate::discord::words::Words;

/// Answers that are recorded at the same time. The database takes one writer at a time anyway, and
/// the connections that more would wait on are left to whoever waits for an acknowledgement.
const RECORDING: usize = 1;

/// How long the askers of interrupted work may take to be told.
const LAST_WORDS: Duration = Duration::from_secs(3);

/// Work of any kind. A task of each kind would be program code of its own, a hundred times over.
type Work<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// The running bot.
pub(in crate::discord) struct Bot {
    pub(in crate::discord) app: App,
    pub(in crate::discord) rest: Rest,
    /// The bot's own account.
    pub(in crate::discord) id: UserId,
    /// The least time between two edits of a progress message.
    pub(in crate::discord) progress_interval: Duration,
    /// How old a message may be when its answer still follows its edits.
    pub(in crate::discord) follow_edits: Duration,
    pub(in crate::discord) admins: Admins,
    /// When weekly digests are sent.
    pub(in crate::discord) digests: digest::Schedule,
    pub(in crate::discord) cooldowns: Cooldowns,
    pub(in crate::discord) handled: Handled,
    pub(in crate::discord) threads: Threads,
    /// The languages of servers and people.
    pub(in crate::discord) preferred: Preferred,
    /// The channels of the servers.
    pub(in crate::discord) places: Places,
    /// What was asked lately.
    pub(in crate::discord) recent: Recent,
    /// What is suggested while somebody types.
    pub(in crate::discord) suggestions: Suggestions,
    pub(in crate::discord) unasked: Unasked,
    /// Where admins are told what was done by itself.
    pub(in crate::discord) admin_channel: AdminChannel,
    /// How old answers may be, in days, that are marked when their source changes.
    pub(in crate::discord) mark_days: u32,
    /// Taken by whoever records an answer.
    pub(in crate::discord) recording: Arc<Semaphore>,
    tasks: TaskTracker,
    /// Cancelled when no new work is taken.
    stopping: CancellationToken,
    /// Cancelled when running work must end.
    interrupted: CancellationToken,
}

impl Bot {
    pub(in crate::discord) fn new(
        app: App,
        rest: Rest,
        id: UserId,
        settings: &Settings,
        stopping: CancellationToken,
    ) -> Self {
        Self {
            app,
            rest,
            id,
            progress_interval: settings.progress_interval,
            follow_edits: settings.follow_edits,
            admins: Admins::new(&settings.admin_roles),
            digests: digest::Schedule::new(settings.digest),
            cooldowns: Cooldowns::new(settings.cooldown),
            handled: Handled::default(),
            threads: Threads::default(),
            preferred: Preferred::default(),
            places: Places::default(),
            recent: Recent::default(),
            suggestions: Suggestions::default(),
            unasked: Unasked::new(settings),
            admin_channel: AdminChannel::new(settings.admin_channel),
            mark_days: settings.mark_days,
            recording: Arc::new(Semaphore::new(RECORDING)),
            tasks: TaskTracker::new(),
            stopping,
            interrupted: CancellationToken::new(),
        }
    }

    /// Runs work for an asker. If it fails, panics, is interrupted or may not begin because the bot
    /// is stopping, the asker is told, privately where that is possible. Returns when all is said.
    pub(in crate::discord) async fn attend<F, W>(self: &Arc<Self>, reply: Reply, work: F)
    where
        F: FnOnce(Arc<Self>, Arc<Reply>) -> W,
        W: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        let reply = Arc::new(reply);
        let work = work(Arc::clone(self), Arc::clone(&reply));
        self.attend_to(reply, Box::pin(work)).await;
    }

    async fn attend_to(self: &Arc<Self>, reply: Arc<Reply>, work: Work<Result<(), Failure>>) {
        let bot = Arc::clone(self);
        let attended = self.tasks.spawn(async move {
            let Err(failure) = bot.run(work).await else {
                return;
            };
            let sentence = failure.tell(reply.words(), &reply);
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

    /// Runs something nobody waits for; the shutdown does.
    pub(in crate::discord) fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        let work: Work<()> = Box::pin(work);
        self.tasks.spawn(work);
    }

    /// Waits for running work, at most `limit`; what runs longer is interrupted and its askers are
    /// told.
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
            &server.settings,
            stopping.clone(),
        );
        let reply = Reply::to_message(&Message::default(), Words::ENGLISH);
        (Arc::new(bot), reply, server, stopping)
    }

    fn told(server: &Server) -> String {
        let sent = server.seen();
        assert_eq!(sent.len(), 1, "{sent:?}");
        sent[0].1["content"].as_str().unwrap().to_owned()
    }

    #[tokio::test]
    async fn a_panic_is_told_like_any_failure() {
        let (bot, reply, server, _) = attending().await;
        bot.attend(reply, async |_, _| panic!("a bug")).await;
        assert!(told(&server).contains("Something went wrong on my side"));
    }

    #[tokio::test]
    async fn a_stopping_bot_takes_no_new_work() {
        let (bot, reply, server, stopping) = attending().await;
        stopping.cancel();
        bot.attend(reply, async |_, _| panic!("must not run")).await;
        assert_eq!(told(&server), Words::ENGLISH.restarting());
    }

    #[tokio::test]
    async fn work_that_takes_too_long_is_interrupted_and_told() {
        let (bot, reply, server, _) = attending().await;
        let endless = async |_, _| std::future::pending().await;
        tokio::join!(
            bot.attend(reply, endless),
            bot.finish(Duration::from_millis(1))
        );
        assert_eq!(told(&server), Words::ENGLISH.interrupted());
    }
}
