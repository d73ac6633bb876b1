//! The bots that are measured: lodestar's real program, and a bot on discord.py over SQLite's FTS5.
//! Both answer from the shipped articles, cut into the same passages; each builds its index in a
//! process of its own, before it is measured.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use anyhow::{Context as _, ensure};
use discord_sandbox::Sandbox;
use lodestar_engine::corpus::Corpus;
use lodestar_engine::passage;
use serde_json::json;

use super::process::Process;
use crate::corpora;

const MAX_FILE_BYTES: u64 = 8 << 20;
/// What is measured is how fast questions are answered, not how many are let in.
const LIFTED: [(&str, &str); 4] = [
    ("LODESTAR_COOLDOWN_PERSON_QUESTIONS", "0"),
    ("LODESTAR_COOLDOWN_CHANNEL_QUESTIONS", "0"),
    ("LODESTAR_COOLDOWN_SERVER_QUESTIONS", "0"),
    ("LODESTAR_ASK_QUEUE", "100000"),
];

/// A bot that is ready to be started.
#[derive(Debug)]
pub(super) struct Bot {
    pub(super) name: &'static str,
    kind: Kind,
    /// Where its index is.
    folder: PathBuf,
}

#[derive(Debug)]
enum Kind {
    Lodestar,
    DiscordPy { python: PathBuf },
}

impl Bot {
    /// Builds lodestar's index.
    pub(super) fn lodestar(folder: &Path) -> anyhow::Result<Self> {
        let bot = Self {
            name: "lodestar",
            kind: Kind::Lodestar,
            folder: folder.join("lodestar"),
        };
        fs::create_dir_all(&bot.folder)?;
        let mut index = bot.lodestars("index");
        let indexed = index.stdout(io::stderr()).status();
        ensure!(indexed?.success(), "lodestar does not index");
        Ok(bot)
    }

    /// Builds the index of the bot on discord.py, with a Python that has that library.
    ///
    /// # Errors
    /// When that Python is not there or lacks the library.
    pub(super) fn discord_py(folder: &Path, python: &Path) -> anyhow::Result<Self> {
        let folder = folder.join("discord_py");
        fs::create_dir_all(&folder)?;
        write_passages(&folder.join("passages.jsonl"))?;
        let bot = Self {
            name: "discord.py, FTS5",
            kind: Kind::DiscordPy {
                python: python.to_owned(),
            },
            folder,
        };
        let indexed = bot.pythons(python, "index").status();
        let indexed = indexed.with_context(|| format!("cannot run {}", python.display()))?;
        ensure!(
            indexed.success(),
            "{} does not run the bot; does it have discord.py?",
            python.display()
        );
        Ok(bot)
    }

    /// Runs it in a sandbox.
    pub(super) fn start(&self, sandbox: &Sandbox) -> anyhow::Result<Process> {
        let mut command = match &self.kind {
            Kind::Lodestar => self.lodestars("run"),
            Kind::DiscordPy { python } => self.pythons(python, "run"),
        };
        command
            .env("DISCORD_TOKEN", sandbox.token())
            .env("LODESTAR_DISCORD_API_URL", sandbox.url());
        Process::start(&mut command, &self.folder.join("said.txt"))
    }

    fn lodestars(&self, command: &str) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_lodestar"));
        program
            .arg(command)
            .current_dir(&self.folder)
            .env("LODESTAR_CORPUS_DIR", corpora::shipped().0)
            .env("LODESTAR_INDEX_DIR", self.folder.join("index"))
            .env("LODESTAR_STORE_PATH", self.folder.join("lodestar.db"))
            .env("LODESTAR_LOG_LEVEL", "warn")
            .envs(LIFTED);
        program
    }

    fn pythons(&self, python: &Path, command: &str) -> Command {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/fts5_bot.py");
        let mut program = Command::new(python);
        program
            .arg(script)
            .arg(command)
            .current_dir(&self.folder)
            .args(["passages.jsonl", "passages.db"]);
        program
    }
}

/// The passages of the shipped articles, a line each.
fn write_passages(file: &Path) -> anyhow::Result<()> {
    let (corpus, _) = corpora::shipped();
    let (articles, _) = Corpus::new(&corpus, MAX_FILE_BYTES).read_all()?;
    let mut file = io::BufWriter::new(fs::File::create(file)?);
    for article in &articles {
        let source = &article.source;
        for passage in passage::passages(article) {
            let line = json!({
                "title": source.title,
                "url": source.url,
                "path": source.path,
                "headings": passage.headings.join(" › "),
                "text": passage.text,
            });
            writeln!(file, "{line}")?;
        }
    }
    Ok(file.flush()?)
}
