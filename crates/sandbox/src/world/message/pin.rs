//! Pinned messages.

use serde_json::json;

use crate::clock::iso;
use crate::error::ApiError;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::emit::channel_event;
use crate::world::model::message::kind;
use crate::world::model::{Message, Reference};
use crate::world::state::WorldState;

/// Pins that a channel holds.
const MAX_PINS: usize = 250;

impl WorldState {
    /// Somebody pins a message, or takes it off.
    ///
    /// # Errors
    /// 50013 without the permission, 30003 when there are too many.
    pub(crate) fn pin(
        &mut self,
        actor: Snowflake,
        channel: Snowflake,
        message: Snowflake,
        pinned: bool,
    ) -> Result<(), ApiError> {
        let place = self.channel_seen_by(actor, channel)?.clone();
        self.require(actor, &place, Permissions::PIN_MESSAGES)?;
        let found = self.message_seen_by(actor, channel, message)?;
        if !kind::is_written(found.kind) {
            return Err(ApiError::cannot_act_on_system_message());
        }
        if found.pinned.is_some() == pinned {
            return Ok(());
        }
        if pinned && self.pins(channel).len() >= MAX_PINS {
            return Err(ApiError::too_many_pins());
        }
        let now = self.now;
        let Some(found) = self.message_mut(channel, message) else {
            return Ok(());
        };
        found.pinned = pinned.then_some(now);
        let found = found.clone();
        self.emit_message_update(&found);
        let last_pin = if pinned {
            Some(now)
        } else {
            self.pins(channel).first().and_then(|it| it.pinned)
        };
        if let Some(place) = self.channels.get_mut(&channel) {
            place.last_pin = last_pin;
        }
        let data = channel_event(&place, [("last_pin_timestamp", json!(last_pin.map(iso)))]);
        self.emit_to_channel(&place, "CHANNEL_PINS_UPDATE", &data);
        if pinned {
            let mut notice = Message::new(Snowflake::default(), channel, actor, kind::PINNED);
            notice.reference = Some(Reference::to(found.id, found.channel, place.guild));
            self.post(notice);
        }
        Ok(())
    }

    /// The pinned messages of a channel, latest pin first.
    pub(crate) fn pins(&self, channel: Snowflake) -> Vec<&Message> {
        let messages = self.messages.get(&channel);
        let mut pins: Vec<&Message> = messages
            .into_iter()
            .flat_map(|messages| messages.values())
            .filter(|message| message.pinned.is_some())
            .collect();
        pins.sort_by_key(|message| std::cmp::Reverse(message.pinned));
        pins
    }
}
