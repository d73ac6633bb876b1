//! `/webhooks/{application}/{token}`: what follows the first response to an interaction. The token
//! is all the authority it needs.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};

use super::answer::Answer;
use super::body::Body;
use super::extract::{Form, FromBody, Ids, Words, id};
use crate::error::ApiError;
use crate::form;
use crate::message_flags::{IS_COMPONENTS_V2, KEPT_IN_RESPONSES};
use crate::snowflake::Snowflake;
use crate::world::message::{MessageEdit, NewMessage};
use crate::world::{Message, World, WorldState};

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route("/webhooks/{webhook_id}/{token}", post(follow_up))
        .route(
            "/webhooks/{webhook_id}/{token}/messages/{message}",
            get(show).patch(edit).delete(delete),
        )
}

/// A follow-up message.
struct FollowUp(NewMessage);

impl FromBody for FollowUp {
    fn from_body(body: &Body) -> Result<Self, ApiError> {
        let json = body.value();
        form::message_create(&json, body.file_count())?;
        let new = NewMessage::read(&json, body.files(&json), KEPT_IN_RESPONSES);
        Ok(Self(new))
    }
}

async fn follow_up(
    State(world): State<Arc<World>>,
    Ids([application]): Ids<1>,
    Words([token]): Words<1>,
    Form(FollowUp(new)): Form<FollowUp>,
) -> Result<Answer, ApiError> {
    world.change(|state| {
        let message = state.follow_up(application, &token, new)?;
        Ok(shown(state, &message))
    })
}

async fn show(
    State(world): State<Arc<World>>,
    Ids([application]): Ids<1>,
    Words([token, message]): Words<2>,
) -> Result<Answer, ApiError> {
    let message = target(&message)?;
    world.read(|state| {
        let message = state.interaction_message(application, &token, message)?;
        Ok(shown(state, message))
    })
}

async fn edit(
    State(world): State<Arc<World>>,
    Ids([application]): Ids<1>,
    Words([token, message]): Words<2>,
    body: Body,
) -> Result<Answer, ApiError> {
    let message = target(&message)?;
    let json = body.value();
    let is_v2 = world.read(|state| {
        let message = state.interaction_message(application, &token, message)?;
        Ok::<_, ApiError>(message.flags & IS_COMPONENTS_V2 != 0)
    })?;
    form::message_edit(&json, is_v2)?;
    let edit = MessageEdit::read(&json, body.files(&json));
    world.change(|state| {
        let message = state.edit_interaction_message(application, &token, message, edit)?;
        Ok(shown(state, &message))
    })
}

async fn delete(
    State(world): State<Arc<World>>,
    Ids([application]): Ids<1>,
    Words([token, message]): Words<2>,
) -> Result<Answer, ApiError> {
    let message = target(&message)?;
    world.change(|state| state.delete_interaction_message(application, &token, message))?;
    Ok(Answer::empty())
}

/// A message as the bot that wrote it sees it.
fn shown(state: &WorldState, message: &Message) -> Answer {
    Answer::ok(state.message_json(message, state.viewer(message.author)))
}

/// `@original`, or an id.
fn target(text: &str) -> Result<Option<Snowflake>, ApiError> {
    match text {
        "@original" => Ok(None),
        text => id("message_id", text).map(Some),
    }
}
