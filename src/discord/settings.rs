//! How to reach Discord and how to behave there.

use secrecy::SecretString;

use crate::config;

/// The token and the sections of the configuration that concern Discord.
#[derive(Debug, Clone)]
pub struct Settings {
    pub token: SecretString,
    pub discord: config::Discord,
    /// How often questions may be asked.
    pub cooldown: config::Cooldown,
    /// How old answers may be, in days, that are marked when their source changes.
    pub mark_days: u32,
}
