//! What is known about a person, and how it is removed: on request, when the bot leaves their
//! server, and automatically after `privacy.keep_days`.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use sqlx::Row as _;

use super::column;
use super::database::{Database, Row, Transaction};
use super::{
    AuditEntry, Change, MissedId, Opinion, PastQuestion, Reason, ShownAnswer, Store, StoreError,
    answer, audit, change, missed, question, wording,
};
use crate::config::QuestionPrivacy;

/// Rows removed in one statement: a few milliseconds of work, far less than others are ready to
/// wait.
const BATCH: i64 = 500;

/// Everything the store knows about a person. Ids are text in exports.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct UserData {
    pub questions: Vec<PastQuestion>,
    pub answers: Vec<ShownAnswer>,
    pub votes: Vec<OwnVote>,
    pub reports: Vec<OwnReport>,
    /// Missed questions assigned to the person.
    pub assigned: Vec<MissedId>,
    /// What the person did as an admin.
    pub actions: Vec<AuditEntry>,
    /// Changes that the person made or undid.
    pub changes: Vec<Change>,
}

impl UserData {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A vote by the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnVote {
    #[serde(serialize_with = "column::as_text")]
    pub message: u64,
    #[serde(serialize_with = "column::as_optional_text")]
    pub server: Option<u64>,
    pub opinion: Opinion,
    pub reason: Option<Reason>,
    pub voted_at: Timestamp,
}

/// A missed question that the person reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnReport {
    pub missed: MissedId,
    #[serde(serialize_with = "column::as_optional_text")]
    pub server: Option<u64>,
    pub text: String,
    #[serde(serialize_with = "column::as_text")]
    pub channel: u64,
    pub locale: String,
    pub remind: bool,
    pub reported_at: Timestamp,
    pub reminded_at: Option<Timestamp>,
}

/// How much was removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Removed {
    pub questions: u64,
    pub answers: u64,
    pub votes: u64,
    pub reports: u64,
    pub missed: u64,
    /// Channels whose settings were removed.
    pub settings: u64,
    /// Texts removed from questions that stay, because `privacy.questions` does not keep texts.
    pub texts: u64,
}

