//! What admins do about questions that went wrong: grouping those that ask for the same thing, and
//! keeping answers right with golden questions.

use std::collections::BTreeSet;
use std::sync::PoisonError;

use serde::Serialize;

use lodestar_engine::answer::similarity::{self, WeightedWords};
use lodestar_engine::answer::{Coverage, Question};
use lodestar_engine::golden::{self, Added, Probe};
use lodestar_engine::index::Snapshot;
use lodestar_engine::index::analysis::question;

use super::{App, AskError, Inner};

/// The most questions compared with each other; later ones get groups of their own.
const COMPARED: usize = 1_000;

/// Passages of an answer searched for the right one.
const DEPTH: usize = 10;

/// The results of the golden questions.
#[derive(Debug, Clone, Serialize)]
pub struct GoldenReport {
    pub asked: usize,
    /// Questions whose first passage is right, or that are unanswerable and not reported as
    /// answered.
    pub right: usize,
    /// The other questions, in the file's order.
    pub wrong: Vec<GoldenOutcome>,
}

/// A golden question with the wrong result.
#[derive(Debug, Clone, Serialize)]
pub struct GoldenOutcome {
    pub question: String,
    /// Rank of the first right passage, from 1; `None` when there is none among the first ten.
    pub rank: Option<usize>,
    /// The path of the first passage's article.
    pub first: Option<String>,
    /// The paths of the articles that should answer; empty if any may, or none should.
    pub expected: Vec<String>,
}

impl App {
    /// Groups the texts that ask for the same thing, as positions in `texts`; each position is in
    /// exactly one group, in order.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn alike(&self, texts: Vec<String>) -> Result<Vec<Vec<usize>>, AskError> {
        self.admit(move |inner| {
            let live = inner.current()?;
            let weighed = texts.iter().take(COMPARED);
            let weighed: Vec<WeightedWords> = weighed
                .map(|text| weigh(text, &live))
                .collect::<Result<_, _>>()
                .map_err(AskError::Failed)?;
            let mut groups = similarity::groups(&weighed);
            groups.extend((weighed.len()..texts.len()).map(|alone| vec![alone]));
            Ok(groups)
        })
        .await
    }

    /// The golden questions.
    ///
    /// # Errors
    /// When the file cannot be read, or a line is not a valid golden question.
    pub async fn golden(&self) -> anyhow::Result<Vec<Probe>> {
        self.with_golden(|inner| golden::read(&inner.golden)).await
    }

    /// Adds a golden question with its right article, by path.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub async fn add_golden(&self, question: &str, article: &str) -> anyhow::Result<Added> {
        let (question, article) = (question.to_owned(), article.to_owned());
        self.with_golden(move |inner| golden::add(&inner.golden, &question, &article))
            .await
    }

    /// Removes a golden question. Returns whether it existed.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub async fn remove_golden(&self, question: &str) -> anyhow::Result<bool> {
        let question = question.to_owned();
        self.with_golden(move |inner| golden::remove(&inner.golden, &question))
            .await
    }

    async fn with_golden<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Inner) -> anyhow::Result<T> + Send + 'static,
    ) -> anyhow::Result<T> {
        let inner = std::sync::Arc::clone(&self.inner);
        let work = move || {
            let _held = inner
                .golden_lock
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            work(&inner)
        };
        self.inner.tasks.spawn_blocking(work).await?
    }

    /// Asks the live index the golden questions.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn run_golden(&self, probes: Vec<Probe>) -> Result<GoldenReport, AskError> {
        self.admit(move |inner| {
            let view = inner.view()?;
            let mut report = GoldenReport {
                asked: probes.len(),
                right: 0,
                wrong: Vec::new(),
            };
            for probe in probes {
                if inner.stopping.is_cancelled() {
                    return Err(AskError::Stopping);
                }
                let clean = |text: &String| inner.engine.clean(text);
                let earlier: Vec<Question> = probe.context.iter().map(clean).collect();
                let answer = view.answer(clean(&probe.question), &earlier, DEPTH);
                let answer = answer?;
                let mut excerpts = answer.excerpts.iter();
                let rank = excerpts.position(|it| probe.is_right(&it.source.path, &it.text));
                let is_right = if probe.answerable {
                    rank == Some(0)
                } else {
                    answer.state != Coverage::Answered
                };
                if is_right {
                    report.right += 1;
                    continue;
                }
                report.wrong.push(GoldenOutcome {
                    question: probe.question,
                    rank: rank.filter(|_| probe.answerable).map(|place| place + 1),
                    first: answer.excerpts.first().map(|it| it.source.path.clone()),
                    expected: probe.articles,
                });
            }
            Ok(report)
        })
        .await
    }
}

/// The words of a text with their weights: as in BM25, a word weighs more the fewer passages
/// contain it.
fn weigh(text: &str, live: &Snapshot) -> anyhow::Result<WeightedWords> {
    let terms = question::terms(text, live.languages());
    let frequencies = live.frequencies(&terms)?;
    let mut seen = BTreeSet::new();
    let weighed = terms.into_iter().zip(frequencies);
    Ok(weighed
        .filter_map(|(term, frequency)| Some((term.stems.into_iter().next()?, frequency)))
        .filter(|(stem, _)| seen.insert(stem.clone()))
        .map(|(stem, frequency)| (stem, idf(frequency, live.passages())))
        .collect())
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of passages; a relative error of 1e-7 changes nothing"
)]
fn idf(frequency: u64, passages: usize) -> f32 {
    let (with, all) = (frequency as f32, passages as f32);
    (1.0 + (all - with).max(0.0) / (with + 0.5)).ln().max(0.1)
}
