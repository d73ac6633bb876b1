//! Fits the ranking's weights to question sets, and says what they are worth on articles that
//! were held apart.
//!
//! In three steps, each with the weights of the one before: which sentence of a right passage
//! answers, which passage is right, and whether the articles cover the question at all. For the
//! last one every question is also asked of an index without its article.

mod example;

use std::collections::BTreeMap;

use crate::answer::{Linear, Model};
use crate::engine::Settings;

use super::Set;
use super::figures::auroc;
use super::learn::{self, Group, Row};

use self::example::Example;

/// Strength of the penalty on large weights, per question; figures on articles held apart are flat
/// from a tenth to ten times of it.
const STRENGTH: f64 = 0.001;

/// For questions in scripts without spaces, of which there are few to learn from.
const UNSPACED_STRENGTH: f64 = 0.01;

/// What was learned, and how it does on articles that it did not learn from.
#[derive(Debug)]
pub struct Trained {
    pub model: Model,
    pub figures: Vec<HeldApart>,
}

/// A figure of a set whose articles were held apart in turn.
#[derive(Debug)]
pub struct HeldApart {
    pub set: String,
    pub figure: &'static str,
    pub questions: usize,
    /// With the weights that training started from, which may have seen these articles.
    pub before: f64,
    /// With weights fitted to the other articles only.
    pub after: f64,
}

/// Fits all weights anew; `start` is what they are compared with.
///
/// # Errors
/// When a set cannot be indexed or asked.
pub fn train(settings: &Settings, sets: &[Set], start: &Model) -> anyhow::Result<Trained> {
    let mut model = start.clone();
    let mut figures = Vec::new();

    let examples = example::with_articles(settings, sets, &model)?;
    let kind = Kind {
        figure: "sentence",
        group: Example::sentences,
        among: |_| true,
        strength: STRENGTH,
    };
    figures.extend(kind.learn(&examples, &mut model.sentence));

    let examples = example::with_articles(settings, sets, &model)?;
    let kind = Kind {
        figure: "hit@1",
        group: Example::passages,
        among: |example| !example.is_unspaced(),
        strength: STRENGTH,
    };
    figures.extend(kind.learn(&examples, &mut model.passage));
    let kind = Kind {
        among: Example::is_unspaced,
        strength: UNSPACED_STRENGTH,
        ..kind
    };
    figures.extend(kind.learn(&examples, &mut model.unspaced));

    let examples = example::without_articles(settings, sets, &model)?;
    let (confidence, held) = told_apart(&examples, &model.confidence);
    model.confidence = confidence;
    figures.extend(held);
    Ok(Trained { model, figures })
}

type Sets = [(String, Vec<Example>)];

fn by_fold<T>(sets: &Sets, of: impl Fn(&Example) -> Option<T>) -> BTreeMap<usize, Vec<T>> {
    let mut folds: BTreeMap<usize, Vec<T>> = BTreeMap::new();
    for example in sets.iter().flat_map(|(_, examples)| examples) {
        folds.entry(example.fold).or_default().extend(of(example));
    }
    folds
}

/// By fold: what is learned from all others.
fn without_each<T: Clone>(
    folds: &BTreeMap<usize, Vec<T>>,
    learn: impl Fn(&[T]) -> Linear,
) -> BTreeMap<usize, Linear> {
    let without = |fold: &usize| {
        let rest = folds.iter().filter(|(other, _)| *other != fold);
        let rest: Vec<T> = rest.flat_map(|(_, part)| part.iter().cloned()).collect();
        (*fold, learn(&rest))
    };
    folds.keys().map(without).collect()
}

/// A ranking that is learned from some of the questions.
struct Kind {
    figure: &'static str,
    group: fn(&Example) -> Option<Group>,
    /// Which questions it is for.
    among: fn(&Example) -> bool,
    strength: f64,
}

impl Kind {
    /// Fits weights that put right rows first, unless there is nothing to learn from. Tells the
    /// share of questions whose first row is right.
    fn learn(&self, sets: &Sets, weights: &mut Linear) -> Vec<HeldApart> {
        let teaching = |example: &Example| {
            let group = (self.among)(example).then(|| (self.group)(example))?;
            group.filter(Group::can_teach)
        };
        let folds = by_fold(sets, teaching);
        let all: Vec<Group> = folds.values().flatten().cloned().collect();
        if all.is_empty() {
            return Vec::new();
        }
        let apart = without_each(&folds, |groups| learn::rank(groups, self.strength));
        let before = std::mem::replace(weights, learn::rank(&all, self.strength));
        let held = sets.iter().filter_map(|(set, examples)| {
            let asked: Vec<&Example> = examples.iter().filter(|it| (self.among)(it)).collect();
            let right = |linear: &dyn Fn(&Example) -> Option<Linear>| {
                let right = asked.iter().filter(|example| {
                    let linear = linear(example).unwrap_or_default();
                    (self.group)(example).is_some_and(|group| group.is_first_right(&linear))
                });
                share(right.count(), asked.len())
            };
            (!asked.is_empty()).then(|| HeldApart {
                set: set.clone(),
                figure: self.figure,
                questions: asked.len(),
                before: right(&|_| Some(before.clone())),
                after: right(&|example| apart.get(&example.fold).cloned()),
            })
        });
        held.collect()
    }
}

/// Weights that tell covered questions from others, and how well they do.
fn told_apart(sets: &Sets, before: &Linear) -> (Linear, Vec<HeldApart>) {
    let folds = by_fold(sets, Example::signals);
    let apart = without_each(&folds, |rows| learn::classify(rows, STRENGTH));
    let held = sets.iter().map(|(set, examples)| {
        let area = |linear: &dyn Fn(&Example) -> Option<Linear>| {
            let scored = examples.iter().filter_map(|example| {
                let Row { values, right } = example.signals()?;
                Some((linear(example)?.score(&values), right))
            });
            let (covered, not): (Vec<_>, Vec<_>) = scored.partition(|(_, right)| *right);
            let scores = |side: Vec<(f32, bool)>| -> Vec<f32> {
                side.into_iter().map(|(score, _)| score).collect()
            };
            auroc(&scores(covered), &scores(not)).unwrap_or_default()
        };
        HeldApart {
            set: set.clone(),
            figure: "auroc",
            questions: examples.len(),
            before: area(&|_| Some(before.clone())),
            after: area(&|example| apart.get(&example.fold).cloned()),
        }
    });
    let held = held.collect();
    let all: Vec<Row> = folds.into_values().flatten().collect();
    (learn::classify(&all, STRENGTH), held)
}

#[expect(clippy::cast_precision_loss, reason = "counts of questions")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
