//! Reading messages: one, or a page of a channel.

use crate::error::ApiError;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::model::Message;
use crate::world::state::WorldState;

/// Which messages of a channel are asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Page {
    Latest,
    Before(Snowflake),
    After(Snowflake),
    Around(Snowflake),
}

impl WorldState {
    /// A message that somebody can see.
    ///
    /// # Errors
    /// 10008 when it is not there, 50001 or 50013 when the channel or its history is hidden.
    pub(crate) fn message_seen_by(
        &self,
        actor: Snowflake,
        channel: Snowflake,
        message: Snowflake,
    ) -> Result<&Message, ApiError> {
        let place = self.channel_seen_by(actor, channel)?;
        self.require(actor, place, Permissions::READ_MESSAGE_HISTORY)
            .map_err(|_| ApiError::missing_access())?;
        self.message(channel, message)
            .filter(|it| it.only_for.is_none())
            .ok_or_else(ApiError::unknown_message)
    }

    /// A page of a channel, newest first. Who may not read the history sees nothing.
    pub(crate) fn page(
        &self,
        actor: Snowflake,
        channel: Snowflake,
        page: Page,
        limit: usize,
    ) -> Result<Vec<&Message>, ApiError> {
        let place = self.channel_seen_by(actor, channel)?;
        if !place.kind.holds_messages() {
            return Err(ApiError::not_a_text_channel());
        }
        if self
            .require(actor, place, Permissions::READ_MESSAGE_HISTORY)
            .is_err()
        {
            return Ok(Vec::new());
        }
        let Some(all) = self.messages.get(&channel) else {
            return Ok(Vec::new());
        };
        let public = |message: &&Message| message.only_for.is_none();
        let before = |id: Snowflake, n: usize| -> Vec<&Message> {
            let older = all.range(..id).rev().map(|(_, message)| message);
            older.filter(public).take(n).collect()
        };
        let from = |id: Snowflake, n: usize| -> Vec<&Message> {
            let newer = all.range(id..).map(|(_, message)| message);
            let mut newer: Vec<_> = newer.filter(public).take(n).collect();
            newer.reverse();
            newer
        };
        let next = |id: Snowflake| Snowflake(id.0.saturating_add(1));
        Ok(match page {
            Page::Latest => before(Snowflake(u64::MAX), limit),
            Page::Before(id) => before(id, limit),
            Page::After(id) => from(next(id), limit),
            Page::Around(id) => {
                let mut around = from(id, limit - limit / 2);
                around.extend(before(id, limit / 2));
                around
            }
        })
    }
}
