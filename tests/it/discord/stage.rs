//! The stage of the stories: a corpus, the sandbox, and the real bot between them. When a story
//! ends, the stage looks whether anything went wrong that nobody in it could have seen.

mod log;
mod panics;

use std::io::Write as _;
use std::thread;

use discord_sandbox::{
    Fault, Interaction, Person, RecordedRequest, Sandbox, SeenMessage, Snowflake,
};
use jiff::Timestamp;
use lodestar::app::App;
use lodestar::config::{Config, Cooldown, Discord};
use lodestar::discord::{ServeError, Settings, serve};
use lodestar::store::{AnswersIn, ChannelSettings, PastQuestion, ShownAnswer};
use secrecy::SecretString;
use serde_json::json;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::{Duration, timeout};
use tokio_util::sync::CancellationToken;

use self::log::Log;
use self::panics::{note_panics, panics_since};
use crate::openapi;

/// How long the bot may take to end.
const PATIENCE: Duration = Duration::from_secs(15);
pub(super) const PROGRESS_INTERVAL: Duration = Duration::from_millis(400);

/// What serenity logs about an event that it cannot read and drops.
const DROPPED_EVENT: &str = "An unknown event was received";

/// The bot on its stage.
pub(super) struct Stage {
    pub(super) sandbox: Sandbox,
    pub(super) corpus: TempDir,
    pub(super) log: Log,
    /// What the bot works with: for a look at what it has recorded.
    pub(super) app: App,
    config: Config,
    bot: Option<JoinHandle<Result<(), ServeError>>>,
    shutdown: CancellationToken,
    /// Panics before this story.
    panics: usize,
    _index: TempDir,
}

impl Stage {
    /// Opens a stage whose corpus holds these articles, already indexed, with the bot at work.
    pub(super) async fn open(articles: &[(&str, &str)]) -> Self {
        Self::prepare(articles, None, |_| {}).await
    }

    /// Opens a stage where something goes wrong at the start already.
    pub(super) async fn open_amid(articles: &[(&str, &str)], fault: Option<Fault>) -> Self {
        Self::prepare(articles, fault, |_| {}).await
    }

    /// Opens a stage whose bot is configured otherwise.
    pub(super) async fn open_with(
        articles: &[(&str, &str)],
        configure: impl FnOnce(&mut Config),
    ) -> Self {
        Self::prepare(articles, None, configure).await
    }

    async fn prepare(
        articles: &[(&str, &str)],
        fault: Option<Fault>,
        configure: impl FnOnce(&mut Config),
    ) -> Self {
        let log = Log::capture();
        let panics = note_panics();
        let corpus = TempDir::new().unwrap();
        let index = TempDir::new().unwrap();
        for (name, text) in articles {
            std::fs::write(corpus.path().join(name), text).unwrap();
        }
        let mut config = Config::load(None, []).unwrap();
        config.corpus.dir = corpus.path().to_owned();
        config.index.dir = index.path().to_owned();
        config.corpus.golden = Some(index.path().join("golden.jsonl"));
        config.store.path = Some(index.path().join("lodestar.db"));
        config.discord.progress_interval = PROGRESS_INTERVAL;
        config.discord.stop_timeout = Duration::from_secs(2);
        config.discord.unasked_wait = Duration::from_millis(50);
        // Stories are told faster than people type.
        config.cooldown = Cooldown::default();
        configure(&mut config);
        let app = App::open(&config).unwrap();
        if !articles.is_empty() {
            app.reindex("the story").unwrap().outcome().await.unwrap();
        }

        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let sandbox = Sandbox::start(listener).await.unwrap();
        fault.into_iter().for_each(|fault| sandbox.fault(fault));
        if config.discord.message_content {
            sandbox.grant_privileged_intents();
        }
        let mut stage = Self {
            sandbox,
            corpus,
            log,
            app,
            config,
            bot: None,
            shutdown: CancellationToken::new(),
            panics,
            _index: index,
        };
        stage.begin().await;
        let registered = || (!stage.sandbox.commands().is_empty()).then_some(());
        stage.sandbox.until(registered).await.unwrap();
        stage
    }

