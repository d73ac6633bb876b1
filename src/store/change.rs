//! Changes to how questions are answered that admins made while the bot runs: synonyms, pinned
//! answers, trust and the required confidence. Each is proposed, then applied, and may be undone.
//!
//! This module does not know what a change means: it is a kind, a subject and a value.

use jiff::Timestamp;
use serde::Serialize;
use sqlx::Row as _;

use super::column::{self, words};
use super::database::{Database, Row};
use super::question::{random, storable};
use super::{Store, StoreError};

/// A change. Random, so that the number of a deleted change is never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct ChangeId(#[serde(serialize_with = "column::as_text")] pub u64);

words! {
    /// What is changed.
    pub enum ChangeKind {
        /// `value` is a group of words that mean the same, separated by commas.
        Synonym = "synonym",
        /// `subject` is a question, `value` names the section that answers it.
        Pin = "pin",
        /// `subject` is the path of an article, `value` a word for its degree of trust.
        Trust = "trust",
        /// `value` is a percentage, see `answer.false_answers_percent`.
        Confidence = "confidence",
    }
}

words! {
    /// How far a change has come.
    pub enum ChangeState {
        Proposed = "proposed",
        Applied = "applied",
        Undone = "undone",
    }
}

/// A change to propose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub kind: ChangeKind,
    pub subject: String,
    pub value: String,
    pub reason: String,
}

/// A change as the store knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    pub id: ChangeId,
    pub kind: ChangeKind,
    pub subject: String,
    pub value: String,
    pub reason: String,
    pub state: ChangeState,
    /// `None` once that person was forgotten.
    #[serde(serialize_with = "column::as_optional_text")]
    pub author: Option<u64>,
    /// When it was proposed, later when it was applied.
    pub changed_at: Timestamp,
    #[serde(serialize_with = "column::as_optional_text")]
    pub undone_by: Option<u64>,
    pub undone_at: Option<Timestamp>,
}

impl Store {
    /// Keeps a change that its author has yet to apply.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn propose_change(
        &self,
        proposal: &Proposal,
        author: u64,
        now: Timestamp,
    ) -> Result<ChangeId, StoreError> {
        let id = random();
        self.run(async |database| {
            sqlx::query(
                "INSERT INTO changes (id, kind, subject, value, reason, state, author, changed_at) \
                 VALUES ($1, $2, $3, $4, $5, 'proposed', $6, $7)",
            )
            .bind(column::id(id))
            .bind(proposal.kind.word())
            .bind(storable(&proposal.subject))
            .bind(storable(&proposal.value))
            .bind(storable(&proposal.reason))
            .bind(column::id(author))
            .bind(column::time(now))
            .execute(&database.pool)
            .await
        })
        .await?;
        Ok(ChangeId(id))
    }

    /// Applies a proposed change on behalf of `by`. Returns whether it was waiting to be applied.
    ///
    /// # Errors
    /// Any [`StoreError`]; nothing was changed.
    pub async fn apply_change(
        &self,
        change: ChangeId,
        by: u64,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let decided = "UPDATE changes SET state = 'applied', author = $2, changed_at = $3 \
                 WHERE id = $1 AND state = 'proposed'";
        self.settle(change, by, now, decided).await
    }

    /// Drops a change that was proposed but not applied. Returns whether there was one.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn drop_change(&self, change: ChangeId) -> Result<bool, StoreError> {
        self.run(async |database| {
            let done = sqlx::query("DELETE FROM changes WHERE id = $1 AND state = 'proposed'")
                .bind(column::id(change.0))
                .execute(&database.pool)
                .await?;
            Ok(done.rows_affected() > 0)
        })
        .await
    }

    /// Undoes an applied change. Returns whether it was in force.
    ///
    /// # Errors
    /// Any [`StoreError`]; nothing was changed.
    pub async fn undo_change(
        &self,
        change: ChangeId,
        by: u64,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let decided = "UPDATE changes SET state = 'undone', undone_by = $2, undone_at = $3 \
                 WHERE id = $1 AND state = 'applied'";
        self.settle(change, by, now, decided).await
    }

    async fn settle(
        &self,
        change: ChangeId,
        by: u64,
        now: Timestamp,
        decided: &'static str,
    ) -> Result<bool, StoreError> {
        self.run(async |database| {
            let done = sqlx::query(decided)
                .bind(column::id(change.0))
                .bind(column::id(by))
                .bind(column::time(now))
                .execute(&database.pool)
                .await?;
            Ok(done.rows_affected() > 0)
        })
        .await
    }

    /// A change, whatever its state.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn change(&self, change: ChangeId) -> Result<Option<Change>, StoreError> {
        self.run(async |database| {
            let row = sqlx::query("SELECT * FROM changes WHERE id = $1")
                .bind(column::id(change.0))
                .fetch_optional(&database.pool)
                .await?;
            row.as_ref().map(read).transpose()
        })
        .await
    }

    /// Every change that was applied, in force or undone, newest first.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn changes(&self) -> Result<Vec<Change>, StoreError> {
        self.run(async |database| {
            let rows = sqlx::query(
                "SELECT * FROM changes WHERE state <> 'proposed' ORDER BY changed_at DESC, id",
            )
            .fetch_all(&database.pool)
            .await?;
            rows.iter().map(read).collect()
        })
        .await
    }
}

/// What one person changed or undid, oldest first.
pub(super) async fn of_person(database: &Database, who: u64) -> sqlx::Result<Vec<Change>> {
    let rows = sqlx::query(
        "SELECT * FROM changes WHERE author = $1 OR undone_by = $1 ORDER BY changed_at, id",
    )
    .bind(column::id(who))
    .fetch_all(&database.pool)
    .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> sqlx::Result<Change> {
    let undone_at: Option<i64> = row.try_get("undone_at")?;
    Ok(Change {
        id: ChangeId(column::get_id(row, "id")?),
        kind: ChangeKind::get(row, "kind")?,
        subject: row.try_get("subject")?,
        value: row.try_get("value")?,
        reason: row.try_get("reason")?,
        state: ChangeState::get(row, "state")?,
        author: column::get_optional_id(row, "author")?,
        changed_at: column::get_time(row, "changed_at")?,
        undone_by: column::get_optional_id(row, "undone_by")?,
        undone_at: undone_at
            .map(|_| column::get_time(row, "undone_at"))
            .transpose()?,
    })
}
