//! The figures that admins see: how a server's questions fared in a period.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use serde::Serialize;
use sqlx::Row as _;

use super::column;
use super::database::{Database, Row};
use super::vote::Opinion;
use super::{Outcome, Store, StoreError};

/// Milliseconds in a day.
const DAY: i64 = 24 * 60 * 60 * 1_000;

/// How many questions and articles of each kind are named.
const NAMED: usize = 5;

/// The figures of one server.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct StoreFigures {
    pub questions: u64,
    pub answered: u64,
    /// Questions for which only the nearest passages were shown.
    pub closest: u64,
    pub not_covered: u64,
    /// People who asked.
    pub askers: u64,
    pub up: u64,
    pub down: u64,
    /// One entry per day from the first, 24 hours each; the last may be shorter.
    pub days: Vec<Day>,
    /// Questions asked by the most people come first.
    pub most_asked: Vec<AskedOften>,
    /// Slowest first.
    pub slowest: Vec<Slow>,
    /// Paths of articles that answered and how often, most often first.
    pub articles: Vec<(String, u64)>,
}

/// What became of the questions of a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Day {
    pub answered: u64,
    pub closest: u64,
    pub not_covered: u64,
}

impl Day {
    /// All questions.
    #[must_use]
    pub fn questions(self) -> u64 {
        self.answered + self.closest + self.not_covered
    }

    fn count(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Answered => self.answered += 1,
            Outcome::Closest => self.closest += 1,
            Outcome::NotCovered => self.not_covered += 1,
        }
    }
}

/// A question that several people asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskedOften {
    pub text: String,
    pub people: u64,
}

/// A question that took a long time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Slow {
    /// `None` where texts are not kept.
    pub text: Option<String>,
    /// From being heard to being shown, in milliseconds.
    pub took_ms: u64,
}

impl Store {
    /// The figures of a server from one time until just before another. They contain texts of
    /// questions only if `privacy.questions` is "full".
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn figures(
        &self,
        server: u64,
        since: Timestamp,
        until: Timestamp,
    ) -> Result<StoreFigures, StoreError> {
        let (from, to) = (column::time(since), column::time(until));
        let with_texts = self.keeps_texts();
        self.run(async |database| {
            let mut figures = questions(&database, (server, from, to), with_texts).await?;
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
    (server, from, to): (u64, i64, i64),
    with_texts: bool,
) -> sqlx::Result<StoreFigures> {
    let rows = within(
        database,
        "SELECT asked_at, asker, text, text_hash, outcome, took_ms FROM questions \
         WHERE server = $1 AND asked_at >= $2 AND asked_at < $3 ORDER BY asked_at DESC",
        (server, from, to),
    )
    .await?;
    let days = usize::try_from(
        (to - from)
            .max(0)
            .unsigned_abs()
            .div_ceil(DAY.unsigned_abs()),
    );
    let mut figures = StoreFigures {
        questions: u64::try_from(rows.len()).unwrap_or(u64::MAX),
        days: vec![Day::default(); days.unwrap_or_default()],
        ..StoreFigures::default()
    };
    let mut askers: HashSet<i64> = HashSet::new();
    let mut asked: HashMap<String, (String, HashSet<i64>)> = HashMap::new();
    let mut all = Day::default();
    for row in &rows {
        let asker: i64 = row.try_get("asker")?;
        askers.insert(asker);
        let outcome = Outcome::get(row, "outcome")?;
        all.count(outcome);
        let day = (row.try_get::<i64, _>("asked_at")? - from).div_euclid(DAY);
        if let Some(day) = usize::try_from(day)
            .ok()
            .and_then(|day| figures.days.get_mut(day))
        {
            day.count(outcome);
        }
        let text: Option<String> = row.try_get("text")?;
        let text = text.filter(|_| with_texts);
        if let Some(took) = row.try_get::<Option<i64>, _>("took_ms")? {
            figures.slowest.push(Slow {
                text: text.clone(),
                took_ms: took.cast_unsigned(),
            });
        }
        let Some(text) = text else { continue };
        let same: Option<String> = row.try_get("text_hash")?;
        let known = asked.entry(same.unwrap_or_else(|| text.clone()));
        known
            .or_insert_with(|| (text, HashSet::new()))
            .1
            .insert(asker);
    }
    (figures.answered, figures.closest, figures.not_covered) =
        (all.answered, all.closest, all.not_covered);
    figures.askers = u64::try_from(askers.len()).unwrap_or(u64::MAX);
    figures
        .slowest
        .sort_by_key(|it| std::cmp::Reverse(it.took_ms));
    figures.slowest.truncate(NAMED);
    figures.most_asked = most_asked(asked.into_values());
    Ok(figures)
}

/// Leaves out what only one person asked: a list must not show it to others.
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
