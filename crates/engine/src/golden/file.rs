//! Edits the file of golden questions: adds or removes a question and leaves every other line
//! alone. The file is replaced as a whole, so readers see either the old one or the new one.
//!
//! Only one process may write at a time: the bot, or somebody with an editor.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::Context as _;
use serde_json::{Map, Value, json};

use crate::durable;

/// The result of adding a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    New,
    /// The question existed; the article was added to its correct ones.
    Extended,
    /// Both existed.
    Known,
}

/// Adds a question with its correct article. The same wording is stored once.
///
/// # Errors
/// If the file cannot be read or written.
pub fn add(path: &Path, question: &str, article: &str) -> anyhow::Result<Added> {
    let mut lines = read(path)?;
    for line in &mut lines {
        let Some(mut known) = object(line).filter(|it| asks(it, question)) else {
            continue;
        };
        let articles = known.entry("articles").or_insert_with(|| json!([]));
        let Value::Array(articles) = articles else {
            continue;
        };
        if articles.iter().any(|it| it == article) {
            return Ok(Added::Known);
        }
        articles.push(json!(article));
        known.remove("answerable");
        *line = Value::Object(known).to_string();
        write(path, &lines)?;
        return Ok(Added::Extended);
    }
    lines.push(json!({ "question": question, "articles": [article] }).to_string());
    write(path, &lines)?;
    Ok(Added::New)
}

/// Removes a question. Returns whether it existed.
///
/// # Errors
/// The same as [`add`].
pub fn remove(path: &Path, question: &str) -> anyhow::Result<bool> {
    let mut lines = read(path)?;
    let before = lines.len();
    lines.retain(|line| !object(line).is_some_and(|it| asks(&it, question)));
    let removed = lines.len() < before;
    if removed {
        write(path, &lines)?;
    }
    Ok(removed)
}

fn read(path: &Path) -> anyhow::Result<Vec<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(text.lines().map(str::to_owned).collect()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

fn object(line: &str) -> Option<Map<String, Value>> {
    serde_json::from_str(line).ok()
}

fn asks(line: &Map<String, Value>, question: &str) -> bool {
    let asked = line.get("question").and_then(Value::as_str);
    asked.is_some_and(|asked| super::fold(asked) == super::fold(question))
}

fn write(path: &Path, lines: &[String]) -> anyhow::Result<()> {
    let place = || format!("cannot write {}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(place)?;
    }
    let text: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    durable::write_private(path, text.as_bytes()).with_context(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::golden;

    #[test]
    fn a_question_is_stored_once_with_its_articles() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("golden.jsonl");
        assert_eq!(add(&path, "Is it open?", "a.md").unwrap(), Added::New);
        assert_eq!(add(&path, "is it  OPEN?", "a.md").unwrap(), Added::Known);
        assert_eq!(add(&path, "Is it open?", "b.md").unwrap(), Added::Extended);
        let probes = golden::read(&path).unwrap();
        assert_eq!(probes.len(), 1);
        assert_eq!(probes[0].articles, ["a.md", "b.md"]);
        assert!(remove(&path, "IS IT OPEN?").unwrap());
        assert!(!remove(&path, "Is it open?").unwrap());
        assert!(golden::read(&path).unwrap().is_empty());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn lines_by_others_stay() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("golden.jsonl");
        let theirs = "{\"id\": \"g1\",   \"question\": \"Why?\", \"expect\": [[\"rain\"]]}";
        fs::write(&path, format!("{theirs}\n\nnot JSON")).unwrap();
        add(&path, "How\n\"so\"?", "a.md").unwrap();
        remove(&path, "Where?").unwrap();
        let text = fs::read_to_string(&path).unwrap();
        let expected = "{\"articles\":[\"a.md\"],\"question\":\"How\\n\\\"so\\\"?\"}";
        assert_eq!(text, format!("{theirs}\n\nnot JSON\n{expected}\n"));
    }

    #[test]
    fn a_file_that_cannot_be_read_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        assert!(add(folder.path(), "Is it open?", "a.md").is_err());
    }
}
