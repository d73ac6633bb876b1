//! `lodestar index`: brings the index up to date, and says what changed.

use std::io::{self, Write};

use crate::app::App;
use crate::config::Config;
use crate::index::Report;

use super::terminal::{counted, printable};
use super::{Outcome, print_json, progress};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Print the report as one JSON object.
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<Outcome> {
    let app = App::open(config)?;
    let report = progress::reindex(&app).await?;
    if arguments.json {
        print_json(&report)?;
    } else {
        print(&report, &mut io::stdout().lock())?;
    }
    Ok(Outcome::Done)
}

fn print(report: &Report, out: &mut impl Write) -> io::Result<()> {
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
    let state = if report.published {
        "published"
    } else {
        "unchanged"
    };
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
