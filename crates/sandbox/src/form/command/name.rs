//! Names of commands and options, and their translations.

use std::ops::RangeInclusive;

use crate::form::field::Field;

const NAME: RangeInclusive<usize> = 1..=32;

/// Discord's locales, from its "Locales" reference.
const LOCALES: [&str; 34] = [
    "ar", "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu",
    "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi",
    "th", "zh-CN", "ja", "zh-TW", "ko", "he",
];

/// The name of a context menu command.
pub(super) fn any(field: &Field<'_>) {
    field.text(NAME);
}

/// The name of a chat input command or an option: letters, digits, `-`, `_` and `'`, in lower case
/// where there is one.
pub(super) fn chat(field: &Field<'_>) {
    let Some(name) = field.text(NAME) else {
        return;
    };
    let is_name = name.chars().all(is_of_a_name) && name.to_lowercase() == name;
    if !is_name {
        field.problem(
            "APPLICATION_COMMAND_INVALID_NAME",
            "Command name is invalid",
        );
    }
}

/// Discord's pattern: `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$`.
fn is_of_a_name(c: char) -> bool {
    matches!(c, '-' | '_' | '\'' | '\u{900}'..='\u{97f}' | '\u{e00}'..='\u{e7f}')
        || c.is_alphanumeric()
}

/// Every translation under `key` keeps the rule of what it translates.
pub(super) fn translations(owner: &Field<'_>, key: &str, rule: impl Fn(&Field<'_>)) {
    let Some(map) = owner.get(key) else { return };
    for (locale, text) in map.entries() {
        if !LOCALES.contains(&locale) {
            text.problem(
                "ENUM_TYPE_COERCE",
                &format!("Value \"{locale}\" is not a valid enum value."),
            );
        } else if !text.value().is_null() {
            rule(&text);
        }
    }
}
