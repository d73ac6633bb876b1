//! The connection to Discord: starting and stopping, which command or button leads where, and the one
//! place that hands out events. It knows every other room, and none knows it.

pub(in crate::discord) mod account;
pub(in crate::discord) mod commands;
pub(in crate::discord) mod connect;
mod events;
mod localised;
mod press;
pub(in crate::discord) mod token;
