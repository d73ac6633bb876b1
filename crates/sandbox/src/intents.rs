//! Gateway intents: what a bot asked to be told about, as Discord documents them. Knows no sessions.

use std::ops::{BitAnd, BitOr};

/// A set of intents, as the bits of IDENTIFY.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Intents(pub(crate) u64);

impl Intents {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const GUILDS: Self = Self(1 << 0);
    pub(crate) const GUILD_MEMBERS: Self = Self(1 << 1);
    pub(crate) const GUILD_MODERATION: Self = Self(1 << 2);
    pub(crate) const GUILD_EXPRESSIONS: Self = Self(1 << 3);
    pub(crate) const GUILD_INTEGRATIONS: Self = Self(1 << 4);
    pub(crate) const GUILD_WEBHOOKS: Self = Self(1 << 5);
    pub(crate) const GUILD_INVITES: Self = Self(1 << 6);
    pub(crate) const GUILD_VOICE_STATES: Self = Self(1 << 7);
    pub(crate) const GUILD_PRESENCES: Self = Self(1 << 8);
    pub(crate) const GUILD_MESSAGES: Self = Self(1 << 9);
    pub(crate) const GUILD_MESSAGE_REACTIONS: Self = Self(1 << 10);
    pub(crate) const GUILD_MESSAGE_TYPING: Self = Self(1 << 11);
    pub(crate) const DIRECT_MESSAGES: Self = Self(1 << 12);
    pub(crate) const DIRECT_MESSAGE_REACTIONS: Self = Self(1 << 13);
    pub(crate) const DIRECT_MESSAGE_TYPING: Self = Self(1 << 14);
    pub(crate) const MESSAGE_CONTENT: Self = Self(1 << 15);
    pub(crate) const GUILD_SCHEDULED_EVENTS: Self = Self(1 << 16);
    pub(crate) const AUTO_MODERATION_CONFIGURATION: Self = Self(1 << 20);
    pub(crate) const AUTO_MODERATION_EXECUTION: Self = Self(1 << 21);
    pub(crate) const GUILD_MESSAGE_POLLS: Self = Self(1 << 24);
    pub(crate) const DIRECT_MESSAGE_POLLS: Self = Self(1 << 25);

    /// Those that an application must be granted in its settings before it may use them.
    pub(crate) const PRIVILEGED: Self =
        Self(Self::GUILD_MEMBERS.0 | Self::GUILD_PRESENCES.0 | Self::MESSAGE_CONTENT.0);

    /// Every bit that Discord has given a meaning.
    pub(crate) const ALL: Self =
        Self(0x1ff_ffff | Self::DIRECT_MESSAGE_POLLS.0).without(Self(0b1110 << 16 | 0b11 << 22));

