//! How often questions may be asked: by a person, in a channel, on a server.
//!
//! Each has a token bucket, stored as the time at which it will be full again. So full buckets need
//! not be stored at all, and memory only holds recent askers. Pure: time comes from the caller.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use serenity::all::{ChannelId, GuildId, UserId};
use tokio::time::{Duration, Instant};

use crate::config::{Cooldown, Limit};
use crate::discord::failure::Failure;
use crate::discord::words::Words;

/// Buckets kept at most. Beyond that, full ones are dropped or, if there are none, all.
const BUCKETS: usize = 50_000;

/// One member can have the bot ping another once in this time, so that somebody who is blocked
/// cannot make it ping again and again.
const PING: Limit = Limit {
    questions: 1,
    per: Duration::from_secs(600),
};

/// Whose bucket it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Person(UserId),
    Channel(ChannelId),
    Server(GuildId),
    Ping { from: UserId, to: UserId },
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    full_at: Instant,
    /// Nobody needs to be told again before this time that it is empty.
    told_until: Option<Instant>,
}

/// All buckets.
#[derive(Debug)]
pub(in crate::discord) struct Cooldowns {
    limits: Cooldown,
    buckets: Mutex<HashMap<Key, Bucket>>,
}

/// What there were too many questions of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) enum Scope {
    Person,
    Channel,
    Server,
}

/// A question came too soon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) struct TooSoon {
    scope: Scope,
    /// How long until it can be asked.
    left: Duration,
    /// Whether it is the first refusal since the bucket ran empty.
    pub(in crate::discord) is_first: bool,
}

impl TooSoon {
    /// The sentence, with the time left in whole seconds.
    pub(in crate::discord) fn sentence(self, words: Words) -> String {
        let seconds = self.left.as_secs() + u64::from(self.left.subsec_nanos() > 0);
        let left = words.whole_seconds(Duration::from_secs(seconds));
        match self.scope {
            Scope::Person => words.cooldown_user(&left),
            Scope::Channel => words.cooldown_channel(&left),
            Scope::Server => words.cooldown_server(&left),
        }
    }
}

impl From<TooSoon> for Failure {
    fn from(too_soon: TooSoon) -> Self {
        Self::explained(move |words| too_soon.sentence(words))
    }
}

impl Cooldowns {
    pub(in crate::discord) fn new(limits: Cooldown) -> Self {
        Self {
            limits,
            buckets: Mutex::default(),
        }
    }

    /// Takes a token each of the person, the channel and the server. A refusal takes none, so
    /// repeated tries never make it longer. In direct messages only the person counts.
    pub(in crate::discord) fn admit(
        &self,
        person: UserId,
        channel: ChannelId,
        server: Option<GuildId>,
        now: Instant,
    ) -> Result<(), TooSoon> {
        let Cooldown {
            person: by_person,
            channel: by_channel,
            server: by_server,
        } = self.limits;
        let mut buckets = vec![(Scope::Person, Key::Person(person), by_person)];
        if let Some(server) = server {
            buckets.push((Scope::Channel, Key::Channel(channel), by_channel));
            buckets.push((Scope::Server, Key::Server(server), by_server));
        }
        buckets.retain(|(_, _, limit)| limit.questions > 0);
        let mut kept = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        for &(scope, key, limit) in &buckets {
            if let Some(left) = left(&kept, key, limit, now) {
                let is_first = kept.get_mut(&key).is_some_and(|it| it.note_told(now, left));
                return Err(TooSoon {
                    scope,
                    left,
                    is_first,
                });
            }
        }
        for (_, key, limit) in buckets {
            take(&mut kept, key, limit, now);
        }
        Ok(())
    }

    /// Whether `from` may ping `to` now; if so, that counts as done.
    pub(in crate::discord) fn admit_ping(&self, from: UserId, to: UserId, now: Instant) -> bool {
        let mut kept = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let key = Key::Ping { from, to };
        let may = left(&kept, key, PING, now).is_none();
        if may {
            take(&mut kept, key, PING, now);
        }
        may
    }
}

impl Bucket {
    /// Notes that somebody is told; returns whether that is news.
    fn note_told(&mut self, now: Instant, left: Duration) -> bool {
        let is_news = self.told_until.is_none_or(|until| until <= now);
        if is_news {
            self.told_until = Some(now + left);
        }
        is_news
    }
}

/// The time until the bucket has a token; `None` if it has one.
fn left(kept: &HashMap<Key, Bucket>, key: Key, limit: Limit, now: Instant) -> Option<Duration> {
    let full_at = kept.get(&key)?.full_at;
    let allowed = limit.per.saturating_sub(part(limit));
    let left = full_at
        .saturating_duration_since(now)
        .saturating_sub(allowed);
    (!left.is_zero()).then_some(left)
}

