//! Limits of messages that Discord documents and its OpenAPI document lacks.

use serde_json::Value;

use super::document::Operation;

/// Characters in a message's text; the document says 4000.
const CONTENT: usize = 2000;
/// Characters in all embeds of a message.
const EMBEDS: usize = 6000;
const ROWS: usize = 5;
const IS_COMPONENTS_V2: u64 = 1 << 15;

const ACTION_ROW: u64 = 1;
const BUTTON: u64 = 2;
const LINK: u64 = 5;
const PREMIUM: u64 = 6;

pub(super) fn broken(operation: &Operation<'_>, body: &Value, multipart: bool) -> Vec<String> {
    let is_new = operation.method == "POST";
    let is_message = matches!(operation.method.as_str(), "POST" | "PATCH")
        && [
            "/messages",
            "/messages/{message_id}",
            "/messages/@original",
            "/webhooks/{webhook_id}/{webhook_token}",
        ]
        .iter()
        .any(|end| operation.template.ends_with(end));
    let mut found = Vec::new();
    if is_message {
        message(body, is_new && !multipart, "", &mut found);
    } else if operation.template.ends_with("/callback")
        && let Some(kind @ (4 | 7)) = body.get("type").and_then(Value::as_u64)
    {
        let data = body.get("data").unwrap_or(&Value::Null);
        message(data, kind == 4 && !multipart, "/data", &mut found);
    } else if operation.template.ends_with("/threads")
        && let Some(first) = body.get("message")
    {
        message(first, !multipart, "/message", &mut found);
    }
    found
}

fn message(message: &Value, needs_content: bool, at: &str, found: &mut Vec<String>) {
    let content = message.get("content").map_or(0, length);
    if content > CONTENT {
        found.push(format!("{at}/content: {content} characters of {CONTENT}"));
    }
    let embeds: usize = items(message, "embeds").map(embed).sum();
    if embeds > EMBEDS {
        found.push(format!(
            "{at}/embeds: {embeds} characters of {EMBEDS} in all"
        ));
    }
    let flags = message.get("flags").and_then(Value::as_u64).unwrap_or(0);
    let is_v2 = flags & IS_COMPONENTS_V2 != 0;
    if is_v2
        && ["content", "embeds"]
            .iter()
            .any(|key| is_something(message, key))
    {
        found.push(format!("{at}: IS_COMPONENTS_V2 forbids content and embeds"));
    }
    let mut ids = Vec::new();
    for component in items(message, "components") {
        components(component, at, &mut ids, found);
    }
    if !is_v2 && items(message, "components").count() > ROWS {
        found.push(format!("{at}/components: more than {ROWS} rows"));
    }
    ids.sort_unstable();
    if ids.windows(2).any(|pair| pair.first() == pair.last()) {
        found.push(format!("{at}/components: duplicate custom_id"));
    }
    let is_empty = ![
        "content",
        "embeds",
        "components",
        "attachments",
        "sticker_ids",
        "poll",
    ]
    .iter()
    .any(|key| is_something(message, key));
    if needs_content && is_empty {
        found.push(format!("{at}: empty message"));
    }
}

fn components<'a>(component: &'a Value, at: &str, ids: &mut Vec<&'a str>, found: &mut Vec<String>) {
    ids.extend(component.get("custom_id").and_then(Value::as_str));
    let kind = |component: &Value| component.get("type").and_then(Value::as_u64);
    match kind(component) {
        Some(BUTTON) => {
            found.extend(button(component).map(|complaint| format!("{at}/components: {complaint}")))
        }
        Some(ACTION_ROW) => {
            let is_button = |component: &&Value| kind(component) == Some(BUTTON);
            let all = items(component, "components").count();
            let buttons = items(component, "components").filter(is_button).count();
            if buttons > 0 && buttons < all {
                found.push(format!("{at}/components: buttons and selects in one row"));
            }
        }
        _ => {}
    }
    for inner in items(component, "components").chain(component.get("accessory")) {
        components(inner, at, ids, found);
    }
}

fn button(button: &Value) -> impl Iterator<Item = &'static str> {
    let style = button.get("style").and_then(Value::as_u64);
    let lacks = |key| !is_something(button, key);
    [
        (style == Some(LINK) && lacks("url")).then_some("link button without url"),
        (matches!(style, Some(1..=4)) && lacks("custom_id")).then_some("button without custom_id"),
        (style != Some(PREMIUM) && lacks("label") && lacks("emoji"))
            .then_some("button without label or emoji"),
    ]
    .into_iter()
    .flatten()
}

fn embed(embed: &Value) -> usize {
    let fields = items(embed, "fields");
    [
        embed.get("title"),
        embed.get("description"),
        embed.pointer("/footer/text"),
        embed.pointer("/author/name"),
    ]
    .into_iter()
    .chain(fields.flat_map(|field| [field.get("name"), field.get("value")]))
    .flatten()
    .map(length)
    .sum()
}

fn length(text: &Value) -> usize {
    text.as_str().map_or(0, |text| text.chars().count())
}

fn items<'a>(holder: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    holder
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn is_something(holder: &Value, key: &str) -> bool {
    match holder.get(key) {
        None | Some(Value::Null | Value::Bool(false)) => false,
        Some(Value::String(text)) => !text.is_empty(),
        Some(Value::Array(items)) => !items.is_empty(),
        Some(Value::Object(fields)) => !fields.is_empty(),
        Some(_) => true,
    }
}
