//! Channels in which the bot may answer questions that nobody put to it: only if it is sure, only
//! if nobody else answers, and nothing that addresses somebody else.

use std::sync::Arc;

use serenity::all::{GuildId, Message, MessageType};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use super::question::{is_question, questions};
use crate::app::AskError;
use crate::discord::api::error::RestError;
use crate::discord::api::message::Body;
use crate::discord::api::reply::Reply;
use crate::discord::ask::answer;
use crate::discord::ask::asking::{self, Asking};
use crate::discord::ask::channel::{self, NewThread};
use crate::discord::ask::courtesy::without_courtesies;
use crate::discord::bot::Bot;
use crate::discord::words::Words;
use crate::store::Mode;
use lodestar_engine::answer::{Answer, Coverage};

/// Sentences of a long message that are tried one by one if the message as a whole has no answer.
const SENTENCES: usize = 3;

/// Whether a message asks a question of nobody in particular, as far as the bot can read it.
pub(in crate::discord) fn asks_everyone(bot: &Bot, message: &Message) -> bool {
    bot.settings.discord.message_content && is_for_all(message) && is_question(&message.content)
}

/// Waits, and answers the question if nobody else does.
pub(in crate::discord) fn somebody_asked(bot: &Arc<Bot>, server: GuildId, message: &Message) {
    if bot
        .state
        .places
        .thread_of(bot.id, message.channel_id)
        .is_some()
    {
        return;
    }
    let (channel, id, asker) = (message.channel_id, message.id, message.author.id);
    let Some(off) = bot.state.unasked.waiting.begin(channel, id, asker) else {
        return;
    };
    let (this, message) = (Arc::clone(bot), message.clone());
    bot.spawn(async move {
        if let Err(error) = answer_if_sure(&this, server, &message, &off).await {
            tracing::info!(%error, message = %id, "an unasked question is not answered");
        }
        this.state.unasked.waiting.end(channel, id);
    });
}

/// Whether a message addresses nobody in particular.
fn is_for_all(message: &Message) -> bool {
    message.kind == MessageType::Regular
        && message.mentions.is_empty()
        && message.mention_roles.is_empty()
        && !calls_everyone(message)
}

/// Whether it addresses everyone. Discord's flag is only set for people who may notify everyone.
fn calls_everyone(message: &Message) -> bool {
    message.mention_everyone
        || ["@everyone", "@here"]
            .iter()
            .any(|call| message.content.contains(call))
}

async fn answer_if_sure(
    bot: &Bot,
    server: GuildId,
    message: &Message,
    off: &CancellationToken,
) -> Result<(), RestError> {
    let settings = channel::settings_in(bot, server, message.channel_id).await;
    if settings.mode != Mode::Confident {
        return Ok(());
    }
    tokio::select! {
        () = off.cancelled() => return Ok(()),
        () = bot.stopping().cancelled() => return Ok(()),
        () = sleep(bot.settings.discord.unasked_wait) => {}
    }
    let words = bot.state.preferred.words(message);
    let asking = Asking::by_message(&bot.state.places, message, words);
    let Some((body, answer)) = sure_answer(bot, &asking, words, &message.content).await else {
        return Ok(());
    };
    if off.is_cancelled() {
        return Ok(());
    }
    let Some(turn) = bot.state.handled.begin(message.id.get()) else {
        return Ok(());
    };
    let text = &answer.question.text;
    let thread = NewThread::wanted(bot, &asking, settings, text);
    let reply = Reply::to_message(message, words);
    let shown = channel::show(bot, &reply, thread, message.id, body).await?;
    bot.state.handled.note_shown(message.id.get(), shown);
    asking::record(bot, asking, &answer, shown, Some(turn));
    Ok(())
}

/// The answer to a message, or to one of its questions, if it is certain.
async fn sure_answer(
    bot: &Bot,
    asking: &Asking,
    words: Words,
    text: &str,
) -> Option<(Body, Answer)> {
    let single = questions(text).take(SENTENCES);
    for question in std::iter::once(without_courtesies(text)).chain(single) {
        match answer::answer(bot, asking, words, &[], &question).await {
            Ok(found) if found.1.state == Coverage::Answered => return Some(found),
            Ok(_) | Err(AskError::NoWords) => {}
            Err(error) => {
                tracing::info!(%error, "an unasked question is left alone");
                return None;
            }
        }
    }
    None
}
