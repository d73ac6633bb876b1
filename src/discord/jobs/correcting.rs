//! Correcting answers: when a published generation of the index no longer has a passage that a
//! recent answer quotes, the message is edited to say so, with what the article says now.
//!
//! The work to do is a list in the store, so an interruption loses nothing. Each answer is compared
//! with its sources and its message only when its turn comes. So several publications lead to one
//! edit, and an edit that was made but not recorded is not made again. Without the store nothing
//! happens here.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serenity::all::{ChannelId, MessageId};
use tokio::sync::watch;
use tokio::time::{Duration, sleep};

use crate::app::{AskError, Quoted, Standing};
use crate::discord::api::codes;
use crate::discord::api::error::RestError;
use crate::discord::ask::asking::passage;
use crate::discord::bot::Bot;
use crate::discord::render;
use crate::discord::words::Words;
use crate::store::{Correction, PassageRef, StoreError, Waiting};

/// Discord limits edits of messages older than this more strictly.
const OLD: SignedDuration = SignedDuration::from_hours(1);
/// How many times slower those edits come, so that the limit is seldom hit.
const SLOWER: u32 = 4;
/// How long a channel that takes no more edits is left alone, if Discord does not say. How many
/// edits of older messages it takes is not published
/// (<https://github.com/discord/discord-api-docs/issues/4413>).
const HELD: SignedDuration = SignedDuration::from_mins(15);
/// How soon to retry when the store or the index could not be read.
const AGAIN: Duration = Duration::from_secs(60);
/// How long to wait when nothing is due.
const IDLE: Duration = Duration::from_secs(24 * 60 * 60);

/// Corrections between two log lines.
const TOLD_EVERY: u64 = 25;

