//! The HTTP clients, built so that the token reaches nobody but Discord or this machine.

use std::sync::Arc;

use secrecy::ExposeSecret as _;
use serenity::all::{Http, HttpBuilder};
use tokio::time::Duration;

use super::address;
use super::rest::Rest;
use crate::discord::error::ServeError;
use crate::discord::settings::Settings;

/// How long a local server may take for one answer.
const ANSWER_TIME: Duration = Duration::from_secs(10);

/// Builds the clients without sending anything: ours, and a second one that serenity wants for
/// itself and only asks for the gateway.
pub(in crate::discord) fn connect(settings: &Settings) -> Result<(Rest, Http), ServeError> {
    let token = settings.token.expose_secret().trim();
    if token.is_empty() || !token.chars().all(|c| c.is_ascii_graphic()) {
        return Err(ServeError::TokenText);
    }
    let Some(api_url) = &settings.discord.api_url else {
        let http = Arc::new(HttpBuilder::new(token).build());
        return Ok((Rest::new(http, None), HttpBuilder::new(token).build()));
    };
    let origin = address::api_origin(api_url).map_err(ServeError::ApiUrl)?;
    // Neither a proxy nor a redirect may carry the token off this machine.
    let direct = reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(ANSWER_TIME)
        .build()
        .map_err(|error| ServeError::Unreachable(error.into()))?;
    let http = || {
        HttpBuilder::new(token)
            .client(direct.clone())
            .proxy(origin.clone())
            .ratelimiter_disabled(true)
            .build()
    };
    Ok((Rest::new(Arc::new(http()), Some(direct.clone())), http()))
}
