//! Votes on answers: one per person and message.

use jiff::Timestamp;
use serde::Serialize;
use sqlx::Row as _;

use super::column::{self, words};
use super::database::Sql;
use super::{Store, StoreError};

words! {
    /// For or against.
    pub enum Opinion {
        Up = "up",
        Down = "down",
    }
}

words! {
    /// Why somebody voted against.
    pub enum Reason {
        Wrong = "wrong",
        Outdated = "outdated",
        OffTopic = "not_what_i_asked",
        Unclear = "unclear",
    }
}

/// A click on 👍 or 👎.
#[derive(Debug, Clone, Copy)]
pub struct Vote {
    /// The message that shows the answer. The store need not know it.
    pub message: u64,
    pub voter: u64,
    pub server: Option<u64>,
    pub opinion: Opinion,
    pub voted_at: Timestamp,
}

/// The votes on a message.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Votes {
    pub up: u64,
    pub down: u64,
    /// The viewer's own vote.
    pub own: Option<Opinion>,
}

impl Store {
    /// Counts a vote. Repeating a vote takes it back; the opposite vote replaces it.
    ///
    /// # Errors
    /// Any [`StoreError`]; nothing was changed.
    pub async fn vote(&self, vote: &Vote) -> Result<Votes, StoreError> {
        self.run(async |database| {
            let mut transaction = database.begin().await?;
            let taken_back =
                sqlx::query("DELETE FROM votes WHERE message = $1 AND voter = $2 AND opinion = $3")
                    .bind(column::id(vote.message))
                    .bind(column::id(vote.voter))
                    .bind(vote.opinion.word())
                    .execute(&mut *transaction)
                    .await?;
            if taken_back.rows_affected() == 0 {
                sqlx::query(
                    "INSERT INTO votes (message, voter, server, opinion, voted_at) \
                     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (message, voter) DO UPDATE SET \
                     opinion = excluded.opinion, reason = NULL, voted_at = excluded.voted_at",
                )
                .bind(column::id(vote.message))
                .bind(column::id(vote.voter))
                .bind(vote.server.map(column::id))
                .bind(vote.opinion.word())
                .bind(column::time(vote.voted_at))
                .execute(&mut *transaction)
                .await?;
            }
            let votes = count(&mut *transaction, vote.message, vote.voter).await?;
            transaction.commit().await?;
            Ok(votes)
        })
        .await
    }

    /// Adds the reason to somebody's vote against an answer. Returns whether there was such a vote.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn give_reason(
        &self,
        message: u64,
        voter: u64,
        reason: Reason,
    ) -> Result<bool, StoreError> {
        self.run(async |database| {
            let done = sqlx::query(
                "UPDATE votes SET reason = $3 \
                 WHERE message = $1 AND voter = $2 AND opinion = 'down'",
            )
            .bind(column::id(message))
            .bind(column::id(voter))
            .bind(reason.word())
            .execute(&database.pool)
            .await?;
            Ok(done.rows_affected() > 0)
        })
        .await
    }

    /// The votes on a message, as `viewer` sees them.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn votes(&self, message: u64, viewer: u64) -> Result<Votes, StoreError> {
        self.run(async |database| count(&database.pool, message, viewer).await)
            .await
    }
}

async fn count(
    executor: impl sqlx::Executor<'_, Database = Sql>,
    message: u64,
    viewer: u64,
) -> sqlx::Result<Votes> {
    let rows = sqlx::query(
        "SELECT opinion, COUNT(*) AS votes, \
         SUM(CASE WHEN voter = $2 THEN 1 ELSE 0 END) > 0 AS own \
         FROM votes WHERE message = $1 GROUP BY opinion",
    )
    .bind(column::id(message))
    .bind(column::id(viewer))
    .fetch_all(executor)
    .await?;
    let mut votes = Votes::default();
    for row in &rows {
        let opinion = Opinion::get(row, "opinion")?;
        let number = column::get_id(row, "votes")?;
        match opinion {
            Opinion::Up => votes.up = number,
            Opinion::Down => votes.down = number,
        }
        if row.try_get("own")? {
            votes.own = Some(opinion);
        }
    }
    Ok(votes)
}
