//! Which passages a search may find, and which of a part those are.

use std::io;

use super::super::analysis::question::Term;
use super::marks::Marks;
use super::part::{Part, Place};
use super::plan::words;

/// What a search is put to.
#[derive(Debug, Clone, Copy)]
pub(super) enum Only<'a> {
    All,
    /// As if the article with this path were not there.
    Without(&'a str),
    /// What holds every one of these, each in any of its forms, anywhere.
    Holding(&'a [Term]),
}

/// Of a part.
pub(super) enum Admitted {
    All,
    /// All but these, which ascend.
    But(Vec<u32>),
    None,
    These(Marks),
}

impl Admitted {
    pub(super) fn of(only: Only<'_>, part: &Part) -> io::Result<Self> {
        match only {
            Only::All | Only::Holding([]) => Ok(Self::All),
            Only::Without(path) => part.of_article(path).map(Self::But),
            Only::Holding([first, others @ ..]) => {
                let mut these = holding(first, part)?;
                for term in others {
                    if these.is_empty() {
                        break;
                    }
                    these.keep(&holding(term, part)?);
                }
                Ok(if these.is_empty() {
                    Self::None
                } else {
                    Self::These(these)
                })
            }
        }
    }

    pub(super) fn has(&self, passage: u32) -> bool {
        match self {
            Self::All => true,
            Self::But(these) => these.binary_search(&passage).is_err(),
            Self::None => false,
            Self::These(these) => these.has(passage),
        }
    }
}

fn holding(term: &Term, part: &Part) -> io::Result<Marks> {
    let mut marks = Marks::of(part.passages);
    for place in Place::ALL {
        for word in words(term, place) {
            if let Some(at) = part.find(place, word)? {
                part.each_of(place, &at, |passage| {
                    marks.mark(passage);
                })?;
            }
        }
    }
    Ok(marks)
}
