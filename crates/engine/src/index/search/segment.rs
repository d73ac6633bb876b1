//! A part of a generation: the engine writes passages in runs, and keeps lists for each run.

use std::io;
use std::sync::Arc;

use tantivy::directory::OwnedBytes;
use tantivy::fastfield::AliveBitSet;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{BlockSegmentPostings, SegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::store::StoreReader;
use tantivy::{InvertedIndexReader, SegmentReader};

use super::super::IndexError;
use super::super::schema::Fields;

/// Where a word of a question may stand, in the order in which a score adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// In the text, as a stem.
    Body,
    /// In the text, as it was written.
    Exact,
    /// In the article's title, as a stem.
    Title,
    /// In a heading above the passage, as a stem.
    Headings,
}

impl Place {
    pub(super) const ALL: [Self; 4] = [Self::Body, Self::Exact, Self::Title, Self::Headings];
}

/// Something for each place.
#[derive(Debug, Clone)]
pub(super) struct Places<T> {
    body: T,
    exact: T,
    title: T,
    headings: T,
}

impl<T> Places<T> {
    pub(super) fn of(mut make: impl FnMut(Place) -> T) -> Self {
        Self {
            body: make(Place::Body),
            exact: make(Place::Exact),
            title: make(Place::Title),
            headings: make(Place::Headings),
        }
    }

    pub(super) fn try_new<E>(mut make: impl FnMut(Place) -> Result<T, E>) -> Result<Self, E> {
        Ok(Self {
            body: make(Place::Body)?,
            exact: make(Place::Exact)?,
            title: make(Place::Title)?,
            headings: make(Place::Headings)?,
        })
    }

    pub(super) fn get(&self, place: Place) -> &T {
        match place {
            Place::Body => &self.body,
            Place::Exact => &self.exact,
            Place::Title => &self.title,
            Place::Headings => &self.headings,
        }
    }

    pub(super) fn get_mut(&mut self, place: Place) -> &mut T {
        match place {
            Place::Body => &mut self.body,
            Place::Exact => &mut self.exact,
            Place::Title => &mut self.title,
            Place::Headings => &mut self.headings,
        }
    }

    /// In the order of [`Place`].
    pub(super) fn iter(&self) -> impl Iterator<Item = (Place, &T)> {
        Place::ALL.into_iter().map(|place| (place, self.get(place)))
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = (Place, &mut T)> {
        let Self {
            body,
            exact,
            title,
            headings,
        } = self;
        Place::ALL.into_iter().zip([body, exact, title, headings])
    }
}

/// Opened once a generation, so that no question waits for a lock of the engine's.
pub(super) struct Part {
    /// Passages, removed ones among them; their numbers are below it.
    pub(super) passages: u32,
    places: Places<Texts>,
    paths: Arc<InvertedIndexReader>,
    /// `None` if none was removed.
    alive: Option<AliveBitSet>,
    stored: StoreReader,
}

/// The texts of a part's passages at one place.
struct Texts {
    lists: Arc<InvertedIndexReader>,
    lengths: FieldNormReader,
}

impl Part {
    /// Keeps so many blocks of stored passages unpacked.
    pub(super) fn open(
        segment: &SegmentReader,
        fields: &Fields,
        blocks: usize,
    ) -> Result<Self, IndexError> {
        let passages = segment.max_doc();
        let places = Places::try_new(|place| -> Result<Texts, IndexError> {
            let field = field(place, fields);
            let lengths = segment.fieldnorms_readers().get_field(field)?;
            Ok(Texts {
                lists: segment.inverted_index(field)?,
                lengths: lengths.unwrap_or_else(|| FieldNormReader::constant(passages, 1)),
            })
        })?;
        Ok(Self {
            passages,
            places,
            paths: segment.inverted_index(fields.path)?,
            alive: segment.alive_bitset().cloned(),
            stored: segment
                .get_store_reader(blocks)
                .map_err(IndexError::engine_io)?,
        })
    }

    #[inline]
    pub(super) fn is_alive(&self, passage: u32) -> bool {
        let alive = self.alive.as_ref();
        alive.is_none_or(|alive| alive.is_alive(passage))
    }

    /// A passage as it is stored.
    pub(super) fn stored(&self, passage: u32) -> tantivy::Result<OwnedBytes> {
        self.stored.get_document_bytes(passage)
    }

    pub(super) fn has_removed(&self) -> bool {
        self.alive.is_some()
    }

    /// Words of all its texts at a place.
    pub(super) fn words(&self, place: Place) -> u64 {
        self.places.get(place).lists.total_num_tokens()
    }

    pub(super) fn lengths(&self, place: Place) -> &FieldNormReader {
        &self.places.get(place).lengths
    }

    /// Where the list of the passages is that hold a word at a place.
    pub(super) fn find(&self, place: Place, word: &str) -> io::Result<Option<TermInfo>> {
        self.places.get(place).lists.terms().get(word)
    }

    /// A list to be read from its beginning, with how often the word occurs in each passage.
    pub(super) fn list(&self, place: Place, at: &TermInfo) -> io::Result<BlockSegmentPostings> {
        let lists = &self.places.get(place).lists;
        lists.read_block_postings_from_terminfo(at, IndexRecordOption::WithFreqs)
    }

    /// A list without how often.
    pub(super) fn passages_of(
        &self,
        place: Place,
        at: &TermInfo,
    ) -> io::Result<BlockSegmentPostings> {
        let lists = &self.places.get(place).lists;
        lists.read_block_postings_from_terminfo(at, IndexRecordOption::Basic)
    }

    /// Does something with every passage of a list.
    pub(super) fn each_of(
        &self,
        place: Place,
        at: &TermInfo,
        mut with: impl FnMut(u32),
    ) -> io::Result<()> {
        let mut list = self.passages_of(place, at)?;
        while !list.docs().is_empty() {
            list.docs().iter().copied().for_each(&mut with);
            list.advance();
        }
        Ok(())
    }

    /// A list to look passages up in, with where in the text the word stands if that is kept.
    pub(super) fn places_of(&self, place: Place, at: &TermInfo) -> io::Result<SegmentPostings> {
        let lists = &self.places.get(place).lists;
        lists.read_postings_from_terminfo(at, IndexRecordOption::WithFreqsAndPositions)
    }

    /// The passages of an article, ascending.
    pub(super) fn of_article(&self, path: &str) -> io::Result<Vec<u32>> {
        let Some(at) = self.paths.terms().get(path)? else {
            return Ok(Vec::new());
        };
        let mut list = self
            .paths
            .read_block_postings_from_terminfo(&at, IndexRecordOption::Basic)?;
        let mut found = Vec::new();
        while !list.docs().is_empty() {
            found.extend_from_slice(list.docs());
            list.advance();
        }
        Ok(found)
    }
}

fn field(place: Place, fields: &Fields) -> Field {
    match place {
        Place::Body => fields.body,
        Place::Exact => fields.exact,
        Place::Title => fields.title,
        Place::Headings => fields.headings,
    }
}
