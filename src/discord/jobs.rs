//! What the bot does by itself: each file a loop that runs until the bot stops, or what follows from an
//! event without anybody asking.

pub(in crate::discord) mod correcting;
pub(in crate::discord) mod digest;
pub(in crate::discord) mod follow_processes;
pub(in crate::discord) mod reindexing;
pub(in crate::discord) mod reminders;
pub(in crate::discord) mod retention;
pub(in crate::discord) mod titles;
