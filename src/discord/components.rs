//! What people press and choose under messages. Everything that is needed to do it stands in the
//! `custom_id`, see [`Action`]; what each action does is in its own file.

mod about;
mod corpus;
mod editors;
mod feedback;
mod reading;

use std::sync::Arc;

use serenity::all::{ComponentInteraction, ComponentInteractionDataKind, GuildId, MessageFlags};
use serenity::all::{MessageId, Permissions, UserId};

use super::bot::Bot;
use super::custom_id::Action;
use super::failure::Failure;
use super::reply::Reply;
use super::words::Words;
use super::{commands, unasked};

/// A press on a button, or a choice in a menu.
struct Press<'a> {
    bot: &'a Bot,
    reply: &'a Reply,
    interaction: &'a ComponentInteraction,
}

/// Does what a button or menu asks for.
pub(super) async fn handle(bot: &Arc<Bot>, interaction: &ComponentInteraction) {
    if !bot.handled.is_first(interaction.id.get()) {
        return;
    }
    bot.preferred
        .learn_person(interaction.user.id, &interaction.locale);
    let reply = Reply::to_component(interaction);
    let interaction = interaction.clone();
    let work = async move |bot: Arc<Bot>, reply: Arc<Reply>| {
        let press = Press {
            bot: &bot,
            reply: &reply,
            interaction: &interaction,
        };
        press.act().await
    };
    bot.attend(reply, work).await;
}

impl Press<'_> {
    async fn act(&self) -> Result<(), Failure> {
        let Some(action) = Action::parse(&self.interaction.data.custom_id) else {
            return Err(too_old());
        };
        match action {
            Action::Page {
                question,
                asker,
                page,
                generation,
            } => self.turn_to(question, asker, page, generation).await,
            Action::Section(section) => self.read_section(section).await,
            Action::Vote(opinion) => self.vote(opinion).await,
            Action::Reason { message } => self.give_reason(message).await,
            Action::Delete { asker } => self.delete(asker).await,
            Action::About { article, asker } => self.ask_about(article, asker).await,
            Action::TellEditors { question } => self.tell_editors(question).await,
            Action::Remind { missed, wanted } => self.remind(missed, wanted).await,
            Action::Forget { sure } => {
                commands::privacy::decided(self.bot, self.reply, self.user(), sure).await
            }
            Action::Post { message, passage } => {
                let (bot, reply) = (self.bot, self.reply);
                commands::find::chosen(bot, reply, self.interaction, message, passage).await
            }
            Action::Corpus(action) => self.change_corpus(action).await,
            Action::Solved { asker } => {
                unasked::solved(self.bot, self.reply, self.interaction, asker).await
            }
        }
    }

    fn words(&self) -> Words {
        self.reply.words()
    }

    fn user(&self) -> UserId {
        self.interaction.user.id
    }

    fn message(&self) -> MessageId {
        self.interaction.message.id
    }

    /// `None` in a direct message, and on a server that the bot is not a member of.
    fn server(&self) -> Option<GuildId> {
        self.interaction
            .guild_id
            .filter(|server| self.bot.places.knows(*server))
    }

    /// Whether only whoever presses sees the message.
    fn is_private(&self) -> bool {
        let flags = self.interaction.message.flags.unwrap_or_default();
        flags.contains(MessageFlags::EPHEMERAL)
    }

    /// Whether the message may change for this press: the asker changes what everybody sees,
    /// others are shown a message of their own.
    fn may_change(&self, asker: UserId) -> bool {
        self.is_private() || self.user() == asker
    }

    /// Whether whoever presses may remove what others wrote here.
    fn may_moderate(&self) -> bool {
        let permissions = self
            .interaction
            .member
            .as_ref()
            .and_then(|it| it.permissions);
        permissions.is_some_and(|it| {
            it.intersects(Permissions::MANAGE_MESSAGES | Permissions::ADMINISTRATOR)
        })
    }

    /// What is chosen in a menu.
    fn chosen(&self) -> Option<&str> {
        match &self.interaction.data.kind {
            ComponentInteractionDataKind::StringSelect { values } => {
                values.first().map(String::as_str)
            }
            _ => None,
        }
    }

    /// Acknowledges, before any work is done.
    async fn acknowledge(&self, in_place: bool) -> Result<(), Failure> {
        let rest = &self.bot.rest;
        if in_place {
            self.reply.acknowledge_in_place(rest).await?;
        } else {
            self.reply.acknowledge(rest, true).await?;
        }
        Ok(())
    }

    /// Deletes the message, for its asker and for moderators.
    async fn delete(&self, asker: UserId) -> Result<(), Failure> {
        if self.user() != asker && !self.may_moderate() {
            return Err(Failure::explained(Words::only_asker_or_moderator));
        }
        self.acknowledge(true).await?;
        self.reply.delete(&self.bot.rest).await?;
        let message = self.message();
        let store = self.bot.app.store().clone();
        self.bot.spawn(async move {
            if let Err(error) = store.remove_answer(message.get()).await {
                tracing::debug!(%error, "an answer is gone, its record is not");
            }
        });
        Ok(())
    }
}

/// The button belongs to something that is no longer known.
fn too_old() -> Failure {
    Failure::explained(Words::button_too_old)
}

/// The store did not take what somebody said.
fn not_saved(error: &crate::store::StoreError) -> Failure {
    tracing::warn!(%error, "what somebody said is not saved");
    Failure::explained(Words::not_saved)
}
