//! The languages that servers prefer, as the gateway tells them. Messages do not say which language
//! their author has set; commands do, and need none of this.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use serenity::all::GuildId;

use super::words::Words;

/// Servers with a language other than English.
#[derive(Debug, Default)]
pub(super) struct Preferred(RwLock<HashMap<GuildId, Words>>);

impl Preferred {
    /// The words for a message in a server; English in direct messages.
    pub(super) fn words(&self, guild: Option<GuildId>) -> Words {
        let servers = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let known = guild.and_then(|guild| servers.get(&guild));
        known.copied().unwrap_or(Words::ENGLISH)
    }

    pub(super) fn learn(&self, guild: GuildId, locale: &str) {
        let words = Words::of(locale);
        if words == Words::ENGLISH {
            self.forget(guild);
            return;
        }
        let mut servers = self.0.write().unwrap_or_else(PoisonError::into_inner);
        servers.insert(guild, words);
    }

    pub(super) fn forget(&self, guild: GuildId) {
        let mut servers = self.0.write().unwrap_or_else(PoisonError::into_inner);
        servers.remove(&guild);
    }
}
