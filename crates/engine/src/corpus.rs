//! Reads a folder of articles: lists the files, reads each in its format and reports what it
//! skipped.
//!
//! Reading never fails as a whole. A file becomes an [`Article`] or a [`Skipped`] with a reason
//! that a person can act on, and one bad file never stops the rest. This module must not know
//! passages, the index or Discord.

mod aside;
mod builder;
mod dates;
mod docx;
mod draft;
mod format;
mod front_matter;
mod furniture_lines;
mod html;
mod links;
mod markdown;
mod name;
mod pdf;
mod plain;
mod shelf;
mod skipped;
mod submission;
mod text;
mod values;
mod walk;
mod written;

use std::collections::HashMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use thiserror::Error;

use crate::article::{Article, ContentHash};
pub use aside::Aside;
use format::Format;
pub use links::DeadLink;
pub use shelf::ShelfError;
pub use skipped::{SkipReason, Skipped};
pub use submission::{Origin, Provenance, Received, Submission};

/// A folder of articles.
#[derive(Debug, Clone)]
pub struct Corpus {
    root: PathBuf,
    max_file_bytes: u64,
    left_out: Option<PathBuf>,
}

/// Why the corpus cannot be listed at all.
#[derive(Debug, Error)]
pub enum CorpusError {
    #[error("there is no corpus folder {}; create it, or set `corpus.dir`", path.display())]
    Missing { path: PathBuf },
    #[error("the corpus {} is not a folder; set `corpus.dir` to one", path.display())]
    NotAFolder { path: PathBuf },
    #[error("the corpus {} is the whole file system; set `corpus.dir` to the folder of articles", path.display())]
    WholeFileSystem { path: PathBuf },
    #[error("cannot read the corpus folder {}; check its permissions", path.display())]
    Unreadable {
        path: PathBuf,
        source: std::io::Error,
    },
}

/// The files of a corpus at one moment.
#[derive(Debug)]
pub struct Scan {
    /// Sorted by path; no two have the same hash.
    pub files: Vec<File>,
    /// Sorted by path.
    pub skipped: Vec<Skipped>,
}

/// A file that may become an article. Its bytes have been hashed but not parsed.
#[derive(Debug, Clone)]
pub struct File {
    /// Path below the corpus folder, with `/` on every platform.
    pub path: String,
    /// The hash of the bytes at the time of the scan.
    pub hash: ContentHash,
    location: PathBuf,
    root: PathBuf,
    format: Format,
    max_bytes: u64,
}

