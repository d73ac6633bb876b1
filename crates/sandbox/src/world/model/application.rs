//! Applications: a bot's registration and its token.

use serde::{Deserialize, Serialize};

use crate::intents::Intents;
use crate::snowflake::Snowflake;

/// Bits of an application's flags for privileged intents, as applications in few servers have them.
const LIMITED_FLAGS: [(Intents, u64); 3] = [
    (Intents::GUILD_PRESENCES, 1 << 13),
    (Intents::GUILD_MEMBERS, 1 << 15),
    (Intents::MESSAGE_CONTENT, 1 << 19),
];

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Application {
    pub(crate) id: Snowflake,
    pub(crate) name: String,
    pub(crate) description: String,
    /// The bot's account. Its id differs from the application's, as with Discord's older ones.
    pub(crate) bot: Snowflake,
    /// Who registered it.
    pub(crate) owner: Snowflake,
    pub(crate) token: String,
    /// Bits of the privileged intents that it was granted.
    pub(crate) privileged: u64,
}

impl Application {
    pub(crate) fn reads_content(&self) -> bool {
        Intents(self.privileged).contains(Intents::MESSAGE_CONTENT)
    }

    pub(crate) fn flags(&self) -> u64 {
        let granted = Intents(self.privileged);
        LIMITED_FLAGS
            .iter()
            .filter(|(intent, _)| granted.contains(*intent))
            .map(|(_, flag)| flag)
            .sum()
    }
}
