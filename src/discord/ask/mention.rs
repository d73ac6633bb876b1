//! Messages that ask: what they ask, and answering them.
//!
//! No privileged intent is needed: Discord shows a bot the text of direct messages and of messages
//! that mention it.

use std::convert::Infallible;
use std::sync::Arc;

use serenity::all::{ChannelId, Message, MessageId};
use tokio::time::{Duration, Instant, sleep};

use super::answer;
use super::asked::{self, Asked};
use super::asking::{self, Asking};
use super::channel::{self, NewThread};
use super::conversation::{self, Conversation};
use crate::discord::api::message::Body;
use crate::discord::api::reply::Reply;
use crate::discord::api::rest::Rest;
use crate::discord::bot::Bot;
use crate::discord::failure::Failure;
use crate::discord::words::Words;
use crate::store::Mode;
use lodestar_engine::answer::Answer;

/// How long an answer may take before the bot is shown as typing.
const TYPING_AFTER: Duration = Duration::from_millis(700);
/// A typing indicator lasts 10 s, <https://docs.discord.com/developers/resources/channel>.
const TYPING_AGAIN: Duration = Duration::from_secs(8);

/// The reaction to thanks.
const YOU_ARE_WELCOME: &str = "💙";

/// A sentence in place of an answer.
type Sentence = fn(Words) -> String;

/// What a message is answered with.
enum MessageAnswer {
    /// The message to show, and the answer to record.
    Answered(Box<(Body, Answer)>),
    Explained(Sentence),
}

/// Answers a message if it asks something.
pub(in crate::discord) async fn handle(bot: &Arc<Bot>, message: &Message) {
    handle_asked(bot, message, read(bot, message)).await;
}

/// What a message wants from the bot.
pub(in crate::discord) fn read(bot: &Bot, message: &Message) -> Asked {
    let in_own_thread = bot
        .state
        .places
        .thread_of(bot.id, message.channel_id)
        .is_some();
    asked::asked(message, bot.id, in_own_thread)
}

/// Answers a message that has been read, unless that was done before. Whoever asks too much is told
/// once in a while: a message cannot be answered privately, and more would be noise.
pub(in crate::discord) async fn handle_asked(bot: &Arc<Bot>, message: &Message, asked: Asked) {
    match asked {
        Asked::Nothing => return,
        Asked::Thanks => return welcome(bot, message).await,
        _ => {}
    }
    let Some(turn) = bot.state.handled.begin(message.id.get()) else {
        return;
    };
    let (server, channel) = (message.guild_id, message.channel_id);
    let settings = channel::settings_in(bot, server, channel).await;
    let words = bot.state.preferred.words(message);
    let reply = Reply::to_message(message, words);
    let cooldowns = &bot.state.cooldowns;
    let admitted = cooldowns.admit(message.author.id, channel, server, Instant::now());
    if settings.mode == Mode::Off {
        if admitted.is_ok() {
            channel::tell_turned_off(bot, message, words).await;
        }
        return;
    }
    if let Err(too_soon) = admitted {
        if too_soon.is_first {
            bot.attend(reply, async move { Err(too_soon.into()) }).await;
        }
        return;
    }
    let mut asking = Asking::by_message(&bot.state.places, message, words);
    let message = message.clone();
    let (this, to) = (Arc::clone(bot), reply.clone());
    let work = async move {
        let (bot, reply) = (this, to);
        let outcome = tokio::select! {
            outcome = outcome(&bot, &message, asked, &mut asking, words) => outcome?,
            never = keep_typing(&bot.rest, channel) => match never {},
        };
        let (body, answer) = match outcome {
            MessageAnswer::Answered(answered) => *answered,
            MessageAnswer::Explained(sentence) => {
                let shown = reply.answer(&bot.rest, &sentence(words), false).await?;
                bot.state.handled.note_shown(message.id.get(), shown);
                drop(turn);
                return Ok(());
            }
        };
        let thread = NewThread::wanted(&bot, &asking, settings, &answer.question.text);
        let shown = channel::show(&bot, &reply, thread, message.id, body).await?;
        bot.state.handled.note_shown(message.id.get(), shown);
        asking::record(&bot, asking, &answer, shown, Some(turn));
        Ok(())
    };
    bot.attend(reply, work).await;
}

async fn outcome(
    bot: &Bot,
    message: &Message,
    asked: Asked,
    asking: &mut Asking,
    words: Words,
) -> Result<MessageAnswer, Failure> {
    let question = match question_in(bot, message.channel_id, asked).await {
        Ok(question) => question,
        Err(sentence) => return Ok(MessageAnswer::Explained(sentence)),
    };
    let Conversation { earlier, follows } = conversation::leading_to(bot, message).await;
    asking.follows = follows;
    let answered = answer::answer(bot, asking, words, &earlier, &question).await?;
    Ok(MessageAnswer::Answered(Box::new(answered)))
}

/// Answers thanks with an emoji, where the bot answers at all. Reacting twice changes nothing.
async fn welcome(bot: &Arc<Bot>, message: &Message) {
    let (server, channel) = (message.guild_id, message.channel_id);
    let (person, message) = (message.author.id, message.id);
    let admitted = bot
        .state
        .cooldowns
        .admit(person, channel, server, Instant::now());
    if channel::settings_in(bot, server, channel).await.mode == Mode::Off {
        return;
    }
    if admitted.is_err() || bot.is_stopping() {
        return;
    }
    let this = Arc::clone(bot);
    bot.spawn(async move {
        if let Err(error) = this.rest.react(channel, message, YOU_ARE_WELCOME).await {
            tracing::debug!(%error, "thanks could not be answered");
        }
    });
}

/// The question that a message asks, or a sentence in place of an answer.
pub(in crate::discord) async fn question_in(
    bot: &Bot,
    channel: ChannelId,
    asked: Asked,
) -> Result<String, Sentence> {
    match asked {
        Asked::Nothing | Asked::Help | Asked::Thanks => Err(Words::help),
        Asked::MissingReference => Err(Words::missing_reference),
        Asked::Question(question) => Ok(question),
        Asked::Reference(message) => referenced(&bot.rest, channel, message)
            .await
            .ok_or(Words::unreadable_reference),
    }
}

/// The text of a message that Discord did not include; `None` if it withholds it again.
async fn referenced(rest: &Rest, channel: ChannelId, message: MessageId) -> Option<String> {
    match rest.message_content(channel, message).await {
        Ok(content) => Some(content).filter(|content| !content.trim().is_empty()),
        Err(error) => {
            tracing::info!(%error, "the message replied to cannot be read");
            None
        }
    }
}

/// Shows the bot as typing while it is polled.
async fn keep_typing(rest: &Rest, channel: ChannelId) -> Infallible {
    sleep(TYPING_AFTER).await;
    loop {
        if let Err(error) = rest.typing(channel).await {
            tracing::debug!(%error, "typing could not be shown");
        }
        sleep(TYPING_AGAIN).await;
    }
}
