//! Golden questions: what is asked of the articles, and what a right passage must hold. A file of
//! JSON objects, one a line, that people and programs can write.
//!
//! It knows nothing of how a question is answered, or of what is made of the outcome.

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
    /// The questions before it in the same conversation, oldest first.
    pub context: Vec<String>,
    /// Whether the articles hold the answer.
    pub answerable: bool,
    /// Paths of the articles that hold it; empty if any may.
    pub articles: Vec<String>,
    /// Alternatives, folded; all strings of one must occur in a right passage.
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

/// The questions in a file; none if there is no such file.
///
/// # Errors
/// When it cannot be read, or a line is not what it should be.
pub fn read(path: &Path) -> anyhow::Result<Vec<Probe>> {
    match fs::read_to_string(path) {
        Ok(text) => parse(&path.display().to_string(), &text),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// The questions in the text of a file that is called `name` in errors.
///
/// # Errors
/// When a line is not what it should be.
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

    /// Whether a text holds an answer, case and white space folded.
    #[must_use]
    pub(crate) fn is_answered_by(&self, text: &str) -> bool {
        let text = fold(text);
        self.expect
            .iter()
            .any(|all| all.iter().all(|part| text.contains(part.as_str())))
    }

    /// Whether a passage of an article is right: from one of the articles, if any are named, with an
    /// answer in it, if any is.
    #[must_use]
    pub fn is_right(&self, article: &str, text: &str) -> bool {
        let from_right = self.articles.is_empty() || self.articles.iter().any(|it| it == article);
        from_right && (self.expect.is_empty() || self.is_answered_by(text))
    }

    /// The first of the right answers, for people.
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
    fn a_passage_is_right_when_it_holds_all_of_one_alternative() {
        let line =
            r#"{"question": "When?", "expect": [["14 August"], ["Ridgeville", "August  2024"]]}"#;
        let probe = probes(line).unwrap().remove(0);
        assert!(probe.is_answered_by("On 14\nAUGUST it began."));
        assert!(probe.is_answered_by("In august 2024, at Ridgeville."));
        assert!(!probe.is_answered_by("In August 2024."));
        assert!(probe.answerable && probe.id == "1");
    }

    #[test]
    fn a_broken_line_is_named() {
        let error = probes("{\"question\": \"a\"}\n\nnonsense").unwrap_err();
        assert!(
            format!("{error:#}").starts_with("questions, line 3"),
            "{error:#}"
        );
        assert!(probes("\n").unwrap().is_empty());
    }

    #[test]
    fn an_article_alone_is_enough_to_be_right() {
        let line = r#"{"question": "When?", "articles": ["tea.md"]}"#;
        let probe = probes(line).unwrap().remove(0);
        assert!(probe.is_right("tea.md", "Anything."));
        assert!(!probe.is_right("coffee.md", "Anything."));
    }

    #[test]
    fn a_file_that_is_not_there_holds_no_questions() {
        assert!(read(Path::new("src/no-such.jsonl")).unwrap().is_empty());
        assert!(read(Path::new("Cargo.toml")).is_err());
    }
}
