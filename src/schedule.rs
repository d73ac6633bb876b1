//! When something is due again: the five fields of cron, in a time zone.
//!
//! Pure: it is told the time. Written here because what would be taken instead brings a second
//! calendar along; the whole of it is the table of fields.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

/// Days looked ahead at most: 29 February comes again after eight years at the latest.
const DAYS_AHEAD: usize = 366 * 8 + 1;

/// Shorter ways to say some schedules.
const NICKNAMES: &[(&str, &str)] = &[
    ("@hourly", "0 * * * *"),
    ("@daily", "0 0 * * *"),
    ("@midnight", "0 0 * * *"),
    ("@weekly", "0 0 * * 0"),
    ("@monthly", "0 0 1 * *"),
    ("@yearly", "0 0 1 1 *"),
    ("@annually", "0 0 1 1 *"),
];

const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
const DAYS: &[&str] = &["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/// A schedule in a time zone.
#[derive(Debug, Clone)]
pub struct Schedule {
    cron: Cron,
    zone: TimeZone,
}

/// Why a schedule cannot be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScheduleError {
    #[error("it needs five fields: minute, hour, day of the month, month, day of the week")]
    Fields,
    #[error("{part:?} is not a {field} from {least} to {most}")]
    Field {
        part: String,
        field: &'static str,
        least: u32,
        most: u32,
    },
    /// Such as 30 February.
    #[error("there is no such day")]
    Never,
    #[error("{0:?} is not a time zone such as \"Europe/Stockholm\" or \"UTC\"")]
    Zone(String),
}

/// The values of each field, a bit each.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cron {
    minutes: u64,
    hours: u64,
    days: u64,
    months: u64,
    weekdays: u64,
    /// Whether a day of the month or a day of the week is enough: both are given.
    either_day: bool,
}

/// A field and its bounds.
struct Field {
    name: &'static str,
    least: u32,
    most: u32,
    /// Names of its values, from the least.
    names: &'static [&'static str],
}

const MINUTE: Field = field("minute", 0, 59, &[]);
const HOUR: Field = field("hour", 0, 23, &[]);
const DAY: Field = field("day of the month", 1, 31, &[]);
const MONTH: Field = field("month", 1, 12, MONTHS);
/// Sunday is 0 and 7.
const WEEKDAY: Field = field("day of the week", 0, 7, DAYS);

const fn field(name: &'static str, least: u32, most: u32, names: &'static [&'static str]) -> Field {
    Field {
        name,
        least,
        most,
        names,
    }
}

impl Schedule {
    /// Five fields as in cron (lists, ranges, steps and English names of months and days, or a
    /// nickname such as `@daily`), and a time zone's name.
    ///
    /// # Errors
    /// When either cannot be read.
    pub fn new(cron: &str, zone: &str) -> Result<Self, ScheduleError> {
        let schedule = Self {
            cron: Cron::read(cron)?,
            zone: time_zone(zone)?,
        };
        match schedule.next(Timestamp::UNIX_EPOCH) {
            Some(_) => Ok(schedule),
            None => Err(ScheduleError::Never),
        }
    }

    /// The first time after another one. What falls into an hour that a clock change leaves out is
    /// due right after it; an hour that comes twice counts once. `None` at the end of time.
    #[must_use]
    pub fn next(&self, after: Timestamp) -> Option<Timestamp> {
        let local = self.zone.to_datetime(after);
        let mut date = local.date();
        for _ in 0..DAYS_AHEAD {
            if self.cron.is_day(date) {
                let due = |time: DateTime| self.zone.to_timestamp(time).ok();
                let times = self.cron.times(date).filter_map(due);
                if let Some(found) = times.into_iter().find(|time| *time > after) {
                    return Some(found);
                }
            }
            date = date.checked_add(1.day()).ok()?;
        }
        None
    }
}

/// # Errors
/// When there is none of this name.
fn time_zone(name: &str) -> Result<TimeZone, ScheduleError> {
    TimeZone::get(name).map_err(|_| ScheduleError::Zone(name.to_owned()))
}

impl Cron {
    fn read(text: &str) -> Result<Self, ScheduleError> {
        let text = text.trim();
        let spelt_out = NICKNAMES
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(text))
            .map_or(text, |(_, spelt_out)| spelt_out);
        let fields: Vec<&str> = spelt_out.split_whitespace().collect();
        let [minute, hour, day, month, weekday] = fields.as_slice() else {
            return Err(ScheduleError::Fields);
        };
        let weekdays = WEEKDAY.read(weekday)?;
        Ok(Self {
            minutes: MINUTE.read(minute)?,
            hours: HOUR.read(hour)?,
            days: DAY.read(day)?,
            months: MONTH.read(month)?,
            weekdays: weekdays | (weekdays >> 7),
            either_day: !day.starts_with('*') && !weekday.starts_with('*'),
        })
    }

    fn is_day(&self, date: Date) -> bool {
        let day = has(self.days, date.day());
        let weekday = has(self.weekdays, date.weekday().to_sunday_zero_offset());
        let fits = if self.either_day {
            day || weekday
        } else {
            day && weekday
        };
        has(self.months, date.month()) && fits
    }

    /// Times of a day, in order.
    fn times(&self, date: Date) -> impl Iterator<Item = DateTime> {
        let hours = (0..=23_i8).filter(|hour| has(self.hours, *hour));
        hours.flat_map(move |hour| {
            let minutes = (0..=59_i8).filter(|minute| has(self.minutes, *minute));
            minutes.map(move |minute| date.at(hour, minute, 0, 0))
        })
    }
}

