//! The database: what was asked and shown, how people rated it, what the articles lack, and the
//! settings of channels.
//!
//! It lets buttons, follow-ups and settings survive a restart and shows editors what is missing. It
//! knows nothing about Discord (ids are opaque numbers), the index (an article is a path, a passage
//! a position and a hash) or its callers.
//!
//! **It never takes the bot down.** Every operation returns a `Result`, and answering a question
//! depends on none of them: callers ignore failures of mere aids (recording, suggesting) with
//! `.ok()` or `.unwrap_or_default()`, and report failures of what a person asked for (a vote, being
//! forgotten). A failing store logs one warning, refuses operations without trying for
//! [`RETRY_AFTER`], and is then reopened; [`Store::health`] says why. Channel settings never fail:
//! they are also kept in memory and written once the store is back. A damaged file is left as it
//! is. A statement may have to wait for another process: answer first, then record.
//!
//! Deleted means gone: pages are overwritten, and the write-ahead log is emptied after each
//! [`Store::forget`], [`Store::forget_server`] and [`Store::purge`].

mod answer;
mod audit;
mod change;
mod column;
mod correction;
mod database;
mod digest;
mod error;
mod figures;
mod gap;
mod missed;
mod privacy;
mod question;
mod settings;
mod uses;
mod vote;
mod wording;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use self::database::Database;
use self::settings::Remembered;
use crate::config;

pub use self::answer::{Answered, PassageRef, ShownAnswer};
pub use self::audit::AuditEntry;
pub use self::change::{Change, ChangeId, ChangeKind, ChangeState, Proposal};
pub use self::correction::{Correction, Waiting};
pub use self::digest::DigestPlace;
pub use self::error::{Cause, StoreError};
pub use self::figures::{AskedOften, Day, Slow, StoreFigures};
pub use self::gap::Gap;
pub use self::missed::{Decision, Missed, MissedId, MissedReport, Reminder};
pub use self::privacy::{OwnReport, OwnVote, Removed, UserData};
pub use self::question::{Asked, Outcome, PastQuestion, QuestionId};
pub use self::settings::{AnswersIn, ChannelSettings, ForumSettings, Mode};
pub use self::uses::Uses;
pub use self::vote::{Opinion, Reason, Vote, Votes};

/// How long to wait before trying a failed store again.
pub const RETRY_AFTER: Duration = Duration::from_secs(10);

/// How long a statement waits for another process or connection to finish.
const BUSY_TIMEOUT: Duration = Duration::from_secs(2);

/// How long channel settings are used before they are read again. Changes by this process apply at
/// once; another process rarely changes those of a server that this one answers in.
const SETTINGS_HOLD: Duration = Duration::from_secs(30);

/// The database, or the lack of it. Cheap to clone; all clones are one store.
#[derive(Debug, Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    /// `None` for a store in memory.
    path: Option<PathBuf>,
    privacy: config::Privacy,
    patience: Patience,
    database: tokio::sync::Mutex<Option<Database>>,
    trouble: Mutex<Option<Trouble>>,
    settings: Mutex<HashMap<u64, Remembered>>,
}

/// Waiting times.
#[derive(Debug, Clone, Copy)]
struct Patience {
    busy: Duration,
    retry_after: Duration,
    settings_hold: Duration,
}

const PATIENCE: Patience = Patience {
    busy: BUSY_TIMEOUT,
    retry_after: RETRY_AFTER,
    settings_hold: SETTINGS_HOLD,
};

#[derive(Debug)]
struct Trouble {
    since: Timestamp,
    reason: String,
    last_try: Instant,
}

/// Whether the store works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Health {
    Working,
    /// Nothing is recorded or read.
    Failing {
        since: Timestamp,
        /// What is wrong and what to do about it.
        reason: String,
    },
}

impl Store {
    /// Opens the store and brings its tables up to date; creates the file and its folder if they
    /// are missing.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when the store cannot be read and written; its text says what to do.
    pub async fn open(
        store: &config::Store,
        privacy: &config::Privacy,
    ) -> Result<Self, StoreError> {
        let store = Self::new(store, privacy, PATIENCE);
        store.database().await?;
        Ok(store)
    }

    /// A store that is opened on first use. If that fails, it logs a warning and is tried again on
    /// later use, while questions are answered without it.
    #[must_use]
    pub fn at(store: &config::Store, privacy: &config::Privacy) -> Self {
        Self::new(store, privacy, PATIENCE)
    }

    fn new(store: &config::Store, privacy: &config::Privacy, patience: Patience) -> Self {
        Self {
            inner: Arc::new(Inner {
                path: store.path.clone(),
                privacy: privacy.clone(),
                patience,
                database: tokio::sync::Mutex::default(),
                trouble: Mutex::default(),
                settings: Mutex::default(),
            }),
        }
    }

