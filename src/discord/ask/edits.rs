//! Answers follow their questions: when the asker edits a question, its answer is edited; when the
//! question is deleted, so is the answer.
//!
//! The answer is looked up in the store, which works across restarts; answers of this run are found
//! without it too. An edited question is read like a new one: in a server Discord shows its text
//! only while it mentions the bot.

use std::sync::Arc;

use serenity::all::{ChannelId, Message, MessageId, MessageUpdateEvent};
use serenity::model::Timestamp;
use tokio::time::Instant;

use super::asked::Asked;
use super::asking::{self, Asking, outcome, passages};
use super::{answer, conversation, mention, removal};
use crate::discord::api::message::Shown;
use crate::discord::bot::Bot;
use crate::discord::failure::Failure;
use crate::store::{Answered, QuestionId};
use lodestar_engine::answer::Answer;

/// Microseconds in a second.
const MICROSECONDS: i64 = 1_000_000;

/// An answer to a question.
#[derive(Debug, Clone, Copy)]
struct CurrentAnswer {
    shown: Shown,
    /// `None` where only this run knows it, such as for help.
    question: Option<QuestionId>,
}

/// Updates the answer after an edit. A message that asks only now is answered as if it were new.
pub(in crate::discord) async fn edited(bot: &Arc<Bot>, event: &MessageUpdateEvent) {
    let Some((message, at)) = in_time(bot, event) else {
        return;
    };
    let asked = mention::read(bot, &message);
    if !matches!(asked, Asked::Question(_) | Asked::Reference(_)) {
        return;
    }
    bot.state.handled.note_edited(message.id.get(), at);
    let turn = bot.state.handled.turn(message.id.get()).await;
    if bot.state.handled.was_edited_after(message.id.get(), at) {
        return;
    }
    let current = match answers_to(bot, message.id).await {
        Ok(current) => current,
        // It may have been answered before a restart.
        Err(_) if turn.is_none() => return,
        Err(_) => Vec::new(),
    };
    let Some(&current) = current.first() else {
        drop(turn);
        if !bot.state.handled.knows(message.id.get()) {
            mention::handle_asked(bot, &message, asked).await;
        }
        return;
    };
    let (server, channel) = (message.guild_id, message.channel_id);
    let now = Instant::now();
    if bot
        .state
        .cooldowns
        .admit(message.author.id, channel, server, now)
        .is_err()
    {
        return;
    }
    let this = Arc::clone(bot);
    bot.spawn(async move {
        if let Err(error) = follow(&this, &message, asked, current).await {
            tracing::info!(?error, message = %message.id, "an edit is not followed");
        }
        drop(turn);
    });
}

/// The message after an edit that counts, and the time of the edit. Discord sends updates for
/// anything that happens to a message: pins, link previews, a thread.
fn in_time(bot: &Bot, event: &MessageUpdateEvent) -> Option<(Message, i64)> {
    let at = microseconds(event.edited_timestamp?);
    let age = at.saturating_sub(microseconds(event.id.created_at()));
    let limit = i64::try_from(bot.settings.discord.follow_edits.as_secs()).unwrap_or(i64::MAX);
    if age > limit.saturating_mul(MICROSECONDS) || event.author.is_none() {
        return None;
    }
    let mut message = Message::default();
    event.apply_to_message(&mut message);
    message.id = event.id;
    message.channel_id = event.channel_id;
    message.guild_id = event.guild_id;
    Some((message, at))
}

fn microseconds(time: Timestamp) -> i64 {
    time.unix_timestamp()
        .saturating_mul(MICROSECONDS)
        .saturating_add(i64::from(time.microsecond()))
}

/// Deletes the answers to deleted messages, and forgets answers of ours that were deleted.
pub(in crate::discord) fn deleted(bot: &Arc<Bot>, channel: ChannelId, messages: &[MessageId]) {
    let this = Arc::clone(bot);
    let messages = messages.to_vec();
    bot.spawn(async move {
        for message in messages {
            take_back(&this, channel, message).await;
        }
    });
}

