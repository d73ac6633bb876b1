//! Threads: starting them, and who is in them.

mod members;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::error::ApiError;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::message::create::NewMessage;
use crate::world::message::create::trimmed;
use crate::world::model::{Channel, ChannelKind, Message, Reference, Thread, message};
use crate::world::state::WorldState;

/// Minutes until a thread without news is archived, unless something else is said.
const ARCHIVE_MINUTES: u64 = 4320;

/// Flag of a forum: every post needs a tag.
const REQUIRE_TAG: u64 = 1 << 4;

/// Tags that a post may have.
const MAX_TAGS: usize = 5;

/// A thread to be started.
#[derive(Debug, Clone, Default)]
pub(crate) struct NewThread {
    pub(crate) name: String,
    pub(crate) auto_archive_minutes: Option<u64>,
    pub(crate) rate_limit_per_user: u64,
    pub(crate) is_private: bool,
    pub(crate) invitable: Option<bool>,
    pub(crate) applied_tags: Vec<Snowflake>,
}

impl NewThread {
    /// Reads a body that has been checked.
    pub(crate) fn read(body: &Value) -> Self {
        let number = |key: &str| body.get(key).and_then(Value::as_u64);
        let tags = body.get("applied_tags").cloned().unwrap_or_default();
        Self {
            name: trimmed(body.get("name")),
            auto_archive_minutes: number("auto_archive_duration"),
            rate_limit_per_user: number("rate_limit_per_user").unwrap_or_default(),
            is_private: number("type").unwrap_or(12) == 12,
            invitable: body.get("invitable").and_then(Value::as_bool),
            applied_tags: serde_json::from_value(tags).unwrap_or_default(),
        }
    }
}

impl WorldState {
    /// Somebody starts a thread under a message; it gets the message's id.
    ///
    /// # Errors
    /// 160004 when the message has one, 50024 where there are no threads.
    pub(crate) fn start_thread_at(
        &mut self,
        actor: Snowflake,
        channel: Snowflake,
        message: Snowflake,
        new: NewThread,
    ) -> Result<Channel, ApiError> {
        let place = self.channel_seen_by(actor, channel)?.clone();
        let found = self.message_seen_by(actor, channel, message)?;
        if !message::kind::is_written(found.kind) {
            return Err(ApiError::cannot_act_on_system_message());
        }
        let kind = match place.kind {
            ChannelKind::Text => ChannelKind::PublicThread,
            ChannelKind::Announcement => ChannelKind::AnnouncementThread,
            _ => return Err(ApiError::cannot_execute_on_channel_type()),
        };
        self.require(actor, &place, Permissions::CREATE_PUBLIC_THREADS)?;
        if self.channels.contains_key(&message) {
            return Err(ApiError::thread_already_created());
        }
        let first = found.clone();
        let new = NewThread {
            invitable: None,
            applied_tags: Vec::new(),
            ..new
        };
        let thread = self.open_thread(actor, &place, message, kind, new);
        self.emit_message_update(&first);
        let mut starter = Message::new(
            Snowflake::default(),
            thread.id,
            first.author,
            message::kind::THREAD_STARTER,
        );
        starter.reference = Some(Reference::to(first.id, first.channel, place.guild));
        self.post(starter);
        Ok(self.current(thread))
    }

    /// Somebody starts a thread without a message.
    ///
    /// # Errors
    /// 50024 where there are no threads, 50013 without permission.
    pub(crate) fn start_thread(
        &mut self,
        actor: Snowflake,
        channel: Snowflake,
        new: NewThread,
    ) -> Result<Channel, ApiError> {
        let place = self.channel_seen_by(actor, channel)?.clone();
        let kind = match (place.kind, new.is_private) {
            (ChannelKind::Text, true) => ChannelKind::PrivateThread,
            (ChannelKind::Text, false) => ChannelKind::PublicThread,
            (ChannelKind::Announcement, false) => ChannelKind::AnnouncementThread,
            _ => return Err(ApiError::cannot_execute_on_channel_type()),
        };
        let permission = if new.is_private {
            Permissions::CREATE_PRIVATE_THREADS
        } else {
            Permissions::CREATE_PUBLIC_THREADS
        };
        self.require(actor, &place, permission)?;
        let id = self.next_id();
        let name = new.name.clone();
        let thread = self.open_thread(actor, &place, id, kind, new);
        if kind != ChannelKind::PrivateThread {
            let kind = message::kind::THREAD_CREATED;
            let mut notice = Message::new(Snowflake::default(), channel, actor, kind);
            notice.content = name;
            notice.reference = Some(Reference::to_channel(&thread));
            self.post(notice);
        }
        Ok(thread)
    }