    /// What is kept of questions, and for how long.
    #[must_use]
    pub fn privacy(&self) -> &config::Privacy {
        &self.inner.privacy
    }

    /// Whether the texts of questions are kept.
    #[must_use]
    pub fn keeps_texts(&self) -> bool {
        self.inner.privacy.questions == config::QuestionPrivacy::Full
    }

    /// Whether the store worked when it was last used.
    #[must_use]
    pub fn health(&self) -> Health {
        match &*lock(&self.inner.trouble) {
            None => Health::Working,
            Some(trouble) => Health::Failing {
                since: trouble.since,
                reason: trouble.reason.clone(),
            },
        }
    }

    /// Reads the whole store for damage; takes about a second for each 500 MB.
    ///
    /// # Errors
    /// [`StoreError::Broken`] with what is wrong.
    pub async fn check(&self) -> Result<(), StoreError> {
        let damage = self.run(async |database| database.examine().await).await?;
        damage.map_or(Ok(()), |detail| Err(self.broken(Cause::Damaged, detail)))
    }

    /// Finishes what is being written and closes the files. The store must not be used afterwards.
    pub async fn close(&self) {
        if let Some(database) = self.inner.database.lock().await.take() {
            database.pool.close().await;
        }
    }

    /// Renames a damaged store and the files beside it, for an operator who wants to start with an
    /// empty one; nothing is deleted. Returns the file's new name. No process may have the store
    /// open.
    ///
    /// # Errors
    /// When the file does not exist or cannot be renamed.
    pub fn set_aside(path: &Path, now: Timestamp) -> std::io::Result<PathBuf> {
        database::set_aside(path, now)
    }

    /// Runs some work with the database and records a failure if the database itself is at fault.
    async fn run<T>(
        &self,
        work: impl AsyncFnOnce(Database) -> sqlx::Result<T>,
    ) -> Result<T, StoreError> {
        let database = self.database().await?;
        match work(database).await {
            Ok(value) => Ok(value),
            Err(error) => Err(self.failed(error).await),
        }
    }

    /// The open database. After a failure it is reopened, but not before the retry time has passed.
    async fn database(&self) -> Result<Database, StoreError> {
        let mut slot = self.inner.database.lock().await;
        if let Some(trouble) = &mut *lock(&self.inner.trouble) {
            if trouble.last_try.elapsed() < self.inner.patience.retry_after {
                return Err(StoreError::Unavailable {
                    reason: trouble.reason.clone(),
                });
            }
            trouble.last_try = Instant::now();
        } else if let Some(database) = &*slot {
            return Ok(database.clone());
        }
        let opened = match slot.clone() {
            Some(database) => database.probe().await.map(|()| database),
            None => Database::open(self.inner.path.as_deref(), self.inner.patience.busy).await,
        };
        match opened {
            Ok(database) => {
                *slot = Some(database.clone());
                drop(slot);
                self.recovered(&database).await;
                Ok(database)
            }
            Err(error) => {
                slot.take_if(|database| !database.is_in_memory());
                let cause = Cause::of(&error).unwrap_or(Cause::CannotOpen);
                Err(self.note(cause, error::detail(&error)))
            }
        }
    }

    async fn recovered(&self, database: &Database) {
        let was_failing = lock(&self.inner.trouble).take().is_some();
        if was_failing {
            tracing::info!(store = %self.name(), "the store works again");
            self.save_remembered(database).await;
        }
    }

    async fn failed(&self, error: sqlx::Error) -> StoreError {
        let Some(cause) = Cause::of(&error) else {
            return StoreError::Statement(error);
        };
        let mut slot = self.inner.database.lock().await;
        // Closing a database in memory would lose it, so keep it open and try it again as it is.
        slot.take_if(|database| !database.is_in_memory());
        self.note(cause, error::detail(&error))
    }

    /// Keeps the reason for later callers; warns once until the store works again.
    fn note(&self, cause: Cause, detail: String) -> StoreError {
        let error = self.broken(cause, detail);
        let reason = error.to_string();
        let mut trouble = lock(&self.inner.trouble);
        if trouble.is_none() {
            tracing::warn!(%reason, "going on without the store");
        }
        *trouble = Some(Trouble {
            since: trouble
                .as_ref()
                .map_or_else(Timestamp::now, |known| known.since),
            reason,
            last_try: Instant::now(),
        });
        error
    }

    fn broken(&self, cause: Cause, detail: String) -> StoreError {
        StoreError::Broken {
            store: self.name(),
            cause,
            detail,
        }
    }

    fn name(&self) -> String {
        match &self.inner.path {
            Some(path) => path.display().to_string(),
            None => config::IN_MEMORY.to_owned(),
        }
    }
}

/// Locks data that is consistent at all times, even after a panic.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
