//! How people ask and are answered. Every way of asking ([`command`], [`mention`], [`edits`],
//! [`unasked`], [`about`]) makes an [`asking::Asking`], gets its answer from [`answer`], shows it
//! through [`channel`] or as the reply, and records it with [`asking::record`]. Beside them is what
//! people press below an answer.

pub(in crate::discord) mod about;
mod addressee;
pub(in crate::discord) mod answer;
mod asked;
pub(in crate::discord) mod asking;
mod channel;
pub(in crate::discord) mod command;
mod conversation;
mod courtesy;
pub(in crate::discord) mod delete;
pub(in crate::discord) mod editors;
pub(in crate::discord) mod edits;
pub(in crate::discord) mod feedback;
pub(in crate::discord) mod find;
pub(in crate::discord) mod help;
pub(in crate::discord) mod mention;
pub(in crate::discord) mod privacy;
pub(in crate::discord) mod reading;
pub(in crate::discord) mod recall;
mod removal;
pub(in crate::discord) mod suggestions;
pub(in crate::discord) mod unasked;

use std::time::Duration;

/// How long an answer waits for the store at most.
const STORE_PATIENCE: Duration = Duration::from_millis(500);
