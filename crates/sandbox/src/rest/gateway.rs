//! `/gateway`: where bots find the gateway.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use serde_json::json;

use super::answer::Answer;
use super::extract::Bot;
use crate::world::World;

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route("/gateway", get(address))
        .route("/gateway/bot", get(address_for_bots))
}

async fn address(State(world): State<Arc<World>>) -> Answer {
    Answer::ok(json!({ "url": world.gateway_url() }))
}

async fn address_for_bots(State(world): State<Arc<World>>, _: Bot) -> Answer {
    Answer::ok(json!({
        "url": world.gateway_url(),
        "shards": 1,
        "session_start_limit": {
            "total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1,
        },
    }))
}
