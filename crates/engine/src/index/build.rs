//! Builds a generation: starts from the live one, replaces what changed, and checks the result.
//! What becomes of it is decided elsewhere; see `release`.
//!
//! Reading, cutting and analysing articles uses all processors. One thread adds the results to the
//! index in the order of the files, so that two builds from the same files are the same.

mod generation_writer;
mod verify;

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use crate::article::{Article, ContentHash};
use crate::passage::Passage;

use super::analysis::Analyzers;
use super::document::Document;
use super::generation::{Draft, Generations};
use super::manifest::{self, Changes, Contents, IndexedFile, Manifest};
use super::memory_budget::MemoryBudget;
use super::pipeline;
use super::release::BuiltGeneration;
use super::schema::{self, Fields};
use super::search::Snapshot;
use super::writer::Writer;
use super::{Calibration, IndexError, Phase, Progress, Report, SkippedFile};

use self::generation_writer::GenerationWriter;

/// Documents that wait to be added may take one in this many bytes of a build's memory.
const WAITING_DIVISOR: usize = 8;

/// A file of the corpus that should become an article.
pub struct FileToIndex<'a> {
    pub path: &'a str,
    pub hash: &'a ContentHash,
    /// Reads and cuts the file, on any thread. Called only if the file changed.
    pub read: Box<dyn Fn() -> ReadFile + Send + Sync + 'a>,
}

/// An article and its passages, or why there are none.
pub type ReadFile = Result<(Article, Vec<Passage>), SkippedFile>;

/// Called with the progress of a build; decides whether to go on.
pub type Watcher<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// Measures what "not covered" looks like in a new generation.
type Calibrate<'a> = dyn Fn(&Snapshot) -> Result<Calibration, IndexError> + 'a;

