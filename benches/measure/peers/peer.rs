//! Who is measured, how each is started, and what it lacks on this machine if it cannot be.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Serialize;

use super::protocol::Step;
use super::{PEER, root};

/// Where the peers in Python are set up, see `benches/peers/README.md`.
const USUAL_PYTHON: &str = "target/peers/bin/python";
/// So that the heap is not sized for the machine, a quarter of its memory.
const JAVA_HEAP: &str = "-Xmx512m";

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Peer {
    Lodestar,
    /// With its default tokenizer.
    Tantivy,
    /// With the stemmer of the language.
    TantivyStemmed,
    Lucene,
    Fts5,
    Bm25s,
}

impl Peer {
    pub(super) const ALL: [Self; 6] = [
        Self::Lodestar,
        Self::Tantivy,
        Self::TantivyStemmed,
        Self::Lucene,
        Self::Fts5,
        Self::Bm25s,
    ];

    /// For people, where the peer itself could not say it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Lodestar => "lodestar",
            Self::Tantivy => "tantivy",
            Self::TantivyStemmed => "tantivy, stemmed",
            Self::Lucene => "Lucene",
            Self::Fts5 => "SQLite FTS5",
            Self::Bm25s => "bm25s",
        }
    }

    /// Its name as an argument of this program.
    fn argument(self) -> String {
        let value = clap::ValueEnum::to_possible_value(&self);
        value.map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// What peers run on. What is missing is said with what brings it.
#[derive(Debug)]
pub(super) struct Tools {
    python: PathBuf,
    lucene: Result<Lucene, String>,
}

#[derive(Debug)]
struct Lucene {
    class_path: String,
    /// Holds the compiled program.
    classes: tempfile::TempDir,
}

impl Tools {
    pub(super) fn find(python: Option<&Path>, class_path: Option<&str>) -> Self {
        let usual = root().join(USUAL_PYTHON);
        let python = match python {
            Some(python) => python.to_owned(),
            None if usual.is_file() => usual,
            None => PathBuf::from("python3"),
        };
        let lucene = Lucene::compile(&python, class_path);
        Self { python, lucene }
    }

    /// What starts a peer for a step, or why it cannot be started.
    pub(super) fn command(
        &self,
        peer: Peer,
        step: Step,
        task: &Path,
        place: &Path,
    ) -> Result<Command, String> {
        let mut command = match peer {
            Peer::Lodestar | Peer::Tantivy | Peer::TantivyStemmed => {
                let own = std::env::current_exe().map_err(|error| error.to_string())?;
                let mut command = Command::new(own);
                command.arg(PEER).arg(peer.argument());
                command
            }
            Peer::Lucene => {
                let lucene = self.lucene.as_ref().map_err(Clone::clone)?;
                let mut command = Command::new("java");
                command.arg(JAVA_HEAP).arg("-cp").arg(lucene.all());
                command.arg("Lucene");
                command
            }
            Peer::Fts5 => {
                let test = "import sqlite3; sqlite3.connect(':memory:')\
                            .execute('create virtual table t using fts5(words)')";
                self.python("fts5.py", test, "needs Python 3 with SQLite's FTS5")?
            }
            Peer::Bm25s => {
                let missing = "needs `pip install -r benches/peers/requirements.txt`";
                self.python("bm25.py", "import bm25s, Stemmer", missing)?
            }
        };
        command.arg(step.name()).arg(task).arg(place);
        Ok(command)
    }

    fn python(&self, program: &str, test: &str, missing: &str) -> Result<Command, String> {
        said_by(Command::new(&self.python).args(["-c", test])).map_err(|_| missing.to_owned())?;
        let mut command = Command::new(&self.python);
        // -B leaves no compiled files beside the programs.
        command
            .arg("-B")
            .arg(root().join("benches/peers").join(program));
        Ok(command)
    }
}

impl Lucene {
    fn compile(python: &Path, class_path: Option<&str>) -> Result<Self, String> {
        for program in ["java", "javac"] {
            said_by(Command::new(program).arg("-version"))
                .map_err(|_| format!("needs `{program}`, 17 or newer"))?;
        }
        let class_path = match class_path {
            Some(given) => given.to_owned(),
            None => jars(python)?,
        };
        let classes = tempfile::tempdir().map_err(|error| error.to_string())?;
        let mut javac = Command::new("javac");
        javac
            .arg("-cp")
            .arg(&class_path)
            .arg("-d")
            .arg(classes.path());
        said_by(javac.arg(root().join("benches/peers/Lucene.java")))
            .map_err(|said| format!("cannot be compiled: {said}"))?;
        Ok(Self {
            class_path,
            classes,
        })
    }

    fn all(&self) -> String {
        let separator = if cfg!(windows) { ';' } else { ':' };
        format!(
            "{}{separator}{}",
            self.classes.path().display(),
            self.class_path
        )
    }
}

/// The jars that pyserini brings.
fn jars(python: &Path) -> Result<String, String> {
    let where_from = "import importlib.util as u; \
                      print(u.find_spec('pyserini').submodule_search_locations[0])";
    let folder = said_by(Command::new(python).args(["-c", where_from])).map_err(|_| {
        "needs `pip install --no-deps -r benches/peers/requirements-lucene.txt`".to_owned()
    })?;
    let jars = Path::new(folder.trim()).join("resources/jars/*");
    Ok(jars.display().to_string())
}

/// What a program says on standard output, or the last that it said if it failed.
fn said_by(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| error.to_string())?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(said.lines().last().unwrap_or_default().to_owned())
}
