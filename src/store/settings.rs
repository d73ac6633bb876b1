//! What admins set for a channel.
//!
//! They are also kept in memory, so that a failing store does not change the bot's behaviour and an
//! acknowledgement rarely waits for the database: every question needs them first.

use std::time::Instant;

use serde::Serialize;
use sqlx::{FromRow, Row as _};

use super::column::{self, words};
use super::database::{Database, Row};
use super::{Store, StoreError, lock};

words! {
    /// When the bot answers in a channel.
    #[derive(Default)]
    pub enum Mode {
        Off = "off",
        #[default]
        Asked = "asked",
        /// Also answers questions not addressed to the bot, when the answer is certain.
        Confident = "confident",
    }
}

words! {
    /// Where answers go.
    #[derive(Default)]
    pub enum AnswersIn {
        #[default]
        Channel = "channel",
        Thread = "thread",
    }
}

/// The settings of a channel. The default applies where nothing was set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ChannelSettings {
    pub mode: Mode,
    pub answers_in: AnswersIn,
    /// `None` unless it is a forum whose posts are to be answered.
    pub forum: Option<ForumSettings>,
}

/// How posts in a forum are answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ForumSettings {
    /// The tag that marks a post as solved.
    #[serde(serialize_with = "column::as_optional_text")]
    pub solved_tag: Option<u64>,
}

/// The settings of a channel kept in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Remembered {
    server: u64,
    settings: ChannelSettings,
    /// When the database was last known to have these settings; `None` until it has.
    saved: Option<Instant>,
}

impl FromRow<'_, Row> for ChannelSettings {
    fn from_row(row: &Row) -> sqlx::Result<Self> {
        let solved_tag = column::get_optional_id(row, "solved_tag")?;
        let is_forum = row.try_get::<i64, _>("forum")? != 0;
        Ok(Self {
            mode: Mode::get(row, "mode")?,
            answers_in: AnswersIn::get(row, "answers_in")?,
            forum: is_forum.then_some(ForumSettings { solved_tag }),
        })
    }
}

impl Store {
    /// The settings of a channel: from the store, or those last seen while it fails. Changes by
    /// another process are seen within half a minute.
    pub async fn channel_settings(&self, server: u64, channel: u64) -> ChannelSettings {
        let known = lock(&self.inner.settings).get(&channel).copied();
        let hold = self.inner.patience.settings_hold;
        match known {
            Some(known) if known.saved.is_some_and(|at| at.elapsed() < hold) => known.settings,
            _ => self.latest_channel_settings(server, channel).await,
        }
    }

    /// The last seen settings of a channel, however old, without reading the store; `None` if they
    /// were never seen.
    #[must_use]
    pub fn last_seen_settings(&self, channel: u64) -> Option<ChannelSettings> {
        let known = lock(&self.inner.settings).get(&channel).copied();
        known.map(|known| known.settings)
    }

    /// Like [`Self::channel_settings`], but always read now: for callers about to change them, so
    /// that they do not revert what another process has set.
    pub async fn latest_channel_settings(&self, server: u64, channel: u64) -> ChannelSettings {
        let known = lock(&self.inner.settings).get(&channel).copied();
        if let Some(Remembered {
            settings,
            saved: None,
            ..
        }) = known
        {
            // Opening the store saves pending settings.
            let _ = self.database().await;
            return settings;
        }
        let read = self
            .run(async |database| {
                sqlx::query_as("SELECT * FROM channel_settings WHERE channel = $1")
                    .bind(column::id(channel))
                    .fetch_optional(&database.pool)
                    .await
            })
            .await;
        match read {
            Ok(found) => {
                let settings = found.unwrap_or_default();
                self.remember(channel, server, settings, known);
                settings
            }
            Err(_) => known.map(|known| known.settings).unwrap_or_default(),
        }
    }

