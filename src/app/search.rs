//! From a question to what the live index knows about it, and to the answer.

use std::sync::Arc;

use anyhow::Context as _;

use crate::answer::{self, Answer, Asked, Filter, Lexicon, Question, Statistics, Thresholds};
use crate::index::{Hit, IndexError, Snapshot};
use crate::language::Language;

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
        let answer = answer::compose(asked, hits, &statistics, &self.thresholds, excerpts);
        Ok(answer.among(typed, filter))
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
        let found = recognise::recognise(&mut asked, snapshot, lexicon).and_then(|frequencies| {
            let mut hits = candidates(snapshot, &asked, &filter)?;
            if hits.is_empty() && filter.is_only_phrases() {
                filter = Filter::default();
                hits = candidates(snapshot, &asked, &filter)?;
            }
            Ok((hits, frequencies))
        });
        let (hits, frequencies) = found.context("the index could not be searched")?;
        let statistics = Statistics {
            frequencies,
            passages: u64::try_from(snapshot.passages()).unwrap_or(u64::MAX),
            generation: snapshot.generation(),
        };
        Ok(Search {
            typed: question,
            filter,
            asked,
            hits,
            statistics,
        })
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
    fn view(&self) -> Result<View, AskError> {
        self.follow_publications().map_err(AskError::Failed)?;
        let snapshot = self.live.load_full().ok_or(AskError::NoIndex)?;
        Ok(View {
            lexicon: self.lexicon(snapshot.languages()),
            thresholds: self.thresholds(&snapshot),
            snapshot,
        })
    }

    /// A generation that need not be live.
    pub(super) fn view_of(&self, snapshot: Snapshot) -> View {
        View {
            lexicon: Arc::new(Lexicon::new(&self.synonyms, snapshot.languages())),
            thresholds: self.thresholds(&snapshot),
            snapshot: Arc::new(snapshot),
        }
    }

    /// As measured when this generation was built.
    pub(super) fn thresholds(&self, live: &Snapshot) -> Thresholds {
        let calibration = live.calibration();
        Thresholds::new(self.limits.false_answers, |part| calibration.quantile(part))
    }

    /// Made anew when the corpus has other languages than before.
    pub(super) fn lexicon(&self, languages: &[Language]) -> Arc<Lexicon> {
        let held = self.lexicon.load_full();
        if held.languages() == languages {
            return held;
        }
        let made = Arc::new(Lexicon::new(&self.synonyms, languages));
        self.lexicon.store(Arc::clone(&made));
        made
    }
}

/// The passages that may answer, of those that the question admits.
fn candidates(live: &Snapshot, asked: &Asked, filter: &Filter) -> Result<Vec<Hit>, IndexError> {
    if filter.is_empty() {
        return live.candidates(asked.terms(), answer::CANDIDATES);
    }
    let hits = live.candidates(asked.terms(), answer::FILTERED_CANDIDATES)?;
    let admitted = hits.into_iter().filter(|hit| filter.admits(hit));
    Ok(admitted.take(answer::CANDIDATES).collect())
}
