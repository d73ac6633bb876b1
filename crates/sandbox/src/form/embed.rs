//! Embeds and their limits, from Discord's "Embed Limits".

use std::ops::RangeInclusive;

use super::field::{Field, MEDIA, WEB};

/// Embeds in a message.
const MOST: RangeInclusive<usize> = 0..=10;
const TITLE: usize = 256;
const DESCRIPTION: usize = 4096;
const FIELDS: usize = 25;
const FIELD_NAME: usize = 256;
const FIELD_VALUE: usize = 1024;
const FOOTER: usize = 2048;
const AUTHOR: usize = 256;
const PROVIDER: usize = 256;
const COLOR: RangeInclusive<i64> = 0..=0xff_ffff;
/// Characters in all embeds of a message together: titles, descriptions, fields, footers, authors.
const IN_ALL: usize = 6000;

pub(super) fn all(list: &Field<'_>) {
    let total: usize = list.list(MOST).iter().map(embed).sum();
    if total > IN_ALL {
        list.problem(
            "MAX_EMBED_SIZE_EXCEEDED",
            &format!("Embed size exceeds maximum size of {IN_ALL}"),
        );
    }
}

/// Checks one embed and counts its characters.
fn embed(embed: &Field<'_>) -> usize {
    if !embed.is_model() {
        return 0;
    }
    let mut characters = 0;
    let mut count = |text: Option<&str>| characters += text.map_or(0, |text| text.chars().count());
    if let Some(title) = embed.get("title") {
        count(title.text(0..=TITLE));
    }
    if let Some(description) = embed.get("description") {
        count(description.text(0..=DESCRIPTION));
    }
    for field in embed
        .get("fields")
        .iter()
        .flat_map(|fields| fields.list(0..=FIELDS))
    {
        if !field.is_model() {
            continue;
        }
        for (key, longest) in [("name", FIELD_NAME), ("value", FIELD_VALUE)] {
            let Some(part) = field.required(key) else {
                continue;
            };
            match part.text(0..=longest) {
                Some(text) if text.trim().is_empty() => part.missing(),
                text => count(text),
            }
        }
        if let Some(inline) = field.get("inline") {
            inline.boolean();
        }
    }
    for (key, inner, longest) in [
        ("footer", "text", FOOTER),
        ("author", "name", AUTHOR),
        ("provider", "name", PROVIDER),
    ] {
        let Some(part) = embed.get(key).filter(Field::is_model) else {
            continue;
        };
        let text = part.get(inner).and_then(|text| text.text(0..=longest));
        if key != "provider" {
            count(text);
        }
        if let Some(icon) = part.get("icon_url") {
            icon.url(MEDIA);
        }
        if let Some(url) = part.get("url") {
            url.url(WEB);
        }
    }
    for key in ["image", "thumbnail", "video"] {
        let part = embed.get(key).filter(Field::is_model);
        if let Some(url) = part.and_then(|part| part.get("url")) {
            url.url(MEDIA);
        }
    }
    if let Some(url) = embed.get("url") {
        url.url(WEB);
    }
    if let Some(color) = embed.get("color") {
        color.integer(COLOR);
    }
    if let Some(timestamp) = embed.get("timestamp") {
        is_time(&timestamp);
    }
    characters
}

fn is_time(field: &Field<'_>) {
    let Some(text) = field.text(0..=usize::MAX) else {
        return;
    };
    let is_iso8601 =
        text.parse::<jiff::Timestamp>().is_ok() || text.parse::<jiff::civil::DateTime>().is_ok();
    if !is_iso8601 {
        field.problem(
            "DATE_TIME_TYPE_PARSE",
            &format!("Could not parse {text}. Should be ISO8601."),
        );
    }
}
