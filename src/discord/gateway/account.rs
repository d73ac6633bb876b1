//! The bot's account as `lodestar check` shows it: its name, its servers, what it may not do there,
//! and the link that invites it with everything it needs.

use jiff::SignedDuration;
use serenity::all::{ApplicationFlags, Permissions};

use super::commands;
use crate::discord::api::Guild;
use crate::discord::api::rest::Rest;
use crate::discord::error::ServeError;
use crate::discord::render::findings::CLOCK_TOLERANCE;

/// What the bot needs: to see questions in reply chains, and to answer in channels and threads.
/// `admin/checkup.rs` checks the same in a channel. Slash commands need nothing.
const NEEDED: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::CREATE_PUBLIC_THREADS)
    .union(Permissions::SEND_MESSAGES_IN_THREADS)
    .union(Permissions::EMBED_LINKS)
    .union(Permissions::ATTACH_FILES)
    .union(Permissions::READ_MESSAGE_HISTORY);

/// The flags of an application with the Message Content intent, whether it was granted or the bot
/// is in few servers.
const HEARS_CONTENT: ApplicationFlags = ApplicationFlags::GATEWAY_MESSAGE_CONTENT
    .union(ApplicationFlags::GATEWAY_MESSAGE_CONTENT_LIMITED);

/// The bot's account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub name: String,
    pub id: u64,
    /// Servers the bot is in.
    pub guilds: Vec<GuildAccess>,
    /// Commands that are not registered; all of them before the bot runs for the first time.
    pub missing_commands: Vec<String>,
    /// Whether the Message Content intent is turned on; `None` if Discord does not say.
    pub message_content: Option<bool>,
    /// How far this machine's clock is ahead of Discord's (negative: behind), if it is wrong.
    pub clock_off: Option<SignedDuration>,
    /// Opens Discord's page for adding the bot to a server.
    pub invite: String,
    /// Opens Discord's page for installing the bot for oneself, for use anywhere.
    pub install: String,
}

/// What the bot may do in one server, before any channel overrides it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuildAccess {
    pub name: String,
    pub id: u64,
    /// Permissions that the bot needs and lacks, by Discord's names; empty if nothing is missing.
    pub missing: Vec<String>,
}

/// Asks Discord about the account.
pub(in crate::discord) async fn look_up(rest: &Rest) -> Result<Account, ServeError> {
    let me = rest.me().await.map_err(ServeError::at_start)?;
    let application = rest.application().await.map_err(ServeError::at_start)?;
    let guilds = rest.guilds().await.map_err(ServeError::at_start)?;
    let registered = rest
        .registered(application.id)
        .await
        .map_err(ServeError::at_start)?;
    let mut missing_commands = commands::names();
    missing_commands.retain(|name| !registered.contains(name));
    let ahead = rest.clock_ahead();
    Ok(Account {
        name: me.username,
        id: me.id.get(),
        guilds: guilds.into_iter().map(access).collect(),
        missing_commands,
        message_content: application
            .flags
            .map(|flags| flags.intersects(HEARS_CONTENT)),
        clock_off: ahead.filter(|ahead| ahead.abs() > CLOCK_TOLERANCE),
        invite: invite(application.id.get()),
        install: install(application.id.get()),
    })
}

fn access(guild: Guild) -> GuildAccess {
    let missing = if guild.permissions.administrator() {
        Permissions::empty()
    } else {
        NEEDED - guild.permissions
    };
    GuildAccess {
        name: guild.name,
        id: guild.id.get(),
        missing: missing
            .get_permission_names()
            .into_iter()
            .map(str::to_owned)
            .collect(),
    }
}

fn invite(application: u64) -> String {
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&integration_type=0\
         &scope=bot+applications.commands&permissions={}",
        NEEDED.bits()
    )
}

fn install(application: u64) -> String {
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&integration_type=1\
         &scope=applications.commands"
    )
}

#[cfg(test)]
mod tests {
    use serenity::all::GuildId;

    use super::*;

    fn missing(permissions: Permissions) -> Vec<String> {
        access(Guild {
            id: GuildId::new(1),
            name: "server".to_owned(),
            permissions,
        })
        .missing
    }

    #[test]
    fn missing_permissions_are_named() {
        assert!(missing(NEEDED).is_empty());
        assert!(missing(Permissions::ADMINISTRATOR).is_empty());
        assert_eq!(
            missing(NEEDED - Permissions::SEND_MESSAGES),
            ["Send Messages"]
        );
    }

    #[test]
    fn the_invite_asks_for_what_is_needed_and_no_more() {
        assert_eq!(
            invite(42),
            "https://discord.com/oauth2/authorize?client_id=42&integration_type=0\
             &scope=bot+applications.commands&permissions=309237763072"
        );
        assert_eq!(
            install(42),
            "https://discord.com/oauth2/authorize?client_id=42&integration_type=1\
             &scope=applications.commands"
        );
    }
}
