//! The page: a small Discord in the browser, served beside the API, so that anybody can see and use
//! a bot without an account. The browser plays people over one WebSocket; what they do and see goes
//! through [`Person`](super::Person) as in tests. It knows HTTP and the view, not what is allowed.

mod act;
mod asset;
mod live;
mod origin;
mod place;
mod scene;
mod traffic;

use std::sync::Arc;

use axum::Router;
use axum::extract::{FromRequestParts as _, Request, State, WebSocketUpgrade};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{any, get};

use self::asset::Asset;
use self::live::Live;
use self::origin::Refusal;
use crate::error::ApiError;
use crate::platform::Platform;

/// Where the browser plays people.
pub(crate) const LIVE: &str = "/sandbox/live";

/// The largest thing that a browser sends: a message with files of 10 MiB, in base64.
const MAX_FRAME_BYTES: usize = 16 * 1024 * 1024;

/// The page's routes. It is served to browsers on this machine alone.
pub(crate) fn router(platform: &Arc<Platform>) -> Router {
    Router::new()
        .route("/", get(show))
        .route("/page/{file}", get(show))
        .route(LIVE, any(live))
        .with_state(Arc::clone(platform))
}

/// Serves a file of the page.
async fn show(State(platform): State<Arc<Platform>>, request: Request) -> Response {
    let Some(asset) = Asset::at(request.uri().path()) else {
        return ApiError::not_found().into_response();
    };
    match origin::check(request.headers(), platform.world.port()) {
        Ok(host) => served(asset, &host),
        Err(refusal) => refusal.into_response(),
    }
}

/// Opens the socket over which the browser plays people.
async fn live(State(platform): State<Arc<Platform>>, request: Request) -> Response {
    // A browser always says where a WebSocket comes from.
    let checked = origin::check(request.headers(), platform.world.port())
        .and_then(|host| origin::require(request.headers(), &host));
    if let Err(refusal) = checked {
        return refusal.into_response();
    }
    let (mut parts, _) = request.into_parts();
    match WebSocketUpgrade::from_request_parts(&mut parts, &()).await {
        Ok(upgrade) => upgrade
            .max_message_size(MAX_FRAME_BYTES)
            .max_frame_size(MAX_FRAME_BYTES)
            .on_upgrade(move |socket| Live::new(platform, socket).run()),
        Err(refused) => refused.into_response(),
    }
}

/// A file of the page, with a policy that lets it load from and talk to this address alone.
fn served(asset: &Asset, host: &str) -> Response {
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
         connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'"
    );
    let headers: [(HeaderName, &str); 6] = [
        (CONTENT_TYPE, asset.content_type),
        (CONTENT_SECURITY_POLICY, &policy),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (CACHE_CONTROL, "no-cache"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ];
    (headers, asset.text).into_response()
}

impl axum::response::IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (StatusCode::FORBIDDEN, self.0).into_response()
    }
}
