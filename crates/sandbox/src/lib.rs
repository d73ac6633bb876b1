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
mod limits;
mod message_flags;
mod page;
mod people;
mod permissions;
mod platform;
mod rest;
mod sandbox;
mod server;
mod snowflake;
mod world;

pub use self::faults::Fault;
pub use self::journal::RecordedRequest;
pub use self::people::{
    Attachment, Button, ChannelRef, Interaction, InteractionOutcome, Person, Refused, SeenMessage,
    TimedOut,
};
pub use self::permissions::Permissions;
pub use self::sandbox::{Sandbox, ServerSize};
pub use self::snowflake::Snowflake;
