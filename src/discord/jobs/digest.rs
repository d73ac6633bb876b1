//! The weekly digest: once a week, on the day and at the hour that the configuration names, each
//! server that wishes is told in a channel of its choice how its questions went in the seven days
//! before.
//!
//! Each is sent once, whatever ends the process: the store remembers that one was begun, and if it
//! does not know how that ended, the channel is looked through before it is sent again. A digest that
//! could not be sent in time is sent late, until the next one is due.

use std::sync::Arc;

use jiff::Timestamp;
use serenity::all::{ChannelId, FullEvent, GuildId};
use tokio::time::{Duration, sleep};

use crate::app::Period;
use crate::config;
use crate::discord::api::message::Body;
use crate::discord::api::rest::RestError;
use crate::discord::bot::Bot;
use crate::discord::render;
use crate::discord::render::Readers;
use crate::discord::words::Words;
use crate::store::DigestPlace;
use crate::store::StoreError;

/// How often it is looked whether one is due, or failed and may be tried again.
const LOOK_EVERY: Duration = Duration::from_secs(10 * 60);

/// Seconds.
const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;
const WEEK: i64 = 7 * DAY;
/// The Monday before 1970 began, in seconds since then.
const MONDAY: i64 = -3 * DAY;
/// Days that a digest tells of.
const DAYS: u32 = 7;

/// When digests are sent.
#[derive(Debug, Clone, Copy)]
pub(in crate::discord) struct Schedule {
    /// The first of all moments that one is due, in seconds since 1970.
    first: i64,
}

/// A moment at which digests are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Due {
    at: Timestamp,
    /// Weeks since the first.
    week: i64,
}

