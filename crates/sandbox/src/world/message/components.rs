//! The components of a message, completed as Discord completes them.

use serde_json::{Map, Value, json};

const STRING_SELECT: u64 = 3;
const USER_SELECT: u64 = 5;
const CHANNEL_SELECT: u64 = 8;
const THUMBNAIL: u64 = 11;
const FILE: u64 = 13;
const SEPARATOR: u64 = 14;
const CONTAINER: u64 = 17;

/// Components as Discord gives them back: each with a number, unique in the message, and with
/// what it says when nothing is said.
pub(crate) fn components(mut components: Vec<Value>) -> Vec<Value> {
    let mut taken = Vec::new();
    for component in &components {
        collect_numbers(component, &mut taken);
    }
    let mut next = 1;
    for component in &mut components {
        number(component, &taken, &mut next);
    }
    components
}

const NESTED: [&str; 3] = ["components", "component", "accessory"];

fn collect_numbers(component: &Value, taken: &mut Vec<u64>) {
    taken.extend(component.get("id").and_then(Value::as_u64));
    for inner in NESTED.iter().filter_map(|key| component.get(key)) {
        match inner {
            Value::Array(list) => list.iter().for_each(|it| collect_numbers(it, taken)),
            inner => collect_numbers(inner, taken),
        }
    }
}

fn number(component: &mut Value, taken: &[u64], next: &mut u64) {
    let Some(fields) = component.as_object_mut() else {
        return;
    };
    fields.retain(|_, value| !value.is_null());
    fill_in(fields);
    if !has_number(fields) {
        while taken.contains(next) {
            *next += 1;
        }
        fields.insert("id".to_owned(), json!(*next));
        *next += 1;
    }
    unfurl(fields);
    for key in NESTED {
        match fields.get_mut(key) {
            Some(Value::Array(list)) => list.iter_mut().for_each(|it| number(it, taken, next)),
            Some(inner) => number(inner, taken, next),
            None => {}
        }
    }
}

fn fill_in(fields: &mut Map<String, Value>) {
    let defaults: &[(&str, Value)] = match fields.get("type").and_then(Value::as_u64) {
        Some(STRING_SELECT | USER_SELECT..=CHANNEL_SELECT) => {
            &[("min_values", json!(1)), ("max_values", json!(1))]
        }
        Some(THUMBNAIL) => &[("description", Value::Null), ("spoiler", json!(false))],
        Some(FILE) => &[
            ("name", Value::Null),
            ("size", Value::Null),
            ("spoiler", json!(false)),
        ],
        Some(SEPARATOR) => &[("divider", json!(true)), ("spacing", json!(1))],
        Some(CONTAINER) => &[("accent_color", Value::Null), ("spoiler", json!(false))],
        _ => &[],
    };
    default_to(fields, defaults);
}

fn default_to(fields: &mut Map<String, Value>, defaults: &[(&str, Value)]) {
    for (key, value) in defaults {
        fields.entry(*key).or_insert_with(|| value.clone());
    }
}

/// Completes the pictures of a component that has a number.
fn unfurl(fields: &mut Map<String, Value>) {
    let number = fields.get("id").and_then(Value::as_u64).unwrap_or_default();
    let mut items = fields.get_mut("items").and_then(Value::as_array_mut);
    for item in items.iter_mut().flat_map(|items| items.iter_mut()) {
        if let Some(item) = item.as_object_mut() {
            item.retain(|_, value| !value.is_null());
            default_to(
                item,
                &[("description", Value::Null), ("spoiler", json!(false))],
            );
        }
    }
    let in_items = items
        .into_iter()
        .flatten()
        .filter_map(|item| item.get_mut("media"));
    for (index, media) in in_items.enumerate() {
        complete(media, number, index);
    }
    for key in ["media", "file"] {
        if let Some(media) = fields.get_mut(key) {
            complete(media, number, 0);
        }
    }
}

/// A picture or file of the component with a number, with an id of its own.
fn complete(media: &mut Value, number: u64, index: usize) {
    let Some(media) = media.as_object_mut() else {
        return;
    };
    let url = media.get("url").cloned().unwrap_or_default();
    default_to(
        media,
        &[
            ("id", json!(format!("{number}{index:02}"))),
            ("proxy_url", url),
            ("width", Value::Null),
            ("height", Value::Null),
            ("content_type", Value::Null),
        ],
    );
}

fn has_number(fields: &Map<String, Value>) -> bool {
    fields
        .get("id")
        .and_then(Value::as_u64)
        .is_some_and(|id| id != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_what_discord_takes_it_for() {
        let given = components(vec![
            json!({"type": 5, "id": 1, "max_values": 3}),
            json!({"type": 14, "id": 2, "divider": false, "spacing": null}),
        ]);
        assert_eq!(
            json!(given),
            json!([
                {"type": 5, "id": 1, "min_values": 1, "max_values": 3},
                {"type": 14, "id": 2, "divider": false, "spacing": 1},
            ])
        );
    }

    #[test]
    fn components_are_numbered_around_the_numbers_they_have() {
        let numbered = components(vec![
            json!({"type": 1, "components": [{"type": 2, "id": 1}, {"type": 2}]}),
            json!({"type": 9, "id": 3, "accessory": {"type": 2}}),
        ]);
        assert_eq!(
            json!(numbered),
            json!([
                {"type": 1, "id": 2, "components": [{"type": 2, "id": 1}, {"type": 2, "id": 4}]},
                {"type": 9, "id": 3, "accessory": {"type": 2, "id": 5}},
            ])
        );
    }
}
