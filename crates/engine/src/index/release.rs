//! What becomes of a built generation: it is published, staged for a decision, or dropped. And
//! restoring an earlier one.
//!
//! A decision may take days and outlive the process, so a staged generation is a folder beside the
//! live one, with what it would change. Who decides, and why, is the caller's business.

use std::path::{Path, PathBuf};
use std::time::Instant;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::generation::{Draft, Generations};
use super::history::HistoryEntry;
use super::manifest::{self, Changes, Contents, Manifest};
use super::search::Snapshot;
use super::writer::Writer;
use super::{Index, IndexError, Report, json_file};

/// A generation that was built and checked but does not answer yet. Dropping it removes it.
#[derive(Debug)]
pub struct BuiltGeneration {
    /// The generation that was live when it was built.
    live: Option<u64>,
    report: Report,
    /// `None` if nothing had changed.
    new: Option<(Draft, Manifest)>,
}

/// A file in the folder of a staged generation.
#[derive(Serialize, Deserialize)]
struct Staged<T> {
    /// The generation that was live when it was built.
    live: Option<u64>,
    /// The caller's notes.
    about: T,
}

impl BuiltGeneration {
    pub(super) fn new(live: Option<u64>, report: Report, new: Option<(Draft, Manifest)>) -> Self {
        Self { live, report, new }
    }

    /// What it changes.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Opens it, to compare it with the live generation; `None` if nothing had changed.
    ///
    /// # Errors
    /// [`IndexError::Io`] or [`IndexError::Engine`] if its files cannot be read.
    pub fn snapshot(&self) -> Result<Option<Snapshot>, IndexError> {
        let open =
            |(draft, manifest): &(Draft, Manifest)| Snapshot::open(&draft.dir, manifest.clone());
        self.new.as_ref().map(open).transpose()
    }
}

impl Writer {
    /// Makes a built generation the live one. If nothing had changed, the live one stays.
    ///
    /// # Errors
    /// [`IndexError::Io`] or [`IndexError::Full`] if it cannot be written. The generation that was
    /// live before then goes on answering.
    pub fn publish(
        &self,
        built: BuiltGeneration,
        entry: &HistoryEntry,
    ) -> Result<Report, IndexError> {
        let BuiltGeneration {
            mut report, new, ..
        } = built;
        let Some((draft, manifest)) = new else {
            return Ok(report);
        };
        self.go_live(draft, manifest, entry)?;
        report.published = true;
        Ok(report)
    }

    /// Keeps a built generation until somebody decides. It replaces the one staged before, which
    /// also goes if nothing had changed: the live generation is then up to date.
    ///
    /// # Errors
    /// [`IndexError::Io`] or [`IndexError::Full`] if it cannot be written.
    pub fn stage(&self, built: BuiltGeneration, about: &impl Serialize) -> Result<(), IndexError> {
        let BuiltGeneration { live, new, .. } = built;
        let Some((draft, _)) = new else {
            return self.generations.remove_staged();
        };
        let staged = Staged { live, about };
        json_file::write(&manifest::staged_path(&draft.dir), &staged)?;
        self.generations.remove_staged()?;
        draft.rename(&self.generations.staged_path(draft.generation))
    }

    /// Publishes the staged generation if `is_meant` accepts its notes. `None` if there is no such
    /// generation, or another one went live since it was built.
    ///
    /// # Errors
    /// [`IndexError::Io`], [`IndexError::Full`] or [`IndexError::Damaged`] if it cannot be read or
    /// published. The live generation then goes on answering.
    pub fn publish_staged<T: DeserializeOwned>(
        &self,
        is_meant: impl FnOnce(&T) -> bool,
        entry: impl FnOnce(&T) -> HistoryEntry,
    ) -> Result<Option<T>, IndexError> {
        let Some((dir, about)) = staged::<T>(&self.generations)?.filter(|(_, it)| is_meant(it))
        else {
            return Ok(None);
        };
        let Some(manifest) = Manifest::read(&dir)? else {
            return Ok(None);
        };
        let draft = self.generations.adopt(dir, manifest.generation);
        self.go_live(draft, manifest, &entry(&about))?;
        Ok(Some(about))
    }

    /// Drops the staged generation if `is_meant` accepts its notes. Returns whether it did.
    ///
    /// # Errors
    /// [`IndexError::Io`] if it cannot be read or removed.
    pub fn discard_staged<T: DeserializeOwned>(
        &self,
        is_meant: impl FnOnce(&T) -> bool,
        entry: impl FnOnce(&T) -> HistoryEntry,
    ) -> Result<bool, IndexError> {
        let Some((_, about)) = staged::<T>(&self.generations)?.filter(|(_, it)| is_meant(it))
        else {
            return Ok(false);
        };
        self.record(&entry(&about))?;
        self.generations.remove_staged()?;
        Ok(true)
    }

