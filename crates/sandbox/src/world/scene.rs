//! The world as it begins: one server with a few channels, people and a bot. Ids are the same every
//! time; only the bot's token is not.

use jiff::Timestamp;

use crate::permissions::{Overwrite, Permissions};
use crate::snowflake::Snowflake;
use crate::world::model::{ChannelKind, Tag};
use crate::world::state::WorldState;

/// When the server was founded: 1 January 2026.
const FOUNDED_S: i64 = 1_767_225_600;

/// The name of the first bot.
pub(crate) const BOT: &str = "guide";
pub(crate) const OWNER: &str = "olivia";
pub(crate) const ADMIN: &str = "adam";
pub(crate) const HELPER: &str = "hedy";

/// What the helpers' role adds.
const HELPERS: Permissions = Permissions(
    Permissions::MANAGE_MESSAGES.0
        | Permissions::MANAGE_THREADS.0
        | Permissions::PIN_MESSAGES.0
        | Permissions::MENTION_EVERYONE.0
        | Permissions::MODERATE_MEMBERS.0,
);

/// A server with people and one bot.
pub(crate) fn state() -> WorldState {
    let mut state = WorldState {
        now: Timestamp::from_second(FOUNDED_S).unwrap_or_default(),
        ..WorldState::default()
    };
    let owner = state.add_user(OWNER, false);
    let guild = state.add_guild("Harbour Town", owner);
    let admins = state.add_role(guild, "Admin", Permissions::ADMINISTRATOR, None);
    let helpers = state.add_role(guild, "Helper", HELPERS, None);
    for (name, roles) in [
        (ADMIN, vec![admins]),
        (HELPER, vec![helpers]),
        ("ann", Vec::new()),
        ("ben", Vec::new()),
        ("cleo", Vec::new()),
    ] {
        let user = state.add_user(name, false);
        state.add_member(guild, user, roles);
    }
    add_channels(&mut state, guild, helpers);
    let application = state.add_application(BOT, owner);
    state.invite(application, guild, Permissions::NONE);
    state.outbox.clear();
    state
}

fn add_channels(state: &mut WorldState, guild: Snowflake, helpers: Snowflake) {
    let none = Permissions::NONE;
    let role = |id, allow, deny| Overwrite {
        id,
        kind: 0,
        allow,
        deny,
    };
    let category = state
        .add_channel(guild, ChannelKind::Category, "Town hall")
        .id;
    let welcome = state.add_channel(guild, ChannelKind::Text, "welcome");
    welcome.parent = Some(category);
    welcome.topic = Some("What this place is about".to_owned());
    welcome.overwrites = vec![role(guild, none, Permissions::SEND_MESSAGES)];
    for name in ["general", "questions"] {
        state.add_channel(guild, ChannelKind::Text, name).parent = Some(category);
    }
    let staff = state.add_channel(guild, ChannelKind::Text, "staff");
    staff.overwrites = vec![
        role(guild, none, Permissions::VIEW_CHANNEL),
        role(helpers, Permissions::VIEW_CHANNEL, none),
    ];
    let tags: Vec<Tag> = ["Question", "Solved"]
        .map(|name| Tag {
            id: state.next_id(),
            name: name.to_owned(),
            moderated: false,
            emoji_name: None,
        })
        .into();
    let forum = state.add_channel(guild, ChannelKind::Forum, "help");
    forum.topic = Some("One post, one question".to_owned());
    forum.tags = tags;
}

impl WorldState {
    /// Adds a bot to a server with the role of its own that Discord gives it.
    pub(crate) fn invite(
        &mut self,
        application: Snowflake,
        guild: Snowflake,
        permissions: Permissions,
    ) {
        let Some(application) = self.applications.get(&application) else {
            return;
        };
        let (bot, name) = (application.bot, application.name.clone());
        let role = self.add_role(guild, &name, permissions, Some(bot));
        self.add_member(guild, bot, vec![role]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scene_has_the_same_ids_every_time() {
        let (first, second) = (state(), state());
        assert!(first.channels.keys().eq(second.channels.keys()));
        assert!(first.users.keys().eq(second.users.keys()));
    }

    #[test]
    fn staff_is_seen_by_helpers_and_not_by_the_bot() {
        let state = state();
        let staff = state.channels.values().find(|it| it.name == "staff");
        let seen_by = |name: &str| {
            let user = state.users.values().find(|user| user.username == name);
            state.sees(user.unwrap().id, staff.unwrap())
        };
        assert!(seen_by(HELPER) && seen_by(ADMIN) && seen_by(OWNER));
        assert!(!seen_by(BOT) && !seen_by("ann"));
    }
}
