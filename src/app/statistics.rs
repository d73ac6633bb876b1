//! Statistics for admins: how a server's questions fared in a period compared with the one before,
//! and what that says about the articles.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use crate::store::{Decision, Gap, StoreError, StoreFigures};
use lodestar_engine::index::ArticleOutline;

use super::{App, Outline};

/// How many gaps and articles of each kind are named.
const NAMED: usize = 3;

/// A number of whole days; the last may not be over yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub since: Timestamp,
    pub until: Timestamp,
    pub days: u32,
}

/// What happened in a period.
#[derive(Debug, Clone)]
pub struct Statistics {
    pub period: Period,
    pub figures: StoreFigures,
    /// The same stretch of the period before; `None` where the store no longer has all of it.
    pub before: Option<StoreFigures>,
    /// Open questions from the period, most often asked first; [`Self::open`] counts all of them.
    /// Empty where texts are not kept.
    pub gaps: Vec<Gap>,
    /// `None` where texts are not kept and the number is therefore unknown.
    pub open: Option<usize>,
    pub articles: ArticleUse,
}

/// Which articles may need care.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArticleUse {
    pub articles: usize,
    /// Articles that answered nothing in the period.
    pub unused: usize,
    /// The oldest of those; articles without a date come last.
    pub oldest_unused: Vec<Aged>,
    /// The oldest of all that have a date.
    pub oldest: Vec<Aged>,
}

/// An article and its age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aged {
    pub title: String,
    /// The date of the last change, or else of publication.
    pub date: Option<Date>,
}

impl Period {
    /// The `days` days up to and including today, in UTC; today is not over.
    #[must_use]
    pub fn to_now(now: Timestamp, days: u32) -> Self {
        let today = midnight(now);
        Self {
            since: earlier(today, days.saturating_sub(1)),
            until: now,
            days,
        }
    }

    /// The `days` days before today, in UTC.
    #[must_use]
    pub fn before_today(now: Timestamp, days: u32) -> Self {
        let until = midnight(now);
        Self {
            since: earlier(until, days),
            until,
            days,
        }
    }

    /// The same stretch of the period before, as far as this one has lasted.
    fn before(self) -> Self {
        Self {
            since: earlier(self.since, self.days),
            until: earlier(self.until, self.days),
            days: self.days,
        }
    }
}

impl App {
    /// Figures of a server in a period, with the texts of questions where those are kept.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn statistics(
        &self,
        server: u64,
        period: Period,
        now: Timestamp,
    ) -> Result<Statistics, StoreError> {
        let store = self.store();
        let figures = store.figures(server, period.since, period.until).await?;
        let earlier_period = period.before();
        let oldest_kept = earlier(now, store.privacy().keep_days);
        let before = if earlier_period.since >= oldest_kept {
            let (since, until) = (earlier_period.since, earlier_period.until);
            Some(store.figures(server, since, until).await?)
        } else {
            None
        };
        let (gaps, open) = if store.keeps_texts() {
            let mut gaps = store.gaps(server).await?;
            gaps.retain(|gap| is_open(gap, period));
            let open = gaps.len();
            gaps.sort_by_key(|gap| std::cmp::Reverse(times(gap)));
            gaps.truncate(NAMED);
            (gaps, Some(open))
        } else {
            (Vec::new(), None)
        };
        // Without an index there are no articles.
        let outline = self.outline().await.ok();
        let articles = outline.map_or_else(ArticleUse::default, |outline: Arc<Outline>| {
            article_use(&outline.articles, &figures.articles)
        });
        Ok(Statistics {
            period,
            figures,
            before,
            gaps,
            open,
            articles,
        })
    }
}

/// How often a gap was asked in vain or reported to the editors.
#[must_use]
pub fn times(gap: &Gap) -> u64 {
    (gap.not_covered + gap.voted_down).max(gap.reporters)
}

fn is_open(gap: &Gap, period: Period) -> bool {
    let is_undone = matches!(gap.decision, Decision::Open | Decision::AssignedTo(_));
    is_undone && (period.since..period.until).contains(&gap.last_at)
}

