//! `/applications`: the bot's registration and its commands, global ones and those of a server.

use std::sync::Arc;

use axum::Router;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::routing::get;
use serde_json::{Value, json};

use super::answer::Answer;
use super::body::Body;
use super::extract::{Bot, Form, FromBody, id, params};
use super::query::Query;
use crate::error::ApiError;
use crate::form;
use crate::snowflake::Snowflake;
use crate::world::{CommandRule, World, WorldState};

pub(super) fn routes() -> Router<Arc<World>> {
    let mut routes = Router::new()
        .route("/oauth2/applications/@me", get(own).patch(change_own))
        .route("/applications/@me", get(own).patch(change_own));
    for scope in [
        "/applications/{application_id}/commands",
        "/applications/{application_id}/guilds/{guild_id}/commands",
    ] {
        routes = routes
            .route(scope, get(list).put(overwrite).post(add))
            .route(
                &format!("{scope}/{{command_id}}"),
                get(show).patch(change).delete(remove),
            );
    }
    let in_guild = "/applications/{application_id}/guilds/{guild_id}/commands";
    routes
        .route(&format!("{in_guild}/permissions"), get(all_permissions))
        .route(
            &format!("{in_guild}/{{command_id}}/permissions"),
            get(permissions).put(change_permissions),
        )
}

/// The commands that a path is about: the bot's own, global ones or those of a server it is in.
struct Scope {
    application: Snowflake,
    guild: Option<Snowflake>,
}

/// The command that a path names.
struct CommandId(Snowflake);

/// All commands of a scope.
struct Commands(Vec<Value>);

/// A new command.
struct NewCommand(Value);

impl FromRequestParts<Arc<World>> for Scope {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, world: &Arc<World>) -> Result<Self, ApiError> {
        let bot = Bot::from_request_parts(parts, world).await?;
        let params = params(parts, world).await?;
        let given = |name| params.iter().find(|(key, _)| *key == name);
        let (key, text) = given("application_id").ok_or_else(ApiError::not_found)?;
        let application = id(key, text)?;
        if bot.application != application {
            let known = |state: &WorldState| state.applications.contains_key(&application);
            return Err(if world.read(known) {
                ApiError::missing_access()
            } else {
                ApiError::unknown_application()
            });
        }
        let guild = given("guild_id")
            .map(|(key, text)| id(key, text))
            .transpose()?;
        if let Some(guild) = guild {
            world.read(|state| {
                let is_there = state.guilds_of(application).any(|it| it.id == guild);
                is_there.then_some(()).ok_or_else(ApiError::missing_access)
            })?;
        }
        Ok(Self { application, guild })
    }
}

impl<S: Send + Sync> FromRequestParts<S> for CommandId {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let params = params(parts, state).await?;
        let found = params.iter().find(|(key, _)| *key == "command_id");
        let (key, text) = found.ok_or_else(ApiError::not_found)?;
        id(key, text).map(Self)
    }
}

impl FromBody for Commands {
    fn from_body(body: &Body) -> Result<Self, ApiError> {
        let json = body.value();
        form::commands(&json)?;
        Ok(Self(json.as_array().cloned().unwrap_or_default()))
    }
}

impl FromBody for NewCommand {
    fn from_body(body: &Body) -> Result<Self, ApiError> {
        let json = body.value();
        form::command(&json)?;
        Ok(Self(json))
    }
}

async fn own(State(world): State<Arc<World>>, bot: Bot) -> Result<Answer, ApiError> {
    world.read(|state| {
        let application = state
            .applications
            .get(&bot.application)
            .ok_or_else(ApiError::unknown_application)?;
        Ok(Answer::ok(state.application_json(application)))
    })
}

async fn change_own(world: State<Arc<World>>, bot: Bot, body: Body) -> Result<Answer, ApiError> {
    let body = body.value();
    let description = body.get("description").and_then(Value::as_str);
    world.change(|state| {
        let application = state.applications.get_mut(&bot.application);
        if let (Some(application), Some(text)) = (application, description) {
            text.clone_into(&mut application.description);
        }
    });
    own(world, bot).await
}

async fn list(State(world): State<Arc<World>>, scope: Scope, query: Query) -> Answer {
    let localised = query.is_true("with_localizations");
    world.read(|state| {
        let commands = state.commands_of(scope.application, scope.guild);
        Answer::ok(commands.map(|it| it.json(localised)).collect())
    })
}

async fn overwrite(
    State(world): State<Arc<World>>,
    scope: Scope,
    Form(Commands(bodies)): Form<Commands>,
) -> Answer {
    let commands =
        world.change(|state| state.overwrite_commands(scope.application, scope.guild, &bodies));
    Answer::ok(commands.iter().map(|it| it.json(true)).collect())
}

async fn add(
    State(world): State<Arc<World>>,
    scope: Scope,
    Form(NewCommand(body)): Form<NewCommand>,
) -> Result<Answer, ApiError> {
    let (command, is_new) =
        world.change(|state| state.add_command(scope.application, scope.guild, &body))?;
    let json = command.json(true);
    Ok(if is_new {
        Answer::created(json)
    } else {
        Answer::ok(json)
    })
}

async fn show(
    State(world): State<Arc<World>>,
    scope: Scope,
    CommandId(command): CommandId,
) -> Result<Answer, ApiError> {
    world.read(|state| {
        let command = state.command(scope.application, scope.guild, command)?;
        Ok(Answer::ok(command.json(true)))
    })
}

async fn change(
    State(world): State<Arc<World>>,
    scope: Scope,
    CommandId(command): CommandId,
    body: Body,
) -> Result<Answer, ApiError> {
    let body = body.value();
    let (application, guild) = (scope.application, scope.guild);
    let kind = world.read(|state| {
        let command = state.command(application, guild, command)?;
        Ok::<_, ApiError>(command.kind())
    })?;
    form::command_edit(&body, kind)?;
    let changed = world.change(|state| state.change_command(application, guild, command, &body))?;
    Ok(Answer::ok(changed.json(true)))
}

async fn remove(
    State(world): State<Arc<World>>,
    scope: Scope,
    CommandId(command): CommandId,
) -> Result<Answer, ApiError> {
    world.change(|state| {
        state.command(scope.application, scope.guild, command)?;
        state.commands.remove(&command);
        Ok(Answer::empty())
    })
}

async fn all_permissions(State(world): State<Arc<World>>, scope: Scope) -> Answer {
    let application = scope.application;
    let guild = scope.guild.unwrap_or_default();
    world.read(|state| {
        let commands = state
            .commands_of(application, None)
            .chain(state.commands_of(application, Some(guild)));
        let all = commands.filter_map(|it| rules(state, application, guild, it.id).ok());
        Answer::ok(all.collect())
    })
}

async fn permissions(
    State(world): State<Arc<World>>,
    scope: Scope,
    CommandId(command): CommandId,
) -> Result<Answer, ApiError> {
    let guild = scope.guild.unwrap_or_default();
    world.read(|state| rules(state, scope.application, guild, command).map(Answer::ok))
}

/// Only people may change these.
async fn change_permissions(_: Scope) -> ApiError {
    ApiError::bots_cannot_use()
}

/// # Errors
/// 10066 when nobody has changed who may use the command.
fn rules(
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
