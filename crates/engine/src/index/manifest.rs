//! What a generation holds, beside the search engine's own files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::article::ContentHash;
use crate::language::Language;

use super::{Calibration, IndexError, durable};

/// Read whenever a generation is opened, so it stays small.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) schema_version: u32,
    pub(super) generation: u64,
    pub(super) published: jiff::Timestamp,
    pub(super) articles: usize,
    pub(super) passages: usize,
    /// Of the articles, the most common first.
    pub(super) languages: Vec<Language>,
    pub(super) calibration: Calibration,
}

/// Which files are in a generation; read only to find out what changed.
pub(super) type Contents = BTreeMap<String, Indexed>;

/// A file as it was indexed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Indexed {
    pub(super) hash: ContentHash,
    pub(super) language: Language,
    pub(super) passages: usize,
}

/// Only the version: the rest may look different in another one.
#[derive(Deserialize)]
struct Version {
    schema_version: u32,
}

const MANIFEST: &str = "manifest.json";
const CONTENTS: &str = "contents.json";
const CANDIDATE: &str = "candidate.json";

/// Files of ours in a generation's folder, which are not the search engine's.
pub(super) const OWN_FILES: &[&str] = &[MANIFEST, CONTENTS, CANDIDATE];

impl Manifest {
    pub(super) fn new(generation: u64, published: jiff::Timestamp, contents: &Contents) -> Self {
        let mut counts: BTreeMap<Language, usize> = BTreeMap::new();
        for file in contents.values() {
            *counts.entry(file.language).or_default() += 1;
        }
        let mut languages: Vec<(Language, usize)> = counts.into_iter().collect();
        languages.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        Self {
            schema_version: super::SCHEMA_VERSION,
            generation,
            published,
            articles: contents.len(),
            passages: contents.values().map(|file| file.passages).sum(),
            languages: languages
                .into_iter()
                .map(|(language, _)| language)
                .collect(),
            calibration: Calibration::default(),
        }
    }

    /// `None` when the generation was written by another version.
    pub(super) fn read(dir: &Path) -> Result<Option<Self>, IndexError> {
        let path = dir.join(MANIFEST);
        let missing = || IndexError::Damaged {
            path: path.clone(),
            problem: "it is missing".to_owned(),
        };
        let version: Version = durable::read_json(&path)?.ok_or_else(missing)?;
        if version.schema_version != super::SCHEMA_VERSION {
            return Ok(None);
        }
        durable::read_json(&path)
    }

    pub(super) fn write(&self, dir: &Path, contents: &Contents) -> Result<(), IndexError> {
        durable::write_json(&dir.join(CONTENTS), contents)?;
        self.rewrite(dir)
    }

    /// Writes it anew beside the contents that are there.
    pub(super) fn rewrite(&self, dir: &Path) -> Result<(), IndexError> {
        durable::write_json(&dir.join(MANIFEST), self)
    }
}

pub(super) fn read_contents(dir: &Path) -> Result<Contents, IndexError> {
    let path = dir.join(CONTENTS);
    durable::read_json(&path)?.ok_or_else(|| IndexError::Damaged {
        path,
        problem: "it is missing".to_owned(),
    })
}

/// Where a generation that waits, or has waited, for a decision says what it would change.
pub(super) fn candidate_path(dir: &Path) -> PathBuf {
    dir.join(CANDIDATE)
}

/// Whether a generation has waited for a decision.
pub(super) fn was_candidate(dir: &Path) -> bool {
    candidate_path(dir).is_file()
}
