//! `lodestar index`: brings the index up to date and reports what changed, or what would change.

use std::io::{self, Write};

use crate::config::Config;
use lodestar_engine::index::Report;

use super::terminal::{counted, printable};
use super::{Outcome, open, print_json, progress, release};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Print the report as one JSON object.
    #[arg(long)]
    json: bool,
    /// Publish nothing: tell what would change, and which golden and recent questions would be
    /// answered otherwise.
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<Outcome> {
    let app = open(config).await?;
    if arguments.dry_run {
        let release = progress::rehearse(&app).await?;
        if arguments.json {
            print_json(&release)?;
        } else {
            release::print(
                &release,
                &app.texts(&release).await,
                &mut io::stdout().lock(),
            )?;
        }
        return Ok(Outcome::Done);
    }
    let report = progress::reindex(&app).await?;
    if arguments.json {
        print_json(&report)?;
    } else {
        print(&report, &mut io::stdout().lock())?;
    }
    Ok(Outcome::Done)
}

fn print(report: &Report, out: &mut impl Write) -> io::Result<()> {
    files(report, out)?;
    let state = if report.published {
        "published"
    } else {
        "unchanged"
    };
    sum(report, state, out)
}

/// Lists each added, changed, removed or skipped file, one per line.
pub(super) fn files(report: &Report, out: &mut impl Write) -> io::Result<()> {
    for (mark, paths) in [
        ("added  ", &report.added),
        ("changed", &report.changed),
        ("removed", &report.removed),
    ] {
        for path in paths {
            writeln!(out, "{mark} {}", printable(path))?;
        }
    }
    for skipped in &report.skipped {
        writeln!(
            out,
            "skipped {}: {}",
            printable(&skipped.path),
            printable(&skipped.reason)
        )?;
    }
    Ok(())
}

/// Sums the report up in one line.
pub(super) fn sum(report: &Report, state: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "generation {} {state}: {}, {} ({} added, {} changed, {} removed, {} unchanged, {} skipped) in {:.1} s",
        report.generation,
        counted(report.articles, "article"),
        counted(report.passages, "passage"),
        report.added.len(),
        report.changed.len(),
        report.removed.len(),
        report.unchanged,
        report.skipped.len(),
        report.took.as_secs_f64(),
    )
}