    const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether all of `other` is in here.
    pub(crate) const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any of `other` is in here.
    pub(crate) const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The intents of which one is enough to be told about an event; empty for an event that needs
    /// none, such as INTERACTION_CREATE.
    ///
    /// `in_guild` tells the events that come from guilds and from direct messages apart.
    pub(crate) fn of_event(name: &str, in_guild: bool) -> Self {
        match name {
            "GUILD_CREATE"
            | "GUILD_UPDATE"
            | "GUILD_DELETE"
            | "GUILD_ROLE_CREATE"
            | "GUILD_ROLE_UPDATE"
            | "GUILD_ROLE_DELETE"
            | "CHANNEL_CREATE"
            | "CHANNEL_UPDATE"
            | "CHANNEL_DELETE"
            | "THREAD_CREATE"
            | "THREAD_UPDATE"
            | "THREAD_DELETE"
            | "THREAD_LIST_SYNC"
            | "THREAD_MEMBER_UPDATE"
            | "STAGE_INSTANCE_CREATE"
            | "STAGE_INSTANCE_UPDATE"
            | "STAGE_INSTANCE_DELETE" => Self::GUILDS,
            "THREAD_MEMBERS_UPDATE" => Self::GUILDS | Self::GUILD_MEMBERS,
            "CHANNEL_PINS_UPDATE" if in_guild => Self::GUILDS,
            "CHANNEL_PINS_UPDATE" => Self::DIRECT_MESSAGES,
            "GUILD_MEMBER_ADD" | "GUILD_MEMBER_UPDATE" | "GUILD_MEMBER_REMOVE" => {
                Self::GUILD_MEMBERS
            }
            "GUILD_AUDIT_LOG_ENTRY_CREATE" | "GUILD_BAN_ADD" | "GUILD_BAN_REMOVE" => {
                Self::GUILD_MODERATION
            }
            "GUILD_EMOJIS_UPDATE" | "GUILD_STICKERS_UPDATE" => Self::GUILD_EXPRESSIONS,
            "GUILD_INTEGRATIONS_UPDATE"
            | "INTEGRATION_CREATE"
            | "INTEGRATION_UPDATE"
            | "INTEGRATION_DELETE" => Self::GUILD_INTEGRATIONS,
            "WEBHOOKS_UPDATE" => Self::GUILD_WEBHOOKS,
            "INVITE_CREATE" | "INVITE_DELETE" => Self::GUILD_INVITES,
            "VOICE_STATE_UPDATE" | "VOICE_CHANNEL_EFFECT_SEND" => Self::GUILD_VOICE_STATES,
            "PRESENCE_UPDATE" => Self::GUILD_PRESENCES,
            "MESSAGE_CREATE" | "MESSAGE_UPDATE" | "MESSAGE_DELETE" => {
                Self::by_place(in_guild, Self::GUILD_MESSAGES, Self::DIRECT_MESSAGES)
            }
            "MESSAGE_DELETE_BULK" => Self::GUILD_MESSAGES,
            "MESSAGE_REACTION_ADD"
            | "MESSAGE_REACTION_REMOVE"
            | "MESSAGE_REACTION_REMOVE_ALL"
            | "MESSAGE_REACTION_REMOVE_EMOJI" => Self::by_place(
                in_guild,
                Self::GUILD_MESSAGE_REACTIONS,
                Self::DIRECT_MESSAGE_REACTIONS,
            ),
            "TYPING_START" => Self::by_place(
                in_guild,
                Self::GUILD_MESSAGE_TYPING,
                Self::DIRECT_MESSAGE_TYPING,
            ),
            "MESSAGE_POLL_VOTE_ADD" | "MESSAGE_POLL_VOTE_REMOVE" => Self::by_place(
                in_guild,
                Self::GUILD_MESSAGE_POLLS,
                Self::DIRECT_MESSAGE_POLLS,
            ),
            "GUILD_SCHEDULED_EVENT_CREATE"
            | "GUILD_SCHEDULED_EVENT_UPDATE"
            | "GUILD_SCHEDULED_EVENT_DELETE"
            | "GUILD_SCHEDULED_EVENT_USER_ADD"
            | "GUILD_SCHEDULED_EVENT_USER_REMOVE" => Self::GUILD_SCHEDULED_EVENTS,
            "AUTO_MODERATION_RULE_CREATE"
            | "AUTO_MODERATION_RULE_UPDATE"
            | "AUTO_MODERATION_RULE_DELETE" => Self::AUTO_MODERATION_CONFIGURATION,
            "AUTO_MODERATION_ACTION_EXECUTION" => Self::AUTO_MODERATION_EXECUTION,
            _ => Self::NONE,
        }
    }

    const fn by_place(in_guild: bool, guild: Self, direct: Self) -> Self {
        if in_guild { guild } else { direct }
    }
}

impl BitOr for Intents {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitAnd for Intents {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_needs_the_intent_of_its_place() {
        assert_eq!(
            Intents::of_event("MESSAGE_CREATE", true),
            Intents::GUILD_MESSAGES
        );
        assert_eq!(
            Intents::of_event("MESSAGE_CREATE", false),
            Intents::DIRECT_MESSAGES
        );
        assert!(Intents::of_event("INTERACTION_CREATE", true).is_empty());
    }

    #[test]
    fn all_is_what_client_libraries_call_all() {
        assert_eq!(Intents::ALL.0, 53_608_447);
        assert_eq!(Intents::PRIVILEGED.0, 33_026);
    }
}
