//! `/interactions/{id}/{token}/callback`: the first response to an interaction. The token is all
//! the authority it needs.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::post;
use serde_json::Value;

use super::answer::Answer;
use super::body::Body;
use super::extract::{Form, FromBody, Ids, Words};
use super::query::Query;
use crate::error::ApiError;
use crate::form;
use crate::world::{Upload, World};

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new().route(
        "/interactions/{interaction_id}/{token}/callback",
        post(respond),
    )
}

/// A response of any type.
struct Response {
    body: Value,
    files: Vec<Upload>,
}

impl FromBody for Response {
    fn from_body(body: &Body) -> Result<Self, ApiError> {
        let json = body.value();
        form::interaction_response(&json, body.file_count())?;
        let files = body.files(json.get("data").unwrap_or(&json));
        Ok(Self { body: json, files })
    }
}

async fn respond(
    State(world): State<Arc<World>>,
    Ids([interaction]): Ids<1>,
    Words([token]): Words<1>,
    query: Query,
    Form(Response { body, files }): Form<Response>,
) -> Result<Answer, ApiError> {
    world.change(|state| {
        let response = state.respond(interaction, &token, &body, files)?;
        if !query.is_true("with_response") {
            return Ok(Answer::empty());
        }
        let application = state.applications.get(&response.interaction.application);
        let bot = application.map(|it| it.bot).unwrap_or_default();
        Ok(Answer::ok(response.json(state, bot)))
    })
}
