//! The channels of the servers, as the gateway reports them: which are threads and whose, and which
//! everybody on their server can see. Deleted, archived and left channels are forgotten.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use serenity::all::{
    ChannelId, ChannelType, FullEvent, Guild, GuildChannel, GuildId, PermissionOverwriteType,
    Permissions, Role, UserId,
};

use crate::discord::render::Readers;

/// A channel or thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) struct KnownPlace {
    pub(in crate::discord) server: GuildId,
    pub(in crate::discord) kind: ChannelType,
    /// The channel that a thread belongs to; otherwise the category, if any.
    pub(in crate::discord) parent: Option<ChannelId>,
    /// Who began the thread.
    pub(in crate::discord) owner: Option<UserId>,
    /// What the channel allows and denies everyone.
    allow: Permissions,
    deny: Permissions,
}

impl KnownPlace {
    pub(in crate::discord) fn is_thread(&self) -> bool {
        is_thread(self.kind)
    }
}

pub(in crate::discord) fn is_thread(kind: ChannelType) -> bool {
    matches!(
        kind,
        ChannelType::PublicThread | ChannelType::NewsThread | ChannelType::PrivateThread
    )
}

/// Everything that is known.
#[derive(Debug, Default)]
pub(in crate::discord) struct Places {
    known: RwLock<PlaceTable>,
}

#[derive(Debug, Default)]
struct PlaceTable {
    /// What everyone may do on a server, before any channel overrides it.
    everyone: HashMap<GuildId, Permissions>,
    places: HashMap<ChannelId, KnownPlace>,
}

impl Places {
    /// Learns from an event; most events do not concern places.
    pub(in crate::discord) fn observe(&self, event: &FullEvent) {
        match event {
            FullEvent::GuildCreate { guild, .. } => self.learn_server(guild),
            FullEvent::GuildDelete { incomplete, .. } if !incomplete.unavailable => {
                self.forget_server(incomplete.id);
            }
            FullEvent::GuildRoleCreate { new } | FullEvent::GuildRoleUpdate { new, .. } => {
                self.learn_role(new);
            }
            FullEvent::ChannelCreate { channel: place }
            | FullEvent::ChannelUpdate { new: place, .. }
            | FullEvent::ThreadCreate { thread: place }
            | FullEvent::ThreadUpdate { new: place, .. } => self.learn(place),
            FullEvent::ThreadListSync { thread_list_sync } => {
                thread_list_sync
                    .threads
                    .iter()
                    .for_each(|it| self.learn(it));
            }
            FullEvent::ChannelDelete { channel, .. } => self.forget(channel.id),
            FullEvent::ThreadDelete { thread, .. } => self.forget(thread.id),
            _ => {}
        }
    }

    /// Whether the bot is a member of a server.
    pub(in crate::discord) fn knows(&self, server: GuildId) -> bool {
        self.read().everyone.contains_key(&server)
    }

    pub(in crate::discord) fn get(&self, place: ChannelId) -> Option<KnownPlace> {
        self.read().places.get(&place).copied()
    }

    /// The channel whose settings apply to a place: the parent of a thread, otherwise the place
    /// itself.
    pub(in crate::discord) fn channel_of(&self, place: ChannelId) -> ChannelId {
        self.get(place)
            .filter(KnownPlace::is_thread)
            .and_then(|thread| thread.parent)
            .unwrap_or(place)
    }

    /// Whether everybody on its server can see a place; false if it is not known.
    pub(in crate::discord) fn is_public(&self, place: ChannelId) -> bool {
        let known = self.read();
        let Some(mut found) = known.places.get(&place) else {
            return false;
        };
        if found.kind == ChannelType::PrivateThread {
            return false;
        }
        if found.is_thread() {
            let parent = found.parent.and_then(|parent| known.places.get(&parent));
            let Some(parent) = parent else {
                return false;
            };
            found = parent;
        }
        let Some(&everyone) = known.everyone.get(&found.server) else {
            return false;
        };
        let here = (everyone - found.deny) | found.allow;
        everyone.administrator() || here.view_channel()
    }

    /// Who reads what is posted in a channel; everybody if it is not known.
    pub(in crate::discord) fn readers(&self, channel: ChannelId) -> Readers {
        if self.get(channel).is_none() || self.is_public(channel) {
            Readers::Everybody
        } else {
            Readers::Admins
        }
    }

    /// A thread that `owner` began.
    pub(in crate::discord) fn thread_of(
        &self,
        owner: UserId,
        thread: ChannelId,
    ) -> Option<KnownPlace> {
        let place = self.get(thread)?;
        (place.is_thread() && place.owner == Some(owner)).then_some(place)
    }

    /// Learns a channel or thread; forgets an archived thread.
    pub(in crate::discord) fn learn(&self, channel: &GuildChannel) {
        let is_archived = channel.thread_metadata.is_some_and(|it| it.archived);
        if is_archived {
            self.forget(channel.id);
            return;
        }
        let place = place(channel, channel.guild_id);
        self.write().places.insert(channel.id, place);
    }

    fn forget(&self, place: ChannelId) {
        self.write().places.remove(&place);
    }

    fn learn_server(&self, guild: &Guild) {
        let role = guild.roles.get(&guild.id.everyone_role());
        let everyone = role.map_or(Permissions::empty(), |role| role.permissions);
        let mut known = self.write();
        let before = known.everyone.insert(guild.id, everyone);
        // At the start, this would scan all places for each of thousands of servers.
        if before.is_some() {
            known.places.retain(|_, place| place.server != guild.id);
        }
        // Inside its server a channel does not name the server.
        for channel in guild.channels.values().chain(&guild.threads) {
            known.places.insert(channel.id, place(channel, guild.id));
        }
    }

    fn forget_server(&self, server: GuildId) {
        let mut known = self.write();
        known.everyone.remove(&server);
        known.places.retain(|_, place| place.server != server);
    }

    fn learn_role(&self, role: &Role) {
        if role.id == role.guild_id.everyone_role() {
            self.write()
                .everyone
                .insert(role.guild_id, role.permissions);
        }
    }

    fn read(&self) -> RwLockReadGuard<'_, PlaceTable> {
        self.known.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, PlaceTable> {
        self.known.write().unwrap_or_else(PoisonError::into_inner)
    }
}

fn place(channel: &GuildChannel, server: GuildId) -> KnownPlace {
    let everyone = server.everyone_role();
    let overwrite = channel
        .permission_overwrites
        .iter()
        .find(|it| it.kind == PermissionOverwriteType::Role(everyone));
    KnownPlace {
        server,
        kind: channel.kind,
        parent: channel.parent_id,
        owner: channel.owner_id,
        allow: overwrite.map_or(Permissions::empty(), |it| it.allow),
        deny: overwrite.map_or(Permissions::empty(), |it| it.deny),
    }
}
