//! What the check-up can find. Plain data, and rules that depend only on their arguments.

use jiff::{SignedDuration, Timestamp};
use serenity::all::{ChannelId, Permissions};

use crate::store::{ChannelSettings, Mode};

/// A clock this far off is wrong. The server reports whole seconds, and responses take a while.
pub(in crate::discord) const CLOCK_TOLERANCE: SignedDuration = SignedDuration::from_secs(10);

/// The result of one check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::discord) enum Finding {
    PermissionsWell,
    PermissionMissing(Needed),
    /// Answers go into the channel because threads are not permitted.
    ThreadsRefused,
    IntentsWell,
    /// The channel's settings need the Message Content intent.
    ContentOff,
    CommandsWell,
    CommandsMissing,
    IndexWell(Timestamp),
    IndexMissing,
    /// The articles have changed since then.
    IndexOld(Timestamp),
    IndexFailed {
        at: Option<Timestamp>,
        reason: String,
    },
    AdminChannelWell(ChannelId),
    AdminChannelFailed(ChannelId, String),
    StoreWell,
    StoreFailed(String),
    ClockWell,
    ClockOff(SignedDuration),
    /// Free bytes.
    DiskWell(u64),
    DiskLow(u64),
}

/// A permission that the bot needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) enum Needed {
    View,
    Send,
    CreateThreads,
    SendInThreads,
    Embed,
    Attach,
    History,
    /// To tag posts as solved.
    ManagePosts,
}

impl Finding {
    pub(in crate::discord) fn is_problem(&self) -> bool {
        !matches!(
            self,
            Self::PermissionsWell
                | Self::IntentsWell
                | Self::CommandsWell
                | Self::IndexWell(_)
                | Self::AdminChannelWell(_)
                | Self::StoreWell
                | Self::ClockWell
                | Self::DiskWell(_)
        )
    }
}

impl Needed {
    fn permission(self) -> Permissions {
        match self {
            Self::View => Permissions::VIEW_CHANNEL,
            Self::Send => Permissions::SEND_MESSAGES,
            Self::CreateThreads => Permissions::CREATE_PUBLIC_THREADS,
            Self::SendInThreads => Permissions::SEND_MESSAGES_IN_THREADS,
            Self::Embed => Permissions::EMBED_LINKS,
            Self::Attach => Permissions::ATTACH_FILES,
            Self::History => Permissions::READ_MESSAGE_HISTORY,
            Self::ManagePosts => Permissions::MANAGE_THREADS,
        }
    }

    /// The permissions needed with these settings, in a channel or one of its threads.
    fn in_room(settings: &ChannelSettings, is_thread: bool) -> Vec<Self> {
        let mut needed = vec![Self::View];
        if is_thread {
            needed.push(Self::SendInThreads);
        } else {
            needed.extend([Self::Send, Self::CreateThreads, Self::SendInThreads]);
        }
        needed.extend([Self::Embed, Self::Attach, Self::History]);
        if settings
            .forum
            .is_some_and(|forum| forum.solved_tag.is_some())
        {
            needed.push(Self::ManagePosts);
        }
        needed
    }
}

pub(in crate::discord) fn permissions(
    held: Permissions,
    settings: &ChannelSettings,
    is_thread: bool,
) -> Vec<Finding> {
    let lacking = |needed: &Needed| !held.administrator() && !held.contains(needed.permission());
    let missing: Vec<Finding> = Needed::in_room(settings, is_thread)
        .into_iter()
        .filter(lacking)
        .map(Finding::PermissionMissing)
        .collect();
    if missing.is_empty() {
        vec![Finding::PermissionsWell]
    } else {
        missing
    }
}

/// Whether the intents suffice. Forum posts can be answered by their titles alone.
pub(in crate::discord) fn intents(settings: &ChannelSettings, hears_content: bool) -> Finding {
    if settings.mode == Mode::Confident && !hears_content {
        Finding::ContentOff
    } else {
        Finding::IntentsWell
    }
}

pub(in crate::discord) fn clock(ahead: SignedDuration) -> Finding {
    if ahead.abs() <= CLOCK_TOLERANCE {
        Finding::ClockWell
    } else {
        Finding::ClockOff(ahead.abs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::ForumSettings;

    #[test]
    fn every_permission_that_lacks_is_found() {
        let settings = ChannelSettings::default();
        let all = Permissions::all() - Permissions::ADMINISTRATOR;
        assert_eq!(
            permissions(all, &settings, false),
            [Finding::PermissionsWell]
        );
        assert_eq!(
            permissions(Permissions::ADMINISTRATOR, &settings, false),
            [Finding::PermissionsWell]
        );
        let without = all - Permissions::SEND_MESSAGES - Permissions::ATTACH_FILES;
        assert_eq!(
            permissions(without, &settings, false),
            [Needed::Send, Needed::Attach].map(Finding::PermissionMissing)
        );
        assert_eq!(
            permissions(without, &settings, true),
            [Finding::PermissionMissing(Needed::Attach)]
        );
    }

    #[test]
    fn tags_need_a_permission_of_their_own() {
        let forum = |solved_tag| ChannelSettings {
            forum: Some(ForumSettings { solved_tag }),
            ..ChannelSettings::default()
        };
        let held = Permissions::all() - Permissions::ADMINISTRATOR - Permissions::MANAGE_THREADS;
        assert_eq!(
            permissions(held, &forum(Some(1)), true),
            [Finding::PermissionMissing(Needed::ManagePosts)]
        );
        assert_eq!(
            permissions(held, &forum(None), true),
            [Finding::PermissionsWell]
        );
    }

    #[test]
    fn the_content_intent_is_missed_only_where_it_is_needed() {
        let confident = ChannelSettings {
            mode: Mode::Confident,
            ..ChannelSettings::default()
        };
        assert_eq!(intents(&confident, false), Finding::ContentOff);
        assert_eq!(intents(&confident, true), Finding::IntentsWell);
        assert_eq!(
            intents(&ChannelSettings::default(), false),
            Finding::IntentsWell
        );
    }

    #[test]
    fn a_clock_may_be_a_little_off() {
        assert_eq!(clock(SignedDuration::from_secs(-3)), Finding::ClockWell);
        let hour = SignedDuration::from_hours(1);
        assert_eq!(clock(-hour), Finding::ClockOff(hour));
    }
}
