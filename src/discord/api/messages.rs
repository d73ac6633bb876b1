//! Requests about single messages: reading what they reply to, rewriting and deleting them,
//! reacting, starting threads.

use serde::Deserialize;
use serde_json::json;
use serenity::all::{ChannelId, LightMethod, MessageId, ReactionType, UserId};
use serenity::http::Route;

use super::call::Call;
use super::codes::{HAS_THREAD, UNKNOWN_MESSAGE};
use super::error::RestError;
use super::rest::Rest;

/// A message in a chain of replies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::discord) struct Link {
    pub(in crate::discord) author: UserId,
    /// Empty when Discord withholds it from bots without the intent.
    pub(in crate::discord) content: String,
    pub(in crate::discord) replies_to: Option<(ChannelId, MessageId)>,
}

#[derive(Deserialize)]
struct RawLink {
    author: RawAuthor,
    #[serde(default)]
    content: String,
    message_reference: Option<RawReference>,
}

#[derive(Deserialize)]
struct RawAuthor {
    id: UserId,
}

#[derive(Deserialize)]
struct RawReference {
    channel_id: ChannelId,
    message_id: Option<MessageId>,
}

#[derive(Deserialize)]
struct Thread {
    id: ChannelId,
}

impl Rest {
    /// Who wrote a message, what it says and what it replies to.
    pub(in crate::discord) async fn link(
        &self,
        channel_id: ChannelId,
        message_id: MessageId,
    ) -> Result<Link, RestError> {
        let route = Route::ChannelMessage {
            channel_id,
            message_id,
        };
        let call = Call::new("reading a message", LightMethod::Get, route);
        let raw: RawLink = self.call_for(call).await?;
        let replies_to = raw
            .message_reference
            .and_then(|it| Some((it.channel_id, it.message_id?)));
        Ok(Link {
            author: raw.author.id,
            content: raw.content,
            replies_to,
        })
    }

    /// Replaces the text of a message of ours and nothing else.
    pub(in crate::discord) async fn rewrite_message(
        &self,
        channel_id: ChannelId,
        message_id: MessageId,
        content: &str,
    ) -> Result<(), RestError> {
        let route = Route::ChannelMessage {
            channel_id,
            message_id,
        };
        let nobody = json!({ "parse": [], "replied_user": false });
        let call = Call::new("rewriting a message", LightMethod::Patch, route)
            .body(&json!({ "content": content, "allowed_mentions": nobody }))?;
        self.call(call).await.map(drop)
    }

    /// Deletes a message; succeeds if it is gone already.
    pub(in crate::discord) async fn delete_message(
        &self,
        channel_id: ChannelId,
        message_id: MessageId,
    ) -> Result<(), RestError> {
        let route = Route::ChannelMessage {
            channel_id,
            message_id,
        };
        let call = Call::new("deleting a message", LightMethod::Delete, route);
        match self.call(call).await {
            Err(error) if error.code() == Some(UNKNOWN_MESSAGE) => Ok(()),
            result => result.map(drop),
        }
    }

    /// Reacts to a message with an emoji.
    pub(in crate::discord) async fn react(
        &self,
        channel_id: ChannelId,
        message_id: MessageId,
        emoji: &str,
    ) -> Result<(), RestError> {
        let reaction = ReactionType::Unicode(emoji.to_owned()).as_data();
        let route = Route::ChannelMessageReactionMe {
            channel_id,
            message_id,
            reaction: &reaction,
        };
        let call = Call::new("reacting", LightMethod::Put, route).in_channel(channel_id);
        self.call(call).await.map(drop)
    }

    /// Starts a public thread under a message, or returns the one that exists.
    pub(in crate::discord) async fn start_thread(
        &self,
        channel_id: ChannelId,
        message_id: MessageId,
        name: &str,
    ) -> Result<ChannelId, RestError> {
        let route = Route::ChannelMessageThreads {
            channel_id,
            message_id,
        };
        let call = Call::new("starting a thread", LightMethod::Post, route)
            .in_channel(channel_id)
            .body(&json!({ "name": name }))?;
        match self.call_for(call).await {
            Ok(Thread { id }) => Ok(id),
            // A thread has the id of its message.
            Err(error) if error.code() == Some(HAS_THREAD) => Ok(ChannelId::new(message_id.get())),
            Err(error) => Err(error),
        }
    }
}
