//! A message as somebody sees it.

use serde_json::Value;

use crate::snowflake::Snowflake;
use crate::world::message::Viewer;
use crate::world::{Message, WorldState};

/// A message as one person sees it at one moment.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SeenMessage {
    pub id: Snowflake,
    pub channel: Snowflake,
    /// The author's name.
    pub author: String,
    /// The text, in Discord's markdown.
    pub text: String,
    /// "Only you can see this".
    pub is_private: bool,
    /// "... is thinking".
    pub is_thinking: bool,
    /// "(edited)".
    pub is_edited: bool,
    /// Whether it notifies the one who sees it.
    pub pings_me: bool,
    /// The message it replies to.
    pub replies_to: Option<Snowflake>,
    pub buttons: Vec<Button>,
    pub attachments: Vec<Attachment>,
    /// Emoji and how many people gave them.
    pub reactions: Vec<(String, usize)>,
    /// The whole message object of Discord, for what is not named here.
    pub raw: Value,
}

/// A button under a message.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Button {
    pub label: String,
    /// `None` for a link.
    pub custom_id: Option<String>,
    pub url: Option<String>,
    pub is_disabled: bool,
}

/// A file of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attachment {
    pub name: String,
    /// Where it can be fetched, for a day.
    pub url: String,
}

impl SeenMessage {
    pub(crate) fn of(state: &WorldState, message: &Message, viewer: Snowflake) -> Self {
        let raw = state.message_json(
            message,
            Viewer {
                user: viewer,
                application: None,
            },
        );
        let author = state.user(message.author);
        let guild = state.channels.get(&message.channel).and_then(|it| it.guild);
        let roles = guild
            .and_then(|guild| state.member(guild, viewer))
            .map_or(&[][..], |member| &member.roles);
        let is_own = message.author == viewer;
        let pings_me = !is_own
            && (message.mentions.contains(&viewer)
                || message.mention_everyone
                || message.mention_roles.iter().any(|id| roles.contains(id)));
        let components = components(&raw);
        let buttons = components.iter().filter_map(|it| Button::read(it));
        let attachments = raw.get("attachments").and_then(Value::as_array);
        let attachments = attachments.into_iter().flatten();
        Self {
            id: message.id,
            channel: message.channel,
            author: author
                .map(|it| it.shown_name().to_owned())
                .unwrap_or_default(),
            text: message.content.clone(),
            is_private: message.only_for.is_some(),
            is_thinking: message.is_loading(),
            is_edited: message.edited.is_some(),
            pings_me,
            replies_to: message
                .reference
                .as_ref()
                .filter(|it| !it.is_forward())
                .map(|it| it.message),
            buttons: buttons.collect(),
            attachments: attachments.filter_map(Attachment::read).collect(),
            reactions: message
                .reactions
                .iter()
                .map(|it| (it.shown().to_owned(), it.users.len()))
                .collect(),
            raw,
        }
    }

    /// Everything that can be read in it: its text, its embeds and its text components.
    #[must_use]
    pub fn everything(&self) -> String {
        let mut parts = vec![self.text.clone()];
        let embeds = self.raw.get("embeds").and_then(Value::as_array);
        for embed in embeds.into_iter().flatten() {
            let fields = embed.get("fields").and_then(Value::as_array);
            let fields = fields.into_iter().flatten();
            parts.extend(["/author/name", "/title", "/description"].map(|at| text(embed, at)));
            for field in fields {
                parts.extend(["/name", "/value"].map(|at| text(field, at)));
            }
            parts.push(text(embed, "/footer/text"));
        }
        parts.extend(components(&self.raw).iter().map(|it| text(it, "/content")));
        parts.retain(|part| !part.is_empty());
        parts.join("\n")
    }
}

impl Button {
    fn read(component: &Value) -> Option<Self> {
        const BUTTON: u64 = 2;
        if component.get("type").and_then(Value::as_u64) != Some(BUTTON) {
            return None;
        }
        let given = |key: &str| {
            component
                .get(key)
                .and_then(Value::as_str)
                .map(str::to_owned)
        };
        let emoji = component.pointer("/emoji/name").and_then(Value::as_str);
        Some(Self {
            label: given("label")
                .or_else(|| emoji.map(str::to_owned))
                .unwrap_or_default(),
            custom_id: given("custom_id"),
            url: given("url"),
            is_disabled: component.get("disabled") == Some(&Value::Bool(true)),
        })
    }
}

impl Attachment {
    fn read(attachment: &Value) -> Option<Self> {
        Some(Self {
            name: attachment.get("filename")?.as_str()?.to_owned(),
            url: attachment.get("url")?.as_str()?.to_owned(),
        })
    }
}

/// All components in a message or a form, at any depth, outer ones first.
pub(crate) fn components(holder: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    for key in ["components", "component", "accessory"] {
        let inner: Vec<&Value> = match holder.get(key) {
            Some(Value::Array(list)) => list.iter().collect(),
            Some(one) => vec![one],
            None => Vec::new(),
        };
        for component in inner {
            found.push(component);
            found.extend(components(component));
        }
    }
    found
}

fn text(value: &Value, at: &str) -> String {
    let text = value.pointer(at).and_then(Value::as_str);
    text.unwrap_or_default().to_owned()
}
