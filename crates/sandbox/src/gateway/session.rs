//! A bot's session: what it is told, numbered, and kept for the moment after a dropped socket. It
//! outlives its connections and knows nothing of sockets.

use std::collections::VecDeque;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::time::Instant;

use super::close::Close;
use super::shard::Shard;
use crate::intents::Intents;

/// Events that are kept for a bot that reads slowly or comes back.
const KEPT_EVENTS: usize = 10_000;

/// How long a session waits for its bot to come back. Discord documents no number; libraries try
/// for a few minutes.
const AWAY_LIMIT: Duration = Duration::from_secs(300);

pub(super) struct Session {
    pub(super) id: String,
    pub(super) token: String,
    pub(super) application: u64,
    /// The bot's own user id, as a string of digits.
    pub(super) user: String,
    pub(super) intents: Intents,
    pub(super) shard: Shard,
    log: Mutex<Log>,
    /// Changes when there is something to send or the connection is no longer the session's.
    news: watch::Sender<()>,
}

#[derive(Default)]
struct Log {
    last: u64,
    events: VecDeque<Arc<str>>,
    /// What happens while READY and the guilds are put together, to come after them.
    held: Option<Vec<(&'static str, Value)>>,
    /// The latest connection to take the session.
    connection: u64,
    attached: bool,
    /// Since when no connection has it.
    away: Option<Instant>,
}

/// A connection's claim on a session, and how far it has sent.
pub(super) struct Claim {
    pub(super) session: Arc<Session>,
    pub(super) news: watch::Receiver<()>,
    connection: u64,
    sent: u64,
}

/// Why a session cannot be resumed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum CannotResume {
    /// The bot claims to have seen what was never sent.
    Ahead,
    /// What the bot missed is no longer kept.
    TooLate,
}

impl Session {
    /// A session that holds back what happens until [`open`](Self::open).
    pub(super) fn new(
        token: &str,
        application: u64,
        user: &str,
        intents: Intents,
        shard: Shard,
    ) -> Self {
        Self {
            id: random_id(),
            token: token.to_owned(),
            application,
            user: user.to_owned(),
            intents,
            shard,
            log: Mutex::new(Log {
                held: Some(Vec::new()),
                ..Log::default()
            }),
            news: watch::Sender::new(()),
        }
    }

    /// Adds an event, or holds it back until the session is open.
    pub(super) fn deliver(&self, name: &'static str, data: &Value) {
        {
            let mut log = self.lock();
            match &mut log.held {
                Some(held) => held.push((name, data.clone())),
                None => log.push(name, data),
            }
        }
        self.news.send_replace(());
    }

    /// Adds an event for this session alone, before everything that is held back.
    pub(super) fn push(&self, name: &'static str, data: &Value) {
        self.lock().push(name, data);
        self.news.send_replace(());
    }

    /// Lets through what was held back since the session began.
    pub(super) fn open(&self) {
        {
            let mut log = self.lock();
            for (name, data) in log.held.take().unwrap_or_default() {
                log.push(name, &data);
            }
        }
        self.news.send_replace(());
    }

    /// Takes the session for a connection whose bot has seen everything up to `seen`. The
    /// connection that had it loses it.
    pub(super) fn claim(self: &Arc<Self>, seen: u64) -> Result<Claim, CannotResume> {
        let mut log = self.lock();
        if seen > log.last {
            return Err(CannotResume::Ahead);
        }
        if seen < log.forgotten() {
            return Err(CannotResume::TooLate);
        }
        log.connection += 1;
        log.attached = true;
        log.away = None;
        let mut news = self.news.subscribe();
        news.mark_changed();
        let claim = Claim {
            session: Arc::clone(self),
            news,
            connection: log.connection,
            sent: seen,
        };
        drop(log);
        self.news.send_replace(());
        Ok(claim)
    }

    pub(super) fn is_attached(&self) -> bool {
        self.lock().attached
    }

