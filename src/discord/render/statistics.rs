//! How questions fared, for admins: figures compared with the period before, what to write about
//! next, and a chart.

use std::time::Duration;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::chart::chart;
use crate::app::{Aged, ArticleUse, Period, Statistics, times};
use crate::discord::api::message::{Body, File};
use crate::discord::budget::Page;
use crate::discord::escape;
use crate::discord::words::Words;
use crate::store::{Day, Slow, StoreFigures};

/// Room for a question or a title, in UTF-16 code units.
const LONGEST: usize = 100;
/// How many questions of each kind are named.
const NAMED: usize = 3;

/// Who reads the statistics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) enum Readers {
    Admins,
    /// Everybody who sees the channel; they need not know what others asked.
    Everybody,
}

/// Renders statistics below a heading, with a chart if there was anything.
pub(in crate::discord) fn statistics(
    words: Words,
    heading: &str,
    statistics: &Statistics,
    readers: Readers,
) -> Body {
    let figures = &statistics.figures;
    let notes = notes(words, statistics, readers);
    let mut page = Page::reserving(&notes);
    page.push(heading);
    if figures.questions == 0 {
        page.push(&words.stats_nothing());
    } else {
        push_outcomes(words, &mut page, figures, statistics.before.as_ref());
    }
    push_votes(words, &mut page, figures, statistics.before.as_ref());
    if readers == Readers::Admins {
        push_questions(words, &mut page, statistics);
    }
    push_slowest(words, &mut page, &figures.slowest, readers);
    push_articles(words, &mut page, &statistics.articles);
    page.push_reserved(&notes);
    let body = Body::new(&page.finish());
    if figures.questions == 0 {
        return body;
    }
    let first = date(statistics.period.since);
    match chart(&figures.days, first) {
        Ok(bytes) => {
            let file = File {
                name: "questions.png".to_owned(),
                bytes,
            };
            let described = described(words, statistics.period, &figures.days);
            body.attaching(file, Some(&described))
        }
        Err(error) => {
            tracing::warn!(%error, "the chart could not be drawn");
            body
        }
    }
}

/// The heading of a week's digest.
pub(in crate::discord) fn digest_heading(words: Words, period: Period) -> String {
    let (from, to) = bounds(period);
    words.digest_heading(&words.date(from), &words.date(to))
}

fn push_outcomes(
    words: Words,
    page: &mut Page,
    figures: &StoreFigures,
    before: Option<&StoreFigures>,
) {
    page.push(&words.stats_questions(
        number(figures.questions),
        &change(figures.questions, before.map(|it| it.questions)),
        number(figures.askers),
    ));
    // Without earlier questions there are no shares to compare with.
    let before = before.filter(|it| it.questions > 0);
    let share_of = |count: fn(&StoreFigures) -> u64| {
        let now = share(count(figures), figures.questions);
        let before = before.map(|it| share(count(it), it.questions));
        (number(count(figures)), number(now), change(now, before))
    };
    let (count, share, change) = share_of(|it| it.answered);
    page.push(&words.stats_answered(count, share, &change));
    let (count, share, change) = share_of(|it| it.closest);
    page.push(&words.stats_closest(count, share, &change));
    let (count, share, change) = share_of(|it| it.not_covered);
    page.push(&words.stats_not_covered(count, share, &change));
}

fn push_votes(
    words: Words,
    page: &mut Page,
    figures: &StoreFigures,
    before: Option<&StoreFigures>,
) {
    page.push(&words.stats_votes(
        number(figures.up),
        &change(figures.up, before.map(|it| it.up)),
        number(figures.down),
        &change(figures.down, before.map(|it| it.down)),
    ));
}

fn push_questions(words: Words, page: &mut Page, statistics: &Statistics) {
    let asked = statistics.figures.most_asked.iter().take(NAMED);
    let asked = asked.map(|it| words.stats_asked_by(&shown(&it.text), number(it.people)));
    push_list(page, &words.stats_most_asked(), asked);
    let gaps = statistics.gaps.iter().take(NAMED);
    let gaps = gaps.map(|it| words.stats_gap(&shown(&it.text), number(times(it))));
    let open = statistics.open.unwrap_or_default();
    push_list(page, &words.stats_gaps(open), gaps);
}

fn push_slowest(words: Words, page: &mut Page, slowest: &[Slow], readers: Readers) {
    let lines = slowest.iter().take(NAMED).map(|it| {
        let took = words.duration(Duration::from_millis(it.took_ms));
        match it.text.as_ref().filter(|_| readers == Readers::Admins) {
            Some(text) => format!("{took} · {}", shown(text)),
            None => took,
        }
    });
    push_list(page, &words.stats_slowest(), lines);
}

fn push_articles(words: Words, page: &mut Page, articles: &ArticleUse) {
    let line = |it: &Aged| match it.date {
        Some(date) => words.stats_article(&shown(&it.title), &words.date(date)),
        None => shown(&it.title),
    };
    let unused = words.stats_unused(articles.unused, articles.articles);
    push_list(page, &unused, articles.oldest_unused.iter().map(line));
    push_list(
        page,
        &words.stats_oldest(),
        articles.oldest.iter().map(line),
    );
}

/// A heading with a list below it; nothing without items.
fn push_list(page: &mut Page, heading: &str, items: impl Iterator<Item = String>) {
    let items: Vec<String> = items.map(|item| format!("- {item}")).collect();
    if !items.is_empty() {
        page.push(&format!("{heading}\n{}", items.join("\n")));
    }
}

fn notes(words: Words, statistics: &Statistics, readers: Readers) -> Vec<String> {
    let mut notes = Vec::new();
    if statistics.before.is_some() {
        let days = usize::try_from(statistics.period.days).unwrap_or_default();
        notes.push(words.stats_compared(days));
    }
    if statistics.open.is_none() {
        notes.push(words.stats_no_texts());
    } else if readers == Readers::Everybody {
        notes.push(words.stats_discreet());
    }
    notes
}

/// The chart in words.
fn described(words: Words, period: Period, days: &[Day]) -> String {
    let (from, to) = bounds(period);
    let days: Vec<String> = days
        .iter()
        .map(|day| format!("{}/{}/{}", day.answered, day.closest, day.not_covered))
        .collect();
    let days = words.list(&days);
    words.stats_chart(&words.date(from), &words.date(to), &days)
}

/// The first day and the last.
fn bounds(period: Period) -> (Date, Date) {
    let moment = SignedDuration::from_nanos(1);
    let last = period.until.checked_sub(moment).unwrap_or(period.until);
    (date(period.since), date(last))
}

fn date(time: Timestamp) -> Date {
    time.to_zoned_datetime(TimeZone::UTC).date()
}

fn shown(text: &str) -> String {
    escape::line(text, LONGEST)
}

/// The difference from before; empty if that is not known.
fn change(now: u64, before: Option<u64>) -> String {
    let Some(before) = before else {
        return String::new();
    };
    match now.abs_diff(before) {
        0 => String::new(),
        more if now > before => format!(" ▲ {more}"),
        less => format!(" ▼ {less}"),
    }
}

/// A part of all as a percentage, rounded to the nearest.
fn share(part: u64, all: u64) -> u64 {
    let all = u128::from(all.max(1));
    let percent = (u128::from(part) * 100 + all / 2) / all;
    u64::try_from(percent).unwrap_or_default()
}

fn number(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests;
