//! Lists the files below the corpus folder. It must not open any file.
//!
//! `.lodestarignore` files contain gitignore patterns; git's own ignore files are not consulted,
//! because an untracked article is still an article. Dot-files are skipped silently. Symbolic links
//! are followed as long as they stay inside the folder.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ignore::{DirEntry, WalkBuilder};

use super::skipped::{SkipReason, Skipped};

/// The file with patterns of files to ignore.
const IGNORE_FILE: &str = ".lodestarignore";

/// A regular file inside the corpus.
#[derive(Debug)]
pub(super) struct FoundFile {
    /// Path below the corpus folder, with `/`.
    pub(super) path: String,
    pub(super) location: PathBuf,
    /// Whether the file, or a folder above it, is a symbolic link.
    pub(super) by_link: bool,
}

/// Lists the files below `root`, a canonical path, except those below `left_out`.
pub(super) fn list(root: &Path, left_out: Option<&Path>) -> (Vec<FoundFile>, Vec<Skipped>) {
    let left_out = left_out.and_then(|folder| fs::canonicalize(folder).ok());
    let links = Arc::new(Mutex::new(Links::default()));
    let walk = {
        let links = Arc::clone(&links);
        let root = root.to_owned();
        WalkBuilder::new(&root)
            .standard_filters(false)
            .hidden(true)
            .follow_links(true)
            .add_custom_ignore_filename(IGNORE_FILE)
            .sort_by_file_name(OsStr::cmp)
            .filter_entry(move |entry| {
                if left_out.as_deref() == Some(entry.path()) {
                    return false;
                }
                !entry.path_is_symlink()
                    || links
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .admits(&root, entry)
            })
            .build()
    };
    let mut found = Vec::new();
    let mut skipped = Vec::new();
    for entry in walk {
        match entry {
            Ok(entry) => {
                if let Some(error) = entry.error() {
                    skipped.push(broken_ignore_file(root, entry.path(), error));
                }
                match regular_file(root, &entry, &links) {
                    Ok(Some(file)) => found.push(file),
                    Ok(None) => {}
                    Err(file) => skipped.push(file),
                }
            }
            Err(error) => skipped.extend(unlistable(root, &error)),
        }
    }
    let links = &mut *links.lock().unwrap_or_else(PoisonError::into_inner);
    skipped.append(&mut links.refused);
    (found, skipped)
}

/// The symbolic links encountered.
#[derive(Default)]
struct Links {
    /// Canonical folders entered through a link. Each is entered only once, so folders that link to
    /// each other do not multiply.
    entered: HashSet<PathBuf>,
    /// Paths of links to folders, as walked.
    folders: Vec<PathBuf>,
    refused: Vec<Skipped>,
}

impl Links {
    fn admits(&mut self, root: &Path, entry: &DirEntry) -> bool {
        let reason = match fs::canonicalize(entry.path()) {
            Err(error) => SkipReason::Unreadable {
                problem: error.to_string(),
            },
            Ok(target) if !target.starts_with(root) => SkipReason::LeavesCorpus,
            Ok(target) => {
                let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
                if !is_folder {
                    return true;
                }
                if self.entered.insert(target) {
                    self.folders.push(entry.path().to_owned());
                    return true;
                }
                SkipReason::LinkLoop
            }
        };
        self.refused
            .push(Skipped::new(shown(root, entry.path()).0, reason));
        false
    }
}

fn regular_file(
    root: &Path,
    entry: &DirEntry,
    links: &Mutex<Links>,
) -> Result<Option<FoundFile>, Skipped> {
    let Some(kind) = entry.file_type().filter(|kind| !kind.is_dir()) else {
        return Ok(None);
    };
    let (path, is_unicode) = shown(root, entry.path());
    if !kind.is_file() {
        return Err(Skipped::new(path, SkipReason::NotAFile));
    }
    if !is_unicode {
        return Err(Skipped::new(path, SkipReason::NameNotUtf8));
    }
    let links = links.lock().unwrap_or_else(PoisonError::into_inner);
    let by_link = entry.path_is_symlink()
        || links
            .folders
            .iter()
            .any(|folder| entry.path().starts_with(folder));
    Ok(Some(FoundFile {
        path,
        location: entry.path().to_owned(),
        by_link,
    }))
}

/// A path below the root for display, and whether that is exact.
fn shown(root: &Path, path: &Path) -> (String, bool) {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(OsStr::to_string_lossy).collect();
    (parts.join("/"), below.to_str().is_some())
}

fn broken_ignore_file(root: &Path, folder: &Path, error: &ignore::Error) -> Skipped {
    let (path, _) = shown(root, &folder.join(IGNORE_FILE));
    let problem = error.to_string();
    Skipped::new(path, SkipReason::Unreadable { problem })
}

/// Reports a folder that cannot be opened, a broken link, or a link to a folder above itself.
fn unlistable(root: &Path, error: &ignore::Error) -> Option<Skipped> {
    match error {
        ignore::Error::Loop { child, .. } => {
            Some(Skipped::new(shown(root, child).0, SkipReason::LinkLoop))
        }
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            unlistable(root, err)
        }
        ignore::Error::WithPath { path, err } => {
            if let ignore::Error::Loop { .. } = **err {
                return unlistable(root, err);
            }
            let is_hidden = path
                .file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with('.'));
            let problem = if path.is_symlink() {
                "a link to nothing; delete it".to_owned()
            } else {
                err.io_error()
                    .map_or_else(|| err.to_string(), ToString::to_string)
            };
            (!is_hidden)
                .then(|| Skipped::new(shown(root, path).0, SkipReason::Unreadable { problem }))
        }
        other => Some(Skipped::new(
            String::new(),
            SkipReason::Unreadable {
                problem: other.to_string(),
            },
        )),
    }
}
