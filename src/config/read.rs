//! How values are read: each function takes what TOML holds and returns what the program uses, or an error
//! that says what is allowed.

use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use serde::de::{Deserialize as _, Deserializer, Error};
use toml::Value;
use tracing::level_filters::LevelFilter;

use super::IN_MEMORY;
use crate::schedule::Schedule;

/// What a whole number counts.
pub(super) trait Unit {
    /// As people are told.
    const NAME: &str;
    /// What one of them comes to: bytes, milliseconds, or just one.
    const SCALE: u64 = 1;
}

macro_rules! units {
    ($($name:ident = $words:literal * $scale:literal;)*) => { $(
        pub(super) struct $name;
        impl Unit for $name {
            const NAME: &str = $words;
            const SCALE: u64 = $scale;
        }
    )* };
}

units! {
    Characters = "characters" * 1;
    Days = "days" * 1;
    Generations = "generations" * 1;
    Hours = "hours" * 1;
    KiB = "KiB" * 1024;
    MiB = "MiB" * 1_048_576;
    Milliseconds = "milliseconds" * 1;
    Minutes = "minutes" * 60_000;
    Passages = "passages" * 1;
    Percent = "percent" * 1;
    PortNumber = "port number" * 1;
    Questions = "questions" * 1;
    Redirects = "redirects" * 1;
    Seconds = "seconds" * 1000;
}

/// A whole number from `LEAST` to `MOST`, both allowed, in the unit's scale.
pub(super) fn whole<'de, U, const LEAST: u64, const MOST: u64, T, D>(from: D) -> Result<T, D::Error>
where
    U: Unit,
    T: TryFrom<u64>,
    D: Deserializer<'de>,
{
    let number = Value::deserialize(from)?.as_integer();
    number
        .and_then(|number| u64::try_from(number).ok())
        .filter(|number| (LEAST..=MOST).contains(number))
        .and_then(|number| T::try_from(number.checked_mul(U::SCALE)?).ok())
        .ok_or_else(|| {
            let unit = U::NAME;
            D::Error::custom(format!(
                "it must be a whole number from {LEAST} to {MOST} ({unit})"
            ))
        })
}

/// As [`whole`], for units of time.
pub(super) fn time<'de, U, const LEAST: u64, const MOST: u64, D>(
    from: D,
) -> Result<Duration, D::Error>
where
    U: Unit,
    D: Deserializer<'de>,
{
    whole::<U, LEAST, MOST, u64, D>(from).map(Duration::from_millis)
}

/// A share of 0 to 1, written in percent.
pub(super) fn share<'de, const LEAST: u64, const MOST: u64, D>(from: D) -> Result<f32, D::Error>
where
    D: Deserializer<'de>,
{
    whole::<Percent, LEAST, MOST, u8, D>(from).map(|percent| f32::from(percent) / 100.0)
}

pub(super) fn switch<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    let value = Value::deserialize(from)?.as_bool();
    value.ok_or_else(|| D::Error::custom("it must be true or false"))
}

/// The path of a folder.
pub(super) fn folder<'de, D: Deserializer<'de>>(from: D) -> Result<PathBuf, D::Error> {
    text(from, "it must be the path of a folder, in quotes", |text| {
        is_path(text).then(|| text.into())
    })
}

/// The path of a file; `None` if it is empty.
pub(super) fn file<'de, D: Deserializer<'de>>(from: D) -> Result<Option<PathBuf>, D::Error> {
    text(from, "it must be empty, or the path of a file", |text| {
        let path = || Some(text.into()).filter(|_| !text.is_empty());
        (!text.contains('\0')).then(path)
    })
}

/// The path of a database; `None` for one in memory.
pub(super) fn database<'de, D: Deserializer<'de>>(from: D) -> Result<Option<PathBuf>, D::Error> {
    let allowed = format!("it must be the path of a file, or {IN_MEMORY:?}");
    text(from, &allowed, |text| {
        is_path(text).then(|| Some(text.into()).filter(|_| text != IN_MEMORY))
    })
}

fn is_path(text: &str) -> bool {
    !text.trim().is_empty() && !text.contains('\0')
}

/// Any text, of any number of lines.
pub(super) fn lines<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    text(from, "it must be text", |text| Some(text.to_owned()))
}

