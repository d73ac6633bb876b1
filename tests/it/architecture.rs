//! Who may know what. Crate borders hold most of it; this holds what they cannot: which libraries a
//! crate may depend on, which rooms of a crate know each other, and that no circle of modules grows.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what helps a test may fail like a test"
)]

mod circles;

use std::fs;
use std::path::{Path, PathBuf};

/// Modules that may know each other in a circle; three that make one thing are easily read together.
const LONGEST_CIRCLE: usize = 3;

/// A room of a crate, by its path from the checkout, and the names that must not occur in its code.
struct Room {
    path: &'static str,
    never: &'static [&'static str],
}

const ROOMS: &[Room] = &[
    Room {
        path: "crates/engine/src/answer",
        never: &[
            "crate::engine",
            "crate::eval",
            "tantivy::",
            "std::fs",
            "std::io",
            "std::env",
        ],
    },
    Room {
        path: "crates/engine/src/index",
        never: &["crate::answer", "crate::engine", "crate::eval"],
    },
    Room {
        path: "crates/engine/src/passage",
        never: &[
            "crate::answer",
            "crate::index",
            "crate::corpus",
            "std::fs",
            "std::io",
            "std::env",
        ],
    },
    Room {
        path: "crates/engine/src/corpus",
        never: &["crate::index", "crate::answer", "crate::engine"],
    },
    Room {
        path: "crates/engine/src/review",
        never: &[
            "crate::answer",
            "crate::index",
            "crate::corpus",
            "std::fs",
            "std::io",
            "std::env",
        ],
    },
    Room {
        path: "crates/engine/src/golden",
        never: &["crate::answer", "crate::index", "crate::engine"],
    },
    Room {
        path: "src/app",
        never: &["crate::discord", "crate::cli", "clap::"],
    },
    Room {
        path: "src/discord",
        never: &[
            "crate::cli",
            "store::Store,",
            "lodestar_engine::corpus",
            "lodestar_engine::passage",
            "lodestar_engine::eval",
            "lodestar_engine::engine",
            "discord_sandbox",
            "toml::",
            "std::fs",
        ],
    },
    Room {
        path: "src/discord/api",
        never: &[
            "discord::bot",
            "discord::ask",
            "discord::admin",
            "discord::jobs",
            "discord::gateway",
            "discord::state",
        ],
    },
    Room {
        path: "src/discord/render",
        never: &[
            "discord::bot",
            "discord::ask",
            "discord::admin",
            "discord::jobs",
            "discord::gateway",
            "discord::state",
            "async fn",
        ],
    },
    Room {
        path: "src/discord/words",
        never: &[
            "discord::bot",
            "discord::ask",
            "discord::admin",
            "discord::jobs",
            "discord::gateway",
            "discord::state",
            "async fn",
        ],
    },
    Room {
        path: "src/discord/state",
        never: &[
            "discord::bot",
            "discord::ask",
            "discord::admin",
            "discord::jobs",
            "discord::gateway",
        ],
    },
    Room {
        path: "src/discord/escape",
        never: &[
            "discord::bot",
            "discord::ask",
            "discord::admin",
            "discord::jobs",
            "discord::gateway",
            "discord::state",
            "async fn",
        ],
    },
    Room {
        path: "src/discord/ask",
        never: &["discord::admin", "discord::jobs", "discord::gateway"],
    },
    Room {
        path: "src/discord/admin",
        never: &["discord::jobs", "discord::gateway"],
    },
    Room {
        path: "src/discord/jobs",
        never: &["discord::gateway"],
    },
    Room {
        path: "src/cli",
        never: &["serenity::", "poise::"],
    },
    Room {
        path: "src/store",
        never: &[
            "crate::app",
            "crate::discord",
            "crate::cli",
            "lodestar_engine",
            "serenity::",
        ],
    },
    Room {
        path: "src/config",
        never: &[
            "crate::app",
            "crate::discord",
            "crate::cli",
            "crate::store",
            "lodestar_engine",
        ],
    },
    Room {
        path: "src/schedule",
        never: &["crate::", "std::fs", "tokio::", "Timestamp::now"],
    },
    Room {
        path: "src/fetch",
        never: &[
            "crate::app",
            "crate::discord",
            "crate::store",
            "lodestar_engine",
            "std::fs",
        ],
    },
    Room {
        path: "src/telemetry",
        never: &[
            "crate::app",
            "crate::discord",
            "crate::cli",
            "lodestar_engine",
        ],
    },
];

