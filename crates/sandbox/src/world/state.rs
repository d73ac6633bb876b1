//! The state of the world: all that exists, as one value. Every change is a method of it, in the
//! files beside this one, that refuses or takes effect as a whole.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::event::Event;
use super::model::{
    Application, Channel, Command, CommandRule, Files, Guild, Interaction, Message, User,
};
use crate::snowflake::Snowflake;

/// All that exists, and the events that are still to leave.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct WorldState {
    pub(crate) users: BTreeMap<Snowflake, User>,
    pub(crate) applications: BTreeMap<Snowflake, Application>,
    pub(crate) guilds: BTreeMap<Snowflake, Guild>,
    pub(crate) channels: BTreeMap<Snowflake, Channel>,
    /// By channel, in order.
    pub(crate) messages: BTreeMap<Snowflake, BTreeMap<Snowflake, Message>>,
    pub(crate) files: Files,
    pub(crate) commands: BTreeMap<Snowflake, Command>,
    pub(crate) command_rules: Vec<CommandRule>,
    pub(crate) interactions: BTreeMap<Snowflake, Interaction>,
    /// Applications that people installed for themselves.
    pub(crate) installs: BTreeSet<(Snowflake, Snowflake)>,
    /// When somebody last began to type in a channel.
    #[serde(skip)]
    pub(crate) typing: BTreeMap<(Snowflake, Snowflake), Timestamp>,
    /// Edits of old messages in a channel.
    #[serde(skip)]
    pub(super) old_edits: BTreeMap<Snowflake, OldEdits>,
    pub(super) last_id: Snowflake,
    /// When the current change happens.
    #[serde(skip)]
    pub(crate) now: Timestamp,
    /// Where this is served, such as `http://127.0.0.1:8787`.
    #[serde(skip)]
    pub(crate) origin: String,
    #[serde(skip)]
    pub(super) outbox: Vec<Event>,
}

/// Edits of old messages in the window that began last.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OldEdits {
    pub(in crate::world) began: Timestamp,
    pub(in crate::world) count: u32,
}

impl WorldState {
    /// A new id: later than every other, and made now.
    pub(crate) fn next_id(&mut self) -> Snowflake {
        let next = Snowflake(self.last_id.0.saturating_add(1)).max(Snowflake::at(self.now));
        self.last_id = next;
        next
    }
}
