//! What the bot remembers while it runs.

pub(in crate::discord) mod admins;
pub(in crate::discord) mod cooldown;
pub(in crate::discord) mod handled;
pub(in crate::discord) mod places;
pub(in crate::discord) mod preferred;
pub(in crate::discord) mod recent;
