//! Stories, one file a feature.

#[path = "../../crates/sandbox/tests/support/browser/mod.rs"]
#[allow(dead_code, reason = "shared with tests that use another part of it")]
mod browser;
#[path = "../../crates/sandbox/tests/support/openapi/mod.rs"]
#[allow(dead_code, reason = "shared with tests that use another part of it")]
mod openapi;

mod architecture;
mod cli;
mod discord;
mod golden;
mod page;
mod shipped_corpus;
