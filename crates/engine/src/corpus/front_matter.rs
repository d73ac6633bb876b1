//! Reads the description of an article at the top of its file: YAML between `---` lines or TOML
//! between `+++` lines.
//!
//! The keys are title, date, updated, url, author, lang, tags, trust and sources, in any case, and
//! the names that other tools use for them; any further keys are ignored. An invalid value is
//! refused with its line and what is allowed, because nobody would notice a date or trust level
//! that silently had no effect.

pub(super) mod edit;
mod toml;
mod yaml;

use super::draft::Metadata;
use super::skipped::SkipReason;
use super::{dates, plain, values};
use crate::article::{Reference, Trust};

/// Most bytes of front matter.
const MAX_BYTES: usize = 65_536;

/// A key with its value, and the line of the value in the file, from 1.
#[derive(Debug)]
struct FrontMatterEntry {
    key: String,
    line: usize,
    value: Value,
}

/// A value, as far as front matter distinguishes them.
#[derive(Debug)]
enum Value {
    Nothing,
    Text(String),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
}

/// Why front matter is refused: the line in the file, from 1, and what to do about it.
type Problem = (usize, String);

/// Splits a file into its front matter's content and the text below.
pub(super) fn split(text: &str) -> Result<(Metadata, &str), SkipReason> {
    let Some((front, body, parse)) = find(text) else {
        return Ok((Metadata::default(), text));
    };
    let entries = if front.len() > MAX_BYTES {
        Err((
            1,
            format!("longer than {MAX_BYTES} bytes; is the closing line missing?"),
        ))
    } else {
        parse(front)
    };
    entries
        .and_then(metadata)
        .map(|metadata| (metadata, body))
        .map_err(|(line, problem)| SkipReason::BrokenFrontMatter { line, problem })
}

type Parse = fn(&str) -> Result<Vec<FrontMatterEntry>, Problem>;

/// The lines between the fences, if there are any.
pub(super) fn front_matter(text: &str) -> Option<&str> {
    find(text).map(|(front, ..)| front)
}

/// The front matter without its fences, the text below, and the parser for it. A file that opens
/// with a thematic break has no front matter.
fn find(text: &str) -> Option<(&str, &str, Parse)> {
    let (first, rest) = text.split_once('\n')?;
    let (fence, parse): (&str, Parse) = match first.trim_end() {
        "---" => ("---", yaml::entries),
        "+++" => ("+++", toml::entries),
        _ => return None,
    };
    let mut length = 0;
    for line in rest.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare == fence || (fence == "---" && bare == "...") {
            let front = rest.get(..length)?;
            let body = rest.get(length + line.len()..)?;
            return opens_with_key(front).then_some((front, body, parse));
        }
        length += line.len();
    }
    None
}

/// Whether the first line with content, if any, is a key: prose between two thematic breaks is not
/// front matter.
fn opens_with_key(front: &str) -> bool {
    let first = front
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with('#'));
    let Some(line) = first else { return true };
    if line.starts_with(['{', '[']) {
        return true;
    }
    line.find([':', '=']).is_some_and(|at| {
        line.get(..at)
            .unwrap_or_default()
            .trim()
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"' | '\''))
    })
}

/// The names of keys in other tools. Their values were not written for this program, so invalid
/// ones are ignored.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("authors", "author"),
    ("canonical", "url"),
    ("canonical_url", "url"),
    ("canonicalurl", "url"),
    ("keywords", "tags"),
    ("language", "lang"),
    ("last_modified_at", "updated"),
    ("lastmod", "updated"),
    ("modified", "updated"),
    ("pubdate", "date"),
    ("published", "date"),
];

fn metadata(entries: Vec<FrontMatterEntry>) -> Result<Metadata, Problem> {
    let mut own = Metadata::default();
    let mut others = Metadata::default();
    for FrontMatterEntry { key, line, value } in entries {
        let key = key.to_ascii_lowercase();
        let is_empty = match &value {
            Value::Nothing => true,
            Value::Text(text) => text.trim().is_empty(),
            Value::List(_) | Value::Map(_) => false,
        };
        if is_empty {
            continue;
        }
        if let Some((_, name)) = OTHER_NAMES.iter().find(|(other, _)| *other == key) {
            let _ = set(&mut others, name, value);
        } else if let Err((allowed, value)) = set(&mut own, &key, value) {
            let shown = match value {
                Value::Text(text) => format!("{text:?}"),
                Value::Nothing => "empty".to_owned(),
                Value::List(_) => "a list".to_owned(),
                Value::Map(_) => "a map".to_owned(),
            };
            return Err((line, format!("`{key}` is {shown}; write {allowed}")));
        }
    }
    Ok(own.or(others))
}

