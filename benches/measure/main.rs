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
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    reason = "a measurement prints, and may fail by a panic"
)]

mod corpora;
mod discord;

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
    /// The way through Discord: questions a second and memory, beside a bot on discord.py.
    Discord(discord::Arguments),
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let sets: Vec<_> = std::iter::once(corpora::shipped())
        .chain(arguments.set.iter().map(|dir| corpora::set(dir)))
        .collect();
    match arguments.what {
        What::Corpus { passages, dir } => {
            let texts = Texts::read(&sets)?;
            let written = texts.write(&dir, passages, arguments.seed)?;
            println!("{} articles, {} bytes", written.articles, written.bytes);
        }
        What::Discord(arguments) => discord::measure(&arguments)?,
    }
    Ok(())
}
