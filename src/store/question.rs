//! Recorded questions.

use std::hash::{BuildHasher as _, RandomState};

use jiff::Timestamp;
use serde::Serialize;
use sqlx::{FromRow, Row as _};

use super::column::{self, words};
use super::database::{Database, Row};
use super::{Answered, Store, StoreError, answer, wording};
use crate::config::QuestionPrivacy;

/// The id of a question. Random, so that the id of a forgotten one is never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct QuestionId(#[serde(serialize_with = "column::as_text")] pub u64);

impl QuestionId {
    /// A new id, which can be used before the question is recorded.
    #[must_use]
    pub fn random() -> Self {
        Self(random())
    }
}

/// A unique number.
pub(super) fn random() -> u64 {
    // A system without randomness still seeds its hash maps.
    getrandom::u64().unwrap_or_else(|_| RandomState::new().hash_one(Timestamp::now()))
}

words! {
    /// What became of a question.
    pub enum Outcome {
        Answered = "answered",
        /// The nearest passages were shown, but none of them answers.
        Closest = "closest",
        NotCovered = "not_covered",
    }
}

/// A question to record.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// Chosen by the caller and never reused.
    pub id: QuestionId,
    pub asker: u64,
    /// `None` in a direct message.
    pub server: Option<u64>,
    pub channel: u64,
    /// The message that asked the question, if it came from a message.
    pub message: Option<u64>,
    pub asked_at: Timestamp,
    /// The asker's locale, such as `en-GB`.
    pub locale: &'a str,
    /// Kept as `privacy.questions` says.
    pub text: &'a str,
    pub outcome: Outcome,
    /// The generation of the index that answered.
    pub generation: u64,
    /// The question that this one follows up.
    pub follows: Option<QuestionId>,
    /// Whether others on the server could read the question where it was asked, so that it may be
    /// suggested to them.
    pub public: bool,
    /// Time from receiving the question to showing the answer, in milliseconds; `None` if nothing
    /// was shown.
    pub took_ms: Option<u64>,
}

/// A question as the store knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PastQuestion {
    pub id: QuestionId,
    pub asked_at: Timestamp,
    #[serde(serialize_with = "column::as_text")]
    pub asker: u64,
    #[serde(serialize_with = "column::as_optional_text")]
    pub server: Option<u64>,
    #[serde(serialize_with = "column::as_text")]
    pub channel: u64,
    #[serde(serialize_with = "column::as_optional_text")]
    pub message: Option<u64>,
    pub locale: String,
    /// `None` where texts are not kept.
    pub text: Option<String>,
    pub outcome: Outcome,
    pub generation: u64,
    pub follows: Option<QuestionId>,
    pub public: bool,
    /// Votes for and against its answers.
    pub up: u64,
    pub down: u64,
}

/// Begins every statement that reads questions.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT q.id, q.asked_at, q.asker, q.server, q.channel, q.message, q.locale, q.text, \
             q.outcome, q.generation, q.follows, q.public, \
             (SELECT COUNT(*) FROM answers a JOIN votes v ON v.message = a.message \
             WHERE a.question = q.id AND v.opinion = 'up') AS up, \
             (SELECT COUNT(*) FROM answers a JOIN votes v ON v.message = a.message \
             WHERE a.question = q.id AND v.opinion = 'down') AS down \
             FROM questions q ",
            $rest
        )
    };
}

impl FromRow<'_, Row> for PastQuestion {
    fn from_row(row: &Row) -> sqlx::Result<Self> {
        Ok(Self {
            id: QuestionId(column::get_id(row, "id")?),
            asked_at: column::get_time(row, "asked_at")?,
            asker: column::get_id(row, "asker")?,
            server: column::get_optional_id(row, "server")?,
            channel: column::get_id(row, "channel")?,
            message: column::get_optional_id(row, "message")?,
            locale: row.try_get("locale")?,
            text: row.try_get("text")?,
            outcome: Outcome::get(row, "outcome")?,
            generation: column::get_id(row, "generation")?,
            follows: column::get_optional_id(row, "follows")?.map(QuestionId),
            public: row.try_get::<i64, _>("public")? != 0,
            up: column::get_id(row, "up")?,
            down: column::get_id(row, "down")?,
        })
    }
}

impl Store {
    /// Records a question with its answer, if it has one; returns its id.
    ///
    /// # Errors
    /// Any [`StoreError`], also if the id is already known; nothing was recorded.
    pub async fn record_question(
        &self,
        asked: &Asked<'_>,
        answered: Option<&Answered<'_>>,
    ) -> Result<QuestionId, StoreError> {
        self.run(async |database| {
            let (text, hash) = self.kept(&database, asked.text);
            let mut transaction = database.begin().await?;
            // If the followed question was forgotten in the meantime, the reference is dropped.
            sqlx::query(
                "INSERT INTO questions (id, asked_at, asker, server, channel, message, locale, \
                 text, text_hash, outcome, generation, follows, public, took_ms) VALUES ($1, $2, $3, \
                 $4, $5, $6, $7, $8, $9, $10, $11, (SELECT id FROM questions WHERE id = $12), $13, \
                 $14)",
            )
            .bind(column::id(asked.id.0))
            .bind(column::time(asked.asked_at))
            .bind(column::id(asked.asker))
            .bind(asked.server.map(column::id))
            .bind(column::id(asked.channel))
            .bind(asked.message.map(column::id))
            .bind(asked.locale.to_owned())
            .bind(text)
            .bind(hash)
            .bind(asked.outcome.word())
            .bind(column::id(asked.generation))
            .bind(asked.follows.map(|earlier| column::id(earlier.0)))
            .bind(i64::from(asked.public))
            .bind(asked.took_ms.map(|it| i64::try_from(it).unwrap_or(i64::MAX)))
            .execute(&mut *transaction)
            .await?;
            if let Some(answered) = answered {
                answer::insert(&mut transaction, answered).await?;
            }
            transaction.commit().await?;
            Ok(asked.id)
        })
        .await
    }

