//! What every change is held to: figures that a slow or busy machine changes little, against those
//! that were found before.
//!
//! Times are multiples of plain tantivy's in the same minute, by turns; instructions are counted.

mod limits;

use std::path::PathBuf;
use std::time::Duration;

use anyhow::bail;

use super::asking::Asker;
use super::corpora::{self, Texts};
use super::draw::Draw;
use super::place::{Place, Site, clear};
use super::plain::{self, Plain};
use super::table::{Table, known, number};
use super::{instructions, program, say};

use self::limits::Limits;

/// Passages of the corpus: enough for a search to be most of an ask, soon indexed.
const PASSAGES: usize = 10_000;
const INDEX_ROUNDS: usize = 3;
/// Rounds over all questions.
const ASK_ROUNDS: usize = 60;
/// Of which one is shown.
const SHOWN_ROUNDS: usize = 20;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Fail if a figure is worse than the file's limit.
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = limits::FILE)]
    check: Option<PathBuf>,
    /// Write the figures found as the new ones of the file.
    #[arg(
        long,
        value_name = "FILE",
        num_args = 0..=1,
        default_missing_value = limits::FILE,
        conflicts_with = "check"
    )]
    write: Option<PathBuf>,
}

/// What is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Ask,
    Index,
    Instructions,
}

impl Measure {
    /// Its name in the file.
    fn key(self) -> &'static str {
        match self {
            Self::Ask => "ask_over_plain",
            Self::Index => "index_over_plain",
            Self::Instructions => "ask_minstructions",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Ask => "asking, as a multiple of plain tantivy's time",
            Self::Index => "indexing, as a multiple of plain tantivy's time",
            Self::Instructions => "instructions of an ask, in millions",
        }
    }
}

/// A figure; `None` if this machine cannot take it.
type Found = (Measure, Option<f64>);

pub(super) fn run(arguments: &Arguments, seed: u64) -> anyhow::Result<()> {
    // Before minutes of measuring.
    let limits = arguments.check.as_deref().map(Limits::read).transpose()?;
    let found = measure(seed)?;
    let mut table = Table::default();
    for &(measure, figure) in &found {
        let limit = limits
            .as_ref()
            .map(|limits| limits.of(measure))
            .transpose()?;
        let mut figures = vec![known(figure, number)];
        figures.extend(limit.map(|limit| format!("limit {}", number(limit.most()))));
        table.row(measure.words(), figures);
    }
    print!("{}", table.text());
    if let Some(file) = &arguments.write {
        limits::write(file, &found)?;
    }
    let Some(limits) = limits else {
        return Ok(());
    };
    let mut worse = Vec::new();
    for &(measure, figure) in &found {
        worse.extend(limits.of(measure)?.exceeded(measure, figure));
    }
    if worse.is_empty() {
        return Ok(());
    }
    bail!(
        "{}\nIf it is meant to be so, renew {} on a quiet machine: \
         cargo bench --bench measure -- ratios --write",
        worse.join("\n"),
        limits::FILE,
    )
}

fn measure(seed: u64) -> anyhow::Result<Vec<Found>> {
    let site = Site::new(None)?;
    let place = site.place(PASSAGES);
    let texts = Texts::read(&[corpora::shipped()])?;
    say("writing the corpus");
    place.write(&texts, PASSAGES, seed)?;
    let questions = Draw::new(seed, 0).shuffled(&texts.questions);
    let index = indexing(&place)?;
    let ask = asking(&place, &questions)?;
    say("counting instructions");
    let counted = instructions::of_an_ask(&place, &questions)?;
    Ok(vec![
        (Measure::Ask, Some(ask)),
        (Measure::Index, Some(index)),
        (Measure::Instructions, counted),
    ])
}

/// The fastest of several rounds each: what other work on the machine adds is left out.
fn indexing(place: &Place) -> anyhow::Result<f64> {
    let memory = place.config()?.index.memory_bytes;
    let (texts, _) = plain::cut(&place.corpus())?;
    let (mut ours, mut theirs) = (f64::INFINITY, f64::INFINITY);
    for round in 1..=INDEX_ROUNDS {
        say(&format!("indexing, {round} of {INDEX_ROUNDS}"));
        clear(&place.index())?;
        ours = ours.min(program::index(place)?.run.seconds);
        theirs = theirs.min(plain::index(place, &texts, memory)?.took.as_secs_f64());
    }
    Ok(ours / theirs)
}

/// The fastest time of every question, summed.
fn asking(place: &Place, questions: &[String]) -> anyhow::Result<f64> {
    let plain = Plain::open(place)?;
    let asker = Asker::open(place)?;
    let mut ours = vec![Duration::MAX; questions.len()];
    let mut theirs = ours.clone();
    for round in 1..=ASK_ROUNDS {
        if round % SHOWN_ROUNDS == 1 {
            say(&format!("asking, {round} of {ASK_ROUNDS}"));
        }
        for (question, fastest) in questions.iter().zip(&mut ours) {
            *fastest = asker.ask(question)?.min(*fastest);
        }
        for (question, fastest) in questions.iter().zip(&mut theirs) {
            *fastest = plain.time(question)?.min(*fastest);
        }
    }
    let sum = |times: &[Duration]| times.iter().sum::<Duration>();
    Ok(sum(&ours).div_duration_f64(sum(&theirs)))
}
