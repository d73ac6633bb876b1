//! Servers and their bots as tests arrange them: bots that leave, servers that fail, posts with
//! tags, people who talk to each other.

use serde_json::json;

use super::Sandbox;
use crate::error::ApiError;
use crate::people::{Person, Refused};
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::{ChannelKind, WorldState};

/// How large a server is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServerSize {
    /// With its owner and the bot.
    pub members: usize,
    pub channels: usize,
    /// Beside `@everyone` and the bot's own.
    pub roles: usize,
}

impl Sandbox {
    /// Adds so many servers of a size, with the first bot in each. The same people are members of all
    /// of them.
    pub fn add_servers(&self, servers: usize, size: ServerSize) {
        let owner = self.owner().id();
        let bot = self.bot().id();
        let people: Vec<Snowflake> = self.platform.world.change(|state| {
            let join = |number| state.add_user(&format!("member-{number}"), false);
            (2..size.members).map(join).collect()
        });
        for number in 0..servers {
            self.platform.world.change(|state| {
                let guild = state.add_guild(&format!("Platform {number}"), owner);
                for role in 0..size.roles {
                    state.add_role(guild, &format!("role-{role}"), Permissions::NONE, None);
                }
                for channel in 0..size.channels {
                    let name = format!("channel-{channel}");
                    state.add_channel(guild, ChannelKind::Text, &name);
                }
                for person in &people {
                    state.add_member(guild, *person, Vec::new());
                }
                // Last, so that it is not told of each of them.
                if let Some(application) = state.application_of_bot(bot).map(|it| it.id) {
                    state.invite(application, guild, Permissions::NONE);
                }
            });
        }
    }

    /// The first bot is removed from a server.
    ///
    /// # Errors
    /// When it is not there.
    pub fn remove_bot(&self, server: Snowflake) -> Result<(), Refused> {
        let bot = self.bot().id();
        let leave = |state: &mut WorldState| state.leave_guild(bot, server);
        Ok(self.platform.world.change(leave)?)
    }

    /// Discord has trouble with a server: for its bots it is gone for a while.
    pub fn fail_server(&self, server: Snowflake) {
        self.platform.world.change(|state| {
            let gone = json!({ "id": server, "unavailable": true });
            state.emit_to_guild(server, "GUILD_DELETE", &gone);
        });
    }

    /// The owner deletes a channel.
    ///
    /// # Errors
    /// When there is none.
    pub fn delete_channel(&self, channel: Snowflake) -> Result<(), Refused> {
        let owner = self.owner().id();
        let delete = |state: &mut WorldState| state.delete_channel(owner, channel).map(drop);
        Ok(self.platform.world.change(delete)?)
    }

    /// Names of the tags that a post of a forum has.
    #[must_use]
    pub fn tags_of(&self, post: Snowflake) -> Vec<String> {
        self.platform.world.read(|state| {
            let found = state.channels.get(&post);
            let tags = found.and_then(|it| Some(&it.thread.as_ref()?.applied_tags));
            let forum = found.and_then(|it| state.channels.get(&it.parent?));
            let known = forum.map(|it| it.tags.as_slice()).unwrap_or_default();
            let name = |id: &Snowflake| known.iter().find(|tag| tag.id == *id);
            let named = tags.into_iter().flatten().filter_map(name);
            named.map(|tag| tag.name.clone()).collect()
        })
    }

    /// The channel of direct messages between two people.
    ///
    /// # Errors
    /// When one of them is unknown.
    pub fn direct_between(&self, one: &Person, other: &Person) -> Result<Snowflake, Refused> {
        let open =
            |state: &mut WorldState| Ok::<_, ApiError>(state.open_direct(one.id(), other.id())?.id);
        Ok(self.platform.world.change(open)?)
    }
}
