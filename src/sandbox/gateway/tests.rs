//! A bot that speaks the gateway's protocol over a real WebSocket.

mod identifying;
mod living;
mod resuming;
mod stage;

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use self::stage::{APPLICATION, Bot, GUILDS, ME, Stage, TOKEN};
use super::*;
use crate::sandbox::intents::Intents;

/// A message that somebody wrote in a guild.
fn said(text: &str) -> Dispatch {
    Dispatch {
        application: APPLICATION,
        guild: Some(GUILDS[0]),
        name: "MESSAGE_CREATE",
        data: json!({"content": text, "author": {"id": "7"}, "guild_id": GUILDS[0].to_string()}),
        reveal: false,
    }
}

fn happened(name: &'static str, guild: Option<u64>) -> Dispatch {
    Dispatch {
        application: APPLICATION,
        guild,
        name,
        data: json!({}),
        reveal: false,
    }
}