    /// Replaces the text and outcome of a question that its asker has edited. Returns whether the
    /// store knew the question.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn revise_question(
        &self,
        question: QuestionId,
        text: &str,
        outcome: Outcome,
        generation: u64,
    ) -> Result<bool, StoreError> {
        self.run(async |database| {
            let (text, hash) = self.kept(&database, text);
            let done = sqlx::query(
                "UPDATE questions SET text = $2, text_hash = $3, outcome = $4, generation = $5 \
                 WHERE id = $1",
            )
            .bind(column::id(question.0))
            .bind(text)
            .bind(hash)
            .bind(outcome.word())
            .bind(column::id(generation))
            .execute(&database.pool)
            .await?;
            Ok(done.rows_affected() > 0)
        })
        .await
    }

    /// Removes a question, its answers and their passages, for instance when its message is
    /// deleted. Returns whether the store knew it.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn remove_question(&self, question: QuestionId) -> Result<bool, StoreError> {
        self.run(async |database| {
            let done = sqlx::query("DELETE FROM questions WHERE id = $1")
                .bind(column::id(question.0))
                .execute(&database.pool)
                .await?;
            Ok(done.rows_affected() > 0)
        })
        .await
    }

    /// A question followed by the earlier ones that it follows up, at most `limit` in all.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn conversation(
        &self,
        question: QuestionId,
        limit: usize,
    ) -> Result<Vec<PastQuestion>, StoreError> {
        self.run(async |database| {
            let mut chain: Vec<PastQuestion> = Vec::new();
            let mut next = Some(question);
            while let Some(id) = next.filter(|_| chain.len() < limit) {
                let found: Option<PastQuestion> = sqlx::query_as(select!("WHERE q.id = $1"))
                    .bind(column::id(id.0))
                    .fetch_optional(&database.pool)
                    .await?;
                next = found.as_ref().and_then(|question| question.follows);
                chain.extend(found);
            }
            Ok(chain)
        })
        .await
    }

    /// Questions since a time on one server, or everywhere with `None`; newest first, at most
    /// `limit`.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn questions_since(
        &self,
        server: Option<u64>,
        since: Timestamp,
        limit: u32,
    ) -> Result<Vec<PastQuestion>, StoreError> {
        self.run(async |database| {
            sqlx::query_as(select!(
                "WHERE q.asked_at >= $1 AND (CAST($2 AS BIGINT) IS NULL OR q.server = $2) \
                 ORDER BY q.asked_at DESC, q.id LIMIT $3"
            ))
            .bind(column::time(since))
            .bind(server.map(column::id))
            .bind(i64::from(limit))
            .fetch_all(&database.pool)
            .await
        })
        .await
    }

    /// Texts of public questions that were answered on a server and not voted down, the most asked
    /// (by different people) first, each wording once, at most `limit`. Reads all of the server's
    /// questions, so cache the result for a while.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn popular(&self, server: u64, limit: u32) -> Result<Vec<String>, StoreError> {
        self.run(async |database| {
            sqlx::query_scalar(
                "SELECT MIN(q.text) FROM questions q \
                 LEFT JOIN (SELECT a.question AS question, \
                 SUM(CASE WHEN v.opinion = 'up' THEN 1 ELSE 0 END) AS up, \
                 SUM(CASE WHEN v.opinion = 'down' THEN 1 ELSE 0 END) AS down \
                 FROM votes v JOIN answers a ON a.message = v.message \
                 WHERE v.server = $1 GROUP BY a.question) f ON f.question = q.id \
                 WHERE q.server = $1 AND q.public = 1 AND q.outcome = 'answered' \
                 AND q.text IS NOT NULL GROUP BY q.text_hash \
                 HAVING COALESCE(SUM(f.down), 0) = 0 \
                 OR COALESCE(SUM(f.up), 0) > COALESCE(SUM(f.down), 0) \
                 ORDER BY COUNT(DISTINCT q.asker) DESC, MAX(q.asked_at) DESC, MIN(q.text) \
                 LIMIT $2",
            )
            .bind(column::id(server))
            .bind(i64::from(limit))
            .fetch_all(&database.pool)
            .await
        })
        .await
    }

    /// The text to keep and its hash, as far as `privacy.questions` allows.
    fn kept(&self, database: &Database, text: &str) -> (Option<String>, Option<String>) {
        let hash = || Some(wording::hash(&database.salt, text));
        match self.inner.privacy.questions {
            QuestionPrivacy::Full => (Some(storable(text)), hash()),
            QuestionPrivacy::Hashed => (None, hash()),
            QuestionPrivacy::Off => (None, None),
        }
    }
}

/// Strips NUL, which not every database accepts in a text.
pub(super) fn storable(text: &str) -> String {
    text.replace('\0', "")
}

pub(super) async fn of_asker(database: &Database, asker: u64) -> sqlx::Result<Vec<PastQuestion>> {
    sqlx::query_as(select!("WHERE q.asker = $1 ORDER BY q.asked_at, q.id"))
        .bind(column::id(asker))
        .fetch_all(&database.pool)
        .await
}
