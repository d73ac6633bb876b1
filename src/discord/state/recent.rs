//! What was asked lately, in memory, so that buttons work while a question is not recorded yet, while
//! the store fails, and where texts are not kept. And how a question is found again for a button:
//! here, in the store, or in the message that asked it.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serenity::all::{Message, UserId};

use crate::discord::bot::Bot;
use crate::store::QuestionId;

/// Questions remembered at most: some hundred KB.
const QUESTIONS: usize = 1_000;
/// Bytes of a question that is remembered at most, with those before it; longer ones are recorded
/// only.
const LONGEST: usize = 4_000;
/// Questions before one in a conversation that can supply what it leaves out.
pub(in crate::discord) const EARLIER: usize = 4;

/// A question as it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::discord) struct Recalled {
    pub(in crate::discord) text: String,
    /// The questions before it in the conversation, oldest first.
    pub(in crate::discord) earlier: Vec<String>,
}

/// The questions of a while, oldest first.
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

    /// Forgets all that somebody asked.
    pub(in crate::discord) fn forget(&self, asker: UserId) {
        self.lock().retain(|it| it.asker != asker);
    }

    fn get(&self, id: QuestionId) -> Option<Recalled> {
        let known = self.lock();
        let found = known.iter().rev().find(|it| it.id == id)?;
        Some(found.question.clone())
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Remembered>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Bot {
    /// Finds a question again for a button under `answer`; `None` when nobody knows it any more.
    pub(in crate::discord) async fn recall(
        &self,
        id: QuestionId,
        answer: &Message,
    ) -> Option<Recalled> {
        if let Some(known) = self.recent.get(id) {
            return Some(known);
        }
        let conversation = self.app.store().conversation(id, 1 + EARLIER).await;
        let mut texts = conversation
            .unwrap_or_default()
            .into_iter()
            .map_while(|question| question.text);
        if let Some(text) = texts.next() {
            let mut earlier: Vec<String> = texts.collect();
            earlier.reverse();
            return Some(Recalled { text, earlier });
        }
        let text = self.read_question(answer).await?;
        Some(Recalled {
            text,
            earlier: Vec::new(),
        })
    }

    /// What the message says that an answer replies to. Discord shows it to a bot when it named
    /// the bot.
    async fn read_question(&self, answer: &Message) -> Option<String> {
        let reference = answer.message_reference.as_ref()?;
        let shown = answer.referenced_message.as_ref().map(|it| &it.content);
        let text = match shown.filter(|content| !content.is_empty()) {
            Some(content) => content.clone(),
            None => {
                let read = self
                    .rest
                    .message_content(reference.channel_id, reference.message_id?);
                read.await.ok()?
            }
        };
        Some(text).filter(|text| !text.trim().is_empty())
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
