//! The channel a question is asked in: whether the bot is turned off there, and whether answers go
//! into threads of their own. Where Discord permits no thread the answer goes into the channel, which
//! is remembered for the check-up.

use serenity::all::{ChannelId, ChannelType, GuildId, Message, MessageId};
use tokio::time::timeout;

use super::STORE_PATIENCE;
use super::asking::Asking;
use crate::discord::api::codes::FORBIDDEN;
use crate::discord::api::error::RestError;
use crate::discord::api::interaction::Interaction;
use crate::discord::api::message::{Body, Shown};
use crate::discord::api::reply::Reply;
use crate::discord::bot::Bot;
use crate::discord::budget;
use crate::discord::escape;
use crate::discord::failure::Failure;
use crate::discord::words::Words;
use crate::store::{AnswersIn, ChannelSettings, Mode};

/// UTF-16 code units of a thread's name at most; Discord takes 100 characters.
const NAME: usize = 90;
/// UTF-16 code units shown of a question that a thread is started under.
const HEAD: usize = 300;

/// The settings of the channel that `place` belongs to; the usual ones if the store is slow, and
/// outside of servers.
pub(in crate::discord) async fn settings_in(
    bot: &Bot,
    server: impl Into<Option<GuildId>>,
    place: ChannelId,
) -> ChannelSettings {
    let Some(server) = server.into() else {
        return ChannelSettings::default();
    };
    let channel = bot.state.places.channel_of(place);
    let store = bot.app.store();
    let settings = store.channel_settings(server.get(), channel.get());
    timeout(STORE_PATIENCE, settings).await.unwrap_or_default()
}

/// Whether the bot is turned off where it was when that was last looked up. Returns at once where it
/// was not, so it can be checked before a command is acknowledged.
pub(in crate::discord) async fn is_still_off(
    bot: &Bot,
    server: Option<GuildId>,
    place: ChannelId,
) -> bool {
    let channel = bot.state.places.channel_of(place);
    let seen = bot.app.store().last_seen_settings(channel.get());
    server.is_some()
        && seen.is_some_and(|settings| settings.mode == Mode::Off)
        && settings_in(bot, server, place).await.mode == Mode::Off
}

/// Refuses a command where the bot is turned off. Only whoever asks is to read that, so a public
/// acknowledgement is taken back first.
pub(in crate::discord) async fn refuse_turned_off(
    bot: &Bot,
    reply: &Interaction,
    place: ChannelId,
) -> Failure {
    match reply.take_back(&bot.rest).await {
        Ok(()) => Failure::explained(turned_off(bot, place)),
        Err(error) => error.into(),
    }
}

/// Tells somebody who asked by a message that the bot is turned off there: in a direct message,
/// because nothing else is private.
pub(in crate::discord) async fn tell_turned_off(bot: &Bot, message: &Message, words: Words) {
    let sentence = turned_off(bot, message.channel_id)(words);
    let sent = async {
        let channel = bot.rest.open_dm(message.author.id).await?;
        let body = Body::new(&sentence).once(format!("o{}", message.id));
        bot.rest.create_message(channel, &body).await
    };
    if let Err(error) = sent.await {
        tracing::info!(%error, "somebody could not be told that the bot is turned off");
    }
}

fn turned_off(
    bot: &Bot,
    place: ChannelId,
) -> impl Fn(Words) -> String + Send + Sync + use<> + 'static {
    let channel = bot.state.places.channel_of(place);
    move |words| words.turned_off(&format!("<#{channel}>"))
}

/// A thread that an answer is to be shown in.
#[derive(Debug, Clone)]
pub(in crate::discord) struct NewThread {
    /// The channel whose settings ask for it.
    channel: ChannelId,
    name: String,
}

impl NewThread {
    /// The thread for the answer to a question, if the settings ask for one and there can be one:
    /// only text channels have threads. A private answer gets none.
    pub(in crate::discord) fn wanted(
        bot: &Bot,
        asking: &Asking,
        settings: ChannelSettings,
        question: &str,
    ) -> Option<Self> {
        asking.server.filter(|_| !asking.private)?;
        let channel = asking.channel;
        let place = bot.state.places.get(channel)?;
        let can_have_threads = matches!(place.kind, ChannelType::Text | ChannelType::News);
        if settings.answers_in == AnswersIn::Channel || !can_have_threads {
            return None;
        }
        let name = name(question);
        Some(Self { channel, name })
    }
}

/// A question as the name of its thread: one line without control characters.
fn name(question: &str) -> String {
    let visible: String = question
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    let line = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    budget::cut(&line, NAME)
}

/// Shows the answer to a message: in a thread under it, or as a reply.
pub(in crate::discord) async fn show(
    bot: &Bot,
    reply: &Reply,
    thread: Option<NewThread>,
    question: MessageId,
    body: Body,
) -> Result<Option<Shown>, RestError> {
    let Some(thread) = thread else {
        return reply.answer(&bot.rest, body, false).await;
    };
    let once = body.clone().once(question.to_string());
    match post_in_thread(bot, &thread, question, once).await {
        Ok(shown) => Ok(Some(shown)),
        Err(error) => {
            let body = note_refusal(bot, reply.words(), &thread, &error, body);
            reply.answer(&bot.rest, body, false).await
        }
    }
}

/// Shows the answer to a command: in a thread under the question, which then answers the command,
/// or as the answer to the command.
pub(in crate::discord) async fn show_to_command(
    bot: &Bot,
    reply: &Interaction,
    thread: Option<NewThread>,
    question: &str,
    body: Body,
    private: bool,
) -> Result<Option<Shown>, RestError> {
    let Some(thread) = thread else {
        return reply.answer(&bot.rest, body, private).await;
    };
    let head = Body::new(&format!("**{}**", escape::line(question, HEAD)));
    let Some(head) = reply.answer(&bot.rest, head, false).await? else {
        return reply.answer(&bot.rest, body, false).await;
    };
    let once = body.clone().with_fresh_nonce();
    match post_in_thread(bot, &thread, head.message, once).await {
        Ok(shown) => Ok(Some(shown)),
        Err(error) => {
            let body = note_refusal(bot, reply.words(), &thread, &error, body);
            reply.answer(&bot.rest, body, false).await
        }
    }
}

async fn post_in_thread(
    bot: &Bot,
    thread: &NewThread,
    under: MessageId,
    body: Body,
) -> Result<Shown, RestError> {
    let channel = bot
        .rest
        .start_thread(thread.channel, under, &thread.name)
        .await?;
    let message = bot.rest.create_message(channel, &body).await?;
    bot.state.threads.note_started(thread.channel);
    Ok(Shown { channel, message })
}

/// Notes that a thread was refused. The first time in a channel, the answer says so.
fn note_refusal(
    bot: &Bot,
    words: Words,
    thread: &NewThread,
    error: &RestError,
    body: Body,
) -> Body {
    tracing::info!(channel = %thread.channel, %error, "no thread; answering in the channel");
    let is_refusal = error.status() == Some(FORBIDDEN);
    if is_refusal && bot.state.threads.note_refused(thread.channel) {
        return body.noting(&words.thread_refused());
    }
    body
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_is_named_after_its_question() {
        assert_eq!(name("Where is\n the \u{7}ferry?"), "Where is the ferry?");
        for long in ["why ".repeat(100), "🦀".repeat(100), "é".repeat(200)] {
            let name = name(&long);
            assert!(name.encode_utf16().count() <= 90, "{name}");
            assert!(name.chars().count() > 30 && name.ends_with('…'), "{name}");
        }
    }
}