    /// Whether the last change to go live rolled back exactly these files, which are still in the
    /// corpus.
    ///
    /// # Errors
    /// [`IndexError::Io`] or [`IndexError::Damaged`] if the history cannot be read.
    pub fn was_undone(&self, built: &BuiltGeneration) -> Result<bool, IndexError> {
        let (Some(undone), Some((draft, _))) = (self.undone()?, &built.new) else {
            return Ok(false);
        };
        let undone = manifest::read_contents(&self.generations.path(undone));
        Ok(undone.is_ok_and(|undone| {
            manifest::read_contents(&draft.dir).is_ok_and(|contents| contents == undone)
        }))
    }

    /// A new generation with the contents of an earlier one. `None` if that one is not kept, or was
    /// written by another version.
    ///
    /// # Errors
    /// [`IndexError::Io`], [`IndexError::Full`], [`IndexError::Damaged`] or [`IndexError::Engine`]
    /// if it cannot be read or copied.
    pub fn restore(&self, earlier: u64) -> Result<Option<BuiltGeneration>, IndexError> {
        if !self.generations.complete()?.contains(&earlier) {
            return Ok(None);
        }
        let started = jiff::Timestamp::now();
        let clock = Instant::now();
        let dir = self.generations.path(earlier);
        let Some(mut manifest) = Manifest::read(&dir)? else {
            return Ok(None);
        };
        let contents = manifest::read_contents(&dir)?;
        let live = self.generations.pointer()?;
        let live_contents = match live {
            Some(live) => manifest::read_contents(&self.generations.path(live)).unwrap_or_default(),
            None => Contents::new(),
        };
        let draft = self.generations.begin()?;
        draft.start_from(&dir)?;
        manifest.generation = draft.generation;
        manifest.write(&draft.dir, &contents)?;
        Snapshot::open_briefly(&draft.dir, manifest.clone())?;
        let Changes {
            added,
            changed,
            removed,
        } = Changes::between(&live_contents, &contents);
        let report = Report {
            generation: draft.generation,
            published: false,
            unchanged: contents.len() - added.len() - changed.len(),
            added,
            changed,
            removed,
            skipped: Vec::new(),
            articles: manifest.articles,
            passages: manifest.passages,
            started,
            took: clock.elapsed(),
        };
        Ok(Some(BuiltGeneration::new(
            live,
            report,
            Some((draft, manifest)),
        )))
    }

    /// Records the change first. If the pointer then does not follow, readers of the history can
    /// see that.
    fn go_live(
        &self,
        draft: Draft,
        mut manifest: Manifest,
        entry: &HistoryEntry,
    ) -> Result<(), IndexError> {
        let generation = draft.generation;
        manifest.published = jiff::Timestamp::now();
        manifest.rewrite(&draft.dir)?;
        self.record(&HistoryEntry {
            generation,
            ..entry.clone()
        })?;
        draft.complete()?;
        self.generations.publish(generation)?;
        self.generations.remove_staged()?;
        self.generations
            .retire(generation, self.settings.keep_generations)
    }
}

impl Index {
    /// The caller's notes on the staged generation. `None` if there is none, or another generation
    /// went live since it was built.
    ///
    /// # Errors
    /// [`IndexError::Io`] or [`IndexError::Damaged`] if it cannot be read.
    pub fn staged<T: DeserializeOwned>(&self) -> Result<Option<T>, IndexError> {
        Ok(staged(&self.generations)?.map(|(_, about)| about))
    }

    /// The caller's notes on the live generation from when it was staged; `None` if it never was.
    ///
    /// # Errors
    /// [`IndexError::Io`] or [`IndexError::Damaged`] if they cannot be read.
    pub fn about_live<T: DeserializeOwned>(&self) -> Result<Option<T>, IndexError> {
        let Some(live) = self.generations.pointer()? else {
            return Ok(None);
        };
        Ok(read_staged(&self.generations.path(live))?.map(|staged: Staged<T>| staged.about))
    }

    /// The earlier generations that are kept, ascending.
    ///
    /// # Errors
    /// [`IndexError::Io`] or [`IndexError::Damaged`] if the folder cannot be read.
    pub fn earlier_generations(&self) -> Result<Vec<u64>, IndexError> {
        let live = self.generations.pointer()?;
        let mut kept = self.generations.complete()?;
        kept.retain(|&generation| live.is_some_and(|live| generation < live));
        Ok(kept)
    }
}

/// The staged generation's folder and notes, unless it was overtaken or another version wrote it.
fn staged<T: DeserializeOwned>(
    generations: &Generations,
) -> Result<Option<(PathBuf, T)>, IndexError> {
    let live = generations.pointer()?;
    let Some(dir) = generations.staged()? else {
        return Ok(None);
    };
    let current = read_staged(&dir)?.filter(|staged: &Staged<T>| staged.live == live);
    Ok(current.map(|staged| (dir, staged.about)))
}

fn read_staged<T: DeserializeOwned>(dir: &Path) -> Result<Option<Staged<T>>, IndexError> {
    match json_file::read(&manifest::staged_path(dir)) {
        Err(IndexError::Damaged { problem, .. }) => {
            tracing::warn!(problem, "the notes on a staged generation cannot be read");
            Ok(None)
        }
        read => read,
    }
}