/// Libraries that one room of the program uses alone.
const SINGLE_USERS: &[(&str, &str)] = &[
    ("serenity::", "discord"),
    ("poise::", "discord"),
    ("sqlx::", "store"),
    ("notify::", "app"),
    ("clap::", "cli"),
    ("indicatif::", "cli"),
    ("discord_sandbox::", "cli"),
];

/// Libraries that a crate must do without.
const WITHOUT: &[(&str, &[&str])] = &[
    (
        "crates/engine",
        &[
            "axum",
            "clap",
            "discord-sandbox",
            "poise",
            "reqwest",
            "serenity",
            "sqlx",
            "tokio",
        ],
    ),
    (
        "crates/sandbox",
        &[
            "lodestar",
            "lodestar-engine",
            "poise",
            "serenity",
            "sqlx",
            "tantivy",
        ],
    ),
    (".", &["axum", "tantivy"]),
];

fn checkout() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Paths of Rust files below a folder, sorted.
fn rust_files(root: &Path) -> Vec<PathBuf> {
    let mut folders = vec![root.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                files.push(path.strip_prefix(root).unwrap().to_owned());
            }
        }
    }
    files.sort();
    files
}

fn is_test(path: &Path) -> bool {
    let mut parts = path.components().map(|it| it.as_os_str());
    parts.any(|it| it == "tests" || it == "tests.rs" || it == "scripted.rs")
}

/// A file's text without comments and the tests at its end.
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

/// The files of a room with their code: `path.rs` and everything below `path/`.
fn room(path: &str) -> Vec<(PathBuf, String)> {
    let path = checkout().join(path);
    let own = path.with_extension("rs");
    let below = if path.is_dir() {
        rust_files(&path)
    } else {
        Vec::new()
    };
    let below = below.into_iter().filter(|it| !is_test(it));
    let files = below.map(|it| path.join(it)).chain([own]);
    files
        .filter(|it| it.is_file())
        .map(|it| {
            let text = fs::read_to_string(&it).unwrap();
            (it, code(&text))
        })
        .collect()
}

#[test]
fn every_room_keeps_to_what_it_may_know() {
    for Room { path, never } in ROOMS {
        let files = room(path);
        assert!(!files.is_empty(), "there is no room {path}");
        for (file, code) in files {
            for name in *never {
                assert!(!code.contains(name), "{} knows {name}", file.display());
            }
        }
    }
}

#[test]
fn what_has_one_user_has_no_other() {
    let source = checkout().join("src");
    for file in rust_files(&source) {
        let of = file
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_string_lossy();
        let of = of.trim_end_matches(".rs");
        let code = code(&fs::read_to_string(source.join(&file)).unwrap());
        for (name, user) in SINGLE_USERS {
            let other = of != *user && !is_test(&file) && code.contains(name);
            assert!(
                !other,
                "{name} is for {user} alone, not for {}",
                file.display()
            );
        }
    }
}

#[test]
fn a_crate_does_without_what_is_not_its_business() {
    for (path, without) in WITHOUT {
        let manifest = fs::read_to_string(checkout().join(path).join("Cargo.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        let dependencies = manifest["dependencies"].as_table().unwrap();
        assert!(!dependencies.is_empty(), "{path}");
        for name in *without {
            assert!(
                !dependencies.contains_key(*name),
                "{path} depends on {name}"
            );
        }
    }
}

#[test]
fn no_circle_of_modules_is_long() {
    for source in ["src", "crates/engine/src", "crates/sandbox/src"] {
        let circles = circles::circles(&checkout().join(source));
        for circle in &circles {
            assert!(
                circle.len() <= LONGEST_CIRCLE,
                "{source}: {}",
                circle.join(", ")
            );
        }
    }
}
