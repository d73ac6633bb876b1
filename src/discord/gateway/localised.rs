//! The names and descriptions of commands, options and choices in every language.
//!
//! They are looked up by name: `command_privacy_forget` for `/privacy forget`,
//! `option_ask_question` for the option `question` of `/ask`, `choice_when_asked` for a choice
//! "When asked", each with its description as an attribute.

use poise::CommandParameterChoice;

use crate::discord::bot::command::Command;
use crate::discord::words::Words;

type Text = std::borrow::Cow<'static, str>;
type Translations = std::borrow::Cow<'static, [(Text, Text)]>;

/// Describes a command and everything in it, in English and in every other language.
pub(in crate::discord) fn localise(command: &mut Command) {
    if command.context_menu_name.is_some() {
        let key = format!("menu_{}", command.name);
        command.context_menu_name = Words::ENGLISH.name(&key).map(Text::from);
        command.name_localizations = translated(|words| words.name(&key));
        return;
    }
    let path = command.name.replace('-', "_");
    localise_below(command, &path);
}

fn localise_below(command: &mut Command, path: &str) {
    let key = format!("command_{path}");
    command.description = Words::ENGLISH.description(&key).map(Text::from);
    command.name_localizations = translated(|words| words.name(&key));
    command.description_localizations = translated(|words| words.description(&key));
    for parameter in &mut command.parameters {
        let key = format!("option_{path}_{}", parameter.name.replace('-', "_"));
        parameter.description = Words::ENGLISH.description(&key).map(Text::from);
        parameter.name_localizations = translated(|words| words.name(&key));
        parameter.description_localizations = translated(|words| words.description(&key));
        parameter
            .choices
            .to_mut()
            .iter_mut()
            .for_each(localise_choice);
    }
    for subcommand in &mut command.subcommands {
        let path = format!("{path}_{}", subcommand.name.replace('-', "_"));
        localise_below(subcommand, &path);
    }
}

fn localise_choice(choice: &mut CommandParameterChoice) {
    let key = format!("choice_{}", choice.name.to_lowercase().replace(' ', "_"));
    if let Some(name) = Words::ENGLISH.name(&key) {
        choice.name = name.into();
    }
    choice.localizations = translated(|words| words.name(&key));
}

fn translated(word: impl Fn(Words) -> Option<String>) -> Translations {
    Words::translations()
        .filter_map(|(locale, words)| Some((locale.into(), word(words)?.into())))
        .collect()
}

#[cfg(test)]
#[expect(clippy::unused_async, reason = "poise takes async functions")]
mod tests {
    use std::convert::Infallible;

    use serde_json::Value;

    use super::*;
    use crate::discord::bot::command::Context;

    #[derive(poise::ChoiceParameter)]
    enum Mode {
        #[name = "When asked"]
        Asked,
        Off,
    }

    #[poise::command(slash_command, subcommands("forget"))]
    async fn privacy(_: Context<'_>) -> Result<(), Infallible> {
        Ok(())
    }

    #[poise::command(slash_command)]
    async fn forget(_: Context<'_>) -> Result<(), Infallible> {
        Ok(())
    }

    #[poise::command(slash_command)]
    async fn settings(
        _: Context<'_>,
        #[rename = "answers-in"] place: String,
        mode: Option<Mode>,
    ) -> Result<(), Infallible> {
        drop((place, mode));
        Ok(())
    }

    fn registered(mut command: Command) -> Value {
        localise(&mut command);
        serde_json::to_value(command.create_as_slash_command().unwrap()).unwrap()
    }

    #[test]
    fn subcommands_options_and_choices_are_localised() {
        let privacy = registered(privacy());
        assert_eq!(privacy["name_localizations"]["de"], "datenschutz");
        let forget = &privacy["options"][0];
        assert_eq!(forget["name"], "forget");
        assert_eq!(forget["name_localizations"]["es-419"], "olvidar");
        assert_eq!(
            forget["description"],
            "Deletes what I have stored about you"
        );

        let settings = registered(settings());
        let [place, mode] = [0, 1].map(|at| &settings["options"][at]);
        assert_eq!(place["name_localizations"]["sv-SE"], "svar-i");
        let choices: Vec<&Value> = mode["choices"].as_array().unwrap().iter().collect();
        assert_eq!(choices[0]["name_localizations"]["no"], "Når noen spør");
        assert_eq!(choices[1]["name_localizations"]["zh-CN"], "从不");
    }
}
