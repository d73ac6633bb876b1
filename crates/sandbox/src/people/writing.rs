//! What people write, send, change and take back.

use super::{ChannelRef, Person, Refused, SeenMessage};
use crate::error::ApiError;
use crate::form;
use crate::snowflake::Snowflake;
use crate::world::message::{Deletion, MessageEdit, NewMessage, Removal};
use crate::world::model::Reference;
use crate::world::{Upload, WorldState};

impl Person {
    /// Writes in a channel.
    ///
    /// # Errors
    /// When the channel is hidden or they may not write there.
    pub fn say(&self, place: impl Into<ChannelRef>, text: &str) -> Result<SeenMessage, Refused> {
        self.write(&place.into(), NewMessage::text(text))
    }

    /// Replies to a message, which pings its author.
    ///
    /// # Errors
    /// As [`Self::say`], and when the message is gone.
    pub fn reply(&self, to: &SeenMessage, text: &str) -> Result<SeenMessage, Refused> {
        self.send(to.channel, text, Some(to), &[])
    }

    /// Writes in a channel, as a reply and with files if there are any.
    ///
    /// # Errors
    /// As [`Self::say`], [`Self::reply`] and [`Self::upload`].
    pub fn send(
        &self,
        place: impl Into<ChannelRef>,
        text: &str,
        reply_to: Option<&SeenMessage>,
        files: &[(String, Vec<u8>)],
    ) -> Result<SeenMessage, Refused> {
        let reference = reply_to.and_then(|to| {
            let body = serde_json::json!({ "message_id": to.id, "channel_id": to.channel });
            Reference::read(&body)
        });
        let files = files.iter().map(|(name, bytes)| upload(name, bytes));
        let new = NewMessage {
            reference,
            files: files.collect(),
            ..NewMessage::text(text.trim())
        };
        self.write(&place.into(), new)
    }

    /// Writes to the first bot in private.
    ///
    /// # Errors
    /// As [`Self::say`].
    pub fn dm(&self, text: &str) -> Result<SeenMessage, Refused> {
        let place = self.direct()?;
        self.say(place, text)
    }

    /// The channel of direct messages with the first bot.
    ///
    /// # Errors
    /// When there is no bot.
    pub fn direct(&self) -> Result<Snowflake, Refused> {
        let open = |state: &mut WorldState| {
            let bot = state.applications.values().next().map(|it| it.bot);
            let bot = bot.ok_or_else(ApiError::unknown_user)?;
            Ok::<_, ApiError>(state.open_direct(self.id, bot)?.id)
        };
        Ok(self.platform.world.change(open)?)
    }

    /// Sends a file.
    ///
    /// # Errors
    /// As [`Self::say`], and without permission to attach files.
    pub fn upload(
        &self,
        place: impl Into<ChannelRef>,
        name: &str,
        bytes: &[u8],
    ) -> Result<SeenMessage, Refused> {
        self.send(place, "", None, &[(name.to_owned(), bytes.to_vec())])
    }

    /// Picks a file for an option of a command that takes one; its id is the option's value.
    #[must_use]
    pub fn file(&self, name: &str, bytes: &[u8]) -> Snowflake {
        let keep = |state: &mut WorldState| state.keep_files(vec![upload(name, bytes)]);
        let kept = self.platform.world.change(keep);
        kept.first().copied().unwrap_or_default()
    }

    /// Changes what they wrote.
    ///
    /// # Errors
    /// When another wrote it, or it is gone.
    pub fn edit(&self, message: &SeenMessage, text: &str) -> Result<SeenMessage, Refused> {
        self.change(|state| {
            let edit = MessageEdit {
                content: Some(text.to_owned()),
                ..MessageEdit::default()
            };
            let edited = state.edit(self.id, message.channel, message.id, edit)?;
            Ok(SeenMessage::of(state, &edited, self.id))
        })
    }

    /// Deletes a message; one that only they see is dismissed.
    ///
    /// # Errors
    /// When another wrote it and they may not manage messages, or it is gone.
    pub fn delete(&self, message: &SeenMessage) -> Result<(), Refused> {
        self.change(|state| {
            let known = state.message(message.channel, message.id);
            let is_own = known.is_some_and(|it| it.only_for == Some(self.id));
            if let (true, Some(place)) = (is_own, state.channels.get(&message.channel).cloned()) {
                state.remove(&place, message.id);
                return Ok(());
            }
            state.delete(self.id, message.channel, Deletion::One(message.id))
        })
    }

    /// Deletes several messages of one channel at once, as a moderator's bot does for them.
    ///
    /// # Errors
    /// When they may not manage messages there.
    pub fn delete_all(&self, messages: &[&SeenMessage]) -> Result<(), Refused> {
        self.change(|state| {
            let channel = messages.first().map(|it| it.channel).unwrap_or_default();
            let ids = messages.iter().map(|it| it.id).collect();
            state.delete(self.id, channel, Deletion::Many(ids))
        })
    }

    /// Reacts with a Unicode emoji.
    ///
    /// # Errors
    /// When it is no emoji, or they may not react.
    pub fn react(&self, message: &SeenMessage, emoji: &str) -> Result<(), Refused> {
        let emoji = form::emoji(emoji)?;
        self.change(|state| state.react(self.id, message.channel, message.id, &emoji))
    }

    /// Takes their reaction away.
    ///
    /// # Errors
    /// When there is none.
    pub fn unreact(&self, message: &SeenMessage, emoji: &str) -> Result<(), Refused> {
        let removal = Removal::Of(form::emoji(emoji)?, self.id);
        self.change(|state| state.unreact(self.id, message.channel, message.id, &removal))
    }

    /// Begins to type.
    ///
    /// # Errors
    /// Where they may not write.
    pub fn starts_typing(&self, place: impl Into<ChannelRef>) -> Result<(), Refused> {
        self.in_place(&place.into(), |state, place| {
            state.start_typing(self.id, place)
        })
    }

    fn write(&self, place: &ChannelRef, new: NewMessage) -> Result<SeenMessage, Refused> {
        self.in_place(place, |state, place| {
            let mut body = serde_json::Map::new();
            body.insert("content".to_owned(), new.content.clone().into());
            form::message_create(&body.into(), new.files.len())?;
            let message = state.write(self.id, place, new)?;
            Ok(SeenMessage::of(state, &message, self.id))
        })
    }
}

fn upload(name: &str, bytes: &[u8]) -> Upload {
    let ending = name.rsplit('.').next().unwrap_or_default();
    let content_type = match ending {
        "txt" => Some("text/plain; charset=utf-8"),
        "md" => Some("text/markdown; charset=utf-8"),
        "html" => Some("text/html; charset=utf-8"),
        "json" => Some("application/json; charset=utf-8"),
        "pdf" => Some("application/pdf"),
        "png" => Some("image/png"),
        "jpg" | "jpeg" => Some("image/jpeg"),
        "gif" => Some("image/gif"),
        "webp" => Some("image/webp"),
        _ => None,
    };
    Upload {
        name: name.to_owned(),
        content_type: content_type.map(str::to_owned),
        description: None,
        bytes: bytes.to_vec(),
    }
}
