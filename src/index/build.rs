//! Builds a generation: takes over the live one, replaces what changed, checks the result. What
//! becomes of it then is decided elsewhere, see `candidate`.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::Instant;

use tantivy::{IndexWriter, TantivyDocument, TantivyError, Term};

use crate::article::{Article, ContentHash};
use crate::passage::Passage;

use super::analysis::question;
use super::candidate::Prepared;
use super::generation::{Draft, Generations};
use super::lock::WriterLock;
use super::manifest::{self, Contents, Indexed, Manifest};
use super::schema::{self, Fields};
use super::search::Snapshot;
use super::{Calibration, IndexError, Phase, Progress, Report, Settings, SkippedFile};

/// Candidates among which a passage must find itself when a new generation is checked.
const CHECK_CANDIDATES: usize = 50;

/// Words of a passage that are asked for in that check.
const CHECK_WORDS: usize = 12;

/// A file of the corpus that should become an article.
pub struct File<'a> {
    pub path: &'a str,
    pub hash: &'a ContentHash,
    /// Reads and cuts it; called only if it changed.
    pub read: Box<dyn Fn() -> ReadFile + 'a>,
}

/// An article and its passages, or why there are none.
pub type ReadFile = Result<(Article, Vec<Passage>), SkippedFile>;

/// Told how far a build is; says whether to go on.
pub type Watcher<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// The right to build and to publish, held by one process at a time.
#[derive(Debug)]
pub struct Writer {
    pub(super) generations: Generations,
    pub(super) settings: Settings,
    _lock: WriterLock,
}

/// The generation that a build starts from.
struct Base {
    generation: u64,
    dir: PathBuf,
    contents: Contents,
}

/// A build under way: the folder, the engine's writer, what the folder will hold.
struct Build {
    draft: Draft,
    fields: Fields,
    writer: IndexWriter,
}

impl Writer {
    pub(super) fn new(generations: Generations, settings: Settings, lock: WriterLock) -> Self {
        Self {
            generations,
            settings,
            _lock: lock,
        }
    }

    /// Builds a generation of exactly these files; `skipped` are those that are known not to become
    /// an article. `calibrate` is asked of the new generation, whose answers it will decide. The
    /// live generation goes on answering; when nothing changed, there is no other.
    ///
    /// # Errors
    /// When a generation cannot be built, or [`IndexError::Cancelled`].
    pub fn prepare(
        &self,
        files: &[File<'_>],
        skipped: Vec<SkippedFile>,
        calibrate: &dyn Fn(&Snapshot) -> Result<Calibration, IndexError>,
        progress: &mut Watcher<'_>,
    ) -> Result<Prepared, IndexError> {
        self.build(files, skipped, calibrate, progress)
            .map_err(|error| error.writing_into(&self.settings.dir))
    }

    fn build(
        &self,
        files: &[File<'_>],
        mut skipped: Vec<SkippedFile>,
        calibrate: &dyn Fn(&Snapshot) -> Result<Calibration, IndexError>,
        progress: &mut Watcher<'_>,
    ) -> Result<Prepared, IndexError> {
        let (started, clock) = (jiff::Timestamp::now(), Instant::now());
        let base = self.base()?;
        let old = base
            .as_ref()
            .map(|base| base.contents.clone())
            .unwrap_or_default();

        let (unchanged, to_read): (Vec<&File<'_>>, Vec<&File<'_>>) =
            files.iter().partition(|file| {
                old.get(file.path)
                    .is_some_and(|known| known.hash == *file.hash)
            });
        let mut contents: Contents = unchanged
            .iter()
            .filter_map(|file| Some((file.path.to_owned(), old.get(file.path)?.clone())))
            .collect();

        let known_failures = skipped.len();
        let total = files.len() + known_failures;
        let mut at = Progress {
            phase: Phase::Indexing,
            done: unchanged.len() + known_failures,
            failed: known_failures,
            total,
        };
        go_on(progress(at))?;

        let mut build: Option<Build> = None;
        for file in to_read {
            match (file.read)() {
                Ok((article, passages)) => {
                    let build = self.continued(&mut build, base.as_ref())?;
                    if old.contains_key(file.path) {
                        build.remove(file.path);
                    }
                    build.add(&article, &passages)?;
                    let Article { source, hash, .. } = article;
                    let indexed = Indexed {
                        hash,
                        language: source.language,
                        passages: passages.len(),
                    };
                    contents.insert(file.path.to_owned(), indexed);
                }
                Err(unreadable) => {
                    at.failed += 1;
                    skipped.push(unreadable);
                }
            }
            at.done += 1;
            go_on(progress(at))?;
        }
        skipped.sort();

        let gone: Vec<&String> = old
            .keys()
            .filter(|path| !contents.contains_key(*path))
            .collect();
        for path in &gone {
            self.continued(&mut build, base.as_ref())?.remove(path);
        }
        if build.is_none() && base.is_none() {
            self.continued(&mut build, None)?;
        }

        let (added, changed) = new_and_changed(&old, &contents);
        let removed = gone.into_iter().cloned().collect();
        let passages = contents.values().map(|file| file.passages).sum();
        let articles = contents.len();
        let live = base.as_ref().map(|base| base.generation);
        let built = match build {
            Some(build) => Some(finish(build, &contents, calibrate, &mut |phase| {
                progress(Progress { phase, ..at })
            })?),
            None => None,
        };
        let generation = match &built {
            Some((draft, _)) => draft.generation,
            None => live.unwrap_or(0),
        };
        let report = Report {
            generation,
            published: false,
            added,
            changed,
            removed,
            unchanged: unchanged.len(),
            skipped,
            articles,
            passages,
            started,
            took: clock.elapsed(),
        };
        Ok(Prepared::new(live, report, built))
    }

    /// The live generation, if it is of this version and whole.
    fn base(&self) -> Result<Option<Base>, IndexError> {
        let Some(live) = self.generations.open_live()? else {
            return Ok(None);
        };
        let generation = live.generation();
        let dir = self.generations.path(generation);
        match manifest::read_contents(&dir) {
            Ok(contents) => Ok(Some(Base {
                generation,
                dir,
                contents,
            })),
            Err(error) => {
                tracing::warn!(%error, "building from nothing");
                Ok(None)
            }
        }
    }

    /// The build under way, begun now if it was not yet: a run that finds nothing to do writes
    /// nothing.
    fn continued<'a>(
        &self,
        build: &'a mut Option<Build>,
        base: Option<&Base>,
    ) -> Result<&'a mut Build, IndexError> {
        match build {
            Some(build) => Ok(build),
            None => {
                let begun = Build::begin(self.generations.begin()?, base, &self.settings)?;
                Ok(build.insert(begun))
            }
        }
    }
}

