//! What was measured, as a table and as JSON.

use std::time::Duration;

use serde::Serialize;

use super::ladder::REPORTED;
use super::process::Memory;
use super::stage::Outcome;
use super::times::Times;

/// What is not known.
const UNKNOWN: &str = "–";

/// All of a bot.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    pub(super) bot: &'static str,
    pub(super) memory: Vec<InServers>,
    pub(super) rates: Vec<Rung>,
}

/// Memory of a bot that is in so many servers.
#[derive(Debug, Serialize)]
pub(super) struct InServers {
    pub(super) servers: usize,
    /// Time on the processors until it was at rest.
    pub(super) starting_ms: Option<f64>,
    pub(super) idle: Option<Memory>,
    /// Questions asked after that, and how many of them were not answered.
    pub(super) asked: usize,
    pub(super) lost: usize,
    pub(super) after: Option<Memory>,
}

/// What became of the questions at a rate; times in milliseconds.
#[derive(Debug, Serialize)]
pub(super) struct Rung {
    /// Questions a second.
    pub(super) rate: u32,
    pub(super) holds: bool,
    pub(super) asked: usize,
    pub(super) lost: usize,
    pub(super) acknowledged_p50_ms: Option<f64>,
    pub(super) acknowledged_p99_ms: Option<f64>,
    pub(super) answered_p50_ms: Option<f64>,
    pub(super) answered_p99_ms: Option<f64>,
    /// Time on the processors for each question.
    pub(super) bot_ms: Option<f64>,
    pub(super) sandbox_ms: Option<f64>,
}

impl Rung {
    pub(super) fn new(rate: u32, holds: bool, outcome: &Outcome) -> Self {
        let of = |times: &Times, percent| times.percentile(percent).map(ms);
        Self {
            rate,
            holds,
            asked: outcome.asked,
            lost: outcome.lost(),
            acknowledged_p50_ms: of(&outcome.acknowledged, 50),
            acknowledged_p99_ms: of(&outcome.acknowledged, 99),
            answered_p50_ms: of(&outcome.answered, 50),
            answered_p99_ms: of(&outcome.answered, 99),
            bot_ms: outcome.bot_time.map(ms),
            sandbox_ms: outcome.own_time.map(ms),
        }
    }
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Prints a column for each bot.
pub(super) fn print(reports: &[Report], as_markdown: bool) {
    let mut rows = vec![row("", reports, |it| it.bot.to_owned())];
    rows.push(row("questions a second held", reports, |it| {
        let held = it.rates.iter().filter(|rung| rung.holds);
        held.map(|rung| rung.rate)
            .max()
            .unwrap_or_default()
            .to_string()
    }));
    let at = format!("at {REPORTED} questions a second");
    let mut times = |what: &str, of: fn(&Rung) -> Option<f64>| {
        let shown = |it: &Report| {
            let rung = it.rates.iter().find(|rung| rung.rate == REPORTED);
            rung.and_then(of)
                .map_or(UNKNOWN.to_owned(), |ms| format!("{ms:.1} ms"))
        };
        rows.push(row(&format!("{at}: {what}"), reports, shown));
    };
    times("acknowledged, p50", |it| it.acknowledged_p50_ms);
    times("acknowledged, p99", |it| it.acknowledged_p99_ms);
    times("answered, p50", |it| it.answered_p50_ms);
    times("answered, p99", |it| it.answered_p99_ms);
    times("the bot's processor time for each", |it| it.bot_ms);
    times("the sandbox's and askers' for each", |it| it.sandbox_ms);
    let servers = reports
        .first()
        .map(|it| it.memory.as_slice())
        .unwrap_or_default();
    for (number, servers) in servers.iter().map(|it| it.servers).enumerate() {
        let mut memory = |what: &str, of: fn(&InServers) -> Option<Memory>| {
            let shown = |it: &Report| {
                let memory = it.memory.get(number).and_then(of);
                memory.map_or(UNKNOWN.to_owned(), |memory| megabytes(&memory))
            };
            rows.push(row(
                &format!("in {servers} servers, {what}"),
                reports,
                shown,
            ));
        };
        memory("idle", |it| it.idle);
        memory("after questions", |it| it.after);
    }
    if as_markdown {
        print_markdown(&rows);
    } else {
        print_aligned(&rows);
    }
}

/// Resident, and of that anonymous; MB of 10⁶ bytes.
fn megabytes(memory: &Memory) -> String {
    let mb = |bytes: u64| bytes as f64 / 1e6;
    format!(
        "{:.1} MB ({:.1})",
        mb(memory.resident),
        mb(memory.anonymous)
    )
}

fn row(what: &str, reports: &[Report], of: impl Fn(&Report) -> String) -> Vec<String> {
    let cells = reports.iter().map(of);
    std::iter::once(what.to_owned()).chain(cells).collect()
}

fn print_markdown(rows: &[Vec<String>]) {
    for (number, row) in rows.iter().enumerate() {
        println!("| {} |", row.join(" | "));
        if number == 0 {
            println!("|{}", "---|".repeat(row.len()));
        }
    }
}

fn print_aligned(rows: &[Vec<String>]) {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| {
        let widths = rows.iter().map(|row| row[column].chars().count());
        widths.max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in rows {
        let cell = |(column, cell): (usize, &String)| {
            let width = widths[column];
            if column == 0 {
                format!("{cell:width$}")
            } else {
                format!("{cell:>width$}")
            }
        };
        let cells: Vec<String> = row.iter().enumerate().map(cell).collect();
        println!("{}", cells.join("  "));
    }
}
