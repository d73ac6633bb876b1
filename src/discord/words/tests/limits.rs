//! Names, labels and sentences must be within Discord's limits in every language.

use super::*;
use crate::discord::budget::LIMIT;
use crate::discord::budget::width;

/// The longest text Discord allows, by what it is for.
fn limit(key: &str) -> usize {
    let kind = key.split('_').next().unwrap_or_default();
    match kind {
        // <https://docs.discord.com/developers/interactions/application-commands>
        _ if key.ends_with(".description") => 100,
        "command" | "option" | "menu" => 32,
        "choice" => 100,
        // <https://docs.discord.com/developers/components/reference>
        "button" if key != "button_too_old" => 80,
        _ if key.ends_with("_placeholder") => 150,
        "feedback" => 100,
        _ => LIMIT,
    }
}

#[test]
fn every_message_keeps_within_discords_limits() {
    for (words, key, forms) in everything() {
        for text in forms {
            let limit = limit(&key);
            assert!(
                width(&text) <= limit,
                "{key} of {words:?}: {}",
                width(&text)
            );
        }
    }
}

#[test]
fn button_labels_are_shown_whole() {
    /// Characters of a label that Discord shows even on a phone.
    const SHOWN: usize = 34;
    for (words, key, forms) in everything() {
        if key.starts_with("button_") && key != "button_too_old" {
            assert!(forms[0].chars().count() <= SHOWN, "{key} of {words:?}");
        }
    }
}

#[test]
fn names_of_commands_and_options_are_such_as_discord_takes() {
    for (words, key, forms) in everything() {
        let is_name = key.starts_with("command_") || key.starts_with("option_");
        if !is_name || key.contains('.') {
            continue;
        }
        for character in forms[0].chars() {
            let taken = character.is_alphanumeric() || matches!(character, '-' | '_' | '\'');
            let lower = character.to_lowercase().eq([character]);
            assert!(taken && lower, "{key} of {words:?}: {}", forms[0]);
        }
    }
}

#[test]
fn names_beside_each_other_differ() {
    let english = messages(Locale::English);
    let is_name = |key: &&String| {
        !key.contains('.') && (key.starts_with("command_") || key.starts_with("option_"))
    };
    for locale in Locale::ALL {
        let mut seen = BTreeSet::new();
        for key in english.keys().filter(is_name) {
            let path = key.split_once('_').map_or("", |(_, path)| path);
            // The longest command that contains it.
            let below = path.match_indices('_').map(|(end, _)| &path[..end]);
            let is_command = |it: &&str| english.contains_key(&format!("command_{it}"));
            let mut below = below.filter(is_command);
            let below = below.next_back().unwrap_or_default();
            let name = Words(*locale).name(key).unwrap();
            let kind = key.starts_with("option_");
            assert!(
                seen.insert((kind, below, name.clone())),
                "{name} twice in {locale:?}"
            );
        }
    }
}
