//! Builds a generation: takes over the live one, replaces what changed, checks the result. What
//! becomes of it then is decided elsewhere, see `candidate`.
//!
//! Building is bound by the processor: two are busy nine tenths of the time, and wait while an arena
//! is written. For 100,000 passages of English, reading the articles takes a tenth of their time,
//! cutting them an eighth, analysis and digests a quarter, the engine's lists a quarter, one half of
//! that for stems with their places and the other for words as written, titles and headings, and
//! storing passages an eighth. Plain tantivy has one field of words without any analysis and stores
//! nothing but text, and so indexes in two fifths of the time, reading and cutting included. Looking
//! words up, in what was read before and in the engine's arena, mostly waits for memory.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::Instant;

use tantivy::index::SegmentId;
use tantivy::indexer::{IndexWriterOptions, NoMergePolicy};
use tantivy::{IndexWriter, TantivyError, Term};

use crate::article::{Article, ContentHash};
use crate::passage::Passage;

use super::analysis::{Analyzers, question};
use super::candidate::Prepared;
use super::document::Document;
use super::generation::{Draft, Generations};
use super::lock::WriterLock;
use super::manifest::{self, Contents, Indexed, Manifest};
use super::merging::{self, Part};
use super::room::Room;
use super::schema::{self, Fields};
use super::search::Snapshot;
use super::{Calibration, IndexError, Phase, Progress, Report, Settings, SkippedFile, readers};

/// Words of a passage by which it must be found when a new generation is checked.
const CHECK_WORDS: usize = 12;

// How the memory for a build is shared out. What is in the engine's arena when it is full is sorted
// and written while the next passages wait, and the allocator gives little of it back.
const ARENA_PART: usize = 2;
const AHEAD_PART: usize = 8;

/// The engine wants no less, and takes no more.
const MIN_ARENA_BYTES: usize = 15_000_000;
const MAX_ARENA_BYTES: usize = 4_000_000_000;

/// Parts are put together so many groups at a time.
const MERGE_THREADS: usize = 2;

/// A file of the corpus that should become an article.
pub struct File<'a> {
    pub path: &'a str,
    pub hash: &'a ContentHash,
    /// Reads and cuts it, on any thread; called only if it changed.
    pub read: Box<dyn Fn() -> ReadFile + Send + Sync + 'a>,
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

/// An article as it goes into the index.
struct Analysed {
    path: String,
    indexed: Indexed,
    documents: Vec<Document>,
}

/// A build under way: the folder, the engine's writer, what the folder will hold.
struct Build {
    // Dropped before the folder is: its threads would go on writing into what is removed.
    writer: IndexWriter<Document>,
    fields: Fields,
    draft: Draft,
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

