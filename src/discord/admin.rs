//! What admins see and change, a file a command. [`lists`] turns the pages of the lists,
//! [`corpus_press`] and [`releasing`] do what is pressed below messages, [`completions`] suggests what
//! can be typed.

pub(in crate::discord) mod audit;
mod board;
mod checkup;
pub(in crate::discord) mod completions;
pub(in crate::discord) mod corpus;
pub(in crate::discord) mod corpus_press;
pub(in crate::discord) mod doctor;
pub(in crate::discord) mod explain;
pub(in crate::discord) mod gaps;
pub(in crate::discord) mod golden;
pub(in crate::discord) mod index;
pub(in crate::discord) mod lists;
pub(in crate::discord) mod reindex;
pub(in crate::discord) mod releasing;
pub(in crate::discord) mod settings;
pub(in crate::discord) mod stats;
pub(in crate::discord) mod status;
pub(in crate::discord) mod tune;
