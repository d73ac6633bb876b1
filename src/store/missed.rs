//! Questions that people reported to the editors because no article answers them.

use jiff::Timestamp;
use serde::Serialize;
use sqlx::Row as _;

use super::column::{self, words};
use super::database::{Database, Row, Sql};
use super::question::storable;
use super::{Store, StoreError, wording};

/// A missed question. The same wording on the same server has the same number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct MissedId(#[serde(serialize_with = "column::as_text")] pub u64);

/// A report to the editors. It is made openly, so its text is kept whatever `privacy.questions`
/// says.
#[derive(Debug, Clone)]
pub struct MissedReport<'a> {
    pub text: &'a str,
    pub server: Option<u64>,
    /// Where to announce that there is an answer.
    pub channel: u64,
    pub reporter: u64,
    pub locale: &'a str,
    /// Whether the reporter wants to be reminded.
    pub remind: bool,
    pub reported_at: Timestamp,
}

/// What the editors decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Decision {
    Open,
    WontCover,
    /// The path of the article that answers.
    CoveredBy(String),
    /// The person who is to write an article.
    AssignedTo(#[serde(serialize_with = "column::as_text")] u64),
}

words! {
    /// How a decision is kept.
    enum State {
        Open = "open",
        WontCover = "wont_cover",
        Covered = "covered",
        Assigned = "assigned",
    }
}

/// A missed question as the store knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missed {
    pub id: MissedId,
    #[serde(serialize_with = "column::as_optional_text")]
    pub server: Option<u64>,
    /// Its first reported wording.
    pub text: String,
    pub decision: Decision,
    pub decided_at: Timestamp,
    /// How many people reported it.
    pub reporters: u64,
    /// The channels it was reported in, each once.
    pub channels: Vec<u64>,
    pub last_reported_at: Timestamp,
}

/// Somebody who wants to know that there is an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    pub reporter: u64,
    pub channel: u64,
    pub locale: String,
}

impl Store {
    /// Records a report. A new report by the same person replaces the last one, which is how a
    /// reminder is requested or cancelled later. A covered question becomes open again.
    ///
    /// # Errors
    /// Any [`StoreError`]; nothing was changed.
    pub async fn report_missed(&self, report: &MissedReport<'_>) -> Result<MissedId, StoreError> {
        self.run(async |database| {
            let id = wording::number(&database.salt, report.server, report.text);
            let mut transaction = database.begin().await?;
            sqlx::query(
                "INSERT INTO missed (id, server, text, state, changed_at) \
                 VALUES ($1, $2, $3, 'open', $4) ON CONFLICT (id) DO UPDATE SET article = NULL, \
                 state = 'open', changed_at = excluded.changed_at WHERE missed.state = 'covered'",
            )
            .bind(column::id(id))
            .bind(report.server.map(column::id))
            .bind(storable(report.text))
            .bind(column::time(report.reported_at))
            .execute(&mut *transaction)
            .await?;
            sqlx::query(
                "INSERT INTO reports (missed, reporter, channel, locale, remind, reported_at) \
                 VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (missed, reporter) DO UPDATE SET \
                 channel = excluded.channel, locale = excluded.locale, remind = excluded.remind, \
                 reported_at = excluded.reported_at, reminded_at = NULL",
            )
            .bind(column::id(id))
            .bind(column::id(report.reporter))
            .bind(column::id(report.channel))
            .bind(report.locale.to_owned())
            .bind(i64::from(report.remind))
            .bind(column::time(report.reported_at))
            .execute(&mut *transaction)
            .await?;
            transaction.commit().await?;
            Ok(MissedId(id))
        })
        .await
    }

