//! The way of every request of the API: it is read whole, written into the journal, meets the fault
//! that a test has set for it, is counted against its limit, and goes to its route.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::{Request, State};
use axum::http::header::VIA;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use tokio::time::sleep;

use super::answer::{Answer, AnswerBody};
use super::body::Body;
use super::{extract, failing};
use crate::error::ApiError;
use crate::journal::RecordedRequest;
use crate::limits::Bucket;
use crate::platform::Platform;

/// The proxy that Discord's responses come through. A rate limit without one reads as a ban of the
/// whole machine to libraries that know Discord well.
const PROXY: HeaderValue = HeaderValue::from_static("1.1 google");

/// Marks the answer to a request for a route that does not exist.
#[derive(Clone, Copy)]
struct Unexpected;

/// Answers one request; its path is the one below the API's version.
pub(super) async fn record(
    State(platform): State<Arc<Platform>>,
    request: Request,
    next: Next,
) -> Response {
    let began = Instant::now();
    let (parts, raw) = request.into_parts();
    let body = Body::read(Request::from_parts(parts.clone(), raw)).await;
    let mut entry = entry(&parts, body.as_ref().ok(), began);

    let fault = platform.faults.take(&parts.method, parts.uri.path());
    if let Some(fault) = &fault {
        sleep(fault.delay).await;
    }
    let bucket = Bucket::of(&parts.method, parts.uri.path());
    let failed = fault.as_ref().and_then(|fault| {
        let now = platform.world.read(|state| state.now);
        failing::answer(fault, &bucket, now)
    });
    let is_lost = fault.is_some_and(|fault| !fault.heard);
    let mut response = match failed {
        // The request never arrives.
        Some(failed) if is_lost => failed.into_response(),
        failed => {
            entry.took_effect = true;
            let response = match body {
                Ok(body) => within_limit(&platform, parts, body, &bucket, next).await,
                Err(error) => error.into_response(),
            };
            entry.is_unexpected = response.extensions().get::<Unexpected>().is_some();
            failed.map_or(response, |failed| failed.into_response())
        }
    };
    response.headers_mut().insert(VIA, PROXY);
    entry.status = response.status().as_u16();
    entry.answer = response
        .extensions_mut()
        .remove()
        .map(|AnswerBody(body)| body);
    entry.took = began.elapsed();
    platform.journal.write(entry);
    platform.world.wake();
    response
}

/// Sends a request to its route, unless its bucket is empty.
async fn within_limit(
    platform: &Platform,
    mut parts: Parts,
    body: Body,
    bucket: &Bucket,
    next: Next,
) -> Response {
    let token = extract::token(&parts.headers);
    let now = platform.world.read(|state| state.now);
    let allowance = platform.limits.count(bucket, token.as_deref(), now);
    let mut response = if allowance.is_exceeded() {
        let mut answer = Answer::rate_limited(allowance.seconds_left(), false);
        let scope = HeaderName::from_static("x-ratelimit-scope");
        answer
            .headers
            .push((scope, HeaderValue::from_static("user")));
        answer.into_response()
    } else {
        parts.extensions.insert(body);
        next.run(Request::from_parts(parts, axum::body::Body::empty()))
            .await
    };
    response.headers_mut().extend(allowance.headers());
    response
}

fn entry(parts: &Parts, body: Option<&Body>, at: Instant) -> RecordedRequest {
    RecordedRequest {
        at,
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().map(str::to_owned),
        body: body.and_then(|body| body.json.clone()),
        is_multipart: body.is_some_and(|body| body.is_multipart),
        files: body.map(Body::file_names).unwrap_or_default(),
        status: 0,
        answer: None,
        took: Duration::ZERO,
        took_effect: false,
        is_unexpected: false,
    }
}

pub(super) async fn no_such_route() -> Response {
    unexpected(ApiError::not_found())
}

pub(super) async fn no_such_method() -> Response {
    unexpected(ApiError::method_not_allowed())
}

fn unexpected(error: ApiError) -> Response {
    let mut response = error.into_response();
    response.extensions_mut().insert(Unexpected);
    response
}
