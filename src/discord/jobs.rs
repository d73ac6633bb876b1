//! What the bot does by itself.

pub(in crate::discord) mod automatic;
pub(in crate::discord) mod correcting;
pub(in crate::discord) mod digest;
pub(in crate::discord) mod reminders;
pub(in crate::discord) mod retention;
pub(in crate::discord) mod tuned;
