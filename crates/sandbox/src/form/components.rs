//! Components: which may stand where, and how many, in messages of both versions and in modals.
//! What a button or a select must look like is in the files below.

mod button;
mod census;
mod modal;
mod select;

use std::ops::RangeInclusive;

use self::census::{
    ACTION_ROW, BUTTON, CHANNEL_SELECT, CONTAINER, Census, FILE, IN_ALL, MEDIA_GALLERY,
    MENTIONABLE_SELECT, ROLE_SELECT, SECTION, SEPARATOR, STRING_SELECT, TEXT_DISPLAY, THUMBNAIL,
    USER_SELECT, flag,
};
use super::field::{Field, MEDIA};

const IN_A_ROW: &[i64] = &[
    BUTTON,
    STRING_SELECT,
    USER_SELECT,
    ROLE_SELECT,
    MENTIONABLE_SELECT,
    CHANNEL_SELECT,
];
const IN_A_CONTAINER: &[i64] = &[
    ACTION_ROW,
    SECTION,
    TEXT_DISPLAY,
    MEDIA_GALLERY,
    FILE,
    SEPARATOR,
];
const IN_A_V2_MESSAGE: &[i64] = &[
    ACTION_ROW,
    SECTION,
    TEXT_DISPLAY,
    MEDIA_GALLERY,
    FILE,
    SEPARATOR,
    CONTAINER,
];

/// Rows of a message without the flag IS_COMPONENTS_V2.
const ROWS: RangeInclusive<usize> = 0..=5;
/// Components of a row.
const ROW: RangeInclusive<usize> = 1..=5;
const SECTION_TEXTS: RangeInclusive<usize> = 1..=3;
const GALLERY: RangeInclusive<usize> = 1..=10;
const MEDIA_DESCRIPTION: RangeInclusive<usize> = 1..=1024;
const ACCENT_COLOR: RangeInclusive<i64> = 0..=0xff_ffff;

/// The components of a message.
pub(super) fn of_message(list: &Field<'_>, is_v2: bool) {
    let mut census = Census::default();
    if is_v2 {
        for component in list.list(0..=IN_ALL) {
            of_v2(&component, IN_A_V2_MESSAGE, &mut census);
        }
    } else {
        for component in list.list(ROWS) {
            if census.kind(&component, &[ACTION_ROW]).is_some() {
                row(&component, &mut census);
            }
        }
    }
    census.close(list);
}

/// The components of a modal.
pub(super) fn of_modal(list: &Field<'_>) {
    let mut census = Census::default();
    modal::all(list, &mut census);
    census.close(list);
}

fn of_v2<'a>(component: &Field<'a>, allowed: &[i64], census: &mut Census<'a>) {
    match census.kind(component, allowed) {
        Some(ACTION_ROW) => row(component, census),
        Some(SECTION) => section(component, census),
        Some(TEXT_DISPLAY) => census.text(component),
        Some(MEDIA_GALLERY) => gallery(component),
        Some(FILE) => {
            if let Some(url) = component.required("file").and_then(|it| it.required("url")) {
                url.url(&["attachment"]);
            }
            flag(component, "spoiler");
        }
        Some(SEPARATOR) => {
            flag(component, "divider");
            if let Some(spacing) = component.get("spacing") {
                spacing.one_of(&[1, 2]);
            }
        }
        Some(CONTAINER) => {
            if let Some(color) = component.get("accent_color") {
                color.integer(ACCENT_COLOR);
            }
            flag(component, "spoiler");
            if let Some(inner) = component.required("components") {
                for component in inner.list(1..=IN_ALL) {
                    of_v2(&component, IN_A_CONTAINER, census);
                }
            }
        }
        _ => {}
    }
}

/// Up to five buttons, or one select.
fn row<'a>(row: &Field<'a>, census: &mut Census<'a>) {
    let Some(list) = row.required("components") else {
        return;
    };
    let components = list.list(ROW);
    let several = components.len() > 1;
    for component in components {
        match census.kind(&component, IN_A_ROW) {
            Some(BUTTON) => button::button(&component, census),
            Some(kind) => {
                if several {
                    component.problem(
                        "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                        "The specified component exceeds the maximum width",
                    );
                }
                select::select(&component, kind, census);
            }
            None => {}
        }
    }
}

fn section<'a>(section: &Field<'a>, census: &mut Census<'a>) {
    if let Some(texts) = section.required("components") {
        for text in texts.list(SECTION_TEXTS) {
            if census.kind(&text, &[TEXT_DISPLAY]).is_some() {
                census.text(&text);
            }
        }
    }
    let Some(accessory) = section.required("accessory") else {
        return;
    };
    match census.kind(&accessory, &[BUTTON, THUMBNAIL]) {
        Some(BUTTON) => button::button(&accessory, census),
        Some(_) => media(&accessory),
        None => {}
    }
}

fn gallery(gallery: &Field<'_>) {
    let Some(items) = gallery.required("items") else {
        return;
    };
    for item in items.list(GALLERY) {
        if item.is_model() {
            media(&item);
        }
    }
}

/// A picture or video with its description.
fn media(holder: &Field<'_>) {
    let url = holder.required("media").filter(Field::is_model);
    if let Some(url) = url.and_then(|media| media.required("url")) {
        url.url(MEDIA);
    }
    if let Some(description) = holder.get("description") {
        description.text(MEDIA_DESCRIPTION);
    }
    flag(holder, "spoiler");
}
