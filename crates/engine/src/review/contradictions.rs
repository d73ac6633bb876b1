//! Finds articles that contradict each other: sentences of two articles that are the same except
//! for a number, or that are under the same heading, use mostly the same words and have different
//! numbers.

use std::collections::{BTreeMap, BTreeSet};

use unicode_segmentation::UnicodeSegmentation as _;

use super::{Finding, Section, SectionId};

/// Fewest words besides numbers for a sentence to show what its numbers are about.
const MIN_WORDS: usize = 4;

/// Most sentences that are compared with each other.
const MAX_COMPARED: usize = 60;

/// The share of words, in percent, that two sentences under one heading must have in common.
const MIN_SHARED_PERCENT: usize = 60;

/// How many characters of a sentence are quoted.
const SHOWN_CHARS: usize = 160;

/// A sentence with a number.
struct Sentence<'a> {
    place: &'a SectionId,
    text: &'a str,
    words: BTreeSet<String>,
    numbers: BTreeSet<String>,
}

pub(super) fn find(sections: &[Section]) -> Vec<Finding> {
    let mut same_words: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut same_heading: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut sentences = Vec::new();
    for section in sections {
        for text in section.text.lines().flat_map(str::unicode_sentences) {
            let Some((sentence, masked)) = read(&section.place, text.trim()) else {
                continue;
            };
            let at = sentences.len();
            same_words.entry(masked).or_default().push(at);
            if let Some(heading) = &section.place.heading {
                let heading = heading.to_lowercase();
                same_heading.entry(heading).or_default().push(at);
            }
            sentences.push(sentence);
        }
    }
    let mut contradictions: BTreeSet<(usize, usize)> = BTreeSet::new();
    for group in same_words.values() {
        contradictions.extend(pairs(group, |one, other| differ(&sentences, one, other)));
    }
    for group in same_heading.values() {
        let contradict =
            |one, other| differ(&sentences, one, other) && share_words(&sentences, one, other);
        contradictions.extend(pairs(group, contradict));
    }
    let cut = |text: &str| text.chars().take(SHOWN_CHARS).collect();
    contradictions
        .into_iter()
        .filter_map(|(one, other)| {
            let (one, other) = (sentences.get(one)?, sentences.get(other)?);
            Some(Finding::Differ {
                one: one.place.clone(),
                other: other.place.clone(),
                said: cut(one.text),
                said_otherwise: cut(other.text),
            })
        })
        .collect()
}

/// Reads a sentence with numbers; also returns it with the numbers left out.
fn read<'a>(place: &'a SectionId, text: &'a str) -> Option<(Sentence<'a>, String)> {
    let mut words = BTreeSet::new();
    let mut numbers = BTreeSet::new();
    let mut masked = String::new();
    for word in text.unicode_words() {
        if word.contains(|c: char| c.is_numeric()) {
            numbers.insert(word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned());
            masked.push_str("# ");
        } else {
            let word = word.to_lowercase();
            masked.push_str(&word);
            masked.push(' ');
            words.insert(word);
        }
    }
    if numbers.is_empty() || words.len() < MIN_WORDS {
        return None;
    }
    let sentence = Sentence {
        place,
        text,
        words,
        numbers,
    };
    Some((sentence, masked))
}

fn pairs(
    group: &[usize],
    is_wanted: impl Fn(usize, usize) -> bool,
) -> impl Iterator<Item = (usize, usize)> {
    let group = group.get(..MAX_COMPARED).unwrap_or(group);
    let mut found = Vec::new();
    for (place, one) in group.iter().enumerate() {
        for other in group.iter().skip(place + 1) {
            if is_wanted(*one, *other) {
                found.push((*one, *other));
            }
        }
    }
    found.into_iter()
}

/// Whether each of two articles has a number that the other lacks.
fn differ(sentences: &[Sentence<'_>], one: usize, other: usize) -> bool {
    let (Some(one), Some(other)) = (sentences.get(one), sentences.get(other)) else {
        return false;
    };
    one.place.path != other.place.path
        && !one.numbers.is_subset(&other.numbers)
        && !other.numbers.is_subset(&one.numbers)
}

fn share_words(sentences: &[Sentence<'_>], one: usize, other: usize) -> bool {
    let (Some(one), Some(other)) = (sentences.get(one), sentences.get(other)) else {
        return false;
    };
    let both = one.words.intersection(&other.words).count();
    let all = one.words.union(&other.words).count();
    both * 100 >= all * MIN_SHARED_PERCENT
}
