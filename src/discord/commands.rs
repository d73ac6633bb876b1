//! The slash commands: what they are called, who may use them, and their registration. What each
//! one does is in its own file.

mod ask;
mod reindex;
mod status;

use std::convert::Infallible;
use std::sync::Arc;

use serenity::all::{ApplicationId, CommandInteraction, Permissions};

use super::bot::Bot;
use super::failure::Failure;
use super::{failure, words};

type Command = poise::Command<Arc<Bot>, Infallible>;
type Context<'a> = poise::ApplicationContext<'a, Arc<Bot>, Infallible>;

/// All commands, with their descriptions.
pub(super) fn all() -> Vec<Command> {
    vec![
        described(
            ask::ask(),
            words::ASK,
            &[
                ("question", words::ASK_QUESTION),
                ("private", words::ASK_PRIVATE),
            ],
        ),
        described(reindex::reindex(), words::REINDEX, &[]),
        described(status::status(), words::STATUS, &[]),
    ]
}

fn described(
    mut command: Command,
    description: &'static str,
    parameters: &[(&str, &'static str)],
) -> Command {
    command.description = Some(description.into());
    for parameter in &mut command.parameters {
        let description = parameters.iter().find(|(name, _)| *name == parameter.name);
        parameter.description = description.map(|(_, description)| (*description).into());
    }
    command
}

/// Makes the commands known to Discord in place of those registered before.
pub(super) async fn register(bot: &Bot, application: ApplicationId, commands: &[Command]) {
    let commands: Vec<_> = commands
        .iter()
        .filter_map(poise::Command::create_as_slash_command)
        .collect();
    match bot.rest.register(application, &commands).await {
        Ok(()) => tracing::info!(commands = commands.len(), "commands registered"),
        Err(error) => {
            let error = anyhow::Error::from(error)
                .context("the commands could not be registered; those of an earlier run remain");
            failure::log(&error, &"start");
        }
    }
}

/// Refuses people without the Manage Server permission. Discord hides the command from them, but
/// a server may show it to anybody, so it is checked here as well.
fn check_manager(interaction: &CommandInteraction) -> Result<(), Failure> {
    let Some(member) = interaction
        .member
        .as_ref()
        .filter(|_| interaction.guild_id.is_some())
    else {
        return Err(Failure::Explained(words::server_only()));
    };
    let permissions = member.permissions.unwrap_or_else(Permissions::empty);
    if permissions.intersects(Permissions::MANAGE_GUILD | Permissions::ADMINISTRATOR) {
        Ok(())
    } else {
        Err(Failure::Explained(words::not_allowed()))
    }
}

/// Tells somebody whose command never ran why.
pub(super) async fn on_error(error: poise::FrameworkError<'_, Arc<Bot>, Infallible>) {
    let text = error.to_string();
    let (bot, interaction) = match &error {
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
    let reply = super::reply::Reply::to_command(interaction);
    bot.attend(reply, async |_, _| {
        Err(Failure::Broken(anyhow::anyhow!(text)))
    })
    .await;
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn registered() -> Vec<Value> {
        let builders = all()
            .into_iter()
            .map(|c| c.create_as_slash_command().unwrap());
        builders.map(|b| serde_json::to_value(b).unwrap()).collect()
    }

    #[test]
    fn ask_takes_a_question_anywhere() {
        let ask = registered().remove(0);
        assert_eq!(ask["name"], "ask");
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
        for command in &registered()[1..] {
            assert_eq!(command["default_member_permissions"], "32", "{command}");
            assert_eq!(command["contexts"], json!([0]), "{command}");
        }
    }

    #[test]
    fn everything_is_described_within_discords_limits() {
        for command in registered() {
            let options = command["options"].as_array().cloned().unwrap_or_default();
            for described in std::iter::once(&command).chain(&options) {
                let length = described["description"].as_str().unwrap().chars().count();
                assert!((1..=100).contains(&length), "{described}");
                assert_ne!(described["description"], "A slash command parameter");
            }
        }
    }
}
