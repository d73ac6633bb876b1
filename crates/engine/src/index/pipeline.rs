//! Several threads that work on a list, and one that takes what they make in the list's order.
//!
//! The order is what makes two builds of the same files the same, however the threads happened to
//! run. How far they run ahead is bounded by a [`Room`].

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use super::room::Room;

/// Works on every item on as many threads as the machine runs at a time, each with a state of its
/// own, and hands over the results in the order of the items. The first error ends it: what is being
/// worked on is finished and dropped.
///
/// # Panics
/// When `work` does.
pub(super) fn in_order<T: Sync, S, R: Send, E>(
    items: &[T],
    room: &Room,
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    let (sender, results) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..threads.min(items.len()) {
            let sender = sender.clone();
            let (next, state, work) = (&next, &state, &work);
            scope.spawn(move || {
                let _closing = ClosedByPanic(room);
                let mut state = state();
                while room.wait() {
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
        let _closing = Closed(room);
        let mut ahead = BTreeMap::new();
        let mut wanted = 0;
        while let Ok((index, result)) = results.recv() {
            ahead.insert(index, result);
            while let Some(result) = ahead.remove(&wanted) {
                wanted += 1;
                take(result)?;
            }
        }
        Ok(())
    })
}

/// Closes a room when it is dropped: by an error, a panic, or at the end.
struct Closed<'a>(&'a Room);

impl Drop for Closed<'_> {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Closes a room when its thread panics, since what it was to make will never come.
struct ClosedByPanic<'a>(&'a Room);

impl Drop for ClosedByPanic<'_> {
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
    fn results_come_in_order_with_little_room() {
        let room = Room::new(3);
        let items: Vec<usize> = (0..500).collect();
        let mut taken = Vec::new();
        let work = |done: &mut usize, &item: &usize| {
            *done += 1;
            (item, room.hold(1))
        };
        let outcome = in_order(
            &items,
            &room,
            || 0,
            work,
            |(item, _held)| {
                taken.push(item);
                Ok::<_, ()>(())
            },
        );
        assert_eq!((outcome, taken), (Ok(()), items));
    }

    #[test]
    fn an_error_ends_it_though_others_wait_for_room() {
        let room = Room::new(0);
        let items = [(); 100];
        let mut held = Vec::new();
        let outcome = in_order(
            &items,
            &room,
            || (),
            |(), ()| room.hold(1),
            |part| {
                held.push(part);
                Err("enough")
            },
        );
        assert_eq!(outcome, Err("enough"));
        assert_eq!(held.len(), 1);
    }

    #[test]
    fn a_panic_is_handed_on() {
        let room = Room::new(0);
        let items: Vec<usize> = (0..100).collect();
        let outcome = std::panic::catch_unwind(|| {
            let work = |(): &mut (), &item: &usize| {
                assert_ne!(item, 20, "this one cannot be read");
                item
            };
            in_order(&items, &room, || (), work, |_| Ok::<_, ()>(()))
        });
        assert!(outcome.is_err());
    }
}
