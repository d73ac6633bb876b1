//! Which answers have been dealt with because their source changed after they were shown.

use jiff::Timestamp;

use super::{Store, StoreError, column};

impl Store {
    /// Messages of answers that were dealt with. One that shows another answer since is not among
    /// them.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn marked(&self) -> Result<Vec<u64>, StoreError> {
        self.run(async |database| {
            let messages: Vec<i64> = sqlx::query_scalar("SELECT message FROM marks")
                .fetch_all(&database.pool)
                .await?;
            Ok(messages.into_iter().map(i64::cast_unsigned).collect())
        })
        .await
    }

    /// Keeps that an answer was dealt with. Nothing happens when its record is gone.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn mark(&self, message: u64, at: Timestamp) -> Result<(), StoreError> {
        self.run(async |database| {
            sqlx::query(
                "INSERT INTO marks (message, marked_at) SELECT a.message, $2 FROM answers a \
                 WHERE a.message = $1 ON CONFLICT (message) DO UPDATE SET \
                 marked_at = excluded.marked_at",
            )
            .bind(column::id(message))
            .bind(column::time(at))
            .execute(&database.pool)
            .await?;
            Ok(())
        })
        .await
    }
}
