//! All articles of the corpus with what is known about each: its own description, whether it is
//! indexed, and how often it was used.
//!
//! Files are hashed each time but read again only after they change.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::store::Uses;
use lodestar_engine::article::{Article, Block, ContentHash, Source};
use lodestar_engine::corpus::{Corpus, Provenance};
use lodestar_engine::engine::skipped_file;

use super::{App, article_key};

/// An article of the corpus, or a file that is not an article.
#[derive(Debug, Clone, Serialize)]
pub struct Listed {
    /// See [`article_key`].
    pub key: u64,
    /// Path below the corpus folder.
    pub path: String,
    pub state: State,
    /// `None` for a file that is not an article.
    pub summary: Option<Arc<Summary>>,
    /// `None` when the store cannot be read.
    pub uses: Option<Uses>,
}

/// How far an article is on its way into answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum State {
    /// It answers questions.
    Indexed,
    /// It will answer questions after the next reindex.
    Waiting,
    /// It is not an article, for this reason.
    Skipped(String),
}

/// What an article says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Summary {
    pub source: Source,
    /// The topmost headings.
    pub sections: Vec<String>,
    pub words: usize,
    /// How it begins.
    pub opening: String,
    /// How it came into the corpus, if its file says so.
    pub added: Option<Provenance>,
    /// The hash of its text alone, so that equal texts in different files match.
    #[serde(skip)]
    pub text: ContentHash,
}

/// Length of an article's opening in characters.
const OPENING_CHARS: usize = 400;

impl Summary {
    /// `file` is the full text of its file.
    pub(super) fn of(article: &Article, file: &str) -> Self {
        let texts: Vec<&str> = article.blocks.iter().flat_map(texts).collect();
        let opening = article.blocks.iter().find_map(|block| match block {
            Block::Paragraph(text) | Block::Quote(text) => Some(text.as_str()),
            Block::List { items, .. } => items.first().map(String::as_str),
            _ => None,
        });
        let sections = article.blocks.iter().filter_map(|block| match block {
            Block::Heading { level: 1, text } => Some(text.clone()),
            _ => None,
        });
        Self {
            source: article.source.clone(),
            sections: sections.collect(),
            words: texts.iter().map(|text| text.unicode_words().count()).sum(),
            opening: opening
                .unwrap_or_default()
                .chars()
                .take(OPENING_CHARS)
                .collect(),
            added: Provenance::of(file),
            text: ContentHash::of(texts.join("\n").as_bytes()),
        }
    }
}

/// Every text of a block.
pub(super) fn texts(block: &Block) -> Vec<&str> {
    match block {
        Block::Heading { text, .. }
        | Block::Paragraph(text)
        | Block::Quote(text)
        | Block::Code(text) => vec![text],
        Block::List { items, .. } => items.iter().map(String::as_str).collect(),
        Block::Table { header, rows } => std::iter::once(header)
            .chain(rows)
            .flatten()
            .map(String::as_str)
            .collect(),
    }
}

type Read = Result<Arc<Summary>, String>;

/// The results of reading files, by path and content.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    read: Mutex<HashMap<(String, ContentHash), Read>>,
}

impl Catalogue {
    /// Every file with the result of reading it, by path. This blocks.
    pub(super) fn list(&self, corpus: &Corpus) -> anyhow::Result<Vec<(String, Read)>> {
        let scan = corpus.scan()?;
        let mut known = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let mut now = HashMap::with_capacity(scan.files.len());
        let mut listed = Vec::with_capacity(scan.files.len());
        for file in &scan.files {
            let key = (file.path.clone(), file.hash.clone());
            let read = known.remove(&key).unwrap_or_else(|| {
                let article = file.read().map_err(|skipped| skipped.reason.to_string())?;
                let bytes = corpus.bytes_of(&file.path).unwrap_or_default();
                let text = String::from_utf8_lossy(&bytes);
                Ok(Arc::new(Summary::of(&article, &text)))
            });
            listed.push((file.path.clone(), read.clone()));
            now.insert(key, read);
        }
        *known = now;
        let skipped = scan.skipped.iter().map(skipped_file);
        listed.extend(skipped.map(|it| (it.path, Err(it.reason))));
        listed.sort_by(|(a, _), (b, _)| a.cmp(b));
        Ok(listed)
    }
}

impl Catalogue {
    /// What the article at a path says about itself, if there is one.
    pub(super) fn summary(&self, corpus: &Corpus, path: &str) -> Option<Arc<Summary>> {
        let listed = self.list(corpus).ok()?;
        let (_, read) = listed.into_iter().find(|(it, _)| it == path)?;
        read.ok()
    }
}

impl App {
    /// Every file of the corpus, by path.
    ///
    /// # Errors
    /// When the corpus cannot be read.
    pub async fn catalogue(&self) -> anyhow::Result<Vec<Listed>> {
        let inner = Arc::clone(&self.inner);
        let read = tokio::task::spawn_blocking(move || inner.catalogue.list(inner.engine.corpus()));
        let (read, outline, uses) = tokio::join!(read, self.outline(), self.store().uses());
        let indexed: HashSet<String> = outline.map_or_else(
            |_| HashSet::new(),
            |outline| outline.articles.iter().map(|it| it.path.clone()).collect(),
        );
        let uses = uses.ok();
        let listed = read??.into_iter().map(|(path, read)| {
            let (state, summary) = match read {
                Ok(summary) if indexed.contains(&path) => (State::Indexed, Some(summary)),
                Ok(summary) => (State::Waiting, Some(summary)),
                Err(reason) => (State::Skipped(reason), None),
            };
            let used = |uses: &HashMap<String, Uses>| uses.get(&path).copied().unwrap_or_default();
            Listed {
                key: article_key(&path),
                uses: uses.as_ref().map(used),
                path,
                state,
                summary,
            }
        });
        Ok(listed.collect())
    }

    /// Finds the article that somebody means by its path, its title, or a part of either that only
    /// one article has. Otherwise returns the candidates.
    ///
    /// # Errors
    /// When the corpus cannot be read.
    pub async fn meant(&self, words: &str) -> anyhow::Result<Result<Listed, Vec<Listed>>> {
        let mut all = self.catalogue().await?;
        let words = words.trim().to_lowercase();
        let title = |it: &Listed| {
            let title = it.summary.as_ref().map(|it| it.source.title.to_lowercase());
            title.unwrap_or_default()
        };
        if let Some(at) = all.iter().position(|it| it.path.to_lowercase() == words) {
            return Ok(Ok(all.swap_remove(at)));
        }
        let mut called: Vec<Listed> = all
            .iter()
            .filter(|it| title(it) == words)
            .cloned()
            .collect();
        if called.is_empty() {
            called = all;
            called
                .retain(|it| it.path.to_lowercase().contains(&words) || title(it).contains(&words));
        }
        Ok(match called.len() {
            1 => called.pop().ok_or_else(Vec::new),
            _ => Err(called),
        })
    }
}
