//! All that exists in the sandbox, behind one lock, and the moment when a change becomes events.
//!
//! The state knows no HTTP and no sockets. Every change is a function of [`WorldState`] that refuses or
//! takes effect as a whole; what bots are to be told of it is collected and leaves in order.

mod access;
mod announce;
mod application;
mod channel;
pub(crate) mod command;
mod file;
mod guild;
pub(crate) mod interaction;
mod member;
pub(crate) mod message;
pub(crate) mod scene;
pub(crate) mod thread;
mod user;

use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::sync::watch;

use super::clock::Clock;
use super::gateway::{Dispatch, Hub};
use super::intents::Intents;
use super::snowflake::Snowflake;

pub(crate) use application::Application;
pub(crate) use channel::{Channel, ChannelKind};
pub(crate) use command::{Command, CommandRule};
pub(crate) use file::{Files, Upload};
pub(crate) use guild::{Guild, Member, Role};
pub(crate) use interaction::Interaction;
pub(crate) use message::Message;
use message::OldEdits;
pub(crate) use user::User;

/// Who a token belongs to.
pub(crate) struct Identity {
    pub(crate) application: u64,
    /// The bot's user object.
    pub(crate) user: Value,
    /// The privileged intents that the application was granted.
    pub(crate) privileged: Intents,
    /// The flags of the application object.
    pub(crate) flags: u64,
}

/// The sandbox's world, shared by everything that serves it.
pub(crate) struct World {
    hub: Arc<Hub>,
    clock: Clock,
    address: SocketAddr,
    state: Mutex<WorldState>,
    /// Changes whenever anything does.
    news: watch::Sender<()>,
}

/// What exists.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct WorldState {
    pub(crate) users: BTreeMap<Snowflake, User>,
    pub(crate) applications: BTreeMap<Snowflake, Application>,
    pub(crate) guilds: BTreeMap<Snowflake, Guild>,
    pub(crate) channels: BTreeMap<Snowflake, Channel>,
    /// By channel, in order.
    pub(crate) messages: BTreeMap<Snowflake, BTreeMap<Snowflake, Message>>,
    pub(crate) files: Files,
    pub(crate) commands: BTreeMap<Snowflake, Command>,
    pub(crate) command_rules: Vec<CommandRule>,
    pub(crate) interactions: BTreeMap<Snowflake, Interaction>,
    /// Applications that people installed for themselves.
    pub(crate) installs: BTreeSet<(Snowflake, Snowflake)>,
    /// When somebody last began to type in a channel.
    #[serde(skip)]
    pub(crate) typing: BTreeMap<(Snowflake, Snowflake), Timestamp>,
    /// Edits of old messages in a channel.
    #[serde(skip)]
    old_edits: BTreeMap<Snowflake, OldEdits>,
    last_id: Snowflake,
    /// When the current change happens.
    #[serde(skip)]
    pub(crate) now: Timestamp,
    /// Where this is served, such as `http://127.0.0.1:8787`.
    #[serde(skip)]
    pub(crate) origin: String,
    #[serde(skip)]
    outbox: Vec<Dispatch>,
}

impl World {
    /// The default scene, served at an address.
    pub(crate) fn new(hub: Arc<Hub>, address: SocketAddr) -> Self {
        Self::with(scene::state(), hub, address)
    }

    /// Any other state, served at an address.
    pub(crate) fn with(mut state: WorldState, hub: Arc<Hub>, address: SocketAddr) -> Self {
        state.origin = format!("http://{address}");
        Self {
            hub,
            clock: Clock::default(),
            address,
            state: Mutex::new(state),
            news: watch::Sender::new(()),
        }
    }

    /// Changes the state and tells the bots.
    pub(crate) fn change<T>(&self, act: impl FnOnce(&mut WorldState) -> T) -> T {
        let mut state = self.lock();
        let result = act(&mut state);
        // Under the lock, so that events leave in the order of their changes.
        for event in mem::take(&mut state.outbox) {
            self.hub.dispatch(&event);
        }
        drop(state);
        self.wake();
        result
    }

