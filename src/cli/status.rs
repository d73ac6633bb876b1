//! `lodestar status`: the state of the index.

use std::io::{self, Write};
use std::time::Duration;

use jiff::Timestamp;

use crate::app::{Followed, Status};
use crate::config::Config;

use super::terminal::{counted, printable};
use super::{Outcome, open, print_json};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Print the state as one JSON object.
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<Outcome> {
    let app = open(config).await?;
    let status = app.status()?;
    if arguments.json {
        print_json(&status)?;
    } else {
        let out = &mut io::stdout().lock();
        print(&status, Timestamp::now(), out)?;
        print_sources(&app.sources(), out)?;
    }
    Ok(Outcome::Done)
}

fn print_sources(sources: &[Followed], out: &mut impl Write) -> io::Result<()> {
    for source in sources {
        let state = match (&source.failure, source.looked_at) {
            (Some(reason), _) => format!("failed: {}", printable(reason)),
            (None, Some(at)) => format!("{}, {at:.0}", counted(source.articles, "article")),
            (None, None) => "not looked at yet; `lodestar run` does it".to_owned(),
        };
        writeln!(out, "source {}: {state}", printable(&source.name))?;
    }
    Ok(())
}

fn print(status: &Status, now: Timestamp, out: &mut impl Write) -> io::Result<()> {
    match &status.live {
        Some(live) => {
            let age = now
                .duration_since(live.published)
                .try_into()
                .unwrap_or(Duration::ZERO);
            writeln!(out, "generation   {}", live.generation)?;
            writeln!(
                out,
                "published    {:.0} ({} ago)",
                live.published,
                coarse(age)
            )?;
            writeln!(out, "articles     {}", live.articles)?;
            writeln!(out, "passages     {}", live.passages)?;
            writeln!(out, "on disk      {}", size(live.disk_bytes))?;
            writeln!(
                out,
                "thresholds   answered from {:.2}, covered from {:.2}, measured with {}",
                live.thresholds.answered,
                live.thresholds.covered,
                counted(live.calibrated_on, "question"),
            )?;
        }
        None => writeln!(out, "nothing is indexed yet; `lodestar index` does it")?,
    }
    if let Some(report) = &status.last_report {
        writeln!(
            out,
            "last reindex {:.0}, {:.1} s, {} skipped",
            report.started,
            report.took.as_secs_f64(),
            counted(report.skipped.len(), "file"),
        )?;
        for skipped in &report.skipped {
            writeln!(
                out,
                "  skipped {}: {}",
                printable(&skipped.path),
                printable(&skipped.reason)
            )?;
        }
    }
    if let Some(failure) = &status.last_failure {
        writeln!(out, "the last reindex failed: {}", printable(failure))?;
    }
    Ok(())
}

/// A duration in its largest unit: "3 hours".
fn coarse(age: Duration) -> String {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    let (count, unit) = match age.as_secs() {
        seconds @ ..MINUTE => (seconds, "second"),
        seconds @ MINUTE..HOUR => (seconds / MINUTE, "minute"),
        seconds @ HOUR..DAY => (seconds / HOUR, "hour"),
        seconds => (seconds / DAY, "day"),
    };
    counted(usize::try_from(count).unwrap_or(usize::MAX), unit)
}

/// Bytes in a unit that keeps the number small.
fn size(bytes: u64) -> String {
    const KIB: u64 = 1024;
    const MIB: u64 = 1024 * KIB;
    if bytes < MIB {
        format!("{} KiB", bytes.div_ceil(KIB))
    } else {
        format!("{}.{} MiB", bytes / MIB, bytes % MIB * 10 / MIB)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_and_sizes_are_said_in_fitting_units() {
        assert_eq!(coarse(Duration::from_secs(1)), "1 second");
        assert_eq!(coarse(Duration::from_secs(7300)), "2 hours");
        assert_eq!(size(300), "1 KiB");
        assert_eq!(size(5 * 1024 * 1024 / 2), "2.5 MiB");
    }
}
