//! The passages that hold one form of a word at one place, in one part, as a question reads them:
//! run by run, or looked up one by one, each from the first passage to the last.

use std::io;
use std::sync::Arc;

use tantivy::postings::{BlockSegmentPostings, Postings as _, SegmentPostings, TermInfo};
use tantivy::{DocSet as _, TERMINATED};

use super::bm25::Lengths;
use super::maxima::{Cursor, Maxima};
use super::part::{Part, Place};

pub(super) struct List<'a> {
    part: &'a Part,
    place: Place,
    at: &'a TermInfo,
    lengths: &'a Lengths,
    /// What a passage's part of the score is multiplied by.
    pub(super) weight: f32,
    /// Its number among the term's forms.
    pub(super) form: usize,
    maxima: Arc<Maxima>,
    windows: Cursor,
    reading: Option<Reading>,
    looking: Option<SegmentPostings>,
    /// Where the word stands in the passage that was looked up last; see [`List::read_positions`].
    positions: Vec<u32>,
    positions_of: Option<u32>,
}

struct Reading {
    list: BlockSegmentPostings,
    /// Of the run.
    next: usize,
}

impl Reading {
    /// The one that is under way, or begun now.
    fn of(
        under_way: &mut Option<Self>,
        open: impl FnOnce() -> io::Result<BlockSegmentPostings>,
    ) -> io::Result<&mut Self> {
        match under_way {
            Some(reading) => Ok(reading),
            None => Ok(under_way.insert(Self {
                list: open()?,
                next: 0,
            })),
        }
    }
}

impl<'a> List<'a> {
    pub(super) fn new(
        part: &'a Part,
        (place, at): (Place, &'a TermInfo),
        (form, weight): (usize, f32),
        lengths: &'a Lengths,
        maxima: Arc<Maxima>,
    ) -> Self {
        Self {
            part,
            place,
            at,
            lengths,
            weight,
            form,
            maxima,
            windows: Cursor::default(),
            reading: None,
            looking: None,
            positions: Vec::new(),
            positions_of: None,
        }
    }

    /// A bound on the factors of all its passages.
    pub(super) fn greatest(&self) -> f32 {
        self.maxima.greatest
    }

    /// A bound on the factors of the passages in a window; windows are asked for in order.
    pub(super) fn greatest_within(&mut self, from: u32, to: u32) -> f32 {
        self.maxima.within(&mut self.windows, from, to)
    }

    /// Its passages in a window with their factors; windows are read in order.
    pub(super) fn read(
        &mut self,
        from: u32,
        to: u32,
        mut take: impl FnMut(u32, f32),
    ) -> io::Result<()> {
        let stored = self.part.lengths(self.place);
        let opened = || self.part.list(self.place, self.at);
        let Reading { list, next } = Reading::of(&mut self.reading, opened)?;
        if list.docs().get(*next).is_some_and(|&first| first < from) {
            *next = list.seek(from);
        }
        loop {
            let passages = list.docs().get(*next..).unwrap_or_default();
            let counts = list.freqs().get(*next..).unwrap_or_default();
            for (&passage, &count) in passages.iter().zip(counts) {
                if passage >= to {
                    return Ok(());
                }
                *next += 1;
                let stored = stored.fieldnorm_id(passage);
                take(passage, self.lengths.factor(stored, count));
            }
            if list.docs().is_empty() {
                return Ok(());
            }
            list.advance();
            *next = 0;
        }
    }

    /// Those of some passages that are in the list, with their factors. The passages ascend, over all
    /// windows.
    pub(super) fn find<T>(
        &mut self,
        passages: impl Iterator<Item = (u32, T)>,
        mut take: impl FnMut(T, f32),
    ) -> io::Result<()> {
        let stored = self.part.lengths(self.place);
        let opened = || self.part.list(self.place, self.at);
        let Reading { list, next } = Reading::of(&mut self.reading, opened)?;
        for (passage, of) in passages {
            if list.docs().last().is_none_or(|&last| last < passage) {
                if list.docs().is_empty() {
                    return Ok(());
                }
                *next = list.seek(passage);
            }
            let run = list.docs().get(*next..).unwrap_or_default();
            *next += run.iter().take_while(|&&held| held < passage).count();
            if list.docs().get(*next) == Some(&passage) {
                let count = list.freqs().get(*next).copied().unwrap_or(0);
                take(of, self.lengths.factor(stored.fieldnorm_id(passage), count));
            }
        }
        Ok(())
    }

    /// A passage's factor, 0 for one that is not in the list; passages are looked up in order.
    pub(super) fn look_up(&mut self, passage: u32) -> io::Result<f32> {
        let looking = match &mut self.looking {
            Some(looking) => looking,
            None => {
                let list = self.part.places_of(self.place, self.at)?;
                self.looking.insert(list)
            }
        };
        if looking.doc() < passage {
            looking.seek(passage);
        }
        if looking.doc() != passage {
            return Ok(0.0);
        }
        let count = looking.term_freq();
        Ok(self.factor(passage, count))
    }

    /// The factor of something that occurs so often in a passage.
    pub(super) fn factor(&self, passage: u32, count: u32) -> f32 {
        let stored = self.part.lengths(self.place).fieldnorm_id(passage);
        self.lengths.factor(stored, count)
    }

    /// Reads where the word stands in the passage that was looked up last.
    pub(super) fn read_positions(&mut self) {
        let Some(looking) = &mut self.looking else {
            return;
        };
        let passage = looking.doc();
        if passage != TERMINATED && self.positions_of != Some(passage) {
            looking.positions(&mut self.positions);
            self.positions_of = Some(passage);
        }
    }

    /// In a passage; empty for another than the one that they were read of.
    pub(super) fn positions(&self, passage: u32) -> &[u32] {
        if self.positions_of == Some(passage) {
            &self.positions
        } else {
            &[]
        }
    }
}
