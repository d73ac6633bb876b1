//! lodestar beside what people would use instead: the same passages and the same questions through
//! each, in one run, with how good the answers are beside how fast they come.
//!
//! lodestar's own code reads the articles and cuts them, once. Every peer is a process of its own
//! that indexes the passages and answers one question after the other. All are judged alike. What
//! each is and how it is set up stands in `benches/peers/README.md`.

mod figures;
pub(super) mod inside;
mod lodestar;
mod peer;
mod process;
mod protocol;
mod table;
mod tantivy;
mod task;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde::Serialize;

use crate::corpora::Texts;

use self::figures::Figures;
use self::peer::{Peer, Tools};
use self::protocol::{Asked, Indexed, Step};
use self::table::Form;
use self::task::Task;

/// The subcommand that makes this program a peer.
pub(super) const PEER: &str = "peer";

/// Questions put to a corpus of recombined sentences.
const SPEED_QUESTIONS: usize = 500;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Only these peers; may be given several times.
    #[arg(long, value_name = "PEER")]
    only: Vec<Peer>,
    /// Measure speed as well, on corpora of about so many passages made of the sets' sentences.
    #[arg(long, value_name = "N,…", value_delimiter = ',')]
    passages: Vec<usize>,
    /// The Python of the peers written in it; by default that of target/peers, else python3.
    #[arg(long, value_name = "PATH")]
    python: Option<PathBuf>,
    /// A class path with Lucene 9 and Jackson; by default what pyserini brings.
    #[arg(long, value_name = "CLASSPATH")]
    lucene: Option<String>,
    /// Write the figures to this file as well.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Print the tables as Markdown.
    #[arg(long)]
    markdown: bool,
}

/// A set and what each peer made of it.
#[derive(Debug, Serialize)]
struct Compared {
    name: String,
    language: String,
    passages: usize,
    /// Of the passages' text.
    megabytes: f64,
    questions: usize,
    answerable: usize,
    cut_s: f64,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    peer: Peer,
    /// With its version, if it was there to tell it.
    name: String,
    /// Or why there are none.
    outcome: Result<Figures, String>,
}

/// Measures on folders of articles with their questions, and on recombined sentences of them where
/// asked for.
pub(super) fn run(
    arguments: &Arguments,
    sets: &[(PathBuf, PathBuf)],
    seed: u64,
) -> anyhow::Result<()> {
    let tools = Tools::find(arguments.python.as_deref(), arguments.lucene.as_deref());
    let peers = if arguments.only.is_empty() {
        Peer::ALL.as_slice()
    } else {
        arguments.only.as_slice()
    };
    let form = if arguments.markdown {
        Form::Markdown
    } else {
        Form::Aligned
    };
    let mut all = Vec::new();
    let mut compare = |task: &Task| -> anyhow::Result<()> {
        let compared = compared(task, peers, &tools)?;
        println!("{}\n", table::table(&compared, form));
        all.push(compared);
        Ok(())
    };
    for (articles, questions) in sets {
        compare(&Task::of_set(articles, questions)?)?;
    }
    if !arguments.passages.is_empty() {
        let texts = Texts::read(sets)?;
        for &passages in &arguments.passages {
            let articles = tempfile::tempdir()?;
            let task = Task::of_texts(&texts, articles.path(), passages, SPEED_QUESTIONS, seed)?;
            compare(&task)?;
        }
    }
    if let Some(path) = &arguments.json {
        let json = serde_json::to_vec_pretty(&all)?;
        fs::write(path, json).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn compared(task: &Task, peers: &[Peer], tools: &Tools) -> anyhow::Result<Compared> {
    let mut rows = Vec::with_capacity(peers.len());
    for &peer in peers {
        eprintln!("{}: {}", task.name, peer.name());
        let place = tempfile::tempdir().context("cannot create a temporary folder")?;
        let row = match measured(task, peer, tools, place.path()) {
            Ok((name, figures)) => Row {
                peer,
                name,
                outcome: Ok(figures),
            },
            Err(error) => {
                let (name, why) = (peer.name().to_owned(), format!("{error:#}"));
                Row {
                    peer,
                    name,
                    outcome: Err(why),
                }
            }
        };
        rows.push(row);
    }
    Ok(Compared {
        name: task.name.clone(),
        language: task.language.clone(),
        passages: task.passages.len(),
        megabytes: task.bytes as f64 / 1e6,
        questions: task.questions,
        answerable: task.probes.iter().filter(|probe| probe.answerable).count(),
        cut_s: task.cut_s,
        rows,
    })
}

/// Has a peer index the passages and answer the questions. Also what it calls itself.
fn measured(
    task: &Task,
    peer: Peer,
    tools: &Tools,
    place: &Path,
) -> anyhow::Result<(String, Figures)> {
    let index = place.join(protocol::INDEX);
    fs::create_dir(&index)?;
    let step = |step| {
        let command = tools.command(peer, step, task.dir.path(), place);
        process::run(&mut command.map_err(anyhow::Error::msg)?, place)
    };
    let indexing = step(Step::Index)?;
    let indexed: Indexed = serde_json::from_str(&indexing.said)
        .with_context(|| format!("said {:?} instead of how long it took", indexing.said))?;
    let disk_bytes = crate::place::size(&index)?;
    let asking = step(Step::Ask)?;
    let asked: Vec<Asked> =
        protocol::lines(&place.join(protocol::ASKED))?.collect::<Result<_, _>>()?;
    if asked.len() != task.questions {
        anyhow::bail!("answered {} of {} questions", asked.len(), task.questions);
    }
    let figures = Figures::new(task, (&indexed, &indexing), (&asked, &asking), disk_bytes);
    Ok((indexed.version, figures))
}

/// The folder of the project.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
