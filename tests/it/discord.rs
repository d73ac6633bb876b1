//! The bot in Discord, as people meet it.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what helps a test may fail like a test"
)]

mod asking;
mod failing;
mod recording;
mod reindexing;
mod speaking;
mod stage;
