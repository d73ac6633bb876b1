//! Sections that say the same: by the runs of words that stand in both.
//!
//! After A. Broder, "On the resemblance and containment of documents" (1997): shingles of a few
//! words, and the share of the shorter text's that the other has.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use unicode_segmentation::UnicodeSegmentation as _;

use super::{Finding, Section};

/// Words in a run.
const RUN: usize = 5;

/// Runs from which a section can have a twin; shorter ones are alike by chance.
const LEAST_RUNS: usize = 20;

/// Sections that may share a run; what stands in more is a phrase of the house.
const MOST_SHARING: usize = 20;

/// Percent of the shorter section's runs that make twins.
const ALIKE_PERCENT: usize = 70;

pub(super) fn find(sections: &[Section]) -> Vec<Finding> {
    let runs: Vec<HashSet<u64>> = sections.iter().map(|it| runs(&it.text)).collect();
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, runs) in runs.iter().enumerate() {
        for run in runs.iter().filter(|_| runs.len() >= LEAST_RUNS) {
            holders.entry(*run).or_default().push(at);
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for sharing in holders.values().filter(|it| it.len() <= MOST_SHARING) {
        for (place, one) in sharing.iter().enumerate() {
            for other in sharing.iter().skip(place + 1) {
                *shared.entry((*one, *other)).or_default() += 1;
            }
        }
    }
    let twins = shared.into_iter().filter_map(|((one, other), shared)| {
        let shorter = runs.get(one)?.len().min(runs.get(other)?.len());
        let percent = shared * 100 / shorter.max(1);
        (percent >= ALIKE_PERCENT).then_some(Finding::Twins {
            one: sections.get(one)?.place.clone(),
            other: sections.get(other)?.place.clone(),
            percent: u8::try_from(percent).unwrap_or(100),
        })
    });
    twins.collect()
}

fn runs(text: &str) -> HashSet<u64> {
    let words: Vec<String> = text.unicode_words().map(str::to_lowercase).collect();
    words
        .windows(RUN)
        .map(|run| {
            let mut hasher = DefaultHasher::new();
            run.hash(&mut hasher);
            hasher.finish()
        })
        .collect()
}
