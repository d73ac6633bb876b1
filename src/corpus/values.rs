//! The values that describe an article, read from the words people write them in.
//!
//! Front matter, HTML metadata and the heads of text files say the same things in different places;
//! what counts as a date or an address is decided here once. `None` means: not that.

use jiff::civil::Date;

use super::plain;
use crate::article::Reference;

/// Bytes of an address at most; longer ones are data, not addresses.
const MAX_URL_BYTES: usize = 2_000;

/// An ISO date, or the date in front of an ISO time.
pub(super) fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    let (day, time) = text.split_at_checked("2024-08-16".len())?;
    let is_shaped = day.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let is_time = time.is_empty()
        || (time.starts_with(['T', 't', ' '])
            && time
                .trim_start_matches(['T', 't', ' '])
                .starts_with(|c: char| c.is_ascii_digit()));
    (is_shaped && is_time).then(|| day.parse().ok()).flatten()
}

/// A date as English prose writes it: `August 16, 2024`, `16 August 2024`, `Aug 16th 2024`; or an
/// ISO date. Nothing else may stand beside it.
pub(super) fn prose_date(text: &str) -> Option<Date> {
    if let Some(date) = date(text) {
        return Some(date);
    }
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .collect();
    let [first, second, year] = *words.as_slice() else {
        return None;
    };
    let (month, day) = match month(first) {
        Some(month) => (month, second),
        None => (month(second)?, first),
    };
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
    Date::new(
        Some(year).filter(|year| year.len() == 4)?.parse().ok()?,
        month,
        day.parse().ok()?,
    )
    .ok()
}

fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    if word.len() < 3 {
        return None;
    }
    let at = MONTHS
        .iter()
        .position(|month| month.starts_with(&word) || (word == "sept" && *month == "september"))?;
    i8::try_from(at + 1).ok()
}

/// An `http` or `https` address with a host.
pub(super) fn url(text: &str) -> Option<String> {
    let text = text.trim();
    let (scheme, rest) = text.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let is_plain = !text.contains(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '`')
    });
    (is_web && is_plain && !host.is_empty() && text.len() <= MAX_URL_BYTES).then(|| text.to_owned())
}

/// Tags separated by commas, semicolons or `#`.
pub(super) fn tags(text: &str) -> Vec<String> {
    text.split([',', ';', '#', '、', '，'])
        .map(plain::collapse)
        .filter(|tag| !tag.is_empty())
        .collect()
}

/// A source in one string: a title, an address, or a title with the address behind it. `None` for
/// an empty string or an address that is not for the web.
pub(super) fn reference(text: &str) -> Option<Reference> {
    let text = plain::collapse(text);
    if text.is_empty() {
        return None;
    }
    let Some(scheme) = text.find("://") else {
        return Some(Reference {
            title: text,
            url: None,
        });
    };
    let start = text
        .get(..scheme)?
        .rfind(|c: char| !c.is_ascii_alphanumeric())
        .and_then(|at| at.checked_add(text.get(at..)?.chars().next()?.len_utf8()))
        .unwrap_or(0);
    let (title, address) = text.split_at_checked(start)?;
    let end = address.find(' ').unwrap_or(address.len());
    let (address, after) = address.split_at_checked(end)?;
    let url = url(address.trim_end_matches([')', ']', '>', ',', '.', ';']))?;
    let title = plain::collapse(&format!("{title} {after}"));
    let title = title.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | ',' | '(' | '[' | ']' | '<' | '-' | '–' | '—' | '|')
    });
    Some(Reference {
        title: if title.is_empty() { &url } else { title }.to_owned(),
        url: Some(url),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn dates_are_iso_with_or_without_a_time() {
        assert_eq!(date("2024-08-16"), Some(day(2024, 8, 16)));
        assert_eq!(date("2024-08-16T09:30:00+02:00"), Some(day(2024, 8, 16)));
        assert_eq!(date("2024-08-16 09:30"), Some(day(2024, 8, 16)));
        for wrong in [
            "2024-8-16",
            "16.08.2024",
            "2024-02-30",
            "2024-08-16x",
            "",
            "ÅÅÅÅ-MM-",
        ] {
            assert_eq!(date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn english_dates_are_read_too() {
        for text in ["August 16, 2024", "16 August 2024", "Aug. 16th, 2024"] {
            assert_eq!(prose_date(text), Some(day(2024, 8, 16)), "{text}");
        }
        assert_eq!(prose_date("May be 2024"), None);
    }

    #[test]
    fn addresses_are_for_the_web() {
        assert!(url("https://example.org/a?b#c").is_some());
        for wrong in [
            "javascript:alert(1)",
            "ftp://example.org",
            "https://",
            "/a",
            "http://a b",
        ] {
            assert_eq!(url(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_source_is_a_title_an_address_or_both() {
        let read = |text| reference(text).map(|found| (found.title, found.url));
        let address = || Some("https://example.org/a".to_owned());
        assert_eq!(read("Annual report"), Some(("Annual report".into(), None)));
        assert_eq!(
            read("https://example.org/a"),
            Some(("https://example.org/a".into(), address()))
        );
        for both in [
            "Annual report (https://example.org/a)",
            "[Annual report](https://example.org/a)",
            "Annual report – https://example.org/a",
        ] {
            assert_eq!(
                read(both),
                Some(("Annual report".into(), address())),
                "{both}"
            );
        }
        assert_eq!(read("file:///etc/passwd"), None);
    }
}
