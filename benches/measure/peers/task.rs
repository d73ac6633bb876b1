//! What every peer is given: passages cut by lodestar's own code, and questions; and what only the
//! judge knows, the answers.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::time::Instant;

use anyhow::Context as _;
use lodestar_engine::corpus::Corpus;
use lodestar_engine::golden::Probe;
use lodestar_engine::passage;
use serde::Serialize;

use crate::corpora::Texts;

use super::protocol::{self, Passage, Question, Settings};

/// The deepest figure is MRR@10.
const DEPTH: usize = 10;
const MAX_FILE_BYTES: u64 = 8 << 20;
/// Questions to warm up with at most. A just-in-time compiler needs thousands.
const WARM_UP: usize = 3_000;
const WARM_UP_S: f64 = 5.0;

/// Passages and questions, in a folder that is removed with it.
#[derive(Debug)]
pub(super) struct Task {
    pub(super) name: String,
    pub(super) dir: tempfile::TempDir,
    pub(super) passages: HashMap<String, Judged>,
    /// Of the passages' text.
    pub(super) bytes: u64,
    /// To read the articles and to cut them, which lodestar does while it indexes and the others do
    /// not.
    pub(super) cut_s: f64,
    pub(super) language: String,
    /// In the order of the questions; empty where nobody knows the answers.
    pub(super) probes: Vec<Probe>,
    pub(super) questions: usize,
}

/// What the judge looks at.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) article: String,
    pub(super) text: String,
}

impl Task {
    /// A folder of articles with questions whose answers are known.
    pub(super) fn of_set(articles: &Path, questions: &Path) -> anyhow::Result<Self> {
        let mut probes = lodestar_engine::golden::read(questions)?;
        // No peer knows what was asked before.
        probes.retain(|probe| probe.context.is_empty());
        let asked: Vec<String> = probes.iter().map(|probe| probe.question.clone()).collect();
        let named = articles.parent().filter(|_| articles.ends_with("articles"));
        let file = questions.with_extension("");
        let name = named.unwrap_or(&file).file_name();
        let name = name.map(|name| name.to_string_lossy().into_owned());
        let mut task = Self::write(articles, &asked)?;
        task.name = name.unwrap_or_default();
        task.probes = probes;
        Ok(task)
    }

    /// A corpus of recombined sentences in `articles`, for which there are questions but no answers.
    pub(super) fn of_texts(
        texts: &Texts,
        articles: &Path,
        passages: usize,
        questions: usize,
        seed: u64,
    ) -> anyhow::Result<Self> {
        texts.write(articles, passages, seed)?;
        let step = (texts.questions.len() / questions.max(1)).max(1);
        let asked = texts.questions.iter().step_by(step).take(questions);
        let asked: Vec<String> = asked.cloned().collect();
        let mut task = Self::write(articles, &asked)?;
        task.name = "recombined sentences".to_owned();
        Ok(task)
    }

    fn write(articles: &Path, questions: &[String]) -> anyhow::Result<Self> {
        let dir = tempfile::tempdir().context("cannot create a temporary folder")?;
        let clock = Instant::now();
        let (read, _) = Corpus::new(articles, MAX_FILE_BYTES)
            .read_all()
            .with_context(|| format!("cannot read {}", articles.display()))?;
        let cut: Vec<_> = read.iter().map(passage::passages).collect();
        let cut_s = clock.elapsed().as_secs_f64();

        let (mut passages, mut bytes) = (HashMap::new(), 0);
        let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
        let mut out = Lines::create(&dir.path().join(protocol::PASSAGES))?;
        for (article, cut) in read.iter().zip(cut) {
            let source = &article.source;
            *languages.entry(source.language.code()).or_default() += cut.len();
            for passage in cut {
                let id = protocol::id(&source.path, passage.position);
                let passage = Passage {
                    id: id.clone(),
                    title: source.title.clone(),
                    headings: passage.headings,
                    text: passage.text,
                };
                out.write(&passage)?;
                bytes += passage.text.len() as u64;
                let (article, text) = (source.path.clone(), passage.text);
                passages.insert(id, Judged { article, text });
            }
        }
        out.finish()?;
        let most = languages.into_iter().max_by_key(|(_, passages)| *passages);
        let language = most.map_or_else(String::new, |(code, _)| code.to_owned());
        questions_to(
            &dir.path().join(protocol::QUESTIONS),
            questions.iter().cloned(),
        )?;
        let warm_up = questions
            .iter()
            .cycle()
            .take(WARM_UP.min(questions.len() * 20));
        questions_to(
            &dir.path().join(protocol::WARM_UP),
            warm_up.map(|it| turned(it)),
        )?;
        let settings = Settings {
            language: language.clone(),
            depth: DEPTH,
            warm_up_s: WARM_UP_S,
            articles: articles.canonicalize()?,
        };
        let settings = serde_json::to_vec(&settings)?;
        std::fs::write(dir.path().join(protocol::SETTINGS), settings)?;
        Ok(Self {
            name: String::new(),
            dir,
            passages,
            bytes,
            cut_s,
            language,
            probes: Vec::new(),
            questions: questions.len(),
        })
    }
}

fn questions_to(path: &Path, questions: impl Iterator<Item = String>) -> anyhow::Result<()> {
    let mut out = Lines::create(path)?;
    for question in questions {
        out.write(&Question { question })?;
    }
    out.finish()
}

/// The same words in another order: the same work, and nothing that a cache of answers knows.
fn turned(question: &str) -> String {
    match question.split_once(' ') {
        Some((first, rest)) => format!("{rest} {first}"),
        None => question.to_owned(),
    }
}

/// JSON, an object a line.
struct Lines(BufWriter<File>);

impl Lines {
    fn create(path: &Path) -> anyhow::Result<Self> {
        let file = File::create(path);
        let file = file.with_context(|| format!("cannot write {}", path.display()))?;
        Ok(Self(BufWriter::new(file)))
    }

    fn write(&mut self, object: &impl Serialize) -> anyhow::Result<()> {
        serde_json::to_writer(&mut self.0, object)?;
        self.0.write_all(b"\n")?;
        Ok(())
    }

    fn finish(mut self) -> anyhow::Result<()> {
        Ok(self.0.flush()?)
    }
}
