//! A bounded cache of what one query computed and the next may reuse.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hash};
use std::sync::{PoisonError, RwLock};

/// Concurrent queries rarely meet in one of this many shards.
const SHARDS: usize = 16;

/// A map that many threads read far more often than they write to it.
#[derive(Debug)]
pub(super) struct ShardedCache<K, V> {
    shards: [RwLock<HashMap<K, V>>; SHARDS],
    hasher: RandomState,
    /// Entries per shard; a full shard is emptied.
    shard_capacity: usize,
}

impl<K: Eq + Hash, V: Clone> ShardedCache<K, V> {
    /// For about `capacity` entries.
    pub(super) fn new(capacity: usize) -> Self {
        Self {
            shards: Default::default(),
            hasher: RandomState::new(),
            shard_capacity: capacity.div_ceil(SHARDS),
        }
    }

    pub(super) fn get(&self, key: &K) -> Option<V> {
        let shard = self.shard(key)?;
        let entries = shard.read().unwrap_or_else(PoisonError::into_inner);
        entries.get(key).cloned()
    }

    pub(super) fn insert(&self, key: K, value: V) {
        let Some(shard) = self.shard(&key) else {
            return;
        };
        let mut entries = shard.write().unwrap_or_else(PoisonError::into_inner);
        if entries.len() >= self.shard_capacity {
            entries.clear();
        }
        entries.insert(key, value);
    }

    fn shard(&self, key: &K) -> Option<&RwLock<HashMap<K, V>>> {
        let index = self.hasher.hash_one(key) % (SHARDS as u64);
        self.shards.get(usize::try_from(index).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cache_does_not_outgrow_its_capacity() {
        let cache: ShardedCache<u32, u32> = ShardedCache::new(160);
        for number in 0..10_000 {
            cache.insert(number, number * 2);
        }
        assert_eq!(cache.get(&9_999), Some(19_998));
        let kept = (0..10_000).filter(|number| cache.get(number).is_some());
        assert!(kept.count() <= 160);
    }
}
