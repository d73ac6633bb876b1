//! What we send: message bodies and interaction responses. This alone gives every message its empty
//! `allowed_mentions`, suppresses link previews, and keeps within Discord's length.

mod row;

use serde::Serialize;
use serenity::all::{ChannelId, MessageFlags, MessageId, UserId};

use super::nonce;
use crate::discord::budget::{self, LIMIT};

pub(in crate::discord) use row::{Button, Menu, Row};

/// Characters of a file's description at most,
/// <https://docs.discord.com/developers/resources/message#attachment-object>.
const DESCRIPTION: usize = 1_024;
/// Digits of a fresh nonce; fewer than the 25 that Discord allows.
const FRESH_NONCE: usize = 13;
/// Of interaction responses: a message at once.
const MESSAGE: u8 = 4;
/// Of interaction responses: an answer follows.
const DEFERRED: u8 = 5;
/// Of interaction responses: the message with the button may change later.
const DEFERRED_UPDATE: u8 = 6;
/// Of interaction responses: choices for an option that is being typed.
const CHOICES: u8 = 8;

/// A message to create or edit.
#[derive(Debug, Clone, Serialize)]
pub(in crate::discord) struct Body {
    content: String,
    flags: MessageFlags,
    allowed_mentions: Mentions,
    /// Always sent, because an edit without components would keep the old ones.
    components: Vec<Row>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_reference: Option<Reference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nonce: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enforce_nonce: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Attachment>,
    /// Sent as a part of its own.
    #[serde(skip)]
    file: Option<File>,
}

/// A file attached to a message.
#[derive(Debug, Clone)]
pub(in crate::discord) struct File {
    /// With the extension for its type.
    pub(in crate::discord) name: String,
    pub(in crate::discord) bytes: Vec<u8>,
}

/// What a message says about its file.
#[derive(Debug, Clone, Serialize)]
struct Attachment {
    id: u64,
    filename: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
}

/// Nobody is ever pinged, not even the author of the message replied to, except the users named
/// here.
#[derive(Debug, Clone, Serialize)]
struct Mentions {
    parse: [(); 0],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    users: Vec<UserId>,
    replied_user: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Reference {
    message_id: MessageId,
    channel_id: ChannelId,
    /// A question that was deleted is answered without the reference.
    fail_if_not_exists: bool,
}

impl Body {
    pub(in crate::discord) fn new(content: &str) -> Self {
        Self {
            content: budget::cut(content, LIMIT),
            flags: MessageFlags::SUPPRESS_EMBEDS,
            allowed_mentions: Mentions {
                parse: [],
                users: Vec::new(),
                replied_user: false,
            },
            components: Vec::new(),
            message_reference: None,
            nonce: None,
            enforce_nonce: None,
            attachments: Vec::new(),
            file: None,
        }
    }

    /// With a file; screen readers read the `description`.
    pub(in crate::discord) fn attaching(mut self, file: File, description: Option<&str>) -> Self {
        self.attachments = vec![Attachment {
            id: 0,
            filename: file.name.clone(),
            description: description.map(|it| budget::cut(it, DESCRIPTION)),
        }];
        self.file = Some(file);
        self
    }

    pub(in crate::discord) fn file(&self) -> Option<&File> {
        self.file.as_ref()
    }

    /// With buttons and menus.
    pub(in crate::discord) fn with(mut self, rows: Vec<Row>) -> Self {
        self.components = rows;
        self
    }

    /// Adds buttons below the others.
    pub(in crate::discord) fn add_rows(&mut self, rows: Vec<Row>) {
        self.components.extend(rows);
    }

    /// The text.
    pub(in crate::discord) fn text(&self) -> &str {
        &self.content
    }

    /// With a first line above the text.
    pub(in crate::discord) fn headed(mut self, head: &str) -> Self {
        self.content = budget::cut(&format!("{head}\n{}", self.content), LIMIT);
        self
    }

    /// Pings this user, if the text mentions them.
    pub(in crate::discord) fn pinging(mut self, user: UserId) -> Self {
        self.allowed_mentions.users.push(user);
        self
    }

    /// With a last line in small print, if there is room.
    pub(in crate::discord) fn noting(mut self, note: &str) -> Self {
        let longer = format!("{}\n{note}", self.content);
        if budget::width(&longer) <= LIMIT {
            self.content = longer;
        }
        self
    }

    /// As a reply to a message in the same channel.
    pub(in crate::discord) fn replying_to(
        mut self,
        channel_id: ChannelId,
        message_id: MessageId,
    ) -> Self {
        self.message_reference = Some(Reference {
            message_id,
            channel_id,
            fail_if_not_exists: false,
        });
        self
    }

    pub(in crate::discord) fn without_reference(mut self) -> Self {
        self.message_reference = None;
        self
    }

