//! Golden questions: questions with known answers, and what a correct passage must contain. They
//! are stored in a file of JSON objects, one a line, that people and programs can write.
//!
//! This module must not know how questions are answered or what the results are used for.

mod file;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::Context as _;
use serde::Deserialize;

pub use self::file::{Added, add, remove};

/// A question whose answer is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    pub id: String,
    pub question: String,
    /// The previous questions of the conversation, oldest first.
    pub context: Vec<String>,
    /// Whether the articles contain the answer.
    pub answerable: bool,
    /// Paths of the articles with the answer; empty if any article may have it.
    pub articles: Vec<String>,
    /// Alternative answers, folded; a correct passage contains all strings of one of them.
    expect: Vec<Vec<String>>,
}

/// A line of the file.
#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: String,
    question: String,
    #[serde(default = "yes")]
    answerable: bool,
    #[serde(default)]
    context: Vec<String>,
    #[serde(default)]
    articles: Vec<String>,
    #[serde(default)]
    answers: Vec<String>,
    #[serde(default)]
    expect: Vec<Vec<String>>,
}

fn yes() -> bool {
    true
}

/// Reads the questions in a file; a missing file has none.
///
/// # Errors
/// If the file cannot be read, or a line is not a valid question; the error names the line.
pub fn read(path: &Path) -> anyhow::Result<Vec<Probe>> {
    match fs::read_to_string(path) {
        Ok(text) => parse(&path.display().to_string(), &text),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// Parses the questions in the text of a file, called `name` in errors.
///
/// # Errors
/// If a line is not a valid question; the error names the line.
pub(crate) fn parse(name: &str, text: &str) -> anyhow::Result<Vec<Probe>> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            let place = || format!("{name}, line {}", number + 1);
            serde_json::from_str(line)
                .map(|line| Probe::new(line, number))
                .with_context(place)
        })
        .collect()
}

impl Probe {
    fn new(line: Line, number: usize) -> Self {
        let single = line.answers.iter().map(|answer| vec![fold(answer)]);
        let expect = line
            .expect
            .iter()
            .map(|all| all.iter().map(|part| fold(part)).collect());
        Self {
            id: if line.id.is_empty() {
                (number + 1).to_string()
            } else {
                line.id
            },
            question: line.question,
            context: line.context,
            answerable: line.answerable,
            articles: line.articles,
            expect: expect.chain(single).collect(),
        }
    }

    /// Whether a text contains an answer, ignoring case and differences in white space.
    #[must_use]
    pub(crate) fn is_answered_by(&self, text: &str) -> bool {
        let text = fold(text);
        self.expect
            .iter()
            .any(|all| all.iter().all(|part| text.contains(part.as_str())))
    }

    /// Whether a passage of an article is correct: it is from one of the named articles, if any,
    /// and contains an expected answer, if any.
    #[must_use]
    pub fn is_right(&self, article: &str, text: &str) -> bool {
        let from_right = self.articles.is_empty() || self.articles.iter().any(|it| it == article);
        from_right && (self.expect.is_empty() || self.is_answered_by(text))
    }

    /// The first of the expected answers, for display.
    #[must_use]
    pub fn expected(&self) -> String {
        self.expect
            .first()
            .map(|all| all.join(" + "))
            .unwrap_or_default()
    }
}

fn fold(text: &str) -> String {
    text.split_whitespace()
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn probes(text: &str) -> anyhow::Result<Vec<Probe>> {
        parse("questions", text)
    }

    #[test]
    fn a_passage_is_correct_if_it_contains_all_of_one_alternative() {
        let line =
            r#"{"question": "When?", "expect": [["14 August"], ["Ridgeville", "August  2024"]]}"#;
        let probe = probes(line).unwrap().remove(0);
        assert!(probe.is_answered_by("On 14\nAUGUST it began."));
        assert!(probe.is_answered_by("In august 2024, at Ridgeville."));
        assert!(!probe.is_answered_by("In August 2024."));
        assert!(probe.answerable && probe.id == "1");
    }

    #[test]
    fn a_broken_line_is_reported_by_number() {
        let error = probes("{\"question\": \"a\"}\n\nnonsense").unwrap_err();
        assert!(
            format!("{error:#}").starts_with("questions, line 3"),
            "{error:#}"
        );
        assert!(probes("\n").unwrap().is_empty());
    }

    #[test]
    fn an_article_alone_is_enough_to_be_correct() {
        let line = r#"{"question": "When?", "articles": ["tea.md"]}"#;
        let probe = probes(line).unwrap().remove(0);
        assert!(probe.is_right("tea.md", "Anything."));
        assert!(!probe.is_right("coffee.md", "Anything."));
    }

    #[test]
    fn a_missing_file_has_no_questions() {
        assert!(read(Path::new("src/no-such.jsonl")).unwrap().is_empty());
        assert!(read(Path::new("Cargo.toml")).is_err());
    }
}
