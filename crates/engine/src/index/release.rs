//! What becomes of a generation that was built: it goes live, waits for a decision, or is dropped.
//! And going back to an earlier one.
//!
//! A decision may take days and outlive the process: what waits is a folder beside the live
//! generation, with what it would change. It knows nothing of who decides or why.

use std::path::{Path, PathBuf};
use std::time::Instant;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::build::{self, Writer};
use super::generation::{Draft, Generations};
use super::history::Entry;
use super::manifest::{self, Contents, Manifest};
use super::search::Snapshot;
use super::{Index, IndexError, Report, durable};

/// A generation that was built and checked. Dropped, it is removed.
#[derive(Debug)]
pub struct Prepared {
    /// The generation that was live when it was built.
    live: Option<u64>,
    report: Report,
    /// `None` when nothing had changed.
    built: Option<(Draft, Manifest)>,
}

/// What waits for a decision, as it stands in its folder.
#[derive(Serialize, Deserialize)]
struct Held<T> {
    /// The generation that was live when it was built.
    live: Option<u64>,
    /// What the caller has to say of it.
    about: T,
}

impl Prepared {
    pub(super) fn new(live: Option<u64>, report: Report, built: Option<(Draft, Manifest)>) -> Self {
        Self {
            live,
            report,
            built,
        }
    }

    /// Whether there is anything to publish.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.built.is_some()
    }

    /// What it would change.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Opens it for a comparison with the live one; `None` when nothing had changed.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn snapshot(&self) -> Result<Option<Snapshot>, IndexError> {
        let open =
            |(draft, manifest): &(Draft, Manifest)| Snapshot::open(&draft.dir, manifest.clone());
        self.built.as_ref().map(open).transpose()
    }
}

impl Writer {
    /// Makes what was built the live generation. When nothing had changed, the live one stays.
    ///
    /// # Errors
    /// When it cannot be written; the generation before then goes on answering.
    pub fn publish(&self, prepared: Prepared, entry: &Entry) -> Result<Report, IndexError> {
        let Prepared {
            report: mut done,
            built,
            ..
        } = prepared;
        let Some((draft, manifest)) = built else {
            return Ok(done);
        };
        self.go_live(draft, manifest, entry)?;
        done.published = true;
        Ok(done)
    }