fn has(values: u64, value: i8) -> bool {
    u32::try_from(value).is_ok_and(|value| values >> value & 1 == 1)
}

impl Field {
    /// A list of values, ranges and steps.
    fn read(&self, text: &str) -> Result<u64, ScheduleError> {
        text.split(',')
            .map(|part| self.part(part).ok_or_else(|| self.wrong(part)))
            .try_fold(0, |values, part| Ok(values | part?))
    }

    fn part(&self, part: &str) -> Option<u64> {
        let (range, step) = match part.split_once('/') {
            Some((range, step)) => (range, Some(number(step).filter(|step| *step > 0)?)),
            None => (part, None),
        };
        let (from, to) = match range.split_once('-') {
            _ if range == "*" => (self.least, self.most),
            Some((from, to)) => (self.value(from)?, self.value(to)?),
            // As in Vixie cron, "5/15" goes on to the end.
            None if step.is_some() => (self.value(range)?, self.most),
            None => (self.value(range)?, self.value(range)?),
        };
        let step = usize::try_from(step.unwrap_or(1)).ok()?;
        (from <= to).then(|| (from..=to).step_by(step).fold(0, |bits, it| bits | 1 << it))
    }

    fn value(&self, text: &str) -> Option<u32> {
        let named = self
            .names
            .iter()
            .position(|it| it.eq_ignore_ascii_case(text));
        let value = match named {
            Some(place) => self.least + u32::try_from(place).ok()?,
            None => number(text)?,
        };
        (self.least..=self.most).contains(&value).then_some(value)
    }

    fn wrong(&self, part: &str) -> ScheduleError {
        ScheduleError::Field {
            part: part.to_owned(),
            field: self.name,
            least: self.least,
            most: self.most,
        }
    }
}

fn number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
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
        assert_eq!(told("61 4 * * *"), "\"61\" is not a minute from 0 to 59");
        for wrong in [
            "*/0 4 * * *",
            "0 4 * * x",
            "0 5-4 * * *",
            "0 4 +1 * *",
            "0 , * * *",
        ] {
            assert!(told(wrong).contains("is not a "), "{wrong}");
        }
        assert_eq!(told("0 0 30 2 *"), "there is no such day");
        let zone = Schedule::new("@daily", "Mars/Olympus").unwrap_err();
        assert!(zone.to_string().contains("Mars/Olympus"), "{zone}");
    }
}
