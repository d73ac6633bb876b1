//! A process that does nothing but answer, to be looked at from outside: what memory it holds, how
//! many instructions an ask takes.
//!
//! It is this program once more, under a hidden subcommand: a question a line on standard input, an
//! empty line on standard output when it is answered.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context as _, ensure};

use super::asking::Asker;
use super::place::Place;
use super::process::{self, Usage};

/// The subcommand's name.
pub(super) const SUBCOMMAND: &str = "serve";

/// Answers until there are no more questions.
pub(super) fn serve(place: PathBuf) -> anyhow::Result<()> {
    let asker = Asker::open(&Place::at(place))?;
    let mut out = std::io::stdout().lock();
    for question in std::io::stdin().lock().lines() {
        asker.ask(&question?)?;
        writeln!(out)?;
        out.flush()?;
    }
    Ok(())
}

/// The arguments of this program that make it serve from there.
pub(super) fn arguments(place: &Place) -> anyhow::Result<(PathBuf, [PathBuf; 2])> {
    let program = std::env::current_exe().context("this program has no path")?;
    Ok((program, [SUBCOMMAND.into(), place.dir().to_owned()]))
}

/// What a process holds after so many answers.
pub(super) fn usage<'a>(
    place: &Place,
    questions: impl Iterator<Item = &'a String>,
) -> anyhow::Result<Option<Usage>> {
    let (program, arguments) = arguments(place)?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start a process that serves")?;
    let mut input = child.stdin.take().context("its input is not piped")?;
    let mut output = BufReader::new(child.stdout.take().context("its output is not piped")?);
    let mut answered = String::new();
    for question in questions {
        writeln!(input, "{}", question.replace('\n', " "))?;
        output.read_line(&mut answered)?;
    }
    let usage = process::usage(child.id());
    drop(input);
    let status = child.wait()?;
    ensure!(status.success(), "the process that serves: {status}");
    Ok(usage)
}
