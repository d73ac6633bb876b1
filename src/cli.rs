//! The command line: parses arguments, builds the [`App`], prints, and turns outcomes into exit
//! codes.
//!
//! Each subcommand has a file. `terminal` and `progress` produce what people read; nothing here
//! knows the types of serenity or tantivy.

mod ask;
#[cfg(feature = "sandbox")]
mod browser;
mod chat;
mod check;
mod eval;
#[cfg(feature = "sandbox")]
mod examples;
mod explain;
mod index;
mod progress;
mod release;
mod review;
mod run;
mod signals;
mod status;
mod terminal;
mod train;

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use serde::Serialize;

use crate::app::App;
use crate::config::Config;
use crate::telemetry;

/// Answers questions from a folder of articles, in Discord and on the command line.
///
/// Without a subcommand it runs the bot: on Discord when DISCORD_TOKEN is set, else on a local
/// stand-in for Discord that a browser opens.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
struct Arguments {
    /// Configuration file; config.toml in the working directory is read if it is there.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the bot (the default).
    Run(run::Arguments),
    /// Answer a question. Exit code: 0 answered, 1 not covered by the articles, 2 error.
    Ask(ask::Arguments),
    /// Tell why a question is answered as it is, and why an article did not answer it.
    Explain(explain::Arguments),
    /// Ask one question after another; follow-ups such as "And in China?" work.
    Chat,
    /// Bring the index up to date with the articles and publish it.
    Index(index::Arguments),
    /// Make an earlier generation of the index answer again.
    Rollback(release::RollbackArguments),
    /// Show what became of the index, when and by whom.
    History(release::HistoryArguments),
    /// Show the state of the index.
    Status(status::Arguments),
    /// Check configuration, articles, index and, with a token, the bot's account.
    Check(check::Arguments),
    /// Measure answers on a question set.
    Eval(eval::Arguments),
    /// Fit the ranking's weights to question sets.
    Train(train::Arguments),
}

/// How a command ended, for the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done,
    /// The articles do not cover the question.
    NotCovered,
    /// The command has already reported the failure; the exit code repeats it.
    Failed,
}

/// Runs the program with the arguments and the environment of the process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::NotCovered) => ExitCode::from(1),
        Ok(Outcome::Failed) => ExitCode::from(2),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // If standard error is closed, there is nowhere left to report the error.
            let _ = writeln!(io::stderr(), "error: {}", told(&error));
            ExitCode::from(2)
        }
    }
}

fn run(arguments: Arguments) -> anyhow::Result<Outcome> {
    let config = Config::load(arguments.config.as_deref(), environment())?;
    telemetry::start(&config.log);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("cannot start the runtime")?;
    let outcome = runtime.block_on(async {
        let command = arguments.command;
        match command.unwrap_or_else(|| Command::Run(run::Arguments::default())) {
            Command::Run(arguments) => run::run(&config, &arguments).await,
            Command::Ask(arguments) => ask::run(&config, &arguments).await,
            Command::Explain(arguments) => explain::run(&config, &arguments).await,
            Command::Chat => chat::run(&config).await,
            Command::Index(arguments) => index::run(&config, &arguments).await,
            Command::Rollback(arguments) => release::rollback(&config, &arguments).await,
            Command::History(arguments) => release::history(&config, &arguments),
            Command::Status(arguments) => status::run(&config, &arguments).await,
            Command::Check(arguments) => check::run(&config, &arguments).await,
            Command::Eval(arguments) => eval::run(&config, &arguments),
            Command::Train(arguments) => train::run(&config, &arguments),
        }
    });
    // Blocking work that still runs is for questions that nobody is waiting for any more.
    runtime.shutdown_background();
    outcome
}

/// Values that are not UTF-8 are converted lossily rather than dropped, so that an unreadable
/// folder name leads to a missing folder and not to a different one.
fn environment() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os().filter_map(|(name, value)| {
        let value = value.to_string_lossy().into_owned();
        Some((name.into_string().ok()?, value))
    })
}

/// An error with its causes, without repetitions.
fn told(error: &anyhow::Error) -> String {
    let mut text = String::new();
    for cause in error.chain().map(ToString::to_string) {
        if text.is_empty() {
            text = cause;
        } else if !text.ends_with(&cause) {
            text.push_str(": ");
            text.push_str(&cause);
        }
    }
    text
}

/// Whether the reader of the output has closed it (`lodestar ask … | head -1`).
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Prints one JSON document for programs.
fn print_json(value: &impl Serialize) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    serde_json::to_writer_pretty(&mut stdout, value)?;
    writeln!(stdout)
}

/// Opens the program's state, including the changes that admins made in Discord.
async fn open(config: &Config) -> anyhow::Result<App> {
    let app = App::open(config)?;
    let store = config.store.path.as_deref();
    // Without a store there are no changes, and reading must not create one.
    if store.is_some_and(|path| path.try_exists().unwrap_or_default())
        && let Err(error) = app.load_tuning().await
    {
        tracing::warn!(%error, "what admins changed in Discord does not hold here");
    }
    Ok(app)
}

/// Like [`open`], but indexes first if nothing is indexed yet.
async fn ready(config: &Config) -> anyhow::Result<App> {
    let app = open(config).await?;
    if app.status()?.live.is_none() {
        let report = progress::reindex(&app).await?;
        let mut stderr = io::stderr();
        for skipped in &report.skipped {
            let path = terminal::printable(&skipped.path);
            writeln!(
                stderr,
                "skipped {path}: {}",
                terminal::printable(&skipped.reason)
            )?;
        }
    }
    Ok(app)
}
