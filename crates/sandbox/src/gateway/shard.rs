//! Which of a bot's connections is told about a guild.

use super::close::Close;

/// One of `count` shards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shard {
    id: u64,
    count: u64,
}

impl Shard {
    /// A bot that does not shard has one.
    pub(super) const ONLY: Self = Self { id: 0, count: 1 };

    /// # Errors
    /// When there is no such shard.
    pub(super) const fn new(id: u64, count: u64) -> Result<Self, Close> {
        if id < count {
            Ok(Self { id, count })
        } else {
            Err(Close::InvalidShard)
        }
    }

    /// Whether what happens there comes here: `(guild_id >> 22) % num_shards`, and direct messages
    /// at shard 0.
    pub(super) fn covers(self, guild: Option<u64>) -> bool {
        match guild {
            Some(guild) => (guild >> 22).checked_rem(self.count) == Some(self.id),
            None => self.id == 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guild_comes_to_one_shard_and_direct_messages_to_the_first() {
        let guild = Some(5 << 22 | 77);
        let first = Shard::new(0, 2).unwrap();
        let second = Shard::new(1, 2).unwrap();
        assert!(!first.covers(guild) && second.covers(guild));
        assert!(first.covers(None) && !second.covers(None));
        assert!(Shard::ONLY.covers(guild) && Shard::ONLY.covers(None));
    }

    #[test]
    fn there_is_no_shard_beyond_the_last() {
        assert_eq!(Shard::new(2, 2), Err(Close::InvalidShard));
        assert_eq!(Shard::new(0, 0), Err(Close::InvalidShard));
    }
}