    pub(super) async fn begin(&mut self) {
        self.shutdown = CancellationToken::new();
        let settings = settings(&self.config, &self.sandbox);
        let serving = serve(self.app.clone(), settings, self.shutdown.clone());
        self.bot = Some(tokio::spawn(serving));
        self.sandbox.until_online().await;
    }

    /// Ends the whole program and starts it anew: what it remembers is what it has written down.
    pub(super) async fn restart(&mut self) {
        if self.bot.is_some() {
            self.stop().await.unwrap();
        }
        self.sandbox.until_offline().await;
        self.app.stop(PATIENCE).await;
        self.app = App::open(&self.config).unwrap();
        self.begin().await;
    }

    /// Where the golden questions are.
    pub(super) fn golden_file(&self) -> std::path::PathBuf {
        self.config.corpus.golden_file()
    }

    /// The corpus holds this text now, and the index knows.
    pub(super) async fn publish(&self, article: &str, text: &str) {
        std::fs::write(self.corpus.path().join(article), text).unwrap();
        let reindex = self.app.reindex("the story").unwrap();
        reindex.outcome().await.unwrap();
    }

    /// How the bot is configured.
    pub(super) fn config(&self) -> &Config {
        &self.config
    }

    /// From a restart on, admins are told in this channel what is done by itself.
    pub(super) async fn tell_admins_in(&mut self, channel: &str) {
        let (_, channel) = self.sandbox.find(channel).unwrap();
        self.config.discord.admin_channel = Some(channel.0);
        self.restart().await;
    }

    /// Writes the file of golden questions: each with the article that answers it.
    pub(super) fn golden(&self, questions: &[(&str, &str)]) {
        let line = |(question, article): &(&str, &str)| {
            json!({ "question": question, "articles": [article] }).to_string()
        };
        let lines: Vec<String> = questions.iter().map(line).collect();
        std::fs::write(self.golden_file(), lines.join("\n")).unwrap();
    }

    /// The store once it knows `n` questions or more.
    pub(super) async fn recorded(&self, n: usize) -> Vec<PastQuestion> {
        let recorded = async {
            loop {
                let store = self.app.store();
                let found = store.questions_since(None, Timestamp::MIN, 100).await;
                let found = found.unwrap();
                if found.len() >= n {
                    return found;
                }
                tokio::task::yield_now().await;
            }
        };
        timeout(PATIENCE, recorded).await.unwrap()
    }

    /// Waits until something holds that is not seen in the sandbox.
    pub(super) async fn eventually(&self, holds: impl AsyncFn() -> bool) {
        let waiting = async {
            while !holds().await {
                tokio::task::yield_now().await;
            }
        };
        timeout(PATIENCE, waiting).await.unwrap();
    }

    /// What the store knows of an answer, once it does.
    pub(super) async fn record_of(&self, answer: &SeenMessage) -> ShownAnswer {
        let recorded = async {
            loop {
                let found = self.app.store().answer(answer.id.0).await.unwrap();
                if let Some(found) = found {
                    return found;
                }
                tokio::task::yield_now().await;
            }
        };
        timeout(PATIENCE, recorded).await.unwrap()
    }

    /// An admin has decided where answers go.
    pub(super) async fn answers_in(&self, channel: &str, answers_in: AnswersIn) {
        let settings = ChannelSettings {
            answers_in,
            ..ChannelSettings::default()
        };
        self.set(channel, settings).await;
    }

    pub(super) async fn set(&self, channel: &str, settings: ChannelSettings) {
        let (server, channel) = self.sandbox.find(channel).unwrap();
        let store = self.app.store();
        let set = store.set_channel_settings(server.0, channel.0, settings);
        set.await.unwrap();
    }

    /// The thread under a question, and the answer in it.
    pub(super) async fn answer_in_thread(
        &self,
        person: &Person,
        asked: &SeenMessage,
    ) -> (Snowflake, SeenMessage) {
        let bot = self.sandbox.bot().name();
        let answered = || {
            let seen = person.sees(asked.id);
            seen.into_iter()
                .find(|it| it.author == bot && !it.text.is_empty())
        };
        let answer = self.sandbox.until(answered).await.unwrap();
        (asked.id, answer)
    }

