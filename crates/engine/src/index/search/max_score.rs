//! The best passages of a part for a question, without looking at most of the others.
//!
//! A question's terms are groups of lists: a stem and what was written, in the text, the title and
//! the headings, in one or more forms. The engine prunes nothing but unions of plain lists. For such
//! groups it reads every list from end to end, and an ask takes as long as the corpus is large.
//!
//! This is MaxScore (Turtle and Flood 1995) on windows of passages, with bounds that are taken from
//! runs of the lists (Ding and Suel 2011). In a window, the terms that could not bring a passage
//! among the best even together are not read: a passage that has nothing else cannot be there. What the
//! others add is summed up passage by passage, list by list, which takes no heap of cursors. Passages
//! whose sum and bounds exceed what is to be beaten are looked up in the remaining lists, the weightiest
//! first, for as long as they still can. The rest, a thousand or fewer of a million, are scored as the
//! engine would have: every part, in the same order, in the same arithmetic. Pairs of words are
//! checked last, since unpacking where words stand costs most.
//!
//! Two thirds of the time of a question to a million passages go by here: of all of it a sixth looking
//! candidates up, some 300,000 a question, a fourteenth letting go of them, a tenth reading lists. Tried
//! and dropped: shared out between two threads, questions were answered only about a tenth sooner; a
//! threshold taken from the best ten, with bounds at six tenths, halved the time and gave other passages
//! for most questions; binary search in a run reads more than it saves, since a candidate is five passages
//! away on average; windows without marks for what was touched take a fifth more instructions. Bounds
//! over blocks of 16 passages that are the same for all lists (Mallia, Suel and Tonellotto 2024), with
//! the best blocks read first, leave about one block of fifty to be read, and took as long: each read in
//! a block waits for memory, and so does taking the bounds of the middling lists, which are too many to
//! keep. For the slowest of a hundred questions, on common words only, a third of all blocks were left.

use std::mem;

use tantivy::DocAddress;

use super::super::IndexError;
use super::admitted::Admitted;
use super::best::Best;
use super::bm25::Lengths;
use super::maxima::Known;
use super::pairs::PairBounds;
use super::part::{Part, Place, Places};
use super::plan::{Group, Pair, Plan, bit};
use super::sought::{self, Sought};
use super::window::{self, Window};

/// Bounds are summed up in another order than scores. Sums of a few hundred numbers differ by less
/// than this part.
const SLACK: f32 = 1.0001;

/// A question in a part.
pub(super) struct Evaluation<'a> {
    part: &'a Part,
    number: u32,
    admitted: Admitted,
    sought: Vec<Sought<'a>>,
    pairs: &'a [Pair],
    /// What the pairs can add in the window.
    pair_bounds: PairBounds,
    /// Terms at their places, those that can add least for the length of their lists first.
    order: Vec<(usize, Place)>,
    window: Window,
    /// Passages of the window with what was added to them, and the terms whose stem is in the text.
    candidates: Vec<(u32, f32, u64)>,
    /// Lists of a term at one place, at most.
    forms: f32,
}

