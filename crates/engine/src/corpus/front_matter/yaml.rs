//! Reads YAML front matter within tight limits.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Error, Options, Spanned};

use super::{FrontMatterEntry, Problem, Value};

/// Most nodes in front matter; an alias counts every time it is used.
const MAX_NODES: usize = 5_000;

/// Most aliases (`*name`) in front matter.
const MAX_ALIASES: usize = 50;

/// Deepest nesting.
const MAX_DEPTH: usize = 16;

/// Lines of the file before the YAML: the opening fence.
const LINES_ABOVE: usize = 1;

pub(super) fn entries(yaml: &str) -> Result<Vec<FrontMatterEntry>, Problem> {
    let without_text = yaml
        .lines()
        .all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
    if without_text {
        return Ok(Vec::new());
    }
    let fields: Fields =
        serde_saphyr::from_str_with_options(yaml, options()).map_err(|error| problem(&error))?;
    Ok(fields
        .0
        .into_iter()
        .map(|(key, spanned)| FrontMatterEntry {
            key,
            line: line(spanned.referenced.line()),
            value: as_written(yaml, spanned),
        })
        .collect())
}

fn options() -> Options {
    let mut options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_nodes: MAX_NODES,
            max_aliases: MAX_ALIASES,
            max_depth: MAX_DEPTH,
        },
        strict_booleans: true,
        with_snippet: false,
    };
    options.alias_limits.max_total_replayed_events = MAX_NODES;
    options
}

fn line(in_yaml: u64) -> usize {
    usize::try_from(in_yaml)
        .unwrap_or(usize::MAX)
        .max(1)
        .saturating_add(LINES_ABOVE)
}

fn problem(error: &Error) -> Problem {
    let line = line(error.location().map_or(1, |location| location.line()));
    let text = error.without_snippet().to_string();
    let first = text.lines().next().unwrap_or("not valid YAML");
    // The position is reported as a line of the file, and people cannot set the parser's options.
    let first = first.split(" at line ").next().unwrap_or(first);
    let first = first.split(", set ").next().unwrap_or(first);
    (
        line,
        format!("{first}; quote texts that hold a colon or other YAML signs"),
    )
}

/// A number or boolean exactly as written: 1.10 is a title, not 1.1.
fn as_written(yaml: &str, spanned: Spanned<Scalar>) -> Value {
    let span = spanned.defined.span();
    match spanned.value {
        Scalar::Typed(shown) => {
            let source = span
                .byte_offset()
                .zip(span.byte_len())
                .and_then(|(start, length)| {
                    let start = usize::try_from(start).ok()?;
                    yaml.get(start..start.checked_add(usize::try_from(length).ok()?)?)
                })
                .map(str::trim)
                .filter(|source| !source.is_empty() && !source.contains('\n'));
            Value::Text(source.map_or(shown, str::to_owned))
        }
        Scalar::Nothing => Value::Nothing,
        Scalar::Text(text) => Value::Text(text),
        Scalar::List(items) => Value::List(
            items
                .into_iter()
                .map(|item| as_written(yaml, item))
                .collect(),
        ),
        Scalar::Map(fields) => Value::Map(
            fields
                .0
                .into_iter()
                .map(|(key, value)| (key, as_written(yaml, value)))
                .collect(),
        ),
    }
}

/// A value as the parser returns it.
enum Scalar {
    Nothing,
    Text(String),
    /// A number or boolean; YAML has no other types.
    Typed(String),
    List(Vec<Spanned<Scalar>>),
    Map(Fields),
}

/// The entries of a map, in order.
struct Fields(Vec<(String, Spanned<Scalar>)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("lines of the form `key: value`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Fields(fields))
    }
}

struct ScalarVisitor;

impl<'de> Visitor<'de> for ScalarVisitor {
    type Value = Scalar;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, a list or a map")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Scalar, E> {
        Ok(Scalar::Typed(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Scalar, E> {
        Ok(Scalar::Typed(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Scalar, E> {
        Ok(Scalar::Typed(value.to_string()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Scalar, E> {
        Ok(Scalar::Typed(value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Scalar, E> {
        Ok(Scalar::Typed(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Scalar, E> {
        Ok(Scalar::Typed(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Scalar, E> {
        Ok(Scalar::Nothing)
    }

    fn visit_none<E>(self) -> Result<Scalar, E> {
        Ok(Scalar::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Scalar, D::Error> {
        Scalar::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Scalar, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Scalar::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Scalar, A::Error> {
        FieldsVisitor.visit_map(map).map(Scalar::Map)
    }
}
