//! The one place where events go, and the order of what follows from each. Slash commands alone do
//! not pass here: poise calls them.

use std::sync::Arc;

use serenity::all::{FullEvent, Interaction};

use super::press;
use crate::discord::admin::completions;
use crate::discord::ask::{edits, mention, suggestions, unasked};
use crate::discord::bot::Bot;
use crate::discord::jobs::{digest, retention};

/// Deals with an event. Whatever reads servers, channels and languages comes after they are learnt,
/// and whatever may take long comes last.
pub(super) async fn dispatch(bot: &Arc<Bot>, event: &FullEvent) {
    learn(bot, event);
    forget_what_is_gone(bot, event);
    watch_for_unasked_questions(bot, event);
    allow_requests_again(bot, event);
    send_due_digest(bot, event);
    answer(bot, event).await;
}

/// Learns the channels and languages of servers.
fn learn(bot: &Bot, event: &FullEvent) {
    bot.state.places.observe(event);
    bot.state.preferred.observe(event);
}

/// Lets the store forget servers that the bot has left and channels that were deleted.
fn forget_what_is_gone(bot: &Arc<Bot>, event: &FullEvent) {
    match event {
        FullEvent::GuildDelete { incomplete, .. } if !incomplete.unavailable => {
            retention::server_left(bot, incomplete.id);
        }
        FullEvent::ChannelDelete { channel, .. } => retention::channel_deleted(bot, channel.id),
        FullEvent::Ready { data_about_bot } => retention::started(bot, data_about_bot),
        _ => {}
    }
}

/// Notices questions that nobody put to the bot, and people who answer them.
fn watch_for_unasked_questions(bot: &Arc<Bot>, event: &FullEvent) {
    match event {
        FullEvent::Message { new_message } => unasked::somebody_wrote(bot, new_message),
        FullEvent::MessageDelete {
            channel_id,
            deleted_message_id,
            ..
        } => {
            let unasked = &bot.state.unasked;
            unasked.message_deleted(*channel_id, *deleted_message_id);
        }
        FullEvent::ThreadCreate { thread } => unasked::somebody_posted(bot, thread),
        _ => {}
    }
}

/// Retries what was forbidden in a channel, or on a server, once permissions may have changed there.
fn allow_requests_again(bot: &Bot, event: &FullEvent) {
    let places = &bot.state.places;
    match event {
        FullEvent::ChannelUpdate { new, .. } => {
            let changed = new.id;
            bot.rest
                .allow_again(|it| it == changed || places.channel_of(it) == changed);
        }
        FullEvent::GuildRoleUpdate { new: role, .. } => {
            bot.rest
                .allow_again(|it| places.get(it).is_some_and(|it| it.server == role.guild_id));
        }
        _ => {}
    }
}

/// Sends a server the digest that became due while the bot was away.
fn send_due_digest(bot: &Arc<Bot>, event: &FullEvent) {
    if let FullEvent::GuildCreate { guild, .. } = event {
        digest::server_seen(bot, guild.id);
    }
}

/// Does what somebody asks for by writing, editing, deleting, pressing or typing.
async fn answer(bot: &Arc<Bot>, event: &FullEvent) {
    match event {
        FullEvent::InteractionCreate { interaction } => match interaction {
            Interaction::Component(pressed) => press::handle(bot, pressed).await,
            Interaction::Autocomplete(typing) if typing.data.name == "ask" => {
                suggestions::suggest(bot, typing).await;
            }
            Interaction::Autocomplete(typing) => completions::complete(bot, typing).await,
            _ => {}
        },
        FullEvent::Message { new_message } => mention::handle(bot, new_message).await,
        FullEvent::MessageUpdate { event, .. } => edits::edited(bot, event).await,
        FullEvent::MessageDelete {
            channel_id,
            deleted_message_id,
            ..
        } => edits::deleted(bot, *channel_id, &[*deleted_message_id]),
        FullEvent::MessageDeleteBulk {
            channel_id,
            multiple_deleted_messages_ids,
            ..
        } => edits::deleted(bot, *channel_id, multiple_deleted_messages_ids),
        _ => {}
    }
}
