//! Parses dates as people and programs write them, in the languages of articles.
//!
//! A date counts only if it is unambiguous: `5/6/2024` is May in one country and June in another,
//! so it is rejected. Times and time zones are ignored; only the day matters.

use jiff::civil::Date;

/// Fewest letters of an abbreviated month: `Aug`.
const MIN_MONTH_CHARS: usize = 3;

/// The names of each month, in lowercase, where their first letters differ.
const MONTHS: [&[&str]; 12] = [
    &[
        "january",
        "januari",
        "januar",
        "janeiro",
        "janvier",
        "enero",
        "gennaio",
        "января",
        "ocak",
        "stycznia",
    ],
    &[
        "february",
        "februari",
        "februar",
        "febrero",
        "febbraio",
        "feb",
        "février",
        "fevereiro",
        "февраля",
        "şubat",
        "lutego",
    ],
    &[
        "march",
        "märz",
        "maart",
        "março",
        "marts",
        "mars",
        "марта",
        "marzo",
        "марта",
        "marca",
    ],
    &["april", "avril", "abril", "апреля", "nisan", "kwietnia"],
    &[
        "may", "maj", "mai", "mei", "mayo", "maio", "maggio", "мая", "mayıs", "maja",
    ],
    &[
        "june", "juni", "juin", "junio", "junho", "giugno", "июня", "haziran", "czerwca",
    ],
    &[
        "july", "juli", "juillet", "julio", "julho", "luglio", "июля", "temmuz", "lipca",
    ],
    &[
        "august",
        "augusti",
        "augustus",
        "août",
        "agosto",
        "августа",
        "ağustos",
        "sierpnia",
    ],
    &[
        "september",
        "septiembre",
        "septembre",
        "setembro",
        "settembre",
        "сентября",
        "eylül",
        "września",
    ],
    &[
        "october",
        "oktober",
        "octobre",
        "octubre",
        "outubro",
        "ottobre",
        "октября",
        "ekim",
        "października",
    ],
    &[
        "november",
        "novembre",
        "novembro",
        "noviembre",
        "ноября",
        "kasım",
        "listopada",
    ],
    &[
        "december",
        "dezember",
        "desember",
        "décembre",
        "diciembre",
        "dezembro",
        "dicembre",
        "декабря",
        "aralık",
        "grudnia",
    ],
];

/// Words that may accompany a date without changing it: weekdays, time zones, prepositions.
const IGNORED_WORDS: &[&str] = &[
    "mon",
    "monday",
    "tue",
    "tues",
    "tuesday",
    "wed",
    "wednesday",
    "thu",
    "thur",
    "thurs",
    "thursday",
    "fri",
    "friday",
    "sat",
    "saturday",
    "sun",
    "sunday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "måndag",
    "tisdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lördag",
    "söndag",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
    "gmt",
    "utc",
    "z",
    "am",
    "pm",
    "bst",
    "cet",
    "cest",
    "est",
    "edt",
    "cst",
    "cdt",
    "mst",
    "mdt",
    "pst",
    "pdt",
    "at",
    "de",
    "del",
    "den",
    "der",
    "le",
    "el",
    "of",
    "the",
    "kl",
    "um",
    "г",
];

/// Parses a text that is nothing but a date.
pub(super) fn date(text: &str) -> Option<Date> {
    let words = words(text);
    match words.as_slice() {
        [one] => numbers(one).or_else(|| named_in_one(one)),
        [first, second, third] => named(first, second, third).or_else(|| numbers(&words.concat())),
        _ => None,
    }
}

/// Like [`date`], but a month or year gives its first day.
pub(super) fn day_or_first(text: &str) -> Option<Date> {
    date(text).or_else(|| {
        let words = words(text);
        match words.as_slice() {
            [one] => match one.split(['-', '/', '.']).collect::<Vec<_>>().as_slice() {
                [year] => Date::new(self::year(year)?, 1, 1).ok(),
                [first, second] => {
                    let (year, month) = match self::year(first) {
                        Some(year) => (year, second),
                        None => (self::year(second)?, first),
                    };
                    Date::new(year, small(month)?, 1).ok()
                }
                _ => None,
            },
            [month, year] => Date::new(self::year(year)?, self::month(month)?, 1).ok(),
            _ => None,
        }
    })
}

