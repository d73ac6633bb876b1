//! What was made of words, by how they were written.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Bytes of a word that is kept as a number, at most; one more tells how many they are.
const SHORT_BYTES: usize = 15;

/// Forgets everything before it grows beyond a number of words. Most words are short: they are
/// kept as numbers, which are compared without looking anywhere else.
pub(super) struct Remembered<T> {
    most: usize,
    short: HashMap<u128, T, BuildHasherDefault<WordHasher>>,
    long: HashMap<Box<str>, T, BuildHasherDefault<WordHasher>>,
}

impl<T: Clone> Remembered<T> {
    /// Remembers so many words at most.
    pub(super) fn new(most: usize) -> Self {
        Self {
            most,
            short: HashMap::default(),
            long: HashMap::default(),
        }
    }

    /// What is known of a word, or is worked out now.
    #[inline]
    pub(super) fn of(&mut self, written: &str, work_out: impl FnOnce() -> T) -> T {
        let short = as_number(written);
        let known = match short {
            Some(number) => self.short.get(&number),
            None => self.long.get(written),
        };
        if let Some(known) = known {
            return known.clone();
        }
        let made = work_out();
        if self.most > 0 {
            if self.short.len() + self.long.len() >= self.most {
                self.short.clear();
                self.long.clear();
            }
            match short {
                Some(number) => self.short.insert(number, made.clone()),
                None => self.long.insert(written.into(), made.clone()),
            };
        }
        made
    }
}

/// A short word's bytes, and how many they are.
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

/// Words come eight bytes at a time, each multiplied in: they are short, few and nobody's attack,
/// since articles come from whoever runs the program.
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
    fn words_are_told_apart_at_any_length() {
        let written: Vec<String> = (0..40).map(|length| "a\0".repeat(length)).collect();
        let halves = written
            .iter()
            .map(|it| it.trim_end_matches('\0').to_owned());
        let words: Vec<String> = written.iter().cloned().chain(halves.skip(1)).collect();
        let mut remembered = Remembered::new(words.len());
        for (number, word) in words.iter().enumerate() {
            assert_eq!(remembered.of(word, || number), number);
        }
        for (number, word) in words.iter().enumerate() {
            assert_eq!(remembered.of(word, || usize::MAX), number);
        }
    }

    #[test]
    fn it_forgets_before_it_grows_without_bounds() {
        let mut remembered = Remembered::new(10);
        for number in 0..100 {
            remembered.of(&format!("word{number}"), || ());
            remembered.of(&format!("a word of some length {number}"), || ());
        }
        assert!(remembered.short.len() + remembered.long.len() <= 10);
    }

    #[test]
    fn nothing_is_remembered_where_nothing_is_to_be() {
        let mut remembered = Remembered::new(0);
        assert_eq!(remembered.of("word", || 1), 1);
        assert_eq!(remembered.of("word", || 2), 2);
    }
}
