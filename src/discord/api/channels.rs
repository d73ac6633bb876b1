//! Requests about channels and threads: what they are, what was written there, and their tags.

use serde::Deserialize;
use serde_json::json;
use serenity::all::{ApplicationId, ChannelId, ChannelType, LightMethod, MessageId, UserId};
use serenity::http::Route;

use super::call::Call;
use super::error::RestError;
use super::rest::Rest;

/// Messages read at once; Discord allows 100.
const PAGE: u64 = 50;

/// A channel or thread, reduced to what is used.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::discord) struct Channel {
    #[serde(rename = "type")]
    pub(in crate::discord) kind: ChannelType,
    /// Of a forum: the tags its posts can have.
    #[serde(default)]
    pub(in crate::discord) available_tags: Vec<Tag>,
    /// Of a forum's post: the tags it has.
    #[serde(default)]
    pub(in crate::discord) applied_tags: Vec<TagId>,
    /// Of a thread.
    pub(in crate::discord) thread_metadata: Option<ThreadMetadata>,
    /// Of a thread: its messages, without the one it was started under and deleted ones.
    pub(in crate::discord) message_count: Option<u64>,
}

/// The id of a forum's tag.
pub(in crate::discord) type TagId = serenity::all::ForumTagId;

/// A tag of a forum.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::discord) struct Tag {
    pub(in crate::discord) id: TagId,
    pub(in crate::discord) name: String,
}

#[derive(Debug, Clone, Deserialize)]
pub(in crate::discord) struct ThreadMetadata {
    #[serde(default)]
    pub(in crate::discord) archived: bool,
    #[serde(default)]
    pub(in crate::discord) locked: bool,
}

/// A message somebody wrote.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::discord) struct Written {
    pub(in crate::discord) id: MessageId,
    pub(in crate::discord) author: Author,
    #[serde(default)]
    pub(in crate::discord) components: Vec<serde_json::Value>,
    #[serde(rename = "type")]
    pub(in crate::discord) kind: u8,
}

#[derive(Debug, Clone, Deserialize)]
pub(in crate::discord) struct Author {
    pub(in crate::discord) id: UserId,
    #[serde(default)]
    pub(in crate::discord) bot: bool,
}

/// A command as it is registered.
#[derive(Debug, Clone, Deserialize)]
struct Registered {
    name: String,
}

impl Rest {
    pub(in crate::discord) async fn channel(
        &self,
        channel_id: ChannelId,
    ) -> Result<Channel, RestError> {
        let route = Route::Channel { channel_id };
        self.call_for(Call::new("reading a channel", LightMethod::Get, route))
            .await
    }

    /// The first messages of a thread, oldest first, without the one that began it.
    pub(in crate::discord) async fn first_messages(
        &self,
        thread: ChannelId,
    ) -> Result<Vec<Written>, RestError> {
        let route = Route::ChannelMessages { channel_id: thread };
        let mut call = Call::new("reading a thread", LightMethod::Get, route);
        call.params = Some(vec![
            ("after", thread.to_string()),
            ("limit", PAGE.to_string()),
        ]);
        let mut messages: Vec<Written> = self.call_for(call).await?;
        messages.sort_by_key(|message| message.id);
        Ok(messages)
    }

    /// Gives a post exactly these tags.
    pub(in crate::discord) async fn tag_post(
        &self,
        post: ChannelId,
        tags: &[TagId],
    ) -> Result<(), RestError> {
        let route = Route::Channel { channel_id: post };
        let call = Call::new("tagging a post", LightMethod::Patch, route)
            .body(&json!({ "applied_tags": tags }))?;
        self.call(call).await.map(drop)
    }

    /// Deletes a thread of a channel, which takes the permission to manage threads.
    pub(in crate::discord) async fn delete_thread(
        &self,
        channel: ChannelId,
        thread: ChannelId,
    ) -> Result<(), RestError> {
        let route = Route::Channel { channel_id: thread };
        let call = Call::new("deleting a thread", LightMethod::Delete, route).in_channel(channel);
        self.call(call).await.map(drop)
    }

    /// Archives a thread, which its creator may do.
    pub(in crate::discord) async fn archive_thread(
        &self,
        thread: ChannelId,
    ) -> Result<(), RestError> {
        let route = Route::Channel { channel_id: thread };
        let call = Call::new("closing a thread", LightMethod::Patch, route)
            .body(&json!({ "archived": true }))?;
        self.call(call).await.map(drop)
    }

    /// Names of the application's global commands.
    pub(in crate::discord) async fn registered(
        &self,
        application_id: ApplicationId,
    ) -> Result<Vec<String>, RestError> {
        let route = Route::Commands { application_id };
        let call = Call::new("reading the commands", LightMethod::Get, route);
        let commands: Vec<Registered> = self.call_for(call).await?;
        Ok(commands.into_iter().map(|it| it.name).collect())
    }
}
