//! Writes the search engine's files for a new generation.

use std::path::Path;

use tantivy::index::SegmentId;
use tantivy::indexer::{IndexWriterOptions, NoMergePolicy};
use tantivy::{IndexWriter, TantivyError, Term};

use super::super::document::Document;
use super::super::generation::Draft;
use super::super::merge_policy::{self, SegmentSize};
use super::super::schema::{self, Fields};
use super::super::{IndexError, Settings};

/// Tantivy's arena gets one in this many bytes of a build's memory. A full arena is sorted and
/// written while the next passages wait, and the allocator returns little of it.
const ARENA_DIVISOR: usize = 2;

/// Tantivy's limits for an arena.
const MIN_ARENA_BYTES: usize = 15_000_000;
const MAX_ARENA_BYTES: usize = 4_000_000_000;

const MERGE_THREADS: usize = 2;

pub(super) struct GenerationWriter {
    // Dropped before the draft: its threads would go on writing into a folder that is removed.
    writer: IndexWriter<Document>,
    fields: Fields,
    draft: Draft,
}

impl GenerationWriter {
    /// Starts from the files of `base`, or from nothing.
    pub(super) fn open(
        draft: Draft,
        base: Option<&Path>,
        settings: &Settings,
    ) -> Result<Self, IndexError> {
        let (schema, fields) = schema::schema();
        let mut index = match base {
            Some(base) => {
                draft.start_from(base)?;
                tantivy::Index::open_in_dir(&draft.dir)?
            }
            None => tantivy::Index::builder()
                .schema(schema)
                .settings(schema::settings())
                .create_in_dir(&draft.dir)?,
        };
        index.set_tokenizers(schema::tokenizers());
        // One thread, so that two builds from the same files are the same.
        let arena = settings.memory_bytes / ARENA_DIVISOR;
        let options = IndexWriterOptions::builder()
            .num_worker_threads(1)
            .num_merge_threads(MERGE_THREADS)
            .memory_budget_per_thread(arena.clamp(MIN_ARENA_BYTES, MAX_ARENA_BYTES))
            .build();
        let writer = index.writer_with_options(options)?;
        writer.set_merge_policy(Box::new(NoMergePolicy));
        Ok(Self {
            writer,
            fields,
            draft,
        })
    }

    /// Removes an article's passages.
    pub(super) fn remove(&mut self, path: &str) {
        self.writer
            .delete_term(Term::from_field_text(self.fields.path, path));
    }

    pub(super) fn add(&mut self, documents: Vec<Document>) -> Result<(), IndexError> {
        for document in documents {
            if let Err(stopped) = self.writer.add_document(document) {
                return Err(self.cause(stopped));
            }
        }
        Ok(())
    }

    /// Why nothing can be added any more: tantivy returns the cause to the next commit only.
    fn cause(&mut self, stopped: TantivyError) -> IndexError {
        self.writer.commit().err().unwrap_or(stopped).into()
    }

    /// Commits, and merges segments where the merge policy says so.
    pub(super) fn finish(mut self) -> Result<Draft, IndexError> {
        self.writer.commit()?;
        // A merged segment may complete a group of its new size.
        while self.merge()? {}
        self.writer.wait_merging_threads()?;
        Ok(self.draft)
    }

    /// Returns whether there was anything to merge.
    fn merge(&mut self) -> Result<bool, IndexError> {
        let segments = self.writer.index().searchable_segment_metas()?;
        let sizes: Vec<SegmentSize> = segments
            .iter()
            .map(|segment| SegmentSize {
                passages: segment.num_docs(),
                deleted: segment.num_deleted_docs(),
            })
            .collect();
        let groups = merge_policy::find_merges(&sizes);
        let id = |&index: &usize| segments.get(index).map(|segment| segment.id());
        let merges: Vec<_> = groups
            .iter()
            .map(|group| {
                let ids: Vec<SegmentId> = group.iter().filter_map(id).collect();
                self.writer.merge(&ids)
            })
            .collect();
        for merge in merges {
            merge.wait()?;
        }
        Ok(!groups.is_empty())
    }
}
