//! The check-up: whether the bot can work in a channel, and what is in its way. Wording and fixes
//! are the renderer's.

use serenity::all::{ApplicationId, ChannelId, GuildId, Permissions};

use crate::discord::bot::Bot;
use crate::discord::failure::Failure;
use crate::discord::render::findings::{self, Finding};
use crate::store::{AnswersIn, Health};

/// Where the check-up takes place.
#[derive(Debug, Clone, Copy)]
pub(in crate::discord) struct Room {
    pub(in crate::discord) application: ApplicationId,
    pub(in crate::discord) server: GuildId,
    /// The channel whose settings apply.
    pub(in crate::discord) channel: ChannelId,
    /// Whether it takes place in one of the channel's threads.
    pub(in crate::discord) is_thread: bool,
    /// What the bot may do there.
    pub(in crate::discord) permissions: Permissions,
}

/// Checks everything.
pub(in crate::discord) async fn examine(bot: &Bot, room: Room) -> Result<Vec<Finding>, Failure> {
    let (server, channel) = (room.server.get(), room.channel.get());
    let store = bot.app.store();
    let (settings, commands, index, health, disk, admins) = tokio::join!(
        store.channel_settings(server, channel),
        registered(bot, room.application),
        index(bot),
        bot.app.store_health(),
        bot.app.disk(),
        try_admin_channel(bot),
    );
    let mut findings = findings::permissions(room.permissions, &settings, room.is_thread);
    if settings.answers_in == AnswersIn::Thread && bot.state.threads.are_refused_in(room.channel) {
        findings.push(Finding::ThreadsRefused);
    }
    findings.push(findings::intents(
        &settings,
        bot.settings.discord.message_content,
    ));
    findings.push(commands?);
    findings.extend(index?);
    findings.extend(admins.map(|(channel, trouble)| match trouble {
        None => Finding::AdminChannelWell(channel),
        Some(reason) => Finding::AdminChannelFailed(channel, reason),
    }));
    findings.push(match health {
        Health::Working => Finding::StoreWell,
        Health::Failing { reason, .. } => Finding::StoreFailed(reason),
    });
    findings.extend(bot.rest.clock_ahead().map(findings::clock));
    let disk = disk.map_err(Failure::Broken)?;
    findings.push(if disk.is_enough {
        Finding::DiskWell(disk.free_bytes)
    } else {
        Finding::DiskLow(disk.free_bytes)
    });
    Ok(findings)
}

async fn registered(bot: &Bot, application: ApplicationId) -> Result<Finding, Failure> {
    let registered = bot.rest.registered(application).await?;
    let is_there = |name: &String| registered.contains(name);
    Ok(if bot.state.commands.iter().all(is_there) {
        Finding::CommandsWell
    } else {
        Finding::CommandsMissing
    })
}

async fn index(bot: &Bot) -> Result<Vec<Finding>, Failure> {
    let status = bot.app.status().map_err(Failure::Broken)?;
    // If the articles cannot be read, the next reindex fails and reports why.
    let is_outdated = bot.app.is_outdated().await.unwrap_or(false);
    let mut findings = vec![match status.live {
        None => Finding::IndexMissing,
        Some(live) if is_outdated => Finding::IndexOld(live.published),
        Some(live) => Finding::IndexWell(live.published),
    }];
    findings.extend(status.last_failure.map(|reason| Finding::IndexFailed {
        at: status.failed_at,
        reason,
    }));
    Ok(findings)
}

/// Checks whether the bot can write to the admin channel, by showing it as typing there.
async fn try_admin_channel(bot: &Bot) -> Option<(ChannelId, Option<String>)> {
    let channel = bot.state.admin_channel.id()?;
    let trouble = match bot.rest.typing(channel).await {
        Ok(()) => bot.state.admin_channel.trouble(),
        Err(error) => Some(error.to_string()),
    };
    Some((channel, trouble))
}
