//! The one HTTP server: the page, the REST API and the files of messages as routes, and the gateway
//! wherever a bot asks for a WebSocket. It alone knows all of these.

use std::sync::Arc;

use axum::Router;
use axum::extract::{
    DefaultBodyLimit, FromRequestParts as _, Query, Request, State, WebSocketUpgrade,
};
use axum::http::Uri;
use axum::http::header::UPGRADE;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};

use crate::error::ApiError;
use crate::platform::Platform;
use crate::{gateway, page, rest};

/// Where the API stands, with its versions; without one it is the oldest.
const API: [&str; 3] = ["/api/v10", "/api/v9", "/api"];

/// Everything that is served.
pub(crate) fn router(platform: &Arc<Platform>) -> Router {
    let api = rest::router(platform);
    let mut routes = page::router(platform).merge(rest::attachments(platform));
    for prefix in API {
        routes = routes.nest(prefix, api.clone());
    }
    let routes = routes.fallback(|| async { ApiError::not_found() });
    // These layers come before the routes. A body has limits of its own.
    Router::new()
        .fallback_service(routes)
        .layer(from_fn_with_state(Arc::clone(platform), before_routing))
        .layer(DefaultBodyLimit::disable())
}

/// Bots open the gateway at any path, even the page's; only the page's own socket is none of it.
async fn before_routing(
    State(platform): State<Arc<Platform>>,
    mut request: Request,
    next: Next,
) -> Response {
    if request.headers().contains_key(UPGRADE) && request.uri().path() != page::LIVE {
        return open_gateway(&platform, request).await;
    }
    if let Some(uri) = normalised(request.uri()) {
        *request.uri_mut() = uri;
    }
    next.run(request).await
}

async fn open_gateway(platform: &Platform, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let query = Query::try_from_uri(&parts.uri);
    match (
        WebSocketUpgrade::from_request_parts(&mut parts, &()).await,
        query,
    ) {
        (Ok(upgrade), Ok(Query(query))) => {
            let (hub, world) = (Arc::clone(&platform.hub), Arc::clone(&platform.world));
            gateway::serve(hub, world, query, upgrade)
        }
        (Err(refused), _) => refused.into_response(),
        (_, Err(refused)) => refused.into_response(),
    }
}

/// The address of an API request as its routes have it: without empty parts, and `@me` as such for
/// libraries that encode it. `None` when it is so already.
fn normalised(uri: &Uri) -> Option<Uri> {
    let path = uri.path();
    if !path.starts_with("/api/")
        || !(path.contains("%40") || path.contains("//") || path.ends_with('/'))
    {
        return None;
    }
    let parts = path.split('/').filter(|part| !part.is_empty());
    let mut normal: String = parts
        .flat_map(|part| ["/".to_owned(), part.replace("%40", "@")])
        .collect();
    if let Some(query) = uri.query() {
        normal.push('?');
        normal.push_str(query);
    }
    normal.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_routed_however_a_library_writes_it() {
        let normal = |path: &str| normalised(&path.parse().unwrap()).map(|uri| uri.to_string());
        assert_eq!(
            normal("/api/v10/users/%40me?limit=1").as_deref(),
            Some("/api/v10/users/@me?limit=1")
        );
        assert_eq!(
            normal("/api/v10//gateway/").as_deref(),
            Some("/api/v10/gateway")
        );
        assert_eq!(normal("/api/v10/gateway"), None);
        assert_eq!(normal("/page/%40"), None);
    }
}
