//! Keys that the document does not name, such as misspelt ones. Discord ignores them, so a bot that
//! sends one does not get what it asked for.

use serde_json::{Value, json};

use super::document::Document;

/// Unknown keys of a body, unless they are empty: libraries send some of those.
pub(super) fn keys(document: &Document, body: &Value, schema: &Value) -> Vec<String> {
    let mut found = Vec::new();
    search(document, body, &[schema], "", &mut found);
    found
}

fn search(
    document: &Document,
    value: &Value,
    schemas: &[&Value],
    at: &str,
    found: &mut Vec<String>,
) {
    let mut variants = Vec::new();
    for schema in schemas {
        add_variants(document, schema, &mut variants);
    }
    match value {
        Value::Object(fields) => {
            let shapes: Vec<_> = variants
                .into_iter()
                .filter(|it| it.get("properties").is_some() || is_open(it))
                .collect();
            let of_its_type: Vec<_> = shapes
                .iter()
                .copied()
                .filter(|shape| may_be_of_type(document, shape, fields.get("type")))
                .collect();
            let shapes = if of_its_type.is_empty() {
                shapes
            } else {
                of_its_type
            };
            if shapes.is_empty() || shapes.iter().any(|shape| is_open(shape)) {
                return;
            }
            for (key, value) in fields {
                let inner: Vec<_> = shapes
                    .iter()
                    .filter_map(|shape| shape.get("properties")?.get(key))
                    .collect();
                let at = format!("{at}/{key}");
                if !inner.is_empty() {
                    search(document, value, &inner, &at, found);
                } else if !is_empty(value) {
                    found.push(format!("{at}: no such key"));
                }
            }
        }
        Value::Array(items) => {
            let inner: Vec<_> = variants.iter().filter_map(|it| it.get("items")).collect();
            if !inner.is_empty() {
                for (index, item) in items.iter().enumerate() {
                    search(document, item, &inner, &format!("{at}/{index}"), found);
                }
            }
        }
        _ => {}
    }
}

/// A schema and all that it allows instead.
fn add_variants<'a>(document: &'a Document, schema: &'a Value, variants: &mut Vec<&'a Value>) {
    let schema = document.resolved(schema);
    variants.push(schema);
    for key in ["anyOf", "oneOf", "allOf"] {
        let inner = schema.get(key).and_then(Value::as_array);
        for schema in inner.into_iter().flatten() {
            add_variants(document, schema, variants);
        }
    }
}

/// Whether it takes keys that it does not name.
fn is_open(schema: &Value) -> bool {
    let additional = schema.get("additionalProperties");
    additional.is_some_and(|it| *it != json!(false) && !it.is_null())
}

fn may_be_of_type(document: &Document, shape: &Value, kind: Option<&Value>) -> bool {
    let Some(kind) = kind else { return true };
    let of_shape = shape.pointer("/properties/type");
    let allowed = of_shape.and_then(|it| document.resolved(it).get("enum"));
    let allowed = allowed.and_then(Value::as_array);
    allowed.is_none_or(|allowed| allowed.contains(kind))
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}
