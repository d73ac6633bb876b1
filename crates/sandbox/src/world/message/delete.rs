//! Deleting messages, one or many.

use std::time::Duration;

use serde_json::json;

use crate::error::ApiError;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::emit::channel_event;
use crate::world::model::Channel;
use crate::world::model::message::kind;
use crate::world::state::WorldState;

/// Older messages cannot be deleted in bulk.
const BULK_AGE: Duration = Duration::from_secs(14 * 24 * 60 * 60);

/// What one request deletes.
pub(crate) enum Deletion {
    One(Snowflake),
    Many(Vec<Snowflake>),
}

impl WorldState {
    /// Somebody deletes messages of a channel.
    ///
    /// # Errors
    /// 10008 for a message that is not there, 50013 for another's without permission, 50034 for an
    /// old one in bulk, 50083 in an archived thread.
    pub(crate) fn delete(
        &mut self,
        actor: Snowflake,
        channel: Snowflake,
        deletion: Deletion,
    ) -> Result<(), ApiError> {
        let place = self.channel_seen_by(actor, channel)?.clone();
        match deletion {
            Deletion::One(message) => {
                let found = self
                    .message(channel, message)
                    .filter(|it| it.is_for(actor))
                    .ok_or_else(ApiError::unknown_message)?;
                if found.author != actor {
                    if place.guild.is_none() {
                        return Err(ApiError::cannot_execute_on_dm());
                    }
                    self.require(actor, &place, Permissions::MANAGE_MESSAGES)?;
                }
                if found.kind == kind::THREAD_STARTER {
                    return Err(ApiError::cannot_act_on_system_message());
                }
                if place.is_archived() {
                    return Err(ApiError::thread_archived());
                }
                self.remove(&place, message);
            }
            Deletion::Many(messages) => self.delete_many(actor, &place, &messages)?,
        }
        Ok(())
    }

    /// Takes a message away, whoever asks, and tells the bots.
    pub(crate) fn remove(&mut self, place: &Channel, message: Snowflake) {
        let Some(removed) = self.take(place.id, message) else {
            return;
        };
        if removed.only_for.is_none() {
            let data = channel_event(place, [("id", json!(message))]);
            self.emit_to_channel(place, "MESSAGE_DELETE", &data);
        }
    }

    fn delete_many(
        &mut self,
        actor: Snowflake,
        place: &Channel,
        messages: &[Snowflake],
    ) -> Result<(), ApiError> {
        if place.guild.is_none() {
            return Err(ApiError::cannot_execute_on_dm());
        }
        self.require(actor, place, Permissions::MANAGE_MESSAGES)?;
        let oldest = self.now.checked_sub(BULK_AGE).map(Snowflake::at).ok();
        if messages.iter().any(|id| oldest.is_some_and(|it| *id < it)) {
            return Err(ApiError::message_too_old_to_bulk_delete());
        }
        let gone: Vec<Snowflake> = messages
            .iter()
            .copied()
            .filter(|id| self.take(place.id, *id).is_some())
            .collect();
        if !gone.is_empty() {
            let data = channel_event(place, [("ids", json!(gone))]);
            self.emit_to_channel(place, "MESSAGE_DELETE_BULK", &data);
        }
        Ok(())
    }

    fn take(&mut self, channel: Snowflake, message: Snowflake) -> Option<super::Message> {
        let removed = self.messages.get_mut(&channel)?.remove(&message)?;
        if let Some(thread) = self
            .channels
            .get_mut(&channel)
            .and_then(|it| it.thread.as_mut())
        {
            thread.message_count = thread.message_count.saturating_sub(1);
        }
        for file in &removed.attachments {
            self.files.remove(file);
        }
        Some(removed)
    }
}
