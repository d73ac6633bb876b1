//! `lodestar index --dry-run`, `lodestar rollback` and `lodestar history`: previewing a reindex,
//! going back to an earlier generation, and showing the history.

use std::io::{self, Write};

use crate::app::release::{First, Release, Verdict};
use crate::app::{App, Texts};
use crate::config::Config;
use lodestar_engine::index::{Change, HistoryEntry};

use super::terminal::printable;
use super::{Outcome, index, print_json, progress};

#[derive(Debug, clap::Args)]
pub(super) struct RollbackArguments {
    /// The generation to go back to; the one before the live one by default.
    #[arg(value_name = "GENERATION")]
    to: Option<u64>,
    /// Print what changed as one JSON object.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct HistoryArguments {
    /// Print it as one JSON array.
    #[arg(long)]
    json: bool,
}

pub(super) async fn rollback(
    config: &Config,
    arguments: &RollbackArguments,
) -> anyhow::Result<Outcome> {
    let app = App::open(config)?;
    let back = app.rollback(arguments.to, progress::BY).await?;
    if arguments.json {
        print_json(&back)?;
    } else {
        let mut out = io::stdout().lock();
        index::files(&back.report, &mut out)?;
        let state = format!("published with what generation {} holds", back.to);
        index::sum(&back.report, &state, &mut out)?;
    }
    Ok(Outcome::Done)
}

pub(super) fn history(config: &Config, arguments: &HistoryArguments) -> anyhow::Result<Outcome> {
    let app = App::open(config)?;
    let events = app.history()?;
    if arguments.json {
        print_json(&events)?;
        return Ok(Outcome::Done);
    }
    let mut out = io::stdout().lock();
    for event in &events {
        writeln!(out, "{}", line(event))?;
    }
    if events.is_empty() {
        writeln!(out, "nothing yet; `lodestar index` builds an index")?;
    }
    Ok(Outcome::Done)
}

fn line(event: &HistoryEntry) -> String {
    let HistoryEntry {
        at,
        by,
        change,
        generation,
        added,
        changed,
        removed,
        skipped,
        regressions,
    } = event;
    let by = printable(by);
    let happened = match change {
        Change::Published => format!("generation {generation} published by {by}"),
        Change::RolledBack { to } => {
            format!("generation {generation} is generation {to} again, by {by}")
        }
        Change::Discarded => format!("a generation discarded by {by}"),
    };
    let at = at.strftime("%F %H:%M UTC");
    let mut line = format!(
        "{at} {happened}: {added} added, {changed} changed, {removed} removed, {skipped} skipped"
    );
    if *regressions > 0 {
        line.push_str(&format!(", right golden answers lost: {regressions}"));
    }
    line
}

/// Prints what a reindex would change.
pub(super) fn print(release: &Release, texts: &Texts, out: &mut impl Write) -> io::Result<()> {
    index::files(&release.report, out)?;
    for change in &release.golden.changed {
        let mark = match change.verdict {
            Verdict::Worse => "worse  ",
            Verdict::Better => "better ",
            Verdict::Same => "other  ",
        };
        writeln!(out, "{mark} {}", printable(&change.question))?;
        writeln!(out, "        before: {}", passage(change.before.as_ref()))?;
        writeln!(out, "        after:  {}", passage(change.after.as_ref()))?;
    }
    for (mark, questions) in [
        ("becomes answered       ", &texts.answered),
        ("stops being answered   ", &texts.stopped),
    ] {
        for question in questions {
            writeln!(out, "{mark} {}", printable(question))?;
        }
    }
    if let Some(problem) = &release.golden.problem {
        writeln!(
            out,
            "the golden questions could not be asked: {}",
            printable(problem)
        )?;
    }
    let golden = &release.golden;
    writeln!(
        out,
        "golden questions: {} asked, another first passage: {}, right answer lost: {}, gained: {}",
        golden.asked,
        golden.changed.len(),
        golden.worse(),
        golden.better()
    )?;
    let recent = &release.recent;
    writeln!(
        out,
        "recent questions: {} asked, become answered: {}, stop being answered: {}",
        recent.asked,
        recent.answered.len(),
        recent.stopped.len()
    )?;
    if let Some(before) = release.before {
        let after = release.after;
        writeln!(
            out,
            "answered from a confidence of {:.2} → {:.2}, covered from {:.2} → {:.2}; passages {} → \
             {}, on disk {} → {} bytes",
            before.answered,
            after.answered,
            before.covered,
            after.covered,
            before.passages,
            after.passages,
            before.disk_bytes,
            after.disk_bytes
        )?;
    }
    let state = if release.built {
        "would be published"
    } else {
        "unchanged"
    };
    index::sum(&release.report, state, out)
}

fn passage(first: Option<&First>) -> String {
    match first {
        Some(first) => printable(&format!("{}: {}", first.article, first.sentence)),
        None => "no passage".to_owned(),
    }
}
