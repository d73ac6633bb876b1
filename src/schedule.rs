//! When something is due again: the five fields of cron, in a time zone.
//!
//! Pure: it is given the time. `cronexpr` finds the next time on a clock that is never changed, and the
//! time zone says when that is. Given the zone itself, it would skip what falls into the hour that a clock
//! change leaves out, and repeat what falls into an hour that comes twice.

use cronexpr::{Crontab, MakeTimestamp};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Shorter ways to write some schedules.
const NICKNAMES: &[(&str, &str)] = &[
    ("@hourly", "0 * * * *"),
    ("@daily", "0 0 * * *"),
    ("@midnight", "0 0 * * *"),
    ("@weekly", "0 0 * * 0"),
    ("@monthly", "0 0 1 * *"),
    ("@yearly", "0 0 1 1 *"),
    ("@annually", "0 0 1 1 *"),
];

/// A schedule in a time zone.
#[derive(Debug, Clone)]
pub(crate) struct Schedule {
    crontab: Crontab,
    zone: TimeZone,
}

/// Why a schedule cannot be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ScheduleError {
    #[error("it needs five fields: minute, hour, day of the month, month, day of the week")]
    Fields,
    #[error(transparent)]
    Field(#[from] cronexpr::Error),
    /// Such as 30 February.
    #[error("there is no such day")]
    Never,
    #[error("{0:?} is not a time zone such as \"Europe/Stockholm\" or \"UTC\"")]
    Zone(String),
}

impl Schedule {
    /// Five fields as in cron (lists, ranges, steps and English names of months and days, or a
    /// nickname such as `@daily`), and a time zone's name.
    ///
    /// # Errors
    /// See [`ScheduleError`].
    pub(crate) fn new(cron: &str, zone: &str) -> Result<Self, ScheduleError> {
        let cron = cron.trim();
        let spelt_out = NICKNAMES
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(cron))
            .map_or(cron, |(_, spelt_out)| spelt_out);
        if spelt_out.split_whitespace().count() != 5 {
            return Err(ScheduleError::Fields);
        }
        let schedule = Self {
            crontab: cronexpr::parse_crontab(&format!("{spelt_out} UTC"))?,
            zone: TimeZone::get(zone).map_err(|_| ScheduleError::Zone(zone.to_owned()))?,
        };
        match schedule.next(Timestamp::UNIX_EPOCH) {
            Some(_) => Ok(schedule),
            None => Err(ScheduleError::Never),
        }
    }

    /// The first time after another one. What falls into an hour that a clock change leaves out is due
    /// right after it; an hour that comes twice counts once. `None` if there is none within four years.
    #[must_use]
    pub(crate) fn next(&self, after: Timestamp) -> Option<Timestamp> {
        let mut clock = TimeZone::UTC
            .to_timestamp(self.zone.to_datetime(after))
            .ok()?
            .as_second();
        loop {
            let found = self
                .crontab
                .find_next(MakeTimestamp::from_second(clock).ok()?);
            clock = found.ok()?.timestamp().as_second();
            let time = TimeZone::UTC.to_datetime(Timestamp::from_second(clock).ok()?);
            let due = self.zone.to_timestamp(time).ok()?;
            // The second pass of an hour that comes twice shows times that are over.
            if due > after {
                return Some(due);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The next times in a zone, after one.
    fn next(cron: &str, zone: &str, after: &str, count: usize) -> Vec<String> {
        let schedule = Schedule::new(cron, zone).unwrap();
        let mut at: Timestamp = after.parse().unwrap();
        let mut times = Vec::new();
        for _ in 0..count {
            at = schedule.next(at).unwrap();
            times.push(
                at.to_zoned_datetime(schedule.zone.clone())
                    .strftime("%a %F %H:%M")
                    .to_string(),
            );
        }
        times
    }

    #[test]
    fn fields_are_lists_ranges_steps_and_names() {
        assert_eq!(
            next("*/20 4,6 * * mon-FRI", "UTC", "2026-11-27T04:30:00Z", 4),
            [
                "Fri 2026-11-27 04:40",
                "Fri 2026-11-27 06:00",
                "Fri 2026-11-27 06:20",
                "Fri 2026-11-27 06:40"
            ]
        );
        assert_eq!(
            next("40/10 23 31 Dec *", "UTC", "2026-11-27T04:30:00Z", 2),
            ["Thu 2026-12-31 23:40", "Thu 2026-12-31 23:50"]
        );
        assert_eq!(
            next("@weekly", "UTC", "2026-11-25T00:00:00Z", 1),
            next("0 0 * * 7", "UTC", "2026-11-25T00:00:00Z", 1)
        );
        assert_eq!(
            next("0 0 29 2 *", "UTC", "2026-11-25T00:00:00Z", 1),
            ["Tue 2028-02-29 00:00"]
        );
    }

    #[test]
    fn one_kind_of_day_is_enough_where_both_are_given() {
        assert_eq!(
            next("0 9 1 * mon", "UTC", "2026-11-25T00:00:00Z", 3),
            [
                "Mon 2026-11-30 09:00",
                "Tue 2026-12-01 09:00",
                "Mon 2026-12-07 09:00"
            ]
        );
    }

    #[test]
    fn clocks_that_are_changed_leave_nothing_out_and_repeat_nothing() {
        let spring = next("30 2 * * *", "Europe/Stockholm", "2026-03-28T12:00:00Z", 2);
        assert_eq!(spring, ["Sun 2026-03-29 03:30", "Mon 2026-03-30 02:30"]);
        let autumn = next("30 2 * * *", "Europe/Stockholm", "2026-10-24T12:00:00Z", 2);
        assert_eq!(autumn, ["Sun 2026-10-25 02:30", "Mon 2026-10-26 02:30"]);
    }

    #[test]
    fn what_is_no_schedule_is_refused_with_the_part_that_is_wrong() {
        let told = |cron: &str| Schedule::new(cron, "UTC").unwrap_err().to_string();
        assert!(told("0 4 * *").starts_with("it needs five fields"));
        assert!(told("61 4 * * *").contains("must be in range 0..=59; found 61"));
        for wrong in [
            "*/0 4 * * *",
            "0 4 * * x",
            "0 5-4 * * *",
            "0 4 +1 * *",
            "0 , * * *",
        ] {
            assert!(told(wrong).contains(wrong), "{wrong}");
        }
        assert_eq!(told("0 0 30 2 *"), "there is no such day");
        let zone = Schedule::new("@daily", "Mars/Olympus").unwrap_err();
        assert!(zone.to_string().contains("Mars/Olympus"), "{zone}");
    }
}
