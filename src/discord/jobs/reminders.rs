//! Telling people who asked for it that a question the articles did not cover has an answer now.
//! Checked at the start and after every new generation of the index.
//!
//! Somebody counts as told once Discord has the message: a message that fails is sent again, a few
//! times while the bot runs, and with every new generation or start. Recording it first would lose
//! the wish if the program ended in between. If it ends between sending and recording, the message
//! is sent again with the same nonce, by which Discord recognises it for some minutes and shows it
//! once.

use std::collections::HashSet;
use std::future::pending;
use std::sync::Arc;

use jiff::Timestamp;
use serenity::all::{ChannelId, UserId};
use tokio::time::{Duration, sleep};

use crate::app::AskError;
use crate::discord::api::error::RestError;
use crate::discord::api::message::Body;
use crate::discord::ask::answer;
use crate::discord::bot::Bot;
use crate::discord::words::Words;
use crate::discord::{escape, render};
use crate::store::{Decision, Missed, MissedId, Reminder};
use lodestar_engine::answer::{Answer, Coverage};
use lodestar_engine::article::ContentHash;

/// Room for the question in the message, in UTF-16 code units.
const QUESTION: usize = 200;
/// Digits of a nonce; Discord takes 25 at most.
const NONCE_DIGITS: usize = 24;
/// The pauses before retrying what could not be sent or looked up.
const PAUSES: [Duration; 5] = [
    Duration::from_secs(60),
    Duration::from_secs(5 * 60),
    Duration::from_secs(15 * 60),
    Duration::from_secs(60 * 60),
    Duration::from_secs(6 * 60 * 60),
];

/// People who were told, but not yet recorded as told.
type ToldUnrecorded = HashSet<(MissedId, u64)>;

/// Whether a retry is needed for somebody to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Round {
    Done,
    TryAgain,
}

/// Checks whether missed questions have answers now, at the start and after every new generation of
/// the index. Ends when the bot stops.
pub(in crate::discord) async fn watch(bot: Arc<Bot>) {
    let mut generations = bot.app.generations();
    let mut told = ToldUnrecorded::new();
    let mut pauses = PAUSES.iter();
    loop {
        generations.mark_unchanged();
        let pause = match notify_all(&bot, &mut told).await {
            Round::Done => None,
            Round::TryAgain => pauses.next(),
        };
        let next_try = async {
            match pause {
                Some(pause) => sleep(*pause).await,
                None => pending().await,
            }
        };
        tokio::select! {
            changed = generations.changed() => {
                if changed.is_err() {
                    return;
                }
                pauses = PAUSES.iter();
            }
            () = bot.stopped() => return,
            () = next_try => {}
        }
    }
}

async fn notify_all(bot: &Bot, told: &mut ToldUnrecorded) -> Round {
    let missed = match bot.app.store().missed(None).await {
        Ok(missed) => missed,
        Err(error) => {
            tracing::debug!(%error, "missed questions could not be read");
            return Round::TryAgain;
        }
    };
    let mut round = Round::Done;
    for missed in missed {
        if bot.is_stopping() {
            return Round::Done;
        }
        if missed.decision != Decision::WontCover
            && notify_about(bot, &missed, told).await == Round::TryAgain
        {
            round = Round::TryAgain;
        }
    }
    round
}

/// Tells everyone who waits for the answer to one question, if there is one.
async fn notify_about(bot: &Bot, missed: &Missed, told: &mut ToldUnrecorded) -> Round {
    let store = bot.app.store();
    let Ok(waiting) = store.reminders(missed.id).await else {
        return Round::TryAgain;
    };
    if waiting.is_empty() {
        return Round::Done;
    }
    let answer = match answer::search(bot, &[], &missed.text).await {
        Ok(pages) => pages.first(),
        Err(AskError::Busy) => return Round::TryAgain,
        Err(_) => return Round::Done,
    };
    if answer.state != Coverage::Answered {
        return Round::Done;
    }
    let mut round = Round::Done;
    for reminder in waiting {
        let person = (missed.id, reminder.reporter);
        if !told.contains(&person)
            && let Err(error) = notify(bot, &reminder, missed, &answer).await
        {
            tracing::warn!(%error, "somebody could not be told of an answer yet");
            if !error.is_final() {
                round = Round::TryAgain;
            }
            continue;
        }
        let kept = store.note_reminded(missed.id, reminder.reporter, Timestamp::now());
        match kept.await {
            Ok(()) => {
                told.remove(&person);
            }
            Err(error) => {
                tracing::debug!(%error, "that somebody was told is not recorded yet");
                told.insert(person);
                round = Round::TryAgain;
            }
        }
    }
    round
}

/// Tells somebody in a direct message or, if they take none, where they asked for it.
async fn notify(
    bot: &Bot,
    reminder: &Reminder,
    missed: &Missed,
    answer: &Answer,
) -> Result<(), RestError> {
    let words = Words::of(&reminder.locale);
    let question = escape::line(&missed.text, QUESTION);
    let text = words.reminder_answer(&question) + "\n\n" + &render::answer(words, answer);
    let body = Body::new(&text).once(nonce(missed.id, reminder.reporter, answer.generation));
    let direct = async {
        let channel = bot.rest.open_dm(UserId::new(reminder.reporter)).await?;
        bot.rest.create_message(channel, &body).await
    };
    match direct.await {
        Ok(_) => return Ok(()),
        Err(error) if !error.is_final() => return Err(error),
        Err(error) => tracing::debug!(%error, "no direct message"),
    }
    let channel = ChannelId::new(reminder.channel);
    bot.rest.create_message(channel, &body).await.map(drop)
}

/// The same nonce for the same message, whenever it is sent.
fn nonce(missed: MissedId, reporter: u64, generation: u64) -> String {
    let hash = ContentHash::of(format!("{} {reporter} {generation}", missed.0).as_bytes());
    hash.as_str().chars().take(NONCE_DIGITS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_message_has_a_nonce_of_its_own() {
        let one = nonce(MissedId(1), 2, 3);
        assert_eq!(one, nonce(MissedId(1), 2, 3));
        assert!(one.len() <= 25, "{one}");
        for other in [
            nonce(MissedId(1), 2, 4),
            nonce(MissedId(1), 3, 3),
            nonce(MissedId(2), 2, 3),
        ] {
            assert_ne!(one, other);
        }
    }
}
