//! What people press and choose under messages. Everything that is needed to do it stands in the
//! `custom_id`, see [`Action`]; what each action does is in its own file.

use std::sync::Arc;

use serenity::all::{ComponentInteraction, ComponentInteractionDataKind, GuildId, MessageFlags};
use serenity::all::{MessageId, Permissions, UserId};

use crate::discord::api::custom_id::Action;
use crate::discord::api::reply::Reply;
use crate::discord::api::reply::Shown;
use crate::discord::ask::unasked;
use crate::discord::bot::Bot;
use crate::discord::failure::Failure;
use crate::discord::gateway::commands;
use crate::discord::gateway::commands::Admin;
use crate::discord::words::Words;

/// A press on a button, or a choice in a menu.
pub(in crate::discord) struct Press<'a> {
    pub(in crate::discord) bot: &'a Bot,
    pub(in crate::discord) reply: &'a Reply,
    pub(in crate::discord) interaction: &'a ComponentInteraction,
}

/// Does what a button or menu asks for.
pub(in crate::discord) async fn handle(bot: &Arc<Bot>, interaction: &ComponentInteraction) {
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
    pub(in crate::discord) async fn act(&self) -> Result<(), Failure> {
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
                crate::discord::ask::privacy::decided(self.bot, self.reply, self.user(), sure).await
            }
            Action::Post { message, passage } => {
                let (bot, reply) = (self.bot, self.reply);
                crate::discord::ask::find::chosen(bot, reply, self.interaction, message, passage)
                    .await
            }
            Action::Corpus(action) => self.change_corpus(action).await,
            Action::Solved { asker } => {
                unasked::solved(self.bot, self.reply, self.interaction, asker).await
            }
            Action::List { list, page } => {
                let admin = self.admin()?;
                self.acknowledge(true).await?;
                let (bot, words) = (self.bot, self.words());
                let body = commands::turned(bot, words, admin.server, list, page).await?;
                self.reply.answer(&bot.rest, body, false).await?;
                Ok(())
            }
            Action::Apply { change, sure } => {
                let admin = self.admin()?;
                crate::discord::admin::tune::decided(self.bot, self.reply, &admin, change, sure)
                    .await
            }
            Action::Undo { change } => {
                let admin = self.admin()?;
                crate::discord::admin::tune::undone(self.bot, self.reply, &admin, change).await
            }
            Action::CancelReindex { run } => self.cancel_reindex(run).await,
            Action::Publish { release } => self.publish(release).await,
            Action::Discard { release } => self.discard(release).await,
            Action::Details { release, page } => self.release_details(release, page).await,
        }
    }

    /// Refuses who may not change what the bot answers from.
    pub(in crate::discord) fn check_admin(&self) -> Result<(), Failure> {
        let interaction = self.interaction;
        let admins = &self.bot.admins;
        admins.check(interaction.guild_id, interaction.member.as_ref())
    }

    /// Whoever presses, if they are an admin.
    pub(in crate::discord) fn admin(&self) -> Result<Admin, Failure> {
        self.check_admin()?;
        let server = self.interaction.guild_id;
        let server = server.ok_or_else(|| Failure::explained(Words::server_only))?;
        Ok(Admin {
            user: self.user(),
            server,
        })
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
            .filter(|server| self.bot.places.knows(*server))
    }

    /// Whether only whoever presses sees the message.
    pub(in crate::discord) fn is_private(&self) -> bool {
        let flags = self.interaction.message.flags.unwrap_or_default();
        flags.contains(MessageFlags::EPHEMERAL)
    }

    /// Whether the message may change for this press: the asker changes what everybody sees,
    /// others are shown a message of their own.
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

    /// What is chosen in a menu.
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

    /// Deletes the message, for its asker and for moderators.
    pub(in crate::discord) async fn delete(&self, asker: UserId) -> Result<(), Failure> {
        if self.user() != asker && !self.may_moderate() {
            return Err(Failure::explained(Words::only_asker_or_moderator));
        }
        self.acknowledge(true).await?;
        let (channel, message) = (self.interaction.channel_id, self.message());
        if self.bot.own_thread(channel).is_some() {
            self.bot.remove_answer(Shown { channel, message }).await?;
        } else {
            self.reply.delete(&self.bot.rest).await?;
        }
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
pub(in crate::discord) fn too_old() -> Failure {
    Failure::explained(Words::button_too_old)
}

/// The store did not take what somebody said.
pub(in crate::discord) fn not_saved(error: &crate::store::StoreError) -> Failure {
    tracing::warn!(%error, "what somebody said is not saved");
    Failure::explained(Words::not_saved)
}
