//! Kinds of values: what a key takes, and how that is checked and said.

use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};

use super::IN_MEMORY;
use tracing::level_filters::LevelFilter;

/// What stands in the file or the environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Raw {
    Text(String),
    /// Digits, perhaps with a sign.
    Number(String),
    /// From the environment, where everything is text.
    Untyped(String),
    /// Of a type that no key takes.
    Other(String),
}

impl Raw {
    pub(super) fn from_env(text: &str) -> Self {
        Self::Untyped(text.to_owned())
    }
}

impl fmt::Display for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::Untyped(text) => write!(f, "{text:?}"),
            Self::Number(text) | Self::Other(text) => f.write_str(text),
        }
    }
}

/// What a key takes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// A folder.
    Folder,
    /// A whole number of something, both bounds allowed.
    Whole {
        unit: &'static str,
        least: u64,
        most: u64,
    },
    /// The path of a file, or [`IN_MEMORY`].
    Database,
    /// Empty, or the path of a file.
    File,
    Choice(&'static [&'static str]),
    /// Any text, of several lines.
    Lines,
    /// Discord's ids, parted by commas.
    Ids,
    /// `true` or `false`.
    Switch,
    /// Tracing directives.
    Directives,
    /// Empty, or the `http` address of a server on this machine.
    LocalAddress,
}

/// A value that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Path(PathBuf),
    Whole(u64),
    Switch(bool),
    Text(String),
}

impl Value {
    pub(super) fn path(self) -> PathBuf {
        match self {
            Self::Path(path) => path,
            Self::Text(text) => text.into(),
            Self::Whole(_) | Self::Switch(_) => PathBuf::new(),
        }
    }

    /// `None` for what is a word instead.
    pub(super) fn file(self) -> Option<PathBuf> {
        match self {
            Self::Path(path) => Some(path),
            Self::Whole(_) | Self::Switch(_) | Self::Text(_) => None,
        }
    }

    pub(super) fn whole(&self) -> u64 {
        if let Self::Whole(number) = self {
            *number
        } else {
            0
        }
    }

    pub(super) fn switch(&self) -> bool {
        matches!(self, Self::Switch(true))
    }

    /// What stands between commas, read as numbers.
    pub(super) fn ids(self) -> Vec<u64> {
        items(&self.text())
            .filter_map(|id| id.parse().ok())
            .collect()
    }

    pub(super) fn text(self) -> String {
        if let Self::Text(text) = self {
            text
        } else {
            String::new()
        }
    }
}

impl Kind {
    /// Reads a value; relative paths are below `folder`. The error says what is allowed.
    pub(super) fn read(self, raw: &Raw, folder: &Path) -> Result<Value, String> {
        match (self, raw) {
            (Self::Whole { unit, least, most }, Raw::Number(text) | Raw::Untyped(text)) => text
                .trim()
                .parse::<u64>()
                .ok()
                .filter(|number| (least..=most).contains(number))
                .map(Value::Whole)
                .ok_or_else(|| whole_allowed(unit, least, most)),
            (Self::Whole { unit, least, most }, _) => Err(whole_allowed(unit, least, most)),
            (Self::Switch, Raw::Other(text) | Raw::Untyped(text)) => text
                .trim()
                .parse()
                .map(Value::Switch)
                .map_err(|_| self.allowed()),
            (Self::Switch, _) => Err(self.allowed()),
            (kind, Raw::Text(text) | Raw::Untyped(text)) => kind.read_text(text, folder),
            (kind, _) => Err(kind.allowed()),
        }
    }

    fn read_text(self, text: &str, folder: &Path) -> Result<Value, String> {
        let fits = match self {
            Self::Folder | Self::Database => !text.trim().is_empty() && !text.contains('\0'),
            Self::Choice(choices) => choices.contains(&text),
            Self::Directives => text.split(',').all(is_directive),
            Self::LocalAddress => text.is_empty() || is_local_address(text),
            Self::Lines => true,
            Self::Ids => items(text).all(|id| id.parse::<u64>().is_ok_and(|id| id != 0)),
            Self::File => !text.contains('\0'),
            Self::Whole { .. } | Self::Switch => false,
        };
        match self {
            _ if !fits => Err(self.allowed()),
            Self::Folder => Ok(Value::Path(folder.join(text))),
            Self::File if !text.is_empty() => Ok(Value::Path(folder.join(text))),
            Self::Database if text != IN_MEMORY => Ok(Value::Path(folder.join(text))),
            _ => Ok(Value::Text(text.to_owned())),
        }
    }

    fn allowed(self) -> String {
        match self {
            Self::Folder => "it must be the path of a folder, in quotes".to_owned(),
            Self::Database => format!("it must be the path of a file, or {IN_MEMORY:?}"),
            Self::Whole { unit, least, most } => whole_allowed(unit, least, most),
            Self::Choice(choices) => {
                let quoted: Vec<String> =
                    choices.iter().map(|choice| format!("{choice:?}")).collect();
                format!("it must be one of {}", quoted.join(", "))
            }
            Self::File => "it must be empty, or the path of a file".to_owned(),
            Self::Lines => "it must be text".to_owned(),
            Self::Ids => "it must be ids of Discord's, parted by commas, in quotes".to_owned(),
            Self::Switch => "it must be true or false".to_owned(),
            Self::Directives => "it must be \"off\", \"error\", \"warn\", \"info\", \"debug\" or \
                                 \"trace\", or directives such as \"warn,lodestar=debug\""
                .to_owned(),
            Self::LocalAddress => {
                "it must be empty for Discord itself, or the address of a server \
                                   on this machine such as \"http://127.0.0.1:8787\""
                    .to_owned()
            }
        }
    }
}

/// What stands between commas, without spaces around it.
fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|it| !it.is_empty())
}

fn whole_allowed(unit: &str, least: u64, most: u64) -> String {
    format!("it must be a whole number from {least} to {most} ({unit})")
}

/// A level, or a module's path and a level: `lodestar::index=debug`.
fn is_directive(text: &str) -> bool {
    let (module, level) = text
        .trim()
        .split_once('=')
        .unwrap_or(("lodestar", text.trim()));
    let is_path = !module.is_empty()
        && module
            .chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | ':'));
    is_path && level.chars().all(char::is_alphabetic) && level.parse::<LevelFilter>().is_ok()
}

fn is_local_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("http://") else {
        return false;
    };
    let authority = rest.strip_suffix('/').unwrap_or(rest);
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    port.is_none_or(|port| port.parse::<u16>().is_ok())
        && (host == "localhost"
            || host
                .parse::<IpAddr>()
                .is_ok_and(|address| address.is_loopback()))
}
