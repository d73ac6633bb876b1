//! Answers to interactions, of every type.

use std::ops::RangeInclusive;

use super::field::Field;
use super::{command, components, message};

const PONG: i64 = 1;
const MESSAGE: i64 = 4;
const DEFERRED_MESSAGE: i64 = 5;
const DEFERRED_UPDATE: i64 = 6;
const UPDATE: i64 = 7;
const CHOICES: i64 = 8;
const MODAL: i64 = 9;
const LAUNCH_ACTIVITY: i64 = 12;

const TYPES: &[i64] = &[
    PONG,
    MESSAGE,
    DEFERRED_MESSAGE,
    DEFERRED_UPDATE,
    UPDATE,
    CHOICES,
    MODAL,
    LAUNCH_ACTIVITY,
];

/// Choices that an autocompletion may offer.
const MOST_CHOICES: RangeInclusive<usize> = 0..=25;
const MODAL_TITLE: RangeInclusive<usize> = 1..=45;
const MODAL_ID: RangeInclusive<usize> = 1..=100;
const FLAGS: RangeInclusive<i64> = 0..=(1 << 53);

pub(super) fn response(body: &Field<'_>, files: usize) {
    if !body.is_model() {
        return;
    }
    let Some(kind) = body.required("type").and_then(|kind| kind.one_of(TYPES)) else {
        return;
    };
    let data = match kind {
        MESSAGE | CHOICES | MODAL => body.required("data"),
        _ => body.get("data"),
    };
    let Some(data) = data.filter(Field::is_model) else {
        return;
    };
    match kind {
        MESSAGE | UPDATE => message::new(&data, files),
        DEFERRED_MESSAGE => {
            if let Some(flags) = data.get("flags") {
                flags.integer(FLAGS);
            }
        }
        CHOICES => {
            if let Some(list) = data.required("choices") {
                for choice in list.list(MOST_CHOICES) {
                    command::choice(&choice, None);
                }
            }
        }
        MODAL => {
            if let Some(id) = data.required("custom_id") {
                id.text(MODAL_ID);
            }
            if let Some(title) = data.required("title") {
                title.text(MODAL_TITLE);
            }
            if let Some(list) = data.required("components") {
                components::of_modal(&list);
            }
        }
        _ => {}
    }
}
