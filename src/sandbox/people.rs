//! People, as tests play them: what somebody does in Discord's client, and what they see there.
//!
//! Everything a person does takes effect at once, or is refused as their client or Discord would
//! refuse it. What bots make of it comes later; wait for it with [`Sandbox::until`] and
//! [`Person::answer_to`], never by sleeping.

mod commands;
mod components;
mod options;
mod scene;
mod seen;
mod waiting;

use std::fmt;
use std::sync::Arc;

use super::error::ApiError;
use super::form;
use super::rest::Server;
use super::snowflake::Snowflake;
use super::world::message::{Deletion, MessageEdit, NewMessage, Reference, Removal};
use super::world::thread::NewThread;
use super::world::{State, Upload};

#[expect(unused_imports, reason = "named in the documentation")]
use super::Sandbox;

pub use seen::{Attachment, Button, SeenMessage};
pub use waiting::{Outcome, TimedOut};

/// Somebody in the sandbox. Cheap to clone.
#[derive(Clone)]
pub struct Person {
    pub(in crate::sandbox) server: Arc<Server>,
    id: Snowflake,
}

/// Where something happens: a channel or thread by its name, without `#`, or by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Named(String),
    Id(Snowflake),
}

/// What a person began with a bot: a command, a press of a button, a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interaction {
    pub id: Snowflake,
}

/// Why a person cannot do something, with Discord's code for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused(ApiError);

