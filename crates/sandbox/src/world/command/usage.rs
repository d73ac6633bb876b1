//! Who may use a command where: by what it was registered for, who brought its application there,
//! and what administrators said.

use crate::error::ApiError;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::model::command::context;
use crate::world::model::{Channel, ChannelKind, Command};
use crate::world::state::WorldState;

impl WorldState {
    /// The command that somebody finds in a channel by its name.
    ///
    /// # Errors
    /// 10063 when there is none, or Discord would not show it there; 50013 when they may not use it.
    pub(crate) fn usable_command(
        &self,
        user: Snowflake,
        place: &Channel,
        kind: u64,
        name: &str,
    ) -> Result<&Command, ApiError> {
        let mut refusal = ApiError::unknown_application_command();
        let named = |it: &&Command| it.kind() == kind && it.name() == name;
        for command in self.commands.values().filter(named) {
            if !self.is_shown(user, place, command) {
                continue;
            }
            match self.may_use(user, place, command) {
                Ok(()) => return Ok(command),
                Err(error) => refusal = error,
            }
        }
        Err(refusal)
    }

    /// Where a channel is for an application's commands.
    pub(crate) fn context_of(&self, place: &Channel, application: Snowflake) -> u64 {
        let bot = self.applications.get(&application).map(|it| it.bot);
        match place.kind {
            _ if place.guild.is_some() => context::GUILD,
            ChannelKind::Direct if bot.is_some_and(|it| place.recipients.contains(&it)) => {
                context::BOT_DIRECT
            }
            _ => context::OTHER_DIRECT,
        }
    }

    fn is_shown(&self, user: Snowflake, place: &Channel, command: &Command) -> bool {
        if command.guild.is_some() && command.guild != place.guild {
            return false;
        }
        let installed = self.is_installed(user, command.application) && command.installs_on(1);
        let there = match (self.context_of(place, command.application), place.guild) {
            (context::GUILD, Some(guild)) => {
                self.guilds_of(command.application).any(|it| it.id == guild)
            }
            (context::BOT_DIRECT, _) => true,
            _ => false,
        };
        command.works_in(self.context_of(place, command.application))
            && (there && command.installs_on(0) || installed)
    }

    fn may_use(&self, user: Snowflake, place: &Channel, command: &Command) -> Result<(), ApiError> {
        let Some(guild) = place.guild else {
            return Ok(());
        };
        let permissions = self.permissions(user, place);
        if permissions.contains(Permissions::ADMINISTRATOR) {
            return Ok(());
        }
        if !permissions.contains(Permissions::USE_APPLICATION_COMMANDS) {
            return Err(ApiError::missing_permissions());
        }
        let ruled = self.ruled(user, guild, command);
        let has_default = match command.default_permissions() {
            None => true,
            Some(Permissions::NONE) => false,
            Some(needed) => permissions.contains(needed),
        };
        if ruled.unwrap_or(has_default) {
            Ok(())
        } else {
            Err(ApiError::missing_permissions())
        }
    }

    /// What administrators said: of the user before that of the user's roles.
    fn ruled(&self, user: Snowflake, guild: Snowflake, command: &Command) -> Option<bool> {
        let rules = || {
            self.command_rules
                .iter()
                .filter(|rule| rule.guild == guild && rule.command == command.id)
        };
        let own = rules().find(|rule| rule.target == user);
        if let Some(own) = own {
            return Some(own.allowed);
        }
        let roles = &self.member(guild, user)?.roles;
        let of_roles: Vec<bool> = rules()
            .filter(|rule| rule.target_kind == 1)
            .filter(|rule| roles.contains(&rule.target) || rule.target == guild)
            .map(|rule| rule.allowed)
            .collect();
        (!of_roles.is_empty()).then(|| of_roles.contains(&true))
    }
}
