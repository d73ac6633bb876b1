//! Short strings that do not repeat: the id in a failure's message and log line, and the nonce by
//! which Discord recognises a message that was sent twice.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

/// Digits that are not confused when read aloud (Crockford's base 32).
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Bits in a digit.
const BITS: u32 = 5;

/// Returns `length` digits, 13 at most; different at every call and in every run.
pub(in crate::discord) fn short(length: usize) -> String {
    static RUN: LazyLock<RandomState> = LazyLock::new(RandomState::new);
    static COUNT: AtomicU64 = AtomicU64::new(0);

    let mut hasher = RUN.build_hasher();
    hasher.write_u64(COUNT.fetch_add(1, Ordering::Relaxed));
    let mut left = hasher.finish();
    let mut text = String::with_capacity(length);
    for _ in 0..length {
        let digit = usize::try_from(left % (1 << BITS)).unwrap_or_default();
        text.push(char::from(DIGITS.get(digit).copied().unwrap_or(b'0')));
        left >>= BITS;
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ids_differ() {
        let ids: HashSet<String> = (0..1_000).map(|_| short(8)).collect();
        assert_eq!(ids.len(), 1_000);
        assert!(ids.iter().all(|id| id.len() == 8));
    }
}
