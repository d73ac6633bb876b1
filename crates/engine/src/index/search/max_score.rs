//! The top k of a segment for a query, without scoring most passages that match.
//!
//! A query's terms are groups of postings lists: a stem and a word as written, in the text, the
//! title and the headings, in one or more forms. Tantivy prunes nothing but unions of plain lists;
//! for such groups it would read every list to its end, and time would grow with the corpus.
//!
//! This is MaxScore (Turtle and Flood 1995) over windows of passages, with block-max bounds (Ding
//! and Suel 2011). In each window, the terms that could not lift a passage over the threshold even
//! together are *non-essential*: no passage that matches only those can be in the top k. The
//! essential lists are read one after the other, each adding to the window's accumulators, which
//! needs no heap of cursors. Passages whose sum and bounds exceed the threshold become candidates
//! and are looked up in the non-essential lists, those with the greatest bounds first, for as long
//! as they can still exceed it. The remaining ones, a thousand or fewer of a million, are scored as
//! tantivy would: every part, in the same order, with the same arithmetic. Bigrams come last, since
//! decoding positions costs most.

use std::mem;

use tantivy::DocAddress;

use super::super::IndexError;
use super::bigram_bounds::BigramBounds;
use super::block_max::BlockMaxCache;
use super::bm25::LengthNorms;
use super::field::{PerField, SearchField};
use super::filter::SegmentFilter;
use super::query::{Bigram, Query, QueryTerm, bit};
use super::scorer::{TermScorer, bigram_score};
use super::segment::Segment;
use super::top_k::TopK;
use super::window::{self, Window};

/// Bounds are summed in another order than scores, so they may round differently. Sums of a few
/// hundred numbers differ by less than this factor.
const ROUNDING_SLACK: f32 = 1.0001;

/// A passage of the window, its partial score, and the bits of the terms whose stem is in its text.
type Candidate = (u32, f32, u64);

/// A query on one segment.
pub(super) struct MaxScore<'a> {
    segment: &'a Segment,
    ord: u32,
    filter: SegmentFilter,
    scorers: Vec<TermScorer<'a>>,
    bigrams: &'a [Bigram],
    /// For the current window.
    bigram_bounds: BigramBounds,
    /// Every term in every field; those with the smallest bound per posting first.
    order: Vec<(usize, SearchField)>,
    window: Window,
    candidates: Vec<Candidate>,
    /// The most forms that a term has in one field.
    max_forms: f32,
}

