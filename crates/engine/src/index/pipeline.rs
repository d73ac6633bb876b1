//! Maps a list on several threads and consumes the results on one, in the list's order.
//!
//! The order makes two builds of the same files the same, however the threads happened to run. A
//! [`MemoryBudget`] bounds how far they run ahead.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use super::memory_budget::MemoryBudget;

/// Calls `work` with every item, on as many threads as the machine runs at a time, each with a
/// state of its own, and `consume` with the results, in the order of the items. The first error of
/// `consume` ends it: work in progress is finished and dropped.
///
/// # Panics
/// If `work` panics.
pub(super) fn map_in_order<T: Sync, S, R: Send, E>(
    items: &[T],
    budget: &MemoryBudget,
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &T) -> R + Sync,
    mut consume: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    let (sender, results) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..threads.min(items.len()) {
            let sender = sender.clone();
            let (next, state, work) = (&next, &state, &work);
            scope.spawn(move || {
                let _close = CloseOnPanic(budget);
                let mut state = state();
                while budget.wait() {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(index) else {
                        break;
                    };
                    if sender.send((index, work(&mut state, item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let _close = CloseOnDrop(budget);
        let mut early = BTreeMap::new();
        let mut wanted = 0;
        while let Ok((index, result)) = results.recv() {
            early.insert(index, result);
            while let Some(result) = early.remove(&wanted) {
                wanted += 1;
                consume(result)?;
            }
        }
        Ok(())
    })
}

/// Closes the budget after an error, a panic, or the last result.
struct CloseOnDrop<'a>(&'a MemoryBudget);

impl Drop for CloseOnDrop<'_> {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Closes the budget if its thread panics, since others may wait for a result that never comes.
struct CloseOnPanic<'a>(&'a MemoryBudget);

impl Drop for CloseOnPanic<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.close();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_on_a_small_budget() {
        let budget = MemoryBudget::new(3);
        let items: Vec<usize> = (0..500).collect();
        let mut taken = Vec::new();
        let work = |done: &mut usize, &item: &usize| {
            *done += 1;
            (item, budget.reserve(1))
        };
        let outcome = map_in_order(
            &items,
            &budget,
            || 0,
            work,
            |(item, _reservation)| {
                taken.push(item);
                Ok::<_, ()>(())
            },
        );
        assert_eq!((outcome, taken), (Ok(()), items));
    }

    #[test]
    fn an_error_ends_it_though_other_threads_wait_for_memory() {
        let budget = MemoryBudget::new(0);
        let items = [(); 100];
        let mut reservations = Vec::new();
        let outcome = map_in_order(
            &items,
            &budget,
            || (),
            |(), ()| budget.reserve(1),
            |reservation| {
                reservations.push(reservation);
                Err("enough")
            },
        );
        assert_eq!(outcome, Err("enough"));
        assert_eq!(reservations.len(), 1);
    }

    #[test]
    fn a_panic_is_passed_on() {
        let budget = MemoryBudget::new(0);
        let items: Vec<usize> = (0..100).collect();
        let outcome = std::panic::catch_unwind(|| {
            let work = |(): &mut (), &item: &usize| {
                assert_ne!(item, 20, "this one cannot be read");
                item
            };
            map_in_order(&items, &budget, || (), work, |_| Ok::<_, ()>(()))
        });
        assert!(outcome.is_err());
    }
}
