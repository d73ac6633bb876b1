//! How fast the bot answers and how much memory that takes. A measurement, not a story: it runs when
//! it is asked for, best in a release build:
//!
//! ```text
//! cargo test --release --test it -- --ignored --nocapture measuring
//! ```
//!
//! The real program runs in a process of its own, against a sandbox in this one, on the shipped
//! articles. Times are those that Discord would see: from the moment it sends INTERACTION_CREATE to
//! the arrival of the acknowledgement and of the answer.

#![expect(clippy::print_stdout, reason = "a measurement is for reading")]

use std::collections::HashMap;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use lodestar::sandbox::{Entry, Sandbox};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::time::{MissedTickBehavior, interval};

const QUESTIONS: usize = 2_000;
const EVERY: Duration = Duration::from_millis(20);
/// People who take turns in asking.
const PEOPLE: usize = 50;
/// What Discord waits for an acknowledgement.
const DISCORDS_PATIENCE: Duration = Duration::from_secs(3);

/// The program, which does not outlive its measurement.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ended = self.0.kill().and_then(|()| self.0.wait());
    }
}

impl Running {
    fn start(sandbox: &Sandbox, folder: &Path) -> Self {
        let program = |arguments: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_lodestar"));
            command
                .args(arguments)
                .current_dir(folder)
                .env("DISCORD_TOKEN", sandbox.token())
                .env("LODESTAR_DISCORD_API_URL", sandbox.url())
                .env("LODESTAR_CORPUS_DIR", shipped("corpus"))
                .env("LODESTAR_INDEX_DIR", folder.join("index"))
                .env("LODESTAR_STORE_PATH", folder.join("lodestar.db"))
                .env("LODESTAR_LOG_LEVEL", "warn")
                .stdin(Stdio::null())
                .stdout(Stdio::null());
            for whose in ["PERSON", "CHANNEL", "SERVER"] {
                command.env(format!("LODESTAR_COOLDOWN_{whose}_QUESTIONS"), "0");
            }
            command
        };
        assert!(program(&["index"]).status().unwrap().success());
        Self(program(&["run"]).spawn().unwrap())
    }

    /// Memory in MiB: now, and at most so far. `None` where the system does not tell.
    fn memory(&self) -> Option<(u64, u64)> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id())).ok()?;
        let kib = |key: &str| {
            let line = status.lines().find(|line| line.starts_with(key))?;
            line.split_whitespace().nth(1)?.parse::<u64>().ok()
        };
        Some((kib("VmRSS:")? / 1_024, kib("VmHWM:")? / 1_024))
    }
}

fn shipped(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn questions() -> Vec<String> {
    let golden = std::fs::read_to_string(shipped("tests/it/golden/polestar.jsonl")).unwrap();
    let question = |line: &str| {
        let line: Value = serde_json::from_str(line).unwrap();
        line["question"].as_str().unwrap().to_owned()
    };
    golden.lines().map(question).collect()
}

/// When the bot acknowledged each question, and when it had answered it, by the interaction.
fn heard(requests: &[Entry]) -> HashMap<String, (Instant, Option<Instant>)> {
    let mut by_token = HashMap::new();
    for request in requests {
        let parts: Vec<&str> = request.path.split('/').collect();
        match parts.as_slice() {
            ["", "interactions", id, token, "callback"] => {
                by_token.insert((*token).to_owned(), ((*id).to_owned(), request.at, None));
            }
            ["", "webhooks", _, token, "messages", "@original"] => {
                if let Some((_, _, answered)) = by_token.get_mut(*token) {
                    *answered = Some(request.at);
                }
            }
            _ => {}
        }
    }
    by_token
        .into_values()
        .map(|(id, acknowledged, answered)| (id, (acknowledged, answered)))
        .collect()
}

fn percentile(sorted: &[Duration], percent: usize) -> Duration {
    sorted[(sorted.len() - 1) * percent / 100]
}

fn report(what: &str, mut times: Vec<Duration>) -> Vec<Duration> {
    times.sort();
    println!(
        "{what}: p50 {:.1?}, p99 {:.1?}, longest {:.1?}",
        percentile(&times, 50),
        percentile(&times, 99),
        times[times.len() - 1]
    );
    times
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement of 40 s; its command stands at the top of the file"]
async fn two_thousand_questions_at_fifty_a_second() {
    let folder = TempDir::new().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let sandbox = Sandbox::start(listener).await.unwrap();
    let running = Running::start(&sandbox, folder.path());
    sandbox.until_online().await;
    let registered = || (!sandbox.commands().is_empty()).then_some(());
    sandbox.until(registered).await.unwrap();
    let before = running.memory();

    let people: Vec<_> = (0..PEOPLE)
        .map(|n| sandbox.member(&format!("person-{n}")))
        .collect();
    let questions = questions();
    let mut clock = interval(EVERY);
    clock.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let began = Instant::now();
    let mut asked = Vec::new();
    for n in 0..QUESTIONS {
        clock.tick().await;
        let options = json!({ "question": questions[n % questions.len()] });
        let at = Instant::now();
        let interaction = people[n % PEOPLE]
            .slash("general", "ask", &options)
            .unwrap();
        asked.push((interaction.id.to_string(), at));
    }
    let took = began.elapsed();
    let all = || {
        let answers = sandbox.requests();
        let answers = answers.iter().filter(|it| it.path.ends_with("@original"));
        (answers.count() >= QUESTIONS).then_some(())
    };
    sandbox.until(all).await.unwrap();

    let heard = heard(&sandbox.requests());
    let since = |at: Instant, then: Instant| then.saturating_duration_since(at);
    let acknowledged = asked.iter().map(|(id, at)| since(*at, heard[id].0));
    let answered = asked
        .iter()
        .map(|(id, at)| since(*at, heard[id].1.unwrap()));
    println!(
        "{QUESTIONS} questions in {took:.1?} ({} build)",
        if cfg!(debug_assertions) {
            "debug"
        } else {
            "release"
        }
    );
    let acknowledged = report("to the acknowledgement", acknowledged.collect());
    report("to the answer", answered.collect());
    if let (Some((before, _)), Some((after, most))) = (before, running.memory()) {
        println!(
            "memory of the bot: {before} MiB at first, {after} MiB at the end, {most} at most"
        );
    }
    assert!(percentile(&acknowledged, 99) < DISCORDS_PATIENCE);
}
