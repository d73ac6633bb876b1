//! Opening, changing and closing channels.

use serde_json::{Value, json};

use crate::error::ApiError;
use crate::permissions::{Overwrite, Permissions};
use crate::snowflake::Snowflake;
use crate::world::emit::channel_event;
use crate::world::message::create::trimmed;
use crate::world::model::{Channel, ChannelKind, Tag};
use crate::world::state::WorldState;
use crate::world::thread::thread_of;

impl WorldState {
    /// The direct messages of two accounts, opened if there are none yet.
    ///
    /// # Errors
    /// 10013 for nobody, 50007 between bots and with oneself.
    pub(crate) fn open_direct(
        &mut self,
        actor: Snowflake,
        other: Snowflake,
    ) -> Result<Channel, ApiError> {
        let are_bots = self.known_user(other)?.bot && self.known_user(actor)?.bot;
        if actor == other || are_bots {
            return Err(ApiError::cannot_send_to_user());
        }
        let both = [actor, other];
        let known = self.channels.values().find(|channel| {
            channel.kind == ChannelKind::Direct
                && both.iter().all(|id| channel.recipients.contains(id))
        });
        if let Some(known) = known {
            return Ok(known.clone());
        }
        // A server that is not there, so that its place is in none.
        let channel = self.add_channel(Snowflake::default(), ChannelKind::Direct, "");
        channel.guild = None;
        channel.recipients = both.into();
        Ok(channel.clone())
    }

    /// Somebody adds a channel to a server, by a body that has been checked.
    ///
    /// # Errors
    /// 50013 without permission to manage channels.
    pub(crate) fn create_channel(
        &mut self,
        actor: Snowflake,
        guild: Snowflake,
        body: &Value,
    ) -> Result<Channel, ApiError> {
        let place = self.guild_seen_by(actor, guild)?;
        self.require_in_guild(actor, place, Permissions::MANAGE_CHANNELS)?;
        let kind = body.get("type").and_then(Value::as_u64).unwrap_or_default();
        let kind = u8::try_from(kind)
            .ok()
            .and_then(|kind| ChannelKind::try_from(kind).ok())
            .unwrap_or(ChannelKind::Text);
        let id = self.add_channel(guild, kind, "").id;
        let created = self.apply_to_channel(id, body)?;
        let data = self.channel_json(&created);
        self.emit_to_channel(&created, "CHANNEL_CREATE", &data);
        Ok(created)
    }

    /// Somebody changes a channel or a thread, by a body that has been checked.
    ///
    /// # Errors
    /// 50013 without permission to manage it, 50083 for an archived thread that stays archived.
    pub(crate) fn change_channel(
        &mut self,
        actor: Snowflake,
        channel: Snowflake,
        body: &Value,
    ) -> Result<Channel, ApiError> {
        let place = self.channel_seen_by(actor, channel)?;
        if place.guild.is_none() {
            return Err(ApiError::cannot_execute_on_dm());
        }
        if !place.is_thread() {
            self.require(actor, place, Permissions::MANAGE_CHANNELS)?;
            let changed = self.apply_to_channel(channel, body)?;
            let data = self.channel_json(&changed);
            self.emit_to_channel(&changed, "CHANNEL_UPDATE", &data);
            return Ok(changed);
        }
        self.may_change_thread(actor, place, body)?;
        let changed = self.apply_to_thread(channel, body)?;
        self.emit_thread(channel, "THREAD_UPDATE");
        Ok(changed)
    }

