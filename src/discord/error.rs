//! Why the bot does not run.

use std::time::Duration;

use anyhow::anyhow;
use serenity::all::GatewayError;

use crate::discord::api::address::AddressError;
use crate::discord::api::codes::UNAUTHORIZED;
use crate::discord::api::error::RestError;

/// Why the bot does not run.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error("discord.api_url cannot be used")]
    ApiUrl(#[source] AddressError),
    #[error(
        "the server at discord.api_url named the gateway {url:?}, which is not used because the \
         token must stay on this machine"
    )]
    Gateway {
        url: String,
        #[source]
        source: AddressError,
    },
    #[error(
        "the token holds characters that no token has; copy it again from the Bot page of the \
         application at https://discord.com/developers/applications"
    )]
    TokenText,
    #[error(
        "the token was refused (401); reset it on the Bot page of the application at \
         https://discord.com/developers/applications and set DISCORD_TOKEN to the new one"
    )]
    BadToken,
    #[error(
        "the gateway refused the Message Content intent (4014), for which discord.message_content = \
         true asks; turn on \"Message Content Intent\" under Privileged Gateway Intents on the Bot page \
         of the application at https://discord.com/developers/applications, or set \
         discord.message_content = false"
    )]
    MessageContentRefused,
    #[error(
        "the gateway refused the intents (4013 or 4014), though none of them is privileged; check \
         on the Bot page of the application that it is not restricted"
    )]
    DisallowedIntents,
    #[error(
        "the bot has started too often today; Discord allows the next start in {0:?}, and starting \
         earlier would reset the token"
    )]
    StartLimit(Duration),
    #[error("the API could not be reached; check the network, and discord.api_url if it is set")]
    Unreachable(#[source] anyhow::Error),
    #[error("the connection to the gateway ended")]
    Disconnected(#[source] anyhow::Error),
}

impl ServeError {
    /// What a failed request means while starting.
    pub(in crate::discord) fn at_start(error: RestError) -> Self {
        match error.status() {
            Some(UNAUTHORIZED) => ServeError::BadToken,
            _ => ServeError::Unreachable(error.into()),
        }
    }

    /// Why the gateway ended the connection for good.
    pub(in crate::discord) fn at_end(error: serenity::Error, message_content: bool) -> Self {
        match error {
            serenity::Error::Gateway(GatewayError::InvalidAuthentication) => ServeError::BadToken,
            serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents) if message_content => {
                ServeError::MessageContentRefused
            }
            serenity::Error::Gateway(
                GatewayError::DisallowedGatewayIntents | GatewayError::InvalidGatewayIntents,
            ) => ServeError::DisallowedIntents,
            error => ServeError::Disconnected(anyhow!(error)),
        }
    }
}
