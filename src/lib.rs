//! lodestar answers questions from a folder of articles, in Discord and on the command line. It
//! shows what an article says, with its source, or says that the articles do not cover the
//! question. No language model writes anything.
//!
//! # How a question becomes an answer
//!
//! ```text
//! files ─ corpus ─▶ Article ─ passage ─▶ Passage ─ index ─▶ Hit ─ answer ─▶ Answer ─▶ people
//! ```
//!
//! 1. [`corpus`] turns a folder into [`article::Article`]s and a list of what it skipped and why.
//! 2. [`passage`] cuts an article along its headings and paragraphs into [`passage::Passage`]s of
//!    whole sentences.
//! 3. [`index`] keeps the passages in generations on disk. [`index::analysis`] decides what counts
//!    as a word, for articles and questions alike.
//! 4. [`answer`] cleans a question, turns it into terms, ranks the index's candidates and decides
//!    which sentence answers, how sure that is, and which words occur nowhere.
//! 5. [`app`] is what the front ends call: [`discord`] and [`cli`].
//!
//! # Who may know what
//!
//! Dependencies point down this list only; `tests/it/architecture.rs` holds it.
//!
//! | module | may use | must not know |
//! |---|---|---|
//! | [`cli`] | clap, indicatif, [`app`], [`discord`], [`sandbox`] | types of serenity or tantivy |
//! | [`discord`] | the only user of serenity and poise; [`app`] | tantivy, the file system, TOML |
//! | [`sandbox`] | axum | the rest of lodestar: it would serve any bot |
//! | [`eval`] | [`app`], a temporary folder | Discord, types of tantivy, printing |
//! | [`app`] | tokio, notify, all below | Discord, clap, types of tantivy |
//! | [`answer`] | stored passages, term statistics, [`index::analysis`] | I/O, async, the search engine |
//! | [`index`] | the only user of tantivy | Discord, rendering |
//! | [`passage`] | unicode-segmentation | I/O |
//! | [`review`] | articles | I/O, the index, who reads it |
//! | [`corpus`] | format crates | tantivy, tokio, Discord |
//! | [`store`] | the only user of sqlx | Discord (ids are opaque numbers), the index, who calls it |
//! | [`golden`] | a file of questions | how they are answered, Discord, printing |
//! | [`schedule`] | jiff | I/O, the clock, who is due |
//! | [`config`], [`telemetry`] | serde, toml, tracing, [`schedule`] | everything else: plain values out |
//! | [`fetch`] | reqwest, [`config`] | everything else: it reads what stands at an address |
//!
//! # Invariants
//!
//! - **A question never fails on its text.** What is no query syntax is a word: a question is
//!   analysed into terms, and terms become a query.
//! - **Asking never waits for indexing.** A reindex builds a new generation beside the live one,
//!   opens and checks it, then swaps an atomically written pointer. Killed at any moment it leaves
//!   the old generation or the new one, whole.
//! - **A release can be undone.** What a reindex built may wait for a decision, beside the live
//!   generation and across restarts. Going back is a release like any other: a new generation with
//!   what an earlier one holds, so that numbers only grow.
//! - **What was said is corrected, once.** Answers whose sources a release changed are edited from a
//!   list in the store. Each is compared with its sources and with its message when its turn comes,
//!   so that an interruption loses nothing and repeats nothing.
//! - **One writer.** A file lock, released by the system when its process ends, keeps a second
//!   process from building in the same folder. Readers need no lock, and a folder that can only be
//!   read is enough for them.
//! - **Everything after candidates is independent of the search engine.** Features, ranking,
//!   sentence and confidence see stored passages and how frequent a term is, nothing else, so that
//!   another source of candidates gives the same answers.
//! - **Reading never fails as a whole.** One bad file is reported; the rest is indexed.
//! - **Articles from outside are files.** What admins and sources add becomes a Markdown file below
//!   the corpus, written whole or not at all, under a name made here; see `corpus::shelf`.
//! - **Nobody names an address of this machine.** Every page that is read for somebody is looked up,
//!   checked and connected to by [`fetch`], and each redirect anew.
//! - **Nothing pings.** Every message goes out with empty `allowed_mentions`, and text from
//!   articles is escaped as well.
//! - **Every sentence is written in all eight languages.** The compiler holds call sites to the
//!   values of a sentence, and tests hold the languages to each other.
//! - **The store is never needed.** Answering a question takes no database: one that fails is
//!   reported, done without, and opened again later. Channel settings live in memory as well.
//! - **Forgotten is gone.** What a person, a server's leaving or age removes from the store is
//!   overwritten in its files.
//! - **Acknowledge first, then work.** Discord waits three seconds; a search does not have to hurry.
//! - **Secrets come from the environment** and are never printed.

#![cfg_attr(
    test,
    expect(clippy::string_slice, reason = "a test may fail by a panic")
)]

pub mod app;
pub mod cli;
pub mod config;
pub mod discord;
pub mod fetch;
pub mod schedule;
pub mod store;
pub mod telemetry;