impl Removed {
    /// Whether nothing was removed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Store {
    /// Everything about a person.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn show(&self, user: u64) -> Result<UserData, StoreError> {
        self.run(async |database| {
            let reports = missed::of_reporter(&database, user).await?;
            Ok(UserData {
                questions: question::of_asker(&database, user).await?,
                answers: answer::of_asker(&database, user).await?,
                votes: votes_of(&database, user).await?,
                reports: reports
                    .iter()
                    .map(own_report)
                    .collect::<sqlx::Result<_>>()?,
                assigned: assigned_to(&database, user).await?,
                actions: audit::of_person(&database, user).await?,
                changes: change::of_person(&database, user).await?,
            })
        })
        .await
    }

    /// Removes everything about a person. A missed question that others reported too stays, without
    /// any trace of the person; questions assigned to them become open again.
    ///
    /// # Errors
    /// Any [`StoreError`]; nothing was removed.
    pub async fn forget(&self, user: u64) -> Result<Removed, StoreError> {
        self.run(async |database| {
            let decided = texts_of(&database, user).await?;
            let user = column::id(user);
            let mut transaction = database.begin().await?;
            let mut delete = async |statement| remove(&mut transaction, statement, user).await;
            let mut removed = Removed {
                answers: delete(
                    "DELETE FROM answers WHERE question IN \
                     (SELECT id FROM questions WHERE asker = $1)",
                )
                .await?,
                questions: delete("DELETE FROM questions WHERE asker = $1").await?,
                votes: delete("DELETE FROM votes WHERE voter = $1").await?,
                reports: delete("DELETE FROM reports WHERE reporter = $1").await?,
                ..Removed::default()
            };
            delete(
                "UPDATE missed SET state = 'open', assignee = NULL \
                 WHERE assignee = $1 AND state = 'assigned'",
            )
            .await?;
            delete("UPDATE audit SET who = NULL WHERE who = $1").await?;
            delete("UPDATE changes SET author = NULL WHERE author = $1").await?;
            delete("UPDATE changes SET undone_by = NULL WHERE undone_by = $1").await?;
            for id in decided {
                let unreported = "DELETE FROM missed WHERE id = $1 \
                                  AND id NOT IN (SELECT missed FROM reports)";
                removed.missed += remove(&mut transaction, unreported, id).await?;
            }
            let unreported = missed::remove_unreported(&mut *transaction, i64::MIN).await?;
            removed.missed += unreported;
            transaction.commit().await?;
            scrub(&database).await;
            Ok(removed)
        })
        .await
    }

    /// Removes everything that belongs to a server, for instance when the bot has left it.
    ///
    /// # Errors
    /// Any [`StoreError`]; what is left is removed by the next call.
    pub async fn forget_server(&self, server: u64) -> Result<Removed, StoreError> {
        self.forget_remembered(server);
        self.run(async |database| {
            let delete =
                async |statement| in_batches(&database, statement, column::id(server)).await;
            let removed = Removed {
                answers: delete(
                    "DELETE FROM answers WHERE message IN (SELECT a.message FROM questions q \
                     JOIN answers a ON a.question = q.id WHERE q.server = $1 LIMIT $2)",
                )
                .await?,
                questions: delete(
                    "DELETE FROM questions WHERE id IN \
                     (SELECT id FROM questions WHERE server = $1 LIMIT $2)",
                )
                .await?,
                votes: delete(
                    "DELETE FROM votes WHERE (message, voter) IN \
                     (SELECT message, voter FROM votes WHERE server = $1 LIMIT $2)",
                )
                .await?,
                reports: delete(
                    "DELETE FROM reports WHERE (missed, reporter) IN \
                     (SELECT r.missed, r.reporter FROM missed m JOIN reports r ON r.missed = m.id \
                     WHERE m.server = $1 LIMIT $2)",
                )
                .await?,
                missed: delete(
                    "DELETE FROM missed WHERE id IN \
                     (SELECT id FROM missed WHERE server = $1 LIMIT $2)",
                )
                .await?,
                settings: delete(
                    "DELETE FROM channel_settings WHERE channel IN \
                     (SELECT channel FROM channel_settings WHERE server = $1 LIMIT $2)",
                )
                .await?,
                texts: 0,
            };
            delete(
                "DELETE FROM audit WHERE id IN \
                 (SELECT id FROM audit WHERE server = $1 LIMIT $2)",
            )
            .await?;
            delete(
                "DELETE FROM digest_places WHERE server IN \
                 (SELECT server FROM digest_places WHERE server = $1 LIMIT $2)",
            )
            .await?;
            delete(
                "DELETE FROM digests WHERE (server, week) IN \
                 (SELECT server, week FROM digests WHERE server = $1 LIMIT $2)",
            )
            .await?;
            scrub(&database).await;
            Ok(removed)
        })
        .await
    }

    /// All servers with stored data. The caller forgets those that the bot was removed from while
    /// it was not running.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn servers(&self) -> Result<Vec<u64>, StoreError> {
        self.run(async |database| {
            let servers: Vec<i64> = sqlx::query_scalar(
                "SELECT server FROM questions WHERE server IS NOT NULL \
                 UNION SELECT server FROM votes WHERE server IS NOT NULL \
                 UNION SELECT server FROM missed WHERE server IS NOT NULL \
                 UNION SELECT server FROM audit WHERE server IS NOT NULL \
                 UNION SELECT server FROM digests \
                 UNION SELECT server FROM digest_places \
                 UNION SELECT server FROM channel_settings ORDER BY server",
            )
            .fetch_all(&database.pool)
            .await?;
            Ok(servers.into_iter().map(i64::cast_unsigned).collect())
        })
        .await
    }

    /// Removes what is older than `privacy.keep_days`: questions with their answers, answers,
    /// votes, reports, and missed questions without reports. Settings do not expire. Texts are
    /// removed too if `privacy.questions` no longer keeps them. Call this at least daily.
    ///
    /// # Errors
    /// Any [`StoreError`]; what is left is removed by the next call.
    pub async fn purge(&self, now: Timestamp) -> Result<Removed, StoreError> {
        let kept = SignedDuration::from_hours(24 * i64::from(self.inner.privacy.keep_days));
        let oldest = column::time(now.checked_sub(kept).unwrap_or(Timestamp::MIN));
        let unwanted_texts = match self.inner.privacy.questions {
            QuestionPrivacy::Full => None,
            QuestionPrivacy::Hashed => Some(
                "UPDATE questions SET text = NULL WHERE id IN (SELECT id FROM questions \
                 WHERE asked_at >= $1 AND text IS NOT NULL LIMIT $2)",
            ),
            QuestionPrivacy::Off => Some(
                "UPDATE questions SET text = NULL, text_hash = NULL WHERE id IN \
                 (SELECT id FROM questions WHERE asked_at >= $1 \
                 AND (text IS NOT NULL OR text_hash IS NOT NULL) LIMIT $2)",
            ),
        };
        self.run(async |database| {
            let delete = async |statement| in_batches(&database, statement, oldest).await;
            let removed = Removed {
                answers: delete(
                    "DELETE FROM answers WHERE message IN \
                     (SELECT message FROM answers WHERE shown_at < $1 LIMIT $2)",
                )
                .await?
                    + delete(
                        "DELETE FROM answers WHERE message IN (SELECT a.message FROM questions q \
                         JOIN answers a ON a.question = q.id WHERE q.asked_at < $1 LIMIT $2)",
                    )
                    .await?,
                questions: delete(
                    "DELETE FROM questions WHERE id IN \
                     (SELECT id FROM questions WHERE asked_at < $1 LIMIT $2)",
                )
                .await?,
                votes: delete(
                    "DELETE FROM votes WHERE (message, voter) IN \
                     (SELECT message, voter FROM votes WHERE voted_at < $1 LIMIT $2)",
                )
                .await?,
                reports: delete(
                    "DELETE FROM reports WHERE (missed, reporter) IN \
                     (SELECT missed, reporter FROM reports WHERE reported_at < $1 LIMIT $2)",
                )
                .await?,
                missed: missed::remove_unreported(&database.pool, oldest).await?,
                settings: 0,
                texts: match unwanted_texts {
                    Some(statement) => delete(statement).await?,
                    None => 0,
                },
            };
            for statement in [
                "DELETE FROM audit WHERE id IN \
                 (SELECT id FROM audit WHERE done_at < $1 LIMIT $2)",
                "DELETE FROM changes WHERE id IN (SELECT id FROM changes \
                 WHERE changed_at < $1 AND state <> 'applied' LIMIT $2)",
                // The change stays in force, but its author is forgotten.
                "UPDATE changes SET author = NULL WHERE id IN (SELECT id FROM changes \
                 WHERE changed_at < $1 AND author IS NOT NULL LIMIT $2)",
            ] {
                delete(statement).await?;
            }
            // Scrub every time: an earlier removal may have been left in the log by a concurrent
            // reader.
            scrub(&database).await;
            Ok(removed)
        })
        .await
    }
}

