//! Renders what the program knows as Discord messages. Pure: no network, no clock.
//!
//! All text by others goes through [`super::escape`]; all of the bot's own sentences come from
//! [`super::words`].

mod addressed;
mod answer;
mod buttons;
mod changes;
mod chart;
mod checkup;
mod corpus;
mod corrected;
mod explanation;
pub(super) mod findings;
mod found;
mod gaps;
mod golden;
mod health;
mod lists;
mod privacy;
mod quote;
mod reindex;
mod release;
mod section;
mod settings;
mod statistics;
mod status;

pub(super) use addressed::head;
pub(super) use answer::{EXCERPTS, answer};
pub(super) use buttons::{Audience, Under, answer_with_buttons, told, why};
pub(super) use changes::{change, changes, preview};
pub(super) use checkup::checkup;
pub(super) use corpus::{Catalogued, article, article_preview, catalogue, sources};
pub(super) use corrected::{Correction, corrected, uncorrected};
pub(super) use explanation::explanation;
pub(super) use found::{found, suggested};
pub(super) use gaps::{gap_marked, gaps, gaps_table};
pub(super) use golden::{golden, golden_report};
pub(super) use health::health;
pub(super) use lists::{audit, on_page, paged};
pub(super) use privacy::privacy;
pub(super) use reindex::{progress, running as reindex_running};
pub(super) use release::{
    Standing, Told, decided, details, held, history, name, progress as release_progress, release,
    rolled_back,
};
pub(super) use section::section;
pub(super) use settings::{SolvedTag, no_such_tag, settings};
pub(super) use statistics::{Readers, digest_heading, statistics};
pub(super) use status::status;
