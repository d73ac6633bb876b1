//! Messages, as they stand in a channel.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::reaction::Reaction;
use super::reference::Reference;
use crate::message_flags::LOADING;
use crate::snowflake::Snowflake;

/// What a message is, numbered as Discord does.
pub(crate) mod kind {
    pub(crate) const ORDINARY: u8 = 0;
    pub(crate) const PINNED: u8 = 6;
    pub(crate) const THREAD_CREATED: u8 = 18;
    pub(crate) const REPLY: u8 = 19;
    pub(crate) const SLASH_COMMAND: u8 = 20;
    pub(crate) const THREAD_STARTER: u8 = 21;
    pub(crate) const CONTEXT_COMMAND: u8 = 23;

    /// Whether people or bots wrote it, rather than Discord.
    pub(crate) const fn is_written(kind: u8) -> bool {
        matches!(kind, ORDINARY | REPLY | SLASH_COMMAND | CONTEXT_COMMAND)
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Message {
    pub(crate) id: Snowflake,
    pub(crate) channel: Snowflake,
    pub(crate) author: Snowflake,
    pub(crate) kind: u8,
    pub(crate) content: String,
    pub(crate) embeds: Vec<Value>,
    pub(crate) components: Vec<Value>,
    /// Ids of files.
    pub(crate) attachments: Vec<Snowflake>,
    /// Who is pinged.
    pub(crate) mentions: Vec<Snowflake>,
    pub(crate) mention_roles: Vec<Snowflake>,
    pub(crate) mention_everyone: bool,
    pub(crate) tts: bool,
    pub(crate) flags: u64,
    pub(crate) edited: Option<Timestamp>,
    pub(crate) pinned: Option<Timestamp>,
    pub(crate) reference: Option<Reference>,
    /// What a forwarded message said.
    pub(crate) snapshots: Vec<Value>,
    pub(crate) nonce: Option<Value>,
    pub(crate) reactions: Vec<Reaction>,
    pub(crate) poll: Option<Value>,
    /// The place among a thread's messages.
    pub(crate) position: Option<u64>,
    /// The interaction that it answers, and its application.
    pub(crate) interaction: Option<Snowflake>,
    pub(crate) application: Option<Snowflake>,
    /// The interaction as messages carry it.
    pub(crate) interaction_metadata: Option<Value>,
    /// The one person who sees it.
    pub(crate) only_for: Option<Snowflake>,
}

impl Message {
    pub(crate) fn new(id: Snowflake, channel: Snowflake, author: Snowflake, kind: u8) -> Self {
        Self {
            id,
            channel,
            author,
            kind,
            content: String::new(),
            embeds: Vec::new(),
            components: Vec::new(),
            attachments: Vec::new(),
            mentions: Vec::new(),
            mention_roles: Vec::new(),
            mention_everyone: false,
            tts: false,
            flags: 0,
            edited: None,
            pinned: None,
            reference: None,
            snapshots: Vec::new(),
            nonce: None,
            reactions: Vec::new(),
            poll: None,
            position: None,
            interaction: None,
            application: None,
            interaction_metadata: None,
            only_for: None,
        }
    }

    /// Whether somebody may see it at all, given that they see its channel.
    pub(crate) fn is_for(&self, user: Snowflake) -> bool {
        self.only_for.is_none_or(|only| only == user)
    }

    pub(crate) fn is_loading(&self) -> bool {
        self.flags & LOADING != 0
    }
}
