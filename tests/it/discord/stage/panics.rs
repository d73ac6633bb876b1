//! Panics of tasks, which nobody in a story would see.

use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread::{self, ThreadId};

static PANICS: Mutex<Vec<(ThreadId, bool, String)>> = Mutex::new(Vec::new());

/// Notes every panic from now on, with the thread and whether that is one of tokio's own. Returns
/// how many are noted already.
pub(super) fn note_panics() -> usize {
    static NOTING: Once = Once::new();
    NOTING.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let thread = thread::current();
            let is_tokio = thread.name().is_some_and(|name| name.starts_with("tokio"));
            noted().push((thread.id(), is_tokio, panic.to_string()));
            usual(panic);
        }));
    });
    noted().len()
}

fn noted() -> MutexGuard<'static, Vec<(ThreadId, bool, String)>> {
    PANICS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Panics of this story's tasks: on its own thread, or where blocking work is done.
pub(super) fn panics_since(before: usize) -> Vec<String> {
    let own = thread::current().id();
    noted()
        .iter()
        .skip(before)
        .filter(|(thread, is_tokio, _)| *thread == own || *is_tokio)
        .map(|(_, _, text)| text.clone())
        .collect()
}