/// The time in which one token comes back.
fn part(limit: Limit) -> Duration {
    limit.per / limit.questions.max(1)
}

fn take(kept: &mut HashMap<Key, Bucket>, key: Key, limit: Limit, now: Instant) {
    if kept.len() >= BUCKETS {
        kept.retain(|_, bucket| bucket.full_at > now);
    }
    if kept.len() >= BUCKETS {
        kept.clear();
    }
    let bucket = kept.entry(key).or_insert(Bucket {
        full_at: now,
        told_until: None,
    });
    bucket.full_at = bucket.full_at.max(now) + part(limit);
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANN: UserId = UserId::new(1);
    const BEN: UserId = UserId::new(2);
    const HERE: ChannelId = ChannelId::new(3);
    const SERVER: Option<GuildId> = Some(GuildId::new(4));

    fn limit(questions: u32, seconds: u64) -> Limit {
        Limit {
            questions,
            per: Duration::from_secs(seconds),
        }
    }

    fn cooldowns(person: Limit, channel: Limit) -> Cooldowns {
        Cooldowns::new(Cooldown {
            person,
            channel,
            server: Limit::default(),
        })
    }

    fn after(start: Instant, seconds: u64) -> Instant {
        start + Duration::from_secs(seconds)
    }

    #[test]
    fn a_burst_of_questions_then_one_for_each_returning_token() {
        let cooldowns = cooldowns(limit(2, 20), Limit::default());
        let start = Instant::now();
        let ask = |seconds| cooldowns.admit(ANN, HERE, SERVER, after(start, seconds));
        assert!(ask(0).is_ok() && ask(0).is_ok());
        let refused = ask(3).unwrap_err();
        assert_eq!(
            (refused.left, refused.is_first),
            (Duration::from_secs(7), true)
        );
        assert!(!ask(4).unwrap_err().is_first, "told once");
        assert!(ask(10).is_ok());
        assert!(ask(11).unwrap_err().is_first, "the bucket is empty anew");
        assert!(ask(60).is_ok() && ask(60).is_ok() && ask(60).is_err());
        assert!(cooldowns.admit(BEN, HERE, SERVER, after(start, 60)).is_ok());
    }

    #[test]
    fn a_channel_is_shared_and_a_refusal_costs_nobody_anything() {
        let cooldowns = cooldowns(limit(1, 20), limit(2, 20));
        let start = Instant::now();
        let elsewhere = ChannelId::new(9);
        assert!(cooldowns.admit(ANN, HERE, SERVER, start).is_ok());
        assert!(cooldowns.admit(ANN, HERE, SERVER, start).is_err());
        assert!(cooldowns.admit(BEN, HERE, SERVER, start).is_ok());
        let third = UserId::new(5);
        let refused = cooldowns.admit(third, HERE, SERVER, start).unwrap_err();
        assert_eq!(refused.scope, Scope::Channel);
        assert!(cooldowns.admit(third, elsewhere, SERVER, start).is_ok());
        assert!(cooldowns.admit(UserId::new(6), HERE, None, start).is_ok());
    }

    #[test]
    fn the_time_left_is_given_in_whole_seconds_in_the_askers_language() {
        let sentence = |left, language| {
            let too_soon = TooSoon {
                scope: Scope::Person,
                left: Duration::from_millis(left),
                is_first: true,
            };
            too_soon.sentence(Words::of(language))
        };
        let english = sentence(3_001, "en-US");
        assert!(english.ends_with("in 4 s."), "{english}");
        assert!(sentence(75_000, "de").contains("1 min 15 s"));
    }

    #[test]
    fn strangers_never_fill_the_memory() {
        let cooldowns = cooldowns(limit(1, 20), Limit::default());
        let start = Instant::now();
        for number in 1..=3 * BUCKETS as u64 {
            let now = start + Duration::from_millis(number);
            let _ = cooldowns.admit(UserId::new(number), HERE, None, now);
        }
        assert!(cooldowns.buckets.lock().unwrap().len() <= BUCKETS);
    }

    #[test]
    fn one_person_pings_another_only_now_and_then() {
        let cooldowns = cooldowns(Limit::default(), Limit::default());
        let start = Instant::now();
        assert!(cooldowns.admit_ping(ANN, BEN, start));
        assert!(!cooldowns.admit_ping(ANN, BEN, after(start, 599)));
        assert!(cooldowns.admit_ping(BEN, ANN, start));
        assert!(cooldowns.admit_ping(ANN, BEN, after(start, 600)));
    }
}
