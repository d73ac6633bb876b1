//! What somebody sees in one channel: its messages, who types, and what they may do there.

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::people::SeenMessage;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::{Channel, WorldState};

/// Messages that are shown before older ones are asked for.
const SHOWN: usize = 100;

/// How long somebody shows as typing, as in Discord.
const TYPING: Duration = Duration::from_secs(10);

/// Where somebody looks.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub(super) struct Look {
    #[serde(skip)]
    pub(super) person: Snowflake,
    #[serde(default)]
    pub(super) channel: Option<Snowflake>,
    /// How many messages.
    #[serde(default)]
    limit: Option<usize>,
}

pub(super) fn of(state: &WorldState, look: &Look) -> Option<Value> {
    let (id, me) = (look.channel?, look.person);
    let channel = match state.channel_seen_by(me, id) {
        Ok(channel) => channel,
        Err(error) => return Some(json!({ "id": id, "refused": error.body() })),
    };
    let limit = look.limit.unwrap_or(SHOWN);
    let messages = state.messages.get(&id);
    let seen: Vec<_> = messages
        .into_iter()
        .flat_map(|it| it.values())
        .filter(|message| message.is_for(me))
        .collect();
    let older = seen.len().saturating_sub(limit);
    let may = |permission| state.permissions(me, channel).contains(permission);
    let shown: Vec<Value> = seen
        .into_iter()
        .skip(older)
        .map(|message| {
            let is_mine = message.author == me;
            let began = message
                .interaction
                .and_then(|id| state.interactions.get(&id));
            let is_over = began.is_none_or(|it| state.is_over(it));
            let seen = SeenMessage::of(state, message, me);
            let mut json = seen.raw;
            if let Some(fields) = json.as_object_mut() {
                let own = [
                    ("private", seen.is_private),
                    ("thinking", seen.is_thinking),
                    ("expired", seen.is_thinking && is_over),
                    ("pings_me", seen.pings_me),
                    ("mine", is_mine),
                    (
                        "deletable",
                        is_mine || may(Permissions::MANAGE_MESSAGES) && channel.guild.is_some(),
                    ),
                ];
                fields.extend(own.map(|(key, value)| (key.to_owned(), json!(value))));
            }
            json
        })
        .collect();
    let send = if channel.is_thread() {
        Permissions::SEND_MESSAGES_IN_THREADS
    } else {
        Permissions::SEND_MESSAGES
    };
    Some(json!({
        "id": id,
        "older": older,
        "messages": shown,
        "typing": typing(state, channel, me),
        "may": {
            "send": may(send),
            "attach": may(Permissions::ATTACH_FILES),
            "react": may(Permissions::ADD_REACTIONS),
            "thread": may(Permissions::CREATE_PUBLIC_THREADS)
                && channel.guild.is_some() && !channel.is_thread(),
        },
    }))
}

/// Ids of those who type and have not written since.
fn typing(state: &WorldState, channel: &Channel, me: Snowflake) -> Vec<Snowflake> {
    let messages = state.messages.get(&channel.id);
    state
        .typing
        .iter()
        .filter(|((place, user), _)| *place == channel.id && *user != me)
        .filter(|((_, user), began)| {
            let age = Duration::try_from(state.now.duration_since(**began));
            let wrote = messages
                .into_iter()
                .flat_map(|it| it.values().rev())
                .any(|it| it.author == *user && it.id.made() >= **began);
            !wrote && age.is_ok_and(|age| age < TYPING)
        })
        .map(|((_, user), _)| *user)
        .collect()
}
