//! A run of passages whose scores are summed up at the same time, list by list.

use std::mem;

/// Passages of a window: as many as fit the fastest memory of a processor.
pub(super) const PASSAGES: u32 = 2048;
const CELLS: usize = PASSAGES as usize;

/// Passages marked in a word.
const WORD: usize = 64;

/// What was added to each of a run of passages so far.
pub(super) struct Window {
    sums: Vec<f32>,
    /// A bit a term whose stem is in the text.
    stems: Vec<u64>,
    /// A bit a passage that anything was added to.
    touched: Vec<u64>,
}

impl Window {
    pub(super) fn new() -> Self {
        Self {
            sums: vec![0.0; CELLS],
            stems: vec![0; CELLS],
            touched: vec![0; CELLS / WORD],
        }
    }

    /// Adds to a passage, counted from the first of the window; `stem` is a bit for the term if its
    /// stem is in the text, else 0.
    #[inline]
    pub(super) fn add(&mut self, cell: u32, value: f32, stem: u64) {
        let Ok(cell) = usize::try_from(cell) else {
            return;
        };
        let (sum, stems) = (self.sums.get_mut(cell), self.stems.get_mut(cell));
        let touched = self.touched.get_mut(cell / WORD);
        if let (Some(sum), Some(stems), Some(touched)) = (sum, stems, touched) {
            *sum += value;
            *stems |= stem;
            *touched |= 1 << (cell % WORD);
        }
    }

    /// Takes out the next passage that anything was added to, counted from the first of the window,
    /// with what was added and the terms whose stem is in its text. `word` is where to go on: 0 at
    /// first.
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
            let cell = u32::try_from(*word * WORD).ok()? + bit;
            let at = usize::try_from(cell).ok()?;
            let sum = self.sums.get_mut(at).map_or(0.0, mem::take);
            let stems = self.stems.get_mut(at).map_or(0, mem::take);
            return Some((cell, sum, stems));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_taken_out_once_and_in_order() {
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
