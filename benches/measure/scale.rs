//! How cost grows with the corpus: indexing, asking, memory, changes and starts, on corpora of
//! several sizes, beside plain tantivy.

mod shown;
mod step;

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use serde::Serialize;

use super::asking::{Beside, Limit, Load};
use super::corpora::Texts;
use super::draw::Draw;
use super::latency::growth;
use super::place::Site;
use super::process::Usage;

/// Corpora smaller than this fit a processor's caches and say nothing of growth.
const GROWTH_FROM: usize = 10_000;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Sizes of the corpora.
    #[arg(
        long,
        value_delimiter = ',',
        default_values_t = [1_000, 10_000, 100_000, 1_000_000],
        value_parser = clap::value_parser!(u64).range(1..),
    )]
    passages: Vec<u64>,
    /// Write all figures to this file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Draw latency against size into this file.
    #[arg(long, value_name = "FILE.svg")]
    plot: Option<PathBuf>,
    /// Keep corpora and indexes here; corpora that are there already are used.
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
    /// Measure asking alone, on the indexes that an earlier run has kept.
    #[arg(long, requires = "keep")]
    asking: bool,
    /// Asks of a measurement.
    #[arg(long, default_value_t = 2_000)]
    asks: usize,
    /// A measurement of asks ends after this time.
    #[arg(long, value_name = "SECONDS", default_value_t = 20)]
    seconds: u64,
}

/// All that was found.
#[derive(Debug, Serialize)]
pub(super) struct Scale {
    pub(super) sizes: Vec<Size>,
    /// The exponents of the median ask against passages, from 10,000 passages on.
    pub(super) growth: Option<f64>,
    pub(super) plain_growth: Option<f64>,
}

/// One corpus.
#[derive(Debug, Serialize)]
pub(super) struct Size {
    pub(super) passages: usize,
    pub(super) articles: usize,
    pub(super) corpus_bytes: u64,
    /// `None` when only asking was measured.
    pub(super) indexing: Option<Indexing>,
    pub(super) one_caller: Beside,
    pub(super) callers: Vec<Load>,
    /// Of a process that answers.
    pub(super) serving: Option<Usage>,
    /// `None` when only asking was measured.
    pub(super) around: Option<Around>,
}

#[derive(Debug, Serialize)]
pub(super) struct Indexing {
    pub(super) seconds: f64,
    pub(super) usage: Option<Usage>,
    pub(super) disk_bytes: u64,
    /// Reading and cutting for plain tantivy, with lodestar's code.
    pub(super) cutting_s: f64,
    pub(super) plain_s: f64,
    pub(super) plain_disk_bytes: u64,
}

/// What surrounds asking.
#[derive(Debug, Serialize)]
pub(super) struct Around {
    pub(super) one_changed_s: f64,
    pub(super) first_answer_s: f64,
    pub(super) bot_ready_s: f64,
}

impl Indexing {
    /// The speed of plain tantivy that lodestar reaches, of 1: with reading and cutting counted for
    /// both, or for lodestar alone.
    pub(super) fn share(&self, with_cutting: bool) -> f64 {
        let cutting = if with_cutting { self.cutting_s } else { 0.0 };
        (self.plain_s + cutting) / self.seconds
    }
}

pub(super) fn run(arguments: &Arguments, texts: &Texts, seed: u64) -> anyhow::Result<()> {
    let site = Site::new(arguments.keep.as_deref())?;
    let questions: Arc<[String]> = Draw::new(seed, 0).shuffled(&texts.questions).into();
    let limit = Limit {
        asks: arguments.asks,
        time: Duration::from_secs(arguments.seconds),
    };
    let mut sizes = Vec::new();
    for &passages in &arguments.passages {
        let passages = usize::try_from(passages)?;
        let place = site.place(passages);
        let step = step::Step::new(place, passages, &questions, limit);
        sizes.push(step.measure(texts, seed, arguments.asking)?);
        if arguments.keep.is_none() {
            step.remove()?;
        }
    }
    let scale = Scale {
        growth: growth(&points(&sizes, |size| size.one_caller.lodestar.p50_ms)),
        plain_growth: growth(&points(&sizes, |size| size.one_caller.plain.p50_ms)),
        sizes,
    };
    print!("{}", scale.table().text());
    if let Some(file) = &arguments.json {
        fs::write(file, serde_json::to_vec_pretty(&scale)?)
            .with_context(|| format!("cannot write {}", file.display()))?;
    }
    if let Some(file) = &arguments.plot {
        fs::write(file, scale.chart().svg())
            .with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

fn points(sizes: &[Size], of: impl Fn(&Size) -> f64) -> Vec<(f64, f64)> {
    let large = sizes.iter().filter(|size| size.passages >= GROWTH_FROM);
    large.map(|size| (size.passages as f64, of(size))).collect()
}
