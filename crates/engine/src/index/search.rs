//! Searches a generation: candidates for a question's terms, and how frequent the terms are.

mod admitted;
mod best;
mod bm25;
mod count;
mod evaluate;
mod list;
mod lists;
mod marks;
mod maxima;
mod pairs;
mod part;
mod plan;
mod shards;
mod sought;
pub(super) mod stored;
#[cfg(test)]
mod tests;
mod window;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use tantivy::{DocAddress, ReloadPolicy, Searcher, TantivyDocument};

use crate::language::Language;

use super::analysis::question::Term as QuestionTerm;
use super::finished::Finished;
use super::manifest::Manifest;
use super::schema::{self, Fields};
use super::vocabulary::Vocabulary;
use super::{Calibration, Hit, IndexError};

use self::admitted::Only;
use self::lists::Lists;

/// Blocks of 8 KiB and more of stored passages that are kept unpacked; a question looks at dozens of
/// passages.
const STORED_BLOCKS: usize = 1024;

/// The same where a generation is only looked at, while the memory for a build is spent on it.
const FEW_STORED_BLOCKS: usize = 128;

/// Blocks of stored passages that the engine keeps unpacked, for who reads an article.
const STORE_CACHE_BLOCKS: usize = 8;

/// Passages that are looked at first, for each that is wanted, where not all are admitted.
const FIRST_LOOK: usize = 10;

/// One generation, open for searching; clones share it.
#[derive(Clone)]
pub struct Snapshot {
    pub(super) searcher: Searcher,
    pub(super) fields: Fields,
    manifest: Arc<Manifest>,
    disk_bytes: u64,
    lists: Arc<Lists>,
    vocabulary: Arc<OnceLock<Vocabulary>>,
}

impl Snapshot {
    pub(super) fn open(dir: &Path, manifest: Manifest) -> Result<Self, IndexError> {
        Self::keeping(STORED_BLOCKS, dir, manifest)
    }

    /// As [`Self::open`], to measure or check what was just built.
    pub(super) fn open_briefly(dir: &Path, manifest: Manifest) -> Result<Self, IndexError> {
        Self::keeping(FEW_STORED_BLOCKS, dir, manifest)
    }

    fn keeping(blocks: usize, dir: &Path, manifest: Manifest) -> Result<Self, IndexError> {
        let (schema, fields) = schema::schema();
        let index =
            tantivy::Index::open(Finished::open(dir).map_err(tantivy::TantivyError::from)?)?;
        if index.schema() != schema {
            let problem = "its fields are not those of this version".to_owned();
            return Err(IndexError::Damaged {
                path: dir.to_owned(),
                problem,
            });
        }
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(STORE_CACHE_BLOCKS)
            .try_into()?;
        let disk_bytes = disk_bytes(dir).map_err(IndexError::io("cannot list", dir))?;
        let searcher = reader.searcher();
        let lists = Lists::open(&searcher, &fields, blocks)?;
        Ok(Self {
            searcher,
            fields,
            manifest: Arc::new(manifest),
            disk_bytes,
            lists: Arc::new(lists),
            vocabulary: Arc::default(),
        })
    }

