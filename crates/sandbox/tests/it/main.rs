//! The sandbox is a Discord for any bot: stories of one that knows the protocol and no library.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "what helps a test may fail like a test"
)]

mod alone;
#[path = "../support/client.rs"]
mod client;
mod discord_py;
mod failing;
mod hearing;
mod interactions;
mod lateness;
mod logging_in;
mod messages;
#[path = "../support/openapi/mod.rs"]
mod openapi;
mod threads;

use discord_sandbox::Sandbox;
use tokio::net::TcpListener;

async fn open() -> Sandbox {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    Sandbox::start(listener).await.unwrap()
}
