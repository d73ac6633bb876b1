//! What follows the first answer to an interaction, for 15 minutes.

use crate::error::ApiError;
use crate::message_flags::EPHEMERAL;
use crate::snowflake::Snowflake;
use crate::world::message::create::NewMessage;
use crate::world::message::edit::MessageEdit;
use crate::world::model::{Interaction, Message};
use crate::world::state::WorldState;

/// Follow-ups where only a person installed the application, from Discord's documentation.
const USER_INSTALL_FOLLOW_UPS: u32 = 5;

impl WorldState {
    /// A bot adds a message to its answer. The first one after a deferred answer takes that
    /// answer's place, and is private if that was.
    ///
    /// # Errors
    /// As [`Self::interaction_of`]; 40094 beyond the limit of applications that a person installed.
    pub(crate) fn follow_up(
        &mut self,
        application: Snowflake,
        token: &str,
        new: NewMessage,
    ) -> Result<Message, ApiError> {
        let interaction = self.interaction_of(application, token)?.clone();
        let is_deferred = interaction
            .original
            .and_then(|id| self.message(interaction.channel, id))
            .is_some_and(|original| {
                original.is_loading() && original.interaction == Some(interaction.id)
            });
        if is_deferred {
            return self.fill_deferred(&interaction, new);
        }
        if interaction.is_of_user_install() && interaction.follow_ups >= USER_INSTALL_FOLLOW_UPS {
            return Err(ApiError::too_many_follow_ups());
        }
        if let Some(counted) = self.interactions.get_mut(&interaction.id) {
            counted.follow_ups += 1;
        }
        Ok(self.say(&interaction, new, false))
    }

    /// The message of an interaction: `@original` for `None`.
    ///
    /// # Errors
    /// As [`Self::interaction_of`]; 10008 for a message that is not there or not of it.
    pub(crate) fn interaction_message(
        &self,
        application: Snowflake,
        token: &str,
        id: Option<Snowflake>,
    ) -> Result<&Message, ApiError> {
        let interaction = self.interaction_of(application, token)?;
        let id = id
            .or(interaction.original)
            .ok_or_else(ApiError::unknown_message)?;
        self.message(interaction.channel, id)
            .filter(|message| {
                message.interaction == Some(interaction.id) || interaction.original == Some(id)
            })
            .ok_or_else(ApiError::unknown_message)
    }

    /// A bot edits a message of an interaction.
    ///
    /// # Errors
    /// As [`Self::interaction_message`]; 50006 when nothing would be left.
    pub(crate) fn edit_interaction_message(
        &mut self,
        application: Snowflake,
        token: &str,
        id: Option<Snowflake>,
        edit: MessageEdit,
    ) -> Result<Message, ApiError> {
        let message = self.interaction_message(application, token, id)?;
        let (channel, message) = (message.channel, message.id);
        self.rewrite(channel, message, edit)
    }

    /// A bot deletes a message of an interaction.
    ///
    /// # Errors
    /// As [`Self::interaction_message`].
    pub(crate) fn delete_interaction_message(
        &mut self,
        application: Snowflake,
        token: &str,
        id: Option<Snowflake>,
    ) -> Result<(), ApiError> {
        let message = self.interaction_message(application, token, id)?;
        let (channel, message) = (message.channel, message.id);
        if let Some(place) = self.channels.get(&channel).cloned() {
            self.remove(&place, message);
        }
        Ok(())
    }

    fn fill_deferred(
        &mut self,
        interaction: &Interaction,
        new: NewMessage,
    ) -> Result<Message, ApiError> {
        let original = interaction.original.unwrap_or_default();
        let edit = MessageEdit {
            content: Some(new.content),
            embeds: Some(new.embeds),
            components: Some(new.components),
            flags: Some(new.flags & !EPHEMERAL),
            allowed_mentions: new.allowed_mentions,
            kept: None,
            files: new.files,
        };
        self.rewrite(interaction.channel, original, edit)
    }
}