async fn follow(
    bot: &Bot,
    message: &Message,
    asked: Asked,
    current: CurrentAnswer,
) -> Result<(), Failure> {
    let Some(question) = mention::question_in(bot, message.channel_id, asked)
        .await
        .ok()
    else {
        return Ok(());
    };
    let conversation = match current.question {
        Some(question) => conversation::before(bot, question).await,
        None => conversation::leading_to(bot, message).await,
    };
    let words = bot.state.preferred.words(message);
    let mut asking = Asking::by_message(&bot.state.places, message, words);
    asking.follows = conversation.follows;
    asking.id = current.question.unwrap_or(asking.id);
    let answered = answer::answer(bot, &asking, words, &conversation.earlier, &question);
    let (body, answer) = answered.await?;
    if is_recorded(bot, current, &answer).await {
        return Ok(());
    }
    let Shown { channel, message } = current.shown;
    let _turn = bot.state.handled.change_of(message).await;
    bot.rest.edit_message(channel, message, &body).await?;
    match current.question {
        Some(question) => revise(bot, question, current.shown, &answer).await,
        None => asking::record(bot, asking, &answer, Some(current.shown), None),
    }
    Ok(())
}

/// Whether the question is recorded as it is now: then the edit changed something else.
async fn is_recorded(bot: &Bot, current: CurrentAnswer, answer: &Answer) -> bool {
    let Some(id) = current.question else {
        return false;
    };
    let chain = bot.app.store().conversation(id, 1).await;
    let text = chain.ok().and_then(|it| it.into_iter().next()?.text);
    text.is_some_and(|text| text == answer.question.text)
}

async fn revise(bot: &Bot, question: QuestionId, shown: Shown, answer: &Answer) {
    let store = bot.app.store();
    let passages = passages(answer);
    let (text, generation) = (&answer.question.text, answer.generation);
    let revised = store
        .revise_question(question, text, outcome(answer), generation)
        .await;
    let answered = Answered {
        message: shown.message.get(),
        channel: shown.channel.get(),
        question,
        generation,
        shown_at: jiff::Timestamp::now(),
        editable: true,
        passages: &passages,
    };
    if let Err(error) = revised.and(store.record_answer(&answered).await) {
        tracing::debug!(%error, "an edit is not recorded");
    }
}

async fn take_back(bot: &Bot, channel: ChannelId, message: MessageId) {
    let _turn = bot.state.handled.turn(message.get()).await;
    let current = answers_to(bot, message).await.unwrap_or_default();
    if current.is_empty() {
        removal::remove_thread_under(bot, message).await;
    }
    for CurrentAnswer { shown, question } in current {
        if let Err(error) = removal::remove_answer(bot, shown).await {
            tracing::info!(%error, "the answer to a deleted question stays");
        }
        if let Some(question) = question
            && let Err(error) = bot.app.store().remove_question(question).await
        {
            tracing::debug!(%error, "a deleted question stays recorded");
        }
    }
    bot.state.handled.note_shown(message.get(), None);
    if let Err(error) = bot.app.store().remove_answer(message.get()).await {
        tracing::debug!(%error, %channel, "a deleted answer stays recorded");
    }
}

/// The answers to a message, newest first.
async fn answers_to(bot: &Bot, message: MessageId) -> Result<Vec<CurrentAnswer>, Failure> {
    let known = bot.app.store().answers_to(message.get()).await;
    let here = bot.state.handled.shown(message.get());
    match known {
        Ok(answers) if !answers.is_empty() => Ok(answers
            .iter()
            .map(|answer| CurrentAnswer {
                shown: Shown {
                    channel: answer.channel.into(),
                    message: answer.message.into(),
                },
                question: Some(answer.question),
            })
            .collect()),
        Err(error) if here.is_none() => Err(Failure::Broken(error.into())),
        Ok(_) | Err(_) => Ok(here
            .map(|shown| CurrentAnswer {
                shown,
                question: None,
            })
            .into_iter()
            .collect()),
    }
}
