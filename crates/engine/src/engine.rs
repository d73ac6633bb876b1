//! A folder of articles that answers: the corpus, its index, and the settings they are asked with.
//!
//! Everything here is synchronous. Programs that answer many people at once share one [`Engine`]
//! between threads and bound the number of questions themselves; asking never waits for a reindex.

mod calibrate;
mod recognise;
mod view;

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use arc_swap::{ArcSwap, ArcSwapOption};

use crate::answer::{
    self, Answer, Examined, Explanation, Lexicon, Model, Question, Thresholds, Tuning,
};
use crate::corpus::{self, Corpus, CorpusError, Scan, Skipped};
use crate::index::{
    self, BuiltGeneration, Change, HistoryEntry, Index, IndexError, Phase, Progress, Report,
    SkippedFile, Snapshot, Watcher, Writer,
};
use crate::language::Language;
use crate::passage;

pub use self::view::{Search, View};

/// Bytes of an article above which it is skipped, unless set otherwise.
const MAX_FILE_BYTES: u64 = 2 * 1024 * 1024;

/// Earlier generations kept, unless set otherwise.
const KEEP_GENERATIONS: usize = 2;

/// Bytes of memory that indexing may use, unless set otherwise.
const MEMORY_BYTES: usize = 256 * 1024 * 1024;

/// Share of uncovered questions that may be called answered, unless set otherwise.
const FALSE_ANSWERS: f32 = 0.05;

/// Characters of a question that are used, unless set otherwise.
const MAX_QUESTION_CHARS: usize = 500;

/// Which articles to answer from, where their index lives, and how to answer.
#[derive(Debug, Clone)]
pub struct Settings {
    pub corpus: Corpus,
    pub index: index::Settings,
    /// Words that mean the same: a group a line, members separated by commas.
    pub synonyms: String,
    /// Share of uncovered questions that may be called answered, 0 to 1.
    pub false_answers: f32,
    /// Characters of a question that are used; the rest is cut off.
    pub max_question_chars: usize,
}

impl Settings {
    /// A folder of articles and a folder for its index, with the defaults for everything else.
    #[must_use]
    pub fn new(articles: impl Into<PathBuf>, index: impl Into<PathBuf>) -> Self {
        let index = index.into();
        Self {
            corpus: Corpus::new(articles, MAX_FILE_BYTES).without(index.clone()),
            index: index::Settings {
                dir: index,
                keep_generations: KEEP_GENERATIONS,
                memory_bytes: MEMORY_BYTES,
            },
            synonyms: String::new(),
            false_answers: FALSE_ANSWERS,
            max_question_chars: MAX_QUESTION_CHARS,
        }
    }
}

/// Why a question got no answer.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// Nothing is left of the question once mentions, links and markup are gone.
    #[error("the question holds no words; write what you want to know")]
    NoWords,
    /// No article has been indexed yet.
    #[error("nothing is indexed yet; run a reindex first")]
    NoIndex,
    #[error("the index could not be searched")]
    Failed(#[from] IndexError),
}

/// Why no generation was built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    #[error(transparent)]
    Corpus(#[from] CorpusError),
    #[error(transparent)]
    Index(#[from] IndexError),
}

impl BuildError {
    /// Whether the watcher ended the build.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        matches!(self, Self::Index(IndexError::Cancelled))
    }
}

/// Answers questions from a folder of articles.
pub struct Engine {
    settings: Settings,
    index: Index,
    live: ArcSwapOption<Snapshot>,
    tuning: ArcSwap<Tuning>,
    lexicon: ArcSwap<TunedLexicon>,
}

/// A lexicon with the tuning that it was made for.
#[derive(Default)]
struct TunedLexicon {
    tuning: Arc<Tuning>,
    lexicon: Arc<Lexicon>,
}

impl Engine {
    /// Opens the index, creating its folder if necessary. The articles are not read before
    /// [`Self::reindex`].
    ///
    /// # Errors
    /// [`IndexError::Io`] when the index folder cannot be created or read, and
    /// [`IndexError::Damaged`] when the live generation cannot be opened.
    pub fn open(settings: Settings) -> Result<Self, IndexError> {
        let index = Index::open(settings.index.clone())?;
        let live = index.live()?.map(Arc::new);
        Ok(Self {
            settings,
            index,
            live: ArcSwapOption::new(live),
            tuning: ArcSwap::default(),
            lexicon: ArcSwap::default(),
        })
    }

