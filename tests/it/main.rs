//! Stories, one file a feature.

#[allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "what helps a test may fail like a test; shared with tests that use another part of it"
)]
#[path = "../../crates/sandbox/tests/support/browser/mod.rs"]
mod browser;
#[allow(dead_code, reason = "shared with tests that use another part of it")]
#[path = "../../crates/sandbox/tests/support/openapi/mod.rs"]
mod openapi;

mod architecture;
mod cli;
mod discord;
mod documents;
mod golden;
mod page;
mod shipped_corpus;
