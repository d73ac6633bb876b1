//! Answers that are to be corrected because their sources changed: a list of what is still to be
//! done, which outlives whatever ends the process.
//!
//! An answer stands in it once, however often its sources changed. It knows neither what changed
//! nor how a message is edited.

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
    /// Of whoever asked.
    pub locale: String,
    /// When what its sources say now was published.
    pub changed_at: Timestamp,
}

/// What is still to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    pub answers: u64,
    /// When the first of them may be tried; `None` without any.
    pub next: Option<Timestamp>,
}

impl Store {
    /// Answers with passages that were shown since a time in messages that can be edited, newest
    /// first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn quoting_since(&self, since: Timestamp) -> Result<Vec<ShownAnswer>, StoreError> {
        self.run(async |database| answer::quoting_since(&database, column::time(since)).await)
            .await
    }

    /// Puts answers on the list. One that stands there already keeps its place and is told the
    /// later change.
    ///
    /// # Errors
    /// When the store fails; nothing was changed.
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

    /// The newest answer on the list that may be tried now. It stays there until it is said what
    /// became of it.
    ///
    /// # Errors
    /// When the store fails.
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

    /// How much is still to be done.
    ///
    /// # Errors
    /// When the store fails.
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

    /// The message tells now of these passages. Whether that holds: not when the answer has become
    /// another one since it was read, which is then still on the list.
    ///
    /// # Errors
    /// When the store fails; nothing was changed.
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

    /// Takes an answer off the list that needs no correction any more.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn drop_correction(&self, message: u64) -> Result<(), StoreError> {
        self.execute(message, &["DELETE FROM corrections WHERE message = $1"])
            .await
    }

    /// Takes the answers of a channel off the list until their sources change again.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn drop_corrections_in(&self, channel: u64) -> Result<(), StoreError> {
        self.execute(
            channel,
            &["DELETE FROM corrections WHERE message IN \
               (SELECT message FROM answers WHERE channel = $1)"],
        )
        .await
    }

    /// Puts the corrections of a channel off until a time.
    ///
    /// # Errors
    /// When the store fails.
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

    /// Never tries again to correct an answer.
    ///
    /// # Errors
    /// When the store fails; nothing was changed.
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

    /// Never tries again to correct what a channel shows by now.
    ///
    /// # Errors
    /// When the store fails; nothing was changed.
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

    /// Statements about one id, all or none.
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