/// The words that are neither a time nor in [`IGNORED_WORDS`].
fn words(text: &str) -> Vec<&str> {
    let text = text.trim();
    let text = match text.split_once(['T', 't']) {
        Some((day, time))
            if day.ends_with(|c: char| c.is_ascii_digit())
                && time.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            day
        }
        _ => text,
    };
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')'))
        .filter(|word| {
            let is_time = word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit());
            let is_offset = word.len() > 3
                && word
                    .strip_prefix(['+', '-'])
                    .is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
            let bare = word.trim_end_matches('.').to_lowercase();
            let is_zone = bare.starts_with("gmt") || bare.starts_with("utc");
            !(bare.is_empty()
                || is_time
                || is_offset
                || is_zone
                || IGNORED_WORDS.contains(&bare.as_str()))
        })
        .collect()
}

/// A date in numbers: `2024-8-16`, `16.08.2024`, `20240816`, `2024年8月16日`.
fn numbers(word: &str) -> Option<Date> {
    if word.len() == "20240816".len() && word.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, day) = word.split_at_checked("2024".len())?;
        let (month, day) = day.split_at_checked("08".len())?;
        return Date::new(self::year(year)?, small(month)?, small(day)?).ok();
    }
    let is_separator = |c: char| !c.is_ascii_digit();
    let separator = word.chars().find(|c| is_separator(*c))?;
    let parts: Vec<&str> = word
        .trim_end_matches(['日', '일', '.'])
        .split(is_separator)
        .collect();
    let [first, second, third] = *parts.as_slice() else {
        return None;
    };
    let signs = word.chars().filter(|c| is_separator(*c));
    let is_known = match separator {
        '-' | '/' | '.' => signs.clone().all(|sign| sign == separator),
        '年' | '년' => signs.clone().all(|sign| "年月日년월일".contains(sign)),
        _ => false,
    };
    if !is_known {
        return None;
    }
    if let Some(year) = year(first) {
        return Date::new(year, small(second)?, small(third)?).ok();
    }
    let (one, other, year) = (small(first)?, small(second)?, year(third)?);
    let day_first = Date::new(year, other, one).ok();
    let month_first = Date::new(year, one, other).ok();
    match (separator, day_first, month_first) {
        ('.', day_first, _) => day_first,
        (_, Some(_), Some(_)) if one != other => None,
        (_, day_first, month_first) => day_first.or(month_first),
    }
}

/// `16-Aug-2024`.
fn named_in_one(word: &str) -> Option<Date> {
    let parts: Vec<&str> = word.split('-').collect();
    let [first, second, third] = *parts.as_slice() else {
        return None;
    };
    named(first, second, third)
}

fn named(first: &str, second: &str, third: &str) -> Option<Date> {
    let (year, month, day) = if let Some(month) = month(first) {
        (third, month, second)
    } else if year(first).is_some() {
        (first, month(second)?, third)
    } else {
        (third, month(second)?, first)
    };
    let day = day.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, '.' | 'º'));
    Date::new(self::year(year.trim_end_matches('.'))?, month, small(day)?).ok()
}

fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_lowercase();
    if word.chars().count() < MIN_MONTH_CHARS {
        return None;
    }
    let names = |names: &&[&str]| names.iter().any(|name| name.starts_with(&word));
    let at = MONTHS.iter().position(names)?;
    i8::try_from(at + 1).ok()
}

/// Four digits.
fn year(word: &str) -> Option<i16> {
    let is_year = word.len() == "2024".len() && word.bytes().all(|byte| byte.is_ascii_digit());
    is_year
        .then(|| word.parse().ok())
        .flatten()
        .filter(|year| *year > 0)
}

/// One or two digits.
fn small(word: &str) -> Option<i8> {
    let is_small = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    is_small.then(|| word.parse().ok()).flatten()
}

#[cfg(test)]
mod tests;
