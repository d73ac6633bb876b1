//! People, as tests play them: what somebody does in Discord's client, and what they see there.
//!
//! Everything a person does takes effect at once, or is refused as their client or Discord would
//! refuse it. What bots make of it comes later; wait for it with [`Sandbox::until`](crate::Sandbox::until) and
//! [`Person::answer_to`], never by sleeping.

mod commands;
mod components;
mod forms;
mod options;
mod seen;
mod threads;
mod waiting;
mod writing;

use std::fmt;
use std::sync::Arc;

use crate::error::ApiError;
use crate::platform::Platform;
use crate::snowflake::Snowflake;
use crate::world::WorldState;

pub use seen::{Attachment, Button, SeenMessage};
pub use waiting::{InteractionOutcome, TimedOut};

/// Somebody in the sandbox. Cheap to clone.
#[derive(Clone)]
pub struct Person {
    pub(crate) platform: Arc<Platform>,
    id: Snowflake,
}

/// Where something happens: a channel or thread by its name, without `#`, or by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChannelRef {
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

impl Refused {
    /// The body that Discord sends with it.
    pub(crate) fn body(&self) -> serde_json::Value {
        self.0.body()
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

impl From<&str> for ChannelRef {
    fn from(name: &str) -> Self {
        Self::Named(name.trim_start_matches('#').to_owned())
    }
}

impl From<Snowflake> for ChannelRef {
    fn from(id: Snowflake) -> Self {
        Self::Id(id)
    }
}

/// Where a message stands.
impl From<&SeenMessage> for ChannelRef {
    fn from(message: &SeenMessage) -> Self {
        Self::Id(message.channel)
    }
}

impl Person {
    pub(crate) fn new(platform: Arc<Platform>, id: Snowflake) -> Self {
        Self { platform, id }
    }

    #[must_use]
    pub fn id(&self) -> Snowflake {
        self.id
    }

    /// What others read as their name.
    #[must_use]
    pub fn name(&self) -> String {
        let name = |state: &WorldState| state.user(self.id).map(|it| it.shown_name().to_owned());
        self.platform.world.read(name).unwrap_or_default()
    }

    /// Their name as it stands in a text, `<@id>`.
    #[must_use]
    pub fn mention(&self) -> String {
        format!("<@{}>", self.id)
    }

    /// Joins another server.
    pub fn joins(&self, guild: Snowflake) {
        let join = |state: &mut WorldState| state.add_member(guild, self.id, Vec::new());
        self.platform.world.change(join);
    }

    /// Leaves a server.
    ///
    /// # Errors
    /// When they are not in it.
    pub fn leaves(&self, guild: Snowflake) -> Result<(), Refused> {
        self.change(|state| state.leave_guild(self.id, guild))
    }

    /// What they see in a channel, oldest first, with what only they see.
    ///
    /// Empty for a channel that is hidden from them.
    #[must_use]
    pub fn sees(&self, place: impl Into<ChannelRef>) -> Vec<SeenMessage> {
        let place = place.into();
        self.platform.world.read(|state| {
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
        self.platform.world.read(|state| {
            let found = state.message(message.channel, message.id)?;
            let seen = found.is_for(self.id);
            seen.then(|| SeenMessage::of(state, found, self.id))
        })
    }

    /// A message that they see.
    ///
    /// # Errors
    /// When it is gone, or the channel is hidden.
    pub fn message(&self, channel: Snowflake, id: Snowflake) -> Result<SeenMessage, Refused> {
        self.platform.world.read(|state| {
            state.channel_seen_by(self.id, channel)?;
            let found = state.message(channel, id).filter(|it| it.is_for(self.id));
            let found = found.ok_or_else(ApiError::unknown_message)?;
            Ok(SeenMessage::of(state, found, self.id))
        })
    }

    /// Refuses direct messages of bots from now on.
    pub fn close_direct_messages(&self) {
        self.platform.world.change(|state| {
            if let Some(user) = state.users.get_mut(&self.id) {
                user.closed_to_messages = true;
            }
        });
    }

    /// Sets the language of their Discord, such as `sv-SE`.
    pub fn speaks(&self, locale: &str) {
        self.platform.world.change(|state| {
            if let Some(user) = state.users.get_mut(&self.id) {
                locale.clone_into(&mut user.locale);
            }
        });
    }

    fn in_place<T>(
        &self,
        place: &ChannelRef,
        act: impl FnOnce(&mut WorldState, Snowflake) -> Result<T, ApiError>,
    ) -> Result<T, Refused> {
        self.change(|state| {
            let place = self.find(state, place)?;
            act(state, place)
        })
    }

    fn change<T>(
        &self,
        act: impl FnOnce(&mut WorldState) -> Result<T, ApiError>,
    ) -> Result<T, Refused> {
        Ok(self.platform.world.change(act)?)
    }

    /// A channel that they see.
    pub(crate) fn find(
        &self,
        state: &WorldState,
        place: &ChannelRef,
    ) -> Result<Snowflake, ApiError> {
        match place {
            ChannelRef::Id(id) => state.channel_seen_by(self.id, *id).map(|it| it.id),
            ChannelRef::Named(name) => state
                .channels
                .values()
                .find(|it| it.name == *name && state.sees(self.id, it))
                .map(|it| it.id)
                .ok_or_else(ApiError::unknown_channel),
        }
    }
}

#[cfg(test)]
mod tests;
