//! How a server's questions went in a while: what its admins are shown as figures.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use serde::Serialize;
use sqlx::Row as _;

use super::column;
use super::database::{Database, Row};
use super::vote::Opinion;
use super::{Outcome, QuestionId, Store, StoreError};

/// Milliseconds in a day.
const DAY: i64 = 24 * 60 * 60 * 1_000;

/// Questions and articles that are named of each kind.
const NAMED: usize = 5;

/// The figures of one server.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct StoreFigures {
    pub questions: u64,
    pub answered: u64,
    pub not_covered: u64,
    /// People who asked.
    pub askers: u64,
    pub up: u64,
    pub down: u64,
    /// Of each day from the first on, 24 hours each: questions, and those of them that were answered.
    pub days: Vec<(u64, u64)>,
    /// Asked by the most people first.
    pub most_asked: Vec<AskedOften>,
    /// Slowest first.
    pub slowest: Vec<Slow>,
    /// Paths of articles that answered, with how often; most often first.
    pub articles: Vec<(String, u64)>,
}

/// A question that several people asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskedOften {
    pub text: String,
    pub people: u64,
}

/// A question that took long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Slow {
    pub text: String,
    /// From being heard to being shown, in milliseconds.
    pub took_ms: u64,
}

impl Store {
    /// Keeps how long a question took from being heard to being shown, in milliseconds; what was kept
    /// first holds.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn note_time(&self, question: QuestionId, took_ms: u64) -> Result<(), StoreError> {
        self.run(async |database| {
            sqlx::query("UPDATE questions SET took_ms = $2 WHERE id = $1 AND took_ms IS NULL")
                .bind(column::id(question.0))
                .bind(i64::try_from(took_ms).unwrap_or(i64::MAX))
                .execute(&database.pool)
                .await
        })
        .await?;
        Ok(())
    }

    /// The figures of a server from one time until before another.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn figures(
        &self,
        server: u64,
        since: Timestamp,
        until: Timestamp,
    ) -> Result<StoreFigures, StoreError> {
        let (from, to) = (column::time(since), column::time(until));
        self.run(async |database| {
            let mut figures = questions(&database, server, from, to).await?;
            let rows = within(
                &database,
                "SELECT opinion, COUNT(*) AS votes FROM votes WHERE server = $1 \
                 AND voted_at >= $2 AND voted_at < $3 GROUP BY opinion",
                (server, from, to),
            )
            .await?;
            for row in &rows {
                let votes = column::get_id(row, "votes")?;
                match Opinion::get(row, "opinion")? {
                    Opinion::Up => figures.up = votes,
                    Opinion::Down => figures.down = votes,
                }
            }
            let rows = within(
                &database,
                "SELECT p.article, COUNT(*) AS times FROM questions q \
                 JOIN answers a ON a.question = q.id JOIN passages p ON p.message = a.message \
                 WHERE q.server = $1 AND q.asked_at >= $2 AND q.asked_at < $3 AND p.place = 0 \
                 AND q.outcome = 'answered' GROUP BY p.article ORDER BY times DESC, p.article",
                (server, from, to),
            )
            .await?;
            for row in &rows {
                let times = column::get_id(row, "times")?;
                figures.articles.push((row.try_get("article")?, times));
            }
            Ok(figures)
        })
        .await
    }
}

async fn within(
    database: &Database,
    statement: &'static str,
    (server, from, to): (u64, i64, i64),
) -> sqlx::Result<Vec<Row>> {
    sqlx::query(statement)
        .bind(column::id(server))
        .bind(from)
        .bind(to)
        .fetch_all(&database.pool)
        .await
}

async fn questions(
    database: &Database,
    server: u64,
    from: i64,
    to: i64,
) -> sqlx::Result<StoreFigures> {
    let rows = within(
        database,
        "SELECT asked_at, asker, text, text_hash, outcome, took_ms FROM questions \
         WHERE server = $1 AND asked_at >= $2 AND asked_at < $3 ORDER BY asked_at DESC",
        (server, from, to),
    )
    .await?;
    let days = usize::try_from((to - from).div_euclid(DAY) + 1).unwrap_or_default();
    let mut figures = StoreFigures {
        questions: u64::try_from(rows.len()).unwrap_or(u64::MAX),
        days: vec![
            (0, 0);
            if (to - from) % DAY == 0 {
                days - 1
            } else {
                days
            }
        ],
        ..StoreFigures::default()
    };
    let mut askers: HashSet<i64> = HashSet::new();
    let mut asked: HashMap<String, (String, HashSet<i64>)> = HashMap::new();
    for row in &rows {
        let asker: i64 = row.try_get("asker")?;
        askers.insert(asker);
        let outcome = Outcome::get(row, "outcome")?;
        let answered = u64::from(outcome == Outcome::Answered);
        figures.answered += answered;
        figures.not_covered += u64::from(outcome == Outcome::NotCovered);
        let day = (row.try_get::<i64, _>("asked_at")? - from).div_euclid(DAY);
        if let Some(day) = usize::try_from(day)
            .ok()
            .and_then(|day| figures.days.get_mut(day))
        {
            day.0 += 1;
            day.1 += answered;
        }
        let text: Option<String> = row.try_get("text")?;
        let Some(text) = text else { continue };
        if let Some(took) = row.try_get::<Option<i64>, _>("took_ms")? {
            figures.slowest.push(Slow {
                text: text.clone(),
                took_ms: took.cast_unsigned(),
            });
        }
        let same: Option<String> = row.try_get("text_hash")?;
        let known = asked.entry(same.unwrap_or_else(|| text.clone()));
        known
            .or_insert_with(|| (text, HashSet::new()))
            .1
            .insert(asker);
    }
    figures.askers = u64::try_from(askers.len()).unwrap_or(u64::MAX);
    figures
        .slowest
        .sort_by_key(|it| std::cmp::Reverse(it.took_ms));
    figures.slowest.truncate(NAMED);
    figures.most_asked = most_asked(asked.into_values());
    Ok(figures)
}

/// What one person alone asked is nobody else's to see at the top of a list.
fn most_asked(asked: impl Iterator<Item = (String, HashSet<i64>)>) -> Vec<AskedOften> {
    let mut most: Vec<AskedOften> = asked
        .map(|(text, people)| AskedOften {
            text,
            people: u64::try_from(people.len()).unwrap_or(u64::MAX),
        })
        .filter(|it| it.people > 1)
        .collect();
    most.sort_by(|one, other| {
        other
            .people
            .cmp(&one.people)
            .then(one.text.cmp(&other.text))
    });
    most.truncate(NAMED);
    most
}