/// Removes many rows, `$2` at a time, so that other writers get their turn.
async fn in_batches(database: &Database, statement: &'static str, key: i64) -> sqlx::Result<u64> {
    let mut total = 0;
    loop {
        let done = sqlx::query(statement)
            .bind(key)
            .bind(BATCH)
            .execute(&database.pool)
            .await?;
        total += done.rows_affected();
        if done.rows_affected() < BATCH.cast_unsigned() {
            return Ok(total);
        }
    }
}

async fn remove(
    transaction: &mut Transaction,
    statement: &'static str,
    key: i64,
) -> sqlx::Result<u64> {
    let done = sqlx::query(statement)
        .bind(key)
        .execute(&mut **transaction)
        .await?;
    Ok(done.rows_affected())
}

/// Clears removed data from the log; a failure does not undo the removal.
async fn scrub(database: &Database) {
    if let Err(error) = database.scrub().await {
        tracing::warn!(%error, "removed data stays in the store's log until it is next emptied");
    }
}

/// The missed question numbers of everything that a person asked or reported.
async fn texts_of(database: &Database, user: u64) -> sqlx::Result<Vec<i64>> {
    let mut numbers: Vec<i64> =
        sqlx::query_scalar("SELECT missed FROM reports WHERE reporter = $1")
            .bind(column::id(user))
            .fetch_all(&database.pool)
            .await?;
    let rows = sqlx::query(
        "SELECT DISTINCT server, text FROM questions WHERE asker = $1 AND text IS NOT NULL",
    )
    .bind(column::id(user))
    .fetch_all(&database.pool)
    .await?;
    for row in &rows {
        let text: String = row.try_get("text")?;
        let server = column::get_optional_id(row, "server")?;
        numbers.push(column::id(wording::number(&database.salt, server, &text)));
    }
    Ok(numbers)
}

async fn votes_of(database: &Database, voter: u64) -> sqlx::Result<Vec<OwnVote>> {
    let rows = sqlx::query("SELECT * FROM votes WHERE voter = $1 ORDER BY voted_at, message")
        .bind(column::id(voter))
        .fetch_all(&database.pool)
        .await?;
    let vote = |row: &Row| {
        let reason: Option<String> = row.try_get("reason")?;
        Ok(OwnVote {
            message: column::get_id(row, "message")?,
            server: column::get_optional_id(row, "server")?,
            opinion: Opinion::get(row, "opinion")?,
            reason: reason.and_then(|word| Reason::from_word(&word)),
            voted_at: column::get_time(row, "voted_at")?,
        })
    };
    rows.iter().map(vote).collect()
}

fn own_report(row: &Row) -> sqlx::Result<OwnReport> {
    let reminded_at: Option<i64> = row.try_get("reminded_at")?;
    Ok(OwnReport {
        missed: MissedId(column::get_id(row, "id")?),
        server: column::get_optional_id(row, "server")?,
        text: row.try_get("text")?,
        channel: column::get_id(row, "channel")?,
        locale: row.try_get("locale")?,
        remind: row.try_get::<i64, _>("remind")? != 0,
        reported_at: column::get_time(row, "reported_at")?,
        reminded_at: reminded_at
            .map(|_| column::get_time(row, "reminded_at"))
            .transpose()?,
    })
}

async fn assigned_to(database: &Database, user: u64) -> sqlx::Result<Vec<MissedId>> {
    let ids: Vec<i64> = sqlx::query_scalar("SELECT id FROM missed WHERE assignee = $1 ORDER BY id")
        .bind(column::id(user))
        .fetch_all(&database.pool)
        .await?;
    Ok(ids
        .into_iter()
        .map(|id| MissedId(id.cast_unsigned()))
        .collect())
}
