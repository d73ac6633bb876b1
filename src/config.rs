//! Configuration: `config.toml` and the environment in, plain values out.
//!
//! The file that ships with the project is compiled in and *is* the default of every key, and the list of
//! all keys; a user's file names only some. All problems are reported together, each with its place and
//! what is allowed. A key is a field of a section in `sections`, under the name it has in the file, and a
//! line in `config.toml`.

mod document;
mod problem;
mod read;
mod sections;
mod source;
mod synonyms;

use std::path::Path;
use std::{fs, io};

use self::document::Document;
use self::problem::{Place, Problem};

pub use self::problem::ConfigErrors;
pub use self::sections::{
    Answer, Ask, AutoPublish, Config, Cooldown, Corpus, Digest, Discord, Fetch, Index, Limit, Log,
    LogFormat, Privacy, QuestionPrivacy, Release, Sandbox, Store, Synonyms,
};
pub use self::source::{Source, SourceKind};

/// The defaults, each under a comment that says what it does.
pub const DEFAULTS: &str = include_str!("../config.toml");

/// The file that is read when none is named, if it exists.
const USUAL_FILE: &str = "config.toml";

/// Environment variables that begin like this are keys: `LODESTAR_<SECTION>_<KEY>`.
const ENV_PREFIX: &str = "LODESTAR_";

/// Stands for a database in memory instead of a file's path.
pub const IN_MEMORY: &str = ":memory:";

impl Config {
    /// Reads the defaults, then `file` (or `config.toml` in the working directory, if it exists), then the
    /// environment, then the file of synonyms.
    ///
    /// # Errors
    /// Every problem, not only the first: a file that cannot be read, a line that is not TOML, an unknown
    /// key, a value that is not allowed.
    pub fn load(
        file: Option<&Path>,
        env: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigErrors> {
        let mut loader = Loader::default();
        let name = file.unwrap_or(Path::new(USUAL_FILE));
        match fs::read_to_string(name) {
            Ok(text) => loader.read_file(&text, name),
            Err(error) if file.is_none() && error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => loader.problems.push(Problem {
                place: Place::File(name.display().to_string()),
                text: format!("cannot be read: {error}"),
            }),
        }
        loader.read_env(env);
        loader.finish()
    }
}

/// Collects settings and problems.
#[derive(Default)]
struct Loader {
    document: Document,
    problems: Vec<Problem>,
}

impl Loader {
    fn finish(mut self) -> Result<Config, ConfigErrors> {
        match self.document.config() {
            Ok(mut config) => match config.synonyms.load(&config.corpus.dir) {
                Ok(()) if self.problems.is_empty() => return Ok(config),
                Ok(()) => {}
                Err(problem) => self.problems.push(problem),
            },
            Err(problem) => self.problems.push(problem),
        }
        Err(ConfigErrors(self.problems))
    }

    fn read_file(&mut self, text: &str, path: &Path) {
        let name = path.display().to_string();
        let folder = path.parent().unwrap_or(Path::new(""));
        let entries = match document::entries(text) {
            Ok(entries) => entries,
            // A broken line makes what follows it doubtful: only syntax is reported.
            Err(errors) => {
                self.problems
                    .extend(errors.into_iter().map(|error| Problem {
                        place: Place::in_file(&name, text, error.offset),
                        text: format!("is not TOML: {}", error.message),
                    }));
                return;
            }
        };
        for entry in entries {
            if let Err(problem) = self
                .document
                .set(&entry.key, entry.value, &entry.text, folder)
            {
                self.problems.push(Problem {
                    place: Place::in_file(&name, text, entry.offset),
                    text: problem,
                });
            }
        }
    }

    fn read_env(&mut self, env: impl IntoIterator<Item = (String, String)>) {
        let mut found: Vec<(String, String)> = env
            .into_iter()
            .filter(|(name, _)| name.starts_with(ENV_PREFIX))
            .collect();
        found.sort();
        for (name, text) in found {
            if let Err(text) = self.document.set_variable(&name, &text) {
                self.problems.push(Problem {
                    place: Place::Variable(name),
                    text,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests;
