//! A term of a question in a part: its lists at all places, and what they can add to a score.

use super::super::IndexError;
use super::bm25::Lengths;
use super::list::List;
use super::maxima::Known;
use super::part::{Part, Place, Places};
use super::plan::{Form, Group, Pair};

/// What a term has in a part.
pub(super) struct Sought<'a> {
    pub(super) lists: Places<Vec<List<'a>>>,
    /// How many passages its lists have, at least 1.
    pub(super) lengths: Places<f32>,
    /// What it can add to a score in the window.
    pub(super) bounds: Places<f32>,
    /// The greatest factor of its stems in the text in the window.
    pub(super) stem_bound: f32,
    /// What it adds to it.
    pub(super) values: Places<f32>,
    /// The greatest factor of its stems in the text of that passage.
    pub(super) stem: f32,
}

impl<'a> Sought<'a> {
    pub(super) fn open(
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
                        .of((number, part), place, at)
                        .map_err(IndexError::engine_io)?;
                    let weighed = (number_of_form, form.weight);
                    lists.push(List::new(part, (place, at), weighed, lengths, maxima));
                }
            }
            Ok(lists)
        })?;
        Ok(Self {
            lists,
            lengths: Places::of(|place| length(group.get(place), number)),
            bounds: Places::of(|_| 0.0),
            stem_bound: 0.0,
            values: Places::of(|_| 0.0),
            stem: 0.0,
        })
    }

    /// Bounds it by all its passages.
    pub(super) fn bound_all(&mut self) {
        self.bound_by(|list| list.greatest());
    }

    /// Bounds it by the passages of a window; windows come in order.
    pub(super) fn bound_window(&mut self, from: u32, to: u32) {
        self.bound_by(|list| list.greatest_within(from, to));
    }

    fn bound_by(&mut self, mut greatest: impl FnMut(&mut List<'_>) -> f32) {
        self.stem_bound = 0.0;
        for (place, lists) in self.lists.iter_mut() {
            let mut most = 0.0f32;
            for list in lists {
                let factor = greatest(list);
                most = most.max(list.weight * factor);
                if place == Place::Body {
                    self.stem_bound = self.stem_bound.max(factor);
                }
            }
            *self.bounds.get_mut(place) = most;
        }
    }

    /// What the term adds to a passage; passages come in order.
    pub(super) fn look_up(&mut self, passage: u32) -> Result<(), IndexError> {
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
        }
        Ok(())
    }
}

#[expect(clippy::cast_precision_loss, reason = "lists are only compared by it")]
fn length(forms: &[Form<'_>], part: usize) -> f32 {
    let lists = forms
        .iter()
        .filter_map(|form| form.lists.get(part)?.as_ref());
    lists.map(|list| list.doc_freq).sum::<u32>().max(1) as f32
}

/// What two words that stand together add to the score of a passage, which was looked up in both.
pub(super) fn together<'a>(
    first: &mut Sought<'a>,
    second: &mut Sought<'a>,
    pair: &Pair,
    passage: u32,
) -> f32 {
    let first = first.lists.get_mut(Place::Body);
    let second = second.lists.get_mut(Place::Body);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_counted_where_the_second_follows_the_first() {
        assert_eq!(neighbours(&[0, 4, 9], &[1, 3, 10]), 2);
        assert_eq!(neighbours(&[3], &[2]), 0);
        assert_eq!(neighbours(&[1, 2, 3], &[1, 2, 3]), 2);
        assert_eq!(neighbours(&[], &[1]), 0);
    }
}
