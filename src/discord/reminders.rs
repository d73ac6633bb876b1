//! Telling people that a question which the articles did not cover has an answer now, if they
//! wished for that. Each is told once, after the articles were read again.

use std::sync::Arc;

use jiff::Timestamp;
use serenity::all::{ChannelId, UserId};

use super::bot::Bot;
use super::escape;
use super::message::Body;
use super::render;
use super::reply::once;
use super::rest::RestError;
use super::words::Words;
use crate::answer::{Answer, State};
use crate::store::{Decision, Reminder};

/// Room for the question in the message, in UTF-16 code units.
const QUESTION: usize = 200;

/// Looks after every new generation of the index, and once at the start, whether missed questions
/// have answers now. Ends when the bot stops.
pub(super) async fn watch(bot: Arc<Bot>) {
    let mut generations = bot.app.generations();
    loop {
        generations.mark_unchanged();
        tell_all(&bot).await;
        tokio::select! {
            changed = generations.changed() => if changed.is_err() { return },
            () = bot.stopped() => return,
        }
    }
}

async fn tell_all(bot: &Bot) {
    let missed = match bot.app.store().missed(None).await {
        Ok(missed) => missed,
        Err(error) => {
            tracing::debug!(%error, "missed questions cannot be looked at");
            return;
        }
    };
    for missed in missed {
        if bot.is_stopping() {
            return;
        }
        if missed.decision == Decision::WontCover {
            continue;
        }
        let Ok(pages) = bot.search(&[], &missed.text).await else {
            continue;
        };
        let answer = pages.first();
        if answer.state != State::Answered {
            continue;
        }
        let taken = bot.app.store().take_reminders(missed.id, Timestamp::now());
        for reminder in taken.await.unwrap_or_default() {
            if let Err(error) = tell(bot, &reminder, &missed.text, &answer).await {
                tracing::warn!(%error, "somebody could not be told of an answer");
            }
        }
    }
}

/// Tells somebody directly; who does not take direct messages, where they wished for it.
async fn tell(
    bot: &Bot,
    reminder: &Reminder,
    question: &str,
    answer: &Answer,
) -> Result<(), RestError> {
    let words = Words::of(&reminder.locale);
    let question = escape::line(question, QUESTION);
    let text = words.reminder_answer(&question) + "\n\n" + &render::answer(words, answer);
    let body = || once(Body::new(&text));
    let direct = async {
        let channel = bot.rest.open_dm(UserId::new(reminder.reporter)).await?;
        bot.rest.create_message(channel, &body()).await
    };
    if direct.await.is_ok() {
        return Ok(());
    }
    let channel = ChannelId::new(reminder.channel);
    bot.rest.create_message(channel, &body()).await.map(drop)
}