    /// Answers a question as it was typed, with at most `excerpts` passages.
    ///
    /// # Errors
    /// See [`AskError`].
    pub fn ask(&self, question: &str, excerpts: usize) -> Result<Answer, AskError> {
        self.follow_up(&[], question, excerpts)
    }

    /// As [`Self::ask`]. The `earlier` questions of the conversation, oldest first, supply what this
    /// one leaves out: "And in China?"
    ///
    /// # Errors
    /// See [`AskError`].
    pub fn follow_up(
        &self,
        earlier: &[String],
        question: &str,
        excerpts: usize,
    ) -> Result<Answer, AskError> {
        let question = self.question(question)?;
        self.view()?
            .answer(question, &self.cleaned(earlier), excerpts)
    }

    /// What ranking sees of a question, scored with the given model.
    ///
    /// # Errors
    /// See [`AskError`].
    pub(crate) fn examine(
        &self,
        earlier: &[String],
        question: &str,
        model: &Model,
    ) -> Result<Examined, AskError> {
        let question = self.clean(question);
        let found = self.view()?.search(question, &self.cleaned(earlier))?;
        Ok(answer::examine(
            &found.asked,
            found.hits,
            &found.statistics,
            model,
        ))
    }

    /// Why a question is answered as it is, and what became of an article, by path, that was
    /// expected to answer it.
    ///
    /// # Errors
    /// See [`AskError`].
    pub fn explain(
        &self,
        question: &str,
        expected: Option<String>,
    ) -> Result<Explanation, AskError> {
        let question = self.question(question)?;
        self.view()?.explain(question, expected)
    }

    /// Brings the index up to date with the articles and publishes it. `by` is kept in the history.
    ///
    /// # Errors
    /// [`BuildError::Corpus`] when the articles cannot be listed, [`IndexError::Locked`] when another
    /// process is indexing, [`IndexError::Cancelled`] when `progress` ended it. The live generation
    /// then goes on answering.
    pub fn reindex(&self, by: &str, progress: &mut Watcher<'_>) -> Result<Report, BuildError> {
        let writer = self.index.writer()?;
        let built = self.build(&writer, progress)?;
        let entry = HistoryEntry::new(by, Change::Published, built.report(), 0);
        // From here on it is too late to cancel.
        let _ = progress(publishing(built.report()));
        let report = writer.publish(built, &entry)?;
        self.index.remember(Ok(&report))?;
        self.refresh()?;
        Ok(report)
    }

    /// Builds a generation from the articles as they are now, without publishing it.
    ///
    /// # Errors
    /// See [`BuildError`].
    pub fn build(
        &self,
        writer: &Writer,
        progress: &mut Watcher<'_>,
    ) -> Result<BuiltGeneration, BuildError> {
        if progress(Progress::default()) == ControlFlow::Break(()) {
            return Err(IndexError::Cancelled.into());
        }
        let Scan { files, skipped } = self.settings.corpus.scan()?;
        let files: Vec<index::FileToIndex<'_>> = files.iter().map(indexable).collect();
        let skipped = skipped.iter().map(skipped_file).collect();
        let synonyms = self.synonyms(&self.tuning.load());
        let calibrate = |snapshot: &Snapshot| {
            let lexicon = Lexicon::new(&synonyms, snapshot.languages());
            calibrate::calibrate(snapshot, &lexicon)
        };
        Ok(writer.build(&files, skipped, &calibrate, progress)?)
    }

    /// Switches to the generation that was published last, by this or another process. Returns its
    /// number.
    ///
    /// # Errors
    /// [`IndexError::Io`] or [`IndexError::Damaged`] when it cannot be opened.
    pub fn refresh(&self) -> Result<Option<u64>, IndexError> {
        let published = self.index.live_generation()?;
        if published == self.generation() {
            return Ok(published);
        }
        let live = self.index.live()?.map(Arc::new);
        let generation = live.as_deref().map(Snapshot::generation);
        self.live.store(live);
        Ok(generation)
    }

    /// The number of the generation that answers; `None` before the first one.
    #[must_use]
    pub fn generation(&self) -> Option<u64> {
        self.live.load().as_deref().map(Snapshot::generation)
    }

    /// The generation that answers, without looking for a newer one.
    #[must_use]
    pub fn snapshot(&self) -> Option<Arc<Snapshot>> {
        self.live.load_full()
    }