impl Refused {
    /// Discord's JSON error code.
    #[must_use]
    pub fn code(&self) -> u32 {
        self.0.code
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (code {})", self.0.message, self.0.code)?;
        match &self.0.errors {
            Some(errors) => write!(f, ": {errors}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Refused {}

impl From<ApiError> for Refused {
    fn from(error: ApiError) -> Self {
        Self(error)
    }
}

impl From<&str> for Place {
    fn from(name: &str) -> Self {
        Self::Named(name.trim_start_matches('#').to_owned())
    }
}

impl From<Snowflake> for Place {
    fn from(id: Snowflake) -> Self {
        Self::Id(id)
    }
}

/// Where a message stands.
impl From<&SeenMessage> for Place {
    fn from(message: &SeenMessage) -> Self {
        Self::Id(message.channel)
    }
}

impl Person {
    pub(in crate::sandbox) fn new(server: Arc<Server>, id: Snowflake) -> Self {
        Self { server, id }
    }

    #[must_use]
    pub fn id(&self) -> Snowflake {
        self.id
    }

    /// What others read as their name.
    #[must_use]
    pub fn name(&self) -> String {
        let name = |state: &State| state.user(self.id).map(|it| it.shown_name().to_owned());
        self.server.world.read(name).unwrap_or_default()
    }

    /// Their name as it stands in a text, `<@id>`.
    #[must_use]
    pub fn mention(&self) -> String {
        format!("<@{}>", self.id)
    }

    /// Writes in a channel.
    ///
    /// # Errors
    /// When the channel is hidden or they may not write there.
    pub fn say(&self, place: impl Into<Place>, text: &str) -> Result<SeenMessage, Refused> {
        self.write(&place.into(), NewMessage::text(text))
    }

    /// Replies to a message, which pings its author.
    ///
    /// # Errors
    /// As [`Self::say`], and when the message is gone.
    pub fn reply(&self, to: &SeenMessage, text: &str) -> Result<SeenMessage, Refused> {
        let body = serde_json::json!({ "message_id": to.id, "channel_id": to.channel });
        let new = NewMessage {
            reference: Reference::read(&body),
            ..NewMessage::text(text)
        };
        self.write(&Place::Id(to.channel), new)
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
        let open = |state: &mut State| {
            let bot = state.applications.values().next().map(|it| it.bot);
            let bot = bot.ok_or_else(ApiError::unknown_user)?;
            Ok::<_, ApiError>(state.open_direct(self.id, bot)?.id)
        };
        Ok(self.server.world.change(open)?)
    }

    /// Sends a file.
    ///
    /// # Errors
    /// As [`Self::say`], and without permission to attach files.
    pub fn upload(
        &self,
        place: impl Into<Place>,
        name: &str,
        bytes: &[u8],
    ) -> Result<SeenMessage, Refused> {
        let new = NewMessage {
            files: vec![upload(name, bytes)],
            ..NewMessage::default()
        };
        self.write(&place.into(), new)
    }

    /// Picks a file for an option of a command that takes one; its id is the option's value.
    #[must_use]
    pub fn file(&self, name: &str, bytes: &[u8]) -> Snowflake {
        let keep = |state: &mut State| state.keep_files(vec![upload(name, bytes)]);
        let kept = self.server.world.change(keep);
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
    pub fn starts_typing(&self, place: impl Into<Place>) -> Result<(), Refused> {
        self.in_place(&place.into(), |state, place| {
            state.start_typing(self.id, place)
        })
    }

    /// Starts a thread under a message.
    ///
    /// # Errors
    /// When it has one, or they may not.
    pub fn start_thread(&self, at: &SeenMessage, name: &str) -> Result<Snowflake, Refused> {
        self.change(|state| {
            let new = thread(name);
            let thread = state.start_thread_at(self.id, at.channel, at.id, new)?;
            Ok(thread.id)
        })
    }

    /// Starts a thread without a message.
    ///
    /// # Errors
    /// When there are no threads there, or they may not.
    pub fn start_public_thread(
        &self,
        place: impl Into<Place>,
        name: &str,
    ) -> Result<Snowflake, Refused> {
        self.in_place(&place.into(), |state, place| {
            let thread = state.start_thread(self.id, place, thread(name))?;
            Ok(thread.id)
        })
    }

    /// Posts in a forum, and returns the post's thread. `tags` are names.
    ///
    /// # Errors
    /// When they may not, or a tag is missing or unknown.
    pub fn post(
        &self,
        forum: impl Into<Place>,
        title: &str,
        text: &str,
        tags: &[&str],
    ) -> Result<Snowflake, Refused> {
        self.in_place(&forum.into(), |state, forum| {
            let known = state.channels.get(&forum).map(|it| it.tags.clone());
            let mut new = thread(title);
            for name in tags {
                let tag = known.iter().flatten().find(|tag| tag.name == *name);
                // An id that is no tag's is refused as such.
                new.applied_tags
                    .push(tag.map_or(Snowflake::default(), |it| it.id));
            }
            let first = NewMessage::text(text);
            let (thread, _) = state.start_post(self.id, forum, new, first)?;
            Ok(thread.id)
        })
    }

    /// What they see in a channel, oldest first, with what only they see.
    ///
    /// Empty for a channel that is hidden from them.
    #[must_use]
    pub fn sees(&self, place: impl Into<Place>) -> Vec<SeenMessage> {
        let place = place.into();
        self.server.world.read(|state| {
            let Ok(channel) = self.find(state, &place) else {
                return Vec::new();
            };
            let messages = state.messages.get(&channel);
            let messages = messages.into_iter().flat_map(|it| it.values());
            messages
                .filter(|message| message.is_for(self.id))
                .map(|message| SeenMessage::of(state, message, self.id))
                .collect()
        })
    }

    /// The message as it is now, or `None` when it is gone.
    #[must_use]
    pub fn looks_again(&self, message: &SeenMessage) -> Option<SeenMessage> {
        self.server.world.read(|state| {
            let found = state.message(message.channel, message.id)?;
            let seen = found.is_for(self.id);
            seen.then(|| SeenMessage::of(state, found, self.id))
        })
    }

    /// Refuses direct messages of bots from now on.
    pub fn close_direct_messages(&self) {
        self.server.world.change(|state| {
            if let Some(user) = state.users.get_mut(&self.id) {
                user.closed_to_messages = true;
            }
        });
    }

    /// Sets the language of their Discord, such as `sv-SE`.
    pub fn speaks(&self, locale: &str) {
        self.server.world.change(|state| {
            if let Some(user) = state.users.get_mut(&self.id) {
                locale.clone_into(&mut user.locale);
            }
        });
    }

    fn write(&self, place: &Place, new: NewMessage) -> Result<SeenMessage, Refused> {
        self.in_place(place, |state, place| {
            let mut body = serde_json::Map::new();
            body.insert("content".to_owned(), new.content.clone().into());
            form::message_create(&body.into(), new.files.len())?;
            let message = state.write(self.id, place, new)?;
            Ok(SeenMessage::of(state, &message, self.id))
        })
    }

    fn in_place<T>(
        &self,
        place: &Place,
        act: impl FnOnce(&mut State, Snowflake) -> Result<T, ApiError>,
    ) -> Result<T, Refused> {
        self.change(|state| {
            let place = self.find(state, place)?;
            act(state, place)
        })
    }

    fn change<T>(&self, act: impl FnOnce(&mut State) -> Result<T, ApiError>) -> Result<T, Refused> {
        Ok(self.server.world.change(act)?)
    }

    /// A channel that they see.
    fn find(&self, state: &State, place: &Place) -> Result<Snowflake, ApiError> {
        match place {
            Place::Id(id) => state.channel_seen_by(self.id, *id).map(|it| it.id),
            Place::Named(name) => state
                .channels
                .values()
                .find(|it| it.name == *name && state.sees(self.id, it))
                .map(|it| it.id)
                .ok_or_else(ApiError::unknown_channel),
        }
    }
}

fn thread(name: &str) -> NewThread {
    NewThread {
        name: name.to_owned(),
        ..NewThread::default()
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
        _ => None,
    };
    Upload {
        name: name.to_owned(),
        content_type: content_type.map(str::to_owned),
        description: None,
        bytes: bytes.to_vec(),
    }
}
