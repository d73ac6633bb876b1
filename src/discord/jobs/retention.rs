//! What the store forgets: servers that the bot has left, channels that were deleted, and whatever
//! is too old.

use std::sync::Arc;

use jiff::Timestamp;
use serenity::all::{ChannelId, GuildId, Ready};
use tokio::time::{Duration, sleep};

use crate::discord::bot::Bot;

/// How often old records are removed; the store expects it daily or oftener.
const PURGE_EVERY: Duration = Duration::from_secs(24 * 60 * 60);

/// How soon to retry after a failure.
const PURGE_AGAIN: Duration = Duration::from_secs(15 * 60);

/// Forgets a server that the bot has left.
pub(in crate::discord) fn server_left(bot: &Arc<Bot>, server: GuildId) {
    let this = Arc::clone(bot);
    bot.spawn(async move { forget_server(&this, server).await });
}

/// Forgets the settings of a channel that was deleted.
pub(in crate::discord) fn channel_deleted(bot: &Bot, channel: ChannelId) {
    let store = bot.app.store().clone();
    bot.spawn(async move {
        if let Err(error) = store.remove_channel_settings(channel.get()).await {
            tracing::debug!(%error, "settings of a deleted channel remain");
        }
    });
}

/// Forgets the servers that the bot left while it was not running.
pub(in crate::discord) fn started(bot: &Arc<Bot>, ready: &Ready) {
    let (this, ready) = (Arc::clone(bot), ready.clone());
    bot.spawn(async move { forget_servers_left(&this, &ready).await });
}

/// Removes old records now and daily, until the bot stops.
pub(in crate::discord) async fn purge_daily(bot: Arc<Bot>) {
    loop {
        let next = match bot.app.store().purge(Timestamp::now()).await {
            Ok(removed) if removed.is_empty() => PURGE_EVERY,
            Ok(removed) => {
                tracing::info!(?removed, "removed old records");
                PURGE_EVERY
            }
            Err(error) => {
                tracing::debug!(%error, "old records could not be removed yet");
                PURGE_AGAIN
            }
        };
        tokio::select! {
            () = bot.stopping().cancelled() => return,
            () = sleep(next) => {}
        }
    }
}

async fn forget_server(bot: &Bot, server: GuildId) {
    match bot.app.store().forget_server(server.get()).await {
        Ok(removed) => tracing::info!(%server, ?removed, "left a server and forgot it"),
        Err(error) => {
            tracing::warn!(%server, %error, "a server that was left is forgotten at the next start");
        }
    }
}

/// Forgets the servers that the bot left while it was not running. A shard only learns of its own
/// servers.
async fn forget_servers_left(bot: &Bot, ready: &Ready) {
    let known = bot.app.store().servers().await.unwrap_or_default();
    let (shard, shards) = match ready.shard {
        Some(shard) => (u64::from(shard.id.0), u64::from(shard.total)),
        None => (0, 1),
    };
    for server in known {
        // <https://docs.discord.com/developers/events/gateway#sharding>
        let is_ours = (server >> 22) % shards.max(1) == shard;
        let is_there = ready.guilds.iter().any(|guild| guild.id.get() == server);
        if !is_ours || is_there || server == 0 {
            continue;
        }
        let server = GuildId::new(server);
        // The bot may have joined since.
        if !bot.state.places.knows(server) {
            forget_server(bot, server).await;
        }
    }
}
