//! What every front end calls: ask, reindex, status, stop.
//!
//! The only module that spawns tasks, bounds how many run, and keeps the live index. It knows
//! nothing about Discord, terminals or the search engine's types.

mod admission;
mod articles;
mod catalogue;
mod closing;
mod compare;
mod explain;
mod find;
mod health;
mod outline;
mod quoted;
mod reindex;
pub mod release;
mod releasing;
mod review;
mod sources;
mod staging;
mod statistics;
mod trigger;
mod tuning;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwapOption;
use serde::Serialize;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::config::{self, Config};
use crate::fetch::Fetcher;
use crate::store::Store;
use lodestar_engine::answer::{Answer, Thresholds};
use lodestar_engine::article::ContentHash;
use lodestar_engine::corpus::{Aside, Corpus};
use lodestar_engine::engine::{self, Engine, View};
use lodestar_engine::index::{self, IndexError, Report};

use self::admission::Admission;
use self::catalogue::Catalogue;
use self::quoted::KnownTexts;
use self::reindex::Running;
use self::sources::Sources;

pub use self::articles::{Added, ChangeError, Description, Pending, Upload};
pub use self::catalogue::{Listed, State, Summary};
pub use self::closing::{GoldenOutcome, GoldenReport};
pub use self::find::PassageKey;
pub use self::health::Disk;
pub use self::outline::{Outline, Section, article_key, section_key};
pub use self::quoted::{Quoted, Standing};
pub use self::reindex::{Reindex, ReindexError, RunningReindex, was_cancelled};
pub use self::release::{Hold, Release};
pub use self::releasing::{PublishError, Rollback, Texts};
pub use self::sources::Followed;
pub use self::statistics::{Aged, ArticleUse, Period, Statistics, times};
pub use self::trigger::Trigger;
pub use self::tuning::{Effect, Outlook};
pub use crate::fetch::FetchError;
pub use lodestar_engine::corpus::ShelfError;
pub use lodestar_engine::index::analysis::exact_form as folded;

/// The running program; clones share everything.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    engine: Engine,
    /// Drafts waiting to be added, and removed articles.
    aside: Aside,
    catalogue: Catalogue,
    /// Locked while the corpus changes.
    changes: Arc<tokio::sync::Mutex<()>>,
    fetcher: Fetcher,
    sources: Sources,
    store: Store,
    /// Where the index and the store are written.
    folders: Vec<PathBuf>,
    limits: config::Answer,
    release: config::Release,
    /// Locked while a change to the articles is released.
    refreshing: tokio::sync::Mutex<()>,
    /// The file of golden questions.
    golden: PathBuf,
    /// Locked while that file is written.
    golden_lock: std::sync::Mutex<()>,
    /// The outline of the live generation, read on first use.
    outline: ArcSwapOption<Outline>,
    /// The texts of the live generation, read on first use.
    texts: ArcSwapOption<KnownTexts>,
    /// The number of the live generation.
    generations: watch::Sender<Option<u64>>,
    admission: Admission,
    running: Running,
    stopping: CancellationToken,
    tasks: TaskTracker,
}

/// Why a question got no answer.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// Nothing is left of the question once mentions, links and markup are gone.
    #[error("the question holds no words; write what you want to know")]
    NoWords,
    /// Too many questions are already waiting; see `ask.queue` in the configuration.
    #[error("too many questions are waiting; try again in a moment")]
    Busy,
    /// No article has been indexed yet.
    #[error("nothing is indexed yet; run a reindex first")]
    NoIndex,
    /// The program is stopping and takes no new work.
    #[error("lodestar is stopping")]
    Stopping,
    #[error("the search failed")]
    Failed(#[source] anyhow::Error),
}

/// What `status` shows.
#[derive(Debug, Clone, Serialize)]
pub struct Status {
    /// `None` before the first index.
    pub live: Option<LiveIndex>,
    pub reindexing: Option<RunningReindex>,
    /// The last successful reindex, in this or an earlier run.
    pub last_report: Option<Report>,
    /// Why the last reindex failed, if it did.
    pub last_failure: Option<String>,
    /// When it failed.
    pub failed_at: Option<jiff::Timestamp>,
}

