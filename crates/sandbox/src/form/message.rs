//! Messages: what Create Message, edits and answers to interactions have in common.

use std::ops::RangeInclusive;

use serde_json::Value;

use super::field::Field;
use super::{components, embed, poll};
use crate::error::ApiError;
use crate::message_flags::IS_COMPONENTS_V2;

/// Characters in the text of a message.
const CONTENT: RangeInclusive<usize> = 0..=2000;
const ATTACHMENTS: usize = 10;
const FILE_NAME: RangeInclusive<usize> = 1..=1024;
const FILE_DESCRIPTION: RangeInclusive<usize> = 0..=1024;
const STICKERS: usize = 3;
const NONCE: RangeInclusive<usize> = 0..=25;
/// Users, and roles, that `allowed_mentions` may name.
const MENTIONS: usize = 100;
/// Bits that JSON numbers of every language carry.
const FLAGS: RangeInclusive<i64> = 0..=(1 << 53);

/// Keys that a message of components cannot have, from Discord's "Components V2".
const LEGACY: [&str; 4] = ["content", "embeds", "sticker_ids", "poll"];

/// A new message.
pub(super) fn new(message: &Field<'_>, files: usize) {
    body(message, false);
    if !message.value().is_object() {
        return;
    }
    if let Some(tts) = message.get("tts") {
        tts.boolean();
    }
    if let Some(nonce) = message.get("nonce")
        && !nonce.value().is_i64()
        && !nonce.value().is_u64()
    {
        nonce.text(NONCE);
    }
    if let Some(enforce) = message.get("enforce_nonce") {
        enforce.boolean();
    }
    if let Some(stickers) = message.get("sticker_ids") {
        stickers.snowflakes(STICKERS);
    }
    if let Some(reference) = message.get("message_reference").filter(Field::is_model) {
        referenced(&reference);
    }
    if let Some(polled) = message.get("poll") {
        poll::poll(&polled);
    }
    if files > ATTACHMENTS {
        message.problem(
            "BASE_TYPE_MAX_LENGTH",
            &format!("Must be {ATTACHMENTS} or fewer in length."),
        );
    }
}

/// Changes to a message, which may be one of components already.
pub(super) fn edit(message: &Field<'_>, is_v2: bool) {
    body(message, is_v2);
}

fn body(message: &Field<'_>, is_v2: bool) {
    if !message.is_model() {
        return;
    }
    let flags = message.get("flags").and_then(|flags| flags.integer(FLAGS));
    let flags = flags.and_then(|flags| u64::try_from(flags).ok());
    let is_v2 = is_v2 || flags.is_some_and(|flags| flags & IS_COMPONENTS_V2 != 0);
    if is_v2 {
        for key in LEGACY {
            let Some(field) = message.get(key) else {
                continue;
            };
            if is_something(field.value()) {
                field.problem(
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    &format!(
                        "The '{key}' field cannot be used when using \
                         MessageFlags.IS_COMPONENTS_V2"
                    ),
                );
            }
        }
    }
    if let Some(content) = message.get("content") {
        content.text(CONTENT);
    }
    if let Some(embeds) = message.get("embeds") {
        embed::all(&embeds);
    }
    if let Some(list) = message.get("components") {
        components::of_message(&list, is_v2);
    }
    if let Some(mentions) = message.get("allowed_mentions") {
        allowed_mentions(&mentions);
    }
    for attachment in message
        .get("attachments")
        .iter()
        .flat_map(|attachments| attachments.list(0..=ATTACHMENTS))
        .filter(Field::is_model)
    {
        if let Some(id) = attachment.required("id") {
            id.snowflake();
        }
        if let Some(name) = attachment.get("filename") {
            name.text(FILE_NAME);
        }
        for key in ["description", "title"] {
            if let Some(text) = attachment.get(key) {
                text.text(FILE_DESCRIPTION);
            }
        }
    }
}

fn referenced(reference: &Field<'_>) {
    let kind = reference.get("type").and_then(|kind| kind.one_of(&[0, 1]));
    if let Some(id) = reference.required("message_id") {
        id.snowflake();
    }
    for key in ["channel_id", "guild_id"] {
        // A forward has to say from where.
        let id = if kind == Some(1) && key == "channel_id" {
            reference.required(key)
        } else {
            reference.get(key)
        };
        if let Some(id) = id {
            id.snowflake();
        }
    }
    if let Some(fail) = reference.get("fail_if_not_exists") {
        fail.boolean();
    }
}

fn allowed_mentions(mentions: &Field<'_>) {
    if !mentions.is_model() {
        return;
    }
    let mut parsed = Vec::new();
    for item in mentions
        .get("parse")
        .iter()
        .flat_map(|parse| parse.list(0..=MENTIONS))
    {
        match item.text(0..=usize::MAX) {
            Some(kind) if parsed.contains(&kind) => item.repeated(),
            Some(kind @ ("users" | "roles" | "everyone")) => parsed.push(kind),
            Some(_) => item.problem(
                "BASE_TYPE_CHOICES",
                "Value must be one of ('users', 'roles', 'everyone').",
            ),
            None => {}
        }
    }
    for key in ["users", "roles"] {
        let Some(ids) = mentions.get(key) else {
            continue;
        };
        ids.snowflakes(MENTIONS);
        if parsed.contains(&key) && is_something(ids.value()) {
            mentions.problem(
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                &format!("parse:[\"{key}\"] and {key}: [ids...] are mutually exclusive."),
            );
        }
    }
    if let Some(replied) = mentions.get("replied_user") {
        replied.boolean();
    }
}

/// # Errors
/// 50006 when there is nothing to show.
pub(super) fn not_empty(message: &Value, files: usize) -> Result<(), ApiError> {
    let has = |key: &str| message.get(key).is_some_and(is_something);
    let has_embed = message
        .get("embeds")
        .and_then(Value::as_array)
        .is_some_and(|embeds| embeds.iter().any(is_shown));
    let forwards = message
        .pointer("/message_reference/type")
        .and_then(Value::as_i64)
        == Some(1);
    let is_something = has_embed
        || forwards
        || files > 0
        || [
            "content",
            "components",
            "attachments",
            "sticker_ids",
            "poll",
        ]
        .into_iter()
        .any(has);
    if is_something {
        Ok(())
    } else {
        Err(ApiError::empty_message())
    }
}

/// Discord drops an embed with nothing to see in it.
fn is_shown(embed: &Value) -> bool {
    let part = |key: &str| embed.get(key).is_some_and(is_something);
    [
        "title",
        "description",
        "fields",
        "footer",
        "author",
        "image",
        "thumbnail",
        "video",
    ]
    .into_iter()
    .any(part)
}

fn is_something(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    }
}
