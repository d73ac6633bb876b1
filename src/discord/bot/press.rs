//! A press on a button, or a choice in a menu: who pressed what, and where.

use serenity::all::{
    ComponentInteraction, ComponentInteractionDataKind, GuildId, MessageFlags, MessageId,
    Permissions, UserId,
};

use super::Bot;
use super::admin::Admin;
use crate::discord::api::interaction::Interaction;
use crate::discord::failure::Failure;
use crate::discord::words::Words;

/// A press on a button, or a choice in a menu.
pub(in crate::discord) struct Press<'a> {
    pub(in crate::discord) bot: &'a Bot,
    /// Where the answer goes.
    pub(in crate::discord) reply: &'a Interaction,
    pub(in crate::discord) interaction: &'a ComponentInteraction,
}

impl Press<'_> {
    /// Whoever presses, if they are an admin.
    pub(in crate::discord) fn admin(&self) -> Result<Admin, Failure> {
        let it = self.interaction;
        Admin::of(self.bot, it.guild_id, it.user.id, it.member.as_ref())
    }

    pub(in crate::discord) fn words(&self) -> Words {
        self.reply.words()
    }

    pub(in crate::discord) fn user(&self) -> UserId {
        self.interaction.user.id
    }

    pub(in crate::discord) fn message(&self) -> MessageId {
        self.interaction.message.id
    }

    /// `None` in a direct message, and on a server that the bot is not a member of.
    pub(in crate::discord) fn server(&self) -> Option<GuildId> {
        self.interaction
            .guild_id
            .filter(|server| self.bot.state.places.knows(*server))
    }

    /// Whether only whoever presses sees the message.
    pub(in crate::discord) fn is_private(&self) -> bool {
        let flags = self.interaction.message.flags.unwrap_or_default();
        flags.contains(MessageFlags::EPHEMERAL)
    }

    /// Whether this press may change the message: the asker changes what everybody sees, others get
    /// a message of their own.
    pub(in crate::discord) fn may_change(&self, asker: UserId) -> bool {
        self.is_private() || self.user() == asker
    }

    /// Whether whoever presses may remove what others wrote here.
    pub(in crate::discord) fn may_moderate(&self) -> bool {
        let permissions = self
            .interaction
            .member
            .as_ref()
            .and_then(|it| it.permissions);
        permissions.is_some_and(|it| {
            it.intersects(Permissions::MANAGE_MESSAGES | Permissions::ADMINISTRATOR)
        })
    }

    /// The option chosen in a menu.
    pub(in crate::discord) fn chosen(&self) -> Option<&str> {
        match &self.interaction.data.kind {
            ComponentInteractionDataKind::StringSelect { values } => {
                values.first().map(String::as_str)
            }
            _ => None,
        }
    }

    /// Acknowledges, before any work is done.
    pub(in crate::discord) async fn acknowledge(&self, in_place: bool) -> Result<(), Failure> {
        let rest = &self.bot.rest;
        if in_place {
            self.reply.acknowledge_in_place(rest).await?;
        } else {
            self.reply.acknowledge(rest, true).await?;
        }
        Ok(())
    }
}