impl Writer {
    /// Builds a generation of exactly these files; `skipped` are those already known not to become
    /// articles. The live generation goes on answering meanwhile. If nothing changed, the result
    /// has no new generation.
    ///
    /// # Errors
    /// [`IndexError::Cancelled`] if `progress` breaks, [`IndexError::Full`] if the disk is full,
    /// [`IndexError::Damaged`] if the new generation fails its check; otherwise any error of
    /// reading the live generation, writing the new one, or `calibrate`.
    pub fn build(
        &self,
        files: &[FileToIndex<'_>],
        skipped: Vec<SkippedFile>,
        calibrate: &dyn Fn(&Snapshot) -> Result<Calibration, IndexError>,
        progress: &mut Watcher<'_>,
    ) -> Result<BuiltGeneration, IndexError> {
        self.build_steps(files, skipped, calibrate, progress)
            .map_err(|error| error.writing_into(&self.settings.dir))
    }

    fn build_steps(
        &self,
        files: &[FileToIndex<'_>],
        skipped: Vec<SkippedFile>,
        calibrate: &Calibrate<'_>,
        progress: &mut Watcher<'_>,
    ) -> Result<BuiltGeneration, IndexError> {
        let mut build = Build::start(self, skipped, progress)?;
        let changed = build.keep_unchanged(files)?;
        build.index(&changed)?;
        build.remove_missing()?;
        build.create_first_generation()?;
        let generation = build.write_and_verify(calibrate)?;
        Ok(build.into_built(generation))
    }
}

/// The generation that a build starts from.
struct Base {
    generation: u64,
    dir: PathBuf,
}

/// An article ready to be added to the index.
struct AnalysedArticle {
    path: String,
    indexed: IndexedFile,
    documents: Vec<Document>,
}

/// A build under way.
struct Build<'a, 'p> {
    writer: &'a Writer,
    fields: Fields,
    base: Option<Base>,
    /// The files in the base.
    old: Contents,
    /// The files in the new generation.
    contents: Contents,
    /// Created with the first change, so that a build without changes writes nothing.
    output: Option<GenerationWriter>,
    unchanged: usize,
    skipped: Vec<SkippedFile>,
    at: Progress,
    watcher: &'a mut Watcher<'p>,
    started: jiff::Timestamp,
    clock: Instant,
}

impl<'a, 'p> Build<'a, 'p> {
    fn start(
        writer: &'a Writer,
        skipped: Vec<SkippedFile>,
        watcher: &'a mut Watcher<'p>,
    ) -> Result<Self, IndexError> {
        let (started, clock) = (jiff::Timestamp::now(), Instant::now());
        let (_, fields) = schema::schema();
        let (base, old) = base(&writer.generations)?.unzip();
        Ok(Self {
            writer,
            fields,
            base,
            old: old.unwrap_or_default(),
            contents: Contents::new(),
            output: None,
            unchanged: 0,
            skipped,
            at: Progress::default(),
            watcher,
            started,
            clock,
        })
    }

    /// Keeps the files that are in the base already and returns the others.
    fn keep_unchanged<'f, 'r>(
        &mut self,
        files: &'f [FileToIndex<'r>],
    ) -> Result<Vec<&'f FileToIndex<'r>>, IndexError> {
        let mut changed = Vec::new();
        for file in files {
            match self.old.get(file.path) {
                Some(indexed) if indexed.hash == *file.hash => {
                    self.contents.insert(file.path.to_owned(), indexed.clone());
                    self.unchanged += 1;
                }
                _ => changed.push(file),
            }
        }
        self.at = Progress {
            phase: Phase::Indexing,
            done: self.unchanged + self.skipped.len(),
            failed: self.skipped.len(),
            total: files.len() + self.skipped.len(),
        };
        self.report_progress()?;
        Ok(changed)
    }

    /// Reads, analyses and adds files.
    fn index(&mut self, files: &[&FileToIndex<'_>]) -> Result<(), IndexError> {
        let budget = MemoryBudget::new(self.writer.settings.memory_bytes / WAITING_DIVISOR);
        let fields = self.fields;
        let analyse = |analyzers: &mut Analyzers, file: &&FileToIndex<'_>| {
            analyse(file, &fields, analyzers, &budget)
        };
        pipeline::map_in_order(files, &budget, Analyzers::default, analyse, |analysed| {
            match analysed.map_err(|error| self.cannot_store(error))? {
                Ok(article) => self.add(article)?,
                Err(unreadable) => {
                    self.at.failed += 1;
                    self.skipped.push(unreadable);
                }
            }
            self.at.done += 1;
            self.report_progress()
        })?;
        self.skipped.sort();
        Ok(())
    }

    fn add(&mut self, article: AnalysedArticle) -> Result<(), IndexError> {
        let AnalysedArticle {
            path,
            indexed,
            documents,
        } = article;
        let replaces = self.old.contains_key(&path);
        let output = self.output()?;
        if replaces {
            output.remove(&path);
        }
        output.add(documents)?;
        self.contents.insert(path, indexed);
        Ok(())
    }

    /// Removes the articles whose file is gone or cannot be read any more.
    fn remove_missing(&mut self) -> Result<(), IndexError> {
        let missing = manifest::missing(&self.old, &self.contents);
        for path in missing {
            self.output()?.remove(&path);
        }
        Ok(())
    }

    /// Without a live generation there has to be a new one, even an empty one.
    fn create_first_generation(&mut self) -> Result<(), IndexError> {
        if self.base.is_none() {
            self.output()?;
        }
        Ok(())
    }

    fn output(&mut self) -> Result<&mut GenerationWriter, IndexError> {
        match self.output {
            Some(ref mut output) => Ok(output),
            None => {
                let draft = self.writer.generations.begin()?;
                let base = self.base.as_ref().map(|base| base.dir.as_path());
                let output = GenerationWriter::open(draft, base, &self.writer.settings)?;
                Ok(self.output.insert(output))
            }
        }
    }

    /// Completes the new generation's folder; `None` if nothing changed.
    fn write_and_verify(
        &mut self,
        calibrate: &Calibrate<'_>,
    ) -> Result<Option<(Draft, Manifest)>, IndexError> {
        let Some(output) = self.output.take() else {
            return Ok(None);
        };
        self.enter(Phase::Writing)?;
        let draft = output.finish()?;
        let mut manifest = Manifest::new(draft.generation, jiff::Timestamp::now(), &self.contents);
        manifest.calibration = calibrate(&Snapshot::open_briefly(&draft.dir, manifest.clone())?)?;
        manifest.write(&draft.dir, &self.contents)?;
        self.enter(Phase::Verifying)?;
        verify::verify(&draft, manifest.clone())?;
        Ok(Some((draft, manifest)))
    }

    fn into_built(self, new: Option<(Draft, Manifest)>) -> BuiltGeneration {
        let live = self.base.map(|base| base.generation);
        let generation = match &new {
            Some((draft, _)) => draft.generation,
            None => live.unwrap_or(0),
        };
        let Changes {
            added,
            changed,
            removed,
        } = Changes::between(&self.old, &self.contents);
        let report = Report {
            generation,
            published: false,
            added,
            changed,
            removed,
            unchanged: self.unchanged,
            skipped: self.skipped,
            articles: self.contents.len(),
            passages: self.contents.values().map(|file| file.passages).sum(),
            started: self.started,
            took: self.clock.elapsed(),
        };
        BuiltGeneration::new(live, report, new)
    }

    fn enter(&mut self, phase: Phase) -> Result<(), IndexError> {
        self.at.phase = phase;
        self.report_progress()
    }

    fn report_progress(&mut self) -> Result<(), IndexError> {
        match (self.watcher)(self.at) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(IndexError::Cancelled),
        }
    }

    fn cannot_store(&self, error: serde_json::Error) -> IndexError {
        IndexError::io("cannot store", &self.writer.settings.dir)(error.into())
    }
}

/// The live generation and its files, if it is of this version and whole.
fn base(generations: &Generations) -> Result<Option<(Base, Contents)>, IndexError> {
    let Some(live) = generations.open_live()? else {
        return Ok(None);
    };
    let generation = live.generation();
    let dir = generations.path(generation);
    match manifest::read_contents(&dir) {
        Ok(contents) => Ok(Some((Base { generation, dir }, contents))),
        Err(error) => {
            tracing::warn!(%error, "the live generation's files are unknown; building from scratch");
            Ok(None)
        }
    }
}

/// Reads a file and makes documents of it, which count against the budget.
fn analyse(
    file: &FileToIndex<'_>,
    fields: &Fields,
    analyzers: &mut Analyzers,
    budget: &Arc<MemoryBudget>,
) -> serde_json::Result<Result<AnalysedArticle, SkippedFile>> {
    let (article, passages) = match (file.read)() {
        Ok(read) => read,
        Err(unreadable) => return Ok(Err(unreadable)),
    };
    let mut documents = fields.documents(&article, &passages, analyzers)?;
    for document in &mut documents {
        document.reservation = Some(budget.reserve(document.bytes()));
    }
    let indexed = IndexedFile {
        hash: article.hash,
        language: article.source.language,
        passages: passages.len(),
    };
    Ok(Ok(AnalysedArticle {
        path: file.path.to_owned(),
        indexed,
        documents,
    }))
}
