//! Discord's REST API as axum routes. Each file below has the routes of one resource and knows
//! nothing of the others; what a request changes is up to the world, here is only HTTP.

mod answer;
mod applications;
mod body;
mod cdn;
mod channels;
mod extract;
mod failing;
mod gateway;
mod guilds;
mod interactions;
mod members;
mod messages;
mod pins;
mod query;
mod reactions;
mod record;
mod threads;
mod users;
mod webhooks;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;

use crate::platform::Platform;

/// The API below its version.
pub(crate) fn router(platform: &Arc<Platform>) -> Router {
    Router::new()
        .merge(applications::routes())
        .merge(channels::routes())
        .merge(gateway::routes())
        .merge(guilds::routes())
        .merge(interactions::routes())
        .merge(members::routes())
        .merge(messages::routes())
        .merge(pins::routes())
        .merge(reactions::routes())
        .merge(threads::routes())
        .merge(users::routes())
        .merge(webhooks::routes())
        .fallback(record::no_such_route)
        .method_not_allowed_fallback(record::no_such_method)
        .with_state(Arc::clone(&platform.world))
        .layer(from_fn_with_state(Arc::clone(platform), record::record))
}

/// The files of messages, which Discord serves from another host.
pub(crate) fn attachments(platform: &Arc<Platform>) -> Router {
    Router::new()
        .route("/attachments/{*path}", get(cdn::get))
        .with_state(Arc::clone(&platform.world))
}

#[cfg(test)]
mod tests;
