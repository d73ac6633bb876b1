//! A question as a query on a generation: terms with their forms in each field, and weights.

use std::collections::HashMap;
use std::io;

use tantivy::postings::TermInfo;

use super::super::IndexError;
use super::super::analysis::question::Term;
use super::bm25;
use super::field::{PerField, SearchField};
use super::segment::Segment;

// The boost of each kind of match, with a stem in the text as 1.
const BODY_BOOST: f32 = 1.0;
const EXACT_BOOST: f32 = 0.5;
const BIGRAM_BOOST: f32 = 0.3;
const TITLE_BOOST: f32 = 0.3;
const HEADINGS_BOOST: f32 = 0.3;

/// Terms of a question that are searched for. More would cost time and add nothing, and a set of
/// terms fits in 64 bits.
pub(super) const MAX_TERMS: usize = 64;

pub(super) struct Query<'a> {
    pub(super) terms: Vec<QueryTerm<'a>>,
    /// Adjacent terms of the question, in its order.
    pub(super) bigrams: Vec<Bigram>,
}

/// A term with its forms. In each field the best form counts (a disjunction max).
pub(super) type QueryTerm<'a> = PerField<Vec<QueryForm<'a>>>;

/// A form of a term in one field.
pub(super) struct QueryForm<'a> {
    pub(super) text: &'a str,
    /// The query's factor of the score.
    pub(super) weight: f32,
    /// By segment; `None` where no passage contains it.
    pub(super) segments: Vec<Option<TermInfo>>,
}

/// Two terms that match as neighbours in the text.
pub(super) struct Bigram {
    pub(super) first: usize,
    pub(super) second: usize,
    /// The bits of both terms; see [`bit`].
    pub(super) both: u64,
    pub(super) max_weight: f32,
    /// A row for each stem of the first term, with a weight for each stem of the second.
    weights: Vec<Vec<f32>>,
}

impl Bigram {
    /// A term and the next; for `weights` see the field.
    pub(super) fn new(first: usize, weights: Vec<Vec<f32>>) -> Self {
        let second = first + 1;
        Self {
            first,
            second,
            both: bit(first) | bit(second),
            max_weight: weights.iter().flatten().copied().fold(0.0, f32::max),
            weights,
        }
    }

    pub(super) fn weight(&self, first_form: usize, second_form: usize) -> f32 {
        let row = self.weights.get(first_form);
        row.and_then(|row| row.get(second_form))
            .copied()
            .unwrap_or(0.0)
    }
}

impl<'a> Query<'a> {
    /// `docs` counts the passages of all segments.
    pub(super) fn new(
        terms: &'a [Term],
        segments: &[Segment],
        docs: u64,
    ) -> Result<Self, IndexError> {
        let mut doc_freqs: PerField<HashMap<&str, u64>> = PerField::new(|_| HashMap::new());
        let mut query_terms = Vec::with_capacity(terms.len());
        for term in terms {
            query_terms.push(PerField::try_new(|field| -> Result<_, IndexError> {
                let forms = look_up(term, field, segments)?;
                let pooled = pooled_doc_freq(&forms).min(docs);
                let doc_freqs = doc_freqs.get_mut(field);
                doc_freqs.extend(forms.iter().map(|form| (form.text, pooled)));
                Ok(forms)
            })?);
        }
        for term in &mut query_terms {
            for (field, forms) in term.iter_mut() {
                for form in forms {
                    let doc_freq = doc_freqs.get(field).get(form.text).copied();
                    form.weight = bm25::weight(doc_freq.unwrap_or(0), docs) * boost(field);
                }
            }
        }
        let stems = doc_freqs.get(SearchField::Body);
        let bigrams = bigrams(terms, |first, second| {
            let doc_freq = |stem| stems.get(stem).copied().unwrap_or(0);
            bm25::bigram_weight(doc_freq(first), doc_freq(second), docs) * BIGRAM_BOOST
        });
        Ok(Self {
            terms: query_terms,
            bigrams,
        })
    }

    /// The most forms that a term has in one field; at least 1.
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    pub(super) fn max_forms(&self) -> f32 {
        let fields = self.terms.iter().flat_map(PerField::iter);
        fields
            .map(|(_, forms)| forms.len())
            .max()
            .unwrap_or(1)
            .max(1) as f32
    }
}

fn look_up<'a>(
    term: &'a Term,
    field: SearchField,
    segments: &[Segment],
) -> Result<Vec<QueryForm<'a>>, IndexError> {
    let form = |text: &'a String| {
        let infos = segments
            .iter()
            .map(|segment| segment.term_info(field, text));
        let infos: io::Result<_> = infos.collect();
        Ok(QueryForm {
            text,
            weight: 0.0,
            segments: infos.map_err(IndexError::engine_io)?,
        })
    };
    forms(term, field).iter().map(form).collect()
}

/// The forms of a term that a field indexes.
pub(super) fn forms(term: &Term, field: SearchField) -> &[String] {
    match field {
        SearchField::Exact => &term.exact,
        SearchField::Body | SearchField::Title | SearchField::Headings => &term.stems,
    }
}

/// All forms of a word share one document frequency. Otherwise a form that is rare only because few
/// articles are in its language would outweigh every other word.
fn pooled_doc_freq(forms: &[QueryForm<'_>]) -> u64 {
    let infos = forms.iter().flat_map(|form| &form.segments).flatten();
    infos.map(|info| u64::from(info.doc_freq)).sum()
}

fn bigrams(terms: &[Term], weight: impl Fn(&str, &str) -> f32) -> Vec<Bigram> {
    let neighbours = terms.iter().zip(terms.iter().skip(1)).enumerate();
    neighbours
        .filter(|(_, (first, second))| second.position == first.position.saturating_add(1))
        .map(|(index, (first, second))| {
            let row = |one: &String| second.stems.iter().map(|it| weight(one, it)).collect();
            let weights: Vec<Vec<f32>> = first.stems.iter().map(row).collect();
            Bigram::new(index, weights)
        })
        .collect()
}

/// The bit of a term in a set of terms.
pub(super) fn bit(term: usize) -> u64 {
    1 << (term % MAX_TERMS)
}

fn boost(field: SearchField) -> f32 {
    match field {
        SearchField::Body => BODY_BOOST,
        SearchField::Exact => EXACT_BOOST,
        SearchField::Title => TITLE_BOOST,
        SearchField::Headings => HEADINGS_BOOST,
    }
}