/// Why corrections cannot go on.
#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error("the store failed")]
    Store(#[from] StoreError),
    #[error("the articles could not be checked")]
    Index(#[from] AskError),
}

/// Finds the answers to correct, at the start and after every new generation of the index, and
/// corrects them one by one until the bot stops.
pub(in crate::discord) async fn watch(bot: Arc<Bot>) {
    if bot.settings.mark_days == 0 {
        return;
    }
    let age = SignedDuration::from_hours(24 * i64::from(bot.settings.mark_days));
    let mut generations = bot.app.generations();
    let mut is_new = true;
    while !bot.is_stopping() {
        let worked = work(&bot, age, &mut generations, &mut is_new).await;
        let pause = worked.unwrap_or_else(|error| {
            tracing::debug!(?error, "correcting answers is paused");
            AGAIN
        });
        tokio::select! {
            changed = generations.changed(), if !is_new => match changed {
                Ok(()) => is_new = true,
                Err(_) => return,
            },
            () = sleep(pause) => {}
            () = bot.stopped() => return,
        }
    }
}

/// Corrects until nothing more can be done now; returns how long to wait then.
async fn work(
    bot: &Bot,
    age: SignedDuration,
    generations: &mut watch::Receiver<Option<u64>>,
    is_new: &mut bool,
) -> Result<Duration, Trouble> {
    let mut done = 0_u64;
    loop {
        if *is_new || generations.has_changed().unwrap_or(false) {
            *is_new = true;
            generations.mark_unchanged();
            look_for_changes(bot, age).await?;
            *is_new = false;
        }
        let Some(correction) = bot.app.store().next_correction(Timestamp::now()).await? else {
            let Waiting { answers, next } = bot.app.store().corrections_waiting().await?;
            if done > 0 {
                tracing::info!(
                    corrected = done,
                    put_off = answers,
                    "answers were corrected"
                );
            }
            let wait = next.map(|next| next.duration_since(Timestamp::now()));
            let wait = wait.map_or(IDLE, |wait| wait.try_into().unwrap_or_default());
            return Ok(wait.max(bot.settings.discord.progress_interval));
        };
        if correct(bot, &correction).await? {
            done += 1;
            if done.is_multiple_of(TOLD_EVERY) {
                tracing::info!(corrected = done, "correcting answers");
            }
        }
        let pace = match is_old(&correction) {
            true => bot.settings.discord.progress_interval * SLOWER,
            false => bot.settings.discord.progress_interval,
        };
        tokio::select! {
            () = sleep(pace) => {}
            () = bot.stopped() => return Ok(Duration::ZERO),
        }
    }
}

/// Whether Discord counts edits of the message separately.
fn is_old(correction: &Correction) -> bool {
    let written = MessageId::new(correction.answer.message).created_at();
    let age = Timestamp::now().as_second() - written.unix_timestamp();
    age > OLD.as_secs()
}

/// Lists the answers that quote text no passage has any more.
async fn look_for_changes(bot: &Bot, age: SignedDuration) -> Result<(), Trouble> {
    let store = bot.app.store();
    let since = Timestamp::now().checked_sub(age).unwrap_or(Timestamp::MIN);
    let answers = store.quoting_since(since).await?;
    let hashes: HashSet<String> = answers
        .iter()
        .flat_map(|answer| &answer.passages)
        .map(|passage| passage.hash.clone())
        .filter(|hash| !hash.is_empty())
        .collect();
    if hashes.is_empty() {
        return Ok(());
    }
    let (lost, published) = match bot.app.lost(hashes).await {
        // Without an index nothing can have changed.
        Err(AskError::NoIndex) => return Ok(()),
        found => found?,
    };
    let quotes_lost = |it: &&PassageRef| lost.contains(&it.hash);
    let messages: Vec<u64> = answers
        .iter()
        .filter(|answer| answer.passages.iter().any(|it| quotes_lost(&it)))
        .map(|answer| answer.message)
        .collect();
    if !messages.is_empty() {
        store.queue_corrections(&messages, published).await?;
        tracing::info!(
            answers = messages.len(),
            "answers quote passages that changed"
        );
    }
    Ok(())
}

/// Corrects one answer if it still needs it; returns whether its message says so now.
async fn correct(bot: &Bot, correction: &Correction) -> Result<bool, Trouble> {
    let store = bot.app.store();
    let answer = &correction.answer;
    let (channel, message) = (
        ChannelId::new(answer.channel),
        MessageId::new(answer.message),
    );
    let _turn = bot.state.handled.change_of(message).await;
    if store.answer(answer.message).await?.as_ref() != Some(answer) {
        // It was replaced by another answer, which is checked next.
        return Ok(false);
    }
    let content = match bot.rest.message_content(channel, message).await {
        Ok(content) => content,
        Err(error) => return refused(bot, correction, &error).await.map(|()| false),
    };
    let before = render::uncorrected(&content);
    let standing = bot.app.standing(quoted(&answer.passages), &before).await?;
    let Some(News {
        now,
        passages,
        some_gone,
    }) = news(&answer.passages, &standing)
    else {
        store.drop_correction(answer.message).await?;
        return Ok(false);
    };
    let text = render::corrected(
        Words::of(&correction.locale),
        &before,
        &render::Correction {
            when: correction.changed_at,
            now: &now,
            some_gone,
        },
    );
    if text != content.trim()
        && let Err(error) = bot.rest.rewrite_message(channel, message, &text).await
    {
        return refused(bot, correction, &error).await.map(|()| false);
    }
    Ok(store.corrected(answer, &passages).await?)
}

fn quoted(passages: &[PassageRef]) -> Vec<Quoted> {
    let quoted = |it: &PassageRef| Quoted {
        article: it.article.clone(),
        section: it.section,
        position: it.position,
        hash: it.hash.clone(),
        wanted: it.changed,
    };
    passages.iter().map(quoted).collect()
}

/// What to say about an answer's passages, and what to record of them afterwards.
struct News {
    /// The text that replaced the changed passages, each text once.
    now: Vec<lodestar_engine::answer::Excerpt>,
    some_gone: bool,
    passages: Vec<PassageRef>,
}

/// `None` if the message says it all already.
fn news(before: &[PassageRef], standing: &[Standing]) -> Option<News> {
    let mut news = News {
        now: Vec::new(),
        some_gone: false,
        passages: before.to_vec(),
    };
    for (kept, standing) in news.passages.iter_mut().zip(standing) {
        match standing {
            Standing::Same => {}
            Standing::Now(excerpt) => {
                *kept = PassageRef {
                    changed: true,
                    ..passage(excerpt)
                };
                if news.now.iter().all(|known| known.text != excerpt.text) {
                    news.now.push(excerpt.clone());
                }
            }
            Standing::Gone => {
                kept.hash.clear();
                kept.changed = true;
                news.some_gone = true;
            }
        }
    }
    let is_news = before
        .iter()
        .zip(&news.passages)
        .any(|(it, now)| it.hash != now.hash);
    is_news.then_some(news)
}

/// What a refusal by Discord means for the list.
async fn refused(bot: &Bot, correction: &Correction, error: &RestError) -> Result<(), Trouble> {
    let store = bot.app.store();
    let (channel, message) = (correction.answer.channel, correction.answer.message);
    tracing::info!(%error, channel, message, "an answer is not corrected");
    match (error.status(), error.code()) {
        (_, Some(codes::UNKNOWN_MESSAGE)) => {
            store.remove_answer(message).await?;
        }
        (_, Some(codes::THREAD_ARCHIVED)) => store.drop_corrections_in(channel).await?,
        (Some(codes::FORBIDDEN | codes::NOT_FOUND), _) => {
            store.leave_channel_alone(channel).await?
        }
        // The bot is about to end.
        (Some(codes::UNAUTHORIZED), _) | (None | Some(codes::TOO_MANY_REQUESTS | 500..), _) => {
            let asked = error.retry_after();
            let held = asked.and_then(|it| SignedDuration::try_from(it).ok());
            let until = Timestamp::now().checked_add(held.unwrap_or(HELD));
            let until = until.unwrap_or(Timestamp::MAX);
            store.hold_corrections(channel, until).await?;
        }
        (Some(_), _) => store.leave_answer_alone(message).await?,
    }
    Ok(())
}