    /// Keeps what was built until somebody decides. It takes the place of what waited before,
    /// which goes as well when nothing had changed: the live generation holds all there is.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn hold(&self, prepared: Prepared, about: &impl Serialize) -> Result<(), IndexError> {
        let Prepared { live, built, .. } = prepared;
        let Some((draft, _)) = built else {
            return self.generations.remove_candidates();
        };
        let held = Held { live, about };
        durable::write_json(&manifest::candidate_path(&draft.dir), &held)?;
        self.generations.remove_candidates()?;
        draft.rename(&self.generations.candidate_path(draft.generation))
    }

    /// Makes what waits the live generation, if `is_meant` says so of it; `None` when there is no
    /// such thing, or another generation went live since it was built.
    ///
    /// # Errors
    /// When it cannot be read or published; the live generation then goes on answering.
    pub fn publish_held<T: DeserializeOwned>(
        &self,
        is_meant: impl FnOnce(&T) -> bool,
        entry: impl FnOnce(&T) -> Entry,
    ) -> Result<Option<T>, IndexError> {
        let Some((dir, about)) = held::<T>(&self.generations)?.filter(|(_, it)| is_meant(it))
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

    /// Drops what waits, if `is_meant` says so of it. Whether it did.
    ///
    /// # Errors
    /// When it cannot be read or removed.
    pub fn discard_held<T: DeserializeOwned>(
        &self,
        is_meant: impl FnOnce(&T) -> bool,
        entry: impl FnOnce(&T) -> Entry,
    ) -> Result<bool, IndexError> {
        let Some((_, about)) = held::<T>(&self.generations)?.filter(|(_, it)| is_meant(it)) else {
            return Ok(false);
        };
        self.note(&entry(&about))?;
        self.generations.remove_candidates()?;
        Ok(true)
    }

    /// Whether somebody undid the very same files last: they are still in the corpus.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn was_undone(&self, prepared: &Prepared) -> Result<bool, IndexError> {
        let (Some(undone), Some((draft, _))) = (self.undone()?, &prepared.built) else {
            return Ok(false);
        };
        let undone = manifest::read_contents(&self.generations.path(undone));
        Ok(undone.is_ok_and(|undone| {
            manifest::read_contents(&draft.dir).is_ok_and(|built| built == undone)
        }))
    }

    /// A new generation with what an earlier one holds; `None` when that is not kept, or of another
    /// version.
    ///
    /// # Errors
    /// When it cannot be read or copied.
    pub fn restore(&self, earlier: u64) -> Result<Option<Prepared>, IndexError> {
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
        let now = match live {
            Some(live) => manifest::read_contents(&self.generations.path(live)).unwrap_or_default(),
            None => Contents::new(),
        };
        let draft = self.generations.begin()?;
        draft.start_from(&dir)?;
        manifest.generation = draft.generation;
        manifest.write(&draft.dir, &contents)?;
        Snapshot::open_briefly(&draft.dir, manifest.clone())?;
        let (added, changed) = build::new_and_changed(&now, &contents);
        let unchanged = contents.len() - added.len() - changed.len();
        let removed = now.keys().filter(|path| !contents.contains_key(*path));
        let report = Report {
            generation: draft.generation,
            published: false,
            unchanged,
            added,
            changed,
            removed: removed.cloned().collect(),
            skipped: Vec::new(),
            articles: manifest.articles,
            passages: manifest.passages,
            started,
            took: clock.elapsed(),
        };
        Ok(Some(Prepared::new(live, report, Some((draft, manifest)))))
    }

    /// The history says so first: should the pointer not follow, readers of the history see that.
    fn go_live(
        &self,
        draft: Draft,
        mut manifest: Manifest,
        entry: &Entry,
    ) -> Result<(), IndexError> {
        let generation = draft.generation;
        manifest.published = jiff::Timestamp::now();
        manifest.rewrite(&draft.dir)?;
        self.note(&Entry {
            generation,
            ..entry.clone()
        })?;
        draft.complete()?;
        self.generations.publish(generation)?;
        self.generations.remove_candidates()?;
        self.generations
            .retire(generation, self.settings.keep_generations)
    }
}

impl Index {
    /// What the caller said of what waits for a decision; `None` for nothing, and when another
    /// generation went live since it was built.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn held<T: DeserializeOwned>(&self) -> Result<Option<T>, IndexError> {
        Ok(held(&self.generations)?.map(|(_, about)| about))
    }

    /// What the caller said of the live generation while it waited; `None` if it never did.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn said_of_live<T: DeserializeOwned>(&self) -> Result<Option<T>, IndexError> {
        let Some(live) = self.generations.pointer()? else {
            return Ok(None);
        };
        Ok(read_held(&self.generations.path(live))?.map(|held: Held<T>| held.about))
    }

    /// Earlier generations that are kept, ascending.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn earlier_generations(&self) -> Result<Vec<u64>, IndexError> {
        let live = self.generations.pointer()?;
        let mut kept = self.generations.complete()?;
        kept.retain(|&generation| live.is_some_and(|live| generation < live));
        Ok(kept)
    }
}

/// What waits, and its folder. What another version wrote, or was overtaken, does not count.
fn held<T: DeserializeOwned>(
    generations: &Generations,
) -> Result<Option<(PathBuf, T)>, IndexError> {
    let live = generations.pointer()?;
    let Some(dir) = generations.candidate()? else {
        return Ok(None);
    };
    let current = read_held(&dir)?.filter(|held: &Held<T>| held.live == live);
    Ok(current.map(|held| (dir, held.about)))
}

fn read_held<T: DeserializeOwned>(dir: &Path) -> Result<Option<Held<T>>, IndexError> {
    match durable::read_json(&manifest::candidate_path(dir)) {
        Err(IndexError::Damaged { problem, .. }) => {
            tracing::warn!(problem, "what was said of a generation cannot be read");
            Ok(None)
        }
        read => read,
    }
}
