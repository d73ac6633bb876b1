//! Application commands: names, descriptions, options, translations and their size.

mod name;
mod option;
mod size;

use std::ops::RangeInclusive;

use serde_json::Value;

use super::field::Field;
use crate::error::ApiError;

pub(super) use self::option::choice;

pub(super) const CHAT_INPUT: u64 = 1;
const USER: u64 = 2;
const MESSAGE: u64 = 3;
const ENTRY_POINT: u64 = 4;
const TYPES: &[i64] = &[1, 2, 3, 4];

const DESCRIPTION: RangeInclusive<usize> = 1..=100;
const OPTIONS: RangeInclusive<usize> = 0..=25;
/// Commands of each type that an application may have, globally and in each guild.
const MOST: [(u64, usize); 4] = [
    (CHAT_INPUT, 100),
    (USER, 15),
    (MESSAGE, 15),
    (ENTRY_POINT, 1),
];
/// All that a bulk overwrite can hold.
const MOST_IN_ALL: usize = 131;

pub(super) fn all(list: &Field<'_>) {
    let mut seen = Vec::new();
    for item in list.list(0..=MOST_IN_ALL) {
        new(&item);
        let key = (kind_of(item.value()), item.value().get("name"));
        if key.1.is_some() && seen.contains(&key) {
            item.problem(
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                "Application command names must be unique",
            );
        }
        seen.push(key);
    }
}

/// # Errors
/// 30032 when there are more of a type than an application may have.
pub(super) fn not_too_many(list: &Value) -> Result<(), ApiError> {
    for (kind, most) in MOST {
        let count = list.as_array().map_or(0, |list| {
            list.iter().filter(|it| kind_of(it) == kind).count()
        });
        if count > most {
            let message = format!("Maximum number of application commands reached ({most})");
            return Err(ApiError {
                message,
                ..ApiError::too_many_commands()
            });
        }
    }
    Ok(())
}

/// A command without a type is one of chat input.
fn kind_of(command: &Value) -> u64 {
    let kind = command.get("type").and_then(Value::as_u64);
    kind.unwrap_or(CHAT_INPUT)
}

pub(super) fn new(command: &Field<'_>) {
    if !command.is_model() {
        return;
    }
    if let Some(kind) = command.get("type")
        && kind.one_of(TYPES).is_none()
    {
        return;
    }
    let kind = kind_of(command.value());
    command.required("name");
    if matches!(kind, CHAT_INPUT | ENTRY_POINT) && !has_text(command, "description") {
        command.required("description");
        if let Some(empty) = command.get("description") {
            empty.missing();
        }
    }
    edit(command, kind);
}

pub(super) fn edit(command: &Field<'_>, kind: u64) {
    if !command.is_model() {
        return;
    }
    let is_chat = kind == CHAT_INPUT;
    let rule = if is_chat { name::chat } else { name::any };
    if let Some(field) = command.get("name") {
        rule(&field);
    }
    name::translations(command, "name_localizations", rule);
    if matches!(kind, CHAT_INPUT | ENTRY_POINT) {
        if has_text(command, "description")
            && let Some(description) = command.get("description")
        {
            description.text(DESCRIPTION);
        }
        name::translations(command, "description_localizations", |text| {
            text.text(DESCRIPTION);
        });
    } else if has_text(command, "description")
        && let Some(description) = command.get("description")
    {
        description.problem(
            "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID",
            "Context menu commands cannot have description",
        );
    }
    if let Some(options) = command.get("options") {
        if is_chat {
            option::of_command(&options, OPTIONS);
        } else if options
            .value()
            .as_array()
            .is_none_or(|list| !list.is_empty())
        {
            options.problem(
                "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID",
                "Context menu commands cannot have options",
            );
        }
    }
    if let Some(permissions) = command.get("default_member_permissions") {
        permissions.snowflake();
    }
    for key in ["dm_permission", "default_permission", "nsfw"] {
        if let Some(flag) = command.get(key) {
            flag.boolean();
        }
    }
    for (key, allowed) in [("integration_types", &[0, 1][..]), ("contexts", &[0, 1, 2])] {
        let mut seen = Vec::new();
        for item in command
            .get(key)
            .iter()
            .flat_map(|it| it.list(1..=allowed.len()))
        {
            let place = item.one_of(allowed);
            if place.is_some() && seen.contains(&place) {
                item.repeated();
            }
            seen.push(place);
        }
    }
    size::within_limit(command);
}

fn has_text(command: &Field<'_>, key: &str) -> bool {
    let value = command.value().get(key);
    value.is_some_and(|value| !value.is_null() && value != "")
}