    /// Its number; later generations have higher ones.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.manifest.generation
    }

    #[must_use]
    pub fn published(&self) -> jiff::Timestamp {
        self.manifest.published
    }

    #[must_use]
    pub fn articles(&self) -> usize {
        self.manifest.articles
    }

    #[must_use]
    pub fn passages(&self) -> usize {
        self.manifest.passages
    }

    /// Languages of the articles, the most common first.
    #[must_use]
    pub fn languages(&self) -> &[Language] {
        &self.manifest.languages
    }

    /// What "not covered" looks like in its articles.
    #[must_use]
    pub fn calibration(&self) -> &Calibration {
        &self.manifest.calibration
    }

    /// Size of its files. Generations share what did not change, so sizes do not add up.
    #[must_use]
    pub fn disk_bytes(&self) -> u64 {
        self.disk_bytes
    }

    /// The passages that match best, at most `limit`, best first; equals in the order in which
    /// they were indexed. Without terms there are none.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn candidates(&self, terms: &[QuestionTerm], limit: usize) -> Result<Vec<Hit>, IndexError> {
        self.hits(self.lists.best(terms, Only::All, limit)?)
    }

    /// As [`Self::candidates`], as if this article were not there.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn candidates_without(
        &self,
        path: &str,
        terms: &[QuestionTerm],
        limit: usize,
    ) -> Result<Vec<Hit>, IndexError> {
        self.hits(self.lists.best(terms, Only::Without(path), limit)?)
    }

    /// As [`Self::candidates`], of the passages that hold every term of `held`, anywhere and in any
    /// of its forms, and that `admits` lets through. Looks at `among` of the best at most.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn candidates_holding(
        &self,
        held: &[QuestionTerm],
        terms: &[QuestionTerm],
        admits: impl Fn(&Hit) -> bool,
        (limit, among): (usize, usize),
    ) -> Result<Vec<Hit>, IndexError> {
        let mut hits = Vec::new();
        let mut seen = 0;
        // Few are mostly enough, and are found much sooner than many.
        for some in [limit.saturating_mul(FIRST_LOOK).min(among), among] {
            let found = self.lists.best(terms, Only::Holding(held), some)?;
            for &(score, address) in found.iter().skip(seen) {
                let hit = self.hit(score, address)?;
                if admits(&hit) {
                    hits.push(hit);
                }
                if hits.len() >= limit {
                    return Ok(hits);
                }
            }
            if found.len() < some {
                break;
            }
            seen = found.len();
        }
        Ok(hits)
    }

    fn hits(&self, found: Vec<(f32, DocAddress)>) -> Result<Vec<Hit>, IndexError> {
        found
            .into_iter()
            .map(|(score, address)| self.hit(score, address))
            .collect()
    }

    /// By term: passages that hold it in any of its forms, in the text, a heading or the title.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn frequencies(&self, terms: &[QuestionTerm]) -> Result<Vec<u64>, IndexError> {
        self.lists.counts(terms)
    }

    /// As [`Self::frequencies`], as if this article were not there.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn frequencies_without(
        &self,
        path: &str,
        terms: &[QuestionTerm],
    ) -> Result<Vec<u64>, IndexError> {
        self.lists.counts_without(path, terms)
    }

    /// About so many passages, spread evenly over the index; always the same ones.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn sample(&self, about: usize) -> Result<Vec<Hit>, IndexError> {
        let every = self.passages().div_ceil(about.max(1)).max(1);
        self.all()
            .step_by(every)
            .map(|address| self.hit(1.0, address))
            .collect()
    }

    /// Every passage, in the order in which they were indexed.
    fn all(&self) -> impl Iterator<Item = DocAddress> {
        let parts = (0..).zip(self.searcher.segment_readers());
        parts.flat_map(|(number, part)| {
            part.doc_ids_alive()
                .map(move |passage| DocAddress::new(number, passage))
        })
    }

    /// The word of the articles that somebody probably meant who typed this folded one.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn similar_word(&self, word: &str) -> Result<Option<String>, IndexError> {
        Ok(self.vocabulary()?.similar(word).map(str::to_owned))
    }

    /// The name that most often stands before a number in the articles, with the number.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn name_with(&self, number: &str) -> Result<Option<String>, IndexError> {
        Ok(self.vocabulary()?.named(number).map(str::to_owned))
    }

    /// Read when it is first needed.
    fn vocabulary(&self) -> Result<&Vocabulary, IndexError> {
        if let Some(known) = self.vocabulary.get() {
            return Ok(known);
        }
        let read = Vocabulary::read(&self.searcher, self.fields.exact)?;
        Ok(self.vocabulary.get_or_init(|| read))
    }

    /// Passages that can be found.
    pub(super) fn count(&self) -> usize {
        usize::try_from(self.searcher.num_docs()).unwrap_or(usize::MAX)
    }

    /// Some passage; `None` if there is none.
    pub(super) fn any(&self) -> Result<Option<Hit>, IndexError> {
        let first = self.all().next();
        first.map(|address| self.hit(1.0, address)).transpose()
    }

    fn hit(&self, score: f32, address: DocAddress) -> Result<Hit, IndexError> {
        let Fields { digest, stored, .. } = self.fields;
        if let Some(document) = self.lists.stored(address)?
            && let Some((digest, stored)) = stored::values(&document, digest, stored)
            && let Some(hit) = Hit::restore(score, digest, stored)
        {
            return Ok(hit);
        }
        let document: TantivyDocument = self.searcher.doc(address)?;
        self.fields.restore(score, &document).ok_or_else(|| {
            tantivy::TantivyError::InternalError("a stored passage cannot be read".to_owned())
                .into()
        })
    }
}

fn disk_bytes(dir: &Path) -> std::io::Result<u64> {
    std::fs::read_dir(dir)?.try_fold(0u64, |sum, entry| {
        Ok(sum.saturating_add(entry?.metadata()?.len()))
    })
}