    pub(crate) fn read<T>(&self, look: impl FnOnce(&WorldState) -> T) -> T {
        look(&self.lock())
    }

    /// Puts the clock forward.
    pub(crate) fn advance(&self, by: Duration) {
        self.clock.advance(by);
        self.wake();
    }

    /// Resolves at every change.
    pub(crate) fn news(&self) -> watch::Receiver<()> {
        self.news.subscribe()
    }

    pub(crate) fn wake(&self) {
        self.news.send_replace(());
    }

    /// Who may connect with this token, given without `Bot `.
    pub(crate) fn authenticate(&self, token: &str) -> Option<Identity> {
        self.read(|state| {
            let application = state.application_of(token)?;
            Some(Identity {
                application: application.id.0,
                user: state.user(application.bot)?.own_json(),
                privileged: Intents(application.privileged),
                flags: application.flags(),
            })
        })
    }

    /// The servers that the application's bot is in.
    pub(crate) fn guild_ids(&self, application: u64) -> Vec<u64> {
        self.read(|state| {
            let guilds = state.guilds_of(Snowflake(application));
            guilds.map(|guild| guild.id.0).collect()
        })
    }

    /// The whole GUILD_CREATE of a server, as the application's bot sees it.
    pub(crate) fn guild_create(&self, application: u64, guild: u64) -> Option<Value> {
        self.read(|state| state.guild_create(Snowflake(application), Snowflake(guild)))
    }

    pub(crate) fn members(&self, guild: u64) -> Vec<Value> {
        self.read(|state| {
            let guild = state.guilds.get(&Snowflake(guild));
            let members = guild.into_iter().flat_map(|guild| guild.members.values());
            members.map(|member| state.member_json(member)).collect()
        })
    }

    /// Where bots find the gateway.
    pub(crate) fn gateway_url(&self) -> String {
        format!("ws://{}", self.address)
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    fn lock(&self) -> MutexGuard<'_, WorldState> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.now = self.clock.now();
        state
    }
}

impl WorldState {
    /// A new id: later than every other, and made now.
    pub(crate) fn next_id(&mut self) -> Snowflake {
        let next = Snowflake(self.last_id.0.saturating_add(1)).max(Snowflake::at(self.now));
        self.last_id = next;
        next
    }
}

/// A moment as Discord writes it.
pub(crate) fn iso(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%S%.6f+00:00").to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::message::NewMessage;
    use super::*;

    #[test]
    fn ids_are_made_in_the_order_of_time() {
        let mut state = scene::state();
        let first = state.next_id();
        let second = state.next_id();
        assert!(first < second);
        state.now = Timestamp::from_second(1_800_000_000).unwrap();
        assert_eq!(state.next_id().made(), state.now);
    }

    #[test]
    fn what_exists_can_be_written_down_and_read_again() {
        let mut state = scene::state();
        let ann = state.users.values().find(|it| it.username == "ann");
        let ann = ann.unwrap().id;
        let general = state.channels.values().find(|it| it.name == "general");
        let general = general.unwrap().id;
        let files = vec![Upload {
            name: "list.txt".to_owned(),
            content_type: None,
            description: None,
            bytes: vec![0, 255],
        }];
        let new = NewMessage {
            files,
            ..NewMessage::text("hello")
        };
        state.write(ann, general, new).unwrap();
        let application = *state.applications.keys().next().unwrap();
        let command = json!({ "name": "ping", "description": "Ping" });
        state.register(application, None, &command);
        state.installs.insert((ann, application));
        let written = serde_json::to_value(&state).unwrap();
        let read: WorldState = serde_json::from_value(written.clone()).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), written);
    }

    #[test]
    fn a_moment_is_written_as_discord_writes_it() {
        let moment = Timestamp::from_millisecond(1_767_225_600_123).unwrap();
        assert_eq!(iso(moment), "2026-01-01T00:00:00.123000+00:00");
    }
}
