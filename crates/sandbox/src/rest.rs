//! Discord's REST API. A request is read whole, written into the journal, meets the faults that a
//! test has set, and goes to the function of its route. What it changes is the world's; here is
//! only HTTP.

mod answer;
mod applications;
mod body;
mod call;
mod cdn;
mod channels;
mod guilds;
mod interactions;
mod limits;
mod messages;
mod query;
mod reactions;
mod routes;
mod threads;
mod users;
mod webhooks;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use axum::Router;
use axum::extract::{
    DefaultBodyLimit, FromRequestParts as _, Query, Request, State, WebSocketUpgrade,
};
use axum::http::header::{HeaderValue, UPGRADE};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse as _, Response};
use jiff::Timestamp;
use serde_json::json;
use tokio::sync::watch;

pub(crate) use self::answer::Answer;
pub(crate) use self::body::Body;
use self::call::{Call, Segments};
use self::limits::Limits;
pub(crate) use self::limits::{Left, too_many};
use super::error::ApiError;
use super::faults::Faults;
use super::gateway::Hub;
use super::journal::{Journal, RecordedRequest};
use super::page;
use super::world::World;

/// Where the API stands, with its versions; without one it is the oldest.
const PREFIXES: [&str; 3] = ["/api/v10/", "/api/v9/", "/api/"];

/// What serves requests.
pub(crate) struct Server {
    pub(crate) world: Arc<World>,
    pub(crate) hub: Arc<Hub>,
    pub(crate) journal: Journal,
    pub(crate) faults: Faults,
    pub(crate) limits: Limits,
    /// Whether everything is to end.
    pub(crate) stopping: watch::Sender<bool>,
    /// What the page offers to ask.
    suggestions: Mutex<Vec<String>>,
}

impl Server {
    pub(crate) fn new(world: Arc<World>, hub: Arc<Hub>) -> Self {
        Self {
            world,
            hub,
            journal: Journal::default(),
            faults: Faults::default(),
            limits: Limits::default(),
            stopping: watch::Sender::new(false),
            suggestions: Mutex::default(),
        }
    }

    pub(crate) fn suggest(&self, questions: Vec<String>) {
        *self
            .suggestions
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = questions;
        self.world.wake();
    }

    pub(crate) fn suggestions(&self) -> Vec<String> {
        self.suggestions
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

pub(crate) fn router(server: Arc<Server>) -> Router {
    // A body has limits of its own.
    Router::new()
        .fallback(serve)
        .layer(DefaultBodyLimit::disable())
        .with_state(server)
}

async fn serve(State(server): State<Arc<Server>>, request: Request) -> Response {
    let is_upgrade = request.headers().contains_key(UPGRADE);
    if page::is_for_page(request.uri().path(), is_upgrade) {
        return page::serve(&server, request).await;
    }
    if is_upgrade {
        return gateway(&server, request).await;
    }
    let path = request.uri().path();
    if let Some(rest) = path.strip_prefix("/attachments/") {
        return cdn::get(&server.world, rest, request.uri().query());
    }
    match PREFIXES.iter().find_map(|prefix| path.strip_prefix(prefix)) {
        Some(route) => {
            let route = format!("/{route}");
            api(&server, route, request).await
        }
        None => ApiError::not_found().into_response(),
    }
}

async fn gateway(server: &Server, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let query = Query::try_from_uri(&parts.uri);
    match (
        WebSocketUpgrade::from_request_parts(&mut parts, &()).await,
        query,
    ) {
        (Ok(upgrade), Ok(Query(query))) => {
            let hub = Arc::clone(&server.hub);
            hub.serve(Arc::clone(&server.world), query, upgrade)
        }
        (Err(refused), _) => refused.into_response(),
        (_, Err(refused)) => refused.into_response(),
    }
}

/// Answers one request of the API; `route` is its path below the API's version.
async fn api(server: &Server, route: String, request: Request) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let query = request.uri().query().map(str::to_owned);
    let token = call::token(request.headers());
    let body = Body::read(request).await;
    let mut entry = RecordedRequest::new(&method, &route, query.as_deref(), body.as_ref().ok());

    let fault = server.faults.take(&method, &route);
    if let Some(fault) = &fault {
        tokio::time::sleep(fault.delay).await;
    }
    let now = server.world.read(|state| state.now);
    let segments = Segments::of(&route);
    let path = segments.as_slice();
    let bad = fault
        .as_ref()
        .and_then(|fault| fault.answer(&method, &path, now));
    let answer = match (bad, fault) {
        // The request never arrives.
        (Some(bad), Some(fault)) if !fault.heard => bad,
        (bad, _) => {
            let call = body.map(|body| Call {
                world: &server.world,
                method: &method,
                query: query::Query::of(query.as_deref()),
                token,
                body,
            });
            let good = match call {
                Ok(call) => {
                    let (answer, is_unexpected) = answer(server, &call, &path, now);
                    entry.is_unexpected = is_unexpected;
                    answer
                }
                Err(error) => Answer::refusal(&error),
            };
            entry.took_effect = true;
            bad.unwrap_or(good)
        }
    };
    entry.finish(&answer, began.elapsed());
    server.journal.write(entry);
    server.world.wake();
    answer.into_response()
}

/// Counts a request and answers it. Also returns whether there is no such route.
fn answer(server: &Server, call: &Call<'_>, path: &[&str], now: Timestamp) -> (Answer, bool) {
    let left = server
        .limits
        .count(call.method, path, call.token.as_deref(), now);
    let (mut answer, is_unexpected) = match left.exceeded() {
        Some(answer) => (answer, false),
        None => match dispatch(call, path) {
            Ok(answer) => (answer, false),
            Err(error) if error == ApiError::not_found() => {
                let refusal = if routes::is_known(path) {
                    ApiError::method_not_allowed()
                } else {
                    error
                };
                (Answer::refusal(&refusal), true)
            }
            Err(error) => (Answer::refusal(&error), false),
        },
    };
    answer.headers.extend(left.headers());
    (answer, is_unexpected)
}

/// Finds the function of a route.
fn dispatch(call: &Call<'_>, path: &[&str]) -> Result<Answer, ApiError> {
    match path {
        ["gateway"] if call.method == Method::GET => {
            Ok(Answer::ok(json!({ "url": call.world.gateway_url() })))
        }
        ["gateway", "bot"] if call.method == Method::GET => {
            call.bot()?;
            Ok(Answer::ok(json!({
                "url": call.world.gateway_url(),
                "shards": 1,
                "session_start_limit": {
                    "total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1,
                },
            })))
        }
        ["users", rest @ ..] => users::route(call, rest),
        ["oauth2", "applications", "@me"] => applications::own(call),
        ["applications", rest @ ..] => applications::route(call, rest),
        ["interactions", rest @ ..] => interactions::route(call, rest),
        ["webhooks", rest @ ..] => webhooks::route(call, rest),
        ["channels", rest @ ..] => channels::route(call, rest),
        ["guilds", rest @ ..] => guilds::route(call, rest),
        _ => Err(ApiError::not_found()),
    }
}

/// A header's value of something that is a number or a word.
fn header(value: impl AsRef<str>) -> HeaderValue {
    HeaderValue::from_str(value.as_ref()).unwrap_or(HeaderValue::from_static(""))
}

/// The status of a code that is known to be one.
fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

#[cfg(test)]
mod tests;
