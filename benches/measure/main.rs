//! Measures lodestar: how its cost grows with the corpus, and what it is against what people would
//! use instead.
//!
//! ```text
//! cargo bench --bench measure -- --help
//! ```
//!
//! It uses the library as any program would, and the real binary where a process is measured.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    reason = "a measurement prints, and may fail by a panic"
)]

mod asking;
mod chart;
mod corpora;
mod discord;
mod draw;
mod instructions;
mod latency;
mod peers;
mod place;
mod plain;
mod process;
mod program;
mod ratios;
mod scale;
mod serving;
mod table;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use self::corpora::Texts;

/// Measures how fast and how large lodestar is.
#[derive(Debug, Parser)]
struct Arguments {
    #[command(subcommand)]
    what: What,
    /// A question set (articles/ and questions.jsonl) whose sentences the corpora are made of, beside
    /// the shipped articles. May be given several times.
    #[arg(long, global = true, value_name = "DIR")]
    set: Vec<PathBuf>,
    /// Another seed makes other corpora.
    #[arg(long, global = true, default_value_t = 1)]
    seed: u64,
    /// Cargo says so to every benchmark.
    #[arg(long, global = true, hide = true)]
    bench: bool,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write a corpus of about so many passages.
    Corpus { passages: usize, dir: PathBuf },
    /// Measure how cost grows with the corpus, beside plain tantivy.
    Scale(scale::Arguments),
    /// Hold asking and indexing against limits, beside plain tantivy.
    Ratios(ratios::Arguments),
    /// Compare with other search engines: answers, time, memory.
    Peers(peers::Arguments),
    /// Measure the way through Discord, beside a bot on discord.py.
    Discord(discord::Arguments),
    /// Answer questions from standard input, to be looked at from outside.
    #[command(hide = true, name = serving::SUBCOMMAND)]
    Serve { place: PathBuf },
    /// Be one of those that are compared.
    #[command(hide = true, name = peers::PEER)]
    Peer(peers::inside::Call),
}

fn main() -> anyhow::Result<()> {
    let Arguments {
        what, set, seed, ..
    } = Arguments::parse();
    let sets: Vec<_> = std::iter::once(corpora::shipped())
        .chain(set.iter().map(|dir| corpora::set(dir)))
        .collect();
    // Texts are read only by what needs them, so that the memory of others is their own.
    match what {
        What::Corpus { passages, dir } => {
            let written = Texts::read(&sets)?.write(&dir, passages, seed)?;
            println!("{} articles, {} bytes", written.articles, written.bytes);
        }
        What::Scale(what) => scale::run(&what, &Texts::read(&sets)?, seed)?,
        What::Ratios(what) => ratios::run(&what, seed)?,
        What::Peers(what) => peers::run(&what, &sets, seed)?,
        What::Discord(what) => discord::measure(&what)?,
        What::Serve { place } => serving::serve(place)?,
        What::Peer(call) => peers::inside::run(&call)?,
    }
    Ok(())
}

/// Tells what is being done, so that nobody takes a long run for a stuck one.
fn say(what: &str) {
    eprintln!("{what}");
}
