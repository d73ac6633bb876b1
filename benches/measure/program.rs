//! The real program, run as people run it: `lodestar index`, `lodestar ask`, `lodestar`.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, bail, ensure};
use lodestar_engine::index::Report;

use super::place::{Place, config_file};
use super::process::{self, Run};

/// What a log line of the bot says once Discord has let it in.
const READY: &str = r#""message":"ready""#;

/// A reindex as the program did it.
#[derive(Debug)]
pub(super) struct Indexed {
    pub(super) run: Run,
    pub(super) report: Report,
}

/// The program, with the shipped configuration and nothing of the user's own.
pub(super) fn lodestar(place: &Place) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lodestar"));
    for (name, _) in std::env::vars_os() {
        let shown = name.to_string_lossy();
        if shown.starts_with("LODESTAR_") || shown == "DISCORD_TOKEN" {
            command.env_remove(&name);
        }
    }
    command
        .arg("--config")
        .arg(config_file())
        .envs(place.settings())
        .current_dir(place.dir())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Brings the index up to date.
pub(super) fn index(place: &Place) -> anyhow::Result<Indexed> {
    let printed = place.dir().join("report.json");
    let mut command = lodestar(place);
    // To a file, since nobody reads while the process is watched.
    command
        .args(["index", "--json"])
        .stdout(fs::File::create(&printed)?)
        .stderr(Stdio::null());
    let started = Instant::now();
    let run = process::watch(command.spawn().context("cannot start lodestar")?, started)?;
    ensure!(run.status.success(), "lodestar index: {}", run.status);
    let report = serde_json::from_slice(&fs::read(&printed)?)
        .context("lodestar index has printed no report")?;
    Ok(Indexed { run, report })
}

/// Seconds from the start of `lodestar ask` to its end.
pub(super) fn first_answer(place: &Place, question: &str) -> anyhow::Result<f64> {
    let started = Instant::now();
    let output = lodestar(place).args(["ask", "--", question]).output()?;
    let seconds = started.elapsed().as_secs_f64();
    // 1 is an answer as well: the articles do not cover the question.
    match output.status.code() {
        Some(0 | 1) => Ok(seconds),
        _ => bail!(
            "lodestar ask: {}: {}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        ),
    }
}

/// Seconds from the start of the bot to being let in by the local stand-in for Discord.
pub(super) fn bot_ready(place: &Place) -> anyhow::Result<f64> {
    let mut command = lodestar(place);
    command
        .args(["run", "--port", "0"])
        .env("LODESTAR_LOG_LEVEL", "info")
        .env("LODESTAR_LOG_FORMAT", "json")
        .stdout(Stdio::null());
    let started = Instant::now();
    let mut child = command.spawn().context("cannot start lodestar")?;
    let mut log = BufReader::new(child.stderr.take().context("the log is not piped")?);
    let mut seen = String::new();
    let ready = loop {
        let from = seen.len();
        match log.read_line(&mut seen) {
            Ok(0) => {
                break Err(anyhow::anyhow!(
                    "the bot ended before it was ready:\n{seen}"
                ));
            }
            Ok(_) if seen[from..].contains(READY) => break Ok(started.elapsed().as_secs_f64()),
            Ok(_) => {}
            Err(error) => break Err(error.into()),
        }
    };
    child.kill()?;
    // Whatever it still says; a full pipe would keep it from ending.
    let _ = log.read_to_end(&mut Vec::new());
    child.wait()?;
    ready
}

/// Seconds until a change of one article answers, as a mean of changing it and changing it back.
pub(super) fn one_changed(place: &Place) -> anyhow::Result<f64> {
    let article = place.corpus().join("000/000000.md");
    let original = fs::read(&article)?;
    let changed = [
        original.as_slice(),
        b"\nOne more sentence was added here.\n",
    ]
    .concat();
    fs::write(&article, changed)?;
    let there = index(place);
    fs::write(&article, original)?;
    let (there, back) = (there?, index(place)?);
    for indexed in [&there, &back] {
        let report = &indexed.report;
        ensure!(
            report.published && report.changed.len() == 1 && report.added.is_empty(),
            "one article changed, and the report says {:?} changed, {:?} added",
            report.changed.len(),
            report.added.len()
        );
    }
    Ok((there.run.seconds + back.run.seconds) / 2.0)
}