    /// A person's own earlier report of this text: the question, and whether they want a reminder.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn own_report(
        &self,
        server: Option<u64>,
        text: &str,
        reporter: u64,
    ) -> Result<Option<(MissedId, bool)>, StoreError> {
        self.run(async |database| {
            let id = wording::number(&database.salt, server, text);
            let remind: Option<bool> = sqlx::query_scalar(
                "SELECT remind = 1 AND reminded_at IS NULL FROM reports \
                 WHERE missed = $1 AND reporter = $2",
            )
            .bind(column::id(id))
            .bind(column::id(reporter))
            .fetch_optional(&database.pool)
            .await?;
            Ok(remind.map(|remind| (MissedId(id), remind)))
        })
        .await
    }

    /// Saves whether a reporter wants to be told that there is an answer, and in which channel.
    /// Returns whether the store knew the report.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn set_reminder(
        &self,
        missed: MissedId,
        reporter: u64,
        channel: u64,
        wanted: bool,
    ) -> Result<bool, StoreError> {
        self.run(async |database| {
            let done = sqlx::query(
                "UPDATE reports SET remind = $3, channel = $4, reminded_at = NULL \
                 WHERE missed = $1 AND reporter = $2",
            )
            .bind(column::id(missed.0))
            .bind(column::id(reporter))
            .bind(i64::from(wanted))
            .bind(column::id(channel))
            .execute(&database.pool)
            .await?;
            Ok(done.rows_affected() > 0)
        })
        .await
    }

    /// Missed questions of one server, or of all with `None`, most recently reported first.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn missed(&self, server: Option<u64>) -> Result<Vec<Missed>, StoreError> {
        self.run(async |database| {
            let rows = sqlx::query(
                "SELECT m.id, m.server, m.text, m.state, m.article, m.assignee, m.changed_at, \
                 r.channel, r.reported_at FROM missed m JOIN reports r ON r.missed = m.id \
                 WHERE CAST($1 AS BIGINT) IS NULL OR m.server = $1 \
                 ORDER BY m.id, r.reported_at DESC",
            )
            .bind(server.map(column::id))
            .fetch_all(&database.pool)
            .await?;
            let mut missed: Vec<Missed> = Vec::new();
            for row in &rows {
                let id = column::get_id(row, "id")?;
                match missed.last_mut().filter(|last| last.id.0 == id) {
                    Some(known) => known.add_reporter(column::get_id(row, "channel")?),
                    None => missed.push(Missed::first(row)?),
                }
            }
            missed.sort_by_key(|missed| std::cmp::Reverse((missed.last_reported_at, missed.id.0)));
            Ok(missed)
        })
        .await
    }

    /// Saves the editors' decision. Returns whether the store knew the question.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn decide(
        &self,
        missed: MissedId,
        decision: &Decision,
        decided_at: Timestamp,
    ) -> Result<bool, StoreError> {
        let (state, article, assignee) = match decision {
            Decision::Open => (State::Open, None, None),
            Decision::WontCover => (State::WontCover, None, None),
            Decision::CoveredBy(article) => (State::Covered, Some(storable(article)), None),
            Decision::AssignedTo(user) => (State::Assigned, None, Some(column::id(*user))),
        };
        self.run(async |database| {
            let done = sqlx::query(
                "UPDATE missed SET state = $2, article = $3, assignee = $4, changed_at = $5 \
                 WHERE id = $1",
            )
            .bind(column::id(missed.0))
            .bind(state.word())
            .bind(article)
            .bind(assignee)
            .bind(column::time(decided_at))
            .execute(&database.pool)
            .await?;
            Ok(done.rows_affected() > 0)
        })
        .await
    }

    /// The people who want to know that this question has an answer and have not been told yet.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn reminders(&self, missed: MissedId) -> Result<Vec<Reminder>, StoreError> {
        self.run(async |database| {
            let rows = sqlx::query(
                "SELECT reporter, channel, locale FROM reports \
                 WHERE missed = $1 AND remind = 1 AND reminded_at IS NULL \
                 ORDER BY reported_at, reporter",
            )
            .bind(column::id(missed.0))
            .fetch_all(&database.pool)
            .await?;
            let reminder = |row: &Row| {
                Ok(Reminder {
                    reporter: column::get_id(row, "reporter")?,
                    channel: column::get_id(row, "channel")?,
                    locale: row.try_get("locale")?,
                })
            };
            rows.iter().map(reminder).collect()
        })
        .await
    }

    /// Records that somebody has been reminded, so that it happens only once.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn note_reminded(
        &self,
        missed: MissedId,
        reporter: u64,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(async |database| {
            sqlx::query("UPDATE reports SET reminded_at = $3 WHERE missed = $1 AND reporter = $2")
                .bind(column::id(missed.0))
                .bind(column::id(reporter))
                .bind(column::time(now))
                .execute(&database.pool)
                .await?;
            Ok(())
        })
        .await
    }
}

impl Missed {
    fn first(row: &Row) -> sqlx::Result<Self> {
        Ok(Self {
            id: MissedId(column::get_id(row, "id")?),
            server: column::get_optional_id(row, "server")?,
            text: row.try_get("text")?,
            decision: decision(row)?,
            decided_at: column::get_time(row, "changed_at")?,
            reporters: 1,
            channels: vec![column::get_id(row, "channel")?],
            last_reported_at: column::get_time(row, "reported_at")?,
        })
    }

    fn add_reporter(&mut self, channel: u64) {
        self.reporters += 1;
        if !self.channels.contains(&channel) {
            self.channels.push(channel);
        }
    }
}

pub(super) fn decision(row: &Row) -> sqlx::Result<Decision> {
    Ok(match State::get(row, "state")? {
        State::Open => Decision::Open,
        State::WontCover => Decision::WontCover,
        State::Covered => Decision::CoveredBy(row.try_get("article")?),
        State::Assigned => Decision::AssignedTo(column::get_id(row, "assignee")?),
    })
}

/// Removes missed questions without reports that are open or were decided before `oldest`.
pub(super) async fn remove_unreported(
    executor: impl sqlx::Executor<'_, Database = Sql>,
    oldest: i64,
) -> sqlx::Result<u64> {
    let unreported = "DELETE FROM missed WHERE id NOT IN (SELECT missed FROM reports) \
                      AND (state = 'open' OR changed_at < $1)";
    sqlx::query(unreported)
        .bind(oldest)
        .execute(executor)
        .await
        .map(|done| done.rows_affected())
}

/// One user's reports with their texts, oldest first.
pub(super) async fn of_reporter(database: &Database, reporter: u64) -> sqlx::Result<Vec<Row>> {
    sqlx::query(
        "SELECT m.id, m.server, m.text, r.channel, r.locale, r.remind, r.reported_at, \
         r.reminded_at FROM reports r JOIN missed m ON m.id = r.missed \
         WHERE r.reporter = $1 ORDER BY r.reported_at, m.id",
    )
    .bind(column::id(reporter))
    .fetch_all(&database.pool)
    .await
}
