//! The settings as one TOML document: the defaults, over which each key of a file or of the environment is
//! laid if it is allowed. The defaults say which sections and keys there are.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde::Deserialize as _;
use toml::de::{DeTable, DeValue};
use toml::{Spanned, Table, Value};

use super::problem::{self, Place, Problem};
use super::{Config, DEFAULTS, ENV_PREFIX, source};

/// What one line or one table of a file sets.
pub(super) struct Entry {
    pub(super) key: Key,
    pub(super) value: Value,
    /// The value as it was written.
    pub(super) text: String,
    /// Where the key is, in bytes.
    pub(super) offset: usize,
}

/// What a file may name.
pub(super) enum Key {
    /// A key in a section.
    Setting { section: String, name: String },
    /// One table under `[[source]]`.
    Source,
    /// Something else at the top of the file.
    TopLevel(String),
}

/// What keeps a text from being TOML.
pub(super) struct SyntaxError {
    pub(super) message: String,
    /// In bytes.
    pub(super) offset: usize,
}

/// Everything that a file sets, in its order.
pub(super) fn entries(text: &str) -> Result<Vec<Entry>, Vec<SyntaxError>> {
    let (spans, errors) = DeTable::parse_recoverable(text);
    let syntax = |message: &str, span: Option<std::ops::Range<usize>>| SyntaxError {
        message: message.to_owned(),
        offset: span.map_or(0, |span| span.start),
    };
    if !errors.is_empty() {
        let errors = errors.iter().map(|it| syntax(it.message(), it.span()));
        return Err(errors.collect());
    }
    let values: Table = text
        .parse()
        .map_err(|error: toml::de::Error| vec![syntax(error.message(), error.span())])?;
    let mut entries = Vec::new();
    for (section, value) in spans.get_ref() {
        let name = section.get_ref().to_string();
        let read = values.get(&name);
        match (value.get_ref(), read) {
            (DeValue::Table(keys), Some(Value::Table(read))) if is_section(&name) => {
                for (key, value) in keys {
                    let key_name = key.get_ref().to_string();
                    if let Some(read) = read.get(&key_name) {
                        entries.push(Entry {
                            value: read.clone(),
                            text: written(text, value),
                            offset: key.span().start,
                            key: Key::Setting {
                                section: name.clone(),
                                name: key_name,
                            },
                        });
                    }
                }
            }
            (DeValue::Array(tables), Some(Value::Array(read))) if name == source::SECTION => {
                entries.extend(tables.iter().zip(read).map(|(table, read)| Entry {
                    key: Key::Source,
                    value: read.clone(),
                    text: written(text, table),
                    offset: table.span().start,
                }));
            }
            _ => entries.push(top_level(name, section.span().start)),
        }
    }
    entries.sort_by_key(|entry| entry.offset);
    Ok(entries)
}

fn top_level(name: String, offset: usize) -> Entry {
    Entry {
        key: Key::TopLevel(name),
        value: Value::Boolean(false),
        text: String::new(),
        offset,
    }
}

fn written(text: &str, value: &Spanned<DeValue<'_>>) -> String {
    let written = text.get(value.span()).unwrap_or_default();
    written.trim().to_owned()
}

/// The names in the defaults.
fn defaults() -> Table {
    DEFAULTS.parse().unwrap_or_default()
}

fn is_section(name: &str) -> bool {
    defaults().contains_key(name)
}

/// Settings that are allowed, each by itself.
pub(super) struct Document {
    settings: Table,
    sources: Vec<Value>,
    /// The folders that relative paths start at, by `section.key`.
    folders: HashMap<String, PathBuf>,
}

impl Default for Document {
    fn default() -> Self {
        Self {
            settings: defaults(),
            sources: Vec::new(),
            folders: HashMap::new(),
        }
    }
}

impl Document {
    /// Sets a key. The error says what is wrong and what is allowed.
    pub(super) fn set(
        &mut self,
        key: &Key,
        value: Value,
        written: &str,
        folder: &Path,
    ) -> Result<(), String> {
        match key {
            Key::Setting { section, name } => {
                known(&self.settings, section, name)?;
                self.replace(section, name, value, written)?;
                let key = format!("{section}.{name}");
                self.folders.insert(key, folder.to_owned());
                Ok(())
            }
            Key::Source => {
                source::check(&value)?;
                self.sources.push(value);
                Ok(())
            }
            Key::TopLevel(name) => Err(unknown_section(name)),
        }
    }

