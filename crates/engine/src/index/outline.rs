//! A generation's articles with their titles and sections but without their text, and single
//! articles in full.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use tantivy::collector::DocSetCollector;
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{TantivyDocument, Term};

use crate::article::Source;
use crate::passage::Passage;

use super::schema::Fields;
use super::search::{Snapshot, doc_store};
use super::{IndexError, hit};

/// Stored blocks to cache while all passages are read in order: each block is read once.
const CACHED_BLOCKS: usize = 1;

/// An article without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleOutline {
    pub path: String,
    pub title: String,
    /// When it was last changed, or else published.
    pub date: Option<Date>,
    /// For each section, the headings above it, outermost first. In reading order, without the
    /// section before the first heading.
    pub sections: Vec<Vec<String>>,
    /// Positions of passages that are a whole section, ascending. Passages before the first heading
    /// are a section here.
    pub alone: Vec<u32>,
}

/// A passage's position and the headings above it.
type PassageOutline = (u32, Vec<String>);

impl ArticleOutline {
    fn new(
        path: String,
        title: String,
        date: Option<Date>,
        mut passages: Vec<PassageOutline>,
    ) -> Self {
        passages.sort_unstable();
        let mut seen = BTreeSet::new();
        let sections = passages
            .iter()
            .map(|(_, headings)| headings)
            .filter(|headings| !headings.is_empty() && seen.insert(*headings))
            .cloned()
            .collect();
        let alone = passages
            .chunk_by(|(_, one), (_, next)| one == next)
            .filter_map(|section| match section {
                [(position, _)] => Some(*position),
                _ => None,
            })
            .collect();
        Self {
            path,
            title,
            date,
            sections,
            alone,
        }
    }
}

impl Snapshot {
    /// All articles, by path. It reads every stored passage, about 2 ms per 1,000, so call it once
    /// per generation.
    ///
    /// # Errors
    /// [`IndexError::Engine`] if the generation's files cannot be read.
    pub fn outline(&self) -> Result<Vec<ArticleOutline>, IndexError> {
        let mut articles: BTreeMap<String, (String, Option<Date>, Vec<PassageOutline>)> =
            BTreeMap::new();
        self.each_passage(|source, passage| {
            let date = source.shown_date();
            let (_, _, passages) = articles
                .entry(source.path)
                .or_insert_with(|| (source.title, date, Vec::new()));
            passages.push((passage.position, passage.headings));
        })?;
        let outline =
            |(path, (title, date, passages))| ArticleOutline::new(path, title, date, passages);
        Ok(articles.into_iter().map(outline).collect())
    }

    /// Visits every passage with its source, in no particular order. It takes as long as
    /// [`Self::outline`].
    ///
    /// # Errors
    /// As [`Self::outline`].
    pub fn each_passage(&self, mut visit: impl FnMut(Source, Passage)) -> Result<(), IndexError> {
        let Fields {
            term_vector,
            stored,
            ..
        } = self.fields;
        for segment in self.searcher.segment_readers() {
            let store = segment
                .get_store_reader(CACHED_BLOCKS)
                .map_err(tantivy::TantivyError::from)?;
            for passage in segment.doc_ids_alive() {
                let document = store.get_document_bytes(passage)?;
                let found = match doc_store::values(&document, term_vector, stored) {
                    Some((_, passage)) => hit::decode(passage),
                    None => self.fields.decode(&store.get::<TantivyDocument>(passage)?),
                };
                if let Some((source, passage)) = found {
                    visit(source, passage);
                }
            }
        }
        Ok(())
    }

    /// An article's source and passages, in reading order; `None` if the index does not have it.
    ///
    /// # Errors
    /// As [`Self::outline`].
    pub fn article(&self, path: &str) -> Result<Option<(Source, Vec<Passage>)>, IndexError> {
        let term = Term::from_field_text(self.fields.path, path);
        let query = TermQuery::new(term, IndexRecordOption::Basic);
        let mut found: Option<Source> = None;
        let mut passages = Vec::new();
        for address in self.searcher.search(&query, &DocSetCollector)? {
            let document: TantivyDocument = self.searcher.doc(address)?;
            if let Some((source, passage)) = self.fields.decode(&document) {
                found.get_or_insert(source);
                passages.push(passage);
            }
        }
        passages.sort_by_key(|passage| passage.position);
        Ok(found.map(|source| (source, passages)))
    }
}
