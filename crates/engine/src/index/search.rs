//! Searches a generation: the candidates for a question's terms, and how frequent the terms are.

mod bigram_bounds;
mod bitset;
mod block_max;
mod bm25;
mod cache;
mod doc_freq;
pub(super) mod doc_store;
mod field;
mod filter;
mod max_score;
mod postings;
mod query;
mod scorer;
mod segment;
mod segments;
#[cfg(test)]
mod tests;
mod top_k;
mod window;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use tantivy::{DocAddress, ReloadPolicy, Searcher, TantivyDocument};

use crate::language::Language;

use super::analysis::question::Term as QuestionTerm;
use super::manifest::Manifest;
use super::read_only_directory::ReadOnlyDirectory;
use super::schema::{self, Fields};
use super::vocabulary::Vocabulary;
use super::{Calibration, Hit, IndexError};

use self::filter::Filter;
use self::segments::Segments;

/// Decompressed blocks of stored passages to cache, each 8 KiB or more. A question reads dozens of
/// passages.
const STORED_BLOCKS: usize = 1024;

/// As [`STORED_BLOCKS`], for a look at a new generation while the build needs the memory.
const FEW_STORED_BLOCKS: usize = 128;

/// Blocks that tantivy itself caches, for reading whole articles.
const STORE_CACHE_BLOCKS: usize = 8;

/// Hits to read first for each one wanted, when a predicate may reject some.
const FIRST_READ_FACTOR: usize = 10;

/// An open generation. Clones share it.
#[derive(Clone)]
pub struct Snapshot {
    pub(super) searcher: Searcher,
    pub(super) fields: Fields,
    manifest: Arc<Manifest>,
    disk_bytes: u64,
    segments: Arc<Segments>,
    vocabulary: Arc<OnceLock<Vocabulary>>,
}

impl Snapshot {
    pub(super) fn open(dir: &Path, manifest: Manifest) -> Result<Self, IndexError> {
        Self::with_cache(STORED_BLOCKS, dir, manifest)
    }

    /// As [`Self::open`] with a small cache, to measure or check what was just built.
    pub(super) fn open_briefly(dir: &Path, manifest: Manifest) -> Result<Self, IndexError> {
        Self::with_cache(FEW_STORED_BLOCKS, dir, manifest)
    }

