//! `lodestar check`: checks everything the bot needs and says how to fix what is missing.

use std::io::{self, Write as _};

use anstyle::{AnsiColor, Style};
use secrecy::{ExposeSecret as _, SecretString};

use crate::app::App;
use crate::config::Config;
use crate::discord::{self, Account};
use crate::store::Health;

use super::run::{TOKEN_VARIABLE, discord_settings, token};
use super::terminal::{counted, printable};
use super::{Outcome, review, told};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Also look the articles over: texts that stand twice, numbers that differ, dead links,
    /// headings without text, missing dates.
    #[arg(long)]
    corpus: bool,
}

pub(super) async fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<Outcome> {
    let mut list = Checklist { bad: 0 };
    list.good("configuration: read")?;
    match App::open(config) {
        Ok(app) => {
            corpus(&app, config, &mut list)?;
            if arguments.corpus {
                review(&app, &mut list).await?;
            }
            index(&app, &mut list).await?;
            sources(&app, &mut list)?;
            store(&app, &mut list).await?;
            disk(&app, config, &mut list).await?;
        }
        Err(error) => list.bad(&format!("index: {}", told(&error)))?,
    }
    match token() {
        Some(token) => bot(config, token, &mut list).await?,
        None => list.note(&format!(
            "token: {TOKEN_VARIABLE} is not set, so `lodestar` runs on its local stand-in for Discord"
        ))?,
    }
    Ok(if list.bad == 0 {
        Outcome::Done
    } else {
        Outcome::Failed
    })
}

fn corpus(app: &App, config: &Config, list: &mut Checklist) -> anyhow::Result<()> {
    let dir = config.corpus.dir.display();
    match app.survey() {
        Ok((0, skipped)) => {
            list.bad(&format!(
                "corpus: {dir} holds no articles; put Markdown, HTML or text files there"
            ))?;
            list.skipped(&skipped)
        }
        Ok((articles, skipped)) => {
            list.good(&format!(
                "corpus: {} in {dir}",
                counted(articles, "article")
            ))?;
            list.skipped(&skipped)
        }
        Err(error) => list.bad(&format!("corpus: {}", told(&error))),
    }
}

/// Findings for editors; none of them keeps the bot from working.
async fn review(app: &App, list: &mut Checklist) -> anyhow::Result<()> {
    match app.review().await {
        Ok(findings) if findings.is_empty() => list.good("articles: nothing to look at"),
        Ok(findings) => findings
            .iter()
            .try_for_each(|it| list.note(&format!("articles: {}", printable(&review::told(it))))),
        Err(error) => list.bad(&format!("articles: {}", told(&error))),
    }
}

async fn index(app: &App, list: &mut Checklist) -> anyhow::Result<()> {
    let status = match app.status() {
        Ok(status) => status,
        Err(error) => return list.bad(&format!("index: {}", told(&error))),
    };
    match status.live {
        Some(live) => {
            let state = format!(
                "index: generation {} with {}, built {}",
                live.generation,
                counted(live.passages, "passage"),
                live.published.strftime("%Y-%m-%d %H:%M UTC")
            );
            // If the articles cannot be read, the corpus check reports it.
            if app.is_outdated().await.unwrap_or(false) {
                list.bad(&format!(
                    "{state}, and the articles have changed since; run `lodestar index`"
                ))?;
            } else {
                list.good(&state)?;
            }
        }
        None => list.note(
            "index: nothing is indexed yet; the first question does it, or `lodestar index`",
        )?,
    }
    match status.last_failure {
        Some(reason) => list.bad(&format!(
            "index: the last run failed: {}; remove the cause, then run `lodestar index`",
            printable(&reason)
        )),
        None => Ok(()),
    }
}

fn sources(app: &App, list: &mut Checklist) -> anyhow::Result<()> {
    for source in app.sources() {
        let name = printable(&source.name);
        match (source.failure, source.looked_at) {
            (Some(reason), _) => list.bad(&format!("source {name}: {}", printable(&reason)))?,
            (None, Some(at)) => list.good(&format!(
                "source {name}: {}, looked at {}",
                counted(source.articles, "article"),
                at.strftime("%Y-%m-%d %H:%M UTC")
            ))?,
            (None, None) => list.note(&format!("source {name}: `lodestar run` will look at it"))?,
        }
    }
    Ok(())
}

async fn store(app: &App, list: &mut Checklist) -> anyhow::Result<()> {
    match app.store_health().await {
        Health::Working => list.good("store: can be read and written"),
        Health::Failing { reason, .. } => list.bad(&format!("store: {}", printable(&reason))),
    }
}

