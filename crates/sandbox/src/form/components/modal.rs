//! What may be asked in a modal: text inputs in rows, and labels with one component each.

use std::ops::RangeInclusive;

use super::census::{
    ACTION_ROW, CHANNEL_SELECT, CHECKBOX, CHECKBOX_GROUP, Census, FILE_UPLOAD, LABEL,
    MENTIONABLE_SELECT, RADIO_GROUP, ROLE_SELECT, STRING_SELECT, TEXT_DISPLAY, TEXT_INPUT,
    USER_SELECT, flag,
};
use super::select::{bounds, options, select};
use crate::form::field::Field;

/// Components of a modal.
const COMPONENTS: RangeInclusive<usize> = 1..=5;
const LABEL_TEXT: RangeInclusive<usize> = 1..=45;
const LABEL_DESCRIPTION: RangeInclusive<usize> = 1..=100;
const INPUT: usize = 4000;
const PLACEHOLDER: RangeInclusive<usize> = 0..=100;
const MIN_LENGTH: RangeInclusive<i64> = 0..=4000;
const MAX_LENGTH: RangeInclusive<i64> = 1..=4000;
const MIN_FILES: RangeInclusive<i64> = 0..=10;
const MAX_FILES: RangeInclusive<i64> = 1..=10;
const RADIO_OPTIONS: RangeInclusive<usize> = 2..=10;
const CHECKBOXES: RangeInclusive<usize> = 1..=10;

const IN_A_LABEL: &[i64] = &[
    STRING_SELECT,
    TEXT_INPUT,
    USER_SELECT,
    ROLE_SELECT,
    MENTIONABLE_SELECT,
    CHANNEL_SELECT,
    FILE_UPLOAD,
    RADIO_GROUP,
    CHECKBOX_GROUP,
    CHECKBOX,
];

pub(super) fn all<'a>(list: &Field<'a>, census: &mut Census<'a>) {
    for component in list.list(COMPONENTS) {
        match census.kind(&component, &[ACTION_ROW, TEXT_DISPLAY, LABEL]) {
            Some(ACTION_ROW) => {
                let Some(inner) = component.required("components") else {
                    continue;
                };
                // A text input is as wide as a row.
                for input in inner.list(1..=1) {
                    if census.kind(&input, &[TEXT_INPUT]).is_some() {
                        input.required("label");
                        text_input(&input, census);
                    }
                }
            }
            Some(TEXT_DISPLAY) => census.text(&component),
            Some(_) => label(&component, census),
            None => {}
        }
    }
}

fn label<'a>(label: &Field<'a>, census: &mut Census<'a>) {
    if let Some(text) = label.required("label") {
        text.text(LABEL_TEXT);
    }
    if let Some(description) = label.get("description") {
        description.text(LABEL_DESCRIPTION);
    }
    let Some(inner) = label.required("component") else {
        return;
    };
    match census.kind(&inner, IN_A_LABEL) {
        Some(TEXT_INPUT) => text_input(&inner, census),
        Some(kind @ (FILE_UPLOAD | RADIO_GROUP | CHECKBOX_GROUP | CHECKBOX)) => {
            if let Some(id) = inner.required("custom_id") {
                census.custom_id(&id);
            }
            flag(&inner, "required");
            choice(&inner, kind);
        }
        Some(kind) => select(&inner, kind, census),
        None => {}
    }
}

fn choice(component: &Field<'_>, kind: i64) {
    let (length, most) = match kind {
        FILE_UPLOAD => {
            bounds(component, MIN_FILES, MAX_FILES);
            return;
        }
        RADIO_GROUP => (RADIO_OPTIONS, 1),
        CHECKBOX_GROUP => {
            bounds(component, MIN_FILES, MAX_FILES);
            (CHECKBOXES, *MAX_FILES.end())
        }
        _ => {
            flag(component, "default");
            return;
        }
    };
    if let Some(list) = component.required("options") {
        options(&list, length, most);
    }
}

fn text_input<'a>(input: &Field<'a>, census: &mut Census<'a>) {
    if let Some(id) = input.required("custom_id") {
        census.custom_id(&id);
    }
    if let Some(style) = input.required("style") {
        style.one_of(&[1, 2]);
    }
    if let Some(label) = input.get("label") {
        label.text(LABEL_TEXT);
    }
    if let Some(value) = input.get("value") {
        value.text(0..=INPUT);
    }
    if let Some(placeholder) = input.get("placeholder") {
        placeholder.text(PLACEHOLDER);
    }
    flag(input, "required");
    let least = input.get("min_length");
    let least = least.and_then(|length| length.integer(MIN_LENGTH));
    let most = input.get("max_length");
    let most = most.and_then(|length| length.integer(MAX_LENGTH));
    if let (Some(least), Some(most)) = (least, most)
        && least > most
    {
        input.problem(
            "TEXT_INPUT_COMPONENT_MAX_LENGTH_LESS_THAN_MIN",
            "max_length cannot be less than min_length",
        );
    }
}
