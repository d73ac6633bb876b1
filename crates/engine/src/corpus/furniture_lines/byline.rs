//! Reads a byline: the line under a title that names the author and the date.

use jiff::civil::Date;

use crate::corpus::dates;

/// The content of a byline.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::corpus) struct Byline {
    pub(in crate::corpus) author: Option<String>,
    pub(in crate::corpus) date: Option<Date>,
    pub(in crate::corpus) updated: Option<Date>,
}

/// Parses a line that names the author or the date: `By Jane Doe`, `Posted on May 3, 2024 by Jane |
/// 3 comments`, or just a date. `None` for any other line.
pub(in crate::corpus) fn byline(line: &str) -> Option<Byline> {
    if super::words(line).len() > super::MAX_WORDS || line.ends_with(['.', '?', '!', ':']) {
        return None;
    }
    let mut found = Byline::default();
    for segment in super::segments(line) {
        if !super::is_counter(segment) {
            read_byline(segment, &mut found)?;
        }
    }
    (found != Byline::default()).then_some(found)
}

/// Labels of the author before a colon, in lowercase.
const AUTHOR: &[&str] = &["author", "autor", "auteur", "автор", "作者", "著者", "文"];

/// Labels of the publication date.
const DATE: &[&str] = &[
    "date",
    "datum",
    "fecha",
    "дата",
    "日期",
    "发布日期",
    "发布时间",
    "公開日",
    "発行日",
    "投稿日",
];

/// Labels of the date of the last change.
const UPDATED: &[&str] = &["更新日", "更新日期", "更新时间", "最終更新日", "обновлено"];

/// Parses `Author: Jane Doe` and the like.
fn read_label(segment: &str, found: &mut Byline) -> Option<()> {
    let (label, value) = segment.split_once([':', '：'])?;
    let label = label.trim().to_lowercase();
    let value = value.trim();
    if AUTHOR.contains(&label.as_str()) {
        let words = value.split(' ').count();
        let is_name = !value.is_empty() && words <= super::MAX_NAME_WORDS;
        found.author = Some(value.to_owned()).filter(|_| is_name);
        return found.author.is_some().then_some(());
    }
    let date = dates::date(value)?;
    if DATE.contains(&label.as_str()) {
        found.date = Some(date);
    } else if UPDATED.contains(&label.as_str()) {
        found.updated = Some(date);
    } else {
        return None;
    }
    Some(())
}

fn read_byline(segment: &str, found: &mut Byline) -> Option<()> {
    if read_label(segment, found).is_some() {
        return Some(());
    }
    if let Some(date) = dates::date(segment) {
        found.date = Some(date);
        return Some(());
    }
    let lower = segment.to_lowercase();
    let (verb, rest) = ["last updated", "updated", "posted", "published", "written"]
        .iter()
        .find_map(|verb| {
            let rest = segment.get(verb.len()..)?;
            (lower.starts_with(verb) && rest.starts_with([' ', ':'])).then_some((*verb, rest))
        })
        .unwrap_or(("", segment));
    let rest = rest.trim_start_matches([':', ' ']);
    let (rest, name) = match split_word(rest, "by") {
        Some((before, name)) => (before, Some(name)),
        None => (rest, None),
    };
    let (when, name) = match name.and_then(|name| split_word(name, "on")) {
        Some((name, when)) => (when, Some(name)),
        None => (rest, name),
    };
    if let Some(name) = name {
        let is_name = (1..=super::MAX_NAME_WORDS).contains(&name.split(' ').count())
            && name
                .split(' ')
                .all(|word| !word.starts_with(char::is_lowercase));
        if !is_name {
            return None;
        }
        found.author = Some(name.trim_end_matches(',').to_owned());
    }
    let when = when
        .strip_prefix("on ")
        .unwrap_or(when)
        .trim_matches([' ', ',']);
    if when.is_empty() {
        return name.map(|_| ());
    }
    if verb.is_empty() && name.is_none() {
        return None;
    }
    let date = dates::date(when)?;
    if verb.ends_with("updated") {
        found.updated = Some(date);
    } else {
        found.date = Some(date);
    }
    Some(())
}

/// The text before and after a word.
fn split_word<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let mut at = 0;
    for part in text.split(' ') {
        if part.eq_ignore_ascii_case(word) {
            let before = text.get(..at)?.trim();
            let after = text.get(at + part.len()..)?.trim();
            return Some((before, after));
        }
        at += part.len() + 1;
    }
    None
}
