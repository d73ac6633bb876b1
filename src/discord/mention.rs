//! Messages that ask: which ones do, what their question is, and answering them.
//!
//! None of it needs the privileged message content intent: Discord shows a bot what direct
//! messages and messages that mention it say.

mod asked;

use std::convert::Infallible;
use std::sync::Arc;

use serenity::all::{ChannelId, Message, MessageId};
use tokio::time::{Duration, sleep};

use super::asking::Asking;
use super::bot::Bot;
use super::failure::Failure;
use super::render;
use super::reply::Reply;
use super::rest::Rest;
use super::words::Words;
use crate::answer::Answer;
use asked::Asked;

/// An answer that takes longer is announced by a typing indicator.
const TYPING_AFTER: Duration = Duration::from_millis(700);
/// A typing indicator lasts 10 s, <https://docs.discord.com/developers/resources/channel>.
const TYPING_AGAIN: Duration = Duration::from_secs(8);

/// Answers a message if it asks something.
pub(super) async fn handle(bot: &Arc<Bot>, message: &Message) {
    let asked = asked::asked(message, bot.id);
    if asked == Asked::Nothing {
        return;
    }
    let channel = message.channel_id;
    let words = bot.preferred.words(message);
    let asking = Asking::by_message(bot, message, words);
    let work = async move |bot: Arc<Bot>, reply: Arc<Reply>| {
        let answered = tokio::select! {
            answered = answer(&bot, channel, asked) => answered?,
            never = keep_typing(&bot.rest, channel) => match never {},
        };
        let content = match &answered {
            Ok(answer) => render::answer(words, answer),
            Err(sentence) => sentence(words),
        };
        let shown = reply.answer(&bot.rest, &content, false).await?;
        if let Ok(answer) = answered {
            bot.record(asking, &answer, shown);
        }
        Ok(())
    };
    bot.attend(Reply::to_message(message, words), work).await;
}

/// The answer, or what is said instead of one.
async fn answer(
    bot: &Bot,
    channel: ChannelId,
    asked: Asked,
) -> Result<Result<Answer, fn(Words) -> String>, Failure> {
    let question = match asked {
        Asked::Nothing | Asked::Help => return Ok(Err(Words::help)),
        Asked::MissingReference => return Ok(Err(Words::missing_reference)),
        Asked::Question(question) => question,
        Asked::Reference(message) => match read(&bot.rest, channel, message).await {
            Some(question) => question,
            None => return Ok(Err(Words::unreadable_reference)),
        },
    };
    Ok(Ok(bot.app.ask(&question).await?))
}

/// What a message says that Discord did not show us; `None` when it still does not.
async fn read(rest: &Rest, channel: ChannelId, message: MessageId) -> Option<String> {
    match rest.message_content(channel, message).await {
        Ok(content) => Some(content).filter(|content| !content.trim().is_empty()),
        Err(error) => {
            tracing::info!(%error, "the message replied to cannot be read");
            None
        }
    }
}

/// Shows the bot as typing for as long as it is polled.
async fn keep_typing(rest: &Rest, channel: ChannelId) -> Infallible {
    sleep(TYPING_AFTER).await;
    loop {
        if let Err(error) = rest.typing(channel).await {
            tracing::debug!(%error, "typing could not be shown");
        }
        sleep(TYPING_AGAIN).await;
    }
}
