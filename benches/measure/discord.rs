//! The way through Discord, side by side: how many questions a second a bot answers over the sandbox,
//! how soon, and how much memory it takes. The bots are lodestar's real program and a small one on
//! discord.py over SQLite's FTS5 (`benches/peers/fts5_bot.py`).
//!
//! A bot runs in a process of its own; the sandbox and those who ask are in this one. They share the
//! processors, as the time on them that is shown for both tells.

mod bots;
mod heard;
mod ladder;
mod process;
mod report;
mod stage;
mod times;

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context as _;
use lodestar_engine::golden;
use tempfile::TempDir;

use self::bots::Bot;
use self::report::{InServers, Report};
use self::stage::Stage;
use crate::corpora;

/// Questions a second after which memory is looked at again, and how long.
const BURST: (u32, Duration) = (100, Duration::from_secs(10));

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// In how many servers of 100 members the bots are, one after the other.
    #[arg(long, value_delimiter = ',', default_values_t = [10, 100, 2500], value_name = "N,N")]
    servers: Vec<usize>,
    /// How long questions are asked at each rate.
    #[arg(long, default_value_t = 10, value_name = "SECONDS")]
    seconds: u64,
    /// A Python with what `benches/peers/bot-requirements.txt` names.
    #[arg(long, default_value = "python3", value_name = "PATH")]
    python: PathBuf,
    /// Write what was measured to this file, too.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Print the table as Markdown.
    #[arg(long)]
    markdown: bool,
}

/// Measures both bots and prints a table.
pub(crate) fn measure(arguments: &Arguments) -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let (_, questions) = corpora::shipped();
    let questions = golden::read(&questions)?.into_iter().map(|it| it.question);
    let questions: Vec<String> = questions.collect();
    // As many threads as a machine has that costs little.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let lodestar = Bot::lodestar(folder.path())?;
    let mut reports = vec![runtime.block_on(of(&lodestar, &questions, arguments))?];
    match Bot::discord_py(folder.path(), &arguments.python) {
        Ok(bot) => reports.push(runtime.block_on(of(&bot, &questions, arguments))?),
        Err(missing) => println!(
            "{missing:#}: the bot on discord.py is missing below. To install it: python3 -m venv \
             DIR && DIR/bin/pip install -r benches/peers/bot-requirements.txt, then --python \
             DIR/bin/python"
        ),
    }
    report::print(&reports, arguments.markdown);
    if let Some(file) = &arguments.json {
        let json = serde_json::to_string_pretty(&reports)?;
        fs::write(file, json).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

async fn of(bot: &Bot, questions: &[String], arguments: &Arguments) -> anyhow::Result<Report> {
    let mut memory = Vec::new();
    for &servers in &arguments.servers {
        progress(bot, &format!("in {servers} servers"));
        let mut stage = Stage::open(bot, servers, questions).await?;
        let starting = stage.bot.time();
        let idle = stage.bot.memory();
        let burst = stage.ask(BURST.0, BURST.1).await?;
        stage.bot.comes_to_rest().await;
        memory.push(InServers {
            servers,
            starting_ms: starting.map(|it| it.as_secs_f64() * 1e3),
            idle,
            asked: burst.asked,
            lost: burst.lost(),
            after: stage.bot.memory(),
        });
    }
    let servers = arguments.servers.first().copied().unwrap_or(1);
    let rates = ladder::climb(
        bot,
        servers,
        questions,
        Duration::from_secs(arguments.seconds),
    );
    Ok(Report {
        bot: bot.name,
        memory,
        rates: rates.await?,
    })
}

/// Tells what is being done; it takes minutes.
#[expect(
    clippy::print_stderr,
    reason = "the table alone goes to standard output"
)]
fn progress(bot: &Bot, what: &str) {
    eprintln!("{}: {what}", bot.name);
}
