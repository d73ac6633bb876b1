//! All that exists in the sandbox, behind one lock, and the moment when a change becomes events.
//!
//! The world knows no HTTP and no sockets, nor who listens. Every change is a method of
//! [`WorldState`] that refuses or takes effect as a whole; the events that follow from it are
//! collected and leave in the order of the changes.

mod access;
mod application;
mod channel;
mod command;
mod emit;
mod event;
mod file;
mod guild;
mod interaction;
mod member;
pub(crate) mod message;
pub(crate) mod model;
pub(crate) mod scene;
mod secret;
mod state;
pub(crate) mod thread;
mod user;

use std::mem;
use std::net::SocketAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tokio::sync::watch;

use crate::clock::Clock;
use crate::intents::Intents;
use crate::snowflake::Snowflake;

pub(crate) use self::event::Event;
pub(crate) use self::interaction::Opening;
pub(crate) use self::model::{
    Application, Channel, ChannelKind, Command, CommandRule, Guild, Member, Message, Role, Upload,
    User,
};
pub(crate) use self::state::WorldState;

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

/// Hears every event, in order. It must not call back into the world.
type Listener = Box<dyn Fn(&Event) + Send + Sync>;

/// The sandbox's world, shared by everything that serves it.
pub(crate) struct World {
    listener: Listener,
    clock: Clock,
    address: SocketAddr,
    state: Mutex<WorldState>,
    /// Changes whenever anything does.
    news: watch::Sender<()>,
}

impl World {
    /// A state, served at an address. `listener` hears of everything that happens.
    pub(crate) fn new(
        mut state: WorldState,
        address: SocketAddr,
        listener: impl Fn(&Event) + Send + Sync + 'static,
    ) -> Self {
        state.origin = format!("http://{address}");
        Self {
            listener: Box::new(listener),
            clock: Clock::default(),
            address,
            state: Mutex::new(state),
            news: watch::Sender::new(()),
        }
    }

    /// Changes the state and emits what follows.
    pub(crate) fn change<T>(&self, act: impl FnOnce(&mut WorldState) -> T) -> T {
        let mut state = self.lock();
        let result = act(&mut state);
        // Under the lock, so that events leave in the order of their changes.
        for event in mem::take(&mut state.outbox) {
            (self.listener)(&event);
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::message::NewMessage;
    use super::*;
    use jiff::Timestamp;

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
}
