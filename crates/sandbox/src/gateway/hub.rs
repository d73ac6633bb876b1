//! Every session of every bot, and what reaches all of them: events, and orders to their connections.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{broadcast, watch};

use super::session::Session;
use super::traffic::TrafficLog;
use super::view;
use crate::world::Event;

/// Orders that a connection may fall behind by; it reads them at once, so a few are enough.
const ORDERS: usize = 16;

/// What befalls every open connection at once.
#[derive(Debug, Clone, Copy)]
pub(super) enum Order {
    Drop { code: Option<u16> },
    Reconnect,
    Invalidate { resumable: bool },
}

/// Every session of every bot, connected or away for a moment.
pub(crate) struct Hub {
    pub(super) heartbeat_interval: Duration,
    sessions: Mutex<HashMap<String, Arc<Session>>>,
    orders: broadcast::Sender<Order>,
    /// Whether every event is told twice.
    twice: AtomicBool,
    /// Changes when a session gets or loses its connection.
    pub(super) attachments: watch::Sender<()>,
    /// The latest payloads.
    pub(crate) traffic: TrafficLog,
}

impl Hub {
    /// `heartbeat_interval` is what HELLO asks of bots; Discord says 41.25 s.
    pub(crate) fn new(heartbeat_interval: Duration) -> Self {
        Self {
            heartbeat_interval,
            sessions: Mutex::default(),
            orders: broadcast::Sender::new(ORDERS),
            twice: AtomicBool::new(false),
            attachments: watch::Sender::new(()),
            traffic: TrafficLog::default(),
        }
    }

    /// Tells every session of the application whose shard and intents fit. Calls that follow one
    /// another arrive in their order.
    pub(crate) fn dispatch(&self, event: &Event) {
        let sessions: Vec<_> = self
            .lock()
            .values()
            .filter(|session| session.application == event.application)
            .map(Arc::clone)
            .collect();
        let times = if self.twice.load(Ordering::Relaxed) {
            2
        } else {
            1
        };
        for session in sessions {
            let Some(data) = view::of(&session, event) else {
                continue;
            };
            for _ in 0..times {
                session.deliver(event.name, &data);
                self.traffic.record(event.name, data.clone(), false);
            }
        }
    }

    /// Tells every event twice from now on, or once again.
    pub(crate) fn deliver_twice(&self, twice: bool) {
        self.twice.store(twice, Ordering::Relaxed);
    }

    /// Ends every socket: with a close code, or without a word as a broken network does.
    pub(crate) fn drop_sockets(&self, code: Option<u16>) {
        self.order(Order::Drop { code });
    }

    /// Asks every bot to reconnect and resume (opcode 7).
    pub(crate) fn ask_reconnect(&self) {
        self.order(Order::Reconnect);
    }

    /// Tells every bot that its session is invalid (opcode 9). Unless `resumable` it is forgotten.
    pub(crate) fn invalidate(&self, resumable: bool) {
        self.order(Order::Invalidate { resumable });
    }

    /// Whether a bot of the application is connected and identified.
    pub(crate) fn is_online(&self, application: u64) -> bool {
        self.lock()
            .values()
            .any(|session| session.application == application && session.is_attached())
    }

    /// Waits until [`is_online`](Self::is_online) is `online`.
    pub(crate) async fn until_online(&self, application: u64, online: bool) {
        let mut attachments = self.attachments.subscribe();
        while self.is_online(application) != online {
            if attachments.changed().await.is_err() {
                return;
            }
        }
    }

    /// A receiver of orders for a new connection.
    pub(super) fn orders(&self) -> broadcast::Receiver<Order> {
        self.orders.subscribe()
    }

    fn order(&self, order: Order) {
        // An error means that nobody is connected.
        let _ = self.orders.send(order);
    }

    pub(super) fn admit(&self, session: Arc<Session>) {
        let mut sessions = self.lock();
        sessions.retain(|_, session| !session.is_expired());
        sessions.insert(session.id.clone(), session);
    }

    pub(super) fn forget(&self, session: &Session) {
        self.lock().remove(&session.id);
        self.attachments.send_replace(());
    }

    pub(super) fn session(&self, id: &str) -> Option<Arc<Session>> {
        let session = self.lock().get(id).map(Arc::clone)?;
        (!session.is_expired()).then_some(session)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Arc<Session>>> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
