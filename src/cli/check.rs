//! `lodestar check`: looks at everything the bot needs and says what to do where something is
//! missing.

use std::io::{self, Write as _};

use anstyle::{AnsiColor, Style};
use secrecy::{ExposeSecret as _, SecretString};

use crate::app::App;
use crate::config::Config;
use crate::discord;

use super::run::{TOKEN_VARIABLE, discord_settings, token};
use super::terminal::{counted, printable};
use super::{Outcome, told};

pub(super) async fn run(config: &Config) -> anyhow::Result<Outcome> {
    let mut list = Checklist { bad: 0 };
    list.good("configuration: read")?;
    match App::open(config) {
        Ok(app) => {
            corpus(&app, config, &mut list)?;
            index(&app, &mut list)?;
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

fn index(app: &App, list: &mut Checklist) -> anyhow::Result<()> {
    match app.status() {
        Ok(status) => match status.live {
            Some(live) => list.good(&format!(
                "index: generation {} with {}",
                live.generation,
                counted(live.passages, "passage")
            )),
            None => list.note(
                "index: nothing is indexed yet; the first question does it, or `lodestar index`",
            ),
        },
        Err(error) => list.bad(&format!("index: {}", told(&error))),
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
    list.note(&format!("invite: {}", account.invite))
}

/// Prints line by line and counts what is wrong.
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

    fn skipped(&self, skipped: &[crate::index::SkippedFile]) -> anyhow::Result<()> {
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
