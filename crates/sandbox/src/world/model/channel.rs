//! Channels of every kind: of a server, threads, and direct messages.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::permissions::Overwrite;
use crate::snowflake::Snowflake;

/// What kind of place a channel is, numbered as Discord does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "u8", try_from = "u8")]
pub(crate) enum ChannelKind {
    Text = 0,
    Direct = 1,
    Voice = 2,
    GroupDirect = 3,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Stage = 13,
    Forum = 15,
    Media = 16,
}

impl From<ChannelKind> for u8 {
    fn from(kind: ChannelKind) -> Self {
        kind as Self
    }
}

impl TryFrom<u8> for ChannelKind {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Ok(match number {
            0 => Self::Text,
            1 => Self::Direct,
            2 => Self::Voice,
            3 => Self::GroupDirect,
            4 => Self::Category,
            5 => Self::Announcement,
            10 => Self::AnnouncementThread,
            11 => Self::PublicThread,
            12 => Self::PrivateThread,
            13 => Self::Stage,
            15 => Self::Forum,
            16 => Self::Media,
            _ => return Err("no such kind of channel"),
        })
    }
}

impl ChannelKind {
    /// Whether messages stand in it.
    pub(crate) const fn holds_messages(self) -> bool {
        !matches!(self, Self::Category | Self::Forum | Self::Media)
    }

    /// Whether its threads are posts.
    pub(crate) const fn is_forum(self) -> bool {
        matches!(self, Self::Forum | Self::Media)
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Channel {
    pub(crate) id: Snowflake,
    pub(crate) kind: ChannelKind,
    pub(crate) guild: Option<Snowflake>,
    /// Empty for direct messages.
    pub(crate) name: String,
    pub(crate) topic: Option<String>,
    pub(crate) position: usize,
    /// A category, or what a thread is in.
    pub(crate) parent: Option<Snowflake>,
    pub(crate) nsfw: bool,
    pub(crate) flags: u64,
    /// Seconds that people wait between two messages; bots do not.
    pub(crate) rate_limit_per_user: u64,
    pub(crate) overwrites: Vec<Overwrite>,
    /// Both sides of a direct message.
    pub(crate) recipients: Vec<Snowflake>,
    pub(crate) last_message: Option<Snowflake>,
    pub(crate) last_pin: Option<Timestamp>,
    /// Tags of a forum.
    pub(crate) tags: Vec<Tag>,
    pub(crate) default_auto_archive_minutes: Option<u64>,
    pub(crate) thread: Option<Thread>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Tag {
    pub(crate) id: Snowflake,
    pub(crate) name: String,
    pub(crate) moderated: bool,
    pub(crate) emoji_name: Option<String>,
}

/// What a thread is beyond a channel.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Thread {
    pub(crate) owner: Snowflake,
    /// With the moment of joining.
    pub(crate) members: BTreeMap<Snowflake, Timestamp>,
    pub(crate) message_count: u64,
    pub(crate) total_message_sent: u64,
    pub(crate) archived: bool,
    pub(crate) archive_changed: Timestamp,
    pub(crate) auto_archive_minutes: u64,
    pub(crate) locked: bool,
    /// Of private threads: whether members may add others.
    pub(crate) invitable: bool,
    pub(crate) created: Timestamp,
    pub(crate) applied_tags: Vec<Snowflake>,
}

impl Channel {
    pub(crate) fn is_archived(&self) -> bool {
        self.thread.as_ref().is_some_and(|thread| thread.archived)
    }

    pub(crate) fn is_thread(&self) -> bool {
        self.thread.is_some()
    }
}
