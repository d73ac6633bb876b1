//! The channel where admins read what the bot did by itself.

use std::sync::{Mutex, PoisonError};

use serenity::all::ChannelId;

use crate::discord::api::error::RestError;

/// The channel, and how the last message to it fared.
#[derive(Debug, Default)]
pub(in crate::discord) struct AdminChannel {
    id: Option<ChannelId>,
    /// Why the last message did not arrive.
    trouble: Mutex<Option<String>>,
}

impl AdminChannel {
    pub(in crate::discord) fn new(id: Option<u64>) -> Self {
        Self {
            id: id.filter(|id| *id != 0).map(ChannelId::new),
            trouble: Mutex::default(),
        }
    }

    /// The channel, if there is one.
    pub(in crate::discord) fn id(&self) -> Option<ChannelId> {
        self.id
    }

    /// Why the last message did not arrive, if it did not.
    pub(in crate::discord) fn trouble(&self) -> Option<String> {
        let trouble = self.trouble.lock();
        trouble.unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(in crate::discord) fn note(&self, outcome: &Result<(), RestError>) {
        let mut trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        *trouble = outcome.as_ref().err().map(ToString::to_string);
    }
}
