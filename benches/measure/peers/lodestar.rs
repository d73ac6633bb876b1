//! lodestar as a peer: what it does for people, as `lodestar eval` asks it.

use std::path::Path;

use anyhow::bail;
use lodestar::app::{App, AskError};
use lodestar::config::Config;
use tokio::runtime::Runtime;

use super::inside::Found;
use super::protocol::{self, Settings};

/// Reads, cuts and indexes the articles. Says who did it.
pub(super) fn index(settings: &Settings, index: &Path) -> anyhow::Result<String> {
    let runtime = Runtime::new()?;
    let report = runtime.block_on(async {
        let app = App::open(&config(settings, index)?)?;
        app.reindex("a measurement")?.outcome().await
    })?;
    if report.passages == 0 {
        bail!("there are no articles to index");
    }
    Ok(format!("lodestar {}", env!("CARGO_PKG_VERSION")))
}

/// An index, open for questions.
pub(super) struct Open {
    runtime: Runtime,
    app: App,
}

impl Open {
    pub(super) fn new(settings: &Settings, index: &Path) -> anyhow::Result<Self> {
        let runtime = Runtime::new()?;
        let config = config(settings, index)?;
        let app = runtime.block_on(async { App::open(&config) })?;
        Ok(Self { runtime, app })
    }

    pub(super) fn ask(&self, question: &str, depth: usize) -> anyhow::Result<Found> {
        match self
            .runtime
            .block_on(self.app.follow_up(&[], question, depth))
        {
            Ok(answer) => {
                let excerpts = answer.excerpts.iter();
                let ids = excerpts.map(|it| protocol::id(&it.source.path, it.position));
                Ok((ids.collect(), Some(f64::from(answer.confidence))))
            }
            Err(AskError::NoWords) => Ok((Vec::new(), None)),
            Err(error) => Err(error.into()),
        }
    }
}

/// As it ships.
fn config(settings: &Settings, index: &Path) -> anyhow::Result<Config> {
    let mut config = Config::load(None, [])?;
    settings.articles.clone_into(&mut config.corpus.dir);
    index.clone_into(&mut config.index.dir);
    config.store.path = None;
    Ok(config)
}
