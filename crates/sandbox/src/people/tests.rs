//! What a person's client lets them do, and what they see of it. The bot's side is played through
//! the world, without HTTP.

mod commands;
mod components;

use serde_json::Value;
use tokio::net::TcpListener;

use super::{Interaction, Refused};
use crate::Sandbox;
use crate::error::ApiError;
use crate::snowflake::Snowflake;
use crate::world::Message;
use crate::world::message::NewMessage;
use crate::world::model::interaction;

async fn sandbox() -> Sandbox {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    Sandbox::start(listener).await.unwrap()
}

fn application(sandbox: &Sandbox) -> Snowflake {
    let first = |state: &super::WorldState| *state.applications.keys().next().unwrap();
    sandbox.platform.world.read(first)
}

/// The bot registers global commands.
fn register(sandbox: &Sandbox, commands: &[Value]) {
    let application = application(sandbox);
    sandbox.platform.world.change(|state| {
        state.overwrite_commands(application, None, commands);
    });
}

fn began(sandbox: &Sandbox, interaction: &Interaction) -> interaction::Interaction {
    let world = &sandbox.platform.world;
    world.read(|state| state.interactions.get(&interaction.id).cloned().unwrap())
}

/// The bot answers.
fn respond(sandbox: &Sandbox, interaction: &Interaction, body: &Value) -> Result<(), ApiError> {
    let token = began(sandbox, interaction).token;
    sandbox.platform.world.change(|state| {
        let response = state.respond(interaction.id, &token, body, Vec::new());
        response.map(drop)
    })
}

/// The bot adds to its answer.
fn follow_up(sandbox: &Sandbox, interaction: &Interaction) -> Result<Message, ApiError> {
    let interaction = began(sandbox, interaction);
    sandbox.platform.world.change(|state| {
        let new = NewMessage::text("more");
        state.follow_up(interaction.application, &interaction.token, new)
    })
}

/// What stands in a refusal, beside the code for a bad form.
fn problem<T: std::fmt::Debug>(result: Result<T, Refused>) -> String {
    let refused = result.unwrap_err();
    assert_eq!(refused.code(), 50_035, "{refused}");
    refused.to_string()
}
