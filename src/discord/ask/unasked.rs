//! Questions that nobody put to the bot: in channels where it may answer those it is sure of, and
//! in new posts of forums. It leaves them to people for a while, and to people alone once one of
//! them has answered.

mod channel;
mod forum;
mod question;
mod waiting;

use std::sync::Arc;

use serenity::all::{ChannelType, FullEvent};
use tokio::time::Duration;

use crate::discord::Settings;
use crate::discord::bot::Bot;
use waiting::{Waiting, Withdrawable};

pub(in crate::discord) use forum::solved;

/// What the bot knows of questions that were not put to it.
#[derive(Debug)]
pub(in crate::discord) struct Unasked {
    /// How long they are left to people.
    wait: Duration,
    /// Whether Discord shows the bot what they say.
    hears_content: bool,
    waiting: Waiting,
    withdrawable: Withdrawable,
}

impl Unasked {
    pub(in crate::discord) fn new(settings: &Settings) -> Self {
        Self {
            wait: settings.unasked_wait,
            hears_content: settings.message_content,
            waiting: Waiting::default(),
            withdrawable: Withdrawable::default(),
        }
    }

    /// Whether the bot has the Message Content intent.
    pub(in crate::discord) fn hears(&self) -> bool {
        self.hears_content
    }
}

/// Deals with an event as far as it matters here.
pub(in crate::discord) fn hear(bot: &Arc<Bot>, event: &FullEvent) {
    match event {
        FullEvent::Message { new_message } => {
            let by_person = !new_message.author.bot
                && !new_message.author.system
                && new_message.webhook_id.is_none();
            let Some(server) = new_message.guild_id.filter(|_| by_person) else {
                return;
            };
            let place = new_message.channel_id;
            let parent = bot.places.channel_of(place);
            let kind = bot.places.get(parent).map(|place| place.kind);
            let is_forum = kind == Some(ChannelType::Forum);
            let asks = !is_forum && channel::asks_all(bot, new_message);
            // In a channel several people ask at once; in a thread it is all about one thing.
            if !asks || parent != place {
                bot.unasked.waiting.somebody_wrote(new_message);
            }
            if is_forum {
                forum::somebody_wrote(bot, server, parent, new_message);
            } else if asks {
                channel::somebody_asked(bot, server, new_message);
            }
        }
        FullEvent::MessageDelete {
            channel_id,
            deleted_message_id,
            ..
        } => {
            bot.unasked
                .waiting
                .call_off(*channel_id, *deleted_message_id);
            bot.unasked
                .withdrawable
                .forget(*channel_id, *deleted_message_id);
        }
        FullEvent::ThreadCreate { thread } => forum::somebody_posted(bot, thread),
        _ => {}
    }
}
