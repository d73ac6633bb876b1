//! Generations on disk: `gen-N` folders, the pointer to the live one, leftovers of interrupted
//! builds.
//!
//! A build works in `gen-N.building`. The folder is renamed once it is complete, and only then does
//! the pointer file `current` name it. A staged generation is called `gen-N.candidate` meanwhile.
//! An interruption at any point leaves the pointer at a complete generation.

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::durable;

use super::IndexError;
use super::manifest::{self, Manifest};
use super::search::Snapshot;

/// The suffix of a generation that is not complete.
const BUILDING: &str = ".building";

/// The suffix of a staged generation.
const STAGED: &str = ".candidate";

/// How often to try again when a generation is replaced just before it is opened.
const OPEN_ATTEMPTS: usize = 3;

/// The folder of all generations.
#[derive(Debug, Clone)]
pub(super) struct Generations {
    dir: PathBuf,
}

impl Generations {
    pub(super) fn open(dir: &Path) -> Result<Self, IndexError> {
        fs::create_dir_all(dir).map_err(IndexError::io("cannot create", dir))?;
        Ok(Self {
            dir: dir.to_owned(),
        })
    }

    pub(super) fn path(&self, generation: u64) -> PathBuf {
        self.dir.join(format!("gen-{generation}"))
    }

    /// The generation that the pointer names; `None` if there is none yet.
    pub(super) fn pointer(&self) -> Result<Option<u64>, IndexError> {
        let path = self.pointer_path();
        match fs::read_to_string(&path) {
            Ok(text) => text
                .trim()
                .parse()
                .map(Some)
                .map_err(|_| IndexError::Damaged {
                    path,
                    problem: format!("{:?} is not a number", text.trim()),
                }),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(IndexError::io("cannot read", &path)(error)),
        }
    }

    /// Makes a complete generation the live one.
    pub(super) fn publish(&self, generation: u64) -> Result<(), IndexError> {
        let path = self.pointer_path();
        durable::write_private(&path, format!("{generation}\n").as_bytes())
            .map_err(IndexError::io("cannot write", &path))
    }

    fn pointer_path(&self) -> PathBuf {
        self.dir.join("current")
    }

    /// Opens the generation that the pointer names. If it is damaged, the newest intact one before
    /// it answers instead, with a warning in the log. `None` if there is none, or if it was written
    /// by another version.
    pub(super) fn open_live(&self) -> Result<Option<Snapshot>, IndexError> {
        let mut failure = None;
        for _ in 0..OPEN_ATTEMPTS {
            let Some(generation) = self.pointer()? else {
                return Ok(None);
            };
            match self.open_generation(generation) {
                Ok(opened) => return Ok(opened),
                // Another process may have published the next one and removed this.
                Err(_) if self.pointer()? != Some(generation) => {}
                Err(error) => {
                    failure = Some((generation, error));
                    break;
                }
            }
        }
        let Some((broken, error)) = failure else {
            return Ok(None);
        };
        tracing::error!(generation = broken, %error, "the live generation cannot be opened");
        for older in self
            .complete()?
            .into_iter()
            .rev()
            .filter(|&older| older < broken)
        {
            if let Ok(Some(snapshot)) = self.open_generation(older) {
                tracing::warn!(generation = older, "an earlier generation answers instead");
                return Ok(Some(snapshot));
            }
        }
        Ok(None)
    }

    /// Opens a published generation; `None` if it was written by another version.
    pub(super) fn open_generation(&self, generation: u64) -> Result<Option<Snapshot>, IndexError> {
        let dir = self.path(generation);
        match Manifest::read(&dir)? {
            Some(manifest) => Snapshot::open(&dir, manifest).map(Some),
            None => Ok(None),
        }
    }

    /// The numbers of the complete generations, ascending.
    pub(super) fn complete(&self) -> Result<Vec<u64>, IndexError> {
        let mut numbers: Vec<u64> = self
            .entries()?
            .iter()
            .filter_map(|path| number(path))
            .collect();
        numbers.sort_unstable();
        Ok(numbers)
    }

    fn entries(&self) -> Result<Vec<PathBuf>, IndexError> {
        let entries = fs::read_dir(&self.dir).map_err(IndexError::io("cannot list", &self.dir))?;
        entries
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()
            .map_err(IndexError::io("cannot list", &self.dir))
    }

    /// The folder of the staged generation.
    pub(super) fn staged(&self) -> Result<Option<PathBuf>, IndexError> {
        let is_staged = |path: &PathBuf| path.extension() == Some(extension(STAGED));
        Ok(self.entries()?.into_iter().find(is_staged))
    }

    /// Removes all staged generations.
    pub(super) fn remove_staged(&self) -> Result<(), IndexError> {
        self.entries()?
            .iter()
            .filter(|path| path.extension() == Some(extension(STAGED)))
            .try_for_each(|path| remove_dir(path))
    }

    /// The folder of a generation while it is staged.
    pub(super) fn staged_path(&self, generation: u64) -> PathBuf {
        self.dir.join(format!("gen-{generation}{STAGED}"))
    }