        let (_, fields) = schema::schema();
        let room = Room::new(self.settings.memory_bytes / AHEAD_PART);
        let analyse = |analyzers: &mut Analyzers, file: &&File<'_>| {
            let (article, passages) = match (file.read)() {
                Ok(read) => read,
                Err(unreadable) => return Ok(Err(unreadable)),
            };
            let mut documents = fields.documents(&article, &passages, analyzers)?;
            for document in &mut documents {
                document.held = Some(room.hold(document.bytes()));
            }
            let indexed = Indexed {
                hash: article.hash,
                language: article.source.language,
                passages: passages.len(),
            };
            Ok(Ok(Analysed {
                path: file.path.to_owned(),
                indexed,
                documents,
            }))
        };
        let mut build: Option<Build> = None;
        let take = |made: serde_json::Result<Result<Analysed, SkippedFile>>| {
            match made.map_err(|error| self.cannot_store(error))? {
                Ok(Analysed {
                    path,
                    indexed,
                    documents,
                }) => {
                    let build = self.continued(&mut build, base.as_ref())?;
                    if old.contains_key(&path) {
                        build.remove(&path);
                    }
                    build.add(documents)?;
                    contents.insert(path, indexed);
                }
                Err(unreadable) => {
                    at.failed += 1;
                    skipped.push(unreadable);
                }
            }
            at.done += 1;
            go_on(progress(at))
        };
        readers::in_order(&to_read, &room, Analyzers::default, analyse, take)?;
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

    fn cannot_store(&self, error: serde_json::Error) -> IndexError {
        IndexError::io("cannot store", &self.settings.dir)(error.into())
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
    manifest.calibration = calibrate(&Snapshot::open_briefly(&draft.dir, manifest.clone())?)?;
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
        let mut index = match base {
            Some(base) => {
                draft.start_from(&base.dir)?;
                tantivy::Index::open_in_dir(&draft.dir)?
            }
            None => tantivy::Index::builder()
                .schema(schema)
                .settings(schema::settings())
                .create_in_dir(&draft.dir)?,
        };
        index.set_tokenizers(schema::tokenizers());
        // One thread, so that two builds from the same files are the same.
        let arena = settings.memory_bytes / ARENA_PART;
        let options = IndexWriterOptions::builder()
            .num_worker_threads(1)
            .num_merge_threads(MERGE_THREADS)
            .memory_budget_per_thread(arena.clamp(MIN_ARENA_BYTES, MAX_ARENA_BYTES))
            .build();
        let writer = index.writer_with_options(options)?;
        writer.set_merge_policy(Box::new(NoMergePolicy));
        Ok(Self {
            writer,
            fields,
            draft,
        })
    }

    fn remove(&mut self, path: &str) {
        self.writer
            .delete_term(Term::from_field_text(self.fields.path, path));
    }

    fn add(&mut self, documents: Vec<Document>) -> Result<(), IndexError> {
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
        // A part that was just put together may be one of too many of its new size.
        while self.merge()? {}
        self.writer.wait_merging_threads()?;
        Ok(self.draft)
    }

    /// Puts together what is to be; whether there was anything.
    fn merge(&mut self) -> Result<bool, IndexError> {
        let segments = self.writer.index().searchable_segment_metas()?;
        let parts: Vec<Part> = segments
            .iter()
            .map(|segment| Part {
                passages: segment.num_docs(),
                gone: segment.num_deleted_docs(),
            })
            .collect();
        let groups = merging::groups(&parts);
        let id = |&part: &usize| segments.get(part).map(|segment| segment.id());
        let merges: Vec<_> = groups
            .iter()
            .map(|group| {
                let ids: Vec<SegmentId> = group.iter().filter_map(id).collect();
                self.writer.merge(&ids)
            })
            .collect();
        for merge in merges {
            merge.wait()?;
        }
        Ok(!groups.is_empty())
    }
}

/// Opens the new generation and asks it for a passage it holds.
fn verify(draft: &Draft, manifest: Manifest) -> Result<(), IndexError> {
    let damaged = |problem: String| IndexError::Damaged {
        path: draft.dir.clone(),
        problem,
    };
    let (expected, languages) = (manifest.passages, manifest.languages.clone());
    let snapshot = Snapshot::open_briefly(&draft.dir, manifest)?;
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
    let (source, passage) = sample.open().ok_or_else(unreadable)?;
    let mut terms = question::terms(&passage.text, &languages);
    terms.truncate(CHECK_WORDS);
    // Not by whether it is among the best: a thousand articles may begin alike.
    let everywhere = snapshot.frequencies(&terms)?;
    let elsewhere = snapshot.frequencies_without(&source.path, &terms)?;
    let is_listed = everywhere
        .iter()
        .zip(&elsewhere)
        .any(|(all, other)| all > other);
    let itself = is_listed && !snapshot.candidates(&terms, 1)?.is_empty();
    if terms.is_empty() || itself {
        Ok(())
    } else {
        Err(damaged(
            "a passage is not found by its own words".to_owned(),
        ))
    }
}
