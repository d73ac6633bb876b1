//! Scores one term of a query in a segment, over all its fields and forms.

use super::super::IndexError;
use super::block_max::BlockMaxCache;
use super::bm25::LengthNorms;
use super::field::{PerField, SearchField};
use super::postings::Postings;
use super::query::{Bigram, QueryForm, QueryTerm};
use super::segment::Segment;

pub(super) struct TermScorer<'a> {
    pub(super) postings: PerField<Vec<Postings<'a>>>,
    /// The total length of a field's postings, at least 1.
    pub(super) lengths: PerField<f32>,
    /// Upper bounds on the scores in the current window.
    pub(super) bounds: PerField<f32>,
    /// An upper bound on the factors of the stems in the text, in the current window.
    pub(super) stem_bound: f32,
    /// The scores of the current passage.
    pub(super) scores: PerField<f32>,
    /// The greatest factor of the stems in the text of the current passage.
    pub(super) stem_factor: f32,
}

impl<'a> TermScorer<'a> {
    /// Opens a term in the `ord`th segment.
    pub(super) fn open(
        term: &'a QueryTerm<'a>,
        (ord, segment): (usize, &'a Segment),
        norms: &'a PerField<LengthNorms>,
        block_max: &BlockMaxCache,
    ) -> Result<Self, IndexError> {
        let postings = PerField::try_new(|field| -> Result<_, IndexError> {
            let norms = norms.get(field);
            let mut postings = Vec::new();
            for (index, form) in term.get(field).iter().enumerate() {
                if let Some(Some(info)) = form.segments.get(ord) {
                    let block_max = block_max
                        .get((ord, segment), field, info)
                        .map_err(IndexError::engine_io)?;
                    let weighted = (index, form.weight);
                    let list = Postings::new(segment, (field, info), weighted, norms, block_max);
                    postings.push(list);
                }
            }
            Ok(postings)
        })?;
        Ok(Self {
            postings,
            lengths: PerField::new(|field| postings_length(term.get(field), ord)),
            bounds: PerField::new(|_| 0.0),
            stem_bound: 0.0,
            scores: PerField::new(|_| 0.0),
            stem_factor: 0.0,
        })
    }

    /// Sets the bounds to those of the whole segment.
    pub(super) fn bound_segment(&mut self) {
        self.bound_by(|postings| postings.max_factor());
    }

    /// Sets the bounds to those of passages `from..to`; windows must ascend.
    pub(super) fn bound_window(&mut self, from: u32, to: u32) {
        self.bound_by(|postings| postings.max_factor_within(from, to));
    }

    fn bound_by(&mut self, mut max_factor: impl FnMut(&mut Postings<'_>) -> f32) {
        self.stem_bound = 0.0;
        for (field, lists) in self.postings.iter_mut() {
            let mut bound = 0.0f32;
            for postings in lists {
                let factor = max_factor(postings);
                bound = bound.max(postings.weight * factor);
                if field == SearchField::Body {
                    self.stem_bound = self.stem_bound.max(factor);
                }
            }
            *self.bounds.get_mut(field) = bound;
        }
    }

    /// Scores a passage; passages must ascend.
    pub(super) fn score(&mut self, passage: u32) -> Result<(), IndexError> {
        self.stem_factor = 0.0;
        for (field, lists) in self.postings.iter_mut() {
            let mut score = 0.0f32;
            for postings in lists {
                let factor = postings.factor_of(passage).map_err(IndexError::engine_io)?;
                score = score.max(postings.weight * factor);
                if field == SearchField::Body {
                    self.stem_factor = self.stem_factor.max(factor);
                }
            }
            *self.scores.get_mut(field) = score;
        }
        Ok(())
    }
}

#[expect(clippy::cast_precision_loss, reason = "it only orders postings lists")]
fn postings_length(forms: &[QueryForm<'_>], segment: usize) -> f32 {
    let infos = forms
        .iter()
        .filter_map(|form| form.segments.get(segment)?.as_ref());
    infos.map(|info| info.doc_freq).sum::<u32>().max(1) as f32
}

/// The score of a bigram in a passage that both scorers were asked about last.
pub(super) fn bigram_score<'a>(
    first: &mut TermScorer<'a>,
    second: &mut TermScorer<'a>,
    bigram: &Bigram,
    passage: u32,
) -> f32 {
    let first = first.postings.get_mut(SearchField::Body);
    let second = second.postings.get_mut(SearchField::Body);
    for postings in first.iter_mut().chain(second.iter_mut()) {
        postings.read_positions();
    }
    let mut score = 0.0f32;
    for one in first.iter() {
        for other in second.iter() {
            let freq = adjacent(one.positions(passage), other.positions(passage));
            if freq > 0 {
                let factor = one.tf_factor(passage, freq);
                score = score.max(bigram.weight(one.form, other.form) * factor);
            }
        }
    }
    score
}

/// How often a position of the second list directly follows one of the first.
fn adjacent(first: &[u32], second: &[u32]) -> u32 {
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
    fn positions_are_adjacent_where_the_second_follows_the_first() {
        assert_eq!(adjacent(&[0, 4, 9], &[1, 3, 10]), 2);
        assert_eq!(adjacent(&[3], &[2]), 0);
        assert_eq!(adjacent(&[1, 2, 3], &[1, 2, 3]), 2);
        assert_eq!(adjacent(&[], &[1]), 0);
    }
}
