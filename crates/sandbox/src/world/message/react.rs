//! Reactions to messages.

use serde_json::{Value, json};

use crate::error::ApiError;
use crate::form::Emoji;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::emit::channel_event;
use crate::world::model::{Channel, Reaction};
use crate::world::state::WorldState;

/// Different reactions on one message.
const MAX_REACTIONS: usize = 20;

/// Which reactions are taken away.
pub(crate) enum Removal {
    /// One user's.
    Of(Emoji, Snowflake),
    /// Everybody's of one emoji.
    Emoji(Emoji),
    All,
}

impl WorldState {
    /// Somebody reacts to a message.
    ///
    /// # Errors
    /// 50013 without permission to add a new emoji, 10014 for an emoji that is not there, 30010 for
    /// a 21st, 50083 in an archived thread.
    pub(crate) fn react(
        &mut self,
        actor: Snowflake,
        channel: Snowflake,
        message: Snowflake,
        emoji: &Emoji,
    ) -> Result<(), ApiError> {
        let place = self.channel_seen_by(actor, channel)?.clone();
        let found = self.message_seen_by(actor, channel, message)?;
        if place.is_archived() {
            return Err(ApiError::thread_archived());
        }
        let author = found.author;
        let known = found.reactions.iter().position(|it| it.is(emoji));
        if known.is_none() {
            self.require(actor, &place, Permissions::ADD_REACTIONS)?;
            if matches!(emoji, Emoji::Custom { .. }) {
                // No server here has emoji of its own.
                return Err(ApiError::unknown_emoji());
            }
            if found.reactions.len() >= MAX_REACTIONS {
                return Err(ApiError::too_many_reactions());
            }
        }
        let Some(found) = self.message_mut(channel, message) else {
            return Ok(());
        };
        if known.is_none() {
            found.reactions.push(Reaction::new(emoji));
        }
        let Some(reaction) = found.reactions.iter_mut().find(|it| it.is(emoji)) else {
            return Ok(());
        };
        if reaction.users.contains(&actor) {
            return Ok(());
        }
        reaction.users.push(actor);
        let emoji = reaction.emoji_json();
        let mut data = reaction_event(&place, message, actor, &emoji);
        if let Some(fields) = data.as_object_mut() {
            fields.insert("message_author_id".to_owned(), json!(author));
            let member = place.guild.and_then(|guild| self.member(guild, actor));
            if let Some(member) = member {
                fields.insert("member".to_owned(), self.member_json(member));
            }
        }
        self.emit_to_channel(&place, "MESSAGE_REACTION_ADD", &data);
        Ok(())
    }

    /// Somebody takes reactions away.
    ///
    /// # Errors
    /// 50013 for others' without permission to manage messages.
    pub(crate) fn unreact(
        &mut self,
        actor: Snowflake,
        channel: Snowflake,
        message: Snowflake,
        removal: &Removal,
    ) -> Result<(), ApiError> {
        let place = self.channel_seen_by(actor, channel)?.clone();
        self.message_seen_by(actor, channel, message)?;
        if !matches!(removal, Removal::Of(_, user) if *user == actor) {
            if place.guild.is_none() {
                return Err(ApiError::cannot_execute_on_dm());
            }
            self.require(actor, &place, Permissions::MANAGE_MESSAGES)?;
        }
        if place.is_archived() {
            return Err(ApiError::thread_archived());
        }
        let Some(found) = self.message_mut(channel, message) else {
            return Ok(());
        };
        let (name, data) = match removal {
            Removal::Of(emoji, user) => {
                let reaction = found.reactions.iter_mut().find(|it| it.is(emoji));
                let Some(reaction) = reaction.filter(|it| it.users.contains(user)) else {
                    return Err(ApiError::unknown_emoji());
                };
                reaction.users.retain(|id| id != user);
                let emoji = reaction.emoji_json();
                let data = reaction_event(&place, message, *user, &emoji);
                ("MESSAGE_REACTION_REMOVE", data)
            }
            Removal::Emoji(emoji) => {
                let at = found.reactions.iter().position(|it| it.is(emoji));
                let Some(at) = at else {
                    return Err(ApiError::unknown_emoji());
                };
                let emoji = found.reactions.remove(at).emoji_json();
                let fields = [("message_id", json!(message)), ("emoji", emoji)];
                (
                    "MESSAGE_REACTION_REMOVE_EMOJI",
                    channel_event(&place, fields),
                )
            }
            Removal::All => {
                found.reactions.clear();
                let data = channel_event(&place, [("message_id", json!(message))]);
                ("MESSAGE_REACTION_REMOVE_ALL", data)
            }
        };
        found.reactions.retain(|it| !it.users.is_empty());
        self.emit_to_channel(&place, name, &data);
        Ok(())
    }
}

fn reaction_event(place: &Channel, message: Snowflake, user: Snowflake, emoji: &Value) -> Value {
    channel_event(
        place,
        [
            ("user_id", json!(user)),
            ("message_id", json!(message)),
            ("emoji", emoji.clone()),
            ("burst", json!(false)),
            ("type", json!(0)),
        ],
    )
}
