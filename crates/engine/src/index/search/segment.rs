//! A segment of a generation. Tantivy writes passages in segments, each with postings of its own.

use std::io;
use std::sync::Arc;

use tantivy::directory::OwnedBytes;
use tantivy::fastfield::AliveBitSet;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{BlockSegmentPostings, SegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::store::StoreReader;
use tantivy::{InvertedIndexReader, SegmentReader};

use super::super::IndexError;
use super::super::schema::Fields;
use super::field::{PerField, SearchField};

/// Opened once per generation, so that no query waits for a lock inside tantivy.
pub(super) struct Segment {
    /// Passages, deleted ones included; passage numbers are below this.
    pub(super) passages: u32,
    fields: PerField<IndexedField>,
    paths: Arc<InvertedIndexReader>,
    /// `None` if no passage was deleted.
    alive: Option<AliveBitSet>,
    store: StoreReader,
}

struct IndexedField {
    index: Arc<InvertedIndexReader>,
    fieldnorms: FieldNormReader,
}

impl Segment {
    /// Caches up to `blocks` decompressed blocks of stored passages.
    pub(super) fn open(
        reader: &SegmentReader,
        fields: &Fields,
        blocks: usize,
    ) -> Result<Self, IndexError> {
        let passages = reader.max_doc();
        let indexed = PerField::try_new(|field| -> Result<IndexedField, IndexError> {
            let field = field.of(fields);
            let fieldnorms = reader.fieldnorms_readers().get_field(field)?;
            Ok(IndexedField {
                index: reader.inverted_index(field)?,
                fieldnorms: fieldnorms.unwrap_or_else(|| FieldNormReader::constant(passages, 1)),
            })
        })?;
        Ok(Self {
            passages,
            fields: indexed,
            paths: reader.inverted_index(fields.path)?,
            alive: reader.alive_bitset().cloned(),
            store: reader
                .get_store_reader(blocks)
                .map_err(IndexError::engine_io)?,
        })
    }

    #[inline]
    pub(super) fn is_alive(&self, passage: u32) -> bool {
        let alive = self.alive.as_ref();
        alive.is_none_or(|alive| alive.is_alive(passage))
    }

    pub(super) fn has_deletes(&self) -> bool {
        self.alive.is_some()
    }

    /// A stored passage, serialised.
    pub(super) fn stored(&self, passage: u32) -> tantivy::Result<OwnedBytes> {
        self.store.get_document_bytes(passage)
    }

    /// Words of a field in all passages.
    pub(super) fn words(&self, field: SearchField) -> u64 {
        self.fields.get(field).index.total_num_tokens()
    }

    pub(super) fn fieldnorms(&self, field: SearchField) -> &FieldNormReader {
        &self.fields.get(field).fieldnorms
    }

    /// Looks a word up in a field's term dictionary.
    pub(super) fn term_info(&self, field: SearchField, word: &str) -> io::Result<Option<TermInfo>> {
        self.fields.get(field).index.terms().get(word)
    }

    /// Postings with term frequencies, block by block.
    pub(super) fn blocks(
        &self,
        field: SearchField,
        term: &TermInfo,
    ) -> io::Result<BlockSegmentPostings> {
        let index = &self.fields.get(field).index;
        index.read_block_postings_from_terminfo(term, IndexRecordOption::WithFreqs)
    }

    /// Postings without term frequencies, block by block.
    pub(super) fn doc_blocks(
        &self,
        field: SearchField,
        term: &TermInfo,
    ) -> io::Result<BlockSegmentPostings> {
        let index = &self.fields.get(field).index;
        index.read_block_postings_from_terminfo(term, IndexRecordOption::Basic)
    }

    /// Postings with positions, where the field has them, for random access.
    pub(super) fn postings(
        &self,
        field: SearchField,
        term: &TermInfo,
    ) -> io::Result<SegmentPostings> {
        let index = &self.fields.get(field).index;
        index.read_postings_from_terminfo(term, IndexRecordOption::WithFreqsAndPositions)
    }

    /// Calls `visit` with every passage of a postings list.
    pub(super) fn for_each(
        &self,
        field: SearchField,
        term: &TermInfo,
        mut visit: impl FnMut(u32),
    ) -> io::Result<()> {
        let mut blocks = self.doc_blocks(field, term)?;
        while !blocks.docs().is_empty() {
            blocks.docs().iter().copied().for_each(&mut visit);
            blocks.advance();
        }
        Ok(())
    }

    /// The passages of an article, ascending.
    pub(super) fn passages_of(&self, path: &str) -> io::Result<Vec<u32>> {
        let Some(term) = self.paths.terms().get(path)? else {
            return Ok(Vec::new());
        };
        let mut blocks = self
            .paths
            .read_block_postings_from_terminfo(&term, IndexRecordOption::Basic)?;
        let mut passages = Vec::new();
        while !blocks.docs().is_empty() {
            passages.extend_from_slice(blocks.docs());
            blocks.advance();
        }
        Ok(passages)
    }
}
