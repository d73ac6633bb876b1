//! What a generation contains, beside the search engine's own files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::article::ContentHash;
use crate::language::Language;

use super::{Calibration, IndexError, json_file};

/// The version of a generation's formats: schema, analysis, manifest. A generation of another
/// version is rebuilt rather than misread.
pub(super) const SCHEMA_VERSION: u32 = 4;

/// Read each time a generation is opened, so it stays small.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) schema_version: u32,
    pub(super) generation: u64,
    pub(super) published: jiff::Timestamp,
    pub(super) articles: usize,
    pub(super) passages: usize,
    /// The articles' languages, the most common first.
    pub(super) languages: Vec<Language>,
    pub(super) calibration: Calibration,
}

/// The files in a generation, by path. Read only to find out what changed.
pub(super) type Contents = BTreeMap<String, IndexedFile>;

/// A file when it was indexed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct IndexedFile {
    pub(super) hash: ContentHash,
    pub(super) language: Language,
    pub(super) passages: usize,
}

/// Only the version: the rest may differ in another one.
#[derive(Deserialize)]
struct Version {
    schema_version: u32,
}

const MANIFEST: &str = "manifest.json";
const CONTENTS: &str = "contents.json";
const STAGED: &str = "candidate.json";

/// The files in a generation's folder that are not the search engine's.
pub(super) const OWN_FILES: &[&str] = &[MANIFEST, CONTENTS, STAGED];

impl Manifest {
    pub(super) fn new(generation: u64, published: jiff::Timestamp, contents: &Contents) -> Self {
        let mut counts: BTreeMap<Language, usize> = BTreeMap::new();
        for file in contents.values() {
            *counts.entry(file.language).or_default() += 1;
        }
        let mut languages: Vec<(Language, usize)> = counts.into_iter().collect();
        languages.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        Self {
            schema_version: SCHEMA_VERSION,
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
        let version: Version = json_file::read(&path)?.ok_or_else(missing)?;
        if version.schema_version != SCHEMA_VERSION {
            return Ok(None);
        }
        json_file::read(&path)
    }

    pub(super) fn write(&self, dir: &Path, contents: &Contents) -> Result<(), IndexError> {
        json_file::write(&dir.join(CONTENTS), contents)?;
        self.rewrite(dir)
    }

    /// Replaces it and leaves the contents as they are.
    pub(super) fn rewrite(&self, dir: &Path) -> Result<(), IndexError> {
        json_file::write(&dir.join(MANIFEST), self)
    }
}

pub(super) fn read_contents(dir: &Path) -> Result<Contents, IndexError> {
    let path = dir.join(CONTENTS);
    json_file::read(&path)?.ok_or_else(|| IndexError::Damaged {
        path,
        problem: "it is missing".to_owned(),
    })
}

/// Where a generation that is, or was, staged says what it would change.
pub(super) fn staged_path(dir: &Path) -> PathBuf {
    dir.join(STAGED)
}

/// Whether a generation is, or was, staged.
pub(super) fn was_staged(dir: &Path) -> bool {
    staged_path(dir).is_file()
}

/// How one generation differs from another: paths of articles, each list sorted.
pub(super) struct Changes {
    pub(super) added: Vec<String>,
    pub(super) changed: Vec<String>,
    pub(super) removed: Vec<String>,
}

impl Changes {
    pub(super) fn between(old: &Contents, new: &Contents) -> Self {
        let differs = |(path, file): &(&String, &IndexedFile)| {
            old.get(*path).is_none_or(|before| before.hash != file.hash)
        };
        let different = new.iter().filter(differs).map(|(path, _)| path.clone());
        let (added, changed) = different.partition(|path| !old.contains_key(path));
        Self {
            added,
            changed,
            removed: missing(old, new),
        }
    }
}

/// Paths that are in `old` only, sorted.
pub(super) fn missing(old: &Contents, new: &Contents) -> Vec<String> {
    old.keys()
        .filter(|path| !new.contains_key(*path))
        .cloned()
        .collect()
}
