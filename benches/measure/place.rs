//! A folder to measure in: a corpus, lodestar's index of it and plain tantivy's, and the settings
//! under which both the library and the program use them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use lodestar::config::Config;
use serde::{Deserialize, Serialize};
use tempfile::TempDir;

use super::corpora::{Texts, Written};

/// Says what corpus is there, so that a kept one is written once.
const LABEL: &str = "corpus.json";

/// Where the corpora of a run are.
#[derive(Debug)]
pub(super) struct Site {
    dir: PathBuf,
    _temporary: Option<TempDir>,
}

impl Site {
    /// In a folder that stays, or in one that goes with the run.
    pub(super) fn new(keep: Option<&Path>) -> anyhow::Result<Self> {
        if let Some(dir) = keep {
            fs::create_dir_all(dir).with_context(|| format!("cannot create {}", dir.display()))?;
            let dir = dir.canonicalize()?;
            return Ok(Self {
                dir,
                _temporary: None,
            });
        }
        let temporary = tempfile::tempdir().context("cannot create a temporary folder")?;
        Ok(Self {
            dir: temporary.path().canonicalize()?,
            _temporary: Some(temporary),
        })
    }

    /// The folder of one corpus; its parts need not be there yet.
    pub(super) fn place(&self, passages: usize) -> Place {
        Place::at(self.dir.join(passages.to_string()))
    }
}

/// The folder of one corpus.
#[derive(Debug, Clone)]
pub(super) struct Place {
    dir: PathBuf,
}

/// What was asked for and what was written.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Label {
    passages: usize,
    seed: u64,
    /// Of the sources: how many sentences they had.
    sentences: usize,
    articles: usize,
    bytes: u64,
}

impl Place {
    pub(super) fn at(dir: PathBuf) -> Self {
        Self { dir }
    }

    pub(super) fn dir(&self) -> &Path {
        &self.dir
    }

    pub(super) fn corpus(&self) -> PathBuf {
        self.dir.join("corpus")
    }

    pub(super) fn index(&self) -> PathBuf {
        self.dir.join("index")
    }

    pub(super) fn plain(&self) -> PathBuf {
        self.dir.join("plain")
    }

    /// Writes the corpus unless it is there.
    pub(super) fn write(
        &self,
        texts: &Texts,
        passages: usize,
        seed: u64,
    ) -> anyhow::Result<Written> {
        let label = self.dir.join(LABEL);
        let known = fs::read(&label).ok();
        let known: Option<Label> = known.and_then(|text| serde_json::from_slice(&text).ok());
        if let Some(known) = known
            && (known.passages, known.seed, known.sentences) == (passages, seed, texts.sentences())
        {
            return Ok(Written {
                articles: known.articles,
                bytes: known.bytes,
            });
        }
        clear(&self.dir)?;
        let written = texts.write(&self.corpus(), passages, seed)?;
        let label_text = serde_json::to_vec(&Label {
            passages,
            seed,
            sentences: texts.sentences(),
            articles: written.articles,
            bytes: written.bytes,
        })?;
        fs::write(label, label_text)?;
        Ok(written)
    }

    /// Variables of the environment that lead here, for the program and the library alike.
    pub(super) fn settings(&self) -> Vec<(String, String)> {
        let path = |path: PathBuf| path.display().to_string();
        [
            ("CORPUS_DIR", path(self.corpus())),
            ("INDEX_DIR", path(self.index())),
            ("STORE_PATH", ":memory:".to_owned()),
            ("LOG_LEVEL", "off".to_owned()),
        ]
        .map(|(key, value)| (format!("LODESTAR_{key}"), value))
        .into()
    }

    /// The configuration that ships with lodestar, led here.
    pub(super) fn config(&self) -> anyhow::Result<Config> {
        Ok(Config::load(Some(&config_file()), self.settings())?)
    }
}

/// The configuration that ships with lodestar.
pub(super) fn config_file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("config.toml")
}

/// An empty folder.
pub(super) fn clear(dir: &Path) -> anyhow::Result<()> {
    if dir.try_exists()? {
        fs::remove_dir_all(dir).with_context(|| format!("cannot remove {}", dir.display()))?;
    }
    fs::create_dir_all(dir).with_context(|| format!("cannot create {}", dir.display()))
}

/// Bytes of all files below a folder. Names of one file count once each.
pub(super) fn size(dir: &Path) -> anyhow::Result<u64> {
    let mut sum = 0;
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let about = entry.metadata()?;
        sum += if about.is_dir() {
            size(&entry.path())?
        } else {
            about.len()
        };
    }
    Ok(sum)
}
