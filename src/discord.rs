//! The Discord adapter: turns slash commands, mentions and direct messages into questions, and
//! answers into messages within Discord's limits.
//!
//! It is the only user of serenity and poise. It knows nothing of the index, files or
//! configuration formats: it calls [`App`] and renders what comes back.

mod admin;
mod api;
mod ask;
mod bot;
mod escape;
mod failure;
mod gateway;
mod jobs;
mod render;
mod state;
mod words;

use std::time::Duration;

use secrecy::SecretString;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::config;
use lodestar_engine::answer::Answer;

pub use api::address::AddressError;
pub use gateway::account::{Account, GuildAccess};
pub use gateway::token::{TokenShapeError, token_shape};

/// How to reach Discord and how to behave there.
#[derive(Debug, Clone)]
pub struct Settings {
    pub token: SecretString,
    /// The origin of a Discord-compatible server on this machine, such as
    /// `http://127.0.0.1:8787`; `None` is Discord itself.
    pub api_url: Option<String>,
    /// Whether to ask for the privileged Message Content intent.
    pub message_content: bool,
    /// How long a question that was not put to the bot is left to people.
    pub unasked_wait: Duration,
    /// Ids of roles whose members may use the commands for admins, as Manage Server may.
    pub admin_roles: Vec<u64>,
    /// When servers that wish are told how their questions went.
    pub digest: config::Digest,
    /// How often questions may be asked.
    pub cooldown: config::Cooldown,
    /// How old a message may be when its answer still follows its edits.
    pub follow_edits: Duration,
    /// The least time between two edits of a progress message.
    pub progress_interval: Duration,
    /// How long running work may take to finish when stopping.
    pub stop_timeout: Duration,
    /// How old answers may be, in days, that are marked when their source changes.
    pub mark_days: u32,
    /// The id of the channel where admins are told what was done by itself.
    pub admin_channel: Option<u64>,
}

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

/// Runs the bot until `shutdown` is cancelled: then it takes no new work, lets running work finish
/// within [`Settings::stop_timeout`], and closes the gateway.
///
/// # Errors
/// When the bot cannot start or is thrown out for good; see [`ServeError`]. Lost connections are
/// resumed and are no error.
pub async fn serve(
    app: App,
    settings: Settings,
    shutdown: CancellationToken,
) -> Result<(), ServeError> {
    gateway::connect::run(app, settings, shutdown).await
}

/// Looks the bot's account up: its name, its servers and what it may not do there.
///
/// # Errors
/// When the token is refused or the API cannot be reached.
pub async fn account(settings: &Settings) -> Result<Account, ServeError> {
    let (rest, _http) = gateway::connect::rest(settings)?;
    gateway::account::look_up(&rest).await
}

/// An answer as the text of the message that shows it, in the language of a locale of Discord's
/// such as `sv-SE`; English where that is not spoken.
#[must_use]
pub fn message_text(answer: &Answer, locale: &str) -> String {
    render::answer(words::Words::of(locale), answer)
}