    /// What interrupted builds left behind: unfinished generations, generations that were completed
    /// but never published, and temporary files. During a build this includes the build's own.
    fn leftovers(&self) -> Result<Vec<PathBuf>, IndexError> {
        let live = self.pointer()?;
        let is_leftover = |path: &PathBuf| {
            let unfinished = path.extension() == Some(extension(BUILDING));
            let unpublished =
                number(path).is_some_and(|number| live.is_none_or(|live| number > live));
            unfinished || unpublished || is_temporary(path)
        };
        let mut left = self.entries()?;
        left.retain(is_leftover);
        Ok(left)
    }

    pub(super) fn has_leftovers(&self) -> Result<bool, IndexError> {
        Ok(!self.leftovers()?.is_empty())
    }

    /// Removes what interrupted builds left behind, and stages generations again that were staged
    /// before. Only the holder of the writer lock may call it.
    pub(super) fn remove_leftovers(&self) -> Result<(), IndexError> {
        for path in self.leftovers()? {
            if is_temporary(&path) {
                fs::remove_file(&path).map_err(IndexError::io("cannot remove", &path))?;
            } else if let Some(generation) = number(&path)
                && manifest::was_staged(&path)
            {
                let staged = self.staged_path(generation);
                fs::rename(&path, &staged).map_err(IndexError::io("cannot rename", &path))?;
            } else {
                tracing::info!(path = %path.display(), "removing what an interrupted build left behind");
                remove_dir(&path)?;
            }
        }
        Ok(())
    }

    /// Removes all generations before the live one except the last `keep`.
    pub(super) fn retire(&self, live: u64, keep: usize) -> Result<(), IndexError> {
        let mut older = self.complete()?;
        older.retain(|&number| number < live);
        older.truncate(older.len().saturating_sub(keep));
        older
            .iter()
            .try_for_each(|&number| remove_dir(&self.path(number)))
    }

    /// Creates an empty folder to build the next generation in.
    pub(super) fn begin(&self) -> Result<Draft, IndexError> {
        let highest = self.complete()?.last().copied().max(self.pointer()?);
        let generation = highest.unwrap_or(0).saturating_add(1);
        let dir = self.dir.join(format!("gen-{generation}{BUILDING}"));
        fs::create_dir(&dir).map_err(IndexError::io("cannot create", &dir))?;
        Ok(Draft {
            generation,
            dir,
            complete: self.path(generation),
            keep: false,
        })
    }

    /// Takes over a staged generation, to publish it.
    pub(super) fn adopt(&self, dir: PathBuf, generation: u64) -> Draft {
        Draft {
            generation,
            dir,
            complete: self.path(generation),
            keep: true,
        }
    }
}

/// A generation under construction. Dropping it before it is complete removes its folder.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) generation: u64,
    pub(super) dir: PathBuf,
    complete: PathBuf,
    /// Whether its folder stays on drop.
    keep: bool,
}

impl Draft {
    /// Links another generation's files into this folder. Tantivy never changes a segment's files,
    /// so both folders can share them; the JSON files that it does rewrite are copied.
    pub(super) fn start_from(&self, base: &Path) -> Result<(), IndexError> {
        let entries = fs::read_dir(base).map_err(IndexError::io("cannot list", base))?;
        for entry in entries {
            let from = entry.map_err(IndexError::io("cannot list", base))?.path();
            let Some(name) = from.file_name().and_then(OsStr::to_str) else {
                continue;
            };
            let is_lock = Path::new(name).extension() == Some(OsStr::new("lock"));
            if is_lock || manifest::OWN_FILES.contains(&name) {
                continue;
            }
            let to = self.dir.join(name);
            let rewritten = Path::new(name).extension() == Some(OsStr::new("json"));
            if rewritten || fs::hard_link(&from, &to).is_err() {
                fs::copy(&from, &to).map_err(IndexError::io("cannot copy", &from))?;
            }
        }
        Ok(())
    }

    /// Flushes the folder and gives it its final name.
    pub(super) fn complete(self) -> Result<(), IndexError> {
        self.rename(&self.complete)
    }

    /// Flushes the folder and renames it, out of reach of the drop.
    pub(super) fn rename(&self, to: &Path) -> Result<(), IndexError> {
        let rename = || {
            durable::sync_folder(&self.dir)?;
            fs::rename(&self.dir, to)?;
            durable::sync_folder_of(to)
        };
        rename().map_err(IndexError::io("cannot complete", to))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // A completed generation is no longer there; failures are left to the next writer.
        if !self.keep {
            let _ = fs::remove_dir_all(&self.dir);
        }
    }
}

fn extension(ending: &str) -> &OsStr {
    OsStr::new(ending.trim_start_matches('.'))
}

fn number(path: &Path) -> Option<u64> {
    path.file_name()?
        .to_str()?
        .strip_prefix("gen-")?
        .parse()
        .ok()
}

fn is_temporary(path: &Path) -> bool {
    path.file_name()
        .and_then(OsStr::to_str)
        .is_some_and(|name| name.starts_with(durable::TEMPORARY_PREFIX))
}

fn remove_dir(path: &Path) -> Result<(), IndexError> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(IndexError::io("cannot remove", path)(error))
        }
        _ => Ok(()),
    }
}
