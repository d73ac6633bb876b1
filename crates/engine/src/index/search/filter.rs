//! Which passages a search may return.

use std::io;

use super::super::analysis::question::Term;
use super::bitset::Bitset;
use super::field::SearchField;
use super::query::forms;
use super::segment::Segment;

/// A filter on a search.
#[derive(Debug, Clone, Copy)]
pub(super) enum Filter<'a> {
    All,
    /// Everything except the article with this path.
    WithoutArticle(&'a str),
    /// Passages that contain every one of these terms, in any form and any field.
    Containing(&'a [Term]),
}

/// A filter applied to one segment.
pub(super) enum SegmentFilter {
    All,
    /// All but these, which ascend.
    Except(Vec<u32>),
    None,
    Only(Bitset),
}

impl SegmentFilter {
    pub(super) fn new(filter: Filter<'_>, segment: &Segment) -> io::Result<Self> {
        match filter {
            Filter::All | Filter::Containing([]) => Ok(Self::All),
            Filter::WithoutArticle(path) => segment.passages_of(path).map(Self::Except),
            Filter::Containing([first, others @ ..]) => {
                let mut passages = containing(first, segment)?;
                for term in others {
                    if passages.is_empty() {
                        break;
                    }
                    passages.intersect_with(&containing(term, segment)?);
                }
                Ok(if passages.is_empty() {
                    Self::None
                } else {
                    Self::Only(passages)
                })
            }
        }
    }

    pub(super) fn accepts(&self, passage: u32) -> bool {
        match self {
            Self::All => true,
            Self::Except(passages) => passages.binary_search(&passage).is_err(),
            Self::None => false,
            Self::Only(passages) => passages.contains(passage),
        }
    }
}

fn containing(term: &Term, segment: &Segment) -> io::Result<Bitset> {
    let mut passages = Bitset::with_capacity(segment.passages);
    for field in SearchField::ALL {
        for form in forms(term, field) {
            if let Some(info) = segment.term_info(field, form)? {
                segment.for_each(field, &info, |passage| {
                    passages.insert(passage);
                })?;
            }
        }
    }
    Ok(passages)
}
