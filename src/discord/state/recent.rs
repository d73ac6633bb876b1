//! The last questions, in memory: buttons work before a question is recorded, while the store fails,
//! and where texts are not kept.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serenity::all::UserId;

use crate::store::QuestionId;

/// Questions remembered at most: some hundred KB.
const QUESTIONS: usize = 1_000;
/// Bytes of a question that is remembered, with the questions before it; longer ones are only
/// recorded.
const LONGEST: usize = 4_000;
/// Earlier questions of a conversation that can supply what the last one leaves out.
pub(in crate::discord) const EARLIER: usize = 4;

/// A question as it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::discord) struct Recalled {
    pub(in crate::discord) text: String,
    /// The questions before it in the conversation, oldest first.
    pub(in crate::discord) earlier: Vec<String>,
}

/// The last questions, oldest first.
#[derive(Debug, Default)]
pub(in crate::discord) struct Recent {
    known: Mutex<VecDeque<Remembered>>,
}

#[derive(Debug)]
struct Remembered {
    id: QuestionId,
    asker: UserId,
    question: Recalled,
}

impl Recent {
    pub(in crate::discord) fn remember(&self, id: QuestionId, asker: UserId, question: Recalled) {
        let size = question.earlier.iter().map(String::len).sum::<usize>() + question.text.len();
        if size > LONGEST {
            return;
        }
        let mut known = self.lock();
        known.retain(|it| it.id != id);
        while known.len() >= QUESTIONS {
            known.pop_front();
        }
        known.push_back(Remembered {
            id,
            asker,
            question,
        });
    }

    /// Forgets everything that somebody asked.
    pub(in crate::discord) fn forget(&self, asker: UserId) {
        self.lock().retain(|it| it.asker != asker);
    }

    pub(in crate::discord) fn get(&self, id: QuestionId) -> Option<Recalled> {
        let known = self.lock();
        let found = known.iter().rev().find(|it| it.id == id)?;
        Some(found.question.clone())
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Remembered>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(text: &str) -> Recalled {
        Recalled {
            text: text.to_owned(),
            earlier: Vec::new(),
        }
    }

    #[test]
    fn the_last_questions_are_known_until_their_asker_is_forgotten() {
        let recent = Recent::default();
        let (ann, ben) = (UserId::new(1), UserId::new(2));
        recent.remember(QuestionId(1), ann, question("who?"));
        recent.remember(QuestionId(2), ben, question("when?"));
        assert_eq!(recent.get(QuestionId(1)), Some(question("who?")));
        recent.forget(ann);
        assert_eq!(recent.get(QuestionId(1)), None);
        assert_eq!(recent.get(QuestionId(2)), Some(question("when?")));
    }

    #[test]
    fn memory_is_never_filled() {
        let recent = Recent::default();
        let ann = UserId::new(1);
        for id in 0..3 * QUESTIONS as u64 {
            recent.remember(QuestionId(id), ann, question("who?"));
        }
        recent.remember(QuestionId(0), ann, question(&"w".repeat(LONGEST + 1)));
        assert_eq!(recent.lock().len(), QUESTIONS);
        assert_eq!(recent.get(QuestionId(0)), None);
    }
}
