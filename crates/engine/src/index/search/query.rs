//! A question as the lists of a generation see it: groups of lists, and what each of them weighs.

use std::collections::HashMap;
use std::io;

use tantivy::postings::TermInfo;

use super::super::IndexError;
use super::super::analysis::question::Term;
use super::bm25;
use super::part::{Part, Place, Places};

// What a match adds, with a stem in the text as 1. Measured on questions over articles on which
// nothing was tuned: pairs add 2.2 points to the best passage being first, exact forms 0.2, title
// 0.2 (more in small corpora).
const BODY_WEIGHT: f32 = 1.0;
const EXACT_WEIGHT: f32 = 0.5;
const PAIR_WEIGHT: f32 = 0.3;
const TITLE_WEIGHT: f32 = 0.3;
const HEADINGS_WEIGHT: f32 = 0.3;

/// Terms of a question that are searched for; more would cost time and add nothing. A set of terms
/// fits 64 bits.
pub(super) const MAX_TERMS: usize = 64;

/// What is searched for.
pub(super) struct Plan<'a> {
    /// One a term of the question.
    pub(super) groups: Vec<Group<'a>>,
    /// Terms that stand together in the question, in its order.
    pub(super) pairs: Vec<Pair>,
}

/// A term: the best of its forms counts at each place.
pub(super) type Group<'a> = Places<Vec<Form<'a>>>;

/// A form of a term at one place.
pub(super) struct Form<'a> {
    pub(super) word: &'a str,
    /// What a passage's part of the score is multiplied by.
    pub(super) weight: f32,
    /// By part; `None` where no passage holds it.
    pub(super) lists: Vec<Option<TermInfo>>,
}

/// Two terms, as neighbours in the text.
pub(super) struct Pair {
    pub(super) first: usize,
    pub(super) second: usize,
    /// A bit each, by their place in the question.
    pub(super) both: u64,
    pub(super) greatest_weight: f32,
    /// A row for each stem of the first, with what each stem of the second makes it weigh.
    weights: Vec<Vec<f32>>,
}

impl Pair {
    /// Of a term and the one after it; `weights` as the field.
    pub(super) fn new(first: usize, weights: Vec<Vec<f32>>) -> Self {
        let second = first + 1;
        Self {
            first,
            second,
            both: bit(first) | bit(second),
            greatest_weight: weights.iter().flatten().copied().fold(0.0, f32::max),
            weights,
        }
    }

    pub(super) fn weight(&self, one: usize, other: usize) -> f32 {
        let row = self.weights.get(one);
        row.and_then(|row| row.get(other)).copied().unwrap_or(0.0)
    }
}

impl<'a> Plan<'a> {
    /// Of `all` passages, in these parts.
    pub(super) fn new(terms: &'a [Term], parts: &[Part], all: u64) -> Result<Self, IndexError> {
        let mut pooled: Places<HashMap<&str, u64>> = Places::of(|_| HashMap::new());
        let mut groups = Vec::with_capacity(terms.len());
        for term in terms {
            groups.push(Places::try_new(|place| -> Result<_, IndexError> {
                let forms = find(term, place, parts)?;
                let held = held_together(&forms).min(all);
                let pooled = pooled.get_mut(place);
                pooled.extend(forms.iter().map(|form| (form.word, held)));
                Ok(forms)
            })?);
        }
        for group in &mut groups {
            for (place, forms) in group.iter_mut() {
                for form in forms {
                    let held = pooled.get(place).get(form.word).copied();
                    form.weight = bm25::weight(held.unwrap_or(0), all) * weight(place);
                }
            }
        }
        let stems = pooled.get(Place::Body);
        let pairs = pairs(terms, |one, other| {
            let held = |word| stems.get(word).copied().unwrap_or(0);
            bm25::weight_of_both(held(one), held(other), all) * PAIR_WEIGHT
        });
        Ok(Self { groups, pairs })
    }

    /// Forms of a term at one place, at most; at least 1.
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    pub(super) fn forms(&self) -> f32 {
        let groups = self.groups.iter().flat_map(Places::iter);
        groups
            .map(|(_, forms)| forms.len())
            .max()
            .unwrap_or(1)
            .max(1) as f32
    }
}

fn find<'a>(term: &'a Term, place: Place, parts: &[Part]) -> Result<Vec<Form<'a>>, IndexError> {
    let form = |word: &'a String| {
        let lists = parts.iter().map(|part| part.find(place, word));
        let lists: io::Result<_> = lists.collect();
        Ok(Form {
            word,
            weight: 0.0,
            lists: lists.map_err(IndexError::engine_io)?,
        })
    };
    words(term, place).iter().map(form).collect()
}

/// The forms of a term that stand at a place.
pub(super) fn words(term: &Term, place: Place) -> &[String] {
    match place {
        Place::Exact => &term.exact,
        Place::Body | Place::Title | Place::Headings => &term.stems,
    }
}

/// Forms of one word count as one word: its frequency is that of all its forms. Else a form that
/// is rare because few articles are in its language would outweigh every other word.
fn held_together(forms: &[Form<'_>]) -> u64 {
    let lists = forms.iter().flat_map(|form| &form.lists).flatten();
    lists.map(|list| u64::from(list.doc_freq)).sum()
}

fn pairs(terms: &[Term], weight: impl Fn(&str, &str) -> f32) -> Vec<Pair> {
    let neighbours = terms.iter().zip(terms.iter().skip(1)).enumerate();
    neighbours
        .filter(|(_, (first, second))| second.position == first.position.saturating_add(1))
        .map(|(place, (first, second))| {
            let row = |one: &String| second.stems.iter().map(|it| weight(one, it)).collect();
            let weights: Vec<Vec<f32>> = first.stems.iter().map(row).collect();
            Pair::new(place, weights)
        })
        .collect()
}

/// A term in a set of terms.
pub(super) fn bit(term: usize) -> u64 {
    1 << (term % MAX_TERMS)
}

fn weight(place: Place) -> f32 {
    match place {
        Place::Body => BODY_WEIGHT,
        Place::Exact => EXACT_WEIGHT,
        Place::Title => TITLE_WEIGHT,
        Place::Headings => HEADINGS_WEIGHT,
    }
}
