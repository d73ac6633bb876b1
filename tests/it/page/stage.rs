//! The stage: articles, the sandbox, the real bot, and a browser that looks at it.

use std::path::{Path, PathBuf};

use discord_sandbox::Sandbox;
use lodestar::app::App;
use lodestar::config::{Config, Discord};
use lodestar::discord::{ServeError, Settings, serve};
use secrecy::SecretString;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::Duration;
use tokio_util::sync::CancellationToken;

use crate::browser::Browser;

pub(super) struct Stage {
    pub(super) browser: Browser,
    pub(super) sandbox: Sandbox,
    pub(super) corpus: TempDir,
    shutdown: CancellationToken,
    bot: JoinHandle<Result<(), ServeError>>,
    _index: TempDir,
}

/// A sandbox without a bot.
pub(super) async fn sandbox() -> Sandbox {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    Sandbox::start(listener).await.unwrap()
}

impl Stage {
    /// With these articles, already indexed; `None` where there is no browser.
    pub(super) async fn open(articles: &[(&str, &str)]) -> Option<Self> {
        let corpus = TempDir::new().unwrap();
        for (name, text) in articles {
            std::fs::write(corpus.path().join(name), text).unwrap();
        }
        Self::over(corpus.path().to_owned(), corpus).await
    }

    /// With the articles that ship.
    pub(super) async fn open_shipped() -> Option<Self> {
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
        Self::over(shipped, TempDir::new().unwrap()).await
    }

    async fn over(articles: PathBuf, corpus: TempDir) -> Option<Self> {
        let index = TempDir::new().unwrap();
        let mut config = Config::load(None, []).unwrap();
        config.corpus.dir = articles;
        config.index.dir = index.path().to_owned();
        config.store.path = None;
        let app = App::open(&config).unwrap();
        app.reindex("the story").unwrap().outcome().await.unwrap();
        let sandbox = sandbox().await;
        sandbox.name_bot("lodestar");
        let settings = Settings {
            token: SecretString::from(sandbox.token()),
            discord: Discord {
                api_url: Some(sandbox.url()),
                message_content: false,
                admin_roles: Vec::new(),
                progress_interval: Duration::from_millis(200),
                stop_timeout: Duration::from_secs(2),
                admin_channel: None,
                ..config.discord.clone()
            },
            cooldown: config.cooldown,
            mark_days: 0,
        };
        let shutdown = CancellationToken::new();
        let bot = tokio::spawn(serve(app, settings, shutdown.clone()));
        sandbox.until_online().await;
        let registered = || (!sandbox.commands().is_empty()).then_some(());
        sandbox.until(registered).await.unwrap();
        let browser = Browser::open(&sandbox.url()).await?;
        Some(Self {
            browser,
            sandbox,
            corpus,
            shutdown,
            bot,
            _index: index,
        })
    }

    /// Stops the bot, which must have been well.
    pub(super) async fn close(self) {
        self.shutdown.cancel();
        self.bot.await.unwrap().unwrap();
    }
}