impl<'a> MaxScore<'a> {
    /// `ord` is the segment's index in the generation.
    pub(super) fn new(
        query: &'a Query<'a>,
        (ord, segment): (usize, &'a Segment),
        filter: SegmentFilter,
        norms: &'a PerField<LengthNorms>,
        block_max: &BlockMaxCache,
    ) -> Result<Self, IndexError> {
        let open =
            |term: &'a QueryTerm<'a>| TermScorer::open(term, (ord, segment), norms, block_max);
        let scorers: Vec<TermScorer<'a>> =
            query.terms.iter().map(open).collect::<Result<_, _>>()?;
        Ok(Self {
            segment,
            ord: u32::try_from(ord).unwrap_or(u32::MAX),
            filter,
            order: (0..scorers.len())
                .flat_map(|term| SearchField::ALL.map(|field| (term, field)))
                .collect(),
            scorers,
            bigrams: &query.bigrams,
            bigram_bounds: BigramBounds::new(&query.bigrams, query.terms.len()),
            window: Window::new(),
            candidates: Vec::new(),
            max_forms: query.max_forms(),
        })
    }

    pub(super) fn collect(mut self, top: &mut TopK) -> Result<(), IndexError> {
        for scorer in &mut self.scorers {
            scorer.bound_segment();
        }
        if self.non_essential(top.threshold()) == self.order.len() {
            return Ok(());
        }
        let mut from = 0;
        while from < self.segment.passages {
            let to = from
                .saturating_add(window::PASSAGES)
                .min(self.segment.passages);
            for scorer in &mut self.scorers {
                scorer.bound_window(from, to);
            }
            let non_essential = self.non_essential(top.threshold());
            if non_essential < self.order.len() {
                self.accumulate(non_essential, from, to)?;
                self.collect_window(non_essential, from, top)?;
            }
            from = to;
        }
        Ok(())
    }

    /// Sorts the order and returns how many terms at its start are non-essential: a passage that
    /// matches no others cannot exceed the threshold.
    fn non_essential(&mut self, threshold: f32) -> usize {
        let Self {
            scorers,
            bigrams,
            bigram_bounds,
            order,
            ..
        } = self;
        let stem_bound = |term: usize| scorers.get(term).map_or(0.0, |it| it.stem_bound);
        let bound = |(term, field): (usize, SearchField)| {
            let scorer: Option<&TermScorer<'_>> = scorers.get(term);
            scorer.map_or(0.0, |scorer| *scorer.bounds.get(field))
        };
        let bound_per_posting = |(term, field): (usize, SearchField)| {
            let length = scorers.get(term).map_or(1.0, |it| *it.lengths.get(field));
            bound((term, field)) / length
        };
        order.sort_by(|&one, &other| bound_per_posting(one).total_cmp(&bound_per_posting(other)));
        bigram_bounds.update(bigrams, stem_bound);
        let mut sum = 0.0;
        let mut stems = 0u64;
        for (index, &(term, field)) in order.iter().enumerate() {
            sum += bound((term, field));
            if field == SearchField::Body {
                stems |= bit(term);
                for bigram in *bigrams {
                    let is_new = bigram.first == term || bigram.second == term;
                    if is_new && stems & bigram.both == bigram.both {
                        sum += bigram_bounds.of(bigram);
                    }
                }
            }
            if sum * ROUNDING_SLACK > threshold {
                return index;
            }
        }
        order.len()
    }

    /// Adds the essential terms to the accumulators of a window.
    fn accumulate(&mut self, non_essential: usize, from: u32, to: u32) -> Result<(), IndexError> {
        let Self {
            scorers,
            order,
            window,
            ..
        } = self;
        for &(term, field) in order.get(non_essential..).unwrap_or_default() {
            let stem = if field == SearchField::Body {
                bit(term)
            } else {
                0
            };
            let scorer = scorers.get_mut(term);
            for postings in scorer.into_iter().flat_map(|it| it.postings.get_mut(field)) {
                let weight = postings.weight;
                let add = |passage: u32, factor| window.add(passage - from, weight * factor, stem);
                postings
                    .read(from, to, add)
                    .map_err(IndexError::engine_io)?;
            }
        }
        Ok(())
    }

    /// Offers the passages of a window that may be in the top k.
    fn collect_window(
        &mut self,
        non_essential: usize,
        from: u32,
        top: &mut TopK,
    ) -> Result<(), IndexError> {
        let (mut bound, mut stems) = (0.0, 0u64);
        for &(term, field) in self.order.get(..non_essential).unwrap_or_default() {
            if let Some(scorer) = self.scorers.get(term) {
                bound += scorer.bounds.get(field);
                if field == SearchField::Body && scorer.stem_bound > 0.0 {
                    stems |= bit(term);
                }
            }
        }
        self.take_candidates(bound, from, top.threshold());
        if let Some(floor) = self.window_floor(top.k()) {
            top.raise_floor(floor / ROUNDING_SLACK);
        }
        let mut candidates = mem::take(&mut self.candidates);
        let threshold = top.threshold();
        self.add_non_essential(&mut candidates, (bound, stems), non_essential, threshold)?;
        for &(passage, sum, stems) in &candidates {
            if (sum + self.bigram_bounds.within(stems)) * ROUNDING_SLACK > top.threshold() {
                self.score(passage, top)?;
            }
        }
        self.candidates = candidates;
        Ok(())
    }

    /// Adds the non-essential terms to the candidates, those with the greatest bounds first, and
    /// drops candidates that can no longer exceed the threshold. `bound` is what those terms may
    /// add together, `stems` those whose stem may be in the text.
    fn add_non_essential(
        &mut self,
        candidates: &mut Vec<Candidate>,
        (mut bound, mut stems): (f32, u64),
        non_essential: usize,
        threshold: f32,
    ) -> Result<(), IndexError> {
        let mut terms = self.order.get(..non_essential).unwrap_or_default().to_vec();
        let bound_of = |(term, field): (usize, SearchField)| {
            let scorer: Option<&TermScorer<'_>> = self.scorers.get(term);
            scorer.map_or(0.0, |scorer| *scorer.bounds.get(field))
        };
        terms.sort_by(|&one, &other| bound_of(other).total_cmp(&bound_of(one)));
        let all_bigrams = self.bigram_bounds.total();
        let mut stems_changed = false;
        for (term, field) in terms {
            // Which bigrams are still possible depends on stems only, and takes a while to add up.
            candidates.retain(|&(_, sum, found)| {
                (sum + bound + all_bigrams) * ROUNDING_SLACK > threshold
                    && (!stems_changed
                        || (sum + bound + self.bigram_bounds.within(found | stems))
                            * ROUNDING_SLACK
                            > threshold)
            });
            stems_changed = field == SearchField::Body;
            if candidates.is_empty() {
                return Ok(());
            }
            let Some(scorer) = self.scorers.get_mut(term) else {
                continue;
            };
            bound -= scorer.bounds.get(field);
            let mut stem = 0;
            if field == SearchField::Body {
                stem = bit(term);
                stems &= !stem;
            }
            for postings in scorer.postings.get_mut(field) {
                let weight = postings.weight;
                let passages = candidates
                    .iter_mut()
                    .map(|(passage, sum, found)| (*passage, (sum, found)));
                postings
                    .intersect(passages, |(sum, found), factor| {
                        *sum += weight * factor;
                        *found |= stem;
                    })
                    .map_err(IndexError::engine_io)?;
            }
        }
        Ok(())
    }

    /// Empties the window into `candidates`, keeping passages that may still exceed the threshold.
    /// `bound` is what the non-essential terms may add.
    fn take_candidates(&mut self, bound: f32, from: u32, threshold: f32) {
        self.candidates.clear();
        let bigrams = self.bigram_bounds.total();
        let mut word = 0;
        while let Some((offset, sum, stems)) = self.window.take_next(&mut word) {
            let passage = from + offset;
            let competes = (sum + bound + bigrams) * ROUNDING_SLACK > threshold;
            if competes && self.segment.is_alive(passage) && self.filter.accepts(passage) {
                self.candidates.push((passage, sum, stems));
            }
        }
    }

    /// A lower bound on the scores of the best k candidates. Without it, hundreds would be scored
    /// until the first k have set a threshold. The sums add up all forms of a term in a field, of
    /// which only the best counts: hence the division.
    fn window_floor(&self, k: usize) -> Option<f32> {
        let last = k.checked_sub(1)?;
        if self.candidates.len() <= k {
            return None;
        }
        let mut sums: Vec<f32> = self.candidates.iter().map(|(_, sum, _)| *sum).collect();
        let (_, floor, _) = sums.select_nth_unstable_by(last, |one, other| other.total_cmp(one));
        Some(*floor / self.max_forms)
    }

    /// Scores a passage exactly and offers it.
    fn score(&mut self, passage: u32, top: &mut TopK) -> Result<(), IndexError> {
        let threshold = top.threshold();
        for scorer in &mut self.scorers {
            scorer.score(passage)?;
        }
        let scores = self.scorers.iter().flat_map(|it| it.scores.iter());
        let mut score: f32 = scores.map(|(_, score)| score).sum();
        let bigrams = self.bigrams.iter();
        let bounds = bigrams.map(|bigram| bigram.max_weight * self.bigram_factor_bound(bigram));
        if (score + bounds.sum::<f32>()) * ROUNDING_SLACK <= threshold {
            return Ok(());
        }
        let bigrams = self.bigrams;
        for bigram in bigrams {
            if self.bigram_factor_bound(bigram) > 0.0 {
                score += self.bigram_score(bigram, passage);
            }
        }
        top.offer(score, DocAddress::new(self.ord, passage));
        Ok(())
    }

    /// An upper bound on a bigram's factor in the current passage: it occurs no more often than the
    /// rarer of its words.
    fn bigram_factor_bound(&self, bigram: &Bigram) -> f32 {
        let stem_factor = |term| {
            self.scorers
                .get(term)
                .map_or(0.0, |scorer: &TermScorer<'_>| scorer.stem_factor)
        };
        stem_factor(bigram.first).min(stem_factor(bigram.second))
    }

    fn bigram_score(&mut self, bigram: &Bigram, passage: u32) -> f32 {
        let both = self.scorers.get_disjoint_mut([bigram.first, bigram.second]);
        both.map_or(0.0, |[first, second]| {
            bigram_score(first, second, bigram, passage)
        })
    }
}