    /// Somebody deletes a channel or a thread; direct messages are only closed.
    ///
    /// # Errors
    /// 50013 without permission to manage it.
    pub(crate) fn delete_channel(
        &mut self,
        actor: Snowflake,
        channel: Snowflake,
    ) -> Result<Channel, ApiError> {
        let place = self.channel_seen_by(actor, channel)?.clone();
        if place.guild.is_none() {
            return Ok(place);
        }
        let permission = if place.is_thread() {
            Permissions::MANAGE_THREADS
        } else {
            Permissions::MANAGE_CHANNELS
        };
        self.require(actor, &place, permission)?;
        if place.is_thread() {
            let data = json!({
                "id": place.id, "guild_id": place.guild, "parent_id": place.parent,
                "type": u8::from(place.kind),
            });
            self.emit_to_channel(&place, "THREAD_DELETE", &data);
        } else {
            let data = self.channel_json(&place);
            self.emit_to_channel(&place, "CHANNEL_DELETE", &data);
            let inside = |it: &Channel| it.parent == Some(place.id) && it.is_thread();
            let threads: Vec<_> = self.channels.values().filter(|it| inside(it)).collect();
            for thread in threads.iter().map(|it| it.id).collect::<Vec<_>>() {
                self.channels.remove(&thread);
                self.messages.remove(&thread);
            }
        }
        self.channels.remove(&place.id);
        self.messages.remove(&place.id);
        Ok(place)
    }

    /// Sets what a channel allows and denies to a role or a member, or takes that away.
    ///
    /// # Errors
    /// 50013 without permission to manage roles; 10009 when there is nothing to take away.
    pub(crate) fn set_overwrite(
        &mut self,
        actor: Snowflake,
        channel: Snowflake,
        id: Snowflake,
        overwrite: Option<Overwrite>,
    ) -> Result<(), ApiError> {
        let place = self.channel_seen_by(actor, channel)?;
        if place.guild.is_none() || place.is_thread() {
            return Err(ApiError::cannot_execute_on_channel_type());
        }
        self.require(actor, place, Permissions::MANAGE_ROLES)?;
        if overwrite.is_none() && !place.overwrites.iter().any(|it| it.id == id) {
            return Err(ApiError::unknown_overwrite());
        }
        self.overwrite(channel, id, overwrite);
        Ok(())
    }

    /// [`Self::set_overwrite`], whoever asks.
    pub(crate) fn overwrite(
        &mut self,
        channel: Snowflake,
        id: Snowflake,
        overwrite: Option<Overwrite>,
    ) {
        let Some(place) = self.channels.get_mut(&channel) else {
            return;
        };
        place.overwrites.retain(|it| it.id != id);
        place.overwrites.extend(overwrite);
        let place = place.clone();
        let data = self.channel_json(&place);
        self.emit_to_channel(&place, "CHANNEL_UPDATE", &data);
    }

    /// Somebody begins to type.
    ///
    /// # Errors
    /// 50013 where they may not write.
    pub(crate) fn start_typing(
        &mut self,
        actor: Snowflake,
        channel: Snowflake,
    ) -> Result<(), ApiError> {
        let place = self.channel_seen_by(actor, channel)?.clone();
        if !place.kind.holds_messages() {
            return Err(ApiError::not_a_text_channel());
        }
        let send = if place.is_thread() {
            Permissions::SEND_MESSAGES_IN_THREADS
        } else {
            Permissions::SEND_MESSAGES
        };
        self.require(actor, &place, send)?;
        self.typing.insert((channel, actor), self.now);
        let mut data = channel_event(
            &place,
            [
                ("user_id", json!(actor)),
                ("timestamp", json!(self.now.as_second())),
            ],
        );
        let member = place.guild.and_then(|guild| self.member(guild, actor));
        if let (Some(member), Some(fields)) = (member, data.as_object_mut()) {
            fields.insert("member".to_owned(), self.member_json(member));
        }
        self.emit_to_channel(&place, "TYPING_START", &data);
        Ok(())
    }

    fn may_change_thread(
        &self,
        actor: Snowflake,
        place: &Channel,
        body: &Value,
    ) -> Result<(), ApiError> {
        let inner = thread_of(place)?;
        let says = |key: &str| body.get(key).filter(|value| !value.is_null());
        let owns = inner.owner == actor && says("locked").is_none() && !inner.locked;
        let only_opens = says("archived") == Some(&json!(false))
            && body.as_object().is_some_and(|fields| fields.len() == 1)
            && !inner.locked;
        if !owns && !only_opens {
            self.require(actor, place, Permissions::MANAGE_THREADS)?;
        }
        if inner.archived && says("archived") != Some(&json!(false)) {
            return Err(ApiError::thread_archived());
        }
        if let (Some(tags), Some(forum)) = (
            says("applied_tags"),
            place.parent.and_then(|parent| self.channels.get(&parent)),
        ) && let Ok(tags) = serde_json::from_value::<Vec<Snowflake>>(tags.clone())
        {
            self.check_tags(actor, forum, &tags)?;
        }
        Ok(())
    }

