//! Messages that ask: which ones do, what their question is, and answering them.
//!
//! None of it needs the privileged message content intent: Discord shows a bot what direct
//! messages and messages that mention it say.

mod asked;
mod courtesy;

use std::convert::Infallible;
use std::sync::Arc;

use serenity::all::{ChannelId, Message, MessageId};
use tokio::time::{Duration, Instant, sleep};

use crate::discord::api::message::Body;
use crate::discord::api::reply::Reply;
use crate::discord::api::rest::Rest;
use crate::discord::ask::asking::Asking;
use crate::discord::ask::conversation::Conversation;
use crate::discord::ask::threads::NewThread;
use crate::discord::bot::Bot;
use crate::discord::failure::Failure;
use crate::discord::words::Words;
use crate::store::Mode;
use lodestar_engine::answer::Answer;

pub(in crate::discord) use asked::{Asked, without_mention};
pub(in crate::discord) use courtesy::without_courtesies;

/// An answer that takes longer is announced by a typing indicator.
const TYPING_AFTER: Duration = Duration::from_millis(700);
/// A typing indicator lasts 10 s, <https://docs.discord.com/developers/resources/channel>.
const TYPING_AGAIN: Duration = Duration::from_secs(8);

/// The answer to thanks.
const YOU_ARE_WELCOME: &str = "💙";

/// What is said instead of an answer.
type Sentence = fn(Words) -> String;

/// Answers a message if it asks something.
pub(in crate::discord) async fn handle(bot: &Arc<Bot>, message: &Message) {
    handle_asked(bot, message, read(bot, message)).await;
}

/// What a message wants from the bot.
pub(in crate::discord) fn read(bot: &Bot, message: &Message) -> Asked {
    let in_own_thread = bot.own_thread(message.channel_id).is_some();
    asked::asked(message, bot.id, in_own_thread)
}

/// Answers a message that has been read, unless that was done before. Who asks too much is told
/// once in a while; a message cannot be answered privately, so that more would be noise.
pub(in crate::discord) async fn handle_asked(bot: &Arc<Bot>, message: &Message, asked: Asked) {
    if asked == Asked::Thanks {
        bot.welcome(message).await;
        return;
    }
    if asked == Asked::Nothing || !bot.handled.is_first(message.id.get()) {
        return;
    }
    let (server, channel) = (message.guild_id, message.channel_id);
    let settings = match server {
        Some(server) => bot.settings_in(server, channel).await,
        None => Default::default(),
    };
    let words = bot.preferred.words(message);
    let reply = Reply::to_message(message, words);
    let admitted = bot
        .cooldowns
        .admit(message.author.id, channel, server, Instant::now());
    if settings.mode == Mode::Off {
        if admitted.is_ok() {
            bot.tell_turned_off(message, words).await;
        }
        return;
    }
    if let Err(too_soon) = admitted {
        if too_soon.is_first {
            bot.attend(reply, async move |_, _| Err(too_soon.into()))
                .await;
        }
        return;
    }
    let turn = bot.handled.turn(message.id.get()).await;
    let mut asking = Asking::by_message(bot, message, words);
    let message = message.clone();
    let work = async move |bot: Arc<Bot>, reply: Arc<Reply>| {
        let answered = tokio::select! {
            answered = answer(&bot, &message, asked, &mut asking, words) => answered?,
            never = keep_typing(&bot.rest, channel) => match never {},
        };
        let (body, answer) = match answered {
            Ok(answered) => answered,
            Err(sentence) => {
                let shown = reply.answer(&bot.rest, &sentence(words), false).await?;
                bot.handled.note_shown(message.id.get(), shown);
                return Ok(());
            }
        };
        let text = &answer.question.text;
        let thread = NewThread::wanted(&bot, settings, server, channel, text);
        let shown = bot.show(&reply, thread, message.id, body).await?;
        bot.handled.note_shown(message.id.get(), shown);
        bot.record_in_turn(asking, &answer, shown, turn);
        Ok(())
    };
    bot.attend(reply, work).await;
}

/// The answer as it is shown and as it is recorded, or what is said instead.
async fn answer(
    bot: &Bot,
    message: &Message,
    asked: Asked,
    asking: &mut Asking,
    words: Words,
) -> Result<Result<(Body, Answer), Sentence>, Failure> {
    let question = match bot.question_in(message.channel_id, asked).await {
        Ok(question) => question,
        Err(sentence) => return Ok(Err(sentence)),
    };
    let Conversation { earlier, follows } = bot.conversation(message).await;
    asking.follows = follows;
    let answered = bot.answer(asking, words, &earlier, &question, false);
    Ok(Ok(answered.await?))
}

impl Bot {
    /// Answers thanks with a nod, where the bot answers at all. Given twice it is the same nod.
    async fn welcome(self: &Arc<Self>, message: &Message) {
        let (server, channel) = (message.guild_id, message.channel_id);
        let (person, message) = (message.author.id, message.id);
        let admitted = self
            .cooldowns
            .admit(person, channel, server, Instant::now());
        if let Some(server) = server
            && self.settings_in(server, channel).await.mode == Mode::Off
        {
            return;
        }
        if admitted.is_err() || self.is_stopping() {
            return;
        }
        let this = Arc::clone(self);
        self.spawn(async move {
            if let Err(error) = this.rest.react(channel, message, YOU_ARE_WELCOME).await {
                tracing::debug!(%error, "thanks stay unanswered");
            }
        });
    }

    /// The question that a message asks, or what is said instead of an answer.
    pub(in crate::discord) async fn question_in(
        &self,
        channel: ChannelId,
        asked: Asked,
    ) -> Result<String, Sentence> {
        match asked {
            Asked::Nothing | Asked::Help | Asked::Thanks => Err(Words::help),
            Asked::MissingReference => Err(Words::missing_reference),
            Asked::Question(question) => Ok(question),
            Asked::Reference(message) => referenced(&self.rest, channel, message)
                .await
                .ok_or(Words::unreadable_reference),
        }
    }
}

/// What a message says that Discord did not show us; `None` when it still does not.
async fn referenced(rest: &Rest, channel: ChannelId, message: MessageId) -> Option<String> {
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
