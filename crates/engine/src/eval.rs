//! Measures answers: indexes a set's articles in a temporary place, asks every question of it on
//! the path that answers people, and says how often the answer was there.
//!
//! It knows no search engine and prints nothing; `cli::eval` shows the [`Figures`].

mod figures;
mod learn;
mod set;
mod train;

use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, bail};

use crate::answer::{Answer, Coverage};
use crate::engine::{AskError, Engine, Settings};
use crate::passage::word_count;

pub use self::figures::{Figures, Latency};
pub use self::set::Set;
pub use self::train::{Trained, train};
pub use crate::golden::Probe;

/// Passages of an answer that are looked at; the deepest figure is MRR@10.
const DEPTH: usize = 10;

/// How one question went.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Rank, from 1, of the first passage that comes from a right article and holds an answer.
    pub rank: Option<usize>,
    /// Rank, from 1, of the first passage from a right article; `None` too where the set names none.
    pub article_rank: Option<usize>,
    /// The marked sentence of the first passage holds an answer.
    pub in_sentence: bool,
    pub state: Coverage,
    pub confidence: f32,
    pub latency_ms: f64,
    /// What came first, for people: where it is from, and its text.
    pub first: Option<(String, String)>,
}

/// A set, asked.
#[derive(Debug)]
pub struct Run {
    pub figures: Figures,
    /// In the set's order.
    pub outcomes: Vec<Outcome>,
}

/// Indexes the set's articles and asks its questions, one after the other.
///
/// # Errors
/// When the articles cannot be indexed, or a question fails.
pub fn run(settings: &Settings, set: &Set, mut asked: impl FnMut(usize)) -> anyhow::Result<Run> {
    let (engine, _place, (index_s, passages)) = indexed(settings, &set.corpus)?;
    let mut outcomes = Vec::with_capacity(set.probes.len());
    for (number, probe) in set.probes.iter().enumerate() {
        outcomes.push(ask(&engine, probe)?);
        asked(number + 1);
    }
    let words = words_mean(settings, &set.corpus)?;
    let figures = Figures::new(&set.probes, &outcomes, index_s, passages, words);
    Ok(Run { figures, outcomes })
}

/// Indexes a folder of articles in a temporary place, which is removed when the guard is dropped.
/// Also the seconds it took, and the passages it gave.
fn indexed(
    settings: &Settings,
    corpus: &Path,
) -> anyhow::Result<(Engine, tempfile::TempDir, (f64, usize))> {
    let place = tempfile::tempdir().context("cannot create a temporary folder")?;
    let mut settings = settings.clone();
    settings.corpus = settings.corpus.moved_to(corpus);
    settings.index.dir = place.path().to_owned();
    let engine = Engine::open(settings)?;
    let clock = Instant::now();
    let report = engine.reindex("an evaluation", &mut |_| ControlFlow::Continue(()))?;
    if report.passages == 0 {
        bail!("{} holds no articles", corpus.display());
    }
    let took = clock.elapsed().as_secs_f64();
    Ok((engine, place, (took, report.passages)))
}

fn ask(engine: &Engine, probe: &Probe) -> anyhow::Result<Outcome> {
    let clock = Instant::now();
    let answer = engine.follow_up(&probe.context, &probe.question, DEPTH);
    let latency_ms = clock.elapsed().as_secs_f64() * 1000.0;
    match answer {
        Ok(answer) => Ok(judge(probe, &answer, latency_ms)),
        // A question of nothing but signs is refused; that is an outcome like any other.
        Err(AskError::NoWords) => Ok(Outcome {
            rank: None,
            article_rank: None,
            in_sentence: false,
            state: Coverage::NotCovered,
            confidence: 0.0,
            latency_ms,
            first: None,
        }),
        Err(error) => Err(error).with_context(|| format!("asking {:?}", probe.question)),
    }
}

fn judge(probe: &Probe, answer: &Answer, latency_ms: f64) -> Outcome {
    let rank_of = |right: &dyn Fn(&crate::answer::Excerpt) -> bool| {
        answer
            .excerpts
            .iter()
            .position(right)
            .map(|place| place + 1)
    };
    let from_right = |excerpt: &crate::answer::Excerpt| {
        probe.articles.is_empty() || probe.articles.contains(&excerpt.source.path)
    };
    let first = answer.excerpts.first();
    let in_sentence = first.is_some_and(|excerpt| {
        let sentence = excerpt.text.get(excerpt.sentence.clone());
        sentence.is_some_and(|sentence| probe.is_right(&excerpt.source.path, sentence))
    });
    Outcome {
        rank: rank_of(&|excerpt| probe.is_right(&excerpt.source.path, &excerpt.text)),
        article_rank: rank_of(&|excerpt| !probe.articles.is_empty() && from_right(excerpt)),
        in_sentence,
        state: answer.state,
        confidence: answer.confidence,
        latency_ms,
        first: first.map(|excerpt| {
            let place: Vec<&str> = std::iter::once(excerpt.source.path.as_str())
                .chain(excerpt.headings.iter().map(String::as_str))
                .collect();
            (place.join(" › "), excerpt.text.clone())
        }),
    }
}

/// Mean length in words of the passages that the articles are cut into.
#[expect(clippy::cast_precision_loss, reason = "counts of words and passages")]
fn words_mean(settings: &Settings, corpus: &Path) -> anyhow::Result<f64> {
    let (articles, _) = settings.corpus.moved_to(corpus).read_all()?;
    let lengths: Vec<usize> = articles
        .iter()
        .flat_map(crate::passage::passages)
        .map(|passage| word_count(&passage.text))
        .collect();
    Ok(lengths.iter().sum::<usize>() as f64 / lengths.len().max(1) as f64)
}
