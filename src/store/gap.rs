//! What the articles leave open: questions that were not covered or whose answers were voted down,
//! and those that people reported to the editors, each wording once.

use std::collections::HashMap;

use jiff::Timestamp;
use serde::Serialize;
use sqlx::Row as _;

use super::column;
use super::database::{Database, Row};
use super::missed::{self, Decision, MissedId};
use super::question::storable;
use super::{Store, StoreError, wording};

/// How many of the newest questions are examined: more would only take time.
const LOOKED_AT: i64 = 5_000;

/// A question that is open or has been decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    pub id: MissedId,
    /// Its most recent wording.
    pub text: String,
    /// How often it was asked and not covered.
    pub not_covered: u64,
    /// How often it was asked and its answer got more votes against than for it.
    pub voted_down: u64,
    /// How many people reported it to the editors.
    pub reporters: u64,
    /// The channels it came from, each once.
    pub channels: Vec<u64>,
    pub last_at: Timestamp,
    pub decision: Decision,
}

impl Gap {
    fn new(id: MissedId, text: String, at: Timestamp) -> Self {
        Self {
            id,
            text,
            not_covered: 0,
            voted_down: 0,
            reporters: 0,
            channels: Vec::new(),
            last_at: at,
            decision: Decision::Open,
        }
    }

    fn seen(&mut self, channel: u64, at: Timestamp) {
        self.last_at = self.last_at.max(at);
        if !self.channels.contains(&channel) {
            self.channels.push(channel);
        }
    }
}

impl Store {
    /// The gaps of a server, last asked first. Texts that `privacy.questions` does not keep are
    /// known only if they were reported to the editors.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn gaps(&self, server: u64) -> Result<Vec<Gap>, StoreError> {
        self.run(async |database| {
            let mut gaps = asked(&database, server).await?;
            told(&database, server, &mut gaps).await?;
            let mut gaps: Vec<Gap> = gaps.into_values().collect();
            gaps.sort_by_key(|gap| (std::cmp::Reverse(gap.last_at), gap.id.0));
            Ok(gaps)
        })
        .await
    }

    /// Saves the editors' decision on a question, even one that was never reported to them.
    ///
    /// # Errors
    /// Any [`StoreError`]; nothing was changed.
    pub async fn decide_on(
        &self,
        server: u64,
        text: &str,
        decision: &Decision,
        decided_at: Timestamp,
    ) -> Result<MissedId, StoreError> {
        let id = self
            .run(async |database| {
                let id = wording::number(&database.salt, Some(server), text);
                sqlx::query(
                    "INSERT INTO missed (id, server, text, state, changed_at) \
                     VALUES ($1, $2, $3, 'open', $4) ON CONFLICT (id) DO NOTHING",
                )
                .bind(column::id(id))
                .bind(column::id(server))
                .bind(storable(text))
                .bind(column::time(decided_at))
                .execute(&database.pool)
                .await?;
                Ok(MissedId(id))
            })
            .await?;
        self.decide(id, decision, decided_at).await?;
        Ok(id)
    }
}

async fn asked(database: &Database, server: u64) -> sqlx::Result<HashMap<u64, Gap>> {
    let rows = sqlx::query(
        "SELECT q.text, q.channel, q.asked_at, q.outcome, COALESCE(f.up, 0) AS up, \
         COALESCE(f.down, 0) AS down FROM questions q \
         LEFT JOIN (SELECT a.question AS question, \
         SUM(CASE WHEN v.opinion = 'up' THEN 1 ELSE 0 END) AS up, \
         SUM(CASE WHEN v.opinion = 'down' THEN 1 ELSE 0 END) AS down \
         FROM votes v JOIN answers a ON a.message = v.message \
         WHERE v.server = $1 GROUP BY a.question) f ON f.question = q.id \
         WHERE q.server = $1 AND q.text IS NOT NULL AND (q.outcome = 'not_covered' \
         OR COALESCE(f.down, 0) > COALESCE(f.up, 0)) \
         ORDER BY q.asked_at DESC LIMIT $2",
    )
    .bind(column::id(server))
    .bind(LOOKED_AT)
    .fetch_all(&database.pool)
    .await?;
    let mut gaps: HashMap<u64, Gap> = HashMap::new();
    for row in &rows {
        let text: String = row.try_get("text")?;
        let at = column::get_time(row, "asked_at")?;
        let id = wording::number(&database.salt, Some(server), &text);
        let gap = gaps
            .entry(id)
            .or_insert_with(|| Gap::new(MissedId(id), text, at));
        gap.seen(column::get_id(row, "channel")?, at);
        let outcome: String = row.try_get("outcome")?;
        if outcome == "not_covered" {
            gap.not_covered += 1;
        } else {
            gap.voted_down += 1;
        }
    }
    Ok(gaps)
}

/// Adds what was reported to the editors and what they decided.
async fn told(database: &Database, server: u64, gaps: &mut HashMap<u64, Gap>) -> sqlx::Result<()> {
    let rows = sqlx::query(
        "SELECT m.id, m.text, m.state, m.article, m.assignee, m.changed_at, r.channel, \
         r.reported_at FROM missed m LEFT JOIN reports r ON r.missed = m.id WHERE m.server = $1",
    )
    .bind(column::id(server))
    .fetch_all(&database.pool)
    .await?;
    for row in &rows {
        let id = column::get_id(row, "id")?;
        let decided_at = column::get_time(row, "changed_at")?;
        let text: String = row.try_get("text")?;
        let gap = gaps
            .entry(id)
            .or_insert_with(|| Gap::new(MissedId(id), text, decided_at));
        gap.decision = decision(row, gap, decided_at)?;
        if let Some(channel) = column::get_optional_id(row, "channel")? {
            gap.seen(channel, column::get_time(row, "reported_at")?);
            gap.reporters += 1;
        }
    }
    Ok(())
}

/// A question that is asked in vain after it was covered is open again.
fn decision(row: &Row, gap: &Gap, decided_at: Timestamp) -> sqlx::Result<Decision> {
    Ok(match missed::decision(row)? {
        Decision::CoveredBy(_) if gap.last_at > decided_at => Decision::Open,
        decision => decision,
    })
}
