//! Stories about the store.

mod asking;
mod closing;
mod correcting;
mod digest;
mod failing;
mod feedback;
mod files;
mod privacy;
mod settings;

use std::process::Command;

use super::*;

/// A server and its channel.
const SERVER: u64 = 40;
const CHANNEL: u64 = 41;
/// Two people; one has the highest possible id, which must keep its value.
const ADA: u64 = u64::MAX;
const BOB: u64 = 12;

const NOW: i64 = 1_900_000_000;

/// `minutes` after the beginning of each story.
fn at(minutes: i64) -> Timestamp {
    Timestamp::from_second(NOW + 60 * minutes).unwrap()
}

fn privacy(questions: config::QuestionPrivacy) -> config::Privacy {
    config::Privacy {
        questions,
        keep_days: 90,
    }
}

/// Never tries again, or tries again at once.
const GIVES_UP: Patience = Patience {
    busy: Duration::from_millis(20),
    retry_after: Duration::MAX,
    settings_hold: Duration::ZERO,
};
const TRIES_ON: Patience = Patience {
    busy: Duration::from_millis(20),
    retry_after: Duration::ZERO,
    settings_hold: Duration::ZERO,
};

fn store_at(path: &Path, patience: Patience) -> Store {
    let store = config::Store {
        path: Some(path.to_owned()),
    };
    Store::new(&store, &privacy(config::QuestionPrivacy::Full), patience)
}

async fn in_memory() -> Store {
    keeping(config::QuestionPrivacy::Full).await
}

async fn keeping(questions: config::QuestionPrivacy) -> Store {
    Store::open(&config::Store { path: None }, &privacy(questions))
        .await
        .unwrap()
}

async fn on_disk(path: &Path) -> Store {
    let store = config::Store {
        path: Some(path.to_owned()),
    };
    Store::open(&store, &privacy(config::QuestionPrivacy::Full))
        .await
        .unwrap()
}

fn asked(asker: u64, text: &str) -> Asked<'_> {
    Asked {
        id: QuestionId::random(),
        asker,
        server: Some(SERVER),
        channel: CHANNEL,
        message: None,
        asked_at: at(0),
        locale: "en-GB",
        text,
        outcome: Outcome::Answered,
        generation: 3,
        follows: None,
        public: true,
        took_ms: None,
    }
}

fn passages() -> Vec<PassageRef> {
    let passage = |position| PassageRef {
        article: "cars/charging.md".to_owned(),
        position,
        section: Some(u64::MAX),
        hash: format!("hash {position}"),
        changed: false,
    };
    vec![passage(4), passage(0)]
}

/// Shows an answer in a message.
async fn show(store: &Store, question: QuestionId, message: u64, minutes: i64) {
    let passages = passages();
    let answer = Answered {
        message,
        channel: CHANNEL,
        question,
        generation: 3,
        shown_at: at(minutes),
        editable: true,
        passages: &passages,
    };
    store.record_answer(&answer).await.unwrap();
}

fn click(voter: u64, message: u64, opinion: Opinion) -> Vote {
    Vote {
        message,
        voter,
        server: Some(SERVER),
        opinion,
        voted_at: at(2),
    }
}

fn report(reporter: u64, text: &str) -> MissedReport<'_> {
    MissedReport {
        text,
        server: Some(SERVER),
        channel: CHANNEL,
        reporter,
        locale: "sv-SE",
        remind: true,
        reported_at: at(3),
    }
}

/// Runs a statement behind the store's back, on the database that all its connections share.
async fn run_sql(store: &Store, statement: &str) {
    let statement = sqlx::AssertSqlSafe(statement.to_owned());
    let database = store.database().await.unwrap();
    sqlx::query(statement)
        .execute(&database.pool)
        .await
        .unwrap();
}

/// Runs one of these stories, otherwise ignored, in its own process.
fn alone(story: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([
        "--exact",
        &format!("store::tests::{story}"),
        "--ignored",
        "--nocapture",
    ]);
    command
}
