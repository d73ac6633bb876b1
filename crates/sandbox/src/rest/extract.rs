//! What handlers take from a request: the bot that sends it, the ids in its path, its query and its
//! form. Each is refused as Discord refuses it, in the order in which a handler names them.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;

use super::body::Body;
use super::query::Query;
use crate::error::ApiError;
use crate::snowflake::Snowflake;
use crate::world::World;

/// The bot that sends a request; 401 without a known token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bot {
    pub(super) application: Snowflake,
    pub(super) user: Snowflake,
}

/// The ids in a path, in order: the parameters whose names end in `_id`. 50035 for one that is not
/// a snowflake.
pub(super) struct Ids<const N: usize>(pub(super) [Snowflake; N]);

/// The other parameters of a path, in order: tokens, emoji, and what may be an id or `@me`.
pub(super) struct Words<const N: usize>(pub(super) [String; N]);

/// A body that has been checked and read.
pub(super) struct Form<T>(pub(super) T);

/// What a body can be read as.
pub(super) trait FromBody: Sized {
    /// # Errors
    /// 50035 with what is wrong where, or the code that Discord has for it.
    fn from_body(body: &Body) -> Result<Self, ApiError>;
}

impl FromRequestParts<Arc<World>> for Bot {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, world: &Arc<World>) -> Result<Self, ApiError> {
        let token = token(&parts.headers).ok_or_else(ApiError::unauthorized)?;
        world.read(|state| {
            let application = state
                .application_of(&token)
                .ok_or_else(ApiError::unauthorized)?;
            Ok(Self {
                application: application.id,
                user: application.bot,
            })
        })
    }
}

impl<S: Send + Sync, const N: usize> FromRequestParts<S> for Ids<N> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let params = params(parts, state).await?;
        let ids = params
            .iter()
            .filter(|(key, _)| key.ends_with("_id"))
            .map(|(key, value)| id(key, value));
        let ids = ids.collect::<Result<Vec<_>, _>>()?;
        ids.try_into().map(Self).map_err(|_| ApiError::not_found())
    }
}

impl<S: Send + Sync, const N: usize> FromRequestParts<S> for Words<N> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let params = params(parts, state).await?;
        let words = params.iter().filter(|(key, _)| !key.ends_with("_id"));
        let words: Vec<String> = words.map(|(_, value)| value.to_owned()).collect();
        words
            .try_into()
            .map(Self)
            .map_err(|_| ApiError::not_found())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Query {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(parts.uri.query()))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Body {
    type Rejection = Infallible;

    /// The body was read before the request came to its route.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.remove().unwrap_or_default())
    }
}

impl<S: Send + Sync, T: FromBody> FromRequestParts<S> for Form<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let body: Body = parts.extensions.remove().unwrap_or_default();
        T::from_body(&body).map(Self)
    }
}

/// An id in a path.
///
/// # Errors
/// 50035 for anything else.
pub(super) fn id(key: &str, text: &str) -> Result<Snowflake, ApiError> {
    text.parse().map_err(|_| {
        let message = format!("Value \"{text}\" is not snowflake.");
        ApiError::invalid_field(&[key], "NUMBER_TYPE_COERCE", &message)
    })
}

/// The token of a request, without `Bot `.
pub(super) fn token(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("Bot")
        .then(|| token.trim().to_owned())
}

/// The parameters of a path, decoded.
pub(super) async fn params<S: Send + Sync>(
    parts: &mut Parts,
    state: &S,
) -> Result<RawPathParams, ApiError> {
    RawPathParams::from_request_parts(parts, state)
        .await
        .map_err(|_| ApiError::bad_request())
}