    fn with_cache(blocks: usize, dir: &Path, manifest: Manifest) -> Result<Self, IndexError> {
        let (schema, fields) = schema::schema();
        let directory = ReadOnlyDirectory::open(dir).map_err(tantivy::TantivyError::from)?;
        let index = tantivy::Index::open(directory)?;
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
        let segments = Segments::open(&searcher, &fields, blocks)?;
        Ok(Self {
            searcher,
            fields,
            manifest: Arc::new(manifest),
            disk_bytes,
            segments: Arc::new(segments),
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

    /// The articles' languages, the most common first.
    #[must_use]
    pub fn languages(&self) -> &[Language] {
        &self.manifest.languages
    }

    /// What "not covered" looks like in these articles.
    #[must_use]
    pub fn calibration(&self) -> &Calibration {
        &self.manifest.calibration
    }

    /// The size of its files. Generations share unchanged files, so their sizes do not add up.
    #[must_use]
    pub fn disk_bytes(&self) -> u64 {
        self.disk_bytes
    }

    /// The `limit` best passages for the terms, best first; equal scores in index order. Empty if
    /// there are no terms.
    ///
    /// # Errors
    /// [`IndexError::Engine`] if the generation's files cannot be read.
    pub fn candidates(&self, terms: &[QuestionTerm], limit: usize) -> Result<Vec<Hit>, IndexError> {
        self.hits(self.segments.top_k(terms, Filter::All, limit)?)
    }

    /// As [`Self::candidates`], without the passages of one article.
    ///
    /// # Errors
    /// As [`Self::candidates`].
    pub fn candidates_without(
        &self,
        path: &str,
        terms: &[QuestionTerm],
        limit: usize,
    ) -> Result<Vec<Hit>, IndexError> {
        let filter = Filter::WithoutArticle(path);
        self.hits(self.segments.top_k(terms, filter, limit)?)
    }

    /// As [`Self::candidates`], restricted to passages that contain every term of `required`, in
    /// any form and any field, and that `accepts` lets through. Considers the best `among` only.
    ///
    /// # Errors
    /// As [`Self::candidates`].
    pub fn candidates_containing(
        &self,
        required: &[QuestionTerm],
        terms: &[QuestionTerm],
        accepts: impl Fn(&Hit) -> bool,
        (limit, among): (usize, usize),
    ) -> Result<Vec<Hit>, IndexError> {
        let mut hits = Vec::new();
        let mut seen = 0;
        // The first few mostly suffice, and take much less time than all.
        for k in [limit.saturating_mul(FIRST_READ_FACTOR).min(among), among] {
            let found = self
                .segments
                .top_k(terms, Filter::Containing(required), k)?;
            for &(score, address) in found.iter().skip(seen) {
                let hit = self.hit(score, address)?;
                if accepts(&hit) {
                    hits.push(hit);
                }
                if hits.len() >= limit {
                    return Ok(hits);
                }
            }
            if found.len() < k {
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

    /// For each term, the number of passages that contain it in any form, in the text, a heading or
    /// the title.
    ///
    /// # Errors
    /// As [`Self::candidates`].
    pub fn frequencies(&self, terms: &[QuestionTerm]) -> Result<Vec<u64>, IndexError> {
        self.segments.doc_freqs(terms)
    }

    /// As [`Self::frequencies`], without the passages of one article.
    ///
    /// # Errors
    /// As [`Self::candidates`].
    pub fn frequencies_without(
        &self,
        path: &str,
        terms: &[QuestionTerm],
    ) -> Result<Vec<u64>, IndexError> {
        self.segments.doc_freqs_without(path, terms)
    }

    /// About this many passages, spread evenly over the index; the same ones every time.
    ///
    /// # Errors
    /// As [`Self::candidates`].
    pub fn sample(&self, about: usize) -> Result<Vec<Hit>, IndexError> {
        let step = self.passages().div_ceil(about.max(1)).max(1);
        self.all()
            .step_by(step)
            .map(|address| self.hit(1.0, address))
            .collect()
    }

    /// Every passage, in index order.
    fn all(&self) -> impl Iterator<Item = DocAddress> {
        let segments = (0..).zip(self.searcher.segment_readers());
        segments.flat_map(|(ord, segment)| {
            segment
                .doc_ids_alive()
                .map(move |passage| DocAddress::new(ord, passage))
        })
    }

    /// The word of the articles that a folded word was probably meant to be.
    ///
    /// # Errors
    /// As [`Self::candidates`].
    pub fn similar_word(&self, word: &str) -> Result<Option<String>, IndexError> {
        Ok(self.vocabulary()?.similar(word).map(str::to_owned))
    }

    /// The name that most often precedes a number in the articles, with the number: "polestar3"
    /// for "3".
    ///
    /// # Errors
    /// As [`Self::candidates`].
    pub fn name_with(&self, number: &str) -> Result<Option<String>, IndexError> {
        Ok(self.vocabulary()?.name_with(number).map(str::to_owned))
    }

    /// Read when it is first needed.
    fn vocabulary(&self) -> Result<&Vocabulary, IndexError> {
        if let Some(vocabulary) = self.vocabulary.get() {
            return Ok(vocabulary);
        }
        let vocabulary = Vocabulary::read(&self.searcher, self.fields.exact)?;
        Ok(self.vocabulary.get_or_init(|| vocabulary))
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
        let Fields {
            term_vector,
            stored,
            ..
        } = self.fields;
        if let Some(document) = self.segments.stored(address)?
            && let Some((vector, stored)) = doc_store::values(&document, term_vector, stored)
            && let Some(hit) = Hit::restore(score, vector, stored)
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
