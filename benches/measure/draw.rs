//! Numbers that look random and are the same every time: SplitMix64 (Steele, Lea and Flood 2014).

/// A sequence of numbers, given by its seed.
#[derive(Debug)]
pub(super) struct Draw(u64);

impl Draw {
    /// The sequence with this number among those of a seed.
    pub(super) fn new(seed: u64, number: usize) -> Self {
        Self(seed ^ (number as u64).wrapping_mul(0xd134_2543_de82_ef95))
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(super) fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// Above 0, and 1 at most.
    pub(super) fn fraction(&mut self) -> f64 {
        const BITS: u32 = 53;
        ((self.next() >> (u64::BITS - BITS)) + 1) as f64 / (1_u64 << BITS) as f64
    }

    /// Any order of these, each as likely as the next (Fisher and Yates 1938).
    pub(super) fn shuffled<T: Clone>(&mut self, items: &[T]) -> Vec<T> {
        let mut items = items.to_vec();
        for end in (1..items.len()).rev() {
            items.swap(end, self.below(end + 1));
        }
        items
    }
}
