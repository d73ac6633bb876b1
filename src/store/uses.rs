//! How often articles were used in shown answers, and the votes on those answers.

use std::collections::HashMap;

use serde::Serialize;
use sqlx::Row as _;

use super::database::Row;
use super::{Store, StoreError};

/// The uses of an article.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Uses {
    /// Answers that show a passage of it.
    pub shown: u64,
    /// Votes for and against answers whose best passage comes from it.
    pub up: u64,
    pub down: u64,
}

impl Store {
    /// The articles used in answers, by their path below the corpus folder, as far back as answers
    /// are kept.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn uses(&self) -> Result<HashMap<String, Uses>, StoreError> {
        self.run(async |database| {
            let mut uses: HashMap<String, Uses> = HashMap::new();
            let count = |row: &Row, column: &str| -> sqlx::Result<u64> {
                let number: i64 = row.try_get(column)?;
                Ok(u64::try_from(number).unwrap_or_default())
            };
            let shown = sqlx::query(
                "SELECT article, COUNT(DISTINCT message) AS shown FROM passages GROUP BY article",
            )
            .fetch_all(&database.pool)
            .await?;
            for row in &shown {
                let article: String = row.try_get("article")?;
                uses.entry(article).or_default().shown = count(row, "shown")?;
            }
            let voted = sqlx::query(
                "SELECT p.article, \
                 SUM(CASE WHEN v.opinion = 'up' THEN 1 ELSE 0 END) AS up, \
                 SUM(CASE WHEN v.opinion = 'down' THEN 1 ELSE 0 END) AS down \
                 FROM votes v JOIN passages p ON p.message = v.message AND p.place = 0 \
                 GROUP BY p.article",
            )
            .fetch_all(&database.pool)
            .await?;
            for row in &voted {
                let article: String = row.try_get("article")?;
                let found = uses.entry(article).or_default();
                found.up = count(row, "up")?;
                found.down = count(row, "down")?;
            }
            Ok(uses)
        })
        .await
    }
}
