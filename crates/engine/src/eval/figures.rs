//! What a run comes to: shares, ranks, times.

use serde::{Deserialize, Serialize};

use crate::answer::Coverage;

use super::{DEPTH, Outcome, Probe};

/// The figures of one run. Shares are 0 to 1; one of nothing is `None`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    pub questions: usize,
    pub answerable: usize,
    /// Of the answerable questions: the first passage comes from a right article and holds an
    /// answer.
    #[serde(rename = "hit@1")]
    pub hit_1: Option<f64>,
    /// As [`Self::hit_1`], for one of the first three passages.
    #[serde(rename = "hit@3")]
    pub hit_3: Option<f64>,
    /// As [`Self::hit_1`], for one of the first five passages.
    #[serde(rename = "hit@5")]
    pub hit_5: Option<f64>,
    /// Of the answerable questions for which the set names articles: the first passage comes from
    /// one of them.
    #[serde(rename = "article@1")]
    pub article_1: Option<f64>,
    /// As [`Self::article_1`], for one of the first three passages.
    #[serde(rename = "article@3")]
    pub article_3: Option<f64>,
    /// Mean of 1 / rank of the first right passage, 0 beyond rank 10.
    #[serde(rename = "mrr@10")]
    pub mrr_10: Option<f64>,
    /// Of the answerable questions: the marked sentence of the first passage holds an answer.
    #[serde(rename = "sentence@1")]
    pub sentence_1: Option<f64>,
    /// Of the answerable questions: said to be answered.
    pub answered: Option<f64>,
    /// Of the answerable questions: said not to be covered. The rest were shown the closest
    /// passages as such.
    #[serde(default)]
    pub wrongly_refused: Option<f64>,
    /// Of the unanswerable questions: said to be answered.
    pub false_answers: Option<f64>,
    /// Of the answerable questions said to be answered: the first passage is right.
    pub answered_right: Option<f64>,
    /// How well the confidence parts answerable from unanswerable questions: the chance that one
    /// of the first kind has more of it than one of the second.
    pub auroc: Option<f64>,
    pub latency_ms: Latency,
    /// Seconds to read, cut and index all articles.
    pub index_s: f64,
    pub passages: usize,
    pub passage_words_mean: f64,
}

/// Milliseconds from a question to its answer, one question at a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Latency {
    pub mean: f64,
    pub p50: f64,
    pub p99: f64,
}

impl Figures {
    pub(super) fn new(
        probes: &[Probe],
        outcomes: &[Outcome],
        index_s: f64,
        passages: usize,
        passage_words_mean: f64,
    ) -> Self {
        let (answerable, unanswerable): (Vec<_>, Vec<_>) = probes
            .iter()
            .zip(outcomes)
            .partition(|(probe, _)| probe.answerable);
        let of = |chosen: &[(&Probe, &Outcome)], holds: &dyn Fn(&Outcome) -> bool| {
            mean(
                chosen
                    .iter()
                    .map(|(_, outcome)| if holds(outcome) { 1.0 } else { 0.0 }),
            )
        };
        let within = |rank: Option<usize>, depth| rank.is_some_and(|rank| rank <= depth);
        let said = |outcome: &Outcome| outcome.state == Coverage::Answered;
        let placed: Vec<_> = answerable
            .iter()
            .copied()
            .filter(|(probe, _)| !probe.articles.is_empty())
            .collect();
        let spoken: Vec<_> = answerable
            .iter()
            .copied()
            .filter(|(_, outcome)| said(outcome))
            .collect();
        let confidences = |chosen: &[(&Probe, &Outcome)]| -> Vec<f32> {
            chosen
                .iter()
                .map(|(_, outcome)| outcome.confidence)
                .collect()
        };
        Self {
            questions: probes.len(),
            answerable: answerable.len(),
            hit_1: of(&answerable, &|outcome| within(outcome.rank, 1)),
            hit_3: of(&answerable, &|outcome| within(outcome.rank, 3)),
            hit_5: of(&answerable, &|outcome| within(outcome.rank, 5)),
            article_1: of(&placed, &|outcome| within(outcome.article_rank, 1)),
            article_3: of(&placed, &|outcome| within(outcome.article_rank, 3)),
            mrr_10: mean(answerable.iter().map(|(_, outcome)| {
                outcome
                    .rank
                    .filter(|&rank| rank <= DEPTH)
                    .map_or(0.0, |rank| 1.0 / real(rank))
            })),
            sentence_1: of(&answerable, &|outcome| outcome.in_sentence),
            answered: of(&answerable, &said),
            wrongly_refused: of(&answerable, &|outcome| {
                outcome.state == Coverage::NotCovered
            }),
            false_answers: of(&unanswerable, &said),
            answered_right: of(&spoken, &|outcome| within(outcome.rank, 1)),
            auroc: auroc(&confidences(&answerable), &confidences(&unanswerable)),
            latency_ms: Latency::of(outcomes.iter().map(|outcome| outcome.latency_ms).collect()),
            index_s,
            passages,
            passage_words_mean,
        }
    }
}

impl Latency {
    fn of(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        let at = |percent: usize| {
            let place = (times.len() * percent).div_ceil(100).saturating_sub(1);
            times.get(place).copied().unwrap_or_default()
        };
        Self {
            mean: mean(times.iter().copied()).unwrap_or_default(),
            p50: at(50),
            p99: at(99),
        }
    }
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (count, sum) = values.fold((0, 0.0), |(count, sum), value| (count + 1, sum + value));
    (count > 0).then(|| sum / real(count))
}

/// Area under the receiver operating characteristic, as the rank sum of Mann and Whitney (1947);
/// equal values share their rank.
pub(super) fn auroc(positive: &[f32], negative: &[f32]) -> Option<f64> {
    if positive.is_empty() || negative.is_empty() {
        return None;
    }
    let mut all: Vec<(f32, bool)> = positive
        .iter()
        .map(|&value| (value, true))
        .chain(negative.iter().map(|&value| (value, false)))
        .collect();
    all.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut sum = 0.0;
    let mut before = 0;
    for group in all.chunk_by(|one, other| one.0.total_cmp(&other.0).is_eq()) {
        let rank = real(before) + (real(group.len()) + 1.0) / 2.0;
        sum += rank * real(group.iter().filter(|(_, positive)| *positive).count());
        before += group.len();
    }
    let (with, without) = (real(positive.len()), real(negative.len()));
    Some((sum - with * (with + 1.0) / 2.0) / (with * without))
}

#[expect(clippy::cast_precision_loss, reason = "counts of questions")]
fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_area_is_one_when_apart_and_a_half_when_equal() {
        assert_eq!(auroc(&[0.9, 0.8], &[0.1, 0.2]), Some(1.0));
        assert_eq!(auroc(&[0.5, 0.5], &[0.5]), Some(0.5));
        assert_eq!(auroc(&[0.1, 0.9], &[0.5]), Some(0.5));
        assert_eq!(auroc(&[0.1], &[]), None);
    }

    #[test]
    fn percentiles_are_times_that_were_measured() {
        let latency = Latency::of((1..=200).map(f64::from).collect());
        assert_eq!(
            (latency.p50, latency.p99, latency.mean),
            (100.0, 198.0, 100.5)
        );
    }
}
