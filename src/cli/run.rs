//! `lodestar run`: the bot, on Discord or, if it is built in, on the local stand-in for it.

#[cfg(feature = "sandbox")]
mod sandbox;

use std::io::{self, Write as _};

use anyhow::Context as _;
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::discord;

use super::signals::Signals;
use super::{Outcome, ready};

/// The environment variable with the bot's token, which is read from nowhere else.
pub(super) const TOKEN_VARIABLE: &str = "DISCORD_TOKEN";

#[derive(Debug, Default, clap::Args)]
pub(super) struct Arguments {
    #[cfg(feature = "sandbox")]
    #[command(flatten)]
    sandbox: sandbox::Arguments,
}

pub(super) async fn run(
    config: &Config,
    #[cfg_attr(
        not(feature = "sandbox"),
        expect(unused_variables, reason = "there are none")
    )]
    arguments: &Arguments,
) -> anyhow::Result<Outcome> {
    let token = token_or_sandbox()?;
    let app = ready(config).await?;
    let shutdown = CancellationToken::new();
    // Listen before anything tells people how to stop the bot.
    let signals = Signals::listen().context("signals cannot be received")?;
    let signals = tokio::spawn(signals.cancel(shutdown.clone()));
    match token {
        Some(token) => {
            say(&format!("connecting to {}; Ctrl-C stops", place(config)))?;
            discord::serve(app.clone(), discord_settings(config, token), shutdown).await?;
        }
        #[cfg(feature = "sandbox")]
        None => sandbox::run(config, &arguments.sandbox, &app, shutdown).await?,
        #[cfg(not(feature = "sandbox"))]
        None => {}
    }
    signals.abort();
    app.stop(config.discord.stop_timeout).await;
    say("stopped")?;
    Ok(Outcome::Done)
}

/// The token; `None` if it is missing and the bot can run on the stand-in instead.
fn token_or_sandbox() -> anyhow::Result<Option<SecretString>> {
    let token = token();
    anyhow::ensure!(
        token.is_some() || cfg!(feature = "sandbox"),
        "{TOKEN_VARIABLE} is not set, and this program is built without the local stand-in for \
         Discord; set it, or build with the feature \"sandbox\""
    );
    Ok(token)
}

/// The token in the environment, if there is one.
pub(super) fn token() -> Option<SecretString> {
    std::env::var(TOKEN_VARIABLE).ok().map(SecretString::from)
}

pub(super) fn discord_settings(config: &Config, token: SecretString) -> discord::Settings {
    discord::Settings {
        token,
        discord: config.discord.clone(),
        cooldown: config.cooldown,
        mark_days: config.release.mark_days,
    }
}

fn place(config: &Config) -> &str {
    config.discord.api_url.as_deref().unwrap_or("Discord")
}

fn say(text: &str) -> io::Result<()> {
    writeln!(io::stderr(), "{text}")
}