/// The generation that answers questions.
#[derive(Debug, Clone, Serialize)]
pub struct LiveIndex {
    pub generation: u64,
    pub published: jiff::Timestamp,
    pub articles: usize,
    pub passages: usize,
    /// How many questions the thresholds were measured with.
    pub calibrated_on: usize,
    pub thresholds: Thresholds,
    pub disk_bytes: u64,
}

impl App {
    /// Opens the live index, if there is one.
    ///
    /// # Errors
    /// When the index folder cannot be created or read.
    pub fn open(config: &Config) -> anyhow::Result<Self> {
        let settings = engine_settings(config);
        let index_dir = settings.index.dir.clone();
        let database = config.store.path.as_deref().and_then(Path::parent);
        let folders = std::iter::once(index_dir.as_path())
            .chain(database)
            .map(Path::to_owned)
            .collect();
        let beside = index_dir.join("aside");
        let sources = Sources::new(config.sources.clone(), beside.join("sources.json"));
        let aside = Aside::new(beside);
        let engine = Engine::open(settings)?;
        let (generations, _) = watch::channel(engine.generation());
        Ok(Self {
            inner: Arc::new(Inner {
                engine,
                aside,
                catalogue: Catalogue::default(),
                changes: Arc::default(),
                sources,
                fetcher: Fetcher::new(config.fetch.clone()),
                store: Store::at(&config.store, &config.privacy),
                folders,
                limits: config.answer.clone(),
                release: config.release.clone(),
                golden: config.corpus.golden_file(),
                refreshing: tokio::sync::Mutex::default(),
                golden_lock: std::sync::Mutex::default(),
                outline: ArcSwapOption::empty(),
                texts: ArcSwapOption::empty(),
                generations,
                admission: Admission::new(config.ask.concurrency, config.ask.queue),
                running: Running::default(),
                stopping: CancellationToken::new(),
                tasks: TaskTracker::new(),
            }),
        })
    }

    /// The most excerpts that an answer shows, as configured.
    #[must_use]
    pub fn excerpts(&self) -> usize {
        self.inner.limits.passages
    }

    /// Answers a question as typed, with the configured number of excerpts.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn ask(&self, question: &str) -> Result<Answer, AskError> {
        self.follow_up(&[], question, self.inner.limits.passages)
            .await
    }

    /// Answers with at most `excerpts` excerpts. The `earlier` questions of the same conversation,
    /// oldest first, supply what this one leaves out: "And in China?"
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn follow_up(
        &self,
        earlier: &[String],
        question: &str,
        excerpts: usize,
    ) -> Result<Answer, AskError> {
        let (earlier, question) = (earlier.to_vec(), question.to_owned());
        self.admit(move |inner| {
            let answer = inner.engine.follow_up(&earlier, &question, excerpts);
            inner.announce();
            Ok(answer?)
        })
        .await
    }

    /// Waits for a free place, then searches.
    async fn admit<T: Send + 'static>(
        &self,
        search: impl FnOnce(&Inner) -> Result<T, AskError> + Send + 'static,
    ) -> Result<T, AskError> {
        if self.inner.stopping.is_cancelled() {
            return Err(AskError::Stopping);
        }
        let place = self.inner.admission.enter().await.ok_or(AskError::Busy)?;
        let inner = Arc::clone(&self.inner);
        let search = move || {
            let _place = place;
            search(&inner)
        };
        match self.inner.tasks.spawn_blocking(search).await {
            Ok(found) => found,
            Err(panicked) => Err(AskError::Failed(panicked.into())),
        }
    }

    /// The largest size of an uploaded file in bytes, as configured.
    #[must_use]
    pub fn upload_limit(&self) -> u64 {
        self.inner.fetcher.max_bytes()
    }

    /// What is remembered about questions, answers and channels.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// Follows the number of the live generation.
    #[must_use]
    pub fn generations(&self) -> watch::Receiver<Option<u64>> {
        self.inner.generations.subscribe()
    }

    /// Switches to what another process has published without waiting for a question.
    ///
    /// # Errors
    /// When the index folder cannot be read.
    pub fn follow_publications(&self) -> anyhow::Result<()> {
        Ok(self.inner.follow_publications()?)
    }

    /// The state of the index, to show to people.
    ///
    /// # Errors
    /// When the index folder cannot be read.
    pub fn status(&self) -> anyhow::Result<Status> {
        self.inner.follow_publications()?;
        let engine = &self.inner.engine;
        let live = engine.snapshot().map(|snapshot| LiveIndex {
            generation: snapshot.generation(),
            published: snapshot.published(),
            articles: snapshot.articles(),
            passages: snapshot.passages(),
            calibrated_on: snapshot.calibration().questions,
            thresholds: engine.thresholds(&snapshot),
            disk_bytes: snapshot.disk_bytes(),
        });
        Ok(Status {
            live,
            reindexing: self.inner.running.look(),
            last_report: engine.index().last_report()?,
            last_failure: engine.index().last_failure()?,
            failed_at: engine.index().failed_at()?,
        })
    }

    /// Reads the corpus without indexing it: how many articles it has, and what would be skipped.
    ///
    /// # Errors
    /// When the corpus folder cannot be read.
    pub fn survey(&self) -> anyhow::Result<(usize, Vec<index::SkippedFile>)> {
        let (articles, skipped) = self.inner.engine.corpus().read_all()?;
        Ok((
            articles.len(),
            skipped.iter().map(engine::skipped_file).collect(),
        ))
    }

    /// Takes no new work and waits at most `limit` for running work. Returns whether everything
    /// finished.
    pub async fn stop(&self, limit: Duration) -> bool {
        self.inner.stopping.cancel();
        self.inner.tasks.close();
        let finished = tokio::time::timeout(limit, self.inner.tasks.wait())
            .await
            .is_ok();
        self.inner.store.close().await;
        finished
    }
}