/// Writes a build to disk, measures and checks it.
fn finish(
    build: Build,
    contents: &Contents,
    calibrate: &dyn Fn(&Snapshot) -> Result<Calibration, IndexError>,
    progress: &mut dyn FnMut(Phase) -> ControlFlow<()>,
) -> Result<(Draft, Manifest), IndexError> {
    go_on(progress(Phase::Writing))?;
    let draft = build.finish()?;
    let mut manifest = Manifest::new(draft.generation, jiff::Timestamp::now(), contents);
    manifest.calibration = calibrate(&Snapshot::open(&draft.dir, manifest.clone())?)?;
    manifest.write(&draft.dir, contents)?;
    go_on(progress(Phase::Verifying))?;
    verify(&draft, manifest.clone())?;
    Ok((draft, manifest))
}

fn go_on(flow: ControlFlow<()>) -> Result<(), IndexError> {
    match flow {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(IndexError::Cancelled),
    }
}

pub(super) fn new_and_changed(old: &Contents, new: &Contents) -> (Vec<String>, Vec<String>) {
    let differs = |(path, file): &(&String, &Indexed)| {
        old.get(*path).is_none_or(|before| before.hash != file.hash)
    };
    let paths: BTreeSet<&String> = new.iter().filter(differs).map(|(path, _)| path).collect();
    paths
        .into_iter()
        .cloned()
        .partition(|path| !old.contains_key(path))
}

impl Build {
    fn begin(draft: Draft, base: Option<&Base>, settings: &Settings) -> Result<Self, IndexError> {
        let (schema, fields) = schema::schema();
        let index = match base {
            Some(base) => {
                draft.start_from(&base.dir)?;
                tantivy::Index::open_in_dir(&draft.dir)?
            }
            None => tantivy::Index::create_in_dir(&draft.dir, schema)?,
        };
        // One thread, so that two builds from the same files are the same.
        let writer = index.writer_with_num_threads(1, settings.memory_bytes)?;
        Ok(Self {
            draft,
            fields,
            writer,
        })
    }

    fn remove(&mut self, path: &str) {
        self.writer
            .delete_term(Term::from_field_text(self.fields.path, path));
    }

    fn add(&mut self, article: &Article, passages: &[Passage]) -> Result<(), IndexError> {
        let documents: Vec<TantivyDocument> = self
            .fields
            .documents(article, passages)
            .map_err(|error| IndexError::io("cannot store", &self.draft.dir)(error.into()))?;
        for document in documents {
            if let Err(stopped) = self.writer.add_document(document) {
                return Err(self.why(stopped));
            }
        }
        Ok(())
    }

    /// Why no more can be added: the engine tells it to whoever commits.
    fn why(&mut self, stopped: TantivyError) -> IndexError {
        self.writer.commit().err().unwrap_or(stopped).into()
    }

    fn finish(mut self) -> Result<Draft, IndexError> {
        self.writer.commit()?;
        self.writer.wait_merging_threads()?;
        Ok(self.draft)
    }
}

/// Opens the new generation and asks it for a passage it holds.
fn verify(draft: &Draft, manifest: Manifest) -> Result<(), IndexError> {
    let damaged = |problem: String| IndexError::Damaged {
        path: draft.dir.clone(),
        problem,
    };
    let (expected, languages) = (manifest.passages, manifest.languages.clone());
    let snapshot = Snapshot::open(&draft.dir, manifest)?;
    let found = snapshot.count();
    if found != expected {
        return Err(damaged(format!(
            "it holds {found} passages instead of {expected}"
        )));
    }
    let Some(sample) = snapshot.any()? else {
        return Ok(());
    };
    let unreadable = || damaged("a passage cannot be read".to_owned());
    let (_, passage) = sample.open().ok_or_else(unreadable)?;
    let mut terms = question::terms(&passage.text, &languages);
    terms.truncate(CHECK_WORDS);
    let found = snapshot.candidates(&terms, CHECK_CANDIDATES)?;
    let itself = found.iter().any(|hit| {
        hit.digest.article == sample.digest.article || hit.digest.text == sample.digest.text
    });
    if terms.is_empty() || itself {
        Ok(())
    } else {
        Err(damaged("a passage does not find itself".to_owned()))
    }
}
