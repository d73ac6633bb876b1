//! How people ask and are answered.

pub(in crate::discord) mod about;
pub(in crate::discord) mod addressee;
pub(in crate::discord) mod asking;
pub(in crate::discord) mod command;
pub(in crate::discord) mod conversation;
pub(in crate::discord) mod editors;
pub(in crate::discord) mod edits;
pub(in crate::discord) mod feedback;
pub(in crate::discord) mod find;
pub(in crate::discord) mod help;
pub(in crate::discord) mod mention;
pub(in crate::discord) mod pages;
pub(in crate::discord) mod privacy;
pub(in crate::discord) mod reading;
pub(in crate::discord) mod suggestions;
pub(in crate::discord) mod threads;
pub(in crate::discord) mod turned_off;
pub(in crate::discord) mod unasked;
