//! Values as a language writes them: dates, durations, sizes, lists. Nothing here reads a clock.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;

use super::Words;

impl Words {
    /// A relative time, shown by Discord in the reader's language and kept up to date.
    pub(in crate::discord) fn relative(self, time: Timestamp) -> String {
        format!("<t:{}:R>", time.as_second())
    }

    /// A date and time, shown by Discord in the reader's language and time zone.
    pub(in crate::discord) fn moment(self, time: Timestamp) -> String {
        format!("<t:{}:F>", time.as_second())
    }

    pub(in crate::discord) fn date(self, date: Date) -> String {
        let whole = |number: i16| usize::try_from(number).unwrap_or_default();
        self.calendar_day(
            whole(date.day().into()),
            whole(date.month().into()),
            &date.year().to_string(),
        )
    }

    pub(in crate::discord) fn duration(self, duration: Duration) -> String {
        /// Below it, tenths of a second are worth showing.
        const SHORT: Duration = Duration::from_secs(10);
        if duration < SHORT {
            let seconds = format!("{:.1}", duration.as_secs_f64());
            return self.seconds(&self.with_mark(&seconds));
        }
        self.whole_seconds(duration)
    }

    /// A duration without parts of seconds.
    pub(in crate::discord) fn whole_seconds(self, duration: Duration) -> String {
        let seconds = duration.as_secs();
        let text = |n: u64| n.to_string();
        match (seconds / 3_600, seconds / 60 % 60, seconds % 60) {
            (0, 0, seconds) => self.seconds(&text(seconds)),
            (0, minutes, seconds) => self.minutes(&text(minutes), &text(seconds)),
            (hours, minutes, _) => self.hours(&text(hours), &text(minutes)),
        }
    }

    /// A size in memory or on disk.
    pub(in crate::discord) fn memory(self, bytes: u64) -> String {
        let mut unit = 0;
        let mut whole = bytes;
        let mut rest = 0;
        while whole >= 1_024 && unit < 3 {
            rest = whole % 1_024;
            whole /= 1_024;
            unit += 1;
        }
        if unit == 0 {
            return self.bytes(&whole.to_string());
        }
        let size = self.with_mark(&format!("{whole}.{}", rest * 10 / 1_024));
        match unit {
            1 => self.kibibytes(&size),
            2 => self.mebibytes(&size),
            _ => self.gibibytes(&size),
        }
    }

    /// `a, b, c`.
    pub(in crate::discord) fn list(self, items: &[String]) -> String {
        items.join(&self.list_comma())
    }

    /// A number as Rust writes it, with the language's decimal mark.
    fn with_mark(self, number: &str) -> String {
        match number.split_once('.') {
            Some((whole, tenths)) => self.decimal(whole, tenths),
            None => number.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_well_in_english() {
        let words = Words::ENGLISH;
        assert_eq!(words.duration(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(words.duration(Duration::from_secs(12)), "12 s");
        assert_eq!(words.duration(Duration::from_secs(75)), "1 min 15 s");
        assert_eq!(words.duration(Duration::from_secs(3_720)), "1 h 2 min");
        assert_eq!(words.memory(512), "512 B");
        assert_eq!(words.memory(1_536), "1.5 KiB");
        assert_eq!(words.memory(3 << 30), "3.0 GiB");
        assert_eq!(words.date(Date::constant(2025, 3, 2)), "2 March 2025");
        assert_eq!(words.and_more(1_234_567), "and 1,234,567 more");
    }

    #[test]
    fn every_language_writes_values_in_its_own_way() {
        let shown = |code: &str| {
            let words = Words::of(code);
            [
                words.date(Date::constant(2025, 8, 1)),
                words.duration(Duration::from_millis(1_240)),
                words.memory(1_536),
                words.and_more(12_345),
            ]
            .join(" | ")
        };
        for (code, expected) in [
            (
                "sv-SE",
                "1 augusti 2025 | 1,2 s | 1,5 KiB | och 12\u{a0}345 till",
            ),
            (
                "de",
                "1. August 2025 | 1,2 s | 1,5 KiB | und 12.345 weitere",
            ),
            (
                "no",
                "1. august 2025 | 1,2 s | 1,5 KiB | og 12\u{a0}345 til",
            ),
            ("nl", "1 augustus 2025 | 1,2 s | 1,5 KiB | en nog 12.345"),
            (
                "fr",
                "1er août 2025 | 1,2 s | 1,5 Kio | et 12\u{202f}345 de plus",
            ),
            (
                "es-419",
                "1 de agosto de 2025 | 1,2 s | 1,5 KiB | y 12\u{a0}345 más",
            ),
            (
                "zh-CN",
                "2025年8月1日 | 1.2 秒 | 1.5 KiB | 以及另外 12,345 个",
            ),
        ] {
            assert_eq!(shown(code), expected);
        }
        assert_eq!(Words::of("es-ES").and_more(1_234), "y 1234 más");
        let list = ["a".to_owned(), "b".to_owned()];
        assert_eq!(Words::ENGLISH.list(&list), "a, b");
        assert_eq!(Words::of("zh-CN").list(&list), "a、b");
    }
}
