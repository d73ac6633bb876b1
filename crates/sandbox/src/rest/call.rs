//! One request on its way to its function: who sends it, and what it says.

use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, Method};
use serde_json::Value;

use super::body::Body;
use super::query::{Query, decoded};
use crate::error::ApiError;
use crate::snowflake::Snowflake;
use crate::world::World;

/// A request that has been read.
pub(crate) struct Call<'a> {
    pub(crate) world: &'a World,
    pub(crate) method: &'a Method,
    pub(crate) query: Query,
    /// Of the `Authorization` header, without `Bot `.
    pub(crate) token: Option<String>,
    pub(crate) body: Body,
}

/// A bot that sends requests.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bot {
    pub(crate) application: Snowflake,
    pub(crate) user: Snowflake,
}

impl Call<'_> {
    /// The bot that sends it.
    ///
    /// # Errors
    /// 401 without a token that is known.
    pub(crate) fn bot(&self) -> Result<Bot, ApiError> {
        let token = self.token.as_deref().ok_or_else(ApiError::unauthorized)?;
        self.world.read(|state| {
            let application = state
                .application_of(token)
                .ok_or_else(ApiError::unauthorized)?;
            Ok(Bot {
                application: application.id,
                user: application.bot,
            })
        })
    }

    /// The body's JSON; an empty object when there is none.
    pub(crate) fn json(&self) -> Value {
        self.body.value()
    }

    pub(crate) fn is(&self, method: &Method) -> bool {
        self.method == method
    }
}

/// A path in its parts, decoded.
pub(crate) struct Segments(Vec<String>);

impl Segments {
    pub(crate) fn of(route: &str) -> Self {
        let parts = route.split('/').filter(|part| !part.is_empty());
        Self(parts.map(decoded).collect())
    }

    pub(crate) fn as_slice(&self) -> Vec<&str> {
        self.0.iter().map(String::as_str).collect()
    }
}

/// An id in a path.
///
/// # Errors
/// 50035 for what is no id.
pub(crate) fn id(key: &str, text: &str) -> Result<Snowflake, ApiError> {
    text.parse().map_err(|_| {
        let message = format!("Value \"{text}\" is not snowflake.");
        ApiError::invalid_field(&[key], "NUMBER_TYPE_COERCE", &message)
    })
}

/// The token of a request, without `Bot `.
pub(crate) fn token(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("Bot")
        .then(|| token.trim().to_owned())
}
