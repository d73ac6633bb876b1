//! A generation's lists, with what earlier questions found out about them.

use tantivy::directory::OwnedBytes;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::{DocAddress, Searcher};

use super::super::IndexError;
use super::super::analysis::question::Term;
use super::super::schema::Fields;
use super::admitted::{Admitted, Only};
use super::best::Best;
use super::bm25::Lengths;
use super::count::{self, Counts};
use super::evaluate::Evaluation;
use super::maxima::Known;
use super::part::{Part, Places};
use super::plan::{MAX_TERMS, Plan};

/// Blocks of stored passages that are kept unpacked for each part of a generation with many parts, at
/// least.
const STORED_BLOCKS_OF_PART: usize = 8;

pub(super) struct Lists {
    parts: Vec<Part>,
    lengths: Places<Lengths>,
    /// Passages, removed ones among them: rarity is counted so.
    all: u64,
    maxima: Known,
    counts: Counts,
}

impl Lists {
    /// Keeps so many blocks of stored passages unpacked.
    pub(super) fn open(
        searcher: &Searcher,
        fields: &Fields,
        blocks: usize,
    ) -> Result<Self, IndexError> {
        let segments = searcher.segment_readers();
        let blocks = (blocks / segments.len().max(1)).max(STORED_BLOCKS_OF_PART);
        let parts: Vec<Part> = segments
            .iter()
            .map(|segment| Part::open(segment, fields, blocks))
            .collect::<Result<_, _>>()?;
        let all = parts.iter().map(|part| u64::from(part.passages)).sum();
        let lengths = Places::of(|place| {
            let words = parts.iter().map(|part| part.words(place)).sum();
            Lengths::new(words, all, FieldNormReader::id_to_fieldnorm)
        });
        Ok(Self {
            maxima: Known::new(&parts, &lengths),
            parts,
            lengths,
            all,
            counts: Counts::new(),
        })
    }

    /// The passages that match best, at most `limit`, best first; equals in the order in which
    /// they were indexed.
    pub(super) fn best(
        &self,
        terms: &[Term],
        only: Only<'_>,
        limit: usize,
    ) -> Result<Vec<(f32, DocAddress)>, IndexError> {
        let terms = terms.get(..MAX_TERMS).unwrap_or(terms);
        if terms.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let plan = Plan::new(terms, &self.parts, self.all)?;
        let mut best = Best::new(limit);
        for part in self.parts.iter().enumerate() {
            let admitted = Admitted::of(only, part.1).map_err(IndexError::engine_io)?;
            if matches!(admitted, Admitted::None) {
                continue;
            }
            Evaluation::new(&plan, part, admitted, &self.lengths, &self.maxima)?.run(&mut best)?;
        }
        Ok(best.into_sorted())
    }

    /// A passage as it is stored; `None` for one that is not there.
    pub(super) fn stored(&self, address: DocAddress) -> Result<Option<OwnedBytes>, IndexError> {
        let part = usize::try_from(address.segment_ord).ok();
        let part = part.and_then(|number| self.parts.get(number));
        let stored = part.map(|part| part.stored(address.doc_id));
        Ok(stored.transpose()?)
    }

    /// By term: passages that hold it in any of its forms.
    pub(super) fn counts(&self, terms: &[Term]) -> Result<Vec<u64>, IndexError> {
        self.counts.of(terms, &self.parts)
    }

    /// As [`Self::counts`], as if an article were not there.
    pub(super) fn counts_without(
        &self,
        path: &str,
        terms: &[Term],
    ) -> Result<Vec<u64>, IndexError> {
        let mut counts = self.counts(terms)?;
        for part in &self.parts {
            let passages = part.of_article(path).map_err(IndexError::engine_io)?;
            if passages.is_empty() {
                continue;
            }
            let own = count::among(terms, part, &passages)?;
            for (count, own) in counts.iter_mut().zip(own) {
                *count = count.saturating_sub(own);
            }
        }
        Ok(counts)
    }
}