/// An id of Discord's, as text or as a number; `None` if it is empty.
pub(super) fn id<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u64>, D::Error> {
    let id = match Value::deserialize(from)? {
        Value::String(text) if text.trim().is_empty() => return Ok(None),
        Value::String(text) => text.trim().parse().ok(),
        Value::Integer(number) => u64::try_from(number).ok(),
        _ => None,
    };
    let id = id.filter(|id| *id != 0).map(Some);
    id.ok_or_else(|| {
        D::Error::custom(
            "it must be empty, or an id: in Discord, turn on Developer Mode under Advanced, \
             right-click the channel or role and choose Copy ID",
        )
    })
}

/// Discord's ids, separated by commas.
pub(super) fn ids<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u64>, D::Error> {
    let allowed = "it must be Discord ids separated by commas, in quotes";
    text(from, allowed, |text| {
        let ids = items(text).map(|id| id.parse().ok().filter(|id| *id != 0));
        ids.collect()
    })
}

/// Hosts in lower case, perhaps with ports, separated by commas.
pub(super) fn hosts<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    let allowed = "it must be hosts such as \"example.org\", separated by commas";
    text(from, allowed, |text| {
        let hosts = items(text).map(|host| is_host(host).then(|| host.to_lowercase()));
        hosts.collect()
    })
}

fn is_host(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']'))
}

/// Five fields as in cron, or nothing.
pub(super) fn schedule<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let allowed = "it must be empty for never, or five fields as in cron: minute, hour, day of the \
                   month, month and day of the week, such as \"0 4 * * mon-fri\"";
    text(from, allowed, |text| {
        let fits = text.is_empty() || Schedule::new(text, "UTC").is_ok();
        fits.then(|| text.to_owned())
    })
}

/// The name of a time zone.
pub(super) fn time_zone<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let allowed = "it must be the name of a time zone, such as \"Europe/Stockholm\" or \"UTC\"";
    text(from, allowed, |text| {
        Schedule::new("@daily", text)
            .is_ok()
            .then(|| text.to_owned())
    })
}

/// The number of a day of the week, from Monday, 0.
pub(super) fn weekday<'de, D: Deserializer<'de>>(from: D) -> Result<u8, D::Error> {
    const DAYS: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    text(from, &one_of(&DAYS), |text| {
        (0..)
            .zip(DAYS)
            .find(|(_, day)| *day == text)
            .map(|(number, _)| number)
    })
}

/// One of a few words.
pub(super) fn choice<'de, T: Copy, D: Deserializer<'de>>(
    from: D,
    choices: &[(&str, T)],
) -> Result<T, D::Error> {
    let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
    text(from, &one_of(&words), |text| {
        let chosen = choices.iter().find(|(word, _)| *word == text);
        chosen.map(|(_, value)| *value)
    })
}

fn one_of(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("{word:?}")).collect();
    format!("it must be one of {}", quoted.join(", "))
}

/// A level, or tracing directives.
pub(super) fn directives<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let allowed = "it must be \"off\", \"error\", \"warn\", \"info\", \"debug\" or \"trace\", or \
                   directives such as \"warn,lodestar=debug\"";
    text(from, allowed, |text| {
        text.split(',').all(is_directive).then(|| text.to_owned())
    })
}

/// A level, or a module's path and a level: `lodestar_engine::index=debug`.
fn is_directive(text: &str) -> bool {
    let (module, level) = text
        .trim()
        .split_once('=')
        .unwrap_or(("lodestar", text.trim()));
    let is_path = !module.is_empty()
        && module
            .chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | ':'));
    is_path && level.chars().all(char::is_alphabetic) && level.parse::<LevelFilter>().is_ok()
}

/// The `http` address of a server on this machine; `None` if it is empty.
pub(super) fn local_address<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<String>, D::Error> {
    let allowed = "it must be empty for Discord itself, or the address of a server on this machine \
                   such as \"http://127.0.0.1:8787\"";
    text(from, allowed, |text| match text {
        "" => Some(None),
        url => is_local_address(url).then(|| Some(url.to_owned())),
    })
}

fn is_local_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("http://") else {
        return false;
    };
    let authority = rest.strip_suffix('/').unwrap_or(rest);
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    port.is_none_or(|port| port.parse::<u16>().is_ok())
        && (host == "localhost"
            || host
                .parse::<IpAddr>()
                .is_ok_and(|address| address.is_loopback()))
}

/// What stands between commas, without spaces around it.
fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|it| !it.is_empty())
}

/// A text that `read` understands.
pub(super) fn text<'de, T, D: Deserializer<'de>>(
    from: D,
    allowed: &str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, D::Error> {
    let value = Value::deserialize(from)?;
    let value = value.as_str().and_then(read);
    value.ok_or_else(|| D::Error::custom(allowed))
}
