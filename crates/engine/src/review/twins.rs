//! Finds sections with nearly the same text, by the runs of words they share.
//!
//! After A. Broder, "On the resemblance and containment of documents" (1997): shingles of a few
//! words, and the share of the shorter text's shingles that the other contains.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use unicode_segmentation::UnicodeSegmentation as _;

use super::{Finding, Section};

/// Words in a shingle.
const SHINGLE_WORDS: usize = 5;

/// Fewest shingles for a section to have a twin; shorter ones match by chance.
const MIN_SHINGLES: usize = 20;

/// Most sections that may share a shingle; beyond that it is a stock phrase.
const MAX_SHARING: usize = 20;

/// The share of the shorter section's shingles, in percent, that makes two sections twins.
const MIN_SHARED_PERCENT: usize = 70;

pub(super) fn find(sections: &[Section]) -> Vec<Finding> {
    let shingles: Vec<HashSet<u64>> = sections.iter().map(|it| shingles(&it.text)).collect();
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, shingles) in shingles.iter().enumerate() {
        for shingle in shingles.iter().filter(|_| shingles.len() >= MIN_SHINGLES) {
            holders.entry(*shingle).or_default().push(at);
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for sharing in holders.values().filter(|it| it.len() <= MAX_SHARING) {
        for (place, one) in sharing.iter().enumerate() {
            for other in sharing.iter().skip(place + 1) {
                *shared.entry((*one, *other)).or_default() += 1;
            }
        }
    }
    let twins = shared.into_iter().filter_map(|((one, other), shared)| {
        let shorter = shingles.get(one)?.len().min(shingles.get(other)?.len());
        let percent = shared * 100 / shorter.max(1);
        (percent >= MIN_SHARED_PERCENT).then_some(Finding::Twins {
            one: sections.get(one)?.place.clone(),
            other: sections.get(other)?.place.clone(),
            percent: u8::try_from(percent).unwrap_or(100),
        })
    });
    twins.collect()
}

fn shingles(text: &str) -> HashSet<u64> {
    let words: Vec<String> = text.unicode_words().map(str::to_lowercase).collect();
    words
        .windows(SHINGLE_WORDS)
        .map(|shingle| {
            let mut hasher = DefaultHasher::new();
            shingle.hash(&mut hasher);
            hasher.finish()
        })
        .collect()
}