    /// Sent once, however often it is tried: for a nonce (25 characters at most) seen in the last
    /// minutes, Discord returns the earlier message. Only for messages in channels.
    pub(in crate::discord) fn once(mut self, nonce: String) -> Self {
        self.nonce = Some(nonce);
        self.enforce_nonce = Some(true);
        self
    }

    /// As [`Self::once`], with a nonce that no other message has.
    pub(in crate::discord) fn with_fresh_nonce(self) -> Self {
        self.once(nonce::short(FRESH_NONCE))
    }

    /// Shown only to the user of the interaction. Only for interactions.
    pub(in crate::discord) fn private(mut self, private: bool) -> Self {
        self.flags.set(MessageFlags::EPHEMERAL, private);
        self
    }
}

impl From<&str> for Body {
    fn from(content: &str) -> Self {
        Self::new(content)
    }
}

impl From<&String> for Body {
    fn from(content: &String) -> Self {
        Self::new(content)
    }
}

/// A message of ours that somebody can see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) struct Shown {
    pub(in crate::discord) channel: ChannelId,
    pub(in crate::discord) message: MessageId,
}

/// A suggestion for an option that is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::discord) struct Choice {
    pub(in crate::discord) name: String,
    pub(in crate::discord) value: String,
}

impl Choice {
    /// Choices at most,
    /// <https://docs.discord.com/developers/interactions/application-commands#autocomplete>.
    pub(in crate::discord) const MOST: usize = 25;
    /// Characters of a name or value at most.
    pub(in crate::discord) const LONGEST: usize = 100;
}

/// The first answer to an interaction.
#[derive(Debug, Clone, Serialize)]
pub(in crate::discord) struct Response {
    #[serde(rename = "type")]
    kind: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<Data>,
}

#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
enum Data {
    Body(Body),
    Flags { flags: MessageFlags },
    Choices { choices: Vec<Choice> },
}

impl Response {
    /// Whether it shows a message at once.
    pub(in crate::discord) fn is_message(&self) -> bool {
        self.kind == MESSAGE
    }

    pub(in crate::discord) fn message(body: Body) -> Self {
        Self {
            kind: MESSAGE,
            data: Some(Data::Body(body)),
        }
    }

    /// Whether the answer that follows is private is decided here for good.
    pub(in crate::discord) fn deferred(private: bool) -> Self {
        let flags = MessageFlags::EPHEMERAL;
        Self {
            kind: DEFERRED,
            data: private.then_some(Data::Flags { flags }),
        }
    }

    /// The message whose button was pressed stays as it is until it is edited.
    pub(in crate::discord) fn deferred_update() -> Self {
        Self {
            kind: DEFERRED_UPDATE,
            data: None,
        }
    }

    pub(in crate::discord) fn choices(choices: Vec<Choice>) -> Self {
        Self {
            kind: CHOICES,
            data: Some(Data::Choices { choices }),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_message_pings_nobody_and_shows_no_previews() {
        let body = Body::new("hello @everyone")
            .replying_to(ChannelId::new(7), MessageId::new(8))
            .once("n1".to_owned());
        assert_eq!(
            serde_json::to_value(body).unwrap(),
            json!({
                "content": "hello @everyone",
                "flags": 4,
                "allowed_mentions": { "parse": [], "replied_user": false },
                "components": [],
                "message_reference": {
                    "message_id": "8", "channel_id": "7", "fail_if_not_exists": false
                },
                "nonce": "n1",
                "enforce_nonce": true,
            })
        );
    }

    #[test]
    fn no_message_is_longer_than_discord_allows() {
        for text in ["a".repeat(5_000), "🦀".repeat(5_000)] {
            assert!(Body::new(&text).content.encode_utf16().count() <= LIMIT);
        }
    }

    #[test]
    fn a_file_is_described_in_the_message() {
        let file = File {
            name: "a.png".to_owned(),
            bytes: vec![1],
        };
        let body = Body::new("see").attaching(file, Some("A chart"));
        let body = serde_json::to_value(body).unwrap();
        let described = json!([{ "id": 0, "filename": "a.png", "description": "A chart" }]);
        assert_eq!(body["attachments"], described);
        assert_eq!(body.get("file"), None);
    }

    #[test]
    fn responses_have_discords_shape() {
        let deferred = |private| serde_json::to_value(Response::deferred(private)).unwrap();
        assert_eq!(deferred(false), json!({ "type": 5 }));
        assert_eq!(
            deferred(true),
            json!({ "type": 5, "data": { "flags": 64 } })
        );
        let message = Response::message(Body::new("hi").private(true));
        let message = serde_json::to_value(message).unwrap();
        assert_eq!(message["type"], 4);
        assert_eq!(message["data"]["flags"], 68);
    }
}
