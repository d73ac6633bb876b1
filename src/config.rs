//! Configuration: `config.toml` and the environment in, plain values out.
//!
//! The file that ships with the project is compiled in and *is* the default of every key; a file
//! of the user's may name only some. All problems are reported together, each with its place and
//! what would be allowed.

mod keys;
mod problem;
mod value;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use self::keys::{KEYS, Key};
use self::problem::{Place, Problem};
use self::value::Raw;

pub use self::problem::ConfigErrors;

/// The defaults, each under a comment that says what it does.
pub const DEFAULTS: &str = include_str!("../config.toml");

/// The file that is read when none is named, if it is there.
const USUAL_FILE: &str = "config.toml";

/// Environment variables with this beginning are keys: `LODESTAR_<SECTION>_<KEY>`.
const ENV_PREFIX: &str = "LODESTAR_";

/// Stands for a database in memory instead of a file's path.
pub const IN_MEMORY: &str = ":memory:";

/// Every setting, checked.
#[derive(Debug, Clone, Default)]
pub struct Config {
    pub corpus: Corpus,
    pub index: Index,
    pub answer: Answer,
    pub synonyms: Synonyms,
    pub ask: Ask,
    pub cooldown: Cooldown,
    pub store: Store,
    pub privacy: Privacy,
    pub discord: Discord,
    pub sandbox: Sandbox,
    pub log: Log,
}

#[derive(Debug, Clone, Default)]
pub struct Corpus {
    pub dir: PathBuf,
    pub max_file_bytes: u64,
    /// The file of golden questions; `None` for one beside the folder.
    pub golden: Option<PathBuf>,
}

/// The file of golden questions beside the corpus.
const GOLDEN: &str = "golden.jsonl";

impl Corpus {
    /// The file of golden questions.
    #[must_use]
    pub fn golden_file(&self) -> PathBuf {
        let beside = || self.dir.with_file_name(GOLDEN);
        self.golden.clone().unwrap_or_else(beside)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Index {
    pub dir: PathBuf,
    pub keep_generations: usize,
    pub memory_bytes: usize,
}

#[derive(Debug, Clone, Default)]
pub struct Answer {
    pub passages: usize,
    pub max_question_chars: usize,
    /// Share of uncovered questions that may be called answered, 0 to 1.
    pub false_answers: f32,
}

#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    /// A group a line, members apart by commas.
    pub groups: String,
}

#[derive(Debug, Clone, Default)]
pub struct Ask {
    pub concurrency: usize,
    pub queue: usize,
}

/// How often questions may be asked.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cooldown {
    pub person: Limit,
    pub channel: Limit,
    pub server: Limit,
}

/// So many questions at once, and again as time passes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Limit {
    /// 0 for any number.
    pub questions: u32,
    /// The time after which all of them may be asked again.
    pub per: Duration,
}

#[derive(Debug, Clone, Default)]
pub struct Store {
    /// `None` for a database in memory.
    pub path: Option<PathBuf>,
}

#[derive(Debug, Clone, Default)]
pub struct Privacy {
    pub questions: QuestionPrivacy,
    pub keep_days: u32,
}

/// What is kept of a question's text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum QuestionPrivacy {
    #[default]
    Full,
    Hashed,
    Off,
}

#[derive(Debug, Clone, Default)]
pub struct Discord {
    /// `None` for Discord itself.
    pub api_url: Option<String>,
    pub message_content: bool,
    /// Ids of roles.
    pub admin_roles: Vec<u64>,
    pub unasked_wait: Duration,
    pub follow_edits: Duration,
    pub progress_interval: Duration,
    pub stop_timeout: Duration,
}

#[derive(Debug, Clone, Default)]
pub struct Sandbox {
    pub port: u16,
}

