//! What questions are put to: one generation, with the words and thresholds that go with it.

use std::sync::Arc;

use crate::answer::{
    self, AnalysedQuestion, Answer, Excerpt, Explanation, Filter, FoundHits, Lexicon, Pin,
    Question, TermStatistics, Thresholds, Tuning,
};
use crate::index::{Hit, Snapshot};

use super::{AskError, recognise};

/// What was found for a question.
pub struct Search {
    typed: Question,
    filter: Filter,
    pub asked: AnalysedQuestion,
    pub hits: Vec<Hit>,
    pub statistics: TermStatistics,
}

/// A generation with its lexicon, thresholds and tuning.
#[derive(Clone)]
pub struct View {
    pub snapshot: Arc<Snapshot>,
    pub lexicon: Arc<Lexicon>,
    pub thresholds: Thresholds,
    pub tuning: Arc<Tuning>,
}

impl View {
    /// Answers a question with at most `excerpts` passages; `earlier` questions supply what it leaves
    /// out.
    ///
    /// # Errors
    /// [`AskError::Failed`] when the index cannot be read.
    pub fn answer(
        &self,
        question: Question,
        earlier: &[Question],
        excerpts: usize,
    ) -> Result<Answer, AskError> {
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

    /// Finds the candidates for a question.
    ///
    /// # Errors
    /// [`AskError::Failed`] when the index cannot be read.
    pub fn search(&self, question: Question, earlier: &[Question]) -> Result<Search, AskError> {
        let Self {
            snapshot, lexicon, ..
        } = self;
        let (plain, mut filter) = answer::parse_syntax(&question);
        let earlier: Vec<Question> = earlier
            .iter()
            .map(|it| answer::parse_syntax(it).0)
            .collect();
        let mut asked = AnalysedQuestion::new(plain, &earlier, lexicon);
        let frequencies = recognise::recognise(&mut asked, snapshot, lexicon)?;
        let statistics = TermStatistics {
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
    fn candidates(&self, asked: &AnalysedQuestion, filter: &Filter) -> Result<Vec<Hit>, AskError> {
        let found = if filter.is_empty() {
            let limit = answer::CANDIDATES;
            self.snapshot.candidates(asked.terms(), limit)
        } else {
            let held = filter.required_terms(self.snapshot.languages());
            let limits = (answer::CANDIDATES, answer::FILTERED_CANDIDATES);
            let admits = |hit: &Hit| filter.admits(hit);
            let snapshot = &self.snapshot;
            snapshot.candidates_containing(&held, asked.terms(), admits, limits)
        };
        let mut hits = found?;
        self.tuning.trust_hits(&mut hits);
        Ok(hits)
    }

    /// Why a question is answered as it is, and what became of an article, by path, that was
    /// expected to answer it.
    ///
    /// # Errors
    /// [`AskError::Failed`] when the index cannot be read.
    pub fn explain(
        &self,
        question: Question,
        expected: Option<String>,
    ) -> Result<Explanation, AskError> {
        let pin = self.tuning.pinned(&question.text).cloned();
        let searched = self.search(question, &[])?;
        let found = FoundHits {
            asked: searched.asked,
            hits: searched.hits,
            statistics: searched.statistics,
        };
        let wanted = match expected {
            None => None,
            Some(path) => {
                let content = self.snapshot.article(&path)?;
                Some((path, content))
            }
        };
        let mut explanation = answer::explain(found, &self.lexicon, &self.thresholds, wanted);
        explanation.pinned = pin.map(|pin| {
            let place = std::iter::once(pin.article).chain(pin.headings);
            place.collect::<Vec<_>>().join(" › ")
        });
        Ok(explanation)
    }
}
