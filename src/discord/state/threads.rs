//! The channels where Discord refused to start a thread.

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serenity::all::ChannelId;

/// Channels remembered at most.
const CHANNELS: usize = 10_000;

/// Where threads were refused.
#[derive(Debug, Default)]
pub(in crate::discord) struct Threads {
    refused: Mutex<HashSet<ChannelId>>,
}

impl Threads {
    /// Whether the last thread that was tried in this channel was refused.
    pub(in crate::discord) fn are_refused_in(&self, channel: ChannelId) -> bool {
        self.lock().contains(&channel)
    }

    /// Notes a refusal; returns whether it is news.
    pub(in crate::discord) fn note_refused(&self, channel: ChannelId) -> bool {
        let mut refused = self.lock();
        if refused.len() >= CHANNELS {
            refused.clear();
        }
        refused.insert(channel)
    }

    /// Notes that a thread was started.
    pub(in crate::discord) fn note_started(&self, channel: ChannelId) {
        self.lock().remove(&channel);
    }

    fn lock(&self) -> MutexGuard<'_, HashSet<ChannelId>> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_news_once_and_until_it_works() {
        let threads = Threads::default();
        let here = ChannelId::new(1);
        assert!(threads.note_refused(here) && !threads.note_refused(here));
        assert!(threads.are_refused_in(here));
        threads.note_started(here);
        assert!(!threads.are_refused_in(here));
    }
}