impl Corpus {
    /// Files larger than `max_file_bytes` are skipped unread.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>, max_file_bytes: u64) -> Self {
        Self {
            root: root.into(),
            max_file_bytes,
            left_out: None,
        }
    }

    /// Excludes a folder that may be inside the corpus but has no articles.
    #[must_use]
    pub fn without(mut self, folder: impl Into<PathBuf>) -> Self {
        self.left_out = Some(folder.into());
        self
    }

    /// The same settings for another folder.
    #[must_use]
    pub(crate) fn moved_to(&self, root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            ..self.clone()
        }
    }

    /// The folder as configured.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.root
    }

    /// Lists and hashes every file. Files that cannot become an article are skipped right away:
    /// those too large, of an unknown format, unreadable, outside the corpus, or identical to
    /// another one. Of identical files the first path is kept, and a file rather than a link to it.
    ///
    /// # Errors
    /// [`CorpusError`] if the folder is missing, not a folder, the whole file system, or
    /// unreadable.
    pub fn scan(&self) -> Result<Scan, CorpusError> {
        let root = self.open()?;
        let (found, mut skipped) = walk::list(&root, self.left_out.as_deref());
        let mut files = Vec::with_capacity(found.len());
        let hash = |found| (self.hash(&root, &found), found);
        let hashed: Vec<_> = found.into_par_iter().map(hash).collect();
        for (hashed, found) in hashed {
            match hashed {
                Ok(file) => files.push((found.by_link, file)),
                Err(reason) => skipped.push(Skipped::new(found.path, reason)),
            }
        }
        files.sort_by(|(a_link, a), (b_link, b)| (a_link, &a.path).cmp(&(b_link, &b.path)));
        let mut first: HashMap<ContentHash, String> = HashMap::with_capacity(files.len());
        let mut kept = Vec::with_capacity(files.len());
        for (_, file) in files {
            if let Some(of) = first.get(&file.hash) {
                let of = of.clone();
                skipped.push(Skipped::new(file.path, SkipReason::Duplicate { of }));
            } else {
                first.insert(file.hash.clone(), file.path.clone());
                kept.push(file);
            }
        }
        kept.sort_by(|a, b| a.path.cmp(&b.path));
        skipped.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Scan {
            files: kept,
            skipped,
        })
    }

    /// Reads every file. Both lists are sorted by path.
    ///
    /// # Errors
    /// The same as [`Self::scan`].
    pub fn read_all(&self) -> Result<(Vec<Article>, Vec<Skipped>), CorpusError> {
        let Scan { files, mut skipped } = self.scan()?;
        let mut articles = Vec::with_capacity(files.len());
        for file in files {
            match file.read() {
                Ok(article) => articles.push(article),
                Err(reason) => skipped.push(reason),
            }
        }
        skipped.sort_by(|a, b| a.path.cmp(&b.path));
        Ok((articles, skipped))
    }

    fn open(&self) -> Result<PathBuf, CorpusError> {
        let path = self.root.clone();
        let root = match fs::canonicalize(&path) {
            Ok(root) => root,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(CorpusError::Missing { path });
            }
            Err(source) => return Err(CorpusError::Unreadable { path, source }),
        };
        if !root.is_dir() {
            return Err(CorpusError::NotAFolder { path });
        }
        if root.parent().is_none() {
            return Err(CorpusError::WholeFileSystem { path });
        }
        match fs::read_dir(&root) {
            Ok(_) => Ok(root),
            Err(source) => Err(CorpusError::Unreadable { path, source }),
        }
    }

    fn hash(&self, root: &Path, found: &walk::FoundFile) -> Result<File, SkipReason> {
        let extension = Path::new(&found.path)
            .extension()
            .map(|extension| extension.to_string_lossy().to_lowercase())
            .unwrap_or_default();
        let Some(format) = Format::of(&extension) else {
            return Err(SkipReason::UnknownFormat { extension });
        };
        let mut file = File {
            path: found.path.clone(),
            hash: ContentHash::of(&[]),
            location: found.location.clone(),
            root: root.to_owned(),
            format,
            max_bytes: self.max_file_bytes,
        };
        file.hash = ContentHash::of(&file.bytes()?);
        Ok(file)
    }
}

impl File {
    /// Reads the file as it is now. The article has the hash of the bytes read here, which differs
    /// from the scan's if the file has changed since.
    ///
    /// # Errors
    /// [`Skipped`] with the reason if the file cannot become an article.
    pub fn read(&self) -> Result<Article, Skipped> {
        self.bytes()
            .and_then(|bytes| self.format.read(&self.path, &bytes))
            .map_err(|reason| Skipped::new(self.path.clone(), reason))
    }

    /// Reads the bytes, up to the limit, of a regular file inside the corpus.
    fn bytes(&self) -> Result<Vec<u8>, SkipReason> {
        let unreadable = |error: std::io::Error| SkipReason::Unreadable {
            problem: error.to_string(),
        };
        let location = fs::canonicalize(&self.location).map_err(unreadable)?;
        if !location.starts_with(&self.root) {
            return Err(SkipReason::LeavesCorpus);
        }
        let metadata = fs::metadata(&location).map_err(unreadable)?;
        if !metadata.is_file() {
            return Err(SkipReason::NotAFile);
        }
        let limit = self.max_bytes;
        if metadata.len() > limit {
            return Err(SkipReason::TooLarge {
                bytes: metadata.len(),
                limit,
            });
        }
        let mut bytes = Vec::new();
        fs::File::open(&location)
            .and_then(|file| file.take(limit.saturating_add(1)).read_to_end(&mut bytes))
            .map_err(unreadable)?;
        let length = bytes.len() as u64;
        if length > limit {
            return Err(SkipReason::TooLarge {
                bytes: length,
                limit,
            });
        }
        if bytes.is_empty() {
            return Err(SkipReason::Empty);
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests;
