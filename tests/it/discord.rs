//! The bot in Discord, as people meet it.

mod asking;
mod failing;
mod reindexing;
mod stage;
