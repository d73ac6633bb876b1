//! Reads TOML front matter.

use ::toml::de::{DeTable, DeValue};

use super::{FrontMatterEntry, Problem, Value};

/// Lines of the file before the TOML: the opening fence.
const LINES_ABOVE: usize = 1;

pub(super) fn entries(source: &str) -> Result<Vec<FrontMatterEntry>, Problem> {
    let table = DeTable::parse(source).map_err(|error| {
        let line = error.span().map_or(1, |span| line(source, span.start));
        let message = error.message().lines().next().unwrap_or("not valid TOML");
        (line, message.to_owned())
    })?;
    Ok(table
        .into_inner()
        .into_iter()
        .map(|(key, spanned)| FrontMatterEntry {
            key: key.into_inner().into_owned(),
            line: line(source, spanned.span().start),
            value: value(spanned.into_inner()),
        })
        .collect())
}

/// The line of the file that contains this byte of the TOML.
fn line(source: &str, byte: usize) -> usize {
    let before = source.as_bytes().iter().take(byte);
    before.filter(|byte| **byte == b'\n').count() + 1 + LINES_ABOVE
}

fn value(value: DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(number) => Value::Text(number.as_str().to_owned()),
        DeValue::Float(number) => Value::Text(number.as_str().to_owned()),
        DeValue::Boolean(truth) => Value::Text(truth.to_string()),
        DeValue::Datetime(time) => Value::Text(time.to_string()),
        DeValue::Array(items) => Value::List(
            items
                .into_iter()
                .map(|item| self::value(item.into_inner()))
                .collect(),
        ),
        DeValue::Table(fields) => Value::Map(
            fields
                .into_iter()
                .map(|(key, field)| {
                    (
                        key.into_inner().into_owned(),
                        self::value(field.into_inner()),
                    )
                })
                .collect(),
        ),
    }
}
