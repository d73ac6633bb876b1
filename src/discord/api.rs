//! Requests to Discord and what they send.

pub(in crate::discord) mod address;
pub(in crate::discord) mod custom_id;
pub(in crate::discord) mod message;
pub(in crate::discord) mod nonce;
pub(in crate::discord) mod reply;
pub(in crate::discord) mod rest;
pub(in crate::discord) mod retry;
#[cfg(test)]
pub(in crate::discord) mod scripted;