/// Why a digest was not sent.
#[derive(Debug, thiserror::Error)]
enum Unsent {
    #[error("the store fails")]
    Store(#[from] StoreError),
    #[error("it cannot be posted")]
    Rest(#[from] RestError),
}

impl Schedule {
    pub(in crate::discord) fn new(digest: config::Digest) -> Self {
        let day = i64::from(digest.day) * DAY;
        Self {
            first: MONDAY + day + i64::from(digest.hour) * HOUR,
        }
    }

    /// The last moment that has come.
    fn last(self, now: Timestamp) -> Due {
        let week = (now.as_second() - self.first).div_euclid(WEEK);
        self.due(week).unwrap_or(Due { at: now, week })
    }

    /// The first moment that is yet to come.
    pub(in crate::discord) fn next(self, now: Timestamp) -> Timestamp {
        let next = self.due(self.last(now).week + 1);
        next.map_or(now, |due| due.at)
    }

    fn due(self, week: i64) -> Option<Due> {
        let at = Timestamp::from_second(self.first + week * WEEK).ok()?;
        Some(Due { at, week })
    }
}

/// Deals with an event as far as it matters here: that a server is there, at the start above all.
pub(in crate::discord) fn hear(bot: &Arc<Bot>, event: &FullEvent) {
    if let FullEvent::GuildCreate { guild, .. } = event {
        let (this, server) = (Arc::clone(bot), guild.id);
        bot.spawn(async move { this.send_digest_if_due(server).await });
    }
}

/// Sends what is due whenever it is, until the bot stops. What was due at the start is sent as soon as
/// a server and its language are known.
pub(in crate::discord) async fn watch(bot: Arc<Bot>) {
    loop {
        let now = Timestamp::now();
        let left = bot.digests.next(now).duration_since(now);
        let left = Duration::try_from(left).unwrap_or_default();
        tokio::select! {
            () = bot.stopped() => return,
            () = sleep(left.min(LOOK_EVERY)) => {}
        }
        let servers = bot.app.store().digest_servers().await.unwrap_or_default();
        for server in servers.into_iter().filter(|it| *it != 0).map(GuildId::new) {
            if bot.is_stopping() {
                return;
            }
            if bot.places.knows(server) {
                bot.send_digest_if_due(server).await;
            }
        }
    }
}

impl Bot {
    async fn send_digest_if_due(&self, server: GuildId) {
        match self.send_digest(server, Timestamp::now()).await {
            Ok(true) => tracing::info!(%server, "the weekly digest was sent"),
            Ok(false) => {}
            Err(Unsent::Store(error)) => {
                tracing::debug!(%server, %error, "whether a digest is due is not known");
            }
            Err(Unsent::Rest(error)) => {
                tracing::warn!(%server, %error, "the weekly digest waits");
            }
        }
    }

    /// Sends the digest that was due last, unless it was. Whether it was sent now.
    async fn send_digest(&self, server: GuildId, now: Timestamp) -> Result<bool, Unsent> {
        let store = self.app.store();
        let Some(DigestPlace { channel, since }) = store.digest_place(server.get()).await? else {
            return Ok(false);
        };
        let due = self.digests.last(now);
        if due.at <= since || channel == 0 {
            return Ok(false);
        }
        let now = Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now);
        let Some(begun) = store.begin_digest(server.get(), due.week, now).await? else {
            return Ok(false);
        };
        let channel = ChannelId::new(channel);
        let period = Period::before_today(due.at, DAYS);
        let is_new = begun == now || !self.has_digest(channel, period, begun).await?;
        if is_new {
            let body = self.digest(server, channel, period, now).await?;
            let once = body.once(format!("{:x}-{:x}", due.week, server.get()));
            self.rest.create_message(channel, &once).await?;
        }
        store.finish_digest(server.get(), due.week).await?;
        Ok(is_new)
    }

    /// Whether a period's digest stands in a channel, in whatever language it was written.
    async fn has_digest(
        &self,
        channel: ChannelId,
        period: Period,
        begun: Timestamp,
    ) -> Result<bool, RestError> {
        let english = std::iter::once(Words::ENGLISH);
        let headings: Vec<String> = english
            .chain(Words::translations().map(|(_, words)| words))
            .map(|words| render::digest_heading(words, period))
            .collect();
        let begins = |text: &str| headings.iter().any(|heading| text.starts_with(heading));
        let written = self.rest.written_after(channel, begun).await?;
        Ok(written
            .iter()
            .any(|it| it.author == self.id && begins(&it.content)))
    }

    async fn digest(
        &self,
        server: GuildId,
        channel: ChannelId,
        period: Period,
        now: Timestamp,
    ) -> Result<Body, StoreError> {
        let words = self.preferred.words_in(Some(server), self.id);
        let found = self.app.statistics(server.get(), period, now).await?;
        let heading = render::digest_heading(words, period);
        let readers = self.readers(channel);
        Ok(render::statistics(words, &heading, &found, readers))
    }

    /// Who reads what stands in a channel.
    pub(in crate::discord) fn readers(&self, channel: ChannelId) -> Readers {
        if self.places.get(channel).is_none() || self.places.is_public(channel) {
            Readers::Everybody
        } else {
            Readers::Admins
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    fn time(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn schedule(day: u8, hour: u8) -> Schedule {
        Schedule::new(config::Digest { day, hour })
    }

    #[test]
    fn digests_are_due_at_an_hour_of_a_day_of_each_week() {
        // A Wednesday.
        let now = time("2026-11-25T09:30:00Z");
        for (day, hour, last, next) in [
            (0, 9, "2026-11-23T09:00:00Z", "2026-11-30T09:00:00Z"),
            (2, 9, "2026-11-25T09:00:00Z", "2026-12-02T09:00:00Z"),
            (2, 10, "2026-11-18T10:00:00Z", "2026-11-25T10:00:00Z"),
            (6, 23, "2026-11-22T23:00:00Z", "2026-11-29T23:00:00Z"),
        ] {
            let schedule = schedule(day, hour);
            assert_eq!(schedule.last(now).at, time(last), "{day} {hour}");
            assert_eq!(schedule.next(now), time(next), "{day} {hour}");
        }
    }

    #[test]
    fn every_moment_has_a_due_one_before_and_weeks_count_up_by_one() {
        let schedule = schedule(4, 6);
        let mut known = schedule.last(time("2026-01-01T00:00:00Z"));
        for hour in 1..2_000 {
            let now = time("2026-01-01T00:00:00Z") + SignedDuration::from_hours(hour);
            let due = schedule.last(now);
            assert!(due.at <= now && now.duration_since(due.at).as_secs() < WEEK);
            assert!(due.week == known.week || due.week == known.week + 1);
            known = due;
        }
    }

    #[test]
    fn a_day_that_is_chosen_anew_brings_no_second_digest_in_a_week() {
        let now = time("2026-11-25T09:30:00Z");
        let monday = schedule(0, 9).last(now).week;
        // Friday has yet to come: the last one was the week before, which was sent.
        assert_eq!(schedule(4, 9).last(now).week, monday - 1);
    }
}
