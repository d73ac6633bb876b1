//! What the bot remembers while it runs: plain structs that know neither the bot nor the network.
//! Nothing here survives a restart, and nothing here has to.

pub(in crate::discord) mod admin_channel;
pub(in crate::discord) mod admins;
pub(in crate::discord) mod cooldown;
pub(in crate::discord) mod digests;
pub(in crate::discord) mod handled;
pub(in crate::discord) mod places;
pub(in crate::discord) mod preferred;
pub(in crate::discord) mod recent;
pub(in crate::discord) mod suggestions;
pub(in crate::discord) mod threads;
pub(in crate::discord) mod unasked;

use admin_channel::AdminChannel;
use admins::Admins;
use cooldown::Cooldowns;
use digests::DigestSchedule;
use handled::Handled;
use places::Places;
use preferred::Preferred;
use recent::Recent;
use suggestions::Suggestions;
use threads::Threads;
use unasked::Unasked;

use crate::discord::settings::Settings;

/// Everything the bot remembers.
pub(in crate::discord) struct BotState {
    /// Who may use the admin commands.
    pub(in crate::discord) admins: Admins,
    /// The channel where admins read what the bot did by itself.
    pub(in crate::discord) admin_channel: AdminChannel,
    /// The names of the bot's commands.
    pub(in crate::discord) commands: Vec<String>,
    /// How often questions were asked lately.
    pub(in crate::discord) cooldowns: Cooldowns,
    /// When weekly digests are due.
    pub(in crate::discord) digests: DigestSchedule,
    /// The messages and interactions that have been dealt with.
    pub(in crate::discord) handled: Handled,
    /// The channels of the servers.
    pub(in crate::discord) places: Places,
    /// The languages of servers and people.
    pub(in crate::discord) preferred: Preferred,
    /// The last questions.
    pub(in crate::discord) recent: Recent,
    /// What is suggested while somebody types.
    pub(in crate::discord) suggestions: Suggestions,
    /// Where threads were refused.
    pub(in crate::discord) threads: Threads,
    /// Questions that nobody put to the bot.
    pub(in crate::discord) unasked: Unasked,
}

impl BotState {
    pub(in crate::discord) fn new(settings: &Settings, commands: Vec<String>) -> Self {
        let discord = &settings.discord;
        Self {
            admins: Admins::new(&discord.admin_roles),
            admin_channel: AdminChannel::new(discord.admin_channel),
            commands,
            cooldowns: Cooldowns::new(settings.cooldown),
            digests: DigestSchedule::new(discord.digest),
            handled: Handled::default(),
            places: Places::default(),
            preferred: Preferred::default(),
            recent: Recent::default(),
            suggestions: Suggestions::default(),
            threads: Threads::default(),
            unasked: Unasked::default(),
        }
    }
}