fn article_use(articles: &[ArticleOutline], used: &[(String, u64)]) -> ArticleUse {
    let used: HashSet<&str> = used.iter().map(|(path, _)| path.as_str()).collect();
    let mut by_age: Vec<&ArticleOutline> = articles.iter().collect();
    by_age.sort_by_key(|it| (it.date.is_none(), it.date, it.path.as_str()));
    let aged = |it: &&ArticleOutline| Aged {
        title: it.title.clone(),
        date: it.date,
    };
    let is_unused = |it: &&&ArticleOutline| !used.contains(it.path.as_str());
    ArticleUse {
        articles: articles.len(),
        unused: by_age.iter().filter(is_unused).count(),
        oldest_unused: by_age
            .iter()
            .filter(is_unused)
            .take(NAMED)
            .map(aged)
            .collect(),
        oldest: by_age
            .iter()
            .filter(|it| it.date.is_some())
            .take(NAMED)
            .map(aged)
            .collect(),
    }
}

/// The last midnight, in UTC.
fn midnight(time: Timestamp) -> Timestamp {
    /// Seconds in a day; timestamps have no leap seconds.
    const DAY: i64 = 24 * 60 * 60;
    let seconds = time.as_second().div_euclid(DAY) * DAY;
    Timestamp::from_second(seconds).unwrap_or(time)
}

fn earlier(time: Timestamp, days: u32) -> Timestamp {
    let days = SignedDuration::from_hours(24 * i64::from(days));
    time.checked_sub(days).unwrap_or(Timestamp::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::MissedId;

    fn time(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn article(title: &str, year: Option<i16>) -> ArticleOutline {
        ArticleOutline {
            path: format!("{title}.md"),
            title: title.to_owned(),
            date: year.map(|year| Date::constant(year, 1, 2)),
            sections: Vec::new(),
            alone: Vec::new(),
        }
    }

    fn titles(aged: &[Aged]) -> Vec<&str> {
        aged.iter().map(|it| it.title.as_str()).collect()
    }

    #[test]
    fn a_period_ends_now_or_with_yesterday_and_is_preceded_by_as_much() {
        let now = time("2026-11-25T09:30:00Z");
        let period = Period::to_now(now, 7);
        assert_eq!(
            (period.since, period.until),
            (time("2026-11-19T00:00:00Z"), now)
        );
        let before = period.before();
        assert_eq!(before.since, time("2026-11-12T00:00:00Z"));
        assert_eq!(before.until, time("2026-11-18T09:30:00Z"));
        let week = Period::before_today(now, 7);
        assert_eq!(week.since, time("2026-11-18T00:00:00Z"));
        assert_eq!(week.until, time("2026-11-25T00:00:00Z"));
    }

    #[test]
    fn the_oldest_articles_stand_first_and_those_that_answered_are_not_unused() {
        let articles = [
            article("Undated", None),
            article("New", Some(2026)),
            article("Old", Some(2019)),
            article("Older", Some(2011)),
            article("Used", Some(2001)),
        ];
        let found = article_use(&articles, &[("Used.md".to_owned(), 3)]);
        assert_eq!((found.articles, found.unused), (5, 4));
        assert_eq!(titles(&found.oldest), ["Used", "Older", "Old"]);
        assert_eq!(titles(&found.oldest_unused), ["Older", "Old", "New"]);
    }

    #[test]
    fn a_gap_is_open_until_somebody_has_decided_and_counts_where_it_was_asked() {
        let period = Period::to_now(time("2026-11-25T09:30:00Z"), 7);
        let gap = |decision, last_at: &str| Gap {
            id: MissedId(1),
            text: "Why?".to_owned(),
            not_covered: 2,
            voted_down: 1,
            reporters: 1,
            channels: Vec::new(),
            last_at: time(last_at),
            decision,
        };
        let (inside, outside) = ("2026-11-24T10:00:00Z", "2026-11-01T10:00:00Z");
        assert!(is_open(&gap(Decision::Open, inside), period));
        assert!(is_open(&gap(Decision::AssignedTo(1), inside), period));
        assert!(!is_open(&gap(Decision::WontCover, inside), period));
        assert!(!is_open(&gap(Decision::Open, outside), period));
        assert_eq!(times(&gap(Decision::Open, inside)), 3);
    }
}
