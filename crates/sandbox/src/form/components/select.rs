//! Select menus, in messages and in modals.

use std::ops::RangeInclusive;

use super::census::{CHANNEL_SELECT, Census, MENTIONABLE_SELECT, ROLE_SELECT, STRING_SELECT, flag};
use crate::form::emoji;
use crate::form::field::Field;

const OPTIONS: RangeInclusive<usize> = 1..=25;
const PLACEHOLDER: RangeInclusive<usize> = 0..=150;
const OPTION_TEXT: RangeInclusive<usize> = 1..=100;
const OPTION_DESCRIPTION: RangeInclusive<usize> = 0..=100;
const MIN_VALUES: RangeInclusive<i64> = 0..=25;
const MAX_VALUES: RangeInclusive<i64> = 1..=25;
const DEFAULTS: RangeInclusive<usize> = 0..=25;
/// Every type of channel that Discord documents.
const CHANNEL_TYPES: &[i64] = &[0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16];

/// How many values are chosen unless it says otherwise.
const ONE: i64 = 1;

pub(super) fn select<'a>(select: &Field<'a>, kind: i64, census: &mut Census<'a>) {
    if let Some(id) = select.required("custom_id") {
        census.custom_id(&id);
    }
    if let Some(placeholder) = select.get("placeholder") {
        placeholder.text(PLACEHOLDER);
    }
    flag(select, "disabled");
    flag(select, "required");
    let (_, most) = bounds(select, MIN_VALUES, MAX_VALUES);
    if kind == STRING_SELECT {
        if let Some(list) = select.required("options") {
            options(&list, OPTIONS, most);
        }
    } else {
        default_values(select, kind, most);
    }
    if kind == CHANNEL_SELECT
        && let Some(types) = select.get("channel_types")
    {
        for channel in types.list(0..=CHANNEL_TYPES.len()) {
            channel.one_of(CHANNEL_TYPES);
        }
    }
}

/// `min_values` and `max_values`, of which the first cannot be larger.
pub(super) fn bounds(
    field: &Field<'_>,
    min: RangeInclusive<i64>,
    max: RangeInclusive<i64>,
) -> (i64, i64) {
    let least = field.get("min_values");
    let least = least.and_then(|values| values.integer(min)).unwrap_or(ONE);
    let most = field.get("max_values");
    let most = most.and_then(|values| values.integer(max));
    if most.is_some_and(|most| least > most) {
        field.problem(
            "SELECT_COMPONENT_MAX_VALUES_LESS_THAN_MIN",
            "max_values cannot be less than min_values",
        );
    }
    (least, most.unwrap_or(ONE))
}

/// Options with unique values, of which no more are chosen beforehand than may be chosen.
pub(super) fn options(list: &Field<'_>, length: RangeInclusive<usize>, most: i64) {
    let mut values = Vec::new();
    let mut chosen = 0;
    for option in list.list(length) {
        if !option.is_model() {
            continue;
        }
        if let Some(label) = option.required("label") {
            label.text(OPTION_TEXT);
        }
        if let Some(field) = option.required("value")
            && let Some(value) = field.text(OPTION_TEXT)
        {
            if values.contains(&value) {
                field.problem(
                    "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                    "The specified option value is already used",
                );
            }
            values.push(value);
        }
        if let Some(description) = option.get("description") {
            description.text(OPTION_DESCRIPTION);
        }
        if let Some(emoji) = option.get("emoji") {
            emoji::of_component(&emoji);
        }
        if let Some(default) = option.get("default") {
            chosen += i64::from(default.boolean() == Some(true));
        }
    }
    if chosen > most {
        list.problem(
            "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
            "The number of default values exceeds max_values",
        );
    }
}

fn default_values(select: &Field<'_>, kind: i64, most: i64) {
    let Some(list) = select.get("default_values") else {
        return;
    };
    let expected: &[&str] = match kind {
        ROLE_SELECT => &["role"],
        CHANNEL_SELECT => &["channel"],
        MENTIONABLE_SELECT => &["user", "role"],
        _ => &["user"],
    };
    let values = list.list(DEFAULTS);
    if i64::try_from(values.len()).is_ok_and(|count| count > most) {
        list.problem(
            "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
            "The number of default values exceeds max_values",
        );
    }
    for value in values.iter().filter(|value| value.is_model()) {
        if let Some(id) = value.required("id") {
            id.snowflake();
        }
        if let Some(field) = value.required("type")
            && let Some(of) = field.text(0..=usize::MAX)
            && !expected.contains(&of)
        {
            let expected: Vec<_> = expected.iter().map(|of| format!("'{of}'")).collect();
            field.problem(
                "BASE_TYPE_CHOICES",
                &format!("Value must be one of ({}).", expected.join(", ")),
            );
        }
    }
}
