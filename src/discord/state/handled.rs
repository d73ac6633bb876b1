//! What this run has dealt with, by the ids of messages and interactions: so that nothing is
//! answered twice, however often the gateway delivers it; so that the events of one question are
//! handled one after the other; and so that its answer is found without the store. The oldest
//! entries are forgotten.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serenity::all::MessageId;
use tokio::sync::OwnedMutexGuard;

use crate::discord::api::message::Shown;

/// Entries kept at most: some hours of a busy bot.
const REMEMBERED: usize = 10_000;

/// Held by whoever deals with a question; others wait for it to be dropped.
pub(in crate::discord) type Turn = OwnedMutexGuard<()>;

/// Everything that is remembered.
#[derive(Debug, Default)]
pub(in crate::discord) struct Handled {
    known: Mutex<HandledTable>,
    /// Messages of ours that somebody changes or waits to change.
    changing: Mutex<HashMap<MessageId, Arc<tokio::sync::Mutex<()>>>>,
}

#[derive(Debug, Default)]
struct HandledTable {
    entries: HashMap<u64, Handling>,
    /// Oldest first.
    order: VecDeque<u64>,
}

#[derive(Debug, Default)]
struct Handling {
    turn: Arc<tokio::sync::Mutex<()>>,
    /// The message that answers it.
    shown: Option<Shown>,
    /// The newest edit seen, in microseconds since 1970.
    edited: i64,
}

impl Handled {
    /// Begins to deal with something and returns its turn; `None` if that has begun before. Nothing
    /// else decides whether something is new.
    pub(in crate::discord) fn begin(&self, id: u64) -> Option<Turn> {
        let mut known = self.lock();
        if known.entries.contains_key(&id) {
            return None;
        }
        if known.order.len() >= REMEMBERED
            && let Some(oldest) = known.order.pop_front()
        {
            known.entries.remove(&oldest);
        }
        known.order.push_back(id);
        let entry = known.entries.entry(id).or_default();
        Arc::clone(&entry.turn).try_lock_owned().ok()
    }

    pub(in crate::discord) fn knows(&self, id: u64) -> bool {
        self.lock().entries.contains_key(&id)
    }

    /// Waits until nobody else deals with it; returns `None` at once for what is not remembered.
    pub(in crate::discord) async fn turn(&self, id: u64) -> Option<Turn> {
        let turn = {
            let known = self.lock();
            Arc::clone(&known.entries.get(&id)?.turn)
        };
        Some(turn.lock_owned().await)
    }

    /// Waits until nobody else changes a message of ours and its record.
    pub(in crate::discord) async fn change_of(&self, answer: MessageId) -> Turn {
        let turn = {
            let mut changing = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
            changing.retain(|_, turn| Arc::strong_count(turn) > 1);
            Arc::clone(changing.entry(answer).or_default())
        };
        turn.lock_owned().await
    }

    /// Notes the message that answers it.
    pub(in crate::discord) fn note_shown(&self, id: u64, shown: Option<Shown>) {
        if let Some(entry) = self.lock().entries.get_mut(&id) {
            entry.shown = shown;
        }
    }

    /// Waits until the question that a message of ours answers has been dealt with.
    pub(in crate::discord) async fn turn_of_answer(&self, answer: MessageId) -> Option<Turn> {
        let turn = {
            let known = self.lock();
            let is_shown = |it: &&Handling| it.shown.is_some_and(|shown| shown.message == answer);
            Arc::clone(&known.entries.values().find(is_shown)?.turn)
        };
        Some(turn.lock_owned().await)
    }

    pub(in crate::discord) fn shown(&self, id: u64) -> Option<Shown> {
        self.lock().entries.get(&id)?.shown
    }

    /// Notes the time of an edit.
    pub(in crate::discord) fn note_edited(&self, id: u64, at: i64) {
        if let Some(entry) = self.lock().entries.get_mut(&id) {
            entry.edited = entry.edited.max(at);
        }
    }

    /// Whether it was edited after that time.
    pub(in crate::discord) fn was_edited_after(&self, id: u64, at: i64) -> bool {
        let known = self.lock();
        known.entries.get(&id).is_some_and(|it| it.edited > at)
    }

    fn lock(&self) -> MutexGuard<'_, HandledTable> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_begins_once_until_it_is_forgotten() {
        let handled = Handled::default();
        assert!(handled.begin(1).is_some());
        assert!(handled.begin(1).is_none());
        for id in 2..=REMEMBERED as u64 + 1 {
            assert!(handled.begin(id).is_some());
        }
        assert!(handled.begin(1).is_some(), "forgotten");
        assert!(handled.lock().entries.len() <= REMEMBERED);
    }

    #[tokio::test]
    async fn a_message_is_dealt_with_by_one_at_a_time() {
        let handled = Handled::default();
        assert!(handled.turn(7).await.is_none());
        let first = handled.begin(7);
        let mut second = std::pin::pin!(handled.turn(7));
        let waits = futures_util::poll!(second.as_mut()).is_pending();
        assert!(waits);
        drop(first);
        assert!(second.await.is_some());
    }

    #[tokio::test]
    async fn a_message_is_changed_by_one_at_a_time_and_then_forgotten() {
        let handled = Handled::default();
        let first = handled.change_of(MessageId::new(7)).await;
        let _other = handled.change_of(MessageId::new(8)).await;
        let mut second = std::pin::pin!(handled.change_of(MessageId::new(7)));
        assert!(futures_util::poll!(second.as_mut()).is_pending());
        drop(first);
        drop(second.await);
        let _third = handled.change_of(MessageId::new(9)).await;
        assert_eq!(handled.changing.lock().unwrap().len(), 2);
    }

    #[test]
    fn only_the_newest_edit_counts() {
        let handled = Handled::default();
        drop(handled.begin(7));
        handled.note_edited(7, 20);
        handled.note_edited(7, 10);
        assert!(handled.was_edited_after(7, 10));
        assert!(!handled.was_edited_after(7, 20));
    }
}
