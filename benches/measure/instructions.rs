//! Instructions that an ask takes, counted: the same on a busy machine and an idle one.
//!
//! Two processes answer the same questions, the second twice as many; what they differ by are the
//! asks, without the start. valgrind's cachegrind counts, or where it is missing the processor's own
//! counters through perf.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};

use super::place::Place;
use super::serving;

/// Asks of the first process; every question of the shipped set several times.
const ASKS: usize = 80;

#[derive(Debug, Clone, Copy)]
enum Counter {
    Valgrind,
    Perf,
}

/// Millions of instructions for one ask. `None` where nothing can count them.
pub(super) fn of_an_ask(place: &Place, questions: &[String]) -> anyhow::Result<Option<f64>> {
    for counter in [Counter::Valgrind, Counter::Perf] {
        if !counter.is_there() {
            continue;
        }
        let once = counter.count(place, questions, ASKS)?;
        let twice = counter.count(place, questions, 2 * ASKS)?;
        if let (Some(once), Some(twice)) = (once, twice) {
            return Ok(Some((twice - once) / ASKS as f64 / 1e6));
        }
    }
    Ok(None)
}

impl Counter {
    fn program(self) -> &'static str {
        match self {
            Self::Valgrind => "valgrind",
            Self::Perf => "perf",
        }
    }

    fn is_there(self) -> bool {
        let mut command = Command::new(self.program());
        command.arg("--version").stdout(Stdio::null());
        command.stderr(Stdio::null()).status().is_ok()
    }

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Valgrind => &[
                "--tool=cachegrind",
                "--cache-sim=no",
                "--cachegrind-out-file=/dev/null",
            ],
            Self::Perf => &["stat", "--field-separator=;", "--event=instructions:u"],
        }
    }

    /// Instructions of a whole process; `None` when it could not count.
    fn count(
        self,
        place: &Place,
        questions: &[String],
        asks: usize,
    ) -> anyhow::Result<Option<f64>> {
        let input = place.dir().join("asked.txt");
        write_questions(&input, questions, asks)?;
        let (served, arguments) = serving::arguments(place)?;
        let output = Command::new(self.program())
            .args(self.arguments())
            .arg(served)
            .args(arguments)
            .stdin(File::open(&input)?)
            .stdout(Stdio::null())
            .output()
            .with_context(|| format!("cannot start {}", self.program()))?;
        let told = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            bail!("{}: {}: {told}", self.program(), output.status);
        }
        Ok(self.read(&told))
    }

    fn read(self, told: &str) -> Option<f64> {
        let number = match self {
            // ==1234== I refs:        1,234,567
            Self::Valgrind => told.lines().find_map(|line| line.split_once("refs:"))?.1,
            // 1234567;;instructions:u;…
            Self::Perf => told
                .lines()
                .find(|line| line.contains("instructions"))?
                .split(';')
                .next()?,
        };
        number.trim().replace(',', "").parse().ok()
    }
}

fn write_questions(file: &Path, questions: &[String], asks: usize) -> anyhow::Result<()> {
    let lines = questions.iter().cycle().take(asks);
    let text: String = lines
        .map(|question| format!("{}\n", question.replace('\n', " ")))
        .collect();
    Ok(fs::write(file, text)?)
}