    fn apply_to_channel(&mut self, channel: Snowflake, body: &Value) -> Result<Channel, ApiError> {
        let tags = body.get("available_tags").map(|tags| self.tags(tags));
        let place = self
            .channels
            .get_mut(&channel)
            .ok_or_else(ApiError::unknown_channel)?;
        apply_common(place, body);
        if let Some(topic) = body.get("topic") {
            place.topic = topic
                .as_str()
                .filter(|it| !it.is_empty())
                .map(str::to_owned);
        }
        if let Some(parent) = body.get("parent_id") {
            place.parent = serde_json::from_value(parent.clone()).ok();
        }
        if let Some(nsfw) = body.get("nsfw").and_then(Value::as_bool) {
            place.nsfw = nsfw;
        }
        let position = body.get("position").and_then(Value::as_u64);
        if let Some(position) = position.and_then(|it| usize::try_from(it).ok()) {
            place.position = position;
        }
        let overwrites = body.get("permission_overwrites").cloned();
        if let Some(overwrites) = overwrites.and_then(|it| serde_json::from_value(it).ok()) {
            place.overwrites = overwrites;
        }
        if let Some(minutes) = body.get("default_auto_archive_duration") {
            place.default_auto_archive_minutes = minutes.as_u64();
        }
        if let Some(tags) = tags {
            place.tags = tags;
        }
        Ok(place.clone())
    }

    fn apply_to_thread(&mut self, thread: Snowflake, body: &Value) -> Result<Channel, ApiError> {
        let now = self.now;
        let place = self
            .channels
            .get_mut(&thread)
            .ok_or_else(ApiError::unknown_channel)?;
        apply_common(place, body);
        if let Some(inner) = &mut place.thread {
            let flag = |key: &str| body.get(key).and_then(Value::as_bool);
            if let Some(archived) = flag("archived")
                && archived != inner.archived
            {
                inner.archived = archived;
                inner.archive_changed = now;
            }
            inner.locked = flag("locked").unwrap_or(inner.locked);
            inner.invitable = flag("invitable").unwrap_or(inner.invitable);
            if let Some(minutes) = body.get("auto_archive_duration").and_then(Value::as_u64) {
                inner.auto_archive_minutes = minutes;
            }
            let tags = body.get("applied_tags").cloned();
            if let Some(tags) = tags.and_then(|it| serde_json::from_value(it).ok()) {
                inner.applied_tags = tags;
            }
        }
        Ok(place.clone())
    }

    fn tags(&mut self, tags: &Value) -> Vec<Tag> {
        let tags = tags.as_array().cloned().unwrap_or_default();
        tags.iter()
            .map(|tag| {
                let known = tag
                    .get("id")
                    .and_then(|id| serde_json::from_value(id.clone()).ok());
                let emoji = tag.get("emoji_name").and_then(Value::as_str);
                Tag {
                    id: known.unwrap_or_else(|| self.next_id()),
                    name: trimmed(tag.get("name")),
                    moderated: tag.get("moderated") == Some(&json!(true)),
                    emoji_name: emoji.map(str::to_owned),
                }
            })
            .collect()
    }
}

fn apply_common(place: &mut Channel, body: &Value) {
    if let Some(name) = body.get("name").and_then(Value::as_str) {
        place.name = if matches!(place.kind, ChannelKind::Text | ChannelKind::Announcement) {
            as_text_channel(name)
        } else {
            name.to_owned()
        };
    }
    if let Some(seconds) = body.get("rate_limit_per_user") {
        place.rate_limit_per_user = seconds.as_u64().unwrap_or_default();
    }
    if let Some(flags) = body.get("flags").and_then(Value::as_u64) {
        place.flags = flags;
    }
}

/// Text channels are lowercase and have dashes for spaces.
fn as_text_channel(name: &str) -> String {
    name.trim().to_lowercase().replace(char::is_whitespace, "-")
}
