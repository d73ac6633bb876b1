//! What a request is answered with, before it is HTTP.

use axum::Json;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::error::ApiError;

/// Status, headers and JSON of a response.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
    pub(super) body: Option<Value>,
}

/// The JSON of a response, which goes with it for the journal.
#[derive(Debug, Clone)]
pub(super) struct AnswerBody(pub(super) Value);

impl Answer {
    pub(super) fn new(status: StatusCode, body: Option<Value>) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body,
        }
    }

    pub(super) fn ok(body: Value) -> Self {
        Self::new(StatusCode::OK, Some(body))
    }

    pub(super) fn created(body: Value) -> Self {
        Self::new(StatusCode::CREATED, Some(body))
    }

    pub(super) fn empty() -> Self {
        Self::new(StatusCode::NO_CONTENT, None)
    }

    pub(super) fn refusal(error: &ApiError) -> Self {
        let mut answer = Self::new(error.status, Some(error.body()));
        if let Some(seconds) = error.retry_after {
            answer.retry_after(seconds);
        }
        answer
    }

    /// One request too many, for a bucket or for the bot as a whole.
    pub(super) fn rate_limited(seconds: f64, global: bool) -> Self {
        let body = json!({
            "message": "You are being rate limited.", "retry_after": seconds, "global": global,
        });
        let mut answer = Self::new(StatusCode::TOO_MANY_REQUESTS, Some(body));
        answer.retry_after(seconds);
        answer
    }

    /// Discord rounds this header up to whole seconds.
    fn retry_after(&mut self, seconds: f64) {
        let value = HeaderValue::from_str(&seconds.ceil().to_string());
        let value = value.unwrap_or(HeaderValue::from_static("1"));
        self.headers.push((RETRY_AFTER, value));
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = match self.body {
            Some(body) => {
                let mut response = (self.status, Json(&body)).into_response();
                response.extensions_mut().insert(AnswerBody(body));
                response
            }
            None => self.status.into_response(),
        };
        response.headers_mut().extend(self.headers);
        response
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        Answer::refusal(&self).into_response()
    }
}
