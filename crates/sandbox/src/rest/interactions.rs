//! `/interactions/{id}/{token}/callback`: the first answer to an interaction. The token is all the
//! authority it needs.

use axum::http::Method;

use super::answer::Answer;
use super::call::{Call, id};
use crate::error::ApiError;
use crate::form;

pub(super) fn route(call: &Call<'_>, path: &[&str]) -> Result<Answer, ApiError> {
    match (call.method, path) {
        (&Method::POST, [interaction, token, "callback"]) => {
            let interaction = id("interaction_id", interaction)?;
            let body = call.json();
            form::interaction_response(&body, call.body.file_count())?;
            let files = call.body.files(body.get("data").unwrap_or(&body));
            call.world.change(|state| {
                let response = state.respond(interaction, token, &body, files)?;
                if !call.query.is_true("with_response") {
                    return Ok(Answer::empty());
                }
                let application = state.applications.get(&response.interaction.application);
                let bot = application.map(|it| it.bot).unwrap_or_default();
                Ok(Answer::ok(response.json(state, bot)))
            })
        }
        _ => Err(ApiError::not_found()),
    }
}
