//! What a generation holds apart from its text: articles with their titles and sections. And one
//! article read whole, for who wants more than a passage.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use tantivy::collector::DocSetCollector;
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{TantivyDocument, Term};

use crate::article::Source;
use crate::passage::Passage;

use super::schema::Fields;
use super::search::{Snapshot, stored};
use super::{IndexError, hit};

/// Stored blocks of passages kept unpacked while all are read in order; each is read once.
const CACHED_BLOCKS: usize = 1;

/// An article without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlined {
    pub path: String,
    pub title: String,
    /// The last change, else the publication.
    pub date: Option<Date>,
    /// The headings above each of its sections, outermost first, in reading order; a section
    /// before the first heading is not among them.
    pub sections: Vec<Vec<String>>,
    /// Positions of the passages that are all of their section, ascending. A section is a run of
    /// passages under the same headings, those before the first heading among them.
    pub alone: Vec<u32>,
}

/// Where a passage stands: its position, and the headings above it.
type Standing = (u32, Vec<String>);

impl Outlined {
    fn new(path: String, title: String, date: Option<Date>, mut passages: Vec<Standing>) -> Self {
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
    /// All articles, by path. It reads every stored passage (about 2 ms for each 1,000): ask once a
    /// generation.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn outline(&self) -> Result<Vec<Outlined>, IndexError> {
        let mut articles: BTreeMap<String, (String, Option<Date>, Vec<Standing>)> = BTreeMap::new();
        self.each_passage(|source, passage| {
            let date = source.shown_date();
            let (_, _, passages) = articles
                .entry(source.path)
                .or_insert_with(|| (source.title, date, Vec::new()));
            passages.push((passage.position, passage.headings));
        })?;
        let outlined = |(path, (title, date, passages))| Outlined::new(path, title, date, passages);
        Ok(articles.into_iter().map(outlined).collect())
    }

    /// Every passage with where it is from, in no order. It takes as long as [`Self::outline`].
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn each_passage(&self, mut look: impl FnMut(Source, Passage)) -> Result<(), IndexError> {
        let Fields { digest, stored, .. } = self.fields;
        for segment in self.searcher.segment_readers() {
            let store = segment
                .get_store_reader(CACHED_BLOCKS)
                .map_err(tantivy::TantivyError::from)?;
            for passage in segment.doc_ids_alive() {
                let document = store.get_document_bytes(passage)?;
                let found = match stored::values(&document, digest, stored) {
                    Some((_, passage)) => hit::open(passage),
                    None => self.fields.open(&store.get::<TantivyDocument>(passage)?),
                };
                if let Some((source, passage)) = found {
                    look(source, passage);
                }
            }
        }
        Ok(())
    }

    /// An article's passages in reading order; `None` for one that is not in the index.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn article(&self, path: &str) -> Result<Option<(Source, Vec<Passage>)>, IndexError> {
        let term = Term::from_field_text(self.fields.path, path);
        let query = TermQuery::new(term, IndexRecordOption::Basic);
        let mut found: Option<Source> = None;
        let mut passages = Vec::new();
        for address in self.searcher.search(&query, &DocSetCollector)? {
            let document: TantivyDocument = self.searcher.doc(address)?;
            if let Some((source, passage)) = self.fields.open(&document) {
                found.get_or_insert(source);
                passages.push(passage);
            }
        }
        passages.sort_by_key(|passage| passage.position);
        Ok(found.map(|source| (source, passages)))
    }
}
