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
//! first, for as long as they still can. The rest, a few hundred of a million, are scored as the
//! engine would have: every part, in the same order, in the same arithmetic. Pairs of words are
//! checked last, since unpacking where words stand costs most.

use std::mem;

use tantivy::DocAddress;

use super::super::IndexError;
use super::best::Best;
use super::bm25::Lengths;
use super::list::List;
use super::maxima::Known;
use super::part::{Part, Place, Places};
use super::plan::{Group, Pair, Plan, bit};

/// Passages that are summed up at a time: as many as fit the fastest memory of a processor.
const WINDOW: u32 = 2048;
const WINDOW_CELLS: usize = WINDOW as usize;

/// Bounds are summed up in another order than scores. Sums of a few hundred numbers differ by less
/// than this part.
const SLACK: f32 = 1.0001;

/// What a term has in a part.
struct Sought<'a> {
    lists: Places<Vec<List<'a>>>,
    /// What it can add to a score in the window.
    bound: f32,
    /// The greatest factor of its stems in the text in the window.
    stem_bound: f32,
    /// What it can add to the score of the passage that is looked at.
    bound_here: f32,
    /// What it adds to it.
    values: Places<f32>,
    /// The greatest factor of its stems in the text of that passage.
    stem: f32,
}

/// A question in a part.
pub(super) struct Evaluation<'a> {
    part: &'a Part,
    number: u32,
    /// Passages as if they were not there, ascending.
    without: Vec<u32>,
    sought: Vec<Sought<'a>>,
    pairs: &'a [Pair],
    /// What the pairs can add in the window.
    pair_bounds: Vec<f32>,
    /// Numbers of `sought`, those that can add least in the window first.
    order: Vec<usize>,
    cells: Cells,
}

/// A window's passages.
struct Cells {
    sums: Vec<f32>,
    /// A bit a term whose stem is in the text.
    stems: Vec<u64>,
    /// A bit a passage that anything was added to.
    touched: Vec<u64>,
}

