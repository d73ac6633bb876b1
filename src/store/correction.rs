//! Answers to correct because their sources changed: a list of pending work that survives the end
//! of the process.
//!
//! An answer is listed once, however often its sources change. The list knows neither what changed
//! nor how to edit a message.

use jiff::Timestamp;
use sqlx::Row as _;

use super::answer::{self, PassageRef, ShownAnswer};
use super::column;
use super::database::Transaction;
use super::{Store, StoreError};

/// An answer to correct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    pub answer: ShownAnswer,
    /// The asker's locale.
    pub locale: String,
    /// When the current version of its sources was published.
    pub changed_at: Timestamp,
}

/// The pending corrections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    pub answers: u64,
    /// When the first of them may be tried; `None` if there are none.
    pub next: Option<Timestamp>,
}

impl Store {
    /// Answers with passages shown since a time in editable messages, newest first.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn quoting_since(&self, since: Timestamp) -> Result<Vec<ShownAnswer>, StoreError> {
        self.run(async |database| answer::quoting_since(&database, column::time(since)).await)
            .await
    }

    /// Puts answers on the list. One that is already listed keeps its place and takes the time of
    /// the later change.
    ///
    /// # Errors
    /// Any [`StoreError`]; nothing was changed.
    pub async fn queue_corrections(
        &self,
        messages: &[u64],
        changed_at: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(async |database| {
            let mut transaction = database.begin().await?;
            for message in messages {
                sqlx::query(
                    "INSERT INTO corrections (message, changed_at, not_before) \
                     SELECT a.message, $2, 0 FROM answers a WHERE a.message = $1 \
                     ON CONFLICT (message) DO UPDATE SET changed_at = excluded.changed_at",
                )
                .bind(column::id(*message))
                .bind(column::time(changed_at))
                .execute(&mut *transaction)
                .await?;
            }
            transaction.commit().await
        })
        .await
    }

    /// The newest answer on the list that may be tried now. It stays there until its outcome is
    /// reported.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn next_correction(&self, now: Timestamp) -> Result<Option<Correction>, StoreError> {
        self.run(async |database| {
            let row = sqlx::query(
                "SELECT c.message, c.changed_at, q.locale FROM corrections c \
                 JOIN answers a ON a.message = c.message JOIN questions q ON q.id = a.question \
                 WHERE c.not_before <= $1 ORDER BY a.shown_at DESC, a.message DESC LIMIT 1",
            )
            .bind(column::time(now))
            .fetch_optional(&database.pool)
            .await?;
            let Some(row) = row else {
                return Ok(None);
            };
            let answer = answer::of_message(&database, row.try_get("message")?).await?;
            let (locale, changed_at) = (
                row.try_get("locale")?,
                column::get_time(&row, "changed_at")?,
            );
            Ok(answer.map(|answer| Correction {
                answer,
                locale,
                changed_at,
            }))
        })
        .await
    }

    /// How many corrections are pending.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn corrections_waiting(&self) -> Result<Waiting, StoreError> {
        self.run(async |database| {
            let row =
                sqlx::query("SELECT COUNT(*) AS answers, MIN(not_before) AS next FROM corrections")
                    .fetch_one(&database.pool)
                    .await?;
            let next: Option<i64> = row.try_get("next")?;
            let next = next.map(Timestamp::from_millisecond).transpose();
            Ok(Waiting {
                answers: column::get_id(&row, "answers")?,
                next: next.map_err(|error| column::foreign("next", error))?,
            })
        })
        .await
    }

    /// Records that the message now shows these passages. Returns false if the answer was replaced
    /// after it was read; it then stays on the list.
    ///
    /// # Errors
    /// Any [`StoreError`]; nothing was changed.
    pub async fn corrected(
        &self,
        answer: &ShownAnswer,
        passages: &[PassageRef],
    ) -> Result<bool, StoreError> {
        self.run(async |database| {
            let mut transaction = database.begin().await?;
            let done = sqlx::query(
                "DELETE FROM corrections WHERE message = $1 AND EXISTS \
                 (SELECT 1 FROM answers a WHERE a.message = $1 AND a.shown_at = $2)",
            )
            .bind(column::id(answer.message))
            .bind(column::time(answer.shown_at))
            .execute(&mut *transaction)
            .await?;
            if done.rows_affected() == 0 {
                return Ok(false);
            }
            answer::replace_passages(&mut transaction, answer.message, passages).await?;
            transaction.commit().await?;
            Ok(true)
        })
        .await
    }

    /// Takes an answer that no longer needs correcting off the list.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn drop_correction(&self, message: u64) -> Result<(), StoreError> {
        self.execute(message, &["DELETE FROM corrections WHERE message = $1"])
            .await
    }

    /// Takes the answers of a channel off the list until their sources change again.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn drop_corrections_in(&self, channel: u64) -> Result<(), StoreError> {
        self.execute(
            channel,
            &["DELETE FROM corrections WHERE message IN \
               (SELECT message FROM answers WHERE channel = $1)"],
        )
        .await
    }

    /// Postpones the corrections of a channel until a time.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn hold_corrections(&self, channel: u64, until: Timestamp) -> Result<(), StoreError> {
        self.run(async |database| {
            sqlx::query(
                "UPDATE corrections SET not_before = $2 WHERE message IN \
                 (SELECT message FROM answers WHERE channel = $1)",
            )
            .bind(column::id(channel))
            .bind(column::time(until))
            .execute(&database.pool)
            .await
            .map(drop)
        })
        .await
    }

    /// Excludes an answer from all further corrections.
    ///
    /// # Errors
    /// Any [`StoreError`]; nothing was changed.
    pub async fn leave_answer_alone(&self, message: u64) -> Result<(), StoreError> {
        self.execute(
            message,
            &[
                "UPDATE answers SET editable = 0 WHERE message = $1",
                "DELETE FROM corrections WHERE message = $1",
            ],
        )
        .await
    }

    /// Excludes all answers shown in a channel so far from further corrections.
    ///
    /// # Errors
    /// Any [`StoreError`]; nothing was changed.
    pub async fn leave_channel_alone(&self, channel: u64) -> Result<(), StoreError> {
        self.execute(
            channel,
            &[
                "UPDATE answers SET editable = 0 WHERE channel = $1",
                "DELETE FROM corrections WHERE message IN \
                 (SELECT message FROM answers WHERE channel = $1)",
            ],
        )
        .await
    }

    /// Runs statements about one id, all or none.
    async fn execute(&self, id: u64, statements: &[&'static str]) -> Result<(), StoreError> {
        self.run(async |database| {
            let mut transaction: Transaction = database.begin().await?;
            for statement in statements {
                sqlx::query(*statement)
                    .bind(column::id(id))
                    .execute(&mut *transaction)
                    .await?;
            }
            transaction.commit().await
        })
        .await
    }
}
