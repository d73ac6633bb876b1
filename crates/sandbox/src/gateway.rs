//! The gateway: the WebSocket over which Discord tells a bot what happens. Events go in with
//! [`Hub::dispatch`] and come out at every session that asked for them, in order, also after a
//! dropped socket. It must not know why something happened; that is the world's.

mod close;
mod command;
mod connection;
mod end;
mod members;
mod session;
mod shard;
mod told;
mod transport;
mod view;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::extract::WebSocketUpgrade;
use axum::response::Response;
use serde::Deserialize;
use serde_json::Value;
use tokio::sync::{broadcast, watch};

use self::connection::Connection;
use self::session::Session;
use super::world::World;

pub(crate) use self::told::Told;

/// Orders that a connection may fall behind by; it reads them at once, so a few are enough.
const ORDERS: usize = 16;

/// The largest frame that is read at all. Discord's own limit is 4096 bytes and answered with a
/// close code, for which the frame has to be read.
const MAX_FRAME_BYTES: usize = 64 * 1024;

/// Something that happened, on its way to a bot.
#[derive(Debug, Clone)]
pub(crate) struct Dispatch {
    pub(crate) application: u64,
    /// Where it happened; `None` for direct messages and what concerns no guild.
    pub(crate) guild: Option<u64>,
    /// Such as `MESSAGE_CREATE`.
    pub(crate) name: &'static str,
    pub(crate) data: Value,
    /// Whether a message is shown whole to a bot without the MESSAGE_CONTENT intent, as its own
    /// messages, direct messages and those that mention it are.
    pub(crate) reveal: bool,
}

/// What a bot asks for in the address of the gateway.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct GatewayQuery {
    #[serde(default)]
    v: Option<String>,
    #[serde(default)]
    encoding: Option<String>,
    #[serde(default)]
    compress: Option<String>,
}

/// What befalls every open connection at once.
#[derive(Debug, Clone, Copy)]
enum Order {
    Drop { code: Option<u16> },
    Reconnect,
    Invalidate { resumable: bool },
}

/// Every session of every bot, connected or away for a moment.
pub(crate) struct Hub {
    heartbeat_interval: Duration,
    sessions: Mutex<HashMap<String, Arc<Session>>>,
    orders: broadcast::Sender<Order>,
    /// Whether every event is told twice.
    twice: AtomicBool,
    /// Changes when a session gets or loses its connection.
    comings: watch::Sender<()>,
    /// What passed lately.
    pub(crate) told: told::Log,
}

impl Hub {
    /// `heartbeat_interval` is what HELLO asks of bots; Discord says 41.25 s.
    pub(crate) fn new(heartbeat_interval: Duration) -> Self {
        Self {
            heartbeat_interval,
            sessions: Mutex::default(),
            orders: broadcast::Sender::new(ORDERS),
            twice: AtomicBool::new(false),
            comings: watch::Sender::new(()),
            told: told::Log::default(),
        }
    }

    /// Tells every session of the application whose shard and intents fit. Calls that follow one
    /// another arrive in their order.
    pub(crate) fn dispatch(&self, dispatch: &Dispatch) {
        let sessions: Vec<_> = self
            .lock()
            .values()
            .filter(|session| session.application == dispatch.application)
            .map(Arc::clone)
            .collect();
        let times = if self.twice.load(Ordering::Relaxed) {
            2
        } else {
            1
        };
        for session in sessions {
            for _ in 0..times {
                if let Some(data) = session.tell(dispatch) {
                    self.told.note(dispatch.name, data, false);
                }
            }
        }
    }

    /// Tells every event twice from now on, or once again.
    pub(crate) fn deliver_twice(&self, twice: bool) {
        self.twice.store(twice, Ordering::Relaxed);
    }

    /// Answers a bot's request for the gateway.
    pub(crate) fn serve(
        self: Arc<Self>,
        world: Arc<World>,
        query: GatewayQuery,
        upgrade: WebSocketUpgrade,
    ) -> Response {
        let orders = self.orders.subscribe();
        upgrade
            .max_message_size(MAX_FRAME_BYTES)
            .on_upgrade(move |socket| Connection::new(self, world, orders, socket).run(query))
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
        let mut comings = self.comings.subscribe();
        while self.is_online(application) != online {
            if comings.changed().await.is_err() {
                return;
            }
        }
    }

    fn order(&self, order: Order) {
        // An error means that nobody is connected.
        let _ = self.orders.send(order);
    }

    fn admit(&self, session: Arc<Session>) {
        let mut sessions = self.lock();
        sessions.retain(|_, session| !session.is_expired());
        sessions.insert(session.id.clone(), session);
    }

    fn forget(&self, session: &Session) {
        self.lock().remove(&session.id);
        self.comings.send_replace(());
    }

    fn session(&self, id: &str) -> Option<Arc<Session>> {
        let session = self.lock().get(id).map(Arc::clone)?;
        (!session.is_expired()).then_some(session)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Arc<Session>>> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
