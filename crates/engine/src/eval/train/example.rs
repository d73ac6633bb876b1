//! Questions with what was found for them and what of it is right: what training learns from.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::Context as _;

use crate::answer::{Candidate, Examined, Model};
use crate::engine::{AskError, Settings};
use crate::eval::learn::{Group, Row};
use crate::eval::{Probe, Set, indexed};

/// Parts of the articles, each held apart once.
const FOLDS: usize = 5;

/// Parts of the articles, each left out of an index once.
const PARTS: usize = 4;

/// A question with what was found for it.
pub(super) struct Example {
    pub(super) fold: usize,
    /// What its article is called in every set.
    key: String,
    examined: Examined,
    /// By candidate: from a right article, and holds an answer.
    right: Vec<bool>,
    /// The first right candidate, by sentence: holds an answer.
    right_sentences: Vec<bool>,
    covered: bool,
}

/// Every answerable question of each set, asked of all its articles.
pub(super) fn with_articles(
    settings: &Settings,
    sets: &[Set],
    model: &Model,
) -> anyhow::Result<Vec<(String, Vec<Example>)>> {
    let mut all = Vec::with_capacity(sets.len());
    for set in sets {
        let found = ask(settings, &set.corpus, answerable(set), model)?;
        all.push((set.name.clone(), found));
    }
    deal(&mut all);
    Ok(all)
}

/// Every answerable question of each set, asked of an index without its article, and of others
/// that lack other articles.
pub(super) fn without_articles(
    settings: &Settings,
    sets: &[Set],
    model: &Model,
) -> anyhow::Result<Vec<(String, Vec<Example>)>> {
    let mut all = Vec::with_capacity(sets.len());
    for set in sets {
        let keys: BTreeSet<String> = answerable(set).map(|probe| key(&probe)).collect();
        let mut found = Vec::new();
        for part in 0..PARTS {
            let left_out = keys.iter().skip(part).step_by(PARTS);
            let left_out: BTreeSet<String> = left_out.cloned().collect();
            let place = tempfile::tempdir().context("cannot create a temporary folder")?;
            copy(&set.corpus, place.path(), &left_out)?;
            let probes = answerable(set).map(|mut probe| {
                probe.answerable = !left_out.contains(&key(&probe));
                probe
            });
            found.extend(ask(settings, place.path(), probes, model)?);
        }
        all.push((set.name.clone(), found));
    }
    deal(&mut all);
    Ok(all)
}

fn answerable(set: &Set) -> impl Iterator<Item = Probe> {
    set.probes.iter().filter(|probe| probe.answerable).cloned()
}

fn ask(
    settings: &Settings,
    corpus: &Path,
    probes: impl Iterator<Item = Probe>,
    model: &Model,
) -> anyhow::Result<Vec<Example>> {
    let (engine, _place, _) = indexed(settings, corpus)?;
    let mut examples = Vec::new();
    for probe in probes {
        match engine.examine(&probe.context, &probe.question, model) {
            Ok(examined) => examples.push(Example::new(&probe, examined)),
            Err(AskError::NoWords) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(examples)
}

/// Copies the articles of a folder but for those left out.
fn copy(from: &Path, to: &Path, left_out: &BTreeSet<String>) -> anyhow::Result<()> {
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let Some(name) = path.file_name().map(|name| name.to_string_lossy()) else {
            continue;
        };
        if path.is_file() && !left_out.contains(shared_name(&name)) {
            fs::copy(&path, to.join(name.as_ref()))?;
        }
    }
    Ok(())
}

/// What an article is called in every set that has it: without the number before its name.
fn shared_name(path: &str) -> &str {
    path.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '-')
}

/// Questions with the same key are never both learned from and measured with.
fn key(probe: &Probe) -> String {
    let first = probe.articles.iter().min();
    first
        .map_or(probe.question.as_str(), |path| shared_name(path))
        .to_owned()
}

/// Deals the articles out to folds, in the order of their names.
fn deal(sets: &mut [(String, Vec<Example>)]) {
    let examples = || sets.iter().flat_map(|(_, examples)| examples);
    let keys: BTreeSet<String> = examples().map(|example| example.key.clone()).collect();
    let folds: BTreeMap<String, usize> = keys.into_iter().zip((0..FOLDS).cycle()).collect();
    for example in sets.iter_mut().flat_map(|(_, examples)| examples) {
        example.fold = folds.get(&example.key).copied().unwrap_or_default();
    }
}

impl Example {
    fn new(probe: &Probe, examined: Examined) -> Self {
        let is_right = |candidate: &Candidate| {
            let article = probe.articles.is_empty() || probe.articles.contains(&candidate.path);
            article && probe.is_answered_by(&candidate.text)
        };
        let right: Vec<bool> = examined.candidates.iter().map(is_right).collect();
        let first = examined
            .candidates
            .iter()
            .find(|candidate| is_right(candidate));
        let sentences = first.into_iter().flat_map(|candidate| &candidate.sentences);
        Self {
            fold: 0,
            key: key(probe),
            right_sentences: sentences
                .map(|(text, _)| probe.is_answered_by(text))
                .collect(),
            right,
            examined,
            covered: probe.answerable,
        }
    }

    /// Whether it is ranked by [`Model::unspaced`].
    pub(super) fn is_unspaced(&self) -> bool {
        self.examined.unspaced
    }

    /// The candidates.
    pub(super) fn passages(&self) -> Option<Group> {
        let rows = self.examined.candidates.iter();
        Some(Group {
            rows: rows.map(|candidate| candidate.features.clone()).collect(),
            right: self.right.clone(),
        })
    }

    /// The sentences of the first right candidate: what is marked when ranking went well.
    pub(super) fn sentences(&self) -> Option<Group> {
        let place = self.right.iter().position(|right| *right)?;
        let sentences = &self.examined.candidates.get(place)?.sentences;
        Some(Group {
            rows: sentences.iter().map(|(_, row)| row.clone()).collect(),
            right: self.right_sentences.clone(),
        })
    }

    /// What the confidence is computed from, and whether the articles cover the question.
    pub(super) fn signals(&self) -> Option<Row> {
        let values = self.examined.signals.clone()?;
        Some(Row {
            values,
            right: self.covered,
        })
    }
}
