//! Shown answers: which message shows which passages for which question.

use jiff::Timestamp;
use serde::Serialize;
use sqlx::Row as _;

use super::column;
use super::database::{Database, Row, Sql, Transaction};
use super::question::storable;
use super::{QuestionId, Store, StoreError};

/// A shown passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PassageRef {
    /// The article's path below the corpus.
    pub article: String,
    /// The passage's position in the article.
    pub position: u32,
    /// Identifies its section, in the caller's own way. `None` if it was shown before sections were
    /// recorded.
    #[serde(serialize_with = "column::as_optional_text")]
    pub section: Option<u64>,
    /// A hash of the passage's text, of the caller's choice. Empty once the passage is gone.
    pub hash: String,
    /// Whether the passage's text has changed since the answer quoted it.
    pub changed: bool,
}

/// An answer to record.
#[derive(Debug, Clone)]
pub struct Answered<'a> {
    /// The message that shows it.
    pub message: u64,
    /// The channel or thread of that message.
    pub channel: u64,
    pub question: QuestionId,
    pub generation: u64,
    pub shown_at: Timestamp,
    /// Whether the message can be edited later: one visible to a single person cannot.
    pub editable: bool,
    /// Best first.
    pub passages: &'a [PassageRef],
}

/// An answer as the store knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShownAnswer {
    #[serde(serialize_with = "column::as_text")]
    pub message: u64,
    #[serde(serialize_with = "column::as_text")]
    pub channel: u64,
    pub question: QuestionId,
    #[serde(serialize_with = "column::as_text")]
    pub asker: u64,
    #[serde(serialize_with = "column::as_optional_text")]
    pub server: Option<u64>,
    /// The message that asked the question, if it came from a message.
    #[serde(serialize_with = "column::as_optional_text")]
    pub question_message: Option<u64>,
    pub generation: u64,
    pub shown_at: Timestamp,
    /// Best first.
    pub passages: Vec<PassageRef>,
}

/// Begins every statement that reads answers: one row per passage, or one row for an answer without
/// passages.
macro_rules! select {
    ($condition:literal) => {
        concat!(
            "SELECT a.message, a.channel, a.question, q.asker, q.server, \
             q.message AS question_message, a.generation, a.shown_at, p.article, p.position, \
             p.section, p.hash, p.changed FROM answers a JOIN questions q ON q.id = a.question \
             LEFT JOIN passages p ON p.message = a.message WHERE ",
            $condition,
            " ORDER BY a.shown_at DESC, a.message, p.place"
        )
    };
}

impl Store {
    /// Records an answer. A message shows one answer: recording it again (after an edit, say)
    /// replaces the earlier record. Does nothing if the question has been forgotten in the
    /// meantime.
    ///
    /// # Errors
    /// Any [`StoreError`]; nothing was changed.
    pub async fn record_answer(&self, answer: &Answered<'_>) -> Result<(), StoreError> {
        self.run(async |database| {
            let mut transaction = database.begin().await?;
            insert(&mut transaction, answer).await?;
            transaction.commit().await
        })
        .await
    }

    /// The answer that a message shows.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn answer(&self, message: u64) -> Result<Option<ShownAnswer>, StoreError> {
        self.run(async |database| of_message(&database, column::id(message)).await)
            .await
    }

    /// The answers to the question that a message asked, newest first.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn answers_to(&self, message: u64) -> Result<Vec<ShownAnswer>, StoreError> {
        self.run(async |database| {
            read(&database, select!("q.message = $1"), column::id(message)).await
        })
        .await
    }

    /// The newest answer in a channel or thread.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn latest_answer(&self, channel: u64) -> Result<Option<ShownAnswer>, StoreError> {
        self.run(async |database| {
            let statement = select!(
                "a.message = (SELECT message FROM answers WHERE channel = $1 \
                 ORDER BY shown_at DESC, message DESC LIMIT 1)"
            );
            let found = read(&database, statement, column::id(channel)).await?;
            Ok(found.into_iter().next())
        })
        .await
    }

    /// Answers shown since a time with the passages they quote, newest first.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn answers_since(&self, since: Timestamp) -> Result<Vec<ShownAnswer>, StoreError> {
        self.run(async |database| {
            read(&database, select!("a.shown_at >= $1"), column::time(since)).await
        })
        .await
    }

    /// Removes the record of an answer whose message was deleted; the question stays. Returns
    /// whether the store knew the answer.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn remove_answer(&self, message: u64) -> Result<bool, StoreError> {
        self.run(async |database| {
            let done = sqlx::query("DELETE FROM answers WHERE message = $1")
                .bind(column::id(message))
                .execute(&database.pool)
                .await?;
            Ok(done.rows_affected() > 0)
        })
        .await
    }
}

