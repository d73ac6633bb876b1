//! A question set: articles, questions, and what a right passage must hold.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::golden::{self, Probe};

/// Articles, and the questions put to them.
#[derive(Debug, Clone)]
pub struct Set {
    /// What it is called in reports.
    pub name: String,
    /// The folder of articles.
    pub corpus: PathBuf,
    pub probes: Vec<Probe>,
}

impl Set {
    /// Reads a folder with `articles/` and `questions.jsonl`.
    ///
    /// # Errors
    /// When it is none.
    pub fn open(dir: &Path) -> anyhow::Result<Self> {
        let mut set = Self::of(&dir.join("articles"), &dir.join("questions.jsonl"))?;
        set.name = name_of(dir);
        Ok(set)
    }

    /// A folder of articles, and a file of questions on them.
    ///
    /// # Errors
    /// When the folder is none, or the file cannot be read.
    pub fn of(corpus: &Path, questions: &Path) -> anyhow::Result<Self> {
        let text = fs::read_to_string(questions)
            .with_context(|| format!("cannot read {}", questions.display()))?;
        Self::parse(corpus, &name_of(questions), &text)
            .with_context(|| format!("cannot use {}", questions.display()))
    }

    /// Questions given as the text of a `questions.jsonl`.
    ///
    /// # Errors
    /// When the folder is none, a line is not what it should be, or there is none.
    pub fn parse(corpus: &Path, name: &str, text: &str) -> anyhow::Result<Self> {
        if !corpus.is_dir() {
            bail!("{} is not a folder of articles", corpus.display());
        }
        let probes = golden::parse(name, text)?;
        if probes.is_empty() {
            bail!("{name} holds no questions");
        }
        Ok(Self {
            name: name.to_owned(),
            corpus: corpus.to_owned(),
            probes,
        })
    }
}

fn name_of(path: &Path) -> String {
    let full = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    full.file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_needs_articles_and_questions() {
        assert!(Set::parse(Path::new("src"), "questions", "\n").is_err());
        assert!(Set::parse(Path::new("Cargo.toml"), "questions", "{}").is_err());
    }
}
