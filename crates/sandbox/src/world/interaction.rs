//! Interactions: what a person did with a bot's command, component or form, and how long the bot
//! has for an answer.

mod answer;
mod follow;
mod open;

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::WorldState;
use crate::error::ApiError;
use crate::snowflake::Snowflake;

pub(crate) use open::Opening;

/// How long a bot has for its first answer,
/// <https://docs.discord.com/developers/interactions/receiving-and-responding>.
const FIRST_ANSWER: Duration = Duration::from_secs(3);

/// How long an interaction can be answered at all, from the same page.
const LIFE: Duration = Duration::from_secs(15 * 60);

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
    command: Option<(String, u64)>,
    /// The message whose component or form it was.
    pub(crate) source: Option<Snowflake>,
    /// Who installed the application there, as Discord writes it.
    owners: Value,
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
    fn is_of_user_install(&self) -> bool {
        self.owners.get("0").is_none()
    }

    /// The interaction as messages carry it.
    fn metadata(&self, state: &WorldState, is_original: bool) -> Value {
        let mut json = Map::from_iter(
            [
                ("id", json!(self.id)),
                ("type", json!(self.kind)),
                ("user", state.user_json(self.user)),
                ("authorizing_integration_owners", self.owners.clone()),
            ]
            .map(|(key, value)| (key.to_owned(), value)),
        );
        if let Some((name, kind)) = &self.command {
            json.insert("name".to_owned(), json!(name));
            json.insert("command_type".to_owned(), json!(kind));
        }
        if let Some(source) = self.source {
            json.insert("interacted_message_id".to_owned(), json!(source));
        }
        if let Some(original) = self.original.filter(|_| !is_original) {
            json.insert("original_response_message_id".to_owned(), json!(original));
        }
        Value::Object(json)
    }
}

impl WorldState {
    /// Whether the bot can no longer give its first answer.
    pub(crate) fn is_overdue(&self, interaction: &Interaction) -> bool {
        self.age(interaction) > FIRST_ANSWER
    }

    /// Whether the bot can no longer say anything in answer.
    pub(crate) fn is_over(&self, interaction: &Interaction) -> bool {
        self.age(interaction) > LIFE
    }

    pub(crate) fn is_installed(&self, user: Snowflake, application: Snowflake) -> bool {
        self.installs.contains(&(user, application))
    }

    /// The interaction that a webhook's token belongs to, once it is answered.
    ///
    /// # Errors
    /// 10015 for an unknown token, another's or one not answered yet; 50027 after 15 minutes.
    pub(crate) fn interaction_of(
        &self,
        application: Snowflake,
        token: &str,
    ) -> Result<&Interaction, ApiError> {
        // What is answered is mostly what was asked last.
        let interaction = self
            .interactions
            .values()
            .rev()
            .find(|it| it.application == application && it.token == token)
            .ok_or_else(ApiError::unknown_webhook)?;
        if self.is_over(interaction) {
            return Err(ApiError::invalid_webhook_token());
        }
        if interaction.answered.is_none() {
            return Err(ApiError::unknown_webhook());
        }
        Ok(interaction)
    }

    fn age(&self, interaction: &Interaction) -> Duration {
        let age = self.now.duration_since(interaction.id.made());
        Duration::try_from(age).unwrap_or_default()
    }
}
