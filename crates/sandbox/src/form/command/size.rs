//! The size of a command: the characters of all its names, descriptions and values.

use serde_json::Value;

use crate::form::field::Field;

/// Characters in one command. Of a text with translations the longest counts.
const IN_ALL: usize = 8000;

pub(super) fn within_limit(command: &Field<'_>) {
    if size(command.value()) > IN_ALL {
        command.problem(
            "APPLICATION_COMMAND_TOO_LARGE",
            &format!("Command exceeds maximum size ({IN_ALL})"),
        );
    }
}

fn size(node: &Value) -> usize {
    let own = ["name", "description"].iter().map(|key| {
        let translations = node.get(format!("{key}_localizations"));
        let translations = translations.and_then(Value::as_object);
        node.get(key)
            .into_iter()
            .chain(translations.into_iter().flat_map(|map| map.values()))
            .map(length)
            .max()
            .unwrap_or_default()
    });
    let inner = ["options", "choices"].iter().map(|key| {
        let list = node.get(key).and_then(Value::as_array);
        list.into_iter().flatten().map(size).sum()
    });
    own.chain(inner).sum::<usize>() + node.get("value").map_or(0, length)
}

fn length(value: &Value) -> usize {
    match value {
        Value::String(text) => text.chars().count(),
        Value::Null => 0,
        other => other.to_string().len(),
    }
}
