//! Requests to Discord: what they carry, how they are limited and retried, and what refusals mean.
//! It knows nothing of the bot, its state or why something is sent.

pub(in crate::discord) mod address;
mod call;
mod calls;
mod channels;
pub(in crate::discord) mod client;
mod clock;
pub(in crate::discord) mod codes;
pub(in crate::discord) mod custom_id;
pub(in crate::discord) mod error;
mod files;
mod history;
pub(in crate::discord) mod interaction;
pub(in crate::discord) mod message;
pub(in crate::discord) mod message_reply;
mod messages;
pub(in crate::discord) mod nonce;
mod refusals;
pub(in crate::discord) mod reply;
pub(in crate::discord) mod rest;
mod retry;
#[cfg(test)]
pub(in crate::discord) mod scripted;

pub(in crate::discord) use calls::{Gateway, Guild, Me};
pub(in crate::discord) use channels::{Channel, Tag, TagId, Written};
pub(in crate::discord) use files::FileError;
