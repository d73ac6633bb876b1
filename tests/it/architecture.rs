//! Who may know what: the table in the crate's documentation, held against the source text.

#![expect(clippy::unwrap_used, reason = "what helps a test may fail like a test")]

use std::fs;
use std::path::{Path, PathBuf};

/// A room of the crate and the names that must not occur in its code.
struct Row {
    room: &'static str,
    never: &'static [&'static str],
}

const ROWS: &[Row] = &[
    Row {
        room: "sandbox",
        never: &["crate::", "lodestar", "serenity", "poise", "tantivy"],
    },
    Row {
        room: "app",
        never: &["crate::discord", "crate::cli", "clap::", "tantivy::"],
    },
    Row {
        room: "answer",
        never: &[
            "crate::app",
            "crate::discord",
            "crate::cli",
            "crate::config",
            "tantivy::",
            "tokio::",
            "std::fs",
            "std::io",
            "std::env",
            "async fn",
        ],
    },
    Row {
        room: "index",
        never: &[
            "crate::app",
            "crate::answer",
            "crate::discord",
            "crate::cli",
        ],
    },
    Row {
        room: "passage",
        never: &[
            "crate::app",
            "crate::answer",
            "crate::index",
            "crate::discord",
            "crate::corpus",
            "tantivy::",
            "tokio::",
            "std::fs",
            "std::io",
            "std::env",
        ],
    },
    Row {
        room: "corpus",
        never: &[
            "crate::app",
            "crate::index",
            "crate::discord",
            "tantivy::",
            "tokio::",
        ],
    },
    Row {
        room: "discord",
        never: &[
            "crate::cli",
            "crate::corpus",
            "tantivy::",
            "toml::",
            "std::fs",
        ],
    },
    Row {
        room: "cli",
        never: &["serenity::", "poise::", "tantivy::"],
    },
    Row {
        room: "store",
        never: &[
            "crate::app",
            "crate::answer",
            "crate::index",
            "crate::discord",
            "crate::cli",
            "crate::corpus",
            "tantivy::",
            "serenity::",
            "poise::",
        ],
    },
    Row {
        room: "golden",
        never: &[
            "crate::app",
            "crate::answer",
            "crate::index",
            "crate::discord",
            "crate::cli",
            "crate::store",
        ],
    },
    Row {
        room: "config",
        never: &[
            "crate::app",
            "crate::index",
            "crate::discord",
            "crate::cli",
            "crate::corpus",
        ],
    },
    Row {
        room: "review",
        never: &[
            "crate::app",
            "crate::answer",
            "crate::index",
            "crate::discord",
            "crate::cli",
            "crate::corpus",
            "crate::store",
            "tokio::",
            "std::fs",
            "std::io",
            "std::env",
        ],
    },
    Row {
        room: "schedule",
        never: &["crate::", "std::fs", "tokio::", "Timestamp::now"],
    },
    Row {
        room: "fetch",
        never: &[
            "crate::app",
            "crate::answer",
            "crate::index",
            "crate::discord",
            "crate::corpus",
            "crate::store",
            "std::fs",
        ],
    },
    Row {
        room: "telemetry",
        never: &[
            "crate::app",
            "crate::index",
            "crate::discord",
            "crate::cli",
            "crate::corpus",
        ],
    },
];

/// Crates that only one room may use.
const SINGLE_USERS: &[(&str, &str)] = &[
    ("serenity::", "discord"),
    ("poise::", "discord"),
    ("png::", "discord"),
    ("tantivy::", "index"),
    ("sqlx::", "store"),
    ("notify::", "app"),
    ("axum::", "sandbox"),
    ("clap::", "cli"),
    ("indicatif::", "cli"),
];

/// Every source file below `src` with the room it stands in and its code without comments and
/// tests.
fn sources() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let below = path.strip_prefix(&root).unwrap();
            let room = below
                .components()
                .next()
                .unwrap()
                .as_os_str()
                .to_string_lossy();
            let room = room.trim_end_matches(".rs").to_owned();
            let is_test = below.ends_with("tests.rs") || below.ends_with("scripted.rs");
            if !is_test {
                let code = code(&fs::read_to_string(&path).unwrap());
                sources.push((room, below.to_owned(), code));
            }
        }
    }
    sources
}

fn code(text: &str) -> String {
    let text = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_room_keeps_to_what_it_may_know() {
    let sources = sources();
    for Row { room, never } in ROWS {
        let of_room: Vec<_> = sources.iter().filter(|(of, ..)| of == room).collect();
        assert!(!of_room.is_empty(), "no room {room}");
        for (_, path, code) in of_room {
            for name in *never {
                // Inside its own room a name is no dependency.
                let own = format!("crate::{room}");
                let code = code.replace(&own, "");
                assert!(!code.contains(name), "{} knows {name}", path.display());
            }
        }
    }
}

#[test]
fn what_has_one_user_has_no_other() {
    for (name, user) in SINGLE_USERS {
        let users: Vec<String> = sources()
            .into_iter()
            .filter(|(room, _, code)| room != user && code.contains(name))
            .map(|(_, path, _)| path.display().to_string())
            .collect();
        assert!(
            users.is_empty(),
            "{name} is for {user} alone, not for {users:?}"
        );
    }
}