    pub(super) fn is_expired(&self) -> bool {
        self.lock()
            .away
            .is_some_and(|since| since.elapsed() > AWAY_LIMIT)
    }

    fn lock(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Log {
    fn push(&mut self, name: &str, data: &Value) {
        self.last += 1;
        let payload = json!({"op": 0, "t": name, "s": self.last, "d": data});
        self.events.push_back(payload.to_string().into());
        if self.events.len() > KEPT_EVENTS {
            self.events.pop_front();
        }
    }

    /// The last number whose event is no longer kept.
    fn forgotten(&self) -> u64 {
        self.last.saturating_sub(self.events.len() as u64)
    }
}

impl Claim {
    /// The next event to send, if there is one.
    ///
    /// # Errors
    /// When another connection has taken the session, or this one fell too far behind.
    pub(super) fn next(&mut self) -> Result<Option<Arc<str>>, Close> {
        let log = self.session.lock();
        if log.connection != self.connection {
            return Err(Close::UnknownError);
        }
        let Some(at) = self.sent.checked_sub(log.forgotten()) else {
            return Err(Close::SessionTimedOut);
        };
        let event = usize::try_from(at)
            .ok()
            .and_then(|at| log.events.get(at))
            .map(Arc::clone);
        if event.is_some() {
            self.sent += 1;
        }
        Ok(event)
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        let mut log = self.session.lock();
        if log.connection == self.connection {
            log.attached = false;
            log.away = Some(Instant::now());
        }
    }
}

/// 32 hexadecimal digits.
fn random_id() -> String {
    let half = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", half(), half())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session() -> Arc<Session> {
        Arc::new(Session::new("t", 1, "1", Intents::ALL, Shard::ONLY))
    }

    fn names(claim: &mut Claim) -> Vec<String> {
        std::iter::from_fn(|| claim.next().unwrap())
            .map(|event| serde_json::from_str::<Value>(&event).unwrap())
            .map(|event| format!("{} {}", event["s"], event["t"].as_str().unwrap()))
            .collect()
    }

    #[test]
    fn what_happens_meanwhile_comes_after_ready() {
        let session = session();
        session.deliver("MESSAGE_CREATE", &json!({}));
        session.push("READY", &json!({}));
        session.open();
        let mut claim = session.claim(0).unwrap();
        assert_eq!(names(&mut claim), ["1 READY", "2 MESSAGE_CREATE"]);
    }

    #[test]
    fn a_bot_that_comes_back_gets_what_it_missed() {
        let session = session();
        session.open();
        let mut before = session.claim(0).unwrap();
        session.push("READY", &json!({}));
        assert_eq!(names(&mut before), ["1 READY"]);
        drop(before);
        assert!(!session.is_attached());

        session.deliver("TYPING_START", &json!({}));
        session.deliver("MESSAGE_CREATE", &json!({}));
        let mut after = session.claim(1).unwrap();
        assert_eq!(names(&mut after), ["2 TYPING_START", "3 MESSAGE_CREATE"]);
        assert_eq!(
            session.claim(4).err(),
            Some(CannotResume::Ahead),
            "there is no event 4"
        );
    }

    #[test]
    fn a_second_connection_takes_the_session_from_the_first() {
        let session = session();
        let mut first = session.claim(0).unwrap();
        let second = session.claim(0).unwrap();
        assert_eq!(first.next(), Err(Close::UnknownError));
        drop(first);
        assert!(session.is_attached());
        drop(second);
    }

    #[test]
    fn only_so_much_is_kept() {
        let session = session();
        session.open();
        let mut slow = session.claim(0).unwrap();
        for _ in 0..=KEPT_EVENTS {
            session.deliver("TYPING_START", &json!({}));
        }
        assert_eq!(slow.next(), Err(Close::SessionTimedOut));
        assert_eq!(session.claim(0).err(), Some(CannotResume::TooLate));
        assert!(session.claim(1).is_ok());
    }
}
