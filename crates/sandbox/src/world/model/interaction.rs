//! Interactions: what a person did with a bot's command, component or form.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::snowflake::Snowflake;

/// The kinds of interactions, as Discord numbers them.
pub(crate) mod kind {
    pub(crate) const COMMAND: u64 = 2;
    pub(crate) const COMPONENT: u64 = 3;
    pub(crate) const AUTOCOMPLETE: u64 = 4;
    pub(crate) const MODAL: u64 = 5;
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Interaction {
    pub(crate) id: Snowflake,
    pub(crate) token: String,
    pub(crate) application: Snowflake,
    pub(crate) kind: u64,
    pub(crate) user: Snowflake,
    pub(crate) channel: Snowflake,
    pub(crate) guild: Option<Snowflake>,
    /// Of a command: its full name and kind.
    pub(in crate::world) command: Option<(String, u64)>,
    /// The message whose component or form it was.
    pub(crate) source: Option<Snowflake>,
    /// Who installed the application there, as Discord writes it.
    pub(in crate::world) owners: Value,
    /// The type of the first answer.
    pub(crate) answered: Option<u64>,
    /// The message that `@original` means.
    pub(crate) original: Option<Snowflake>,
    pub(crate) follow_ups: u32,
    /// The form that it was answered with.
    pub(crate) modal: Option<Value>,
    /// The choices that it was answered with.
    pub(crate) choices: Option<Vec<Value>>,
}

impl Interaction {
    /// Whether only the person who installed the application for themselves brought it there.
    pub(in crate::world) fn is_of_user_install(&self) -> bool {
        self.owners.get("0").is_none()
    }
}
