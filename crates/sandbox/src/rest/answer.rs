//! What a request is answered with, before it is HTTP.

use axum::Json;
use axum::http::header::{RETRY_AFTER, VIA};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use crate::error::ApiError;

/// The proxy that Discord's answers come through. A rate limit without one reads as a ban of the
/// whole machine to libraries that know Discord well.
const PROXY: HeaderValue = HeaderValue::from_static("1.1 google");

#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) body: Option<Value>,
}

impl Answer {
    pub(crate) fn new(status: StatusCode, body: Option<Value>) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body,
        }
    }

    pub(crate) fn ok(body: Value) -> Self {
        Self::new(StatusCode::OK, Some(body))
    }

    pub(crate) fn created(body: Value) -> Self {
        Self::new(StatusCode::CREATED, Some(body))
    }

    pub(crate) fn empty() -> Self {
        Self::new(StatusCode::NO_CONTENT, None)
    }

    pub(crate) fn refusal(error: &ApiError) -> Self {
        let mut answer = Self::new(error.status, Some(error.body()));
        if let Some(seconds) = error.retry_after {
            let value = HeaderValue::from_str(&seconds.ceil().to_string());
            let value = value.unwrap_or(HeaderValue::from_static("1"));
            answer.headers.push((RETRY_AFTER, value));
        }
        answer
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = match self.body {
            Some(body) => (self.status, Json(body)).into_response(),
            None => self.status.into_response(),
        };
        response.headers_mut().insert(VIA, PROXY);
        for (name, value) in self.headers {
            response.headers_mut().append(name, value);
        }
        response
    }
}
