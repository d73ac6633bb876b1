//! Who may change what the bot answers from: members with Manage Server, and members with a
//! configured role.
//!
//! Discord hides the commands from others, but a server can show them to anyone, and whoever sees a
//! button can press it. So every command, button and form checks this.

use serenity::all::{GuildId, Member, Permissions, RoleId};

use crate::discord::failure::Failure;
use crate::discord::words::Words;

/// Who is an admin.
#[derive(Debug, Clone, Default)]
pub(in crate::discord) struct Admins {
    roles: Vec<RoleId>,
}

impl Admins {
    /// `roles` are ids of roles whose members are admins too; 0 is no role.
    pub(in crate::discord) fn new(roles: &[u64]) -> Self {
        let known = roles.iter().filter(|id| **id != 0);
        Self {
            roles: known.map(|id| RoleId::new(*id)).collect(),
        }
    }

    /// Refuses anyone who is not an admin. `member` is whoever uses the command, button or form, as
    /// Discord reports them.
    pub(in crate::discord) fn check(
        &self,
        server: Option<GuildId>,
        member: Option<&Member>,
    ) -> Result<(), Failure> {
        let Some(member) = member.filter(|_| server.is_some()) else {
            return Err(Failure::explained(Words::server_only));
        };
        let permissions = member.permissions.unwrap_or_else(Permissions::empty);
        let manages =
            permissions.intersects(Permissions::MANAGE_GUILD | Permissions::ADMINISTRATOR);
        if manages || member.roles.iter().any(|role| self.roles.contains(role)) {
            Ok(())
        } else {
            Err(Failure::explained(Words::not_allowed))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(permissions: Permissions, roles: &[u64]) -> Member {
        let mut member = Member::default();
        member.permissions = Some(permissions);
        member.roles = roles.iter().map(|id| RoleId::new(*id)).collect();
        member
    }

    fn refusal(admins: &Admins, member: &Member) -> Option<String> {
        let server = Some(GuildId::new(1));
        let refused = admins.check(server, Some(member)).err()?;
        Some(refused.report(Words::ENGLISH, &"a test"))
    }

    #[test]
    fn managers_and_members_with_a_configured_role_are_admins() {
        let admins = Admins::new(&[7, 0]);
        let nothing = Permissions::SEND_MESSAGES;
        assert_eq!(
            refusal(&admins, &member(Permissions::MANAGE_GUILD, &[])),
            None
        );
        assert_eq!(refusal(&admins, &member(nothing, &[5, 7])), None);
        assert_eq!(
            refusal(&admins, &member(nothing, &[5])),
            Some(Words::ENGLISH.not_allowed())
        );
    }

    #[test]
    fn nobody_is_an_admin_outside_of_servers() {
        let refused = Admins::default().check(None, Some(&member(Permissions::all(), &[])));
        let sentence = refused.unwrap_err().report(Words::ENGLISH, &"a test");
        assert_eq!(sentence, Words::ENGLISH.server_only());
    }
}
