//! How long asks take, in the library as the bot uses it: by one caller beside plain tantivy, and by
//! several at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use lodestar::app::{App, AskError};
use serde::Serialize;
use tokio::runtime::Runtime;

use super::latency::{Latency, median};
use super::place::Place;
use super::plain::Plain;
use super::process::own_cpu;

/// Questions that one of the two answers before it is the other's turn: enough for its own memory
/// to be near again, few enough that what slows the machine down slows both.
const TURN: usize = 50;
/// Asks before the first that counts, at most.
const WARM_UP: usize = 300;
/// Of the time for a measurement, the part that warming up may take beyond it.
const WARM_UP_PART: u32 = 5;

/// When a measurement has enough.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit {
    pub(super) asks: usize,
    pub(super) time: Duration,
}

/// An open index.
pub(super) struct Asker {
    app: App,
    runtime: Runtime,
}

/// lodestar and plain tantivy with the same questions, one caller.
#[derive(Debug, Serialize)]
pub(super) struct Beside {
    pub(super) lodestar: Latency,
    pub(super) plain: Latency,
    /// The median of how many times as long as plain tantivy a question took.
    pub(super) median_ratio: f64,
    /// The time of all questions as a multiple of plain tantivy's.
    pub(super) total_ratio: f64,
    /// Likewise of the time on a processor, which other work on the machine does not change; `None`
    /// where the system does not tell.
    pub(super) cpu_ratio: Option<f64>,
}

/// Several callers, each of whom asks again when it has its answer.
#[derive(Debug, Serialize)]
pub(super) struct Load {
    pub(super) callers: usize,
    pub(super) latency: Latency,
    pub(super) per_second: f64,
}

impl Asker {
    pub(super) fn open(place: &Place) -> anyhow::Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?;
        let app = App::open(&place.config()?)?;
        Ok(Self { app, runtime })
    }

    /// Passages of the index.
    pub(super) fn passages(&self) -> anyhow::Result<usize> {
        let live = self.app.status()?.live;
        Ok(live.context("nothing is indexed here yet")?.passages)
    }

    /// One ask, with the time it took.
    pub(super) fn ask(&self, question: &str) -> anyhow::Result<Duration> {
        self.runtime.block_on(timed(&self.app, question))
    }

    /// Asks until what is read at first use has been read.
    pub(super) fn warm_up(&self, questions: &[String], limit: Limit) -> anyhow::Result<()> {
        let started = Instant::now();
        for question in questions.iter().cycle().take(WARM_UP.min(limit.asks)) {
            self.ask(question)?;
            if started.elapsed() > limit.time / WARM_UP_PART {
                break;
            }
        }
        Ok(())
    }

    /// The same questions for both, by turns.
    pub(super) fn beside(
        &self,
        plain: &Plain,
        questions: &[String],
        limit: Limit,
    ) -> anyhow::Result<Beside> {
        for question in questions.iter().cycle().take(WARM_UP.min(limit.asks)) {
            plain.time(question)?;
        }
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        let (mut our_cpu, mut their_cpu) = (Duration::ZERO, Duration::ZERO);
        let mut left = questions.iter().cycle().take(limit.asks);
        let started = Instant::now();
        while started.elapsed() < limit.time {
            let turn: Vec<&String> = left.by_ref().take(TURN).collect();
            if turn.is_empty() {
                break;
            }
            let begun = own_cpu();
            for question in &turn {
                ours.push(self.ask(question)?);
            }
            let between = own_cpu();
            for question in &turn {
                theirs.push(plain.time(question)?);
            }
            our_cpu += since(begun, between);
            their_cpu += since(between, own_cpu());
        }
        let pairs = ours.iter().zip(&theirs);
        let ratios = pairs.map(|(ours, theirs)| ours.div_duration_f64(*theirs));
        let total = |times: &[Duration]| times.iter().sum::<Duration>();
        Ok(Beside {
            lodestar: Latency::of(&ours),
            plain: Latency::of(&theirs),
            median_ratio: median(ratios),
            total_ratio: total(&ours).div_duration_f64(total(&theirs)),
            cpu_ratio: (!their_cpu.is_zero()).then(|| our_cpu.div_duration_f64(their_cpu)),
        })
    }

    /// So many callers at once.
    pub(super) fn load(
        &self,
        questions: &Arc<[String]>,
        callers: usize,
        limit: Limit,
    ) -> anyhow::Result<Load> {
        let next = Arc::new(AtomicUsize::new(0));
        let started = Instant::now();
        let caller = |_| {
            let (app, questions) = (self.app.clone(), Arc::clone(questions));
            let next = Arc::clone(&next);
            self.runtime.spawn(async move {
                let mut times = Vec::new();
                while started.elapsed() < limit.time {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= limit.asks {
                        break;
                    }
                    times.push(timed(&app, &questions[number % questions.len()]).await?);
                }
                anyhow::Ok(times)
            })
        };
        let callers: Vec<_> = (0..callers).map(caller).collect();
        let number = callers.len();
        let mut times = Vec::new();
        for caller in callers {
            times.extend(self.runtime.block_on(caller)??);
        }
        let elapsed = started.elapsed();
        Ok(Load {
            callers: number,
            latency: Latency::of(&times),
            per_second: times.len() as f64 / elapsed.as_secs_f64(),
        })
    }
}

fn since(begun: Option<Duration>, ended: Option<Duration>) -> Duration {
    begun
        .zip(ended)
        .map_or(Duration::ZERO, |(begun, ended)| ended.saturating_sub(begun))
}

async fn timed(app: &App, question: &str) -> anyhow::Result<Duration> {
    let started = Instant::now();
    match app.ask(question).await {
        Ok(answer) => drop(std::hint::black_box(answer)),
        // Nothing but signs; refusing it is the answer.
        Err(AskError::NoWords) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(started.elapsed())
}
