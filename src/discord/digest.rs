//! How questions went, for admins: on demand, and every week in the channel that the configuration
//! names. A week is told once, whatever restarts.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serenity::all::{ChannelId, GuildId};
use tokio::time::{Duration, sleep};

use super::bot::Bot;
use super::commands;
use super::failure::Failure;
use super::message::{Body, File};
use super::render::{self, Beside};
use super::reply::once;
use super::words::Words;

/// How often it is looked whether a week is over.
const LOOK_EVERY: Duration = Duration::from_secs(15 * 60);
/// How soon again while the channel is not known yet, or could not be written to.
const LOOK_AGAIN: Duration = Duration::from_secs(2);
const AFTER_FAILURE: Duration = Duration::from_secs(60 * 60);
/// Seconds in a week; 1970-01-01 was a Thursday, so the first Monday came four days later.
const WEEK: i64 = 7 * 24 * 60 * 60;
const FIRST_MONDAY: i64 = 4 * 24 * 60 * 60;
/// Days of a week.
const DAYS: u32 = 7;
/// An article that has not changed for so long and still answers is worth a look.
const STALE: SignedDuration = SignedDuration::from_hours(365 * 24);
/// Articles that are looked at, those that answer most often; and those that are named.
const LOOKED_AT: usize = 30;
const NAMED: usize = 5;

/// The figures of a server in the days before `until`, with a chart.
pub(super) async fn figures(
    bot: &Bot,
    words: Words,
    server: GuildId,
    days: u32,
    until: Timestamp,
) -> Result<Body, Failure> {
    let count = usize::try_from(days).unwrap_or(usize::MAX);
    told(bot, words, server, days, until, &words.stats_heading(count)).await
}

async fn told(
    bot: &Bot,
    words: Words,
    server: GuildId,
    days: u32,
    until: Timestamp,
    heading: &str,
) -> Result<Body, Failure> {
    let since = until.checked_sub(SignedDuration::from_hours(24 * i64::from(days)));
    let since = since.unwrap_or(Timestamp::MIN);
    let figures = bot.app.store().figures(server.get(), since, until).await;
    let figures = figures.map_err(|error| commands::audit::unreachable(&error))?;
    let mut gaps = commands::gaps::open_groups(bot, server).await?;
    gaps.retain(|group| group.iter().any(|gap| gap.last_at >= since));
    let stale = stale(bot, &figures.articles, until).await;
    let beside = Beside {
        gaps: &gaps,
        stale: &stale,
    };
    let body = Body::new(&render::figures(words, heading, &figures, &beside));
    let Some(picture) = render::chart(&figures.days) else {
        return Ok(body);
    };
    let file = File {
        name: "questions.png".to_owned(),
        bytes: picture,
    };
    let busiest = figures.days.iter().map(|day| day.0).max();
    let busiest = usize::try_from(busiest.unwrap_or_default()).unwrap_or(usize::MAX);
    let description = words.chart_description(figures.days.len(), busiest);
    Ok(body.attaching(file, Some(&description)))
}

/// Of the articles that answered, those that are old: the oldest first.
async fn stale(
    bot: &Bot,
    articles: &[(String, u64)],
    now: Timestamp,
) -> Vec<(String, jiff::civil::Date)> {
    let Ok(oldest) = now.checked_sub(STALE) else {
        return Vec::new();
    };
    let oldest = oldest.to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let mut stale = Vec::new();
    for (path, _) in articles.iter().take(LOOKED_AT) {
        let Ok(Some(answer)) = bot.app.about(path, &[], path, 1).await else {
            continue;
        };
        let Some(excerpt) = answer.excerpts.first() else {
            continue;
        };
        if let Some(date) = excerpt.source.shown_date().filter(|date| *date < oldest) {
            stale.push((excerpt.source.title.clone(), date));
        }
    }
    stale.sort_by_key(|(_, date)| *date);
    stale.truncate(NAMED);
    stale
}

/// The number of the week that a time is in, from Monday 00:00 UTC.
fn week_of(now: Timestamp) -> i64 {
    (now.as_second() - FIRST_MONDAY).div_euclid(WEEK)
}

/// Tells of each week once it is over, until the bot stops.
pub(super) async fn watch(bot: Arc<Bot>) {
    let Some(channel) = bot.digest_in else { return };
    loop {
        let next = match bot.places.get(channel) {
            Some(place) => look(&bot, channel, place.server).await,
            None => LOOK_AGAIN,
        };
        tokio::select! {
            () = bot.stopped() => return,
            () = sleep(next) => {}
        }
    }
}

/// Tells of the last week if nobody has; how long to wait until the next look.
async fn look(bot: &Bot, channel: ChannelId, server: GuildId) -> Duration {
    let week = week_of(Timestamp::now());
    let store = bot.app.store();
    match store.take_digest(server.get(), week).await {
        Ok(true) => {}
        Ok(false) => return LOOK_EVERY,
        Err(error) => {
            tracing::debug!(%error, "it is not known whether the week was told of");
            return LOOK_EVERY;
        }
    }
    match post(bot, channel, server, week).await {
        Ok(()) => LOOK_EVERY,
        Err(failure) => {
            tracing::warn!(?failure, "the weekly figures could not be posted");
            if let Err(error) = store.return_digest(server.get(), week).await {
                tracing::warn!(%error, "the weekly figures are lost");
            }
            AFTER_FAILURE
        }
    }
}

async fn post(bot: &Bot, channel: ChannelId, server: GuildId, week: i64) -> Result<(), Failure> {
    let monday = Timestamp::from_second(FIRST_MONDAY + week * WEEK);
    let monday = monday.map_err(|error| Failure::Broken(error.into()))?;
    let words = bot.preferred.words_in(Some(server), bot.id);
    let body = told(bot, words, server, DAYS, monday, &words.digest_heading()).await?;
    bot.rest.create_message(channel, &once(body)).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_begins_on_monday() {
        let week = |text: &str| week_of(text.parse().unwrap());
        assert_eq!(week("1970-01-05T00:00:00Z"), 0);
        assert_eq!(week("1970-01-04T23:59:59Z"), -1);
        let monday = week("2026-11-23T00:00:00Z");
        assert_eq!(week("2026-11-29T23:59:59Z"), monday);
        assert_eq!(week("2026-11-30T00:00:00Z"), monday + 1);
    }
}
