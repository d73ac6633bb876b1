//! What a peer's answers come to. The judge is that of `lodestar eval`: a passage is right if it
//! comes from a right article and holds an answer.

use lodestar_engine::golden::Probe;
use serde::Serialize;

use super::process::Ended;
use super::protocol::{Asked, Indexed};
use super::task::Task;

/// Shares are 0 to 1; what is not known is `None`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Figures {
    /// Of the answerable questions: the first passage is right.
    #[serde(rename = "hit@1")]
    pub(super) hit_1: Option<f64>,
    /// One of the first three is.
    #[serde(rename = "hit@3")]
    pub(super) hit_3: Option<f64>,
    /// Mean of 1 / rank of the first right passage, 0 beyond rank 10.
    #[serde(rename = "mrr@10")]
    pub(super) mrr_10: Option<f64>,
    /// The chance that a peer is surer of an answerable question than of an unanswerable one.
    pub(super) auroc: Option<f64>,
    pub(super) p50_ms: f64,
    pub(super) p99_ms: f64,
    pub(super) index_s: f64,
    /// Of passages' text.
    pub(super) index_mb_per_s: f64,
    /// At the highest, beyond mapped files.
    pub(super) index_memory_bytes: Option<u64>,
    pub(super) ask_memory_bytes: Option<u64>,
    pub(super) disk_bytes: u64,
}

impl Figures {
    pub(super) fn new(
        task: &Task,
        (indexed, indexing): (&Indexed, &Ended),
        (asked, asking): (&[Asked], &Ended),
        disk_bytes: u64,
    ) -> Self {
        let judged = task.probes.iter().zip(asked);
        let (answerable, unanswerable): (Vec<_>, Vec<_>) =
            judged.partition(|(probe, _)| probe.answerable);
        let ranks: Vec<Option<usize>> = answerable
            .iter()
            .map(|(probe, asked)| rank(task, probe, asked))
            .collect();
        let within = |depth| {
            let hits = ranks.iter().flatten().filter(|rank| **rank <= depth);
            share(hits.count() as f64, ranks.len())
        };
        let reciprocal: f64 = ranks.iter().flatten().map(|rank| 1.0 / *rank as f64).sum();
        let sure = |of: &[(&Probe, &Asked)]| -> Vec<f64> {
            let sure = of.iter().map(|(_, asked)| asked.sure);
            sure.map(|sure| sure.unwrap_or(f64::NEG_INFINITY)).collect()
        };
        let mut times: Vec<f64> = asked.iter().map(|asked| asked.ms).collect();
        times.sort_by(f64::total_cmp);
        let at = |percent: usize| {
            let place = (times.len() * percent).div_ceil(100).saturating_sub(1);
            times.get(place).copied().unwrap_or_default()
        };
        Self {
            hit_1: within(1),
            hit_3: within(3),
            mrr_10: share(reciprocal, ranks.len()),
            auroc: auroc(&sure(&answerable), &sure(&unanswerable)),
            p50_ms: at(50),
            p99_ms: at(99),
            index_s: indexed.seconds,
            index_mb_per_s: task.bytes as f64 / 1e6 / indexed.seconds,
            index_memory_bytes: indexing.memory_bytes,
            ask_memory_bytes: asking.memory_bytes,
            disk_bytes,
        }
    }
}

/// From 1, of the first right passage.
fn rank(task: &Task, probe: &Probe, asked: &Asked) -> Option<usize> {
    let right = |id: &String| {
        let passage = task.passages.get(id);
        passage.is_some_and(|it| probe.is_right(&it.article, &it.text))
    };
    asked.ids.iter().position(right).map(|place| place + 1)
}

fn share(sum: f64, of: usize) -> Option<f64> {
    (of > 0).then(|| sum / of as f64)
}

/// Area under the receiver operating characteristic: pairs in the right order, ties counting half.
fn auroc(positive: &[f64], negative: &[f64]) -> Option<f64> {
    let ordered = positive.iter().map(|one| {
        let beats = |other: &f64| match one.total_cmp(other) {
            std::cmp::Ordering::Greater => 1.0,
            std::cmp::Ordering::Equal => 0.5,
            std::cmp::Ordering::Less => 0.0,
        };
        negative.iter().map(beats).sum::<f64>()
    });
    share(ordered.sum(), positive.len() * negative.len())
}
