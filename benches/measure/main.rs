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
mod draw;
mod instructions;
mod latency;
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
    /// Answer questions from standard input, to be looked at from outside.
    #[command(hide = true, name = serving::SUBCOMMAND)]
    Serve { place: PathBuf },
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    if let What::Serve { place } = arguments.what {
        // Without the texts, so that its memory is what answering takes.
        return serving::serve(place);
    }
    let sets: Vec<_> = std::iter::once(corpora::shipped())
        .chain(arguments.set.iter().map(|dir| corpora::set(dir)))
        .collect();
    let (texts, seed) = (Texts::read(&sets)?, arguments.seed);
    match arguments.what {
        What::Corpus { passages, dir } => {
            let written = texts.write(&dir, passages, seed)?;
            println!("{} articles, {} bytes", written.articles, written.bytes);
        }
        What::Scale(arguments) => scale::run(&arguments, &texts, seed)?,
        What::Ratios(arguments) => ratios::run(&arguments, seed)?,
        What::Serve { .. } => {}
    }
    Ok(())
}

/// Tells what is being done, so that nobody takes a long run for a stuck one.
fn say(what: &str) {
    eprintln!("{what}");
}
