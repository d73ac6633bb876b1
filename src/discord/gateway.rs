//! The connection to Discord and what its events lead to.

pub(in crate::discord) mod account;
pub(in crate::discord) mod commands;
pub(in crate::discord) mod connect;
pub(in crate::discord) mod press;
pub(in crate::discord) mod token;
