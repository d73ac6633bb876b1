//! Somebody who may use the admin commands, and the one way of recording what they do.

use jiff::Timestamp;
use serenity::all::{GuildId, Member, UserId};

use super::Bot;
use crate::discord::failure::Failure;
use crate::discord::words::Words;

/// An admin, on the server where they act.
#[derive(Debug, Clone, Copy)]
pub(in crate::discord) struct Admin {
    pub(in crate::discord) user: UserId,
    pub(in crate::discord) server: GuildId,
}

impl Admin {
    /// Refuses anyone who is not an admin.
    pub(in crate::discord) fn of(
        bot: &Bot,
        server: Option<GuildId>,
        user: UserId,
        member: Option<&Member>,
    ) -> Result<Self, Failure> {
        bot.state.admins.check(server, member)?;
        let server = server.ok_or_else(|| Failure::explained(Words::server_only))?;
        Ok(Self { user, server })
    }

    /// Records what the admin did, in the background; `what` is one line of English.
    pub(in crate::discord) fn note(&self, bot: &Bot, what: String) {
        let (who, server) = (self.user.get(), self.server.get());
        tracing::info!(who, server, what, "an admin acts");
        let store = bot.app.store().clone();
        bot.spawn(async move {
            let noted = store.audit(who, Some(server), &what, Timestamp::now());
            if let Err(error) = noted.await {
                tracing::warn!(%error, what, "what an admin did is recorded in this log only");
            }
        });
    }
}

/// The name people on a server know somebody by.
pub(in crate::discord) fn name_of(member: Option<&Member>, user: &serenity::all::User) -> String {
    let nick = member.and_then(|member| member.nick.clone());
    nick.or_else(|| user.global_name.clone())
        .unwrap_or_else(|| user.name.clone())
}