async fn disk(app: &App, config: &Config, list: &mut Checklist) -> anyhow::Result<()> {
    const MIB: u64 = 1 << 20;
    match app.disk().await {
        Ok(disk) if disk.is_enough => {
            list.good(&format!("disk: {} MiB free", disk.free_bytes / MIB))
        }
        Ok(disk) => list.bad(&format!(
            "disk: only {} MiB free; make room, or move index.dir ({}) and store.path to a larger disk",
            disk.free_bytes / MIB,
            config.index.dir.display()
        )),
        Err(error) => list.bad(&format!("disk: {}", told(&error))),
    }
}

async fn bot(config: &Config, token: SecretString, list: &mut Checklist) -> anyhow::Result<()> {
    if token.expose_secret().trim().is_empty() {
        return list.bad(&format!(
            "token: {TOKEN_VARIABLE} is set but empty; set it to the bot's token"
        ));
    }
    match discord::token_shape(&token) {
        Ok(id) => list.good(&format!("token: has the shape of one, for account {id}"))?,
        Err(error) => return list.bad(&format!("token: {error:#}")),
    }
    let account = match discord::account(&discord_settings(config, token)).await {
        Ok(account) => account,
        Err(error) => return list.bad(&format!("account: {:#}", anyhow::Error::from(error))),
    };
    list.good(&format!(
        "account: {} ({})",
        printable(&account.name),
        account.id
    ))?;
    if account.guilds.is_empty() {
        list.note("servers: none yet; open the invite link below")?;
    }
    for guild in &account.guilds {
        let name = printable(&guild.name);
        if guild.missing.is_empty() {
            list.good(&format!("server {name}: all permissions"))?;
        } else {
            list.bad(&format!(
                "server {name}: lacks {}; grant that to the bot's role in the server's settings",
                guild.missing.join(", ")
            ))?;
        }
    }
    permissions_to_work(config, &account, list)?;
    list.note(&format!("invite to a server: {}", account.invite))?;
    list.note(&format!("install for yourself: {}", account.install))
}

/// Checks the bot's registration, what it may hear, and whether its clock agrees with Discord's.
fn permissions_to_work(
    config: &Config,
    account: &Account,
    list: &mut Checklist,
) -> anyhow::Result<()> {
    if account.missing_commands.is_empty() {
        list.good("commands: registered")?;
    } else {
        let missing = account.missing_commands.join(", ");
        list.note(&format!(
            "commands: not registered: {missing}; `lodestar run` does it"
        ))?;
    }
    match (config.discord.message_content, account.message_content) {
        (false, _) => list.good("intents: none that needs to be turned on")?,
        (true, Some(true)) => list.good("intents: Message Content is turned on")?,
        (true, Some(false)) => list.bad(
            "intents: discord.message_content is true, but the Message Content intent is off; turn \
             it on under Privileged Gateway Intents on the Bot page of the application at \
             https://discord.com/developers/applications",
        )?,
        (true, None) => list.note(
            "intents: whether the Message Content intent is turned on is not told; see the Bot \
             page of the application at https://discord.com/developers/applications",
        )?,
    }
    match account.clock_off {
        None => list.good("clock: right"),
        Some(off) => list.bad(&format!(
            "clock: this machine is {} s {}; turn on time synchronisation (NTP)",
            off.abs().as_secs(),
            if off.is_negative() { "behind" } else { "ahead" }
        )),
    }
}

/// Prints line by line and counts the problems.
struct Checklist {
    bad: usize,
}

impl Checklist {
    fn good(&self, text: &str) -> anyhow::Result<()> {
        line(AnsiColor::Green, "ok  ", text)
    }

    fn note(&self, text: &str) -> anyhow::Result<()> {
        line(AnsiColor::Cyan, "note", text)
    }

    fn bad(&mut self, text: &str) -> anyhow::Result<()> {
        self.bad += 1;
        line(AnsiColor::Red, "BAD ", text)
    }

    fn skipped(&self, skipped: &[lodestar_engine::index::SkippedFile]) -> anyhow::Result<()> {
        skipped.iter().try_for_each(|file| {
            self.note(&format!(
                "skipped {}: {}",
                printable(&file.path),
                printable(&file.reason)
            ))
        })
    }
}

fn line(colour: AnsiColor, mark: &str, text: &str) -> anyhow::Result<()> {
    let style = Style::new().bold().fg_color(Some(colour.into()));
    let mut stdout = anstream::AutoStream::auto(io::stdout());
    Ok(writeln!(stdout, "{style}{mark}{style:#} {text}")?)
}
