//! What a message points at: the one it replies to, or the one it forwards.

use serde_json::{Map, Value, json};

use crate::error::ApiError;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::model::message::kind;
use crate::world::model::{Channel, Message, Reference};
use crate::world::state::WorldState;

impl WorldState {
    /// Makes a message a reply or a forward.
    ///
    /// # Errors
    /// 160002 without permission to read the history, 50035 when the message is not there.
    pub(super) fn refer(
        &self,
        author: Snowflake,
        place: &Channel,
        message: &mut Message,
        mut reference: Reference,
    ) -> Result<(), ApiError> {
        if reference.channel == Snowflake::default() {
            reference.channel = place.id;
        }
        reference.guild = self
            .channels
            .get(&reference.channel)
            .and_then(|channel| channel.guild);
        let source = if reference.is_forward() {
            self.channel_seen_by(author, reference.channel)?
        } else {
            place
        };
        let may_read = self
            .permissions(author, source)
            .contains(Permissions::READ_MESSAGE_HISTORY);
        if !may_read {
            return Err(ApiError::cannot_reply_without_history());
        }
        let unknown = || {
            ApiError::invalid_field(
                &["message_reference"],
                "MESSAGE_REFERENCE_UNKNOWN_MESSAGE",
                "Unknown message",
            )
        };
        if !reference.is_forward() && reference.channel != place.id {
            return Err(ApiError::invalid_field(
                &["message_reference"],
                "REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL",
                "Cannot reply to a message in a different channel",
            ));
        }
        let referenced = self
            .message(source.id, reference.message)
            .filter(|it| it.only_for.is_none());
        let Some(referenced) = referenced else {
            return if reference.fail_if_not_exists || reference.is_forward() {
                Err(unknown())
            } else {
                Ok(())
            };
        };
        if !kind::is_written(referenced.kind) && referenced.kind != kind::THREAD_STARTER {
            return Err(ApiError::invalid_field(
                &["message_reference"],
                "REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE",
                "Cannot reply to a system message",
            ));
        }
        if reference.is_forward() {
            message.snapshots = vec![self.snapshot(referenced)];
        } else {
            message.kind = kind::REPLY;
        }
        message.reference = Some(reference);
        Ok(())
    }

    fn snapshot(&self, message: &Message) -> Value {
        let whole = self.whole_message_json(message, message.author);
        let kept = [
            "type",
            "content",
            "embeds",
            "attachments",
            "timestamp",
            "edited_timestamp",
            "flags",
            "mentions",
            "mention_roles",
            "components",
        ];
        let kept = kept
            .into_iter()
            .filter_map(|key| Some((key.to_owned(), whole.get(key)?.clone())));
        json!({ "message": Map::from_iter(kept) })
    }
}
