//! A local stand-in for Discord on 127.0.0.1: what `lodestar` runs against without a token, and what
//! the tests run against. It would serve any bot and must not know the rest of lodestar.
//!
//! A [`Sandbox`] begins with one server, "Harbour Town", its people and a bot that has no
//! permissions but everyone's. Bots reach it over REST and the gateway as they reach Discord;
//! people are played with [`Person`]:
//!
//! ```no_run
//! # async fn story() -> Result<(), Box<dyn std::error::Error>> {
//! use discord_sandbox::Sandbox;
//! use serde_json::json;
//!
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
//! let sandbox = Sandbox::start(listener).await?;
//! // Start a bot with `sandbox.url()` and `sandbox.token()` here.
//! sandbox.until_online().await;
//! let ann = sandbox.member("ann");
//! let asked = ann.slash("general", "ask", &json!({ "question": "Where is the harbour?" }))?;
//! let answer = ann.answer_to(&asked).await?;
//! assert!(answer.text.contains("harbour"));
//! # Ok(())
//! # }
//! ```
//!
//! Inside, `world` holds what exists and decides what is allowed, `rest` and `gateway` speak to
//! bots, `form` checks what they send, `people` speaks to tests, `page` to a browser, `journal`
//! keeps every request.

mod clock;
mod error;
mod faults;
mod form;
mod gateway;
mod intents;
mod journal;
mod keep;
mod page;
mod people;
mod permissions;
mod rest;
mod snowflake;
mod world;

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::serve::ListenerExt as _;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use self::gateway::Hub;
use self::keep::Keep;
use self::rest::Server;
use self::world::World;

pub use self::faults::Fault;
pub use self::journal::RecordedRequest;
pub use self::people::{
    Attachment, Button, ChannelRef, Interaction, InteractionOutcome, Person, Refused, SeenMessage,
    ServerSize, TimedOut,
};
pub use self::permissions::Permissions;
pub use self::snowflake::Snowflake;

/// What HELLO asks of bots, from Discord's documentation.
const HEARTBEAT_INTERVAL: Duration = Duration::from_millis(41_250);

/// The close code of a server that stops.
const GOING_AWAY: u16 = 1001;

/// How long open requests may take to end when the sandbox stops.
const STOPPING: Duration = Duration::from_secs(2);

/// A running stand-in.
pub struct Sandbox {
    server: Arc<Server>,
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
        let world = Arc::new(match state {
            Some(state) => World::with(state, Arc::clone(&hub), address),
            None => World::new(Arc::clone(&hub), address),
        });
        let keeping = keep.map(|keep| {
            let following = Arc::clone(&keep).follow(Arc::clone(&world));
            (keep, tokio::spawn(following))
        });
        let server = Arc::new(Server::new(world, hub));
        let router = rest::router(Arc::clone(&server));
        let mut stop = server.stopping.subscribe();
        // Else an event waits for the bot's word that it has the one before, which takes 40 ms.
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
            server,
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
        self.server.stopping.send_replace(true);
        self.server.hub.drop_sockets(Some(GOING_AWAY));
        let serving = self.lock().take();
        if let Some(mut serving) = serving
            && timeout(STOPPING, &mut serving).await.is_err()
        {
            serving.abort();
        }
        if let Some((keep, following)) = &self.keeping {
            following.abort();
            if let Err(error) = keep.write(&self.server.world) {
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
        self.server.stopping.send_replace(true);
        self.server.hub.drop_sockets(None);
        if let Some(serving) = self.lock().take() {
            serving.abort();
        }
        if let Some((_, following)) = &self.keeping {
            following.abort();
        }
    }
}
