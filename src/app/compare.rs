//! Asks two generations the same questions and reports which answers differ.

use std::ops::ControlFlow;

use lodestar_engine::answer::{Answer, Coverage, Excerpt, Question};
use lodestar_engine::article::ContentHash;
use lodestar_engine::golden::Probe;

use super::release::{First, Golden, GoldenChange, Recent, Verdict};
use lodestar_engine::engine::{Engine, View};

/// A question that somebody asked.
#[derive(Debug, Clone)]
pub(super) struct PastText {
    /// Its number in the store.
    pub(super) id: u64,
    pub(super) text: String,
}

/// Two generations, and the engine that reads questions for both.
pub(super) struct Comparison<'a> {
    pub(super) before: &'a View,
    pub(super) after: &'a View,
    pub(super) engine: &'a Engine,
}

/// The comparison was cancelled by whoever asked for it.
#[derive(Debug, thiserror::Error)]
#[error("the comparison was cancelled")]
pub(super) struct Cancelled;

impl Comparison<'_> {
    /// Compares the golden questions. `asked` runs after each one and decides whether to go on.
    pub(super) fn golden(
        &self,
        probes: &[Probe],
        asked: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> anyhow::Result<Golden> {
        let mut changed = Vec::new();
        for probe in probes {
            let earlier: Vec<Question> = probe.context.iter().map(|it| self.clean(it)).collect();
            let (before, after) = self.answers(&probe.question, &earlier)?;
            if first(&before) != first(&after)
                || is_right(probe, &before) != is_right(probe, &after)
            {
                let verdict = match (is_right(probe, &before), is_right(probe, &after)) {
                    (true, false) => Verdict::Worse,
                    (false, true) => Verdict::Better,
                    _ => Verdict::Same,
                };
                changed.push(GoldenChange {
                    question: probe.question.clone(),
                    before: first(&before),
                    after: first(&after),
                    verdict,
                });
            }
            go_on(asked())?;
        }
        Ok(Golden {
            asked: probes.len(),
            problem: None,
            changed,
        })
    }

    /// Compares recent questions; `asked` works as in [`Self::golden`].
    pub(super) fn recent(
        &self,
        questions: &[PastText],
        asked: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> anyhow::Result<Recent> {
        let mut recent = Recent {
            asked: questions.len(),
            ..Recent::default()
        };
        for question in questions {
            let (before, after) = self.answers(&question.text, &[])?;
            match (answers(before.as_ref()), answers(after.as_ref())) {
                (false, true) => recent.answered.push(question.id),
                (true, false) => recent.stopped.push(question.id),
                _ => {}
            }
            go_on(asked())?;
        }
        Ok(recent)
    }

    /// `None` for a question without words.
    fn answers(
        &self,
        typed: &str,
        earlier: &[Question],
    ) -> anyhow::Result<(Option<Answer>, Option<Answer>)> {
        let question = self.clean(typed);
        if !question.text.contains(char::is_alphanumeric) {
            return Ok((None, None));
        }
        let before = self.before.answer(question.clone(), earlier, 1)?;
        let after = self.after.answer(question, earlier, 1)?;
        Ok((Some(before), Some(after)))
    }

    fn clean(&self, typed: &str) -> Question {
        self.engine.clean(typed)
    }
}

fn go_on(flow: ControlFlow<()>) -> Result<(), Cancelled> {
    match flow {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Cancelled),
    }
}

/// Whether a golden question gets the right result: a right passage, or no answer if the articles
/// have none.
fn is_right(probe: &Probe, answer: &Option<Answer>) -> bool {
    if !probe.answerable {
        return !answers(answer.as_ref());
    }
    shown(answer).is_some_and(|it| probe.is_right(&it.source.path, &it.text))
}

fn answers(answer: Option<&Answer>) -> bool {
    answer.is_some_and(|it| it.state == Coverage::Answered)
}

/// The first passage, if one is shown as an answer or as a near match.
fn shown(answer: &Option<Answer>) -> Option<&Excerpt> {
    let answer = answer.as_ref()?;
    let covered = answer.state != Coverage::NotCovered;
    answer.excerpts.first().filter(|_| covered)
}

fn first(answer: &Option<Answer>) -> Option<First> {
    let excerpt = shown(answer)?;
    let sentence = excerpt.text.get(excerpt.sentence.clone());
    Some(First {
        article: excerpt.source.path.clone(),
        title: excerpt.source.title.clone(),
        headings: excerpt.headings.clone(),
        sentence: sentence.unwrap_or_default().to_owned(),
        hash: ContentHash::of(excerpt.text.as_bytes()).as_str().to_owned(),
    })
}
