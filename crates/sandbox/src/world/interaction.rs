//! Interactions: what a person did with a bot's command, component or form, and how long the bot
//! has for an answer.

mod answer;
mod follow;
mod open;

use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::error::ApiError;
use crate::snowflake::Snowflake;
use crate::world::model::Interaction;
use crate::world::state::WorldState;

pub(crate) use self::open::Opening;

/// How long a bot has for its first answer,
/// <https://docs.discord.com/developers/interactions/receiving-and-responding>.
const FIRST_ANSWER: Duration = Duration::from_secs(3);

/// How long an interaction can be answered at all, from the same page.
const LIFE: Duration = Duration::from_secs(15 * 60);

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

    /// The interaction as messages carry it.
    fn interaction_metadata(&self, interaction: &Interaction, is_original: bool) -> Value {
        let mut json = Map::from_iter(
            [
                ("id", json!(interaction.id)),
                ("type", json!(interaction.kind)),
                ("user", self.user_json(interaction.user)),
                ("authorizing_integration_owners", interaction.owners.clone()),
            ]
            .map(|(key, value)| (key.to_owned(), value)),
        );
        if let Some((name, kind)) = &interaction.command {
            json.insert("name".to_owned(), json!(name));
            json.insert("command_type".to_owned(), json!(kind));
        }
        if let Some(source) = interaction.source {
            json.insert("interacted_message_id".to_owned(), json!(source));
        }
        if let Some(original) = interaction.original.filter(|_| !is_original) {
            json.insert("original_response_message_id".to_owned(), json!(original));
        }
        Value::Object(json)
    }

    fn age(&self, interaction: &Interaction) -> Duration {
        let age = self.now.duration_since(interaction.id.made());
        Duration::try_from(age).unwrap_or_default()
    }
}
