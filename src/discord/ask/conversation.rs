//! What a question follows: the earlier questions of the same conversation.
//!
//! None of it is kept in memory, so it survives a restart. The store knows which question a message
//! of ours answers; if it fails, or keeps no texts, Discord's own chain of replies leads from our
//! answer to the question, and further.

use jiff::{SignedDuration, Timestamp};
use serenity::all::{ChannelId, Message, MessageId};
use tokio::time::timeout;

use super::STORE_PATIENCE;
use super::asked::without_mention;
use super::asking::timestamp;
use crate::discord::bot::Bot;
use crate::discord::state::recent::EARLIER;
use crate::store::{PastQuestion, QuestionId, ShownAnswer, StoreError};

/// Earlier questions read from Discord one by one, two requests each.
const READ: usize = 2;
/// How long a direct message continues the question before it: longer than people think about an
/// answer, shorter than it takes them to change the subject.
const GOES_ON: SignedDuration = SignedDuration::from_mins(30);
/// The same in a thread, which has one subject.
const GOES_ON_IN_THREAD: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The questions before one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::discord) struct Conversation {
    /// Oldest first.
    pub(in crate::discord) earlier: Vec<String>,
    /// The last of them, if the store knows it.
    pub(in crate::discord) follows: Option<QuestionId>,
}

/// The conversation that a message continues: that of the answer it replies to; otherwise, in a
/// thread of ours and in direct messages, that of the last answer there.
pub(in crate::discord) async fn leading_to(bot: &Bot, message: &Message) -> Conversation {
    let channel = message.channel_id;
    if let Some(replied_to) = message.referenced_message.as_deref() {
        if replied_to.author.id != bot.id {
            return Conversation::default();
        }
        // It may be about to be recorded.
        let turn = bot.state.handled.turn_of_answer(replied_to.id);
        let _ended = timeout(STORE_PATIENCE, turn).await;
        let store = bot.app.store();
        return match in_time(store.answer(replied_to.id.get())).await {
            Some(Some(answer)) => continued_from(bot, answer.question).await,
            Some(None) | None => {
                let answer = bot.rest.link(channel, replied_to.id).await.ok();
                read_back(bot, answer.and_then(|it| it.replies_to)).await
            }
        };
    }
    let (own_thread, goes_on) = match bot.state.places.thread_of(bot.id, channel) {
        Some(thread) => (Some(thread), GOES_ON_IN_THREAD),
        None if message.guild_id.is_none() => (None, GOES_ON),
        None => return Conversation::default(),
    };
    match in_time(bot.app.store().latest_answer(channel.get())).await {
        Some(Some(answer)) if is_recent(&answer, message, goes_on) => {
            continued_from(bot, answer.question).await
        }
        Some(_) => Conversation::default(),
        None => {
            // A thread has the id of the message it was started under.
            let parent = own_thread.and_then(|thread| thread.parent);
            let question = parent.map(|parent| (parent, MessageId::new(channel.get())));
            read_back(bot, question).await
        }
    }
}

/// The conversation before a question that the store knows.
pub(in crate::discord) async fn before(bot: &Bot, question: QuestionId) -> Conversation {
    let chain = chain(bot, question).await;
    let follows = chain.first().and_then(|it| it.follows);
    let earlier = chain.get(1..).unwrap_or_default();
    with_texts(bot, earlier, follows).await
}

async fn continued_from(bot: &Bot, question: QuestionId) -> Conversation {
    let chain = chain(bot, question).await;
    with_texts(bot, &chain, Some(question)).await
}

/// Newest first.
async fn chain(bot: &Bot, question: QuestionId) -> Vec<PastQuestion> {
    let chain = bot.app.store().conversation(question, EARLIER);
    in_time(chain).await.unwrap_or_default()
}

async fn with_texts(
    bot: &Bot,
    chain: &[PastQuestion],
    follows: Option<QuestionId>,
) -> Conversation {
    let mut earlier = Vec::new();
    for question in chain {
        let text = match (&question.text, question.message) {
            (Some(text), _) => Some(text.clone()),
            (None, Some(message)) => {
                let (channel, message) = (question.channel.into(), message.into());
                read(bot, channel, message).await.map(|(text, _)| text)
            }
            (None, None) => None,
        };
        let Some(text) = text else {
            break;
        };
        earlier.push(text);
    }
    earlier.reverse();
    Conversation { earlier, follows }
}

/// Earlier questions along Discord's chain of replies.
async fn read_back(bot: &Bot, question: Option<(ChannelId, MessageId)>) -> Conversation {
    let mut earlier = Vec::new();
    let mut next = question;
    while let Some((channel, message)) = next.filter(|_| earlier.len() < READ) {
        let Some((text, answer)) = read(bot, channel, message).await else {
            break;
        };
        earlier.push(text);
        next = match answer.filter(|_| earlier.len() < READ) {
            Some((channel, answer)) => {
                let answer = bot.rest.link(channel, answer).await.ok();
                answer
                    .filter(|it| it.author == bot.id)
                    .and_then(|it| it.replies_to)
            }
            None => None,
        };
    }
    earlier.reverse();
    Conversation {
        earlier,
        follows: None,
    }
}

/// The question in somebody's message, and what that replies to.
async fn read(
    bot: &Bot,
    channel: ChannelId,
    message: MessageId,
) -> Option<(String, Option<(ChannelId, MessageId)>)> {
    let link = match bot.rest.link(channel, message).await {
        Ok(link) => link,
        Err(error) => {
            tracing::debug!(%error, "an earlier question cannot be read");
            return None;
        }
    };
    let text = without_mention(&link.content, bot.id);
    let is_question = link.author != bot.id && !text.trim().is_empty();
    is_question.then(|| (text.trim().to_owned(), link.replies_to))
}

/// What the store returns, if it is quick enough.
async fn in_time<T>(asked: impl Future<Output = Result<T, StoreError>>) -> Option<T> {
    timeout(STORE_PATIENCE, asked).await.ok()?.ok()
}

fn is_recent(answer: &ShownAnswer, message: &Message, goes_on: SignedDuration) -> bool {
    let written = timestamp(message.id.created_at()).unwrap_or(Timestamp::MIN);
    written.duration_since(answer.shown_at) <= goes_on
}
