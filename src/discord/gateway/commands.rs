//! The slash commands: what they are called, who may use them, and their registration. What each
//! one does is in its own file.

mod localised;

use crate::discord::admin::audit;
use crate::discord::admin::corpus;
use crate::discord::admin::doctor;
use crate::discord::admin::explain;
use crate::discord::admin::gaps;
use crate::discord::admin::golden;
use crate::discord::admin::index;
use crate::discord::admin::reindex;
use crate::discord::admin::settings;
use crate::discord::admin::stats;
use crate::discord::admin::status;
use crate::discord::admin::tune;
use crate::discord::ask::command as ask;
use crate::discord::ask::find;
use crate::discord::ask::help;
use crate::discord::ask::privacy;
use std::convert::Infallible;
use std::future::Future;
use std::sync::Arc;

use serenity::all::{
    ApplicationId, CommandOptionType, CreateCommand, CreateCommandOption, GuildId, UserId,
};

use crate::discord::api::custom_id::List;
use crate::discord::api::message::Body;
use crate::discord::api::reply::Reply;
use crate::discord::bot::Bot;
use crate::discord::failure;
use crate::discord::failure::Failure;
use crate::discord::words::Words;

pub(in crate::discord) type Command = poise::Command<Arc<Bot>, Infallible>;
pub(in crate::discord) type Context<'a> = poise::ApplicationContext<'a, Arc<Bot>, Infallible>;

/// All commands, with their names and descriptions in every language.
pub(in crate::discord) fn all() -> Vec<Command> {
    let mut commands = vec![
        ask::command(),
        find::find(),
        help::help(),
        privacy::privacy(),
        reindex::reindex(),
        index::index(),
        status::status(),
        settings::settings(),
        doctor::doctor(),
        gaps::command(),
        golden::command(),
        golden::right(),
        explain::command(),
        tune::command(),
        stats::command(),
        audit::audit(),
        corpus::command(),
    ];
    commands.iter_mut().for_each(localised::localise);
    commands
}

/// What commands are called when they are registered.
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

/// A command as Discord is told of it. poise leaves the names of menus in one language.
pub(in crate::discord) fn definition(command: &Command) -> Option<CreateCommand> {
    if let Some(slash) = command.create_as_slash_command() {
        return Some(slash);
    }
    let mut menu = command.create_as_context_menu_command()?;
    for (locale, name) in command.name_localizations.iter() {
        menu = menu.name_localized(locale.as_ref(), name.as_ref());
    }
    Some(menu)
}

/// Makes the commands known to Discord in place of those registered before.
pub(in crate::discord) async fn register(
    bot: &Bot,
    application: ApplicationId,
    commands: &[Command],
) {
    let commands: Vec<_> = commands.iter().filter_map(definition).collect();
    match bot.rest.register(application, &commands).await {
        Ok(()) => tracing::info!(commands = commands.len(), "commands registered"),
        Err(error) => {
            let error = anyhow::Error::from(error)
                .context("the commands could not be registered; those of an earlier run remain");
            failure::log(&error, &"start");
        }
    }
}

/// Runs what a command does, unless it was delivered before.
pub(in crate::discord) async fn run<F, W>(ctx: Context<'_>, work: F)
where
    F: FnOnce(Arc<Bot>, Arc<Reply>) -> W,
    W: Future<Output = Result<(), Failure>> + Send + 'static,
{
    let bot = ctx.framework.user_data;
    if bot.handled.is_first(ctx.interaction.id.get()) {
        bot.attend(Reply::to_command(ctx.interaction), work).await;
    }
}

/// Refuses who is no admin.
pub(in crate::discord) fn check_admin(ctx: Context<'_>) -> Result<(), Failure> {
    let interaction = ctx.interaction;
    let admins = &ctx.framework.user_data.admins;
    admins.check(interaction.guild_id, interaction.member.as_deref())
}

/// An admin, where they act.
#[derive(Debug, Clone, Copy)]
pub(in crate::discord) struct Admin {
    pub(in crate::discord) user: UserId,
    pub(in crate::discord) server: GuildId,
}

/// Whoever uses the command, if they are an admin.
pub(in crate::discord) fn admin(ctx: Context<'_>) -> Result<Admin, Failure> {
    check_admin(ctx)?;
    let server = ctx.interaction.guild_id;
    let server = server.ok_or_else(|| Failure::explained(Words::server_only))?;
    Ok(Admin {
        user: ctx.interaction.user.id,
        server,
    })
}

/// Characters of an option that is completed while it is typed.
const LONGEST: u16 = 1_000;

/// Lets Discord ask for choices while these options of a command, or of those below it, are typed.
/// poise would answer them past our own requests.
pub(in crate::discord) fn suggest_while_typing(command: &mut Command, options: &[&str]) {
    fn suggested(option: CreateCommandOption) -> CreateCommandOption {
        option
            .kind(CommandOptionType::String)
            .max_length(LONGEST)
            .set_autocomplete(true)
    }
    for parameter in &mut command.parameters {
        if options.contains(&&*parameter.name) {
            parameter.type_setter = Some(suggested);
        }
    }
    for subcommand in &mut command.subcommands {
        suggest_while_typing(subcommand, options);
    }
}

/// Shows an admin alone the first page of a list.
pub(in crate::discord) async fn show_list(ctx: Context<'_>, list: List) {
    let admin = admin(ctx);
    let work = async move |bot: Arc<Bot>, reply: Arc<Reply>| {
        let admin = admin?;
        reply.acknowledge(&bot.rest, true).await?;
        let body = turned(&bot, reply.words(), admin.server, list, 0).await?;
        reply.answer(&bot.rest, body, true).await?;
        Ok(())
    };
    run(ctx, work).await;
}

/// A page of a list for admins.
pub(in crate::discord) async fn turned(
    bot: &Bot,
    words: Words,
    server: GuildId,
    list: List,
    page: u32,
) -> Result<Body, Failure> {
    match list {
        List::Gaps => gaps::page(bot, words, server, page).await,
        List::Golden => golden::page(bot, words, page).await,
        List::Changes => tune::page(bot, words, page).await,
        List::Audit => audit::page(bot, words, server, page).await,
    }
}

/// Tells somebody whose command never ran why.
pub(in crate::discord) async fn on_error(error: poise::FrameworkError<'_, Arc<Bot>, Infallible>) {
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
    let reply = Reply::to_command(interaction);
    bot.attend(reply, async |_, _| {
        Err(Failure::Broken(anyhow::anyhow!(text)))
    })
    .await;
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
