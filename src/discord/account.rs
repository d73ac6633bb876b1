//! The bot's account as `lodestar check` shows it: its name, where it is, what it may not do
//! there, and the link that invites it with what it needs.

use serenity::all::Permissions;

use super::ServeError;
use super::connect::explain;
use super::rest::{Guild, Rest};

/// What the bot needs: to see questions in reply chains and to answer in channels and threads.
/// Slash commands need nothing.
const NEEDED: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::SEND_MESSAGES_IN_THREADS)
    .union(Permissions::READ_MESSAGE_HISTORY);

/// The bot's account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub name: String,
    pub id: u64,
    /// Servers the bot is in.
    pub guilds: Vec<GuildAccess>,
    /// Opens Discord's page for adding the bot to a server.
    pub invite: String,
}

/// What the bot may do in one server, before single channels say otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuildAccess {
    pub name: String,
    pub id: u64,
    /// Permissions that the bot needs and lacks, by Discord's names; empty when all is well.
    pub missing: Vec<String>,
}

/// Asks Discord about the account.
pub(super) async fn look_up(rest: &Rest) -> Result<Account, ServeError> {
    let me = rest.me().await.map_err(explain)?;
    let application = rest.application().await.map_err(explain)?;
    let guilds = rest.guilds().await.map_err(explain)?;
    Ok(Account {
        name: me.username,
        id: me.id.get(),
        guilds: guilds.into_iter().map(access).collect(),
        invite: invite(application.get()),
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
        "https://discord.com/oauth2/authorize?client_id={application}\
         &scope=bot+applications.commands&permissions={}",
        NEEDED.bits()
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
            "https://discord.com/oauth2/authorize?client_id=42\
             &scope=bot+applications.commands&permissions=274877975552"
        );
    }
}
