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

use axum::extract::{FromRequestParts as _, Request, WebSocketUpgrade};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, Method, StatusCode};
use axum::response::{IntoResponse as _, Response};

use self::asset::Asset;
use self::live::Live;
use self::origin::Refusal;
use super::rest::Server;

/// Where the browser plays people.
const LIVE: &str = "/sandbox/live";

/// The largest thing that a browser sends: a message with files of 10 MiB, in base64.
const MAX_FRAME_BYTES: usize = 16 * 1024 * 1024;

/// Whether a request is for the page. Bots open the gateway at the page's own address, so that what
/// wants another protocol there is none of it.
pub(crate) fn is_for_page(path: &str, is_upgrade: bool) -> bool {
    path == LIVE || !is_upgrade && Asset::at(path).is_some()
}

/// Answers a request for the page.
pub(crate) async fn serve(server: &Arc<Server>, request: Request) -> Response {
    let host = match origin::check(request.headers(), server.world.port()) {
        Ok(host) => host,
        Err(refusal) => return refusal.into_response(),
    };
    if request.uri().path() == LIVE {
        return live(server, request, &host).await;
    }
    match Asset::at(request.uri().path()) {
        Some(asset) if matches!(*request.method(), Method::GET | Method::HEAD) => {
            show(asset, &host)
        }
        Some(_) => StatusCode::METHOD_NOT_ALLOWED.into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn live(server: &Arc<Server>, request: Request, host: &str) -> Response {
    // A browser always says where a WebSocket comes from.
    if let Err(refusal) = origin::require(request.headers(), host) {
        return refusal.into_response();
    }
    let (mut parts, _) = request.into_parts();
    let server = Arc::clone(server);
    match WebSocketUpgrade::from_request_parts(&mut parts, &()).await {
        Ok(upgrade) => upgrade
            .max_message_size(MAX_FRAME_BYTES)
            .max_frame_size(MAX_FRAME_BYTES)
            .on_upgrade(move |socket| Live::new(server, socket).run()),
        Err(refused) => refused.into_response(),
    }
}

/// A file of the page, with a policy that lets it load from and talk to this address alone.
fn show(asset: &Asset, host: &str) -> Response {
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