/// Sets the value of a key. The error states what is allowed and returns the invalid value.
fn set(metadata: &mut Metadata, key: &str, value: Value) -> Result<(), (&'static str, Value)> {
    let text = match &value {
        Value::Text(text) => Some(text.as_str()),
        _ => None,
    };
    let day = || text.and_then(dates::day_or_first);
    let allowed = match key {
        "title" => {
            metadata.title = text.map(plain::collapse);
            metadata.title.is_none().then_some("one line of text")
        }
        "author" => {
            metadata.author = author(&value);
            metadata.author.is_none().then_some("a name")
        }
        "date" => {
            metadata.date = day();
            metadata.date.is_none().then_some("a date like 2024-08-16")
        }
        "updated" => {
            metadata.updated = day();
            let allowed = "a date like 2024-08-16";
            metadata.updated.is_none().then_some(allowed)
        }
        // A site generator's path within its site is not an address elsewhere.
        "url" if text.is_some_and(|text| !text.contains(':')) => None,
        "url" => {
            metadata.url = text.and_then(values::url);
            let allowed = "an address that begins with https:// or http://";
            metadata.url.is_none().then_some(allowed)
        }
        "lang" => {
            metadata.language = text.and_then(values::language);
            let allowed = "a language code like en or sv-SE";
            metadata.language.is_none().then_some(allowed)
        }
        "trust" => {
            metadata.trust = text.and_then(Trust::from_word);
            metadata.trust.is_none().then_some("high, normal or low")
        }
        "tags" => match tags(&value) {
            Some(tags) => {
                metadata.tags = tags;
                None
            }
            None => Some("a list of words, or words separated by commas"),
        },
        "sources" => {
            let allowed = "a list of titles, addresses (https://…), or maps with title and url";
            metadata.references = references(value).map_err(|value| (allowed, value))?;
            return Ok(());
        }
        _ => None,
    };
    allowed.map_or(Ok(()), |allowed| Err((allowed, value)))
}

/// One name, or several.
fn author(value: &Value) -> Option<String> {
    let name = match value {
        Value::Text(text) => plain::collapse(text),
        Value::List(items) => items
            .iter()
            .map(author)
            .collect::<Option<Vec<_>>>()?
            .join(", "),
        Value::Map(fields) => fields
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case("name"))
            .and_then(|(_, name)| author(name))?,
        Value::Nothing => return None,
    };
    (!name.is_empty()).then_some(name)
}

fn tags(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::Text(text) => Some(values::tags(text)),
        Value::List(items) => items
            .iter()
            .filter(|item| !matches!(item, Value::Nothing))
            .map(|item| match item {
                Value::Text(text) => Some(plain::collapse(text)),
                _ => None,
            })
            .collect(),
        Value::Nothing | Value::Map(_) => None,
    }
}

/// The sources, or the value that is invalid.
fn references(value: Value) -> Result<Vec<Reference>, Value> {
    let items = match value {
        Value::List(items) => items,
        one => vec![one],
    };
    items
        .into_iter()
        .filter(|item| !matches!(item, Value::Nothing))
        .map(|item| reference(&item).ok_or(item))
        .collect()
}

fn reference(value: &Value) -> Option<Reference> {
    let fields = match value {
        Value::Text(text) => return values::reference(text),
        Value::Map(fields) => fields,
        Value::Nothing | Value::List(_) => return None,
    };
    let field = |name: &str| {
        fields.iter().find_map(|(key, value)| match value {
            Value::Text(text) if key.eq_ignore_ascii_case(name) => Some(plain::collapse(text)),
            _ => None,
        })
    };
    let url = match field("url").filter(|url| !url.is_empty()) {
        Some(url) => Some(values::url(&url)?),
        None => None,
    };
    let title = field("title").filter(|title| !title.is_empty());
    Some(Reference {
        title: title.or_else(|| url.clone())?,
        url,
    })
}

#[cfg(test)]
mod tests;
