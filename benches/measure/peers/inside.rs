//! The peers that are written in Rust: this program, started anew as one of them.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::peer::Peer;
use super::protocol::{self, Asked, Indexed, Question, Settings, Step};
use super::{lodestar, tantivy};

/// As a peer is called.
#[derive(Debug, clap::Args)]
pub(crate) struct Call {
    peer: Peer,
    step: Step,
    task: PathBuf,
    place: PathBuf,
}

/// The passages found, best first, and how sure it is that the first one answers.
pub(super) type Found = (Vec<String>, Option<f64>);

pub(crate) fn run(call: &Call) -> anyhow::Result<()> {
    let settings = protocol::settings(&call.task)?;
    let stemmed = match call.peer {
        Peer::Lodestar => None,
        Peer::Tantivy => Some(false),
        Peer::TantivyStemmed => Some(true),
        other => anyhow::bail!("{} is another program", other.name()),
    };
    let index = call.place.join(protocol::INDEX);
    match call.step {
        Step::Index => {
            let clock = Instant::now();
            let version = match stemmed {
                None => lodestar::index(&settings, &index)?,
                Some(stemmed) => tantivy::index(&call.task, &settings, &index, stemmed)?,
            };
            let seconds = clock.elapsed().as_secs_f64();
            println!("{}", serde_json::to_string(&Indexed { version, seconds })?);
            Ok(())
        }
        Step::Ask => match stemmed {
            None => {
                let peer = lodestar::Open::new(&settings, &index)?;
                ask(call, &settings, |question| {
                    peer.ask(question, settings.depth)
                })
            }
            Some(stemmed) => {
                let peer = tantivy::Open::new(&settings, &index, stemmed)?;
                ask(call, &settings, |question| {
                    peer.ask(question, settings.depth)
                })
            }
        },
    }
}

fn ask(
    call: &Call,
    settings: &Settings,
    mut answered: impl FnMut(&str) -> anyhow::Result<Found>,
) -> anyhow::Result<()> {
    let questions = |file: &str| -> anyhow::Result<Vec<Question>> {
        protocol::lines(&call.task.join(file))?.collect()
    };
    let clock = Instant::now();
    for question in questions(protocol::WARM_UP)? {
        answered(&question.question)?;
        if clock.elapsed().as_secs_f64() > settings.warm_up_s {
            break;
        }
    }
    let mut asked = String::new();
    for question in questions(protocol::QUESTIONS)? {
        let clock = Instant::now();
        let (ids, sure) = answered(&question.question)?;
        let ms = clock.elapsed().as_secs_f64() * 1000.0;
        asked.push_str(&serde_json::to_string(&Asked { ms, ids, sure })?);
        asked.push('\n');
    }
    write(&call.place, &asked)
}

fn write(place: &Path, asked: &str) -> anyhow::Result<()> {
    Ok(std::fs::write(place.join(protocol::ASKED), asked)?)
}