    /// What an admin is told for a command in `#general`, and nobody else.
    pub(super) async fn told(&self, name: &str, options: &serde_json::Value) -> SeenMessage {
        let admin = self.sandbox.admin();
        let used = admin.slash("general", name, options).unwrap();
        let answer = admin.answer_to(&used).await.unwrap();
        assert!(answer.is_private, "{}", answer.text);
        answer
    }

    /// Waits until a message that an admin alone sees says something.
    pub(super) async fn until_told(&self, message: &SeenMessage, says: &str) -> SeenMessage {
        let admin = self.sandbox.admin();
        let look = || {
            admin
                .looks_again(message)
                .filter(|it| it.text.contains(says))
        };
        self.sandbox.until(look).await.unwrap()
    }

    /// An ordinary member of the server.
    pub(super) fn ann(&self) -> Person {
        self.sandbox.member("ann")
    }

    /// Ann asks with the command, in `#general`.
    pub(super) fn ask(&self, question: &str) -> Interaction {
        let options = json!({ "question": question });
        self.ann().slash("general", "ask", &options).unwrap()
    }

    /// What the bot is called in a text.
    pub(super) fn bot(&self) -> String {
        self.sandbox.bot().mention()
    }

    /// The bot's requests so far whose method and path contain `what`.
    pub(super) fn requests(&self, what: &str) -> Vec<RecordedRequest> {
        let mut requests = self.sandbox.requests();
        requests.retain(|request| request.what().contains(what));
        requests
    }

    /// Waits until there are `n` requests whose method and path contain `what`.
    pub(super) async fn until_requests(&self, what: &str, n: usize) -> Vec<RecordedRequest> {
        let enough = || Some(self.requests(what)).filter(|requests| requests.len() >= n);
        self.sandbox.until(enough).await.unwrap()
    }

    pub(super) fn begin_to_stop(&self) {
        self.shutdown.cancel();
    }

    /// Stops the bot and returns how that went.
    pub(super) async fn stop(&mut self) -> Result<(), ServeError> {
        self.shutdown.cancel();
        self.ended().await
    }

    /// Waits until the bot ends.
    pub(super) async fn ended(&mut self) -> Result<(), ServeError> {
        let bot = self.bot.take().unwrap();
        timeout(PATIENCE, bot).await.unwrap().unwrap()
    }

    fn look_for_trouble(&self) -> Vec<String> {
        let mut trouble = panics_since(self.panics);
        for request in self.sandbox.requests() {
            let what = request.what();
            if request.is_unexpected {
                trouble.push(format!("{what}: there is no such route"));
            }
            let complaints = openapi::check(
                &request.method,
                &request.path_and_query(),
                request.body.as_ref(),
                request.is_multipart,
            );
            trouble.extend(complaints.iter().map(|it| format!("{what}: {it}")));
        }
        let log = self.log.text();
        let dropped = log.lines().filter(|line| line.contains(DROPPED_EVENT));
        trouble.extend(dropped.map(str::to_owned));
        trouble
    }
}

/// A file that was posted.
pub(super) async fn fetched(url: &str) -> Vec<u8> {
    let file = reqwest::get(url).await.unwrap();
    assert!(file.status().is_success(), "{}", file.status());
    file.bytes().await.unwrap().to_vec()
}

pub(super) fn settings(config: &Config, sandbox: &Sandbox) -> Settings {
    Settings {
        token: SecretString::from(sandbox.token()),
        discord: Discord {
            api_url: Some(sandbox.url()),
            ..config.discord.clone()
        },
        cooldown: config.cooldown,
        mark_days: config.release.mark_days,
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let trouble = self.look_for_trouble();
        if thread::panicking() {
            // The story has failed already; this may tell why.
            let mut stderr = std::io::stderr().lock();
            let told = trouble.iter().try_for_each(|it| writeln!(stderr, "{it}"));
            told.ok();
        } else {
            assert!(trouble.is_empty(), "{}", trouble.join("\n"));
        }
    }
}