#[derive(Debug, Clone, Default)]
pub struct Log {
    /// A level, or tracing directives such as `warn,lodestar=debug`.
    pub level: String,
    pub format: LogFormat,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LogFormat {
    #[default]
    Text,
    Json,
}

impl Config {
    /// Reads the defaults, then `file` (or `config.toml` in the working directory, if it is
    /// there), then variables of the environment.
    ///
    /// # Errors
    /// Every problem found, not only the first.
    pub fn load(
        file: Option<&Path>,
        env: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigErrors> {
        let mut loader = Loader::default();
        loader.read_toml(DEFAULTS, "the defaults", Path::new(""));
        let name = file.unwrap_or(Path::new(USUAL_FILE));
        match fs::read_to_string(name) {
            Ok(text) => {
                let folder = name.parent().unwrap_or(Path::new(""));
                loader.read_toml(&text, &name.display().to_string(), folder);
            }
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
    config: Config,
    problems: Vec<Problem>,
}

impl Loader {
    fn finish(self) -> Result<Config, ConfigErrors> {
        if self.problems.is_empty() {
            Ok(self.config)
        } else {
            Err(ConfigErrors(self.problems))
        }
    }

    fn read_toml(&mut self, text: &str, file: &str, folder: &Path) {
        let (document, errors) = DeTable::parse_recoverable(text);
        let lines = Lines { text, file };
        for error in &errors {
            let start = error.span().map_or(0, |span| span.start);
            self.problems.push(Problem {
                place: lines.place(start),
                text: format!("is not TOML: {}", error.message()),
            });
        }
        // A broken line makes what comes after it doubtful; one cause is reported, not its echoes.
        if !errors.is_empty() {
            return;
        }
        let mut entries: Vec<_> = document.get_ref().iter().collect();
        entries.sort_by_key(|(section, _)| section.span().start);
        for (section, value) in entries {
            let name = section.get_ref().as_ref();
            match value.get_ref() {
                DeValue::Table(table) if keys::is_section(name) => {
                    self.read_section(name, table, &lines, folder);
                }
                _ => self.problems.push(Problem {
                    place: lines.place(section.span().start),
                    text: keys::unknown_section(name),
                }),
            }
        }
    }

    fn read_section(
        &mut self,
        section: &str,
        table: &DeTable<'_>,
        lines: &Lines<'_>,
        folder: &Path,
    ) {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        for (name, value) in entries {
            let result = keys::find(section, name.get_ref())
                .and_then(|key| self.set(key, &raw(value, lines.text), folder));
            if let Err(text) = result {
                self.problems.push(Problem {
                    place: lines.place(name.span().start),
                    text,
                });
            }
        }
    }

    fn read_env(&mut self, env: impl IntoIterator<Item = (String, String)>) {
        let mut by_variable: HashMap<String, &Key> =
            KEYS.iter().map(|key| (variable(key), key)).collect();
        let mut found: Vec<(String, String)> = env
            .into_iter()
            .filter(|(name, _)| name.starts_with(ENV_PREFIX))
            .collect();
        found.sort();
        for (name, text) in found {
            let result = match by_variable.remove(&name) {
                Some(key) => self.set(key, &Raw::from_env(&text), Path::new("")),
                None => match problem::did_you_mean(&name, KEYS.iter().map(variable)) {
                    // Container platforms put variables such as LODESTAR_SERVICE_HOST into the
                    // environment of a service of that name.
                    nothing if nothing.is_empty() && !names_a_section(&name) => Ok(()),
                    suggestion => Err(format!("is not a key{suggestion}")),
                },
            };
            if let Err(text) = result {
                self.problems.push(Problem {
                    place: Place::Variable(name),
                    text,
                });
            }
        }
    }

    fn set(&mut self, key: &Key, raw: &Raw, folder: &Path) -> Result<(), String> {
        let value = key
            .kind
            .read(raw, folder)
            .map_err(|allowed| format!("{} = {raw} is not allowed: {allowed}", key.full_name()))?;
        (key.set)(&mut self.config, value);
        Ok(())
    }
}

fn names_a_section(variable: &str) -> bool {
    variable
        .strip_prefix(ENV_PREFIX)
        .and_then(|rest| rest.split('_').next())
        .is_some_and(|section| keys::is_section(&section.to_lowercase()))
}

fn variable(key: &Key) -> String {
    format!(
        "{ENV_PREFIX}{}_{}",
        key.section.to_uppercase(),
        key.name.to_uppercase()
    )
}

fn raw(value: &Spanned<DeValue<'_>>, text: &str) -> Raw {
    match value.get_ref() {
        DeValue::String(string) => Raw::Text(string.to_string()),
        DeValue::Integer(integer) if integer.radix() == 10 => {
            Raw::Number(integer.as_str().replace('_', ""))
        }
        _ => Raw::Other(text.get(value.span()).unwrap_or_default().trim().to_owned()),
    }
}

/// Finds line numbers.
struct Lines<'a> {
    text: &'a str,
    file: &'a str,
}

impl Lines<'_> {
    fn place(&self, offset: usize) -> Place {
        let before = self.text.get(..offset).unwrap_or(self.text);
        Place::Line {
            file: self.file.to_owned(),
            line: before.matches('\n').count() + 1,
        }
    }
}

#[cfg(test)]
mod tests;