impl<'a> Evaluation<'a> {
    /// `number` is the part's place in the generation.
    pub(super) fn new(
        plan: &'a Plan<'a>,
        (number, part): (usize, &'a Part),
        without: Vec<u32>,
        lengths: &'a Places<Lengths>,
        known: &Known,
    ) -> Result<Self, IndexError> {
        let open = |group: &'a Group<'a>| Sought::open(group, (number, part), lengths, known);
        let sought: Vec<Sought<'a>> = plan.groups.iter().map(open).collect::<Result<_, _>>()?;
        Ok(Self {
            part,
            number: u32::try_from(number).unwrap_or(u32::MAX),
            without,
            order: (0..sought.len()).collect(),
            sought,
            pairs: &plan.pairs,
            pair_bounds: vec![0.0; plan.pairs.len()],
            cells: Cells {
                sums: vec![0.0; WINDOW_CELLS],
                stems: vec![0; WINDOW_CELLS],
                touched: vec![0; WINDOW_CELLS / 64],
            },
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
            let to = from.saturating_add(WINDOW).min(self.part.passages);
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
        let bound = |place: usize| sought.get(place).map_or(0.0, |it| it.bound);
        let stem_bound = |place: usize| sought.get(place).map_or(0.0, |it| it.stem_bound);
        order.sort_by(|&one, &other| bound(one).total_cmp(&bound(other)).then(one.cmp(&other)));
        for (pair, most) in pairs.iter().zip(pair_bounds.iter_mut()) {
            let factor = stem_bound(pair.first).min(stem_bound(pair.second));
            *most = pair.greatest_weight * factor;
        }
        let mut sum = 0.0;
        let mut without = 0u64;
        for (unread, &place) in order.iter().enumerate() {
            without |= bit(place);
            sum += bound(place);
            for (pair, most) in pairs.iter().zip(pair_bounds.iter()) {
                let is_new = pair.first == place || pair.second == place;
                if is_new && without & pair.both == pair.both {
                    sum += most;
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
            cells,
            ..
        } = self;
        for &place in order.get(unread..).unwrap_or_default() {
            let Some(sought) = sought.get_mut(place) else {
                continue;
            };
            for (at, lists) in sought.lists.iter_mut() {
                let stem = if at == Place::Body { bit(place) } else { 0 };
                for list in lists {
                    let weight = list.weight;
                    let add =
                        |passage: u32, factor| cells.add(passage - from, weight * factor, stem);
                    list.read(from, to, add).map_err(IndexError::engine_io)?;
                }
            }
        }
        Ok(())
    }

    /// Looks closer at the passages of a window that may be among the best.
    fn examine_all(&mut self, unread: usize, from: u32, best: &mut Best) -> Result<(), IndexError> {
        let others = self.order.get(..unread).unwrap_or_default();
        let others = others
            .iter()
            .filter_map(|&place| Some((place, self.sought.get(place)?)));
        let (mut most, mut stems) = (0.0, 0u64);
        for (place, sought) in others {
            most += sought.bound;
            if sought.stem_bound > 0.0 {
                stems |= bit(place);
            }
        }
        let all_pairs: f32 = self.pair_bounds.iter().sum();
        for word in 0..self.cells.touched.len() {
            let mut touched = self.cells.touched.get_mut(word).map_or(0, mem::take);
            while touched != 0 {
                let cell = word * 64 + touched.trailing_zeros() as usize;
                touched &= touched - 1;
                let (sum, held) = self.cells.take(cell);
                let threshold = best.threshold();
                if (sum + most + all_pairs) * SLACK <= threshold {
                    continue;
                }
                let pairs = self.pairs_of(held | stems);
                if (sum + most + pairs) * SLACK <= threshold {
                    continue;
                }
                let passage = from + cell as u32;
                if self.part.is_alive(passage) && self.without.binary_search(&passage).is_err() {
                    self.examine(passage, sum, unread, best)?;
                }
            }
        }
        Ok(())
    }

    /// What the pairs of these terms can add.
    fn pairs_of(&self, stems: u64) -> f32 {
        let pairs = self.pairs.iter().zip(&self.pair_bounds);
        pairs
            .filter(|(pair, _)| stems & pair.both == pair.both)
            .map(|(_, most)| most)
            .sum()
    }

    /// `sum` is what the terms from `unread` on add to the passage.
    fn examine(
        &mut self,
        passage: u32,
        sum: f32,
        unread: usize,
        best: &mut Best,
    ) -> Result<(), IndexError> {
        let threshold = best.threshold();
        let (unread, read) = self.order.split_at_checked(unread).unwrap_or_default();
        let all_pairs: f32 = self.pair_bounds.iter().sum();
        let mut known = sum;
        let mut most = 0.0;
        for &place in unread {
            if let Some(sought) = self.sought.get_mut(place) {
                most += sought.bound_passage(passage);
            }
        }
        for &place in unread.iter().rev() {
            if (known + most + all_pairs) * SLACK <= threshold {
                return Ok(());
            }
            if let Some(sought) = self.sought.get_mut(place) {
                most -= sought.bound_here;
                known += sought.look_up(passage)?;
            }
        }
        for &place in read {
            if let Some(sought) = self.sought.get_mut(place) {
                sought.look_up(passage)?;
            }
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
        let both = [pair.first, pair.second];
        let Ok([first, second]) = self.sought.get_disjoint_mut(both) else {
            return 0.0;
        };
        let (first, second) = (
            first.lists.get_mut(Place::Body),
            second.lists.get_mut(Place::Body),
        );
        for list in first.iter_mut().chain(second.iter_mut()) {
            list.read_positions();
        }
        let mut most = 0.0f32;
        for one in first.iter() {
            for other in second.iter() {
                let count = neighbours(one.positions(passage), other.positions(passage));
                if count > 0 {
                    let factor = one.factor(passage, count);
                    most = most.max(pair.weight(one.form, other.form) * factor);
                }
            }
        }
        most
    }
}

impl<'a> Sought<'a> {
    fn open(
        group: &'a Group<'a>,
        (number, part): (usize, &'a Part),
        lengths: &'a Places<Lengths>,
        known: &Known,
    ) -> Result<Self, IndexError> {
        let lists = Places::try_new(|place| -> Result<_, IndexError> {
            let lengths = lengths.get(place);
            let mut lists = Vec::new();
            for (number_of_form, form) in group.get(place).iter().enumerate() {
                if let Some(Some(at)) = form.lists.get(number) {
                    let maxima = known
                        .of((number, part), place, at, lengths)
                        .map_err(IndexError::engine_io)?;
                    let weighed = (number_of_form, form.weight);
                    lists.push(List::new(part, (place, at), weighed, lengths, maxima));
                }
            }
            Ok(lists)
        })?;
        Ok(Self {
            lists,
            bound: 0.0,
            stem_bound: 0.0,
            bound_here: 0.0,
            values: Places::of(|_| 0.0),
            stem: 0.0,
        })
    }

    fn bound_all(&mut self) {
        self.bound_by(|list| list.greatest());
    }

    fn bound_window(&mut self, from: u32, to: u32) {
        self.bound_by(|list| list.greatest_within(from, to));
    }

    fn bound_by(&mut self, mut greatest: impl FnMut(&mut List<'_>) -> f32) {
        (self.bound, self.stem_bound) = (0.0, 0.0);
        for (place, lists) in self.lists.iter_mut() {
            let mut most = 0.0f32;
            for list in lists {
                let factor = greatest(list);
                most = most.max(list.weight * factor);
                if place == Place::Body {
                    self.stem_bound = self.stem_bound.max(factor);
                }
            }
            self.bound += most;
        }
    }

    fn bound_passage(&mut self, passage: u32) -> f32 {
        let bounds = self.lists.iter_mut().map(|(_, lists)| {
            let bounds = lists
                .iter_mut()
                .map(|list| list.weight * list.greatest_at(passage));
            bounds.fold(0.0, f32::max)
        });
        self.bound_here = bounds.sum();
        self.bound_here
    }

    /// What the term adds to a passage.
    fn look_up(&mut self, passage: u32) -> Result<f32, IndexError> {
        let mut sum = 0.0;
        self.stem = 0.0;
        for (place, lists) in self.lists.iter_mut() {
            let mut most = 0.0f32;
            for list in lists {
                let factor = list.look_up(passage).map_err(IndexError::engine_io)?;
                most = most.max(list.weight * factor);
                if place == Place::Body {
                    self.stem = self.stem.max(factor);
                }
            }
            *self.values.get_mut(place) = most;
            sum += most;
        }
        Ok(sum)
    }
}

impl Cells {
    #[inline]
    fn add(&mut self, cell: u32, value: f32, stem: u64) {
        let Ok(cell) = usize::try_from(cell) else {
            return;
        };
        let (sum, stems) = (self.sums.get_mut(cell), self.stems.get_mut(cell));
        let touched = self.touched.get_mut(cell / 64);
        if let (Some(sum), Some(stems), Some(touched)) = (sum, stems, touched) {
            *sum += value;
            *stems |= stem;
            *touched |= 1 << (cell % 64);
        }
    }

    /// What was added to a passage, and the terms whose stem is in its text.
    #[inline]
    fn take(&mut self, cell: usize) -> (f32, u64) {
        let sum = self.sums.get_mut(cell).map_or(0.0, mem::take);
        (sum, self.stems.get_mut(cell).map_or(0, mem::take))
    }
}

/// How often a word of the second kind stands right after one of the first.
fn neighbours(first: &[u32], second: &[u32]) -> u32 {
    let (mut first, mut second) = (first.iter().peekable(), second.iter().peekable());
    let mut count = 0;
    while let (Some(&&one), Some(&&other)) = (first.peek(), second.peek()) {
        let wanted = one.saturating_add(1);
        if wanted <= other {
            first.next();
        }
        if wanted >= other {
            second.next();
        }
        count += u32::from(wanted == other);
    }
    count
}
