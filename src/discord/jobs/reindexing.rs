//! Reindexing without being asked: because files or sources changed, or on schedule. The result
//! goes live by the usual rules, and the admin channel is told.

use std::sync::Arc;

use serenity::all::GuildId;
use tokio::time::{Duration, sleep};

use crate::app::{ReindexError, Trigger, was_cancelled};
use crate::discord::admin::releasing::settle;
use crate::discord::api::message::Body;
use crate::discord::bot::Bot;
use crate::discord::failure;
use crate::discord::words::Words;

/// How soon to retry while another reindex runs.
const AGAIN: Duration = Duration::from_secs(10);

/// Runs what is due, one reindex after the other, until the bot stops.
pub(in crate::discord) async fn watch(bot: Arc<Bot>) {
    let mut due = bot.app.triggers();
    loop {
        let trigger = tokio::select! {
            trigger = due.recv() => trigger,
            () = bot.stopped() => return,
        };
        let Some(trigger) = trigger else { return };
        reindex(&bot, trigger).await;
    }
}

async fn reindex(bot: &Bot, trigger: Trigger) {
    let by = match trigger {
        Trigger::Files => "changed files",
        Trigger::Sources => "the sources",
        Trigger::Schedule => "the schedule",
    };
    let run = loop {
        match bot.app.stage(by) {
            Ok(run) => break run,
            Err(ReindexError::Stopping) => return,
            Err(ReindexError::Busy(_)) => tokio::select! {
                () = sleep(AGAIN) => {}
                () = bot.stopped() => return,
            },
        }
    };
    let words = admin_words(bot);
    let settled = match run.outcome().await {
        Ok(release) if !release.built => {
            tracing::info!(by, "nothing has changed");
            return;
        }
        Ok(mut release) => settle(bot, words, &mut release)
            .await
            .map_err(anyhow::Error::from),
        Err(error) => Err(error),
    };
    let body = match settled {
        Ok(body) => body,
        Err(error) if was_cancelled(&error) => Body::new(&words.reindex_cancelled()),
        Err(error) => Body::new(&words.reindex_failed(&failure::log(&error, &by))),
    };
    let head = match trigger {
        Trigger::Files => words.automatic_files(),
        Trigger::Sources => words.automatic_sources(),
        Trigger::Schedule => words.automatic_schedule(),
    };
    post_to_admins(bot, body.headed(&head)).await;
}

/// Posts to the admin channel; logs the message if there is none or posting fails.
pub(in crate::discord) async fn post_to_admins(bot: &Bot, body: Body) {
    let Some(channel) = bot.state.admin_channel.id() else {
        tracing::info!(told = body.text(), "there is no admin channel");
        return;
    };
    let sent = bot
        .rest
        .create_message(channel, &body.clone().with_fresh_nonce())
        .await;
    let sent = sent.map(drop);
    if let Err(error) = &sent {
        tracing::warn!(%channel, %error, told = body.text(), "the admin channel could not be reached");
    }
    bot.state.admin_channel.note(&sent);
}

/// The language of the server that has the admin channel.
fn admin_words(bot: &Bot) -> Words {
    let channel = bot.state.admin_channel.id();
    let server: Option<GuildId> = channel.and_then(|it| Some(bot.state.places.get(it)?.server));
    match server {
        Some(server) => bot.state.preferred.words_in(Some(server), bot.id),
        None => Words::ENGLISH,
    }
}
