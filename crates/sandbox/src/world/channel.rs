//! Channels of every kind: of a server, threads, and direct messages.

mod change;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::clock::iso;
use crate::snowflake::Snowflake;
use crate::world::model::{Channel, ChannelKind, Thread};
use crate::world::state::WorldState;

impl WorldState {
    /// A channel of a server, without a word to anybody.
    pub(crate) fn add_channel(
        &mut self,
        guild: Snowflake,
        kind: ChannelKind,
        name: &str,
    ) -> &mut Channel {
        let id = self.next_id();
        let position = self.channels_of(guild).filter(|it| !it.is_thread()).count();
        self.channels.entry(id).or_insert(Channel {
            id,
            kind,
            guild: Some(guild),
            name: name.to_owned(),
            topic: None,
            position,
            parent: None,
            nsfw: false,
            flags: 0,
            rate_limit_per_user: 0,
            overwrites: Vec::new(),
            recipients: Vec::new(),
            last_message: None,
            last_pin: None,
            tags: Vec::new(),
            default_auto_archive_minutes: None,
            thread: None,
        })
    }

    /// Channels and threads of a server.
    pub(crate) fn channels_of(&self, guild: Snowflake) -> impl Iterator<Item = &Channel> {
        // Ids grow, so that none of its channels comes before it.
        self.channels
            .range(guild..)
            .map(|(_, channel)| channel)
            .filter(move |channel| channel.guild == Some(guild))
    }

    /// The channel object. For direct messages see [`Self::direct_json`].
    pub(crate) fn channel_json(&self, channel: &Channel) -> Value {
        let mut json = base(channel);
        json.insert("guild_id".to_owned(), json!(channel.guild));
        json.insert("parent_id".to_owned(), json!(channel.parent));
        json.insert("name".to_owned(), json!(channel.name));
        json.insert(
            "rate_limit_per_user".to_owned(),
            json!(channel.rate_limit_per_user),
        );
        if let Some(thread) = &channel.thread {
            json.extend(thread_fields(channel, thread));
            return Value::Object(json);
        }
        json.extend(
            [
                ("position", json!(channel.position)),
                ("permission_overwrites", json!(channel.overwrites)),
                ("topic", json!(channel.topic)),
                ("nsfw", json!(channel.nsfw)),
            ]
            .map(|(key, value)| (key.to_owned(), value)),
        );
        if let Some(minutes) = channel.default_auto_archive_minutes {
            let key = "default_auto_archive_duration".to_owned();
            json.insert(key, json!(minutes));
        }
        if channel.kind.is_forum() {
            json.extend(forum_fields(channel));
        }
        if matches!(channel.kind, ChannelKind::Voice | ChannelKind::Stage) {
            json.insert("bitrate".to_owned(), json!(64_000));
            json.insert("user_limit".to_owned(), json!(0));
            json.insert("rtc_region".to_owned(), Value::Null);
        }
        Value::Object(json)
    }

    /// The channel object of a thread, with the viewer's membership.
    pub(crate) fn thread_json(&self, channel: &Channel, viewer: Snowflake) -> Value {
        let mut json = self.channel_json(channel);
        if let (Some(thread), Some(fields)) = (&channel.thread, json.as_object_mut())
            && let Some(joined) = thread.members.get(&viewer)
        {
            let member = thread_member(channel.id, viewer, *joined);
            fields.insert("member".to_owned(), member);
        }
        json
    }

    /// The channel object of direct messages, as one side sees it.
    pub(crate) fn direct_json(&self, channel: &Channel, viewer: Snowflake) -> Value {
        let mut json = base(channel);
        let others = channel.recipients.iter().filter(|id| **id != viewer);
        let others = others.map(|id| self.user_json(*id)).collect();
        json.insert("recipients".to_owned(), others);
        Value::Object(json)
    }

    /// The channel object that fits.
    pub(crate) fn channel_json_for(&self, channel: &Channel, viewer: Snowflake) -> Value {
        match (channel.guild, &channel.thread) {
            (None, _) => self.direct_json(channel, viewer),
            (_, Some(_)) => self.thread_json(channel, viewer),
            _ => self.channel_json(channel),
        }
    }
}

fn base(channel: &Channel) -> Map<String, Value> {
    let mut json = Map::new();
    json.extend(
        [
            ("id", json!(channel.id)),
            ("type", json!(u8::from(channel.kind))),
            ("flags", json!(channel.flags)),
        ]
        .map(|(key, value)| (key.to_owned(), value)),
    );
    if channel.kind != ChannelKind::Category {
        json.insert("last_message_id".to_owned(), json!(channel.last_message));
    }
    if let Some(pinned) = channel.last_pin {
        json.insert("last_pin_timestamp".to_owned(), json!(iso(pinned)));
    }
    json
}

fn thread_fields(channel: &Channel, thread: &Thread) -> Map<String, Value> {
    let mut metadata = json!({
        "archived": thread.archived,
        "archive_timestamp": iso(thread.archive_changed),
        "auto_archive_duration": thread.auto_archive_minutes,
        "locked": thread.locked,
        "create_timestamp": iso(thread.created),
    });
    if let (ChannelKind::PrivateThread, Some(fields)) = (channel.kind, metadata.as_object_mut()) {
        fields.insert("invitable".to_owned(), json!(thread.invitable));
    }
    let mut json = Map::new();
    json.extend(
        [
            ("owner_id", json!(thread.owner)),
            ("thread_metadata", metadata),
            ("message_count", json!(thread.message_count)),
            ("member_count", json!(thread.members.len())),
            ("total_message_sent", json!(thread.total_message_sent)),
        ]
        .map(|(key, value)| (key.to_owned(), value)),
    );
    if !thread.applied_tags.is_empty() {
        json.insert("applied_tags".to_owned(), json!(thread.applied_tags));
    }
    json
}

fn forum_fields(channel: &Channel) -> Map<String, Value> {
    let tags: Vec<Value> = channel
        .tags
        .iter()
        .map(|tag| {
            json!({
                "id": tag.id, "name": tag.name, "moderated": tag.moderated,
                "emoji_id": null, "emoji_name": tag.emoji_name,
            })
        })
        .collect();
    let mut json = Map::new();
    json.extend(
        [
            ("available_tags", json!(tags)),
            ("default_reaction_emoji", Value::Null),
            ("default_sort_order", Value::Null),
            ("default_forum_layout", json!(0)),
            ("default_thread_rate_limit_per_user", json!(0)),
        ]
        .map(|(key, value)| (key.to_owned(), value)),
    );
    json
}

/// The thread member object.
pub(crate) fn thread_member(thread: Snowflake, user: Snowflake, joined: Timestamp) -> Value {
    json!({ "id": thread, "user_id": user, "join_timestamp": iso(joined), "flags": 0 })
}
