//! How much may be ready and not yet taken: a bound on memory between those who read articles and
//! the one who writes them.
//!
//! Whoever begins something waits until there is room. What was begun is always finished, however
//! large it is, so that the one thing everybody waits for can never wait itself.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// Room for so many bytes.
#[derive(Debug)]
pub(super) struct Room {
    limit: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    held: usize,
    closed: bool,
}

/// A part of the room, free again when it is dropped.
#[derive(Debug)]
pub(super) struct Held {
    bytes: usize,
    room: Arc<Room>,
}

impl Room {
    pub(super) fn new(limit: usize) -> Arc<Self> {
        Arc::new(Self {
            limit,
            state: Mutex::default(),
            changed: Condvar::new(),
        })
    }

    /// Waits until there is room; false when it was closed meanwhile.
    pub(super) fn wait(&self) -> bool {
        let mut state = self.lock();
        while state.held > self.limit && !state.closed {
            let woken = self.changed.wait(state);
            state = woken.unwrap_or_else(PoisonError::into_inner);
        }
        !state.closed
    }

    /// Takes a part of it, whether or not there is so much left.
    pub(super) fn hold(self: &Arc<Self>, bytes: usize) -> Held {
        self.lock().held += bytes;
        Held {
            bytes,
            room: Arc::clone(self),
        }
    }

    /// Nobody need wait any more, nor begin anything.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut state = self.room.lock();
        let was_full = state.held > self.room.limit;
        state.held = state.held.saturating_sub(self.bytes);
        if was_full && state.held <= self.room.limit {
            self.room.changed.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_waits_goes_on_when_there_is_room_or_none_is_needed() {
        let room = Room::new(10);
        let held = room.hold(11);
        std::thread::scope(|scope| {
            let waits = scope.spawn(|| room.wait());
            drop(held);
            assert!(waits.join().unwrap());
        });
        let _held = room.hold(100);
        std::thread::scope(|scope| {
            let waits = scope.spawn(|| room.wait());
            room.close();
            assert!(!waits.join().unwrap());
        });
    }
}
