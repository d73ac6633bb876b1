//! `lodestar run`: the bot, on Discord or on the local stand-in for it.

use std::io::{self, Write as _};
use std::net::Ipv4Addr;

use anyhow::Context as _;
use secrecy::SecretString;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::config::Config;
use crate::discord;
use crate::sandbox::Sandbox;

use super::{Outcome, ready};

/// Holds the bot's token; it is read from nowhere else.
pub(super) const TOKEN_VARIABLE: &str = "DISCORD_TOKEN";

pub(super) async fn run(config: &Config) -> anyhow::Result<Outcome> {
    let app = ready(config).await?;
    let shutdown = CancellationToken::new();
    let signals = tokio::spawn(cancel_on_signal(shutdown.clone()));
    match token() {
        Some(token) => {
            say(&format!("connecting to {}; Ctrl-C stops", place(config)))?;
            discord::serve(app.clone(), discord_settings(config, token), shutdown).await?;
        }
        None => on_sandbox(config, &app, shutdown).await?,
    }
    signals.abort();
    app.stop(config.discord.stop_timeout).await;
    say("stopped")?;
    Ok(Outcome::Done)
}

async fn on_sandbox(config: &Config, app: &App, shutdown: CancellationToken) -> anyhow::Result<()> {
    let port = config.sandbox.port;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.with_context(|| {
        format!(
            "port {port} of 127.0.0.1 cannot be used; set sandbox.port to a free one, or to 0 for any"
        )
    })?;
    let sandbox = Sandbox::start(listener)
        .await
        .context("the sandbox cannot start")?;
    let url = sandbox.url();
    say(&format!(
        "{TOKEN_VARIABLE} is not set, so the bot runs on a local stand-in for Discord at {url}.\n\
         Ask on the command line with `lodestar ask` or `lodestar chat`; with a token in \
         {TOKEN_VARIABLE} the same bot runs on Discord. Ctrl-C stops."
    ))?;
    let mut settings = discord_settings(config, SecretString::from(sandbox.token()));
    settings.api_url = Some(url);
    let served = discord::serve(app.clone(), settings, shutdown).await;
    sandbox.stop().await;
    Ok(served?)
}

/// The token in the environment, if there is one.
pub(super) fn token() -> Option<SecretString> {
    std::env::var(TOKEN_VARIABLE).ok().map(SecretString::from)
}

pub(super) fn discord_settings(config: &Config, token: SecretString) -> discord::Settings {
    discord::Settings {
        token,
        api_url: config.discord.api_url.clone(),
        message_content: config.discord.message_content,
        unasked_wait: config.discord.unasked_wait,
        cooldown: config.cooldown,
        follow_edits: config.discord.follow_edits,
        progress_interval: config.discord.progress_interval,
        stop_timeout: config.discord.stop_timeout,
    }
}

fn place(config: &Config) -> &str {
    config.discord.api_url.as_deref().unwrap_or("Discord")
}

fn say(text: &str) -> io::Result<()> {
    writeln!(io::stderr(), "{text}")
}

/// Cancels on the first SIGINT (Ctrl-C) or SIGTERM; a second one ends the process at once, as
/// people expect of a program that takes long to stop.
async fn cancel_on_signal(shutdown: CancellationToken) {
    if let Err(error) = signal().await {
        tracing::error!(%error, "signals cannot be received; only killing the process stops it");
        return;
    }
    tracing::info!("stopping");
    shutdown.cancel();
    if signal().await.is_ok() {
        std::process::exit(130);
    }
}

#[cfg(unix)]
async fn signal() -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
    Ok(())
}

#[cfg(not(unix))]
async fn signal() -> io::Result<()> {
    tokio::signal::ctrl_c().await
}
