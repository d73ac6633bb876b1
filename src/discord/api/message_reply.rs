//! Answering a message: by a reply that pings nobody or, where that is not permitted, in a direct
//! message. It knows nothing of interactions.

use std::fmt;

use serenity::all::{ChannelId, Message, MessageId, UserId};

use super::codes::{MISSING_ACCESS, MISSING_PERMISSIONS, NO_REPLY_WITHOUT_HISTORY};
use super::error::RestError;
use super::message::{Body, Shown};
use super::rest::Rest;
use crate::discord::words::Words;

/// A message that asks.
pub(in crate::discord) struct MessageReply {
    pub(in crate::discord) channel: ChannelId,
    pub(in crate::discord) message: MessageId,
    pub(in crate::discord) author: UserId,
    pub(in crate::discord) words: Words,
}

impl fmt::Display for MessageReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "message {} in channel {}", self.message, self.channel)
    }
}

impl MessageReply {
    pub(in crate::discord) fn new(message: &Message, words: Words) -> Self {
        Self {
            channel: message.channel_id,
            message: message.id,
            author: message.author.id,
            words,
        }
    }

    pub(in crate::discord) fn words(&self) -> Words {
        self.words
    }

    /// Replies in the channel or, where that is not permitted, in a direct message.
    pub(in crate::discord) async fn answer(
        &self,
        rest: &Rest,
        answer: Body,
    ) -> Result<Shown, RestError> {
        // The question's id is the nonce: a question is answered once, even if it is delivered
        // twice.
        let body = answer
            .clone()
            .replying_to(self.channel, self.message)
            .once(self.message.to_string());
        let here = |message| Shown {
            channel: self.channel,
            message,
        };
        let error = match rest.create_message(self.channel, &body).await {
            Ok(message) => return Ok(here(message)),
            Err(error) => error,
        };
        match error.code() {
            Some(NO_REPLY_WITHOUT_HISTORY) => {
                let body = body.without_reference();
                rest.create_message(self.channel, &body).await.map(here)
            }
            Some(MISSING_PERMISSIONS | MISSING_ACCESS) => {
                tracing::warn!(channel = %self.channel, %error, "not permitted to write here");
                let channel = rest.open_dm(self.author).await?;
                if channel == self.channel {
                    return Err(error);
                }
                let notice = self.words.may_not_write(&format!("<#{}>", self.channel));
                let notice = Body::new(&notice).once(format!("n{}", self.message));
                rest.create_message(channel, &notice).await?;
                let answer = answer.once(format!("d{}", self.message));
                let message = rest.create_message(channel, &answer).await?;
                Ok(Shown { channel, message })
            }
            _ => Err(error),
        }
    }
}
