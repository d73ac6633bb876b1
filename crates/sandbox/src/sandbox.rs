//! A running stand-in: starting, stopping, and keeping its state. What tests do with it is in the
//! files below.

mod scene;
mod servers;

pub use self::servers::ServerSize;

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::serve::ListenerExt as _;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::gateway::Hub;
use crate::keep::Keep;
use crate::platform::Platform;
use crate::server;
use crate::world::{self, Event, World};

/// What HELLO asks of bots, from Discord's documentation.
const HEARTBEAT_INTERVAL: Duration = Duration::from_millis(41_250);

/// The close code of a server that stops.
const GOING_AWAY: u16 = 1001;

/// How long open requests may take to end when the sandbox stops.
const STOPPING: Duration = Duration::from_secs(2);

/// A running stand-in.
pub struct Sandbox {
    pub(crate) platform: Arc<Platform>,
    address: SocketAddr,
    serving: Mutex<Option<JoinHandle<io::Result<()>>>>,
    keeping: Option<(Arc<Keep>, JoinHandle<()>)>,
}

impl Sandbox {
    /// Starts on a listener of this machine.
    ///
    /// # Errors
    /// When the listener has no address, or one that other machines reach.
    pub async fn start(listener: TcpListener) -> io::Result<Self> {
        Self::open(listener, None).await
    }

    /// Starts with the world that a file holds, or a new one if there is no such file yet, and keeps
    /// the file up to date.
    ///
    /// # Errors
    /// As [`Self::start`], and when the file cannot be read or holds something else.
    pub async fn resume(listener: TcpListener, file: &Path) -> io::Result<Self> {
        Self::open(listener, Some(Arc::new(Keep::at(file)))).await
    }

    async fn open(listener: TcpListener, keep: Option<Arc<Keep>>) -> io::Result<Self> {
        let address = listener.local_addr()?;
        if !address.ip().is_loopback() {
            let message = format!("{address} can be reached from other machines");
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        let hub = Arc::new(Hub::new(HEARTBEAT_INTERVAL));
        let state = keep.as_ref().map(|keep| keep.read()).transpose()?.flatten();
        let state = state.unwrap_or_else(world::scene::state);
        let events = Arc::clone(&hub);
        let dispatch = move |event: &Event| events.dispatch(event);
        let world = Arc::new(World::new(state, address, dispatch));
        let keeping = keep.map(|keep| {
            let following = Arc::clone(&keep).follow(Arc::clone(&world));
            (keep, tokio::spawn(following))
        });
        let platform = Arc::new(Platform::new(world, hub));
        let router = server::router(&platform);
        let mut stop = platform.stopping.subscribe();
        // Otherwise an event waits until the bot acknowledges the one before, which takes 40 ms.
        let listener = listener.tap_io(|connection| {
            let _ = connection.set_nodelay(true);
        });
        let serving = tokio::spawn(
            axum::serve(listener, router)
                .with_graceful_shutdown(async move {
                    // An error means that the sandbox is gone, which is a stop as well.
                    let _ = stop.wait_for(|stop| *stop).await;
                })
                .into_future(),
        );
        // The listener takes connections already; let the server begin with them.
        tokio::task::yield_now().await;
        Ok(Self {
            platform,
            address,
            serving: Mutex::new(Some(serving)),
            keeping,
        })
    }

    /// The origin to use in Discord's place.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Ends all connections.
    pub async fn stop(&self) {
        self.platform.stopping.send_replace(true);
        self.platform.hub.drop_sockets(Some(GOING_AWAY));
        let serving = self.lock().take();
        if let Some(mut serving) = serving
            && timeout(STOPPING, &mut serving).await.is_err()
        {
            serving.abort();
        }
        if let Some((keep, following)) = &self.keeping {
            following.abort();
            if let Err(error) = keep.write(&self.platform.world) {
                tracing::warn!(%error, "the state cannot be written");
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<JoinHandle<io::Result<()>>>> {
        self.serving.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.platform.stopping.send_replace(true);
        self.platform.hub.drop_sockets(None);
        if let Some(serving) = self.lock().take() {
            serving.abort();
        }
        if let Some((_, following)) = &self.keeping {
            following.abort();
        }
    }
}
