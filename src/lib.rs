//! lodestar answers questions from a folder of articles, in Discord and on the command line. It
//! shows what an article says, with its source, or says that the articles do not cover the
//! question. No language model writes anything.
//!
//! The answers are made by [`lodestar_engine`]; this crate is the program around it:
//!
//! | module | what it is | must not know |
//! |---|---|---|
//! | `cli` | the command line | types of serenity or tantivy |
//! | [`discord`] | the only user of serenity and poise | tantivy, files, TOML |
//! | [`app`] | what both front ends call: it bounds how many questions run, releases what a reindex built, and follows sources | Discord, clap |
//! | [`store`] | questions, votes and settings; the only user of sqlx | Discord, the index |
//! | [`config`], `fetch`, `schedule`, `telemetry` | settings, the web, cron, logs | everything above |
//!
//! Without a token the bot runs on `discord_sandbox`, a stand-in for Discord (feature `sandbox`).
//! `docs/architecture.md` has the rules of all crates, the flows through them and the invariants;
//! `tests/it/architecture.rs` holds what the compiler cannot.

#![cfg_attr(
    test,
    expect(clippy::string_slice, reason = "a test may fail by a panic")
)]

pub mod app;
mod cli;
pub mod config;
pub mod discord;
mod fetch;
mod schedule;
pub mod store;
mod telemetry;

pub use self::cli::main;
