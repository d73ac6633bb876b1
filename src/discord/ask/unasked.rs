//! Questions that nobody put to the bot: in channels where it may answer those it is sure of, and in
//! new forum posts. It leaves them to people for a while, and to people alone once one of them has
//! answered.

mod channel;
mod forum;
mod grammar;
mod question;

use std::sync::Arc;

use serenity::all::{ChannelType, Message};

use crate::discord::bot::Bot;

pub(in crate::discord) use forum::{solved, somebody_posted};

/// Deals with a message on a server: it may ask something, answer a question that waits, or answer a
/// forum post.
pub(in crate::discord) fn somebody_wrote(bot: &Arc<Bot>, message: &Message) {
    let by_person = !message.author.bot && !message.author.system && message.webhook_id.is_none();
    let Some(server) = message.guild_id.filter(|_| by_person) else {
        return;
    };
    let places = &bot.state.places;
    let place = message.channel_id;
    let parent = places.channel_of(place);
    let kind = places.get(parent).map(|place| place.kind);
    let is_forum = kind == Some(ChannelType::Forum);
    let asks = !is_forum && channel::asks_everyone(bot, message);
    // In a channel several people ask at once; a thread is about one thing.
    if !asks || parent != place {
        bot.state.unasked.waiting.somebody_wrote(message);
    }
    if is_forum {
        forum::somebody_wrote(bot, server, parent, message);
    } else if asks {
        channel::somebody_asked(bot, server, message);
    }
}
