//! Questions that are left to people for a while, and answers that are withdrawn when a person
//! answers.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serenity::all::{ChannelId, Message, MessageId, MessageType, UserId};
use tokio_util::sync::CancellationToken;

/// Threads remembered at most; beyond that, all are looked up anew.
const REMEMBERED: usize = 10_000;

/// What is known of questions that nobody put to the bot.
#[derive(Debug, Default)]
pub(in crate::discord) struct Unasked {
    pub(in crate::discord) waiting: Waiting,
    pub(in crate::discord) withdrawable: Withdrawable,
}

impl Unasked {
    /// Notes that a message was deleted, whether it asked or answered.
    pub(in crate::discord) fn message_deleted(&self, channel: ChannelId, message: MessageId) {
        self.waiting.call_off(channel, message);
        self.withdrawable.forget(channel, message);
    }
}

/// The questions that wait, by channel or thread.
#[derive(Debug, Default)]
pub(in crate::discord) struct Waiting {
    waiting: Mutex<HashMap<ChannelId, Vec<WaitingQuestion>>>,
}

#[derive(Debug)]
struct WaitingQuestion {
    message: MessageId,
    asker: UserId,
    /// Cancelled when the bot should no longer answer it.
    off: CancellationToken,
}

impl Waiting {
    /// Begins to wait; `None` if that has begun already. The token is cancelled once a person has
    /// answered or the question is gone; [`Self::end`] must follow.
    pub(in crate::discord) fn begin(
        &self,
        channel: ChannelId,
        message: MessageId,
        asker: UserId,
    ) -> Option<CancellationToken> {
        let mut waiting = self.lock();
        let here = waiting.entry(channel).or_default();
        if here.iter().any(|known| known.message == message) {
            return None;
        }
        let off = CancellationToken::new();
        here.push(WaitingQuestion {
            message,
            asker,
            off: off.clone(),
        });
        Some(off)
    }

    pub(in crate::discord) fn end(&self, channel: ChannelId, message: MessageId) {
        let mut waiting = self.lock();
        if let Some(here) = waiting.get_mut(&channel) {
            here.retain(|known| known.message != message);
            if here.is_empty() {
                waiting.remove(&channel);
            }
        }
    }

    /// Whatever somebody else writes below a question may answer it, unless it replies to another
    /// message or names somebody else.
    pub(in crate::discord) fn somebody_wrote(&self, message: &Message) {
        let replies_to = (message.kind == MessageType::InlineReply)
            .then(|| message.message_reference.as_ref()?.message_id)
            .flatten();
        for question in self.lock().get(&message.channel_id).into_iter().flatten() {
            let mut named = message.mentions.iter().map(|user| user.id);
            let is_for_others = match replies_to {
                Some(replied) => replied != question.message,
                None => !message.mentions.is_empty() && named.all(|id| id != question.asker),
            };
            if message.author.id != question.asker && !is_for_others {
                question.off.cancel();
            }
        }
    }

    /// Notes that a question is gone.
    pub(in crate::discord) fn call_off(&self, channel: ChannelId, message: MessageId) {
        let waiting = self.lock();
        let here = waiting.get(&channel).into_iter().flatten();
        here.filter(|it| it.message == message)
            .for_each(|it| it.off.cancel());
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<ChannelId, Vec<WaitingQuestion>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The answers in forum posts that are withdrawn when a person answers, by thread; `None` where
/// there is none.
#[derive(Debug, Default)]
pub(in crate::discord) struct Withdrawable {
    answers: Mutex<HashMap<ChannelId, Option<MessageId>>>,
}

impl Withdrawable {
    pub(in crate::discord) fn note(&self, thread: ChannelId, answer: Option<MessageId>) {
        let mut answers = self.lock();
        if answers.len() >= REMEMBERED {
            answers.clear();
        }
        answers.insert(thread, answer);
    }

    /// The outer `None` means that nothing is known.
    pub(in crate::discord) fn get(&self, thread: ChannelId) -> Option<Option<MessageId>> {
        self.lock().get(&thread).copied()
    }

    /// Takes an answer; whoever takes it withdraws it.
    pub(in crate::discord) fn take(&self, thread: ChannelId) -> Option<MessageId> {
        self.lock().get_mut(&thread)?.take()
    }

    /// Notes that an answer is gone.
    pub(in crate::discord) fn forget(&self, thread: ChannelId, answer: MessageId) {
        if let Some(known) = self.lock().get_mut(&thread)
            && *known == Some(answer)
        {
            *known = None;
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<ChannelId, Option<MessageId>>> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const CHANNEL: ChannelId = ChannelId::new(200);
    const QUESTION: MessageId = MessageId::new(100);
    const ANN: UserId = UserId::new(2);

    fn user(id: u64) -> Value {
        json!({ "id": id.to_string(), "username": "u", "discriminator": "0", "avatar": null })
    }

    fn message(author: u64, changes: &Value) -> Message {
        let mut message = json!({
            "id": "101", "channel_id": "200", "guild_id": "300", "author": user(author),
            "content": "words", "timestamp": "2026-01-01T00:00:00.000000+00:00",
            "edited_timestamp": null, "tts": false, "mention_everyone": false, "mentions": [],
            "mention_roles": [], "attachments": [], "embeds": [], "pinned": false, "type": 0,
        });
        for (key, value) in changes.as_object().unwrap() {
            message[key] = value.clone();
        }
        serde_json::from_value(message).unwrap()
    }

    fn reply_to(id: u64) -> Value {
        json!({ "type": 19, "message_reference": { "message_id": id.to_string(), "channel_id": "200" } })
    }

    #[test]
    fn what_others_write_is_an_answer_unless_it_addresses_somebody_else() {
        let plain = json!({});
        for (author, changes, is_answer) in [
            (3, plain.clone(), true),
            (2, plain, false),
            (3, reply_to(100), true),
            (3, reply_to(99), false),
            (3, json!({ "mentions": [user(2)] }), true),
            (3, json!({ "mentions": [user(4)] }), false),
            (3, json!({ "channel_id": "201" }), false),
        ] {
            let waiting = Waiting::default();
            let off = waiting.begin(CHANNEL, QUESTION, ANN).unwrap();
            waiting.somebody_wrote(&message(author, &changes));
            assert_eq!(off.is_cancelled(), is_answer, "{author} {changes}");
        }
    }

    #[test]
    fn a_question_waits_once_and_not_after_it_is_deleted() {
        let waiting = Waiting::default();
        let off = waiting.begin(CHANNEL, QUESTION, ANN).unwrap();
        assert!(waiting.begin(CHANNEL, QUESTION, ANN).is_none());
        waiting.call_off(CHANNEL, QUESTION);
        assert!(off.is_cancelled());
        waiting.end(CHANNEL, QUESTION);
        assert!(waiting.lock().is_empty());
    }

    #[test]
    fn an_answer_is_withdrawn_once() {
        let answers = Withdrawable::default();
        assert_eq!(answers.get(CHANNEL), None);
        answers.note(CHANNEL, Some(QUESTION));
        assert_eq!(answers.take(CHANNEL), Some(QUESTION));
        assert_eq!(answers.take(CHANNEL), None);
        assert_eq!(answers.get(CHANNEL), Some(None));
        for thread in 1..3 * REMEMBERED as u64 {
            answers.note(ChannelId::new(thread), None);
        }
        assert!(answers.lock().len() <= REMEMBERED);
    }
}
