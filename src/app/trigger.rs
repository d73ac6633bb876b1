//! What triggers a reindex automatically: changed files, followed sources, and a schedule. This
//! only announces that one is due; the caller decides what to do.

use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use notify::event::{EventKind, ModifyKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};
use tokio::sync::mpsc;

use crate::schedule::Schedule;

use super::App;

/// How soon to try again to watch a folder that cannot be watched.
const WATCH_AGAIN: Duration = Duration::from_secs(60);

/// The longest sleep before checking the clock again: it may have been set.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// Why a reindex is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trigger {
    /// Files were changed and have been left alone since.
    Files,
    /// Articles of sources were added, changed or removed.
    Sources,
    Schedule,
}

impl App {
    /// Announces when a reindex is due, as configured; also follows the sources for this. Ends with
    /// the program, or when nobody listens any more.
    #[must_use]
    pub fn triggers(&self) -> mpsc::Receiver<Trigger> {
        // One waiting trigger covers everything that becomes due in the meantime.
        let (sender, receiver) = mpsc::channel(1);
        let release = &self.inner.release;
        if release.watch {
            let watching = Watching {
                corpus: self.inner.engine.corpus().folder().to_owned(),
                left_out: self.inner.folders.clone(),
                wait: release.watch_wait,
            };
            self.until_stopped(watching.run(self.clone(), sender.clone()));
        }
        if !self.inner.sources.are_none() {
            self.until_stopped(self.clone().follow_sources(sender.clone()));
        }
        if let Ok(schedule) = Schedule::new(&release.schedule, &release.time_zone) {
            self.until_stopped(keep(schedule, sender, Timestamp::now));
        }
        receiver
    }

    fn until_stopped(&self, work: impl Future<Output = ()> + Send + 'static) {
        let stopping = self.inner.stopping.clone();
        self.inner.tasks.spawn(async move {
            stopping.run_until_cancelled(work).await;
        });
    }
}

/// A watched folder.
struct Watching {
    corpus: PathBuf,
    /// The program's own folders, which may be inside the corpus.
    left_out: Vec<PathBuf>,
    wait: Duration,
}

impl Watching {
    async fn run(self, app: App, due: mpsc::Sender<Trigger>) {
        let (sender, mut changes) = mpsc::channel(1);
        let mut watcher = self.armed(&sender).await;
        // Files may have changed while nobody was watching.
        if app.is_outdated().await.unwrap_or(false) {
            let _ = sender.try_send(());
        }
        loop {
            tokio::select! {
                changed = changes.recv() => if changed.is_none() { return },
                () = due.closed() => return,
            }
            while let Ok(Some(())) = tokio::time::timeout(self.wait, changes.recv()).await {}
            // Watch again each time, since the folder itself may have been replaced, and before it
            // is read, so that nothing is missed.
            drop(std::mem::replace(&mut watcher, self.armed(&sender).await));
            let _ = due.try_send(Trigger::Files);
        }
    }

    /// Keeps trying until the folder can be watched.
    async fn armed(&self, changed: &mpsc::Sender<()>) -> RecommendedWatcher {
        loop {
            match self.watch(changed.clone()) {
                Ok(watcher) => return watcher,
                Err(error) => {
                    let folder = self.corpus.display();
                    tracing::warn!(%folder, %error, "the corpus cannot be watched; trying again");
                    tokio::time::sleep(WATCH_AGAIN).await;
                }
            }
        }
    }

    fn watch(&self, changed: mpsc::Sender<()>) -> notify::Result<RecommendedWatcher> {
        let left_out: Vec<PathBuf> = self.left_out.iter().map(|it| whole(it)).collect();
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                let counts = match &event {
                    Ok(event) => matters(event, &left_out),
                    // Events may have been lost.
                    Err(_) => true,
                };
                if counts {
                    let _ = changed.try_send(());
                }
            })?;
        watcher.watch(&whole(&self.corpus), RecursiveMode::Recursive)?;
        Ok(watcher)
    }
}

/// The path as the system reports it.
fn whole(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Whether an event may change the contents of the corpus. Reading does not.
fn matters(event: &notify::Event, left_out: &[PathBuf]) -> bool {
    let changes = match event.kind {
        EventKind::Access(_) => false,
        EventKind::Modify(ModifyKind::Metadata(kind)) => {
            kind != notify::event::MetadataKind::AccessTime
        }
        _ => true,
    };
    let is_ours = |path: &PathBuf| left_out.iter().any(|folder| path.starts_with(folder));
    changes && (event.paths.is_empty() || !event.paths.iter().all(is_ours))
}

/// Announces whenever the schedule is due.
async fn keep(schedule: Schedule, due: mpsc::Sender<Trigger>, now: impl Fn() -> Timestamp) {
    let mut last = now();
    while let Some(next) = schedule.next(last) {
        loop {
            let left = Duration::try_from(next.duration_since(now())).unwrap_or_default();
            if left.is_zero() {
                break;
            }
            tokio::select! {
                () = tokio::time::sleep(left.min(LONGEST_SLEEP)) => {}
                () = due.closed() => return,
            }
        }
        let _ = due.try_send(Trigger::Schedule);
        // Runs missed while the machine slept are made up for once.
        last = now().max(next);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[tokio::test]
    async fn what_is_due_by_the_clock_is_due_once() {
        // A clock that shows these times in turn, then stands still.
        let mut times = ["2026-11-25T03:58:30Z", "2026-11-25T04:00:00Z"].to_vec();
        // The machine slept for two days.
        times.extend(["2026-11-25T04:00:01Z", "2026-11-27T09:00:00Z"]);
        times.reverse();
        let times = Mutex::new(times);
        let now = move || {
            let mut times = times.lock().unwrap();
            let time = if times.len() > 1 {
                times.pop().unwrap()
            } else {
                times[0]
            };
            time.parse().unwrap()
        };
        let (sender, mut due) = mpsc::channel(4);
        let schedule = Schedule::new("0 5 * * *", "Europe/Stockholm").unwrap();
        let keeping = tokio::spawn(keep(schedule, sender, now));
        assert_eq!(due.recv().await, Some(Trigger::Schedule), "at five");
        assert_eq!(due.recv().await, Some(Trigger::Schedule), "after the sleep");
        due.close();
        keeping.await.unwrap();
        assert_eq!(due.recv().await, None, "what was missed is done once");
    }

    #[test]
    fn reading_and_our_own_files_are_no_change() {
        use notify::event::{AccessKind, CreateKind};
        let event = |kind, path: &str| notify::Event::new(kind).add_path(path.into());
        let ours = [PathBuf::from("/c/index")];
        let created = EventKind::Create(CreateKind::File);
        assert!(matters(&event(created, "/c/a.md"), &ours));
        assert!(!matters(&event(created, "/c/index/gen-1"), &ours));
        assert!(!matters(
            &event(EventKind::Access(AccessKind::Any), "/c/a.md"),
            &ours
        ));
    }
}
