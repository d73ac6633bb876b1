//! What is said between this program and a peer, which is a process of its own: see
//! `benches/peers/README.md`. Two steps, `index` and `ask`, a task to read and a place to write.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// In the task's folder.
pub(super) const SETTINGS: &str = "task.json";
pub(super) const PASSAGES: &str = "passages.jsonl";
pub(super) const QUESTIONS: &str = "questions.jsonl";
pub(super) const WARM_UP: &str = "warm_up.jsonl";
/// In the peer's place: all that it needs to answer, and nothing else.
pub(super) const INDEX: &str = "index";
/// In the peer's place: an [`Asked`] a line, in the order of the questions.
pub(super) const ASKED: &str = "asked.jsonl";

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Step {
    Index,
    Ask,
}

impl Step {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Index => "index",
            Self::Ask => "ask",
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Settings {
    /// What most passages are written in, as an ISO 639-1 code.
    pub(super) language: String,
    /// Passages to find for a question.
    pub(super) depth: usize,
    /// Seconds after which warming up ends, if its questions last so long.
    pub(super) warm_up_s: f64,
    /// The folder that the passages were read from.
    pub(super) articles: PathBuf,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Passage {
    /// See [`id`].
    pub(super) id: String,
    pub(super) title: String,
    /// Outermost first.
    pub(super) headings: Vec<String>,
    pub(super) text: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Question {
    pub(super) question: String,
}

/// What a peer says on standard output once it has indexed.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Indexed {
    /// Its name and version, for people.
    pub(super) version: String,
    /// From the first passage read to the index written.
    pub(super) seconds: f64,
}

/// How a peer answered a question.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Asked {
    /// From the question to the found passages' text at hand.
    pub(super) ms: f64,
    /// Of the passages, best first.
    pub(super) ids: Vec<String>,
    /// The more, the surer that the first one answers; comparable between questions.
    pub(super) sure: Option<f64>,
}

/// Names a passage: its article, and its place in it.
pub(super) fn id(article: &str, position: u32) -> String {
    format!("{article}#{position}")
}

pub(super) fn settings(task: &Path) -> anyhow::Result<Settings> {
    let path = task.join(SETTINGS);
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("cannot use {}", path.display()))
}

/// The objects of a file, one a line.
pub(super) fn lines<T: DeserializeOwned>(
    path: &Path,
) -> anyhow::Result<impl Iterator<Item = anyhow::Result<T>> + use<T>> {
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let lines = BufReader::new(file).lines();
    Ok(lines.map(|line| Ok(serde_json::from_str(&line?)?)))
}
