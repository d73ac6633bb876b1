//! Settings that admins change while the program runs: read from the store, layered over the
//! configuration, and tried on questions before they apply.

use std::sync::Arc;

use serde::Serialize;

use crate::store::{ChangeKind, ChangeState, Proposal, StoreError};
use lodestar_engine::answer::{Answer, Coverage, Pin, Tuning};
use lodestar_engine::article::Trust;

use super::{App, AskError};
use lodestar_engine::engine::View;

/// A question that is answered differently than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Effect {
    pub question: String,
    pub before: Outlook,
    pub after: Outlook,
}

/// A summary of how a question is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outlook {
    pub state: Coverage,
    /// Title and section of the first passage; `None` when nothing is found.
    pub first: Option<String>,
}

impl App {
    /// Reads the changes made by admins and applies them. Without a store, only the configuration
    /// applies.
    ///
    /// # Errors
    /// Any [`StoreError`]; the previous settings stay in force.
    pub async fn load_tuning(&self) -> Result<(), StoreError> {
        let changes = self.inner.store.changes().await?;
        let in_force = changes.iter().rev();
        let in_force = in_force.filter(|change| change.state == ChangeState::Applied);
        let mut tuning = Tuning::default();
        for change in in_force {
            let (kind, subject, value) = (change.kind, &change.subject, &change.value);
            if !lay(&mut tuning, kind, subject, value) {
                tracing::warn!(%subject, %value, ?kind, "a change that cannot be read has no effect");
            }
        }
        self.inner.engine.set_tuning(tuning);
        Ok(())
    }

    /// Whether a proposal can be put into force.
    #[must_use]
    pub fn can_apply(proposal: &Proposal) -> bool {
        lay(
            &mut Tuning::default(),
            proposal.kind,
            &proposal.subject,
            &proposal.value,
        )
    }

    /// Which of these questions would be answered differently under a proposal: from another place,
    /// or with another degree of certainty.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn preview(
        &self,
        proposal: &Proposal,
        questions: Vec<String>,
    ) -> Result<Vec<Effect>, AskError> {
        let Proposal {
            kind,
            subject,
            value,
            ..
        } = proposal.clone();
        self.admit(move |inner| {
            let before = inner.view()?;
            let mut tuning = Tuning::clone(&before.tuning);
            lay(&mut tuning, kind, &subject, &value);
            let after = inner
                .engine
                .view_of(Arc::clone(&before.snapshot), Arc::new(tuning));
            let mut effects = Vec::new();
            for question in questions {
                if inner.stopping.is_cancelled() {
                    return Err(AskError::Stopping);
                }
                let asked = inner.engine.clean(&question);
                let outlook = |view: &View| {
                    let answer = view.answer(asked.clone(), &[], 1);
                    answer.map(|it| Outlook::of(&it))
                };
                let (before, after) = (outlook(&before)?, outlook(&after)?);
                if before != after {
                    effects.push(Effect {
                        question,
                        before,
                        after,
                    });
                }
            }
            Ok(effects)
        })
        .await
    }
}

impl Outlook {
    fn of(answer: &Answer) -> Self {
        let first = answer.excerpts.first().map(|excerpt| {
            let title = excerpt.source.title.as_str();
            let headings = excerpt.headings.iter().map(String::as_str);
            let headings = headings.filter(|heading| *heading != title);
            std::iter::once(title)
                .chain(headings)
                .collect::<Vec<_>>()
                .join(" › ")
        });
        Self {
            state: answer.state,
            first,
        }
    }
}

/// Layers one change over what is in force; false if the change is invalid.
fn lay(tuning: &mut Tuning, kind: ChangeKind, subject: &str, value: &str) -> bool {
    match kind {
        ChangeKind::Synonym => {
            let group = value.replace(['\n', '\r'], " ");
            let members = group.split(',').filter(|it| !it.trim().is_empty());
            if members.count() < 2 {
                return false;
            }
            tuning.synonyms.push(group);
        }
        ChangeKind::Pin => {
            let Ok(pin) = serde_json::from_str::<Pin>(value) else {
                return false;
            };
            tuning.pin(subject, pin);
        }
        ChangeKind::Trust => {
            let Some(trust) = Trust::from_word(value) else {
                return false;
            };
            tuning.trust(subject, trust);
        }
        ChangeKind::Confidence => {
            let Some(percent) = value.parse::<u8>().ok().filter(|it| *it <= 50) else {
                return false;
            };
            tuning.false_answers = Some(f32::from(percent) / 100.0);
        }
    }
    true
}
