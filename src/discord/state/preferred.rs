//! The languages of messages, which do not say theirs: servers prefer one, as the gateway reports,
//! and people reveal theirs when they use a command. A restart forgets people.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use serenity::all::{FullEvent, GuildId, Message, UserId};

use crate::discord::words::Words;

/// People remembered at most; beyond that, all are learnt anew.
const PEOPLE: usize = 10_000;

/// Servers and people that read a language other than English.
#[derive(Debug, Default)]
pub(in crate::discord) struct Preferred {
    servers: RwLock<HashMap<GuildId, Words>>,
    people: RwLock<HashMap<UserId, Words>>,
}

impl Preferred {
    /// The words to answer a message in.
    pub(in crate::discord) fn words(&self, message: &Message) -> Words {
        self.words_in(message.guild_id, message.author.id)
    }

    /// The language for everyone who reads along: that of the server or, in a direct message, of
    /// the person; English if that is not known.
    pub(in crate::discord) fn words_in(&self, server: Option<GuildId>, person: UserId) -> Words {
        let known = match server {
            Some(server) => read(&self.servers).get(&server).copied(),
            None => read(&self.people).get(&person).copied(),
        };
        known.unwrap_or(Words::ENGLISH)
    }

    /// Learns from an event which language a server prefers.
    pub(in crate::discord) fn observe(&self, event: &FullEvent) {
        match event {
            FullEvent::GuildCreate { guild, .. } => {
                self.learn_server(guild.id, &guild.preferred_locale);
            }
            FullEvent::GuildUpdate { new_data, .. } => {
                self.learn_server(new_data.id, &new_data.preferred_locale);
            }
            FullEvent::GuildDelete { incomplete, .. } if !incomplete.unavailable => {
                self.forget_server(incomplete.id);
            }
            _ => {}
        }
    }

    fn learn_server(&self, server: GuildId, locale: &str) {
        learn(&mut write(&self.servers), server, Words::of(locale));
    }

    fn forget_server(&self, server: GuildId) {
        write(&self.servers).remove(&server);
    }

    /// Learns the language of somebody who uses a command.
    pub(in crate::discord) fn learn_person(&self, person: UserId, words: Words) {
        let mut people = write(&self.people);
        if people.len() >= PEOPLE {
            people.clear();
        }
        learn(&mut people, person, words);
    }
}

fn learn<K: Eq + std::hash::Hash>(known: &mut HashMap<K, Words>, who: K, words: Words) {
    if words == Words::ENGLISH {
        known.remove(&who);
    } else {
        known.insert(who, words);
    }
}

fn read<K>(known: &RwLock<HashMap<K, Words>>) -> impl std::ops::Deref<Target = HashMap<K, Words>> {
    known.read().unwrap_or_else(PoisonError::into_inner)
}

fn write<K>(
    known: &RwLock<HashMap<K, Words>>,
) -> impl std::ops::DerefMut<Target = HashMap<K, Words>> {
    known.write().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(author: u64, server: Option<u64>) -> Message {
        let mut message = Message::default();
        message.author.id = UserId::new(author);
        message.guild_id = server.map(GuildId::new);
        message
    }

    #[test]
    fn a_servers_language_is_used_until_the_bot_leaves() {
        let preferred = Preferred::default();
        preferred.learn_server(GuildId::new(3), "de");
        preferred.learn_person(UserId::new(8), Words::of("fr"));
        assert_eq!(preferred.words(&from(8, Some(3))), Words::of("de"));
        assert_eq!(preferred.words(&from(8, Some(4))), Words::ENGLISH);
        preferred.forget_server(GuildId::new(3));
        assert_eq!(preferred.words(&from(8, Some(3))), Words::ENGLISH);
    }

    #[test]
    fn people_can_change_their_language_and_never_fill_the_memory() {
        let preferred = Preferred::default();
        preferred.learn_person(UserId::new(8), Words::of("fr"));
        assert_eq!(preferred.words(&from(8, None)), Words::of("fr"));
        preferred.learn_person(UserId::new(8), Words::of("en-US"));
        assert_eq!(preferred.words(&from(8, None)), Words::ENGLISH);
        for person in 1..3 * PEOPLE as u64 {
            preferred.learn_person(UserId::new(person), Words::of("sv-SE"));
        }
        assert!(read(&preferred.people).len() <= PEOPLE);
        let last = 3 * PEOPLE as u64 - 1;
        assert_eq!(preferred.words(&from(last, None)), Words::of("sv-SE"));
    }
}