    /// The newest generation.
    ///
    /// # Errors
    /// [`AskError::NoIndex`] when there is none, [`AskError::Failed`] when it cannot be opened.
    pub fn current(&self) -> Result<Arc<Snapshot>, AskError> {
        self.refresh()?;
        self.snapshot().ok_or(AskError::NoIndex)
    }

    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        &self.settings.corpus
    }

    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// What admins changed since the program was configured.
    #[must_use]
    pub fn tuning(&self) -> Arc<Tuning> {
        self.tuning.load_full()
    }

    /// Puts other changes into force, for every question from now on.
    pub fn set_tuning(&self, tuning: Tuning) {
        if **self.tuning.load() != tuning {
            self.tuning.store(Arc::new(tuning));
        }
    }

    /// Reads a question as it was typed.
    #[must_use]
    pub fn clean(&self, typed: &str) -> Question {
        Question::clean(typed, self.settings.max_question_chars)
    }

    fn cleaned(&self, typed: &[String]) -> Vec<Question> {
        typed.iter().map(|typed| self.clean(typed)).collect()
    }

    /// As [`Self::clean`], for a question that must hold a word.
    fn question(&self, typed: &str) -> Result<Question, AskError> {
        let question = self.clean(typed);
        if question.text.contains(char::is_alphanumeric) {
            Ok(question)
        } else {
            Err(AskError::NoWords)
        }
    }

    /// The newest generation with the tuning in force.
    ///
    /// # Errors
    /// As [`Self::current`].
    pub fn view(&self) -> Result<View, AskError> {
        let snapshot = self.current()?;
        let tuning = self.tuning.load_full();
        Ok(View {
            lexicon: self.lexicon(&tuning, snapshot.languages()),
            thresholds: self.thresholds_with(&tuning, &snapshot),
            tuning,
            snapshot,
        })
    }

    /// From which confidence a generation's answers are shown, with the tuning in force.
    #[must_use]
    pub fn thresholds(&self, snapshot: &Snapshot) -> Thresholds {
        self.thresholds_with(&self.tuning.load(), snapshot)
    }

    fn thresholds_with(&self, tuning: &Tuning, snapshot: &Snapshot) -> Thresholds {
        let calibration = snapshot.calibration();
        let false_answers = tuning.false_answers.unwrap_or(self.settings.false_answers);
        Thresholds::new(false_answers, |part| calibration.quantile(part))
    }

    /// Any generation with any tuning.
    #[must_use]
    pub fn view_of(&self, snapshot: Arc<Snapshot>, tuning: Arc<Tuning>) -> View {
        let synonyms = self.synonyms(&tuning);
        View {
            lexicon: Arc::new(Lexicon::new(&synonyms, snapshot.languages())),
            thresholds: self.thresholds_with(&tuning, &snapshot),
            tuning,
            snapshot,
        }
    }

    fn synonyms(&self, tuning: &Tuning) -> String {
        tuning.all_synonyms(&self.settings.synonyms)
    }

    /// Made anew when the corpus has other languages than before, or admins changed what words mean.
    fn lexicon(&self, tuning: &Arc<Tuning>, languages: &[Language]) -> Arc<Lexicon> {
        let known = self.lexicon.load_full();
        if known.lexicon.languages() == languages && Arc::ptr_eq(&known.tuning, tuning) {
            return Arc::clone(&known.lexicon);
        }
        let lexicon = Arc::new(Lexicon::new(&self.synonyms(tuning), languages));
        self.lexicon.store(Arc::new(TunedLexicon {
            tuning: Arc::clone(tuning),
            lexicon: Arc::clone(&lexicon),
        }));
        lexicon
    }
}

fn indexable(file: &corpus::File) -> index::FileToIndex<'_> {
    let read = || {
        let article = file.read().map_err(|skipped| skipped_file(&skipped))?;
        let passages = passage::passages(&article);
        Ok((article, passages))
    };
    index::FileToIndex {
        path: &file.path,
        hash: &file.hash,
        read: Box::new(read),
    }
}

/// How a report names a file that was skipped.
#[must_use]
pub fn skipped_file(skipped: &Skipped) -> SkippedFile {
    SkippedFile {
        path: skipped.path.clone(),
        reason: skipped.reason.to_string(),
    }
}

/// Progress once every file is done.
fn publishing(report: &Report) -> Progress {
    let total = report.articles + report.skipped.len();
    Progress {
        phase: Phase::Publishing,
        done: total,
        failed: report.skipped.len(),
        total,
    }
}
