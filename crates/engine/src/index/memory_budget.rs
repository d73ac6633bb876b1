//! A bound on the memory of results that are ready but not yet consumed, between threads that read
//! articles and the one that writes them.
//!
//! A thread waits before it starts on something, never in the middle: what was started always
//! finishes, however large it is, so the result that everyone waits for cannot be blocked itself.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

#[derive(Debug)]
pub(super) struct MemoryBudget {
    limit: usize,
    state: Mutex<BudgetState>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct BudgetState {
    reserved: usize,
    closed: bool,
}

/// A share of the budget, returned on drop.
#[derive(Debug)]
pub(super) struct Reservation {
    bytes: usize,
    budget: Arc<MemoryBudget>,
}

impl MemoryBudget {
    /// `limit` is in bytes.
    pub(super) fn new(limit: usize) -> Arc<Self> {
        Arc::new(Self {
            limit,
            state: Mutex::default(),
            changed: Condvar::new(),
        })
    }

    /// Waits until the reservations are within the limit; returns false once the budget is closed.
    pub(super) fn wait(&self) -> bool {
        let mut state = self.lock();
        while state.reserved > self.limit && !state.closed {
            let woken = self.changed.wait(state);
            state = woken.unwrap_or_else(PoisonError::into_inner);
        }
        !state.closed
    }

    /// Reserves memory at once, even beyond the limit.
    pub(super) fn reserve(self: &Arc<Self>, bytes: usize) -> Reservation {
        self.lock().reserved += bytes;
        Reservation {
            bytes,
            budget: Arc::clone(self),
        }
    }

    /// Wakes all waiting threads and lets none start anything new.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, BudgetState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        let mut state = self.budget.lock();
        let was_full = state.reserved > self.budget.limit;
        state.reserved = state.reserved.saturating_sub(self.bytes);
        if was_full && state.reserved <= self.budget.limit {
            self.budget.changed.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_waiting_thread_goes_on_when_memory_is_free_or_the_budget_is_closed() {
        let budget = MemoryBudget::new(10);
        let reservation = budget.reserve(11);
        std::thread::scope(|scope| {
            let waits = scope.spawn(|| budget.wait());
            drop(reservation);
            assert!(waits.join().unwrap());
        });
        let _reservation = budget.reserve(100);
        std::thread::scope(|scope| {
            let waits = scope.spawn(|| budget.wait());
            budget.close();
            assert!(!waits.join().unwrap());
        });
    }
}