    /// Somebody posts in a forum: a thread with its first message, which has its id.
    ///
    /// # Errors
    /// 40067 when a tag is required, 50013 without permission, 50024 elsewhere than in forums.
    pub(crate) fn start_post(
        &mut self,
        actor: Snowflake,
        forum: Snowflake,
        new: NewThread,
        first: NewMessage,
    ) -> Result<(Channel, Message), ApiError> {
        let place = self.channel_seen_by(actor, forum)?.clone();
        if !place.kind.is_forum() {
            return Err(ApiError::cannot_execute_on_channel_type());
        }
        self.require(actor, &place, Permissions::SEND_MESSAGES)?;
        self.check_tags(actor, &place, &new.applied_tags)?;
        let id = self.next_id();
        let thread = self.open_thread(actor, &place, id, ChannelKind::PublicThread, new);
        let mut message = Message::new(id, id, actor, message::kind::ORDINARY);
        self.fill(&mut message, first, true);
        let message = self.post(message);
        if let Some(forum) = self.channels.get_mut(&forum) {
            forum.last_message = Some(id);
        }
        Ok((self.current(thread), message))
    }

    /// # Errors
    /// 40067 for none where one is required, 50013 for a moderated one, 50035 for an unknown one.
    pub(crate) fn check_tags(
        &self,
        actor: Snowflake,
        forum: &Channel,
        tags: &[Snowflake],
    ) -> Result<(), ApiError> {
        if tags.is_empty() && forum.flags & REQUIRE_TAG != 0 {
            return Err(ApiError::tag_required());
        }
        if tags.len() > MAX_TAGS {
            let message = "Must be 5 or fewer in length.";
            return Err(ApiError::invalid_field(
                &["applied_tags"],
                "BASE_TYPE_BAD_LENGTH",
                message,
            ));
        }
        for id in tags {
            let Some(tag) = forum.tags.iter().find(|tag| tag.id == *id) else {
                let message = "Invalid tag";
                return Err(ApiError::invalid_field(
                    &["applied_tags"],
                    "INVALID_TAG",
                    message,
                ));
            };
            if tag.moderated {
                self.require(actor, forum, Permissions::MANAGE_THREADS)?;
            }
        }
        Ok(())
    }

    /// Tells the bots of a thread as it is now.
    pub(crate) fn emit_thread(&mut self, thread: Snowflake, name: &'static str) {
        if let Some(thread) = self.channels.get(&thread).cloned() {
            self.emit_to_each_in_channel(&thread, name, |state, application| {
                Some((state.thread_json(&thread, application.bot), false))
            });
        }
    }

    fn open_thread(
        &mut self,
        owner: Snowflake,
        place: &Channel,
        id: Snowflake,
        kind: ChannelKind,
        new: NewThread,
    ) -> Channel {
        let minutes = new
            .auto_archive_minutes
            .or(place.default_auto_archive_minutes);
        let thread = Channel {
            id,
            kind,
            guild: place.guild,
            name: new.name,
            topic: None,
            position: 0,
            parent: Some(place.id),
            nsfw: false,
            flags: 0,
            rate_limit_per_user: new.rate_limit_per_user,
            overwrites: Vec::new(),
            recipients: Vec::new(),
            last_message: None,
            last_pin: None,
            tags: Vec::new(),
            default_auto_archive_minutes: None,
            thread: Some(Thread {
                owner,
                members: BTreeMap::from([(owner, self.now)]),
                message_count: 0,
                total_message_sent: 0,
                archived: false,
                archive_changed: self.now,
                auto_archive_minutes: minutes.unwrap_or(ARCHIVE_MINUTES),
                locked: false,
                invitable: new.invitable.unwrap_or(true),
                created: self.now,
                applied_tags: new.applied_tags,
            }),
        };
        self.channels.insert(id, thread.clone());
        self.emit_to_each_in_channel(&thread, "THREAD_CREATE", |state, application| {
            let mut json = state.thread_json(&thread, application.bot);
            let fields = json.as_object_mut()?;
            fields.insert("newly_created".to_owned(), json!(true));
            Some((json, false))
        });
        thread
    }

    fn current(&self, channel: Channel) -> Channel {
        self.channels.get(&channel.id).cloned().unwrap_or(channel)
    }
}

/// # Errors
/// 50024 for a channel that is no thread.
pub(crate) fn thread_of(channel: &Channel) -> Result<&Thread, ApiError> {
    channel
        .thread
        .as_ref()
        .ok_or_else(ApiError::cannot_execute_on_channel_type)
}
