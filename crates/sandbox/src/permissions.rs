//! What somebody may do, computed as Discord documents it: base permissions of a server, then the
//! overwrites of a channel, then what one missing permission takes away. Pure.

use std::ops::{BitAnd, BitOr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::snowflake::Snowflake;

/// A set of permissions, as Discord's bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Permissions(pub u64);

impl Permissions {
    pub const NONE: Self = Self(0);
    pub const KICK_MEMBERS: Self = Self(1 << 1);
    pub const BAN_MEMBERS: Self = Self(1 << 2);
    pub const ADMINISTRATOR: Self = Self(1 << 3);
    pub const MANAGE_CHANNELS: Self = Self(1 << 4);
    pub const MANAGE_GUILD: Self = Self(1 << 5);
    pub const ADD_REACTIONS: Self = Self(1 << 6);
    pub const VIEW_CHANNEL: Self = Self(1 << 10);
    pub const SEND_MESSAGES: Self = Self(1 << 11);
    pub const SEND_TTS_MESSAGES: Self = Self(1 << 12);
    pub const MANAGE_MESSAGES: Self = Self(1 << 13);
    pub const EMBED_LINKS: Self = Self(1 << 14);
    pub const ATTACH_FILES: Self = Self(1 << 15);
    pub const READ_MESSAGE_HISTORY: Self = Self(1 << 16);
    pub const MENTION_EVERYONE: Self = Self(1 << 17);
    pub const CHANGE_NICKNAME: Self = Self(1 << 26);
    pub const MANAGE_NICKNAMES: Self = Self(1 << 27);
    pub const MANAGE_ROLES: Self = Self(1 << 28);
    pub const USE_APPLICATION_COMMANDS: Self = Self(1 << 31);
    pub const MANAGE_THREADS: Self = Self(1 << 34);
    pub const CREATE_PUBLIC_THREADS: Self = Self(1 << 35);
    pub const CREATE_PRIVATE_THREADS: Self = Self(1 << 36);
    pub const SEND_MESSAGES_IN_THREADS: Self = Self(1 << 38);
    pub const MODERATE_MEMBERS: Self = Self(1 << 40);
    pub const PIN_MESSAGES: Self = Self(1 << 51);

    /// Every bit that Discord has given a meaning, 0 to 52.
    pub const ALL: Self = Self((1 << 53) - 1);

    /// What a new server lets everyone do.
    pub const EVERYONE: Self = Self(
        Self::ADD_REACTIONS.0
            | Self::VIEW_CHANNEL.0
            | Self::SEND_MESSAGES.0
            | Self::EMBED_LINKS.0
            | Self::ATTACH_FILES.0
            | Self::READ_MESSAGE_HISTORY.0
            | Self::CHANGE_NICKNAME.0
            | Self::USE_APPLICATION_COMMANDS.0
            | Self::CREATE_PUBLIC_THREADS.0
            | Self::CREATE_PRIVATE_THREADS.0
            | Self::SEND_MESSAGES_IN_THREADS.0,
    );

    /// What both sides of a direct message may do there.
    pub(crate) const DIRECT: Self = Self(
        Self::ADD_REACTIONS.0
            | Self::VIEW_CHANNEL.0
            | Self::SEND_MESSAGES.0
            | Self::EMBED_LINKS.0
            | Self::ATTACH_FILES.0
            | Self::READ_MESSAGE_HISTORY.0
            | Self::MENTION_EVERYONE.0
            | Self::USE_APPLICATION_COMMANDS.0
            | Self::PIN_MESSAGES.0,
    );

    /// Whether all of `other` is in here.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// These without those.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl BitOr for Permissions {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitAnd for Permissions {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl Serialize for Permissions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Permissions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Snowflake::deserialize(deserializer).map(|bits| Self(bits.0))
    }
}

/// What a channel allows and denies to a role or a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Overwrite {
    pub(crate) id: Snowflake,
    /// 0 for a role, 1 for a member.
    #[serde(rename = "type")]
    pub(crate) kind: u8,
    #[serde(default)]
    pub(crate) allow: Permissions,
    #[serde(default)]
    pub(crate) deny: Permissions,
}

/// Who somebody is in a server.
pub(crate) struct Standing<'a> {
    pub(crate) user: Snowflake,
    /// The server's id, which is also that of its `@everyone` role.
    pub(crate) guild: Snowflake,
    pub(crate) is_owner: bool,
    pub(crate) roles: &'a [Snowflake],
    /// What `@everyone` and the member's roles give together.
    pub(crate) granted: Permissions,
    pub(crate) is_timed_out: bool,
}