impl Inner {
    /// The newest generation with the tuning in force.
    fn view(&self) -> Result<View, AskError> {
        let view = self.engine.view();
        self.announce();
        Ok(view?)
    }

    /// Switches to the newest generation, whichever process published it.
    fn follow_publications(&self) -> Result<(), IndexError> {
        self.engine.refresh()?;
        self.announce();
        Ok(())
    }

    /// Announces the live generation if it has changed.
    fn announce(&self) {
        let generation = self.engine.generation();
        self.generations.send_if_modified(|known| {
            let is_new = *known != generation;
            *known = generation;
            is_new
        });
    }
}

impl From<IndexError> for AskError {
    fn from(error: IndexError) -> Self {
        engine::AskError::from(error).into()
    }
}

impl From<engine::AskError> for AskError {
    fn from(error: engine::AskError) -> Self {
        match error {
            engine::AskError::NoWords => Self::NoWords,
            engine::AskError::NoIndex => Self::NoIndex,
            engine::AskError::Failed(_) => Self::Failed(error.into()),
        }
    }
}

/// The engine's part of the configuration.
#[must_use]
pub fn engine_settings(config: &Config) -> engine::Settings {
    engine::Settings {
        corpus: Corpus::new(config.corpus.dir.clone(), config.corpus.max_file_bytes)
            .without(config.index.dir.clone()),
        index: index::Settings {
            dir: index_dir(&config.index.dir, &config.corpus.dir),
            keep_generations: config.index.keep_generations,
            memory_bytes: config.index.memory_bytes,
        },
        synonyms: config.synonyms.groups.clone(),
        false_answers: config.answer.false_answers,
        max_question_chars: config.answer.max_question_chars,
    }
}

/// Every corpus has its own folder of generations. Its name is there for people; the hash of the
/// full path keeps two folders of the same name apart.
fn index_dir(root: &Path, corpus: &Path) -> PathBuf {
    let full = corpus
        .canonicalize()
        .or_else(|_| std::path::absolute(corpus))
        .unwrap_or_else(|_| corpus.to_owned());
    let name: String = full
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect();
    let hash = ContentHash::of(full.as_os_str().as_encoded_bytes());
    let short: String = hash.as_str().chars().take(8).collect();
    root.join(format!("{name}-{short}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_one_name_have_indexes_of_their_own() {
        let root = Path::new("index");
        let one = index_dir(root, Path::new("/srv/one/articles"));
        let other = index_dir(root, Path::new("/srv/other/articles"));
        assert_ne!(one, other);
        assert!(one.to_string_lossy().contains("articles-"));
    }
}
