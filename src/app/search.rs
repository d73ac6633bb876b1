//! From a question to what the live index knows about it, and to the answer.

use std::sync::Arc;

use anyhow::Context as _;

use lodestar_engine::answer::{
    self, Answer, Asked, Excerpt, Filter, Lexicon, Pin, Question, Statistics, Thresholds, Tuning,
};
use lodestar_engine::index::{Hit, Snapshot};
use lodestar_engine::language::Language;

use super::{AskError, Inner, recognise};

/// What was found for a question.
pub(super) struct Search {
    typed: Question,
    filter: Filter,
    pub(super) asked: Asked,
    pub(super) hits: Vec<Hit>,
    pub(super) statistics: Statistics,
}

/// What questions are put to: a generation, and what is known of its words and of doubt.
#[derive(Clone)]
pub(super) struct View {
    pub(super) snapshot: Arc<Snapshot>,
    pub(super) lexicon: Arc<Lexicon>,
    pub(super) thresholds: Thresholds,
    pub(super) tuning: Arc<Tuning>,
}

impl View {
    pub(super) fn answer(
        &self,
        question: Question,
        earlier: &[Question],
        excerpts: usize,
    ) -> anyhow::Result<Answer> {
        let Search {
            typed,
            filter,
            asked,
            hits,
            statistics,
        } = self.search(question, earlier)?;
        let pin = self.tuning.pinned(&typed.text);
        let limit = pin.map_or(excerpts, |_| answer::CANDIDATES);
        let answer = answer::compose(asked, hits, &statistics, &self.thresholds, limit);
        let mut answer = answer.among(typed, filter);
        if let Some(pin) = pin {
            answer::put_first(&mut answer, pin, || self.first_of(pin));
            answer.excerpts.truncate(excerpts);
            answer.differing.retain(|place| *place < excerpts);
        }
        self.tuning.mark(&mut answer);
        Ok(answer)
    }

    /// The first passage of a pinned section.
    fn first_of(&self, pin: &Pin) -> Option<Excerpt> {
        let (source, mut passages) = self.snapshot.article(&pin.article).ok()??;
        passages.retain(|passage| passage.headings.starts_with(&pin.headings));
        passages.truncate(1);
        let generation = self.snapshot.generation();
        let answer = answer::about(Question::clean("", 0), source, passages, generation);
        answer.excerpts.into_iter().next()
    }

    pub(super) fn search(
        &self,
        question: Question,
        earlier: &[Question],
    ) -> anyhow::Result<Search> {
        let Self {
            snapshot, lexicon, ..
        } = self;
        let (plain, mut filter) = answer::read_syntax(&question);
        let earlier: Vec<Question> = earlier.iter().map(|it| answer::read_syntax(it).0).collect();
        let mut asked = Asked::new(plain, &earlier, lexicon);
        let frequencies = recognise::recognise(&mut asked, snapshot, lexicon)
            .context("the index could not be searched")?;
        let statistics = Statistics {
            frequencies,
            passages: u64::try_from(snapshot.passages()).unwrap_or(u64::MAX),
            generation: snapshot.generation(),
        };
        let mut hits = self.candidates(&asked, &filter)?;
        let optional = filter.is_only_phrases() && (hits.is_empty() || question.is_asked());
        if optional && !filter.is_empty() {
            let all = self.candidates(&asked, &Filter::default())?;
            let sure = |hits: &[Hit]| answer::confidence(&asked, hits.to_vec(), &statistics);
            if hits.is_empty() || sure(&all) > sure(&hits) {
                hits = all;
                filter = Filter::default();
            }
        }
        Ok(Search {
            typed: question,
            filter,
            asked,
            hits,
            statistics,
        })
    }

    /// The passages that may answer, of those that the question admits.
    fn candidates(&self, asked: &Asked, filter: &Filter) -> anyhow::Result<Vec<Hit>> {
        let found = if filter.is_empty() {
            let limit = answer::CANDIDATES;
            self.snapshot.candidates(asked.terms(), limit)
        } else {
            let held = filter.held(self.snapshot.languages());
            let limits = (answer::CANDIDATES, answer::FILTERED_CANDIDATES);
            let admits = |hit: &Hit| filter.admits(hit);
            let snapshot = &self.snapshot;
            snapshot.candidates_containing(&held, asked.terms(), admits, limits)
        };
        let mut hits = found.context("the index could not be searched")?;
        self.tuning.trust_hits(&mut hits);
        Ok(hits)
    }
}

impl Inner {
    pub(super) fn answer(
        &self,
        question: Question,
        earlier: &[Question],
        excerpts: usize,
    ) -> Result<Answer, AskError> {
        let answered = self.view()?.answer(question, earlier, excerpts);
        answered.map_err(AskError::Failed)
    }

    pub(super) fn search(
        &self,
        question: Question,
        earlier: &[Question],
    ) -> Result<Search, AskError> {
        let searched = self.view()?.search(question, earlier);
        searched.map_err(AskError::Failed)
    }

    /// The live generation.
    pub(super) fn view(&self) -> Result<View, AskError> {
        let snapshot = self.current()?;
        let tuning = self.tuning.load_full();
        Ok(View {
            lexicon: self.lexicon(&tuning, snapshot.languages()),
            thresholds: self.thresholds(&tuning, &snapshot),
            tuning,
            snapshot,
        })
    }

    /// The live generation as it would answer with other settings.
    pub(super) fn view_with(&self, tuning: Tuning) -> Result<View, AskError> {
        Ok(self.view_of(self.current()?, Arc::new(tuning)))
    }

    /// Any generation, with any settings.
    pub(super) fn view_of(&self, snapshot: Arc<Snapshot>, tuning: Arc<Tuning>) -> View {
        let synonyms = tuning.all_synonyms(&self.synonyms);
        View {
            lexicon: Arc::new(Lexicon::new(&synonyms, snapshot.languages())),
            thresholds: self.thresholds(&tuning, &snapshot),
            tuning,
            snapshot,
        }
    }

    /// As measured when this generation was built.
    pub(super) fn thresholds(&self, tuning: &Tuning, live: &Snapshot) -> Thresholds {
        let calibration = live.calibration();
        let false_answers = tuning.false_answers.unwrap_or(self.limits.false_answers);
        Thresholds::new(false_answers, |part| calibration.quantile(part))
    }

    /// Made anew when the corpus has other languages than before, or admins changed what words mean.
    fn lexicon(&self, tuning: &Arc<Tuning>, languages: &[Language]) -> Arc<Lexicon> {
        let held = self.lexicon.load_full();
        if held.languages() == languages && Arc::ptr_eq(&held.tuning, tuning) {
            return Arc::clone(&held.lexicon);
        }
        let synonyms = tuning.all_synonyms(&self.synonyms);
        let lexicon = Arc::new(Lexicon::new(&synonyms, languages));
        self.lexicon.store(Arc::new(Words {
            tuning: Arc::clone(tuning),
            lexicon: Arc::clone(&lexicon),
        }));
        lexicon
    }
}

/// What words mean, and the settings that it was made for.
#[derive(Default)]
pub(super) struct Words {
    tuning: Arc<Tuning>,
    lexicon: Arc<Lexicon>,
}

impl Words {
    fn languages(&self) -> &[Language] {
        self.lexicon.languages()
    }
}
