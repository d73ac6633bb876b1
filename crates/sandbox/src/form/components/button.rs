//! Buttons.

use std::ops::RangeInclusive;

use super::census::{Census, flag};
use crate::form::emoji;
use crate::form::field::Field;

const LABEL: RangeInclusive<usize> = 0..=80;
/// Characters in the address of a link button.
const URL: usize = 512;

const LINK: i64 = 5;
const PREMIUM: i64 = 6;

pub(super) fn button<'a>(button: &Field<'a>, census: &mut Census<'a>) {
    let style = button
        .required("style")
        .and_then(|style| style.one_of(&[1, 2, 3, 4, LINK, PREMIUM]));
    flag(button, "disabled");
    let label = button.get("label").and_then(|label| label.text(LABEL));
    if let Some(emoji) = button.get("emoji") {
        emoji::of_component(&emoji);
    }
    let Some(style) = style else { return };
    let is_labelled = button.get("label").is_none() || label.is_some();
    if style != PREMIUM
        && is_labelled
        && label.is_none_or(|label| label.trim().is_empty())
        && button.get("emoji").is_none()
    {
        button.problem(
            "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED",
            "A label or an emoji is required",
        );
    }
    let (custom_id, url) = (button.get("custom_id"), button.get("url"));
    match (style, custom_id, url) {
        (LINK | PREMIUM, Some(custom_id), _) => custom_id.problem(
            "BUTTON_COMPONENT_CUSTOM_ID_FORBIDDEN",
            "A custom id cannot be specified for this style",
        ),
        (LINK, None, None) => {
            button.required("url");
        }
        (LINK, None, Some(url)) => url.url_within(&["http", "https", "discord"], URL),
        (PREMIUM, None, Some(url)) => url.problem(
            "BUTTON_COMPONENT_URL_FORBIDDEN",
            "A url cannot be specified for this style",
        ),
        (PREMIUM, None, None) => {
            if let Some(sku) = button.required("sku_id") {
                sku.snowflake();
            }
        }
        (_, Some(_), Some(_)) => button.problem(
            "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
            "A custom id and url cannot both be specified",
        ),
        (_, Some(custom_id), None) => census.custom_id(&custom_id),
        (_, None, _) => {
            button.required("custom_id");
        }
    }
}
