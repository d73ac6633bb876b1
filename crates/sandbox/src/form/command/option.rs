//! Options of a command, and the choices they offer.

use std::ops::RangeInclusive;

use super::name;
use crate::form::field::Field;

const SUB_COMMAND: i64 = 1;
const SUB_COMMAND_GROUP: i64 = 2;
const STRING: i64 = 3;
const INTEGER: i64 = 4;
const CHANNEL: i64 = 7;
const NUMBER: i64 = 10;
const TYPES: &[i64] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const CHANNEL_TYPES: &[i64] = &[0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16];

const OPTIONS: RangeInclusive<usize> = 0..=25;
const CHOICES: RangeInclusive<usize> = 0..=25;
const CHOICE_NAME: RangeInclusive<usize> = 1..=100;
const CHOICE_VALUE: RangeInclusive<usize> = 0..=100;
const DESCRIPTION: RangeInclusive<usize> = 1..=100;
const MIN_LENGTH: RangeInclusive<i64> = 0..=6000;
const MAX_LENGTH: RangeInclusive<i64> = 1..=6000;
/// Whole numbers between -2^53 and 2^53.
const INTEGERS: RangeInclusive<i64> = -(1 << 53)..=(1 << 53);

/// Where options stand, which decides what they may be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Command,
    Group,
    SubCommand,
}

/// The options of a command.
pub(super) fn of_command(list: &Field<'_>, length: RangeInclusive<usize>) {
    options(list, length, Level::Command);
}

fn options(list: &Field<'_>, length: RangeInclusive<usize>, level: Level) {
    let mut names = Vec::new();
    let mut optional = false;
    let (mut nested, mut plain) = (false, false);
    for item in list.list(length) {
        if !item.is_model() {
            continue;
        }
        let kind = item.required("type").and_then(|kind| kind.one_of(TYPES));
        common(&item, &mut names);
        let Some(kind) = kind else { continue };
        let is_nested = matches!(kind, SUB_COMMAND | SUB_COMMAND_GROUP);
        let fits = match level {
            Level::Command => true,
            Level::Group => kind == SUB_COMMAND,
            Level::SubCommand => !is_nested,
        };
        if !fits {
            item.problem(
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "This option type cannot be nested here",
            );
            continue;
        }
        if is_nested {
            nested = true;
            let level = if kind == SUB_COMMAND {
                Level::SubCommand
            } else {
                Level::Group
            };
            if let Some(inner) = item.get("options") {
                options(&inner, OPTIONS, level);
            }
            continue;
        }
        plain = true;
        let required = item.get("required").and_then(|it| it.boolean()) == Some(true);
        if required && optional {
            item.problem(
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            );
        }
        optional |= !required;
        parameter(&item, kind);
    }
    if nested && plain {
        list.problem(
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            "Sub-command and sub-command group option types are mutually exclusive to all other types",
        );
    }
}

fn common<'a>(option: &Field<'a>, names: &mut Vec<&'a str>) {
    if let Some(field) = option.required("name") {
        name::chat(&field);
        if let Some(name) = field.value().as_str() {
            if names.contains(&name) {
                field.problem(
                    "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
                    "Option name already exists",
                );
            }
            names.push(name);
        }
    }
    if let Some(description) = option.required("description") {
        description.text(DESCRIPTION);
    }
    name::translations(option, "name_localizations", name::chat);
    name::translations(option, "description_localizations", |text| {
        text.text(DESCRIPTION);
    });
}

fn parameter(option: &Field<'_>, kind: i64) {
    let completes = option.get("autocomplete").and_then(|it| it.boolean()) == Some(true);
    let takes_choices = matches!(kind, STRING | INTEGER | NUMBER);
    let mut names = Vec::new();
    let offered = option
        .get("choices")
        .map(|it| it.list(CHOICES))
        .unwrap_or_default();
    if !offered.is_empty() && (completes || !takes_choices) {
        option.problem(
            "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID",
            "Choices are not allowed here",
        );
    } else if completes && !takes_choices {
        option.problem(
            "APPLICATION_COMMAND_AUTOCOMPLETE_OPTION_TYPE_INVALID",
            "Autocomplete is not allowed for this option type",
        );
    } else {
        for item in offered {
            choice(&item, Some(kind));
            let name = item.value().get("name");
            if name.is_some() && names.contains(&name) {
                item.problem(
                    "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS",
                    "Option choice name already exists",
                );
            }
            names.push(name);
        }
    }
    match kind {
        STRING => lengths(option),
        INTEGER => {
            for key in ["min_value", "max_value"] {
                if let Some(bound) = option.get(key) {
                    bound.integer(INTEGERS);
                }
            }
        }
        NUMBER => {
            for key in ["min_value", "max_value"] {
                if let Some(bound) = option.get(key) {
                    bound.number();
                }
            }
        }
        CHANNEL => {
            let types = option.get("channel_types");
            for channel in types.iter().flat_map(|it| it.list(0..=CHANNEL_TYPES.len())) {
                channel.one_of(CHANNEL_TYPES);
            }
        }
        _ => {}
    }
}

fn lengths(option: &Field<'_>) {
    let least = option
        .get("min_length")
        .and_then(|it| it.integer(MIN_LENGTH));
    let most = option
        .get("max_length")
        .and_then(|it| it.integer(MAX_LENGTH));
    if let (Some(least), Some(most)) = (least, most)
        && least > most
    {
        option.problem(
            "APPLICATION_COMMAND_OPTIONS_MAX_LENGTH_LESS_THAN_MIN",
            "max_length cannot be less than min_length",
        );
    }
}

/// A choice of an option of type `kind`, or of an autocompletion whose option is not known here.
pub(in crate::form) fn choice(choice: &Field<'_>, kind: Option<i64>) {
    if !choice.is_model() {
        return;
    }
    if let Some(field) = choice.required("name") {
        field.text(CHOICE_NAME);
    }
    name::translations(choice, "name_localizations", |text| {
        text.text(CHOICE_NAME);
    });
    let Some(value) = choice.required("value") else {
        return;
    };
    match kind {
        Some(INTEGER) => {
            value.integer(INTEGERS);
        }
        Some(NUMBER) => {
            value.number();
        }
        None if value.value().is_number() => {}
        _ => {
            value.text(CHOICE_VALUE);
        }
    }
}
