//! A bounded memo of values computed from words.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// The longest word that is kept as a number, in bytes; one more byte encodes its length.
const SHORT_BYTES: usize = 15;

/// Forgets everything once it is full. Most words are short and kept as numbers, which compare
/// without following a pointer.
pub(super) struct Memo<T> {
    capacity: usize,
    short: HashMap<u128, T, BuildHasherDefault<WordHasher>>,
    long: HashMap<Box<str>, T, BuildHasherDefault<WordHasher>>,
}

impl<T: Clone> Memo<T> {
    /// For at most `capacity` words; 0 remembers nothing.
    pub(super) fn new(capacity: usize) -> Self {
        Self {
            capacity,
            short: HashMap::default(),
            long: HashMap::default(),
        }
    }

    #[inline]
    pub(super) fn get_or_compute(&mut self, written: &str, compute: impl FnOnce() -> T) -> T {
        let short = as_number(written);
        let known = match short {
            Some(number) => self.short.get(&number),
            None => self.long.get(written),
        };
        if let Some(known) = known {
            return known.clone();
        }
        let value = compute();
        if self.capacity > 0 {
            if self.short.len() + self.long.len() >= self.capacity {
                self.short.clear();
                self.long.clear();
            }
            match short {
                Some(number) => self.short.insert(number, value.clone()),
                None => self.long.insert(written.into(), value.clone()),
            };
        }
        value
    }
}

/// A short word's bytes and their number.
fn as_number(word: &str) -> Option<u128> {
    if word.len() > SHORT_BYTES {
        return None;
    }
    let mut bytes = [0; SHORT_BYTES + 1];
    let [letters @ .., length] = &mut bytes;
    letters
        .get_mut(..word.len())?
        .copy_from_slice(word.as_bytes());
    *length = u8::try_from(word.len()).ok()?;
    Some(u128::from_le_bytes(bytes))
}

/// Multiplies words in, eight bytes at a time. No defence against crafted collisions is needed:
/// articles come from whoever runs the program.
#[derive(Default)]
struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let mut eight = [0; 8];
            for (to, from) in eight.iter_mut().zip(part) {
                *to = *from;
            }
            self.mix(u64::from_le_bytes(eight));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn write_u128(&mut self, number: u128) {
        let [low, high] = [number, number >> 64].map(|half| half & u128::from(u64::MAX));
        self.mix(u64::try_from(low).unwrap_or_default());
        self.mix(u64::try_from(high).unwrap_or_default());
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

impl WordHasher {
    /// The multiplier is that of Fibonacci hashing (Knuth, volume 3, 6.4).
    fn mix(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_any_length_are_kept_apart() {
        let written: Vec<String> = (0..40).map(|length| "a\0".repeat(length)).collect();
        let halves = written
            .iter()
            .map(|it| it.trim_end_matches('\0').to_owned());
        let words: Vec<String> = written.iter().cloned().chain(halves.skip(1)).collect();
        let mut memo = Memo::new(words.len());
        for (number, word) in words.iter().enumerate() {
            assert_eq!(memo.get_or_compute(word, || number), number);
        }
        for (number, word) in words.iter().enumerate() {
            assert_eq!(memo.get_or_compute(word, || usize::MAX), number);
        }
    }

    #[test]
    fn it_does_not_outgrow_its_capacity() {
        let mut memo = Memo::new(10);
        for number in 0..100 {
            memo.get_or_compute(&format!("word{number}"), || ());
            memo.get_or_compute(&format!("a word of some length {number}"), || ());
        }
        assert!(memo.short.len() + memo.long.len() <= 10);
    }

    #[test]
    fn a_capacity_of_zero_remembers_nothing() {
        let mut memo = Memo::new(0);
        assert_eq!(memo.get_or_compute("word", || 1), 1);
        assert_eq!(memo.get_or_compute("word", || 2), 2);
    }
}
