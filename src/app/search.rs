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
    pub(super) thresholds: Thresholds,
}

impl Inner {
    pub(super) fn answer(
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
            thresholds,
        } = self.search(question, earlier)?;
        let answer = answer::compose(asked, hits, &statistics, &thresholds, excerpts);
        Ok(answer.among(typed, filter))
    }

    pub(super) fn search(
        &self,
        question: Question,
        earlier: &[Question],
    ) -> Result<Search, AskError> {
        self.follow_publications().map_err(AskError::Failed)?;
        let live = self.live.load_full().ok_or(AskError::NoIndex)?;
        let lexicon = self.lexicon(live.languages());
        let (plain, mut filter) = answer::read_syntax(&question);
        let earlier: Vec<Question> = earlier.iter().map(|it| answer::read_syntax(it).0).collect();
        let mut asked = Asked::new(plain, &earlier, &lexicon);
        let found = recognise::recognise(&mut asked, &live, &lexicon)
            .and_then(|frequencies| Ok((candidates(&live, &asked, &filter)?, frequencies)))
            .context("the index could not be searched");
        let (mut hits, frequencies) = found.map_err(AskError::Failed)?;
        let passages = u64::try_from(live.passages()).unwrap_or(u64::MAX);
        let statistics = Statistics {
            frequencies,
            passages,
            generation: live.generation(),
        };
        let optional = filter.is_only_phrases() && (hits.is_empty() || question.is_asked());
        if optional && !filter.is_empty() {
            let all = candidates(&live, &asked, &Filter::default())
                .context("the index could not be searched")
                .map_err(AskError::Failed)?;
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
            thresholds: self.thresholds(&live),
        })
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
