//! The weekly digest: once a week, at the configured day and hour, servers that want it get the
//! figures of the last seven days in a channel of their choice.
//!
//! Each digest is sent once, even across crashes: the store records that one was begun, and if it
//! does not know how that ended, the channel is searched before the digest is sent again. A digest
//! that could not be sent in time is sent late, until the next one is due.

use std::sync::Arc;

use jiff::Timestamp;
use serenity::all::{ChannelId, GuildId};
use tokio::time::{Duration, sleep};

use crate::app::Period;
use crate::discord::api::error::RestError;
use crate::discord::api::message::Body;
use crate::discord::bot::Bot;
use crate::discord::render;
use crate::discord::words::Words;
use crate::store::{DigestPlace, StoreError};

/// How often to check whether a digest is due, or can be retried.
const LOOK_EVERY: Duration = Duration::from_secs(10 * 60);

/// Days that a digest covers.
const DAYS: u32 = 7;

/// Why a digest was not sent.
#[derive(Debug, thiserror::Error)]
enum Unsent {
    #[error("the store fails")]
    Store(#[from] StoreError),
    #[error("it cannot be posted")]
    Rest(#[from] RestError),
}

/// Sends a server the digest that is due, if any, once the server and its language are known.
pub(in crate::discord) fn server_seen(bot: &Arc<Bot>, server: GuildId) {
    let this = Arc::clone(bot);
    bot.spawn(async move { send_if_due(&this, server).await });
}

/// Sends what is due until the bot stops. What was due at the start is sent once a server and its
/// language are known.
pub(in crate::discord) async fn watch(bot: Arc<Bot>) {
    loop {
        let now = Timestamp::now();
        let left = bot.state.digests.next(now).duration_since(now);
        let left = Duration::try_from(left).unwrap_or_default();
        tokio::select! {
            () = bot.stopped() => return,
            () = sleep(left.min(LOOK_EVERY)) => {}
        }
        let servers = bot.app.store().digest_servers().await.unwrap_or_default();
        for server in servers.into_iter().filter(|it| *it != 0).map(GuildId::new) {
            if bot.is_stopping() {
                return;
            }
            if bot.state.places.knows(server) {
                send_if_due(&bot, server).await;
            }
        }
    }
}

async fn send_if_due(bot: &Bot, server: GuildId) {
    match send(bot, server, Timestamp::now()).await {
        Ok(true) => tracing::info!(%server, "the weekly digest was sent"),
        Ok(false) => {}
        Err(Unsent::Store(error)) => {
            tracing::debug!(%server, %error, "it is not known whether a digest is due");
        }
        Err(Unsent::Rest(error)) => {
            tracing::warn!(%server, %error, "the weekly digest will be retried");
        }
    }
}

/// Sends the last digest that was due, unless that was done; returns whether it was sent now.
async fn send(bot: &Bot, server: GuildId, now: Timestamp) -> Result<bool, Unsent> {
    let store = bot.app.store();
    let Some(DigestPlace { channel, since }) = store.digest_place(server.get()).await? else {
        return Ok(false);
    };
    let due = bot.state.digests.last(now);
    if due.at <= since || channel == 0 {
        return Ok(false);
    }
    let now = Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now);
    let Some(begun) = store.begin_digest(server.get(), due.week, now).await? else {
        return Ok(false);
    };
    let channel = ChannelId::new(channel);
    let period = Period::before_today(due.at, DAYS);
    let is_new = begun == now || !is_posted(bot, channel, period, begun).await?;
    if is_new {
        let body = body(bot, server, channel, period, now).await?;
        let once = body.once(format!("{:x}-{:x}", due.week, server.get()));
        bot.rest.create_message(channel, &once).await?;
    }
    store.finish_digest(server.get(), due.week).await?;
    Ok(is_new)
}

/// Whether a period's digest is in a channel already, in any language.
async fn is_posted(
    bot: &Bot,
    channel: ChannelId,
    period: Period,
    begun: Timestamp,
) -> Result<bool, RestError> {
    let english = std::iter::once(Words::ENGLISH);
    let headings: Vec<String> = english
        .chain(Words::translations().map(|(_, words)| words))
        .map(|words| render::digest_heading(words, period))
        .collect();
    let begins = |text: &str| headings.iter().any(|heading| text.starts_with(heading));
    let written = bot.rest.written_after(channel, begun).await?;
    Ok(written
        .iter()
        .any(|it| it.author == bot.id && begins(&it.content)))
}

async fn body(
    bot: &Bot,
    server: GuildId,
    channel: ChannelId,
    period: Period,
    now: Timestamp,
) -> Result<Body, StoreError> {
    let words = bot.state.preferred.words_in(Some(server), bot.id);
    let found = bot.app.statistics(server.get(), period, now).await?;
    let heading = render::digest_heading(words, period);
    let readers = bot.state.places.readers(channel);
    Ok(render::statistics(words, &heading, &found, readers))
}
