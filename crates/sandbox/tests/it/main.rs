//! The sandbox is a Discord for any bot: stories of one that speaks the bare protocol, of one on
//! another library, and of the page in a browser.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "what helps a test may fail like a test"
)]

#[path = "../support/browser/mod.rs"]
#[allow(dead_code, reason = "shared with tests that use another part of it")]
mod browser;
#[path = "../support/openapi/mod.rs"]
#[allow(dead_code, reason = "shared with tests that use another part of it")]
mod openapi;

mod alone;
mod client;
mod conforming;
mod discord_py;
mod failing;
mod hearing;
mod interactions;
mod keeping;
mod lateness;
mod logging_in;
mod messages;
mod page;
mod routing;
mod threads;

use discord_sandbox::Sandbox;
use tokio::net::TcpListener;

async fn open() -> Sandbox {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    Sandbox::start(listener).await.unwrap()
}