impl Standing<'_> {
    /// What the member may do in the server, before channels say otherwise.
    pub(crate) fn base(&self) -> Permissions {
        if self.is_owner || self.granted.contains(Permissions::ADMINISTRATOR) {
            Permissions::ALL
        } else {
            self.granted
        }
    }

    /// What the member may do in a channel with these overwrites; `is_thread` when the channel is a
    /// thread below it.
    pub(crate) fn in_channel(&self, overwrites: &[Overwrite], is_thread: bool) -> Permissions {
        let base = self.base();
        if base.contains(Permissions::ADMINISTRATOR) {
            return Permissions::ALL;
        }
        let everyone = overwrites.iter().filter(|o| o.id == self.guild);
        let roles = overwrites
            .iter()
            .filter(|o| o.kind == 0 && o.id != self.guild && self.roles.contains(&o.id));
        let own = overwrites
            .iter()
            .filter(|o| o.kind == 1 && o.id == self.user);
        let mut permissions = apply(base, everyone);
        permissions = apply(permissions, roles);
        permissions = apply(permissions, own);
        if self.is_timed_out {
            permissions =
                permissions & (Permissions::VIEW_CHANNEL | Permissions::READ_MESSAGE_HISTORY);
        }
        implied(permissions, is_thread)
    }
}

fn apply<'a>(
    permissions: Permissions,
    overwrites: impl Iterator<Item = &'a Overwrite>,
) -> Permissions {
    let (allow, deny) = overwrites.fold(
        (Permissions::NONE, Permissions::NONE),
        |(allow, deny), overwrite| (allow | overwrite.allow, deny | overwrite.deny),
    );
    permissions.without(deny) | allow
}

/// Takes away what is worth nothing without another permission.
fn implied(permissions: Permissions, is_thread: bool) -> Permissions {
    if !permissions.contains(Permissions::VIEW_CHANNEL) {
        return Permissions::NONE;
    }
    let send = if is_thread {
        Permissions::SEND_MESSAGES_IN_THREADS
    } else {
        Permissions::SEND_MESSAGES
    };
    if permissions.contains(send) {
        return permissions;
    }
    permissions.without(
        Permissions::MENTION_EVERYONE
            | Permissions::SEND_TTS_MESSAGES
            | Permissions::ATTACH_FILES
            | Permissions::EMBED_LINKS,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUILD: Snowflake = Snowflake(1);
    const HELPER: Snowflake = Snowflake(2);
    const ANN: Snowflake = Snowflake(3);

    fn ann(granted: Permissions) -> Standing<'static> {
        Standing {
            user: ANN,
            guild: GUILD,
            is_owner: false,
            roles: &[HELPER],
            granted,
            is_timed_out: false,
        }
    }

    fn overwrite(id: Snowflake, kind: u8, allow: Permissions, deny: Permissions) -> Overwrite {
        Overwrite {
            id,
            kind,
            allow,
            deny,
        }
    }

    #[test]
    fn a_member_overwrites_a_role_and_a_role_overwrites_everyone() {
        let send = Permissions::SEND_MESSAGES;
        let none = Permissions::NONE;
        let everyone = overwrite(GUILD, 0, none, send);
        let role = overwrite(HELPER, 0, send, none);
        let member = overwrite(ANN, 1, none, send);
        let may_send = |overwrites: &[Overwrite]| {
            ann(Permissions::EVERYONE)
                .in_channel(overwrites, false)
                .contains(send)
        };
        assert!(!may_send(std::slice::from_ref(&everyone)));
        assert!(may_send(&[role.clone(), everyone.clone()]));
        assert!(!may_send(&[member, role, everyone]));
    }

    #[test]
    fn nothing_is_denied_to_owners_and_administrators() {
        let hidden = overwrite(GUILD, 0, Permissions::NONE, Permissions::ALL);
        let mut owner = ann(Permissions::NONE);
        owner.is_owner = true;
        for somebody in [owner, ann(Permissions::ADMINISTRATOR)] {
            let overwrites = std::slice::from_ref(&hidden);
            assert_eq!(somebody.in_channel(overwrites, false), Permissions::ALL);
        }
    }

    #[test]
    fn who_cannot_see_a_channel_can_do_nothing_there() {
        let hidden = overwrite(GUILD, 0, Permissions::NONE, Permissions::VIEW_CHANNEL);
        let allowed = ann(Permissions::EVERYONE).in_channel(&[hidden], false);
        assert_eq!(allowed, Permissions::NONE);
    }

    #[test]
    fn who_cannot_send_cannot_attach_and_threads_have_a_permission_of_their_own() {
        let quiet = [overwrite(
            GUILD,
            0,
            Permissions::NONE,
            Permissions::SEND_MESSAGES,
        )];
        let somebody = ann(Permissions::EVERYONE);
        let attach = Permissions::ATTACH_FILES;
        assert!(!somebody.in_channel(&quiet, false).contains(attach));
        assert!(somebody.in_channel(&quiet, true).contains(attach));
    }

    #[test]
    fn a_timed_out_member_may_only_read() {
        let mut quiet = ann(Permissions::EVERYONE);
        quiet.is_timed_out = true;
        assert_eq!(
            quiet.in_channel(&[], false),
            Permissions::VIEW_CHANNEL | Permissions::READ_MESSAGE_HISTORY
        );
    }
}
