//! Every slash command and menu entry: their registration, and what happens to one that never runs.

use std::sync::Arc;

use serenity::all::{ApplicationId, CreateCommand};

use super::localised;
use crate::discord::admin::{
    audit, corpus, doctor, explain, gaps, golden, index, reindex, settings, stats, status, tune,
};
use crate::discord::api::interaction::Interaction;
use crate::discord::api::reply::Reply;
use crate::discord::api::rest::Rest;
use crate::discord::ask::{command as ask, find, help, privacy};
use crate::discord::bot::Bot;
use crate::discord::bot::command::{Command, FrameworkError};
use crate::discord::failure::{self, Failure};

/// All commands, with their names and descriptions in every language.
pub(in crate::discord) fn all() -> Vec<Command> {
    let mut commands = vec![
        ask::command(),
        find::find_articles(),
        help::help(),
        privacy::privacy(),
        reindex::reindex(),
        index::index(),
        status::status(),
        settings::settings(),
        doctor::doctor(),
        gaps::command(),
        golden::command(),
        golden::right_articles(),
        explain::command(),
        tune::command(),
        stats::command(),
        audit::audit(),
        corpus::command(),
    ];
    commands.iter_mut().for_each(localised::localise);
    commands
}

/// The names under which the commands are registered.
pub(in crate::discord) fn names() -> Vec<String> {
    let commands = all().into_iter();
    commands
        .map(|command| {
            command
                .context_menu_name
                .unwrap_or(command.name)
                .into_owned()
        })
        .collect()
}

/// A command as it is registered. poise leaves the names of menu entries in one language.
fn definition(command: &Command) -> Option<CreateCommand> {
    if let Some(slash) = command.create_as_slash_command() {
        return Some(slash);
    }
    let mut menu = command.create_as_context_menu_command()?;
    for (locale, name) in command.name_localizations.iter() {
        menu = menu.name_localized(locale.as_ref(), name.as_ref());
    }
    Some(menu)
}

/// Registers the commands with Discord, in place of those registered before.
pub(super) async fn register(rest: &Rest, application: ApplicationId) {
    let commands: Vec<_> = all().iter().filter_map(definition).collect();
    match rest.register(application, &commands).await {
        Ok(()) => tracing::info!(commands = commands.len(), "commands registered"),
        Err(error) => {
            let error = anyhow::Error::from(error)
                .context("the commands could not be registered; those of an earlier run remain");
            failure::log(&error, &"start");
        }
    }
}

/// Tells somebody why their command never ran.
pub(super) async fn on_error(error: FrameworkError<'_>) {
    let text = error.to_string();
    let (bot, interaction): (&Arc<Bot>, _) = match &error {
        poise::FrameworkError::UnknownInteraction {
            framework,
            interaction,
            ..
        } => (framework.user_data, *interaction),
        other => match other.ctx() {
            Some(poise::Context::Application(ctx)) => (ctx.framework.user_data, ctx.interaction),
            _ => {
                failure::log(&anyhow::anyhow!(text), &"an event");
                return;
            }
        },
    };
    let reply = Reply::Interaction(Arc::new(Interaction::of_command(interaction)));
    let broken = async move { Err(Failure::Broken(anyhow::anyhow!(text))) };
    bot.attend(reply, broken).await;
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::discord::words::Words;

    fn registered() -> Vec<Value> {
        let commands = all();
        let builders = commands.iter().map(|command| definition(command).unwrap());
        builders.map(|b| serde_json::to_value(b).unwrap()).collect()
    }

    fn called(name: &str) -> Value {
        let mut commands = registered().into_iter();
        commands.find(|command| command["name"] == name).unwrap()
    }

    #[test]
    fn ask_takes_a_question_anywhere() {
        let ask = called("ask");
        assert_eq!(ask["contexts"], json!([0, 1, 2]));
        assert_eq!(ask["integration_types"], json!([0, 1]));
        assert_eq!(ask["options"][0]["name"], "question");
        assert_eq!(ask["options"][0]["required"], true);
        assert_eq!(ask["options"][0]["max_length"], 6_000);
        assert_eq!(ask["options"][1]["name"], "private");
        assert_eq!(ask["options"][1]["required"], false);
    }

    #[test]
    fn admin_commands_are_for_managers_of_a_server() {
        for name in [
            "reindex",
            "index",
            "corpus",
            "status",
            "settings",
            "doctor",
            "gaps",
            "golden",
            "explain",
            "tune",
            "stats",
            "audit",
            "This is the right article",
        ] {
            let command = called(name);
            assert_eq!(command["default_member_permissions"], "32", "{command}");
            assert_eq!(command["contexts"], json!([0]), "{command}");
            assert_eq!(command["integration_types"], json!([0]), "{command}");
        }
    }

    #[test]
    fn what_everybody_may_use_works_wherever_it_was_installed() {
        for name in ["ask", "help", "privacy", "Find articles for this"] {
            let command = called(name);
            assert_eq!(
                command["default_member_permissions"],
                Value::Null,
                "{command}"
            );
            assert_eq!(command["contexts"], json!([0, 1, 2]), "{command}");
            assert_eq!(command["integration_types"], json!([0, 1]), "{command}");
        }
    }

    #[test]
    fn a_menu_has_a_name_in_every_language_and_nothing_else() {
        let menu = called("Find articles for this");
        assert_eq!(menu["type"], 3);
        assert_eq!(
            menu["name_localizations"]["de"],
            Words::of("de").name("menu_find_articles").unwrap()
        );
        assert_eq!(menu["description"], Value::Null);
        assert_eq!(
            names(),
            registered()
                .iter()
                .map(|it| it["name"].as_str().unwrap().to_owned())
                .collect::<Vec<_>>()
        );
    }

    #[test]
    fn bounds_of_whole_numbers_are_whole() {
        let days = &called("stats")["options"][0];
        assert_eq!(days["type"], 4);
        assert_eq!(
            (&days["min_value"], &days["max_value"]),
            (&json!(1), &json!(90))
        );
    }

    #[test]
    fn choices_are_called_as_in_the_language_file() {
        let settings = called("settings");
        let choices = settings["options"][1]["choices"].as_array().unwrap();
        let names: Vec<&Value> = choices.iter().map(|it| &it["name"]).collect();
        assert_eq!(names, ["Never", "When asked", "When confident"]);
    }

    #[test]
    fn everything_is_described_in_every_language_within_discords_limits() {
        let spoken: Vec<&str> = Words::translations().map(|(locale, _)| locale).collect();
        let menus = |command: &Value| command["type"] == 3;
        for command in registered().into_iter().filter(|it| !menus(it)) {
            let options = command["options"].as_array().cloned().unwrap_or_default();
            for described in std::iter::once(&command).chain(&options) {
                let length = |text: &Value| text.as_str().unwrap().chars().count();
                assert!(
                    (1..=100).contains(&length(&described["description"])),
                    "{described}"
                );
                assert_ne!(described["description"], "A slash command parameter");
                for locale in &spoken {
                    let name = &described["name_localizations"][locale];
                    let description = &described["description_localizations"][locale];
                    assert!((1..=32).contains(&length(name)), "{locale}: {described}");
                    assert!(
                        (1..=100).contains(&length(description)),
                        "{locale}: {described}"
                    );
                    assert_ne!(description, &described["description"], "{locale}");
                }
                let english = Words::ENGLISH
                    .name(&format!("command_{}", described["name"].as_str().unwrap()));
                assert!(english.is_none_or(|english| described["name"] == english));
            }
        }
    }
}
