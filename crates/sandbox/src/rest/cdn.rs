//! Attachments, as Discord's CDN serves them: at signed addresses that expire.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};

use super::query::Query;
use crate::world::World;

/// Serves a path below `/attachments/`.
pub(super) async fn get(
    State(world): State<Arc<World>>,
    Path(path): Path<String>,
    query: Query,
) -> Response {
    let mut parts = path.split('/').skip(1);
    let file = parts
        .next()
        .and_then(|id| id.parse().ok())
        .and_then(|id| {
            let (expires, secret) = (query.get("ex")?, query.get("hm")?);
            world.read(|state| state.file_at(id, expires, secret).cloned())
        })
        .filter(|file| parts.next() == Some(&file.name));
    let Some(file) = file else {
        return (
            StatusCode::NOT_FOUND,
            "This content is no longer available.",
        )
            .into_response();
    };
    let content_type = file.content_type.as_deref();
    let headers = [
        (
            CONTENT_TYPE,
            header(content_type.unwrap_or("application/octet-stream")),
        ),
        // What people upload is never run by a browser that opens it.
        (
            CONTENT_DISPOSITION,
            header(format!("attachment; filename=\"{}\"", file.name)),
        ),
        (
            CONTENT_SECURITY_POLICY,
            header("default-src 'none'; sandbox"),
        ),
    ];
    (headers, file.bytes).into_response()
}

fn header(value: impl AsRef<str>) -> HeaderValue {
    HeaderValue::from_str(value.as_ref()).unwrap_or(HeaderValue::from_static(""))
}
