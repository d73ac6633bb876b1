//! A postings list as a query reads it: the passages of a segment that contain one form of a word
//! in one field. It is read block by block or searched for single passages, always forward.

use std::io;
use std::sync::Arc;

use tantivy::postings::{BlockSegmentPostings, Postings as _, SegmentPostings, TermInfo};
use tantivy::{DocSet as _, TERMINATED};

use super::block_max::{BlockMax, Cursor};
use super::bm25::LengthNorms;
use super::field::SearchField;
use super::segment::Segment;

pub(super) struct Postings<'a> {
    segment: &'a Segment,
    field: SearchField,
    term: &'a TermInfo,
    norms: &'a LengthNorms,
    /// The query's factor of the score.
    pub(super) weight: f32,
    /// The index of the form among the term's forms.
    pub(super) form: usize,
    block_max: Arc<BlockMax>,
    block_max_cursor: Cursor,
    /// Opened when first read.
    blocks: Option<BlockReader>,
    /// Opened when first searched.
    random: Option<SegmentPostings>,
    /// Positions of the word in a passage; see [`Postings::read_positions`].
    positions: Vec<u32>,
    positions_of: Option<u32>,
}

struct BlockReader {
    postings: BlockSegmentPostings,
    /// The next entry of the current block.
    next: usize,
}

impl BlockReader {
    fn get_or_open(
        slot: &mut Option<Self>,
        open: impl FnOnce() -> io::Result<BlockSegmentPostings>,
    ) -> io::Result<&mut Self> {
        match slot {
            Some(reader) => Ok(reader),
            None => Ok(slot.insert(Self {
                postings: open()?,
                next: 0,
            })),
        }
    }
}

impl<'a> Postings<'a> {
    pub(super) fn new(
        segment: &'a Segment,
        (field, term): (SearchField, &'a TermInfo),
        (form, weight): (usize, f32),
        norms: &'a LengthNorms,
        block_max: Arc<BlockMax>,
    ) -> Self {
        Self {
            segment,
            field,
            term,
            norms,
            weight,
            form,
            block_max,
            block_max_cursor: Cursor::default(),
            blocks: None,
            random: None,
            positions: Vec::new(),
            positions_of: None,
        }
    }

    /// An upper bound on the factors of all passages.
    pub(super) fn max_factor(&self) -> f32 {
        self.block_max.max_factor
    }

    /// An upper bound on the factors of passages `from..to`; calls must ascend.
    pub(super) fn max_factor_within(&mut self, from: u32, to: u32) -> f32 {
        self.block_max
            .max_factor_within(&mut self.block_max_cursor, from, to)
    }

    /// Visits passages `from..to` with their factors; calls must ascend.
    pub(super) fn read(
        &mut self,
        from: u32,
        to: u32,
        mut visit: impl FnMut(u32, f32),
    ) -> io::Result<()> {
        let fieldnorms = self.segment.fieldnorms(self.field);
        let open = || self.segment.blocks(self.field, self.term);
        let BlockReader { postings, next } = BlockReader::get_or_open(&mut self.blocks, open)?;
        if postings
            .docs()
            .get(*next)
            .is_some_and(|&first| first < from)
        {
            *next = postings.seek(from);
        }
        loop {
            let passages = postings.docs().get(*next..).unwrap_or_default();
            let freqs = postings.freqs().get(*next..).unwrap_or_default();
            for (&passage, &freq) in passages.iter().zip(freqs) {
                if passage >= to {
                    return Ok(());
                }
                *next += 1;
                let norm = fieldnorms.fieldnorm_id(passage);
                visit(passage, self.norms.tf_factor(norm, freq));
            }
            if postings.docs().is_empty() {
                return Ok(());
            }
            postings.advance();
            *next = 0;
        }
    }

    /// Visits those of the given passages that the list contains, with their factors. Passages must
    /// ascend, across calls too.
    pub(super) fn intersect<T>(
        &mut self,
        passages: impl Iterator<Item = (u32, T)>,
        mut visit: impl FnMut(T, f32),
    ) -> io::Result<()> {
        let fieldnorms = self.segment.fieldnorms(self.field);
        let open = || self.segment.blocks(self.field, self.term);
        let BlockReader { postings, next } = BlockReader::get_or_open(&mut self.blocks, open)?;
        for (passage, value) in passages {
            if postings.docs().last().is_none_or(|&last| last < passage) {
                if postings.docs().is_empty() {
                    return Ok(());
                }
                *next = postings.seek(passage);
            }
            let rest = postings.docs().get(*next..).unwrap_or_default();
            *next += rest.iter().take_while(|&&doc| doc < passage).count();
            if postings.docs().get(*next) == Some(&passage) {
                let freq = postings.freqs().get(*next).copied().unwrap_or(0);
                let norm = fieldnorms.fieldnorm_id(passage);
                visit(value, self.norms.tf_factor(norm, freq));
            }
        }
        Ok(())
    }

    /// A passage's factor, or 0 if the list does not contain it; calls must ascend.
    pub(super) fn factor_of(&mut self, passage: u32) -> io::Result<f32> {
        let postings = match &mut self.random {
            Some(postings) => postings,
            None => {
                let postings = self.segment.postings(self.field, self.term)?;
                self.random.insert(postings)
            }
        };
        if postings.doc() < passage {
            postings.seek(passage);
        }
        if postings.doc() != passage {
            return Ok(0.0);
        }
        let freq = postings.term_freq();
        Ok(self.tf_factor(passage, freq))
    }

    /// The factor of something that occurs `freq` times in a passage's field.
    pub(super) fn tf_factor(&self, passage: u32, freq: u32) -> f32 {
        let norm = self.segment.fieldnorms(self.field).fieldnorm_id(passage);
        self.norms.tf_factor(norm, freq)
    }

    /// Reads the positions of the word in the passage last passed to [`Postings::factor_of`].
    pub(super) fn read_positions(&mut self) {
        let Some(postings) = &mut self.random else {
            return;
        };
        let passage = postings.doc();
        if passage != TERMINATED && self.positions_of != Some(passage) {
            postings.positions(&mut self.positions);
            self.positions_of = Some(passage);
        }
    }

    /// The positions in a passage; empty unless they were read for this passage.
    pub(super) fn positions(&self, passage: u32) -> &[u32] {
        if self.positions_of == Some(passage) {
            &self.positions
        } else {
            &[]
        }
    }
}