    /// As [`Self::set`], for a variable of the environment, where everything is text.
    pub(super) fn set_variable(&mut self, variable: &str, text: &str) -> Result<(), String> {
        let Some((section, name)) = self.key_of(variable) else {
            let known = self
                .keys()
                .map(|(section, name)| variable_of(section, name));
            return match problem::did_you_mean(variable, known) {
                // Container platforms put variables such as LODESTAR_SERVICE_HOST into the
                // environment of a service of that name.
                nothing if nothing.is_empty() && !names_a_section(variable) => Ok(()),
                suggestion => Err(format!("is not a key{suggestion}")),
            };
        };
        let default = self.settings.get(&section).and_then(|it| it.get(&name));
        let typed = match default {
            Some(Value::Integer(_)) => text.trim().parse().ok().map(Value::Integer),
            Some(Value::Boolean(_)) => text.trim().parse().ok().map(Value::Boolean),
            _ => None,
        };
        let value = typed.unwrap_or_else(|| Value::String(text.to_owned()));
        self.replace(&section, &name, value, &format!("{text:?}"))?;
        self.folders.remove(&format!("{section}.{name}"));
        Ok(())
    }

    /// All settings, with paths where they belong.
    pub(super) fn config(&self) -> Result<Config, Problem> {
        let mut document = self.settings.clone();
        document.insert(
            source::SECTION.to_owned(),
            Value::Array(self.sources.clone()),
        );
        let mut config = Config::deserialize(document).map_err(|error| Problem {
            place: Place::File("the configuration".to_owned()),
            text: format!("cannot be used: {}", error.message()),
        })?;
        for (key, path) in config.paths() {
            if let Some(folder) = self.folders.get(key) {
                *path = folder.join(&*path);
            }
        }
        Ok(config)
    }

    /// Lays one value over the others if all of them are still allowed together.
    fn replace(
        &mut self,
        section: &str,
        name: &str,
        value: Value,
        written: &str,
    ) -> Result<(), String> {
        let mut changed = self.settings.clone();
        if let Some(Value::Table(keys)) = changed.get_mut(section) {
            keys.insert(name.to_owned(), value);
        }
        match Config::deserialize(changed.clone()) {
            Ok(_) => {
                self.settings = changed;
                Ok(())
            }
            Err(error) => Err(format!(
                "{section}.{name} = {written} is not allowed: {}",
                error.message()
            )),
        }
    }

    fn keys(&self) -> impl Iterator<Item = (&str, &str)> {
        self.settings.iter().flat_map(|(section, keys)| {
            let keys = keys.as_table().into_iter().flat_map(Table::keys);
            keys.map(move |name| (section.as_str(), name.as_str()))
        })
    }

    fn key_of(&self, variable: &str) -> Option<(String, String)> {
        self.keys()
            .find(|(section, name)| variable_of(section, name) == variable)
            .map(|(section, name)| (section.to_owned(), name.to_owned()))
    }
}

fn variable_of(section: &str, name: &str) -> String {
    format!(
        "{ENV_PREFIX}{}_{}",
        section.to_uppercase(),
        name.to_uppercase()
    )
}

fn names_a_section(variable: &str) -> bool {
    variable
        .strip_prefix(ENV_PREFIX)
        .and_then(|rest| rest.split('_').next())
        .is_some_and(|section| is_section(&section.to_lowercase()))
}

/// Whether there is such a key. The error says what there is.
fn known(settings: &Table, section: &str, name: &str) -> Result<(), String> {
    let Some(keys) = settings.get(section).and_then(Value::as_table) else {
        return Err(unknown_section(section));
    };
    if keys.contains_key(name) {
        return Ok(());
    }
    if is_secret(name) {
        return Err(secret_advice(name));
    }
    let names: Vec<&str> = keys.keys().map(String::as_str).collect();
    Err(format!(
        "[{section}] has no key {name}{}; it has {}",
        problem::did_you_mean(name, names.iter().map(ToString::to_string)),
        names.join(", ")
    ))
}

fn unknown_section(name: &str) -> String {
    if is_secret(name) {
        return secret_advice(name);
    }
    if name == source::SECTION {
        return "write each source under [[source]] on a line of its own".to_owned();
    }
    let defaults = defaults();
    if defaults.contains_key(name) {
        return format!(
            "{name} is a section: write [{name}] on a line of its own, and its keys below"
        );
    }
    let sections: Vec<&str> = defaults.keys().map(String::as_str).collect();
    format!(
        "there is no section [{name}]{}; sections are {}",
        problem::did_you_mean(name, sections.iter().map(ToString::to_string)),
        sections.join(", ")
    )
}

fn is_secret(name: &str) -> bool {
    name.to_lowercase().contains("token")
}

fn secret_advice(name: &str) -> String {
    format!(
        "{name} does not belong in a file: set DISCORD_TOKEN in the environment, and reset the \
         token if anybody else can read this file"
    )
}
