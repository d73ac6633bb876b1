//! Shows the progress of a reindex: a bar on a terminal, one line per phase elsewhere. Always on
//! standard error, so that output stays clean.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::app::{App, Reindex, Release};
use lodestar_engine::index::{Phase, Progress, Report};

/// How often the bar is redrawn while nothing moves.
const TICK: Duration = Duration::from_millis(120);

/// Who started the reindex, as shown to people.
pub(super) const BY: &str = "the command line";

/// Reindexes and waits for the end.
pub(super) async fn reindex(app: &App) -> anyhow::Result<Report> {
    follow(app.reindex(BY)?).await
}

/// Builds an index only to report what would change.
pub(super) async fn rehearse(app: &App) -> anyhow::Result<Release> {
    follow(app.rehearse(BY)?).await
}

async fn follow<T>(reindex: Reindex<T>) -> anyhow::Result<T> {
    let mut progress = reindex.progress();
    let mut display = Display::new();
    while progress.changed().await.is_ok() {
        display.show(*progress.borrow_and_update());
    }
    display.finish();
    reindex.outcome().await
}

enum Display {
    Bar(ProgressBar),
    Lines(Option<Phase>),
}

impl Display {
    fn new() -> Self {
        if !io::stderr().is_terminal() {
            return Self::Lines(None);
        }
        let bar = ProgressBar::new(0);
        let style = ProgressStyle::with_template("{msg:10} {wide_bar} {pos}/{len} {elapsed}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.enable_steady_tick(TICK);
        Self::Bar(bar)
    }

    fn show(&mut self, at: Progress) {
        match self {
            Self::Bar(bar) => {
                bar.set_message(word(at.phase));
                bar.set_length(u64::try_from(at.total).unwrap_or(u64::MAX));
                bar.set_position(u64::try_from(at.done).unwrap_or(u64::MAX));
            }
            Self::Lines(shown) if *shown != Some(at.phase) => {
                *shown = Some(at.phase);
                // Carry on even if the progress cannot be written.
                let _ = writeln!(io::stderr(), "{}", word(at.phase));
            }
            Self::Lines(_) => {}
        }
    }

    fn finish(self) {
        if let Self::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}

fn word(phase: Phase) -> &'static str {
    match phase {
        Phase::Scanning => "scanning",
        Phase::Indexing => "indexing",
        Phase::Writing => "writing",
        Phase::Verifying => "verifying",
        Phase::Comparing => "comparing",
        Phase::Publishing => "publishing",
    }
}
