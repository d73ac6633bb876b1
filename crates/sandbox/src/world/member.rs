//! Changes of a server's members.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::error::ApiError;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::model::Member;
use crate::world::state::WorldState;

impl WorldState {
    /// Gives a member another name in a server; null takes it away.
    ///
    /// # Errors
    /// 50001 for who is not there.
    pub(crate) fn rename_member(
        &mut self,
        guild: Snowflake,
        user: Snowflake,
        nick: Option<&Value>,
    ) -> Result<Member, ApiError> {
        self.change_member(guild, user, |member| {
            if let Some(nick) = nick {
                member.nick = nick.as_str().filter(|it| !it.is_empty()).map(str::to_owned);
            }
        })
    }

    /// Somebody gives a member a role, or takes it.
    ///
    /// # Errors
    /// 50013 without permission to manage roles, or for a role above one's own; 10007 and 10011 for
    /// who and what is not there.
    pub(crate) fn set_role(
        &mut self,
        actor: Snowflake,
        guild: Snowflake,
        user: Snowflake,
        role: Snowflake,
        given: bool,
    ) -> Result<(), ApiError> {
        let place = self.guild_seen_by(actor, guild)?;
        self.require_in_guild(actor, place, Permissions::MANAGE_ROLES)?;
        let wanted = place.roles.get(&role).ok_or_else(ApiError::unknown_role)?;
        let highest = place.members.get(&actor).and_then(|member| {
            let roles = member.roles.iter().filter_map(|id| place.roles.get(id));
            roles.map(|role| role.position).max()
        });
        let is_above = place.owner == actor || highest > Some(wanted.position);
        if !is_above || wanted.bot.is_some() || role == guild {
            return Err(ApiError::missing_permissions());
        }
        if !place.members.contains_key(&user) {
            return Err(ApiError::unknown_member());
        }
        self.change_member(guild, user, |member| {
            member.roles.retain(|it| *it != role);
            if given {
                member.roles.push(role);
            }
        })
        .map(drop)
    }

    /// Takes every role from a member.
    ///
    /// # Errors
    /// For who is not there.
    pub(crate) fn take_roles(
        &mut self,
        guild: Snowflake,
        user: Snowflake,
    ) -> Result<Member, ApiError> {
        self.change_member(guild, user, |member| member.roles.clear())
    }

    /// Silences a member until a moment, or no longer.
    pub(crate) fn time_out(
        &mut self,
        guild: Snowflake,
        user: Snowflake,
        until: Option<Timestamp>,
    ) -> Result<Member, ApiError> {
        self.change_member(guild, user, |member| member.timed_out_until = until)
    }

    /// Somebody leaves a server.
    ///
    /// # Errors
    /// 10004 for a server they are not in.
    pub(crate) fn leave_guild(
        &mut self,
        user: Snowflake,
        guild_id: Snowflake,
    ) -> Result<(), ApiError> {
        let guild = self
            .guilds
            .get_mut(&guild_id)
            .ok_or_else(ApiError::unknown_guild)?;
        guild
            .members
            .remove(&user)
            .ok_or_else(ApiError::unknown_guild)?;
        let data = json!({ "guild_id": guild_id, "user": self.user_json(user) });
        self.emit_to_guild(guild_id, "GUILD_MEMBER_REMOVE", &data);
        if let Some(application) = self.application_of_bot(user).map(|it| it.id) {
            let data = json!({ "id": guild_id });
            self.emit(application, Some(guild_id), "GUILD_DELETE", data);
        }
        Ok(())
    }

    fn change_member(
        &mut self,
        guild: Snowflake,
        user: Snowflake,
        change: impl FnOnce(&mut Member),
    ) -> Result<Member, ApiError> {
        let members = self.guilds.get_mut(&guild).map(|it| &mut it.members);
        let member = members
            .and_then(|members| members.get_mut(&user))
            .ok_or_else(ApiError::missing_access)?;
        change(member);
        let member = member.clone();
        let mut data = self.member_json(&member);
        if let Some(fields) = data.as_object_mut() {
            fields.insert("guild_id".to_owned(), json!(guild));
        }
        self.emit_to_guild(guild, "GUILD_MEMBER_UPDATE", &data);
        Ok(member)
    }
}
