//! Messages as Discord shows them, from what the program knows. Pure: no network, no clock.
//!
//! All text that others wrote goes through [`super::escape`]; all sentences of ours come from
//! [`super::words`].

mod answer;
pub(super) mod budget;
mod quote;
mod reindex;
mod status;

pub(super) use answer::answer;
pub(super) use reindex::{progress, report, running as reindex_running};
pub(super) use status::status;