impl<'a> Evaluation<'a> {
    /// `number` is the part's place in the generation.
    pub(super) fn new(
        plan: &'a Plan<'a>,
        (number, part): (usize, &'a Part),
        admitted: Admitted,
        lengths: &'a Places<Lengths>,
        known: &Known,
    ) -> Result<Self, IndexError> {
        let open = |group: &'a Group<'a>| Sought::open(group, (number, part), lengths, known);
        let sought: Vec<Sought<'a>> = plan.groups.iter().map(open).collect::<Result<_, _>>()?;
        Ok(Self {
            part,
            number: u32::try_from(number).unwrap_or(u32::MAX),
            admitted,
            order: (0..sought.len())
                .flat_map(|term| Place::ALL.map(|place| (term, place)))
                .collect(),
            sought,
            pairs: &plan.pairs,
            pair_bounds: PairBounds::new(&plan.pairs, plan.groups.len()),
            window: Window::new(),
            candidates: Vec::new(),
            forms: plan.forms(),
        })
    }

    pub(super) fn run(mut self, best: &mut Best) -> Result<(), IndexError> {
        for sought in &mut self.sought {
            sought.bound_all();
        }
        if self.unread(best.threshold()) == self.order.len() {
            return Ok(());
        }
        let mut from = 0;
        while from < self.part.passages {
            let to = from
                .saturating_add(window::PASSAGES)
                .min(self.part.passages);
            for sought in &mut self.sought {
                sought.bound_window(from, to);
            }
            let unread = self.unread(best.threshold());
            if unread < self.order.len() {
                self.read(unread, from, to)?;
                self.examine_all(unread, from, best)?;
            }
            from = to;
        }
        Ok(())
    }

    /// How many terms of the order need not be read: passages that have no others cannot get
    /// over the threshold.
    fn unread(&mut self, threshold: f32) -> usize {
        let Self {
            sought,
            pairs,
            pair_bounds,
            order,
            ..
        } = self;
        let stem_bound = |term: usize| sought.get(term).map_or(0.0, |it| it.stem_bound);
        let bound = |(term, place): (usize, Place)| {
            let sought: Option<&Sought<'_>> = sought.get(term);
            sought.map_or(0.0, |sought| *sought.bounds.get(place))
        };
        let worth = |(term, place): (usize, Place)| {
            let length = sought.get(term).map_or(1.0, |it| *it.lengths.get(place));
            bound((term, place)) / length
        };
        order.sort_by(|&one, &other| worth(one).total_cmp(&worth(other)));
        pair_bounds.take(pairs, stem_bound);
        let mut sum = 0.0;
        let mut without = 0u64;
        for (unread, &(term, place)) in order.iter().enumerate() {
            sum += bound((term, place));
            if place == Place::Body {
                without |= bit(term);
                for pair in *pairs {
                    let is_new = pair.first == term || pair.second == term;
                    if is_new && without & pair.both == pair.both {
                        sum += pair_bounds.of(pair);
                    }
                }
            }
            if sum * SLACK > threshold {
                return unread;
            }
        }
        order.len()
    }

    /// Sums up what the terms from `unread` on add to the passages of a window.
    fn read(&mut self, unread: usize, from: u32, to: u32) -> Result<(), IndexError> {
        let Self {
            sought,
            order,
            window,
            ..
        } = self;
        for &(term, place) in order.get(unread..).unwrap_or_default() {
            let stem = if place == Place::Body { bit(term) } else { 0 };
            let sought = sought.get_mut(term);
            for list in sought.into_iter().flat_map(|it| it.lists.get_mut(place)) {
                let weight = list.weight;
                let add = |passage: u32, factor| window.add(passage - from, weight * factor, stem);
                list.read(from, to, add).map_err(IndexError::engine_io)?;
            }
        }
        Ok(())
    }

    /// Looks closer at the passages of a window that may be among the best.
    fn examine_all(&mut self, unread: usize, from: u32, best: &mut Best) -> Result<(), IndexError> {
        let (mut most, mut stems) = (0.0, 0u64);
        for &(term, place) in self.order.get(..unread).unwrap_or_default() {
            if let Some(sought) = self.sought.get(term) {
                most += sought.bounds.get(place);
                if place == Place::Body && sought.stem_bound > 0.0 {
                    stems |= bit(term);
                }
            }
        }
        self.collect(most, from, best.threshold());
        if let Some(floor) = self.floor(best.limit()) {
            best.raise(floor / SLACK);
        }
        let mut candidates = mem::take(&mut self.candidates);
        self.complete(&mut candidates, (most, stems), unread, best.threshold())?;
        for &(passage, sum, stems) in &candidates {
            if (sum + self.pair_bounds.among(stems)) * SLACK > best.threshold() {
                self.examine(passage, best)?;
            }
        }
        self.candidates = candidates;
        Ok(())
    }

    /// Adds what is unread to the candidates of a window, list by list, those first that can add
    /// most, and lets go of the candidates that can no longer get over a threshold. `most` is what
    /// all of it can add, `stems` are the terms whose stem it may find in the text.
    fn complete(
        &mut self,
        candidates: &mut Vec<(u32, f32, u64)>,
        (mut most, mut stems): (f32, u64),
        unread: usize,
        threshold: f32,
    ) -> Result<(), IndexError> {
        let mut unread = self.order.get(..unread).unwrap_or_default().to_vec();
        let bound = |(term, place): (usize, Place)| {
            let sought: Option<&Sought<'_>> = self.sought.get(term);
            sought.map_or(0.0, |sought| *sought.bounds.get(place))
        };
        unread.sort_by(|&one, &other| bound(other).total_cmp(&bound(one)));
        let all_pairs = self.pair_bounds.all();
        let mut is_told = false;
        for (term, place) in unread {
            // Which pairs are possible is told by stems only, and takes a while to add up.
            candidates.retain(|&(_, sum, held)| {
                (sum + most + all_pairs) * SLACK > threshold
                    && (!is_told
                        || (sum + most + self.pair_bounds.among(held | stems)) * SLACK > threshold)
            });
            is_told = place == Place::Body;
            if candidates.is_empty() {
                return Ok(());
            }
            let Some(sought) = self.sought.get_mut(term) else {
                continue;
            };
            most -= sought.bounds.get(place);
            let mut stem = 0;
            if place == Place::Body {
                stem = bit(term);
                stems &= !stem;
            }
            for list in sought.lists.get_mut(place) {
                let weight = list.weight;
                let found = candidates
                    .iter_mut()
                    .map(|(passage, sum, held)| (*passage, (sum, held)));
                list.find(found, |(sum, held), factor| {
                    *sum += weight * factor;
                    *held |= stem;
                })
                .map_err(IndexError::engine_io)?;
            }
        }
        Ok(())
    }

    /// Takes the passages of a window that may get over a threshold with what is still open.
    fn collect(&mut self, open: f32, from: u32, threshold: f32) {
        self.candidates.clear();
        let pairs = self.pair_bounds.all();
        let mut word = 0;
        while let Some((cell, sum, stems)) = self.window.take_next(&mut word) {
            let passage = from + cell;
            let may = (sum + open + pairs) * SLACK > threshold;
            if may && self.part.is_alive(passage) && self.admitted.has(passage) {
                self.candidates.push((passage, sum, stems));
            }
        }
    }

    /// What the best `limit` candidates of a window have at least. Without it, hundreds would be
    /// examined until the first have set a threshold. Of the forms of a term at one place the best
    /// counts, and all of them were summed up.
    fn floor(&self, limit: usize) -> Option<f32> {
        let last = limit.checked_sub(1)?;
        if self.candidates.len() <= limit {
            return None;
        }
        let mut sums: Vec<f32> = self.candidates.iter().map(|(_, sum, _)| *sum).collect();
        let (_, floor, _) = sums.select_nth_unstable_by(last, |one, other| other.total_cmp(one));
        Some(*floor / self.forms)
    }

    /// Scores a passage.
    fn examine(&mut self, passage: u32, best: &mut Best) -> Result<(), IndexError> {
        let threshold = best.threshold();
        for sought in &mut self.sought {
            sought.look_up(passage)?;
        }
        let values = self.sought.iter().flat_map(|sought| sought.values.iter());
        let mut score: f32 = values.map(|(_, value)| value).sum();
        let pairs = self.pairs.iter();
        let bounds = pairs.map(|pair| pair.greatest_weight * self.stem_of_both(pair));
        if (score + bounds.sum::<f32>()) * SLACK <= threshold {
            return Ok(());
        }
        let pairs = self.pairs;
        for pair in pairs {
            if self.stem_of_both(pair) > 0.0 {
                score += self.together(pair, passage);
            }
        }
        best.offer(score, DocAddress::new(self.number, passage));
        Ok(())
    }

    /// A bound on the factor of two words that stand together in the passage looked at: they do so
    /// no more often than the rarer of them stands there.
    fn stem_of_both(&self, pair: &Pair) -> f32 {
        let stem = |place| {
            self.sought
                .get(place)
                .map_or(0.0, |sought: &Sought<'_>| sought.stem)
        };
        stem(pair.first).min(stem(pair.second))
    }

    /// What two words that stand together add to the passage looked at.
    fn together(&mut self, pair: &Pair, passage: u32) -> f32 {
        let both = self.sought.get_disjoint_mut([pair.first, pair.second]);
        both.map_or(0.0, |[first, second]| {
            sought::together(first, second, pair, passage)
        })
    }
}
