//! A bot that speaks the gateway's protocol over a real WebSocket.

mod identifying;
mod living;
mod resuming;
mod stage;

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use self::stage::{Bot, Stage};
use super::*;
use crate::intents::Intents;
use crate::world::Event;

impl Stage {
    /// Somebody writes in a guild.
    fn say(&self, text: &str) {
        self.hub.dispatch(&self.said(text));
    }

    fn said(&self, text: &str) -> Event {
        let guild = self.guilds[0];
        Event {
            data: json!({
                "content": text, "author": {"id": "7"}, "guild_id": guild.to_string(),
            }),
            ..self.happened("MESSAGE_CREATE", Some(guild))
        }
    }

    fn happen(&self, name: &'static str, guild: Option<u64>) {
        self.hub.dispatch(&self.happened(name, guild));
    }

    fn happened(&self, name: &'static str, guild: Option<u64>) -> Event {
        Event {
            application: self.application,
            guild,
            name,
            data: json!({}),
            reveal: false,
        }
    }
}
