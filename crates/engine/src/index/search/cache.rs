//! What was worked out for one question and serves the next.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hash};
use std::sync::{PoisonError, RwLock};

/// Questions that are answered at the same moment rarely meet in one of so many.
const SHARDS: usize = 16;

/// A map that is read far more often than it is written to, by many at once.
#[derive(Debug)]
pub(super) struct Shards<K, V> {
    shards: [RwLock<HashMap<K, V>>; SHARDS],
    hasher: RandomState,
    /// Entries of a shard at most; a full one is emptied.
    most: usize,
}

impl<K: Eq + Hash, V: Clone> Shards<K, V> {
    /// Holds about so many entries at most.
    pub(super) fn new(most: usize) -> Self {
        Self {
            shards: Default::default(),
            hasher: RandomState::new(),
            most: most.div_ceil(SHARDS),
        }
    }

    pub(super) fn get(&self, key: &K) -> Option<V> {
        let shard = self.shard(key)?;
        let known = shard.read().unwrap_or_else(PoisonError::into_inner);
        known.get(key).cloned()
    }

    pub(super) fn put(&self, key: K, value: V) {
        let Some(shard) = self.shard(&key) else {
            return;
        };
        let mut known = shard.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= self.most {
            known.clear();
        }
        known.insert(key, value);
    }

    fn shard(&self, key: &K) -> Option<&RwLock<HashMap<K, V>>> {
        let place = self.hasher.hash_one(key) % (SHARDS as u64);
        self.shards.get(usize::try_from(place).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_bounded() {
        let known: Shards<u32, u32> = Shards::new(160);
        for number in 0..10_000 {
            known.put(number, number * 2);
        }
        assert_eq!(known.get(&9_999), Some(19_998));
        let held = (0..10_000).filter(|number| known.get(number).is_some());
        assert!(held.count() <= 160);
    }
}
