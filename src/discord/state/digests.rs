//! When weekly digests are due. Pure: time comes from the caller.

use jiff::Timestamp;

use crate::config;

/// Seconds.
const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;
const WEEK: i64 = 7 * DAY;
/// The Monday before 1970 began, in seconds since then.
const MONDAY: i64 = -3 * DAY;
/// When digests are sent.
#[derive(Debug, Clone, Copy)]
pub(in crate::discord) struct DigestSchedule {
    /// The first time a digest is due, in seconds since 1970.
    first: i64,
}

/// A time at which digests are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) struct Due {
    pub(in crate::discord) at: Timestamp,
    /// Weeks since the first.
    pub(in crate::discord) week: i64,
}

impl DigestSchedule {
    pub(in crate::discord) fn new(digest: config::Digest) -> Self {
        let day = i64::from(digest.day) * DAY;
        Self {
            first: MONDAY + day + i64::from(digest.hour) * HOUR,
        }
    }

    /// The last time that has come.
    pub(in crate::discord) fn last(self, now: Timestamp) -> Due {
        let week = (now.as_second() - self.first).div_euclid(WEEK);
        self.due(week).unwrap_or(Due { at: now, week })
    }

    /// The next time.
    pub(in crate::discord) fn next(self, now: Timestamp) -> Timestamp {
        let next = self.due(self.last(now).week + 1);
        next.map_or(now, |due| due.at)
    }

    fn due(self, week: i64) -> Option<Due> {
        let at = Timestamp::from_second(self.first + week * WEEK).ok()?;
        Some(Due { at, week })
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    fn time(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn schedule(day: u8, hour: u8) -> DigestSchedule {
        DigestSchedule::new(config::Digest { day, hour })
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
    fn every_time_has_a_due_time_before_it_and_weeks_count_up_by_one() {
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
    fn another_day_in_the_configuration_brings_no_second_digest_in_a_week() {
        let now = time("2026-11-25T09:30:00Z");
        let monday = schedule(0, 9).last(now).week;
        // Friday has yet to come: the last one was the week before, which was sent.
        assert_eq!(schedule(4, 9).last(now).week, monday - 1);
    }
}