/// Like [`Store::record_answer`], but within a larger transaction.
pub(super) async fn insert(
    transaction: &mut Transaction,
    answer: &Answered<'_>,
) -> sqlx::Result<()> {
    let done = sqlx::query(
        "INSERT INTO answers (message, channel, question, generation, shown_at, editable) \
         SELECT $1, $2, q.id, $4, $5, $6 FROM questions q WHERE q.id = $3 \
         ON CONFLICT (message) DO UPDATE SET channel = excluded.channel, \
         question = excluded.question, generation = excluded.generation, \
         shown_at = excluded.shown_at, editable = excluded.editable",
    )
    .bind(column::id(answer.message))
    .bind(column::id(answer.channel))
    .bind(column::id(answer.question.0))
    .bind(column::id(answer.generation))
    .bind(column::time(answer.shown_at))
    .bind(i64::from(answer.editable))
    .execute(&mut **transaction)
    .await?;
    if done.rows_affected() > 0 {
        replace_passages(transaction, answer.message, answer.passages).await?;
    }
    Ok(())
}

/// Replaces the passages of an answer.
pub(super) async fn replace_passages(
    transaction: &mut Transaction,
    message: u64,
    passages: &[PassageRef],
) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM passages WHERE message = $1")
        .bind(column::id(message))
        .execute(&mut **transaction)
        .await?;
    if passages.is_empty() {
        return Ok(());
    }
    let columns =
        "INSERT INTO passages (message, place, article, position, section, hash, changed) ";
    sqlx::QueryBuilder::<Sql>::new(columns)
        .push_values((0_i64..).zip(passages), |mut row, (place, passage)| {
            row.push_bind(column::id(message))
                .push_bind(place)
                .push_bind(storable(&passage.article))
                .push_bind(i64::from(passage.position))
                .push_bind(passage.section.map(column::id))
                .push_bind(passage.hash.clone())
                .push_bind(i64::from(passage.changed));
        })
        .build()
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

pub(super) async fn of_asker(database: &Database, asker: u64) -> sqlx::Result<Vec<ShownAnswer>> {
    read(database, select!("q.asker = $1"), column::id(asker)).await
}

pub(super) async fn quoting_since(
    database: &Database,
    since: i64,
) -> sqlx::Result<Vec<ShownAnswer>> {
    let quoting = select!("a.shown_at >= $1 AND a.editable = 1 AND q.outcome <> 'not_covered'");
    read(database, quoting, since).await
}

pub(super) async fn of_message(
    database: &Database,
    message: i64,
) -> sqlx::Result<Option<ShownAnswer>> {
    let found = read(database, select!("a.message = $1"), message).await?;
    Ok(found.into_iter().next())
}

async fn read(
    database: &Database,
    statement: &'static str,
    key: i64,
) -> sqlx::Result<Vec<ShownAnswer>> {
    let rows = sqlx::query(statement)
        .bind(key)
        .fetch_all(&database.pool)
        .await?;
    let mut answers: Vec<ShownAnswer> = Vec::new();
    for row in &rows {
        let message = column::get_id(row, "message")?;
        if answers.last().is_none_or(|last| last.message != message) {
            answers.push(without_passages(row, message)?);
        }
        if let (Some(answer), Some(passage)) = (answers.last_mut(), passage(row)?) {
            answer.passages.push(passage);
        }
    }
    Ok(answers)
}

fn without_passages(row: &Row, message: u64) -> sqlx::Result<ShownAnswer> {
    Ok(ShownAnswer {
        message,
        channel: column::get_id(row, "channel")?,
        question: QuestionId(column::get_id(row, "question")?),
        asker: column::get_id(row, "asker")?,
        server: column::get_optional_id(row, "server")?,
        question_message: column::get_optional_id(row, "question_message")?,
        generation: column::get_id(row, "generation")?,
        shown_at: column::get_time(row, "shown_at")?,
        passages: Vec::new(),
    })
}

fn passage(row: &Row) -> sqlx::Result<Option<PassageRef>> {
    let Some(article) = row.try_get("article")? else {
        return Ok(None);
    };
    let position: i64 = row.try_get("position")?;
    Ok(Some(PassageRef {
        article,
        position: u32::try_from(position).map_err(|error| column::foreign("position", error))?,
        section: column::get_optional_id(row, "section")?,
        hash: row.try_get("hash")?,
        changed: row.try_get::<i64, _>("changed")? != 0,
    }))
}
