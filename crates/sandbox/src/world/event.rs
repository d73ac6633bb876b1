//! Something that happened, for one bot. The world emits these and does not know who hears them.

use serde_json::Value;

/// An event on its way to the sessions of one application.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    pub(crate) application: u64,
    /// Where it happened; `None` for direct messages and what concerns no guild.
    pub(crate) guild: Option<u64>,
    /// Such as `MESSAGE_CREATE`.
    pub(crate) name: &'static str,
    pub(crate) data: Value,
    /// Whether a bot without the MESSAGE_CONTENT intent sees a message whole, as it does its own,
    /// direct ones and those that mention it.
    pub(crate) reveal: bool,
}