    /// Sets the settings of a channel. They apply at once, even if the store fails.
    ///
    /// # Errors
    /// Any [`StoreError`]. The settings are then kept in memory and written once the store is back;
    /// they are lost if the process ends first.
    pub async fn set_channel_settings(
        &self,
        server: u64,
        channel: u64,
        settings: ChannelSettings,
    ) -> Result<(), StoreError> {
        let unsaved = Remembered {
            server,
            settings,
            saved: None,
        };
        lock(&self.inner.settings).insert(channel, unsaved);
        self.run(async |database| save(&database, channel, &unsaved).await)
            .await?;
        self.saved(channel, settings);
        Ok(())
    }

    /// The channels of a server that have settings, with these settings.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn server_settings(
        &self,
        server: u64,
    ) -> Result<Vec<(u64, ChannelSettings)>, StoreError> {
        self.run(async |database| {
            let rows =
                sqlx::query("SELECT * FROM channel_settings WHERE server = $1 ORDER BY channel")
                    .bind(column::id(server))
                    .fetch_all(&database.pool)
                    .await?;
            let entry = |row| Ok((column::get_id(row, "channel")?, FromRow::from_row(row)?));
            rows.iter().map(entry).collect()
        })
        .await
    }

    /// Forgets the settings of a channel, for instance when it is deleted, and any digest that goes
    /// there.
    ///
    /// # Errors
    /// Any [`StoreError`]; the settings are then forgotten in memory only.
    pub async fn remove_channel_settings(&self, channel: u64) -> Result<(), StoreError> {
        lock(&self.inner.settings).remove(&channel);
        self.run(async |database| {
            for statement in [
                "DELETE FROM channel_settings WHERE channel = $1",
                "DELETE FROM digest_places WHERE channel = $1",
            ] {
                sqlx::query(statement)
                    .bind(column::id(channel))
                    .execute(&database.pool)
                    .await?;
            }
            Ok(())
        })
        .await
    }

    pub(super) fn forget_remembered(&self, server: u64) {
        lock(&self.inner.settings).retain(|_, known| known.server != server);
    }

    /// Writes settings that could not be written while the store failed.
    pub(super) async fn save_remembered(&self, database: &Database) {
        let waiting: Vec<(u64, Remembered)> = lock(&self.inner.settings)
            .iter()
            .filter(|(_, known)| known.saved.is_none())
            .map(|(channel, known)| (*channel, *known))
            .collect();
        for (channel, known) in waiting {
            match save(database, channel, &known).await {
                Ok(()) => self.saved(channel, known.settings),
                Err(error) => {
                    tracing::debug!(channel, %error, "settings wait for the store");
                    return;
                }
            }
        }
    }

    fn saved(&self, channel: u64, settings: ChannelSettings) {
        let mut memory = lock(&self.inner.settings);
        // They may have been changed again in the meantime.
        if let Some(known) = memory
            .get_mut(&channel)
            .filter(|known| known.settings == settings)
        {
            known.saved = Some(Instant::now());
        }
    }

    /// Keeps settings that were read, unless newer ones were set in the meantime.
    fn remember(
        &self,
        channel: u64,
        server: u64,
        settings: ChannelSettings,
        before: Option<Remembered>,
    ) {
        let mut memory = lock(&self.inner.settings);
        if memory.get(&channel) == before.as_ref() {
            let read = Remembered {
                server,
                settings,
                saved: Some(Instant::now()),
            };
            memory.insert(channel, read);
        }
    }
}

async fn save(database: &Database, channel: u64, known: &Remembered) -> sqlx::Result<()> {
    let settings = known.settings;
    sqlx::query(
        "INSERT INTO channel_settings (channel, server, mode, answers_in, forum, solved_tag) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (channel) DO UPDATE SET \
         server = excluded.server, mode = excluded.mode, answers_in = excluded.answers_in, \
         forum = excluded.forum, solved_tag = excluded.solved_tag",
    )
    .bind(column::id(channel))
    .bind(column::id(known.server))
    .bind(settings.mode.word())
    .bind(settings.answers_in.word())
    .bind(i64::from(settings.forum.is_some()))
    .bind(
        settings
            .forum
            .and_then(|forum| forum.solved_tag)
            .map(column::id),
    )
    .execute(&database.pool)
    .await
    .map(|_| ())
}
