//! All segments of a generation, with the caches that its queries share.

use tantivy::directory::OwnedBytes;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::{DocAddress, Searcher};

use super::super::IndexError;
use super::super::analysis::question::Term;
use super::super::schema::Fields;
use super::block_max::BlockMaxCache;
use super::bm25::LengthNorms;
use super::doc_freq::{self, DocFreqs};
use super::field::PerField;
use super::filter::{Filter, SegmentFilter};
use super::max_score::MaxScore;
use super::query::{MAX_TERMS, Query};
use super::segment::Segment;
use super::top_k::TopK;

/// Stored blocks that each segment caches at least, however many segments there are.
const MIN_STORED_BLOCKS: usize = 8;

pub(super) struct Segments {
    segments: Vec<Segment>,
    norms: PerField<LengthNorms>,
    /// Passages, deleted ones included: document frequencies include them too.
    docs: u64,
    block_max: BlockMaxCache,
    doc_freqs: DocFreqs,
}

impl Segments {
    /// Caches up to `blocks` decompressed blocks of stored passages.
    pub(super) fn open(
        searcher: &Searcher,
        fields: &Fields,
        blocks: usize,
    ) -> Result<Self, IndexError> {
        let readers = searcher.segment_readers();
        let blocks = (blocks / readers.len().max(1)).max(MIN_STORED_BLOCKS);
        let segments: Vec<Segment> = readers
            .iter()
            .map(|reader| Segment::open(reader, fields, blocks))
            .collect::<Result<_, _>>()?;
        let docs = segments
            .iter()
            .map(|segment| u64::from(segment.passages))
            .sum();
        let norms = PerField::new(|field| {
            let words = segments.iter().map(|segment| segment.words(field)).sum();
            LengthNorms::new(words, docs, FieldNormReader::id_to_fieldnorm)
        });
        Ok(Self {
            block_max: BlockMaxCache::new(&segments, &norms),
            segments,
            norms,
            docs,
            doc_freqs: DocFreqs::new(),
        })
    }

    /// The k passages with the highest scores, best first; equal scores in index order.
    pub(super) fn top_k(
        &self,
        terms: &[Term],
        filter: Filter<'_>,
        k: usize,
    ) -> Result<Vec<(f32, DocAddress)>, IndexError> {
        let terms = terms.get(..MAX_TERMS).unwrap_or(terms);
        if terms.is_empty() || k == 0 {
            return Ok(Vec::new());
        }
        let query = Query::new(terms, &self.segments, self.docs)?;
        let mut top = TopK::new(k);
        for segment in self.segments.iter().enumerate() {
            let filter = SegmentFilter::new(filter, segment.1).map_err(IndexError::engine_io)?;
            if matches!(filter, SegmentFilter::None) {
                continue;
            }
            MaxScore::new(&query, segment, filter, &self.norms, &self.block_max)?
                .collect(&mut top)?;
        }
        Ok(top.into_sorted())
    }

    /// A stored passage, serialised; `None` if there is no such segment.
    pub(super) fn stored(&self, address: DocAddress) -> Result<Option<OwnedBytes>, IndexError> {
        let ord = usize::try_from(address.segment_ord).ok();
        let segment = ord.and_then(|ord| self.segments.get(ord));
        let stored = segment.map(|segment| segment.stored(address.doc_id));
        Ok(stored.transpose()?)
    }

    /// For each term, the number of passages that contain it in any form.
    pub(super) fn doc_freqs(&self, terms: &[Term]) -> Result<Vec<u64>, IndexError> {
        self.doc_freqs.get(terms, &self.segments)
    }

    /// As [`Self::doc_freqs`], without the passages of one article.
    pub(super) fn doc_freqs_without(
        &self,
        path: &str,
        terms: &[Term],
    ) -> Result<Vec<u64>, IndexError> {
        let mut doc_freqs = self.doc_freqs(terms)?;
        for segment in &self.segments {
            let passages = segment.passages_of(path).map_err(IndexError::engine_io)?;
            if passages.is_empty() {
                continue;
            }
            let own = doc_freq::among(terms, segment, &passages)?;
            for (doc_freq, own) in doc_freqs.iter_mut().zip(own) {
                *doc_freq = doc_freq.saturating_sub(own);
            }
        }
        Ok(doc_freqs)
    }
}
