//! Where a server's weekly digest goes, and which weeks were sent.
//!
//! A digest is begun, sent and finished. One that was begun but not finished, because the process
//! ended in between, is handed out again after a while, with the time of the first attempt, so that
//! the sender can check whether it arrived.

use jiff::{SignedDuration, Timestamp};

use super::column;
use super::database::Row;
use super::{Store, StoreError};

/// How long a sender has to finish a digest before another may try. Sending takes a few minutes at
/// most.
const TURN: SignedDuration = SignedDuration::from_mins(10);

/// Where a digest goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DigestPlace {
    pub channel: u64,
    /// When the digest was requested; weeks that ended earlier get none.
    pub since: Timestamp,
}

impl Store {
    /// Sets the channel that a server's digest goes to; `None` for no digest.
    ///
    /// # Errors
    /// Any [`StoreError`]; nothing was changed.
    pub async fn set_digest_place(
        &self,
        server: u64,
        place: Option<DigestPlace>,
    ) -> Result<(), StoreError> {
        self.run(async |database| {
            let Some(place) = place else {
                return sqlx::query("DELETE FROM digest_places WHERE server = $1")
                    .bind(column::id(server))
                    .execute(&database.pool)
                    .await;
            };
            sqlx::query(
                "INSERT INTO digest_places (server, channel, since) VALUES ($1, $2, $3) \
                 ON CONFLICT (server) DO UPDATE SET channel = excluded.channel, \
                 since = excluded.since",
            )
            .bind(column::id(server))
            .bind(column::id(place.channel))
            .bind(column::time(place.since))
            .execute(&database.pool)
            .await
        })
        .await?;
        Ok(())
    }

    /// The channel that a server's digest goes to, if it wants one.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn digest_place(&self, server: u64) -> Result<Option<DigestPlace>, StoreError> {
        self.run(async |database| {
            let row = sqlx::query("SELECT channel, since FROM digest_places WHERE server = $1")
                .bind(column::id(server))
                .fetch_optional(&database.pool)
                .await?;
            row.as_ref().map(place).transpose()
        })
        .await
    }

    /// The servers that want a digest.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn digest_servers(&self) -> Result<Vec<u64>, StoreError> {
        self.run(async |database| {
            let servers: Vec<i64> =
                sqlx::query_scalar("SELECT server FROM digest_places ORDER BY server")
                    .fetch_all(&database.pool)
                    .await?;
            Ok(servers.into_iter().map(i64::cast_unsigned).collect())
        })
        .await
    }

    /// Takes the turn to send a server's digest of a week. Returns when sending was first begun,
    /// which is `now` unless an earlier attempt was not finished; `None` if it was sent or another
    /// sender's turn is not over.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn begin_digest(
        &self,
        server: u64,
        week: i64,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StoreError> {
        let over = now.checked_sub(TURN).unwrap_or(Timestamp::MIN);
        self.run(async |database| {
            let row = sqlx::query(
                "INSERT INTO digests (server, week, begun_at, tried_at) VALUES ($1, $2, $3, $3) \
                 ON CONFLICT (server, week) DO UPDATE SET tried_at = excluded.tried_at \
                 WHERE digests.sent = 0 AND digests.tried_at <= $4 RETURNING begun_at",
            )
            .bind(column::id(server))
            .bind(week)
            .bind(column::time(now))
            .bind(column::time(over))
            .fetch_optional(&database.pool)
            .await?;
            row.map(|row| column::get_time(&row, "begun_at"))
                .transpose()
        })
        .await
    }

    /// Records that a server's digest of a week was sent.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn finish_digest(&self, server: u64, week: i64) -> Result<(), StoreError> {
        self.run(async |database| {
            sqlx::query("UPDATE digests SET sent = 1 WHERE server = $1 AND week = $2")
                .bind(column::id(server))
                .bind(week)
                .execute(&database.pool)
                .await
        })
        .await?;
        Ok(())
    }
}

fn place(row: &Row) -> sqlx::Result<DigestPlace> {
    Ok(DigestPlace {
        channel: column::get_id(row, "channel")?,
        since: column::get_time(row, "since")?,
    })
}
