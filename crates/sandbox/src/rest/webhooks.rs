//! `/webhooks/{application}/{token}`: what follows the first answer to an interaction. The token
//! is all the authority it needs.

use axum::http::Method;

use super::answer::Answer;
use super::call::{Call, id};
use crate::error::ApiError;
use crate::form;
use crate::snowflake::Snowflake;
use crate::world::WorldState;
use crate::world::message::{Message, MessageEdit, NewMessage};

pub(super) fn route(call: &Call<'_>, path: &[&str]) -> Result<Answer, ApiError> {
    let (application, token, rest) = match path {
        [application, token, rest @ ..] => (id("webhook_id", application)?, *token, rest),
        _ => return Err(ApiError::not_found()),
    };
    let json = |state: &WorldState, message: &Message| {
        Answer::ok(state.message_json(message, state.viewer(message.author)))
    };
    match (call.method, rest) {
        (&Method::POST, []) => {
            let body = call.json();
            form::message_create(&body, call.body.file_count())?;
            let files = call.body.files(&body);
            let new = NewMessage::read(&body, files, form::INTERACTION_FLAGS);
            call.world.change(|state| {
                let message = state.follow_up(application, token, new)?;
                Ok(json(state, &message))
            })
        }
        (&Method::GET, ["messages", message]) => {
            let message = target(message)?;
            call.world.read(|state| {
                let message = state.interaction_message(application, token, message)?;
                Ok(json(state, message))
            })
        }
        (&Method::PATCH, ["messages", message]) => {
            let message = target(message)?;
            let body = call.json();
            let is_v2 = call.world.read(|state| {
                let message = state.interaction_message(application, token, message)?;
                Ok::<_, ApiError>(message.flags & form::IS_COMPONENTS_V2 != 0)
            })?;
            if is_v2 {
                form::message_edit_v2(&body)?;
            } else {
                form::message_edit(&body)?;
            }
            let files = call.body.files(&body);
            call.world.change(|state| {
                let edit = MessageEdit::read(&body, files);
                let message = state.edit_interaction_message(application, token, message, edit)?;
                Ok(json(state, &message))
            })
        }
        (&Method::DELETE, ["messages", message]) => {
            let message = target(message)?;
            call.world
                .change(|state| state.delete_interaction_message(application, token, message))?;
            Ok(Answer::empty())
        }
        _ => Err(ApiError::not_found()),
    }
}

/// `@original`, or an id.
fn target(text: &str) -> Result<Option<Snowflake>, ApiError> {
    match text {
        "@original" => Ok(None),
        text => id("message_id", text).map(Some),
    }
}
