//! Who may do what where, and the refusals when they may not.

use crate::error::ApiError;
use crate::permissions::{Permissions, Standing};
use crate::snowflake::Snowflake;
use crate::world::model::{Channel, ChannelKind, Guild};
use crate::world::state::WorldState;

impl WorldState {
    /// What somebody may do in a server, before channels say otherwise.
    pub(crate) fn guild_permissions(&self, user: Snowflake, guild: &Guild) -> Permissions {
        self.standing(user, guild)
            .map_or(Permissions::NONE, |standing| standing.base())
    }

    /// What somebody may do in a channel; nothing where they cannot see it.
    pub(crate) fn permissions(&self, user: Snowflake, channel: &Channel) -> Permissions {
        let Some(guild) = channel.guild else {
            return if channel.recipients.contains(&user) {
                Permissions::DIRECT
            } else {
                Permissions::NONE
            };
        };
        let Some(standing) = self
            .guilds
            .get(&guild)
            .and_then(|guild| self.standing(user, guild))
        else {
            return Permissions::NONE;
        };
        let Some(thread) = &channel.thread else {
            return standing.in_channel(&channel.overwrites, false);
        };
        let overwrites = channel
            .parent
            .and_then(|parent| self.channels.get(&parent))
            .map_or(&[][..], |parent| &parent.overwrites);
        let permissions = standing.in_channel(overwrites, true);
        let is_hidden = channel.kind == ChannelKind::PrivateThread
            && !thread.members.contains_key(&user)
            && !permissions.contains(Permissions::MANAGE_THREADS);
        if is_hidden {
            Permissions::NONE
        } else {
            permissions
        }
    }

    pub(crate) fn sees(&self, user: Snowflake, channel: &Channel) -> bool {
        self.permissions(user, channel)
            .contains(Permissions::VIEW_CHANNEL)
    }

    /// A channel that somebody can see.
    ///
    /// # Errors
    /// 10003 when there is none, 50001 when it is hidden.
    pub(crate) fn channel_seen_by(
        &self,
        actor: Snowflake,
        channel: Snowflake,
    ) -> Result<&Channel, ApiError> {
        let channel = self
            .channels
            .get(&channel)
            .ok_or_else(ApiError::unknown_channel)?;
        if self.sees(actor, channel) {
            Ok(channel)
        } else {
            Err(ApiError::missing_access())
        }
    }

    /// # Errors
    /// 50013 unless somebody has the permission in the channel.
    pub(crate) fn require(
        &self,
        actor: Snowflake,
        channel: &Channel,
        permission: Permissions,
    ) -> Result<(), ApiError> {
        if self.permissions(actor, channel).contains(permission) {
            Ok(())
        } else {
            Err(ApiError::missing_permissions())
        }
    }

    /// # Errors
    /// 50013 unless somebody has the permission in the server.
    pub(crate) fn require_in_guild(
        &self,
        actor: Snowflake,
        guild: &Guild,
        permission: Permissions,
    ) -> Result<(), ApiError> {
        if self.guild_permissions(actor, guild).contains(permission) {
            Ok(())
        } else {
            Err(ApiError::missing_permissions())
        }
    }

    fn standing<'a>(&self, user: Snowflake, guild: &'a Guild) -> Option<Standing<'a>> {
        let member = guild.members.get(&user)?;
        let roles = member.roles.iter().chain([&guild.id]);
        let granted = roles
            .filter_map(|id| guild.roles.get(id))
            .fold(Permissions::NONE, |granted, role| {
                granted | role.permissions
            });
        Some(Standing {
            user,
            guild: guild.id,
            is_owner: guild.owner == user,
            roles: &member.roles,
            granted,
            is_timed_out: member.timed_out_until.is_some_and(|until| until > self.now),
        })
    }
}
