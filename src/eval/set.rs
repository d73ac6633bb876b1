//! A question set: articles, questions, and what a right passage must hold.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use serde::Deserialize;

/// Articles, and the questions put to them.
#[derive(Debug, Clone)]
pub struct Set {
    /// What it is called in reports.
    pub name: String,
    /// The folder of articles.
    pub corpus: PathBuf,
    pub probes: Vec<Probe>,
}

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

/// A line of `questions.jsonl`.
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

impl Set {
    /// Reads a folder with `articles/` and `questions.jsonl`.
    ///
    /// # Errors
    /// When it is none.
    pub fn open(dir: &Path) -> anyhow::Result<Self> {
        let mut set = Self::of(&dir.join("articles"), &dir.join("questions.jsonl"))?;
        set.name = name_of(dir);
        Ok(set)
    }

    /// A folder of articles, and a file of questions on them.
    ///
    /// # Errors
    /// When the folder is none, or the file cannot be read.
    pub fn of(corpus: &Path, questions: &Path) -> anyhow::Result<Self> {
        let text = fs::read_to_string(questions)
            .with_context(|| format!("cannot read {}", questions.display()))?;
        Self::parse(corpus, &name_of(questions), &text)
    }

    /// Questions given as the text of a `questions.jsonl`.
    ///
    /// # Errors
    /// When the folder is none, a line is not what it should be, or there is none.
    pub fn parse(corpus: &Path, name: &str, text: &str) -> anyhow::Result<Self> {
        if !corpus.is_dir() {
            bail!("{} is not a folder of articles", corpus.display());
        }
        let probes: Vec<Probe> = text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(number, line)| {
                let place = || format!("{name}, line {}", number + 1);
                serde_json::from_str(line)
                    .map(|line| Probe::new(line, number))
                    .with_context(place)
            })
            .collect::<anyhow::Result<_>>()?;
        if probes.is_empty() {
            bail!("{name} holds no questions");
        }
        Ok(Self {
            name: name.to_owned(),
            corpus: corpus.to_owned(),
            probes,
        })
    }
}

fn name_of(path: &Path) -> String {
    let full = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    full.file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
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
    pub fn is_answered_by(&self, text: &str) -> bool {
        let text = fold(text);
        self.expect
            .iter()
            .any(|all| all.iter().all(|part| text.contains(part.as_str())))
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
        Ok(Set::parse(Path::new("src"), "questions", text)?.probes)
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
        assert!(probes("\n").is_err());
    }
}
