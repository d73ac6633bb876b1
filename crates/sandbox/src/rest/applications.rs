//! `/applications`: the bot's registration and its commands.

use axum::http::Method;
use serde_json::{Value, json};

use super::answer::Answer;
use super::call::{Bot, Call, id};
use crate::error::ApiError;
use crate::form;
use crate::snowflake::Snowflake;
use crate::world::{CommandRule, WorldState};

/// `/oauth2/applications/@me` and `/applications/@me`.
pub(super) fn own(call: &Call<'_>) -> Result<Answer, ApiError> {
    let bot = call.bot()?;
    match *call.method {
        Method::GET => {}
        Method::PATCH => {
            let body = call.json();
            let description = body.get("description").and_then(Value::as_str);
            call.world.change(|state| {
                let application = state.applications.get_mut(&bot.application);
                if let (Some(application), Some(text)) = (application, description) {
                    text.clone_into(&mut application.description);
                }
            });
        }
        _ => return Err(ApiError::not_found()),
    }
    call.world.read(|state| {
        let application = state
            .applications
            .get(&bot.application)
            .ok_or_else(ApiError::unknown_application)?;
        Ok(Answer::ok(state.application_json(application)))
    })
}

pub(super) fn route(call: &Call<'_>, path: &[&str]) -> Result<Answer, ApiError> {
    match path {
        ["@me"] => own(call),
        [application, "commands", rest @ ..] => {
            let bot = caller(call, application)?;
            commands(call, bot, None, rest)
        }
        [application, "guilds", guild, "commands", rest @ ..] => {
            let bot = caller(call, application)?;
            let guild = id("guild_id", guild)?;
            call.world.read(|state| {
                let guild = state.guilds_of(bot.application).find(|it| it.id == guild);
                guild.map(|_| ()).ok_or_else(ApiError::missing_access)
            })?;
            commands(call, bot, Some(guild), rest)
        }
        _ => Err(ApiError::not_found()),
    }
}

/// A bot may only ask about its own application.
fn caller(call: &Call<'_>, application: &str) -> Result<Bot, ApiError> {
    let bot = call.bot()?;
    let application = id("application_id", application)?;
    if bot.application != application {
        let known = |state: &WorldState| state.applications.contains_key(&application);
        return Err(if call.world.read(known) {
            ApiError::missing_access()
        } else {
            ApiError::unknown_application()
        });
    }
    Ok(bot)
}

fn commands(
    call: &Call<'_>,
    bot: Bot,
    guild: Option<Snowflake>,
    path: &[&str],
) -> Result<Answer, ApiError> {
    let app = bot.application;
    let body = call.json();
    match (call.method, path) {
        (&Method::GET, []) => Ok(call.world.read(|state| {
            let localised = call.query.is_true("with_localizations");
            let commands = state.commands_of(app, guild);
            Answer::ok(commands.map(|it| it.json(localised)).collect())
        })),
        (&Method::PUT, []) => {
            form::commands(&body)?;
            let bodies = body.as_array().cloned().unwrap_or_default();
            let commands = call
                .world
                .change(|state| state.overwrite_commands(app, guild, &bodies));
            let commands = commands.iter().map(|it| it.json(true));
            Ok(Answer::ok(commands.collect()))
        }
        (&Method::POST, []) => {
            form::command(&body)?;
            let (command, is_new) = call
                .world
                .change(|state| state.add_command(app, guild, &body))?;
            let json = command.json(true);
            Ok(if is_new {
                Answer::created(json)
            } else {
                Answer::ok(json)
            })
        }
        (&Method::GET, ["permissions"]) => {
            let guild = guild.ok_or_else(ApiError::not_found)?;
            Ok(call.world.read(|state| {
                let ids = state
                    .commands_of(app, None)
                    .chain(state.commands_of(app, Some(guild)));
                let all = ids.filter_map(|it| permissions(state, app, guild, it.id).ok());
                Answer::ok(all.collect())
            }))
        }
        (&Method::GET, [command]) => {
            let command = id("command_id", command)?;
            call.world
                .read(|state| Ok(Answer::ok(state.command(app, guild, command)?.json(true))))
        }
        (&Method::PATCH, [command]) => {
            let command = id("command_id", command)?;
            let kind = call
                .world
                .read(|state| state.command(app, guild, command).map(|it| it.kind()))?;
            form::command_edit(&body, kind)?;
            let changed = call
                .world
                .change(|state| state.change_command(app, guild, command, &body))?;
            Ok(Answer::ok(changed.json(true)))
        }
        (&Method::DELETE, [command]) => {
            let command = id("command_id", command)?;
            call.world.change(|state| {
                state.command(app, guild, command)?;
                state.commands.remove(&command);
                Ok(Answer::empty())
            })
        }
        (&Method::GET, [command, "permissions"]) => {
            let guild = guild.ok_or_else(ApiError::not_found)?;
            let command = id("command_id", command)?;
            call.world
                .read(|state| permissions(state, app, guild, command).map(Answer::ok))
        }
        // Only people may change these.
        (&Method::PUT, [_, "permissions"]) if guild.is_some() => Err(ApiError::bots_cannot_use()),
        _ => Err(ApiError::not_found()),
    }
}

/// # Errors
/// 10066 when nobody has changed who may use the command.
fn permissions(
    state: &WorldState,
    application: Snowflake,
    guild: Snowflake,
    command: Snowflake,
) -> Result<Value, ApiError> {
    let rules: Vec<&CommandRule> = state
        .command_rules
        .iter()
        .filter(|rule| rule.guild == guild && rule.command == command)
        .collect();
    if rules.is_empty() {
        return Err(ApiError::unknown_command_permissions());
    }
    let rules: Vec<Value> = rules
        .iter()
        .map(|it| json!({ "id": it.target, "type": it.target_kind, "permission": it.allowed }))
        .collect();
    Ok(json!({
        "id": command, "application_id": application, "guild_id": guild, "permissions": rules,
    }))
}
