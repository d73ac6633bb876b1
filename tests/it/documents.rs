//! The documents: links lead somewhere, pages are listed, and what is made from the program is up to date.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what helps a test may fail like a test"
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use lodestar::config::DEFAULTS;

/// A front page is read; a longer one is not.
const README_LINES: usize = 200;

/// Set to write the page of the configuration instead of comparing it.
const UPDATE: &str = "UPDATE_CONFIGURATION";

fn checkout() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(checkout().join(path)).unwrap()
}

fn markdown_in(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(checkout().join(folder)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = paths
        .filter(|it| it.extension().is_some_and(|it| it == "md"))
        .collect();
    paths.sort();
    paths
}

fn documents() -> Vec<PathBuf> {
    let mut documents = markdown_in(".");
    documents.extend(markdown_in("docs"));
    documents.extend(markdown_in("benches/peers"));
    documents.extend(markdown_in("crates/sandbox"));
    documents
}

/// Text without what stands in code.
fn prose(text: &str) -> String {
    let mut fenced = false;
    let lines = text.lines().filter(|line| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    });
    let text: Vec<&str> = lines.collect();
    let text = text.join("\n");
    let outside = text.split('`').step_by(2);
    outside.collect::<Vec<_>>().join("`")
}

/// Targets of `[text](target)`.
fn links(text: &str) -> Vec<String> {
    let prose = prose(text);
    let targets = prose.split("](").skip(1);
    targets
        .filter_map(|rest| rest.split(')').next().map(str::to_owned))
        .collect()
}

/// The anchors of a page's headings, as GitHub and mdBook make them.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let title = line.trim_start_matches('#').trim().to_lowercase();
            let kept = title
                .chars()
                .filter(|it| it.is_alphanumeric() || " -_".contains(*it));
            kept.map(|it| if it == ' ' { '-' } else { it }).collect()
        })
        .collect()
}

#[test]
fn every_link_leads_somewhere() {
    for document in documents() {
        let text = fs::read_to_string(&document).unwrap();
        for link in links(&text) {
            if link.contains("://") || link.starts_with("mailto:") {
                continue;
            }
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = match path {
                "" => document.clone(),
                path => document.parent().unwrap().join(path),
            };
            assert!(
                target.try_exists().unwrap(),
                "{}: {link}",
                document.display()
            );
            if !anchor.is_empty() {
                let anchors = anchors(&fs::read_to_string(&target).unwrap());
                assert!(anchors.contains(anchor), "{}: {link}", document.display());
            }
        }
    }
}

#[test]
fn the_front_page_is_short_and_names_the_test_command() {
    let readme = read("README.md");
    assert!(readme.lines().count() <= README_LINES);
    assert!(readme.lines().any(|line| line.starts_with("cargo test")));
}

#[test]
fn the_book_lists_each_of_its_pages() {
    let listed: BTreeSet<String> = links(&read("docs/SUMMARY.md")).into_iter().collect();
    let pages = markdown_in("docs").into_iter();
    let pages = pages.map(|it| it.file_name().unwrap().to_string_lossy().into_owned());
    let pages: BTreeSet<String> = pages.filter(|it| it != "SUMMARY.md").collect();
    assert_eq!(listed, pages);
}

#[test]
fn every_subcommand_is_documented() {
    let help = Command::new(env!("CARGO_BIN_EXE_lodestar"))
        .arg("--help")
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let commands = help
        .split("Commands:")
        .nth(1)
        .unwrap()
        .split("Options:")
        .next()
        .unwrap();
    let names = commands
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names: Vec<&str> = names
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(names.len() > 8, "{help}");
    let operating = read("docs/operating.md");
    for name in names.into_iter().filter(|name| *name != "help") {
        assert!(
            operating.contains(&format!("`lodestar {name}")),
            "lodestar {name}"
        );
    }
}

/// The page of the configuration, made from the comments of `config.toml`.
fn configuration() -> String {
    let mut page = String::from(
        "# Configuration\n\n<!-- Made from config.toml; UPDATE_CONFIGURATION=1 cargo test --test it documents \
         writes it. -->\n\n",
    );
    let mut comment: Vec<&str> = Vec::new();
    let mut section = "";
    let escaped = DEFAULTS.replace('<', "&lt;");
    for line in escaped.lines() {
        if let Some(text) = line.strip_prefix('#') {
            comment.push(text.strip_prefix(' ').unwrap_or(text));
        } else if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']');
            write!(page, "## {section}\n\n").unwrap();
        } else if let Some((key, default)) = line.split_once(" = ") {
            let variable = format!("LODESTAR_{section}_{key}").to_uppercase();
            write!(page, "### `{section}.{key}`\n\n{}\n\n", comment.join("\n")).unwrap();
            write!(page, "Default: `{default}` · environment: `{variable}`\n\n").unwrap();
            comment.clear();
        } else {
            let text = std::mem::take(&mut comment);
            if let Some(example) = text.iter().position(|line| line.is_empty()) {
                let (before, after) = text.split_at(example);
                let (before, after) = (before.join("\n"), after[1..].join("\n"));
                write!(page, "## source\n\n{before}\n\n```toml\n{after}\n```\n\n").unwrap();
            } else if !text.is_empty() {
                write!(page, "{}\n\n", text.join("\n")).unwrap();
            }
        }
    }
    page.trim_end().to_owned() + "\n"
}

#[test]
fn the_page_of_the_configuration_says_what_the_file_says() {
    let path = checkout().join("docs/configuration.md");
    let page = configuration();
    if std::env::var_os(UPDATE).is_some() {
        fs::write(path, page).unwrap();
        return;
    }
    let written = fs::read_to_string(path).unwrap();
    assert_eq!(
        written, page,
        "run this test with {UPDATE}=1 and look at what has changed"
    );
}
