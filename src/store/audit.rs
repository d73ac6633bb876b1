//! What admins did: the answer to "who changed that, and when?". Entries are kept as long as
//! questions; if the admin is forgotten, the entry stays without a name.

use jiff::Timestamp;
use serde::Serialize;
use sqlx::Row as _;

use super::column;
use super::database::{Database, Row};
use super::question::{random, storable};
use super::{Store, StoreError};

/// Something an admin did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuditEntry {
    #[serde(serialize_with = "column::as_optional_text")]
    pub server: Option<u64>,
    /// `None` once that person was forgotten.
    #[serde(serialize_with = "column::as_optional_text")]
    pub who: Option<u64>,
    /// In English, as one line.
    pub what: String,
    pub when: Timestamp,
}

impl Store {
    /// Records what an admin did; `what` is one line of English.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn audit(
        &self,
        who: u64,
        server: Option<u64>,
        what: &str,
        when: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(async |database| {
            sqlx::query(
                "INSERT INTO audit (id, server, who, what, done_at) VALUES ($1, $2, $3, $4, $5)",
            )
            .bind(column::id(random()))
            .bind(server.map(column::id))
            .bind(column::id(who))
            .bind(storable(what))
            .bind(column::time(when))
            .execute(&database.pool)
            .await
        })
        .await?;
        Ok(())
    }

    /// What admins of a server did, or all with `None`; newest first, at most `limit` entries after
    /// skipping `skip`.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn audited(
        &self,
        server: Option<u64>,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<AuditEntry>, StoreError> {
        self.run(async |database| {
            let rows = sqlx::query(
                "SELECT * FROM audit WHERE CAST($1 AS BIGINT) IS NULL OR server = $1 \
                 ORDER BY done_at DESC, id LIMIT $2 OFFSET $3",
            )
            .bind(server.map(column::id))
            .bind(i64::from(limit))
            .bind(i64::from(skip))
            .fetch_all(&database.pool)
            .await?;
            rows.iter().map(entry).collect()
        })
        .await
    }
}

/// What one person did, oldest first.
pub(super) async fn of_person(database: &Database, who: u64) -> sqlx::Result<Vec<AuditEntry>> {
    let rows = sqlx::query("SELECT * FROM audit WHERE who = $1 ORDER BY done_at, id")
        .bind(column::id(who))
        .fetch_all(&database.pool)
        .await?;
    rows.iter().map(entry).collect()
}

fn entry(row: &Row) -> sqlx::Result<AuditEntry> {
    Ok(AuditEntry {
        server: column::get_optional_id(row, "server")?,
        who: column::get_optional_id(row, "who")?,
        what: row.try_get("what")?,
        when: column::get_time(row, "done_at")?,
    })
}
