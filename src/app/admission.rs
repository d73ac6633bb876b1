//! Bounds how many questions are answered at once and how many wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

pub(super) struct Admission {
    seats: Arc<Semaphore>,
    waiting: AtomicUsize,
    queue: usize,
}

impl Admission {
    /// Admits `concurrency` questions at once; `queue` more may wait.
    pub(super) fn new(concurrency: usize, queue: usize) -> Self {
        Self {
            seats: Arc::new(Semaphore::new(concurrency)),
            waiting: AtomicUsize::new(0),
            queue,
        }
    }

    /// Waits for a seat; dropping it frees it. `None` when the queue is full.
    pub(super) async fn enter(&self) -> Option<OwnedSemaphorePermit> {
        if let Ok(seat) = Arc::clone(&self.seats).try_acquire_owned() {
            return Some(seat);
        }
        let _waiting = Waiting::join(&self.waiting, self.queue)?;
        Arc::clone(&self.seats).acquire_owned().await.ok()
    }
}

/// A place in the queue, freed when the question is admitted or abandoned.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn join(waiting: &'a AtomicUsize, queue: usize) -> Option<Self> {
        waiting
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, |now| {
                (now < queue).then_some(now + 1)
            })
            .ok()
            .map(|_| Self(waiting))
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    #[tokio::test]
    async fn who_comes_when_the_queue_is_full_is_refused_and_the_next_moves_up() {
        let admission = Admission::new(1, 1);
        let seated = admission.enter().await.expect("the first is seated");
        let mut second = pin!(admission.enter());
        let mut context = Context::from_waker(Waker::noop());
        assert!(
            second.as_mut().poll(&mut context).is_pending(),
            "the second waits"
        );
        assert!(admission.enter().await.is_none(), "the third is refused");
        drop(seated);
        assert!(matches!(
            second.as_mut().poll(&mut context),
            Poll::Ready(Some(_))
        ));
    }

    #[tokio::test]
    async fn who_leaves_the_queue_makes_room() {
        let admission = Admission::new(1, 1);
        let _seated = admission.enter().await;
        {
            let mut second = pin!(admission.enter());
            assert!(
                second
                    .as_mut()
                    .poll(&mut Context::from_waker(Waker::noop()))
                    .is_pending()
            );
        }
        let mut third = pin!(admission.enter());
        assert!(
            third
                .as_mut()
                .poll(&mut Context::from_waker(Waker::noop()))
                .is_pending()
        );
    }
}
