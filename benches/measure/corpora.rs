//! Corpora of any size from real text: the sentences of articles put together anew.
//!
//! The same sources, size and seed give the same files. An article of a corpus speaks mostly of what
//! one source article does, so that words come together as they do in real text.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use lodestar_engine::corpus::Corpus;
use lodestar_engine::golden;
use lodestar_engine::passage;

use super::draw::Draw;

/// Words of a paragraph at least; two such paragraphs are too long for one passage.
const PARAGRAPH_WORDS: usize = 115;
const PASSAGES_PER_ARTICLE: usize = 20;
/// A section has so many paragraphs, each of which becomes a passage.
const PASSAGES_PER_SECTION: usize = 4;
/// Of ten sentences, those from the article's own source.
const OWN_OF_TEN: u64 = 7;
/// Files of a folder; more are slow to list on some systems.
const FILES_PER_FOLDER: usize = 1_000;
pub(super) const MAX_FILE_BYTES: u64 = 8 << 20;

/// Where sentences and questions come from.
#[derive(Debug)]
pub(super) struct Texts {
    articles: Vec<Source>,
    /// All sentences, as places: the article, and the sentence in it.
    places: Vec<(usize, usize)>,
    /// As people typed them.
    pub(super) questions: Vec<String>,
}

#[derive(Debug)]
struct Source {
    title: String,
    headings: Vec<String>,
    sentences: Vec<String>,
}

/// What was written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written {
    pub(super) articles: usize,
    pub(super) bytes: u64,
}

/// A folder with `articles/` and `questions.jsonl`, as `lodestar eval` takes it.
pub(super) fn set(dir: &Path) -> (PathBuf, PathBuf) {
    (dir.join("articles"), dir.join("questions.jsonl"))
}

/// The articles and golden questions that ship with lodestar.
pub(super) fn shipped() -> (PathBuf, PathBuf) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    (
        root.join("corpus"),
        root.join("tests/it/golden/polestar.jsonl"),
    )
}

impl Texts {
    /// Reads folders of articles, each with its file of questions.
    pub(super) fn read(sets: &[(PathBuf, PathBuf)]) -> anyhow::Result<Self> {
        let (mut articles, mut questions) = (Vec::new(), Vec::new());
        for (corpus, file) in sets {
            let (read, _) = Corpus::new(corpus, MAX_FILE_BYTES)
                .read_all()
                .with_context(|| format!("cannot read {}", corpus.display()))?;
            articles.extend(read.iter().map(Source::of));
            questions.extend(golden::read(file)?.into_iter().map(|it| it.question));
        }
        articles.retain(|article| !article.sentences.is_empty());
        if articles.is_empty() || questions.is_empty() {
            bail!("there are no articles or no questions to measure with");
        }
        let places = |(number, article): (usize, &Source)| {
            (0..article.sentences.len()).map(move |sentence| (number, sentence))
        };
        let places = articles.iter().enumerate().flat_map(places).collect();
        Ok(Self {
            articles,
            places,
            questions,
        })
    }

    /// Sentences that corpora are made of.
    pub(super) fn sentences(&self) -> usize {
        self.places.len()
    }

    /// Writes articles that are cut into about so many passages.
    pub(super) fn write(&self, dir: &Path, passages: usize, seed: u64) -> anyhow::Result<Written> {
        let mut written = Written {
            articles: 0,
            bytes: 0,
        };
        let mut left = passages;
        while left > 0 {
            let number = written.articles;
            let mut draw = Draw::new(seed, number);
            let article = self.article(&mut draw, number, left.min(PASSAGES_PER_ARTICLE));
            let folder = dir.join(format!("{:03}", number / FILES_PER_FOLDER));
            if number.is_multiple_of(FILES_PER_FOLDER) {
                fs::create_dir_all(&folder)?;
            }
            fs::write(folder.join(format!("{number:06}.md")), &article)?;
            written.articles += 1;
            written.bytes += article.len() as u64;
            left = left.saturating_sub(PASSAGES_PER_ARTICLE);
        }
        Ok(written)
    }

    fn article(&self, draw: &mut Draw, number: usize, passages: usize) -> String {
        let own = draw.below(self.articles.len());
        let source = &self.articles[own];
        let mut text = format!("# {} {number}\n", source.title);
        for passage in 0..passages {
            if passage % PASSAGES_PER_SECTION == 0 && !source.headings.is_empty() {
                let heading = &source.headings[draw.below(source.headings.len())];
                text.push_str(&format!("\n## {heading}\n"));
            }
            text.push('\n');
            let mut words = 0;
            while words < PARAGRAPH_WORDS {
                let (article, sentence) = if draw.next() % 10 < OWN_OF_TEN {
                    (own, draw.below(source.sentences.len()))
                } else {
                    self.places[draw.below(self.places.len())]
                };
                let sentence = &self.articles[article].sentences[sentence];
                words += passage::word_count(sentence).max(1);
                text.push_str(sentence);
                text.push(' ');
            }
            text.push('\n');
        }
        text
    }
}

impl Source {
    fn of(article: &lodestar_engine::article::Article) -> Self {
        let passages = passage::passages(article);
        let mut headings: Vec<String> = passages
            .iter()
            .filter_map(|passage| passage.headings.last().cloned())
            .collect();
        headings.dedup();
        // One line each, so that a paragraph stays one.
        let sentences = passages.iter().flat_map(|passage| {
            let sentences = passage.sentences.iter();
            sentences.map(|range| passage.text[range.clone()].replace('\n', " "))
        });
        Self {
            title: article.source.title.clone(),
            headings,
            sentences: sentences.collect(),
        }
    }
}
