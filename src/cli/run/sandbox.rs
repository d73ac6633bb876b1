//! The bot on the local stand-in for Discord, and the page that shows it.

use std::io;
use std::net::Ipv4Addr;
use std::path::PathBuf;

use anyhow::Context as _;
use discord_sandbox::Sandbox;
use secrecy::SecretString;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::super::terminal::printable;
use super::super::{browser, examples};
use super::{TOKEN_VARIABLE, discord_settings, say};
use crate::app::App;
use crate::config::Config;
use crate::discord;

/// The default port of the stand-in, as in `config.toml`.
const USUAL_PORT: u16 = 8787;

/// How many ports after the usual one are tried if it is taken.
const TRIED: u16 = 50;

#[derive(Debug, Default, clap::Args)]
#[group(id = "sandbox")]
pub(super) struct Arguments {
    /// Without a token: the port on 127.0.0.1 of the page to open in a browser; 0 picks one.
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Without a token: open the page in the browser.
    #[arg(long)]
    open: bool,
    /// Without a token: keep servers, messages and everything else in this file from one run to the
    /// next; otherwise they are forgotten at the end.
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
}

/// Runs the bot on the stand-in until it is asked to stop.
pub(super) async fn run(
    config: &Config,
    arguments: &Arguments,
    app: &App,
    shutdown: CancellationToken,
) -> anyhow::Result<()> {
    let listener = listen(arguments.port, config.sandbox.port).await?;
    let sandbox = match &arguments.state {
        Some(file) => Sandbox::resume(listener, file)
            .await
            .with_context(|| format!("{} cannot be used as the state", file.display()))?,
        None => Sandbox::start(listener)
            .await
            .context("the sandbox cannot start")?,
    };
    let url = sandbox.url();
    let questions = examples::questions(config);
    sandbox.name_bot(env!("CARGO_PKG_NAME"));
    sandbox.suggest(questions.clone());
    say(&welcome(&url, &questions))?;
    if arguments.open {
        let link = url.clone();
        browser::open(&url, move |why| {
            // If standard error is closed, there is nobody left to tell.
            say(&format!(
                "no browser can be opened ({why}); open {link} yourself"
            ))
            .ok();
        });
    }
    let mut settings = discord_settings(config, SecretString::from(sandbox.token()));
    settings.discord.api_url = Some(url);
    let served = discord::serve(app.clone(), settings, shutdown).await;
    sandbox.stop().await;
    Ok(served?)
}

/// Listens on the wanted port. If only the usual one is wanted, the next free port will do.
async fn listen(wanted: Option<u16>, configured: u16) -> anyhow::Result<TcpListener> {
    let is_usual = wanted.is_none() && configured == USUAL_PORT;
    let first = wanted.unwrap_or(configured);
    let last = if is_usual {
        first.saturating_add(TRIED)
    } else {
        first
    };
    let mut refusal = None;
    for port in first..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            Ok(listener) => return Ok(listener),
            Err(error) => refusal = refusal.or(Some(error)),
        }
    }
    let refusal = refusal.unwrap_or_else(|| io::ErrorKind::AddrInUse.into());
    Err(refusal).with_context(|| {
        format!(
            "port {first} of 127.0.0.1 cannot be used; set sandbox.port, or --port, to a free one, \
             or to 0 for any"
        )
    })
}

fn welcome(url: &str, questions: &[String]) -> String {
    let mut text = format!(
        "open {url}\n\
         {TOKEN_VARIABLE} is not set, so the bot runs on a local stand-in for Discord; that page \
         shows it.\n"
    );
    if !questions.is_empty() {
        text.push_str("Ask it there, for example:\n");
    }
    for question in questions {
        text.push_str(&format!("  {}\n", printable(question)));
    }
    text.push_str("Ctrl-C stops");
    text
}
