//! What a reindex would change: people review it before it goes live, and it decides whether the
//! reindex goes live automatically. Data only: it neither measures nor renders.

use serde::{Deserialize, Serialize};

use crate::config::AutoPublish;
use lodestar_engine::index::Report;

/// A generation that was built, compared with the live one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Release {
    /// Who had it built, as shown to people.
    pub by: String,
    /// Articles added, changed and removed; skipped files.
    pub report: Report,
    /// False when nothing had changed and there is nothing to publish.
    pub built: bool,
    /// Whether somebody last rolled back from these very files.
    pub undone: bool,
    /// The generation that was live; `None` for the first release.
    pub before: Option<Measure>,
    pub after: Measure,
    pub golden: Golden,
    pub recent: Recent,
}

/// The size of a generation, and the thresholds for its answers.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    pub generation: u64,
    pub articles: usize,
    pub passages: usize,
    pub disk_bytes: u64,
    /// How many questions the thresholds were measured with.
    pub calibrated_on: usize,
    /// Confidence, 0 to 1, from which a passage counts as an answer.
    pub answered: f32,
    /// Confidence below which the articles do not cover a question.
    pub covered: f32,
}

/// How the golden questions fare.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Golden {
    pub asked: usize,
    /// Why they could not be asked.
    pub problem: Option<String>,
    /// Those whose first passage has changed, in the order of the file.
    pub changed: Vec<GoldenChange>,
}

/// A golden question before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoldenChange {
    pub question: String,
    /// `None` when no passage was shown.
    pub before: Option<First>,
    pub after: Option<First>,
    pub verdict: Verdict,
}

/// The first passage of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct First {
    /// The article's path.
    pub article: String,
    pub title: String,
    /// Outermost first.
    pub headings: Vec<String>,
    /// The sentence that answers best.
    pub sentence: String,
    /// Hash of the passage's text, in hexadecimal.
    pub hash: String,
}

/// What a change means for a golden question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It was right and no longer is.
    Worse,
    /// It was not right and now is.
    Better,
    /// As right or wrong as before.
    Same,
}

/// How recent questions fare. They are identified by their numbers in the store, so that a question
/// forgotten there is forgotten here too.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    pub asked: usize,
    /// Not answered before, answered now; newest first.
    pub answered: Vec<u64>,
    /// Answered before, no longer answered now.
    pub stopped: Vec<u64>,
}

impl Release {
    /// Identifies it among all releases ever built.
    #[must_use]
    pub fn key(&self) -> u64 {
        u64::try_from(self.report.started.as_millisecond()).unwrap_or_default()
    }

    /// Why it waits for a decision; `None` when it goes live automatically.
    #[must_use]
    pub fn waits(&self, rule: AutoPublish) -> Option<Hold> {
        let empties =
            self.after.articles == 0 && self.before.is_some_and(|before| before.articles > 0);
        match rule {
            AutoPublish::Always => None,
            AutoPublish::Never => Some(Hold::Rule),
            AutoPublish::WhenNoGoldenRegression => match &self.golden.problem {
                Some(problem) => Some(Hold::Unjudged(problem.clone())),
                None if empties => Some(Hold::Empties),
                None if self.undone => Some(Hold::Undone),
                None => Some(self.golden.worse())
                    .filter(|it| *it > 0)
                    .map(Hold::Regressions),
            },
        }
    }
}

/// Why a release waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hold {
    /// The configuration lets none go live automatically.
    Rule,
    /// This many golden questions would lose their right answer.
    Regressions(usize),
    /// The golden questions could not be asked, for this reason.
    Unjudged(String),
    /// No article would be left.
    Empties,
    /// Somebody rolled back from these very files.
    Undone,
}

impl Golden {
    /// How many were right and no longer are.
    #[must_use]
    pub fn worse(&self) -> usize {
        self.count(Verdict::Worse)
    }

    /// How many are right and were not.
    #[must_use]
    pub fn better(&self) -> usize {
        self.count(Verdict::Better)
    }

    fn count(&self, verdict: Verdict) -> usize {
        let is_so = |it: &&GoldenChange| it.verdict == verdict;
        self.changed.iter().filter(is_so).count()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn measure(articles: usize) -> Measure {
        Measure {
            generation: 1,
            articles,
            passages: articles,
            disk_bytes: 1,
            calibrated_on: 0,
            answered: 0.5,
            covered: 0.2,
        }
    }

    fn release(articles: usize, verdicts: &[Verdict]) -> Release {
        let changed = |verdict: &Verdict| GoldenChange {
            question: "When?".to_owned(),
            before: None,
            after: None,
            verdict: *verdict,
        };
        Release {
            by: "ann".to_owned(),
            report: Report {
                generation: 2,
                published: false,
                added: vec![],
                changed: vec![],
                removed: vec![],
                unchanged: 0,
                skipped: vec![],
                articles,
                passages: articles,
                started: jiff::Timestamp::UNIX_EPOCH,
                took: Duration::ZERO,
            },
            built: true,
            undone: false,
            before: Some(measure(3)),
            after: measure(articles),
            golden: Golden {
                asked: verdicts.len(),
                problem: None,
                changed: verdicts.iter().map(changed).collect(),
            },
            recent: Recent::default(),
        }
    }

    #[test]
    fn what_makes_a_golden_question_worse_waits_for_a_word() {
        let usual = AutoPublish::WhenNoGoldenRegression;
        let harmless = release(3, &[Verdict::Same, Verdict::Better]);
        assert_eq!(harmless.waits(usual), None);
        let worse = release(3, &[Verdict::Better, Verdict::Worse]);
        assert_eq!(worse.waits(usual), Some(Hold::Regressions(1)));
        assert_eq!(worse.waits(AutoPublish::Always), None);
        assert_eq!(harmless.waits(AutoPublish::Never), Some(Hold::Rule));
    }

    #[test]
    fn what_would_empty_the_index_or_cannot_be_judged_waits_for_a_word() {
        let usual = AutoPublish::WhenNoGoldenRegression;
        assert_eq!(release(0, &[]).waits(usual), Some(Hold::Empties));
        let mut unjudged = release(3, &[]);
        unjudged.golden.problem = Some("line 3 is broken".to_owned());
        assert!(matches!(unjudged.waits(usual), Some(Hold::Unjudged(_))));
        let mut undone = release(3, &[]);
        undone.undone = true;
        assert_eq!(undone.waits(usual), Some(Hold::Undone));
    }
}
