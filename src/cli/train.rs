//! `lodestar train`: fits the ranking's weights to question sets.

use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;

use anyhow::Context as _;

use crate::app::engine_settings;
use crate::config::Config;
use lodestar_engine::answer::Model;
use lodestar_engine::eval::{self, Set};

use super::Outcome;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Folders with `articles/` and `questions.jsonl`, with the articles that hold each answer.
    #[arg(required = true, num_args = 1.., value_name = "SET")]
    sets: Vec<PathBuf>,
    /// Write the weights here; the crate is built with `crates/engine/src/answer/model.txt`.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub(super) fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<Outcome> {
    let sets: Vec<Set> = arguments
        .sets
        .iter()
        .map(|dir| Set::open(dir))
        .collect::<anyhow::Result<_>>()?;
    let trained = eval::train(&engine_settings(config), &sets, Model::shipped())?;
    let mut stdout = io::stdout().lock();
    writeln!(
        stdout,
        "on articles held apart, with the weights before and after:"
    )?;
    for held in &trained.figures {
        writeln!(
            stdout,
            "{:16} {:10} {:6} questions  {:.4}  {:.4}",
            held.set, held.figure, held.questions, held.before, held.after
        )?;
    }
    if let Some(path) = &arguments.out {
        fs::write(path, trained.model.to_text())
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(Outcome::Done)
}
