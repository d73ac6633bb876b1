//! Who is in a thread: joining, adding, leaving, and what a message does to that.

use serde_json::{Value, json};

use crate::error::ApiError;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::channel::thread_member;
use crate::world::model::{Application, Channel, ChannelKind};
use crate::world::state::WorldState;
use crate::world::thread::thread_of;

impl WorldState {
    /// Puts somebody into a thread; nothing happens if they are in it.
    ///
    /// # Errors
    /// 50083 in an archived thread, 50024 elsewhere than in threads, 50013 where only moderators
    /// may add others, 10013 for who does not see the channel.
    pub(crate) fn join_thread(
        &mut self,
        actor: Snowflake,
        thread: Snowflake,
        user: Snowflake,
    ) -> Result<(), ApiError> {
        let channel = self.channel_seen_by(actor, thread)?;
        let inner = thread_of(channel)?;
        if inner.archived {
            return Err(ApiError::thread_archived());
        }
        if actor != user {
            self.require(actor, channel, Permissions::SEND_MESSAGES_IN_THREADS)?;
            if !inner.invitable && inner.owner != actor {
                self.require(actor, channel, Permissions::MANAGE_THREADS)?;
            }
            self.known_user(user)?;
            let parent = channel.parent.and_then(|parent| self.channels.get(&parent));
            if !parent.is_some_and(|parent| self.sees(user, parent)) {
                return Err(ApiError::missing_access());
            }
        }
        self.put_into_thread(thread, user);
        Ok(())
    }

    /// Takes somebody out of a thread.
    ///
    /// # Errors
    /// As for joining; others only with permission to manage threads, or by a private thread's owner.
    pub(crate) fn leave_thread(
        &mut self,
        actor: Snowflake,
        thread: Snowflake,
        user: Snowflake,
    ) -> Result<(), ApiError> {
        let channel = self.channel_seen_by(actor, thread)?.clone();
        let inner = thread_of(&channel)?;
        if inner.archived {
            return Err(ApiError::thread_archived());
        }
        let owns = channel.kind == ChannelKind::PrivateThread && inner.owner == actor;
        if actor != user && !owns {
            self.require(actor, &channel, Permissions::MANAGE_THREADS)?;
        }
        if !inner.members.contains_key(&user) {
            return Ok(());
        }
        let mut left = channel.clone();
        if let Some(inner) = &mut left.thread {
            inner.members.remove(&user);
        }
        let data = json!({
            "id": thread,
            "guild_id": channel.guild,
            "member_count": left.thread.as_ref().map_or(0, |it| it.members.len()),
            "removed_member_ids": [user],
        });
        self.channels.insert(thread, left);
        // The one who left is told as well, also of a thread that is hidden now.
        self.emit_to_channel(&channel, "THREAD_MEMBERS_UPDATE", &data);
        Ok(())
    }

    /// Members of a thread, as thread member objects; with their server's members when asked for.
    pub(crate) fn thread_members(&self, thread: &Channel, whole: bool) -> Vec<Value> {
        let Some(inner) = &thread.thread else {
            return Vec::new();
        };
        let members = inner.members.iter().map(|(user, joined)| {
            let mut json = thread_member(thread.id, *user, *joined);
            let member = thread.guild.and_then(|guild| self.member(guild, *user));
            if let (true, Some(member), Some(fields)) = (whole, member, json.as_object_mut()) {
                fields.insert("member".to_owned(), self.member_json(member));
            }
            json
        });
        members.collect()
    }

    /// A message opens an archived thread again and brings its author in.
    pub(crate) fn wake_thread(&mut self, place: &Channel, author: Snowflake) {
        let Some(thread) = &place.thread else {
            return;
        };
        if thread.archived {
            let now = self.now;
            if let Some(thread) = self
                .channels
                .get_mut(&place.id)
                .and_then(|it| it.thread.as_mut())
            {
                thread.archived = false;
                thread.archive_changed = now;
            }
            self.emit_thread(place.id, "THREAD_UPDATE");
        }
        self.put_into_thread(place.id, author);
    }

    fn put_into_thread(&mut self, thread: Snowflake, user: Snowflake) {
        let now = self.now;
        let Some(channel) = self.channels.get_mut(&thread) else {
            return;
        };
        let Some(inner) = &mut channel.thread else {
            return;
        };
        if inner.members.contains_key(&user) {
            return;
        }
        inner.members.insert(user, now);
        let count = inner.members.len();
        let channel = channel.clone();
        let mut added = thread_member(thread, user, now);
        let member = channel.guild.and_then(|guild| self.member(guild, user));
        if let (Some(member), Some(fields)) = (member, added.as_object_mut()) {
            fields.insert("member".to_owned(), self.member_json(member));
            fields.insert("presence".to_owned(), Value::Null);
        }
        let data = json!({
            "id": thread,
            "guild_id": channel.guild,
            "member_count": count,
            "added_members": [added],
        });
        // To a bot, a private thread begins when it is added.
        let is_new_to =
            |bot: &Application| bot.bot == user && channel.kind == ChannelKind::PrivateThread;
        let newcomer = self.applications.values().find(|it| is_new_to(it));
        if let Some(application) = newcomer.map(|it| it.id) {
            let thread = self.thread_json(&channel, user);
            self.emit(application, channel.guild, "THREAD_CREATE", thread);
        }
        self.emit_to_channel(&channel, "THREAD_MEMBERS_UPDATE", &data);
    }
}
