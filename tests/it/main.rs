//! Stories, one file a feature.

mod architecture;
mod cli;
#[expect(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "what helps a test may fail like a test; the tests of the stand-in use all of it"
)]
#[path = "../../crates/sandbox/tests/support/client.rs"]
mod client;
mod discord;
mod documents;
mod golden;
#[path = "../../crates/sandbox/tests/support/openapi/mod.rs"]
mod openapi;
mod page;
mod shipped_corpus;
