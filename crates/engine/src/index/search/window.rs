//! A window of passages with an accumulator each, into which postings are added list by list.

use std::mem;

/// Passages per window; their accumulators fit in a processor's first-level cache.
pub(super) const PASSAGES: u32 = 2048;
const SLOTS: usize = PASSAGES as usize;

/// Slots per word of the `touched` bitmap.
const WORD: usize = 64;

pub(super) struct Window {
    /// Partial scores.
    sums: Vec<f32>,
    /// The bits of the terms whose stem is in the text.
    stems: Vec<u64>,
    /// One bit for each slot that anything was added to.
    touched: Vec<u64>,
}

impl Window {
    pub(super) fn new() -> Self {
        Self {
            sums: vec![0.0; SLOTS],
            stems: vec![0; SLOTS],
            touched: vec![0; SLOTS / WORD],
        }
    }

    /// Adds to the passage at an offset in the window. `stem` is the term's bit if its stem is in
    /// the text, otherwise 0.
    #[inline]
    pub(super) fn add(&mut self, offset: u32, score: f32, stem: u64) {
        let Ok(slot) = usize::try_from(offset) else {
            return;
        };
        let (sum, stems) = (self.sums.get_mut(slot), self.stems.get_mut(slot));
        let touched = self.touched.get_mut(slot / WORD);
        if let (Some(sum), Some(stems), Some(touched)) = (sum, stems, touched) {
            *sum += score;
            *stems |= stem;
            *touched |= 1 << (slot % WORD);
        }
    }

    /// Takes the next touched passage out of the window: its offset, its partial score, and its
    /// stems. `word` remembers where to continue; start with 0.
    #[inline]
    pub(super) fn take_next(&mut self, word: &mut usize) -> Option<(u32, f32, u64)> {
        loop {
            let touched = self.touched.get_mut(*word)?;
            if *touched == 0 {
                *word += 1;
                continue;
            }
            let bit = touched.trailing_zeros();
            *touched &= *touched - 1;
            let offset = u32::try_from(*word * WORD).ok()? + bit;
            let slot = usize::try_from(offset).ok()?;
            let sum = self.sums.get_mut(slot).map_or(0.0, mem::take);
            let stems = self.stems.get_mut(slot).map_or(0, mem::take);
            return Some((offset, sum, stems));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_touched_passage_is_taken_once_and_in_order() {
        let mut window = Window::new();
        window.add(700, 1.0, 1);
        window.add(3, 2.0, 0);
        window.add(700, 0.5, 2);
        window.add(PASSAGES, 9.0, 0);
        let mut word = 0;
        let taken: Vec<_> = std::iter::from_fn(|| window.take_next(&mut word)).collect();
        assert_eq!(taken, [(3, 2.0, 0), (700, 1.5, 3)]);
        assert_eq!(window.take_next(&mut 0), None);
    }
}
