//! What people do in the page, each through the [`Person`] who does it.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::{Value, json};

use super::place::Look;
use crate::error::ApiError;
use crate::faults::Fault;
use crate::people::{Interaction, Person, SeenMessage};
use crate::platform::Platform;
use crate::snowflake::Snowflake;

pub(super) use crate::people::Refused;

/// How long the next request waits, or has to wait, when that is asked for.
const DELAY: Duration = Duration::from_secs(2);

/// How far the clock is put forward: as long as an interaction can be answered.
const LEAP: Duration = Duration::from_secs(15 * 60);

#[derive(Deserialize)]
pub(super) struct File {
    name: String,
    /// In base64.
    data: String,
}

#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub(super) enum Act {
    Look(Look),
    /// Opens or closes the view on requests and events.
    Watch {
        open: bool,
    },
    Say {
        channel: Snowflake,
        text: String,
        #[serde(default)]
        reply_to: Option<Snowflake>,
        #[serde(default)]
        files: Vec<File>,
    },
    Edit {
        channel: Snowflake,
        message: Snowflake,
        text: String,
    },
    Delete {
        channel: Snowflake,
        message: Snowflake,
    },
    React {
        channel: Snowflake,
        message: Snowflake,
        emoji: String,
        given: bool,
    },
    Typing {
        channel: Snowflake,
    },
    Slash {
        channel: Snowflake,
        name: String,
        options: Value,
    },
    Complete {
        channel: Snowflake,
        name: String,
        options: Value,
        focused: String,
    },
    File(File),
    OnMessage {
        channel: Snowflake,
        message: Snowflake,
        name: String,
    },
    OnPerson {
        channel: Snowflake,
        user: Snowflake,
        name: String,
    },
    Click {
        channel: Snowflake,
        message: Snowflake,
        custom_id: String,
    },
    Select {
        channel: Snowflake,
        message: Snowflake,
        custom_id: String,
        values: Vec<String>,
    },
    Submit {
        interaction: Snowflake,
        values: Value,
    },
    Direct,
    StartThread {
        channel: Snowflake,
        message: Option<Snowflake>,
        name: String,
    },
    Post {
        channel: Snowflake,
        title: String,
        text: String,
        tags: Vec<String>,
    },
    Speak {
        locale: String,
    },
    Disturb {
        how: Disturbance,
    },
}

/// What goes wrong for the bot, on request.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Disturbance {
    RateLimit,
    ServerError,
    Slow,
    DropSocket,
    Reconnect,
    Leap,
}

/// What came of it.
#[derive(Default)]
pub(super) struct Done {
    pub(super) result: Value,
    /// What was begun with a bot, whose outcome is to be told.
    pub(super) began: Option<Interaction>,
}

impl From<Value> for Done {
    fn from(result: Value) -> Self {
        Self {
            result,
            began: None,
        }
    }
}

impl From<()> for Done {
    fn from((): ()) -> Self {
        Self::default()
    }
}

impl From<Interaction> for Done {
    fn from(began: Interaction) -> Self {
        Self {
            result: json!({ "interaction": began.id }),
            began: Some(began),
        }
    }
}

impl From<SeenMessage> for Done {
    fn from(message: SeenMessage) -> Self {
        json!({ "message": message.id }).into()
    }
}

pub(super) fn perform(platform: &Platform, person: &Person, act: Act) -> Result<Done, Refused> {
    let message = |channel, message| person.message(channel, message);
    Ok(match act {
        // These change the page, not the world; the page sees to them.
        Act::Look(_) | Act::Watch { .. } => Done::default(),
        Act::Say {
            channel,
            text,
            reply_to,
            files,
        } => {
            let reply = reply_to.map(|id| message(channel, id)).transpose()?;
            let files: Vec<_> = files.into_iter().map(read).collect::<Result<_, _>>()?;
            person.send(channel, &text, reply.as_ref(), &files)?.into()
        }
        Act::Edit {
            channel,
            message: id,
            text,
        } => person.edit(&message(channel, id)?, &text)?.into(),
        Act::Delete {
            channel,
            message: id,
        } => person.delete(&message(channel, id)?)?.into(),
        Act::React {
            channel,
            message: id,
            emoji,
            given: true,
        } => person.react(&message(channel, id)?, &emoji)?.into(),
        Act::React {
            channel,
            message: id,
            emoji,
            given: false,
        } => person.unreact(&message(channel, id)?, &emoji)?.into(),
        Act::Typing { channel } => person.starts_typing(channel)?.into(),
        Act::Slash {
            channel,
            name,
            options,
        } => person.slash(channel, &name, &options)?.into(),
        Act::Complete {
            channel,
            name,
            options,
            focused,
        } => person
            .autocomplete(channel, &name, &options, &focused)?
            .into(),
        Act::File(file) => {
            let (name, bytes) = read(file)?;
            json!({ "file": person.file(&name, &bytes) }).into()
        }
        Act::OnMessage {
            channel,
            message: id,
            name,
        } => person.context_menu(&message(channel, id)?, &name)?.into(),
        Act::OnPerson {
            channel,
            user,
            name,
        } => {
            let other = Person::new(person.platform.clone(), user);
            person.context_menu_of(channel, &other, &name)?.into()
        }
        Act::Click {
            channel,
            message: id,
            custom_id,
        } => person.click(&message(channel, id)?, &custom_id)?.into(),
        Act::Select {
            channel,
            message: id,
            custom_id,
            values,
        } => {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            let message = message(channel, id)?;
            person.select(&message, &custom_id, &values)?.into()
        }
        Act::Submit {
            interaction,
            values,
        } => person
            .submit(&Interaction { id: interaction }, &values)?
            .into(),
        Act::Direct => json!({ "channel": person.direct()? }).into(),
        Act::StartThread {
            channel,
            message: id,
            name,
        } => {
            let thread = match id {
                Some(id) => person.start_thread(&message(channel, id)?, &name)?,
                None => person.start_public_thread(channel, &name)?,
            };
            json!({ "channel": thread }).into()
        }
        Act::Post {
            channel,
            title,
            text,
            tags,
        } => {
            let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
            json!({ "channel": person.post(channel, &title, &text, &tags)? }).into()
        }
        Act::Speak { locale } => {
            person.speaks(&locale);
            Done::default()
        }
        Act::Disturb { how } => {
            disturb(platform, &how);
            Done::default()
        }
    })
}

fn read(file: File) -> Result<(String, Vec<u8>), ApiError> {
    let bytes = STANDARD.decode(file.data);
    Ok((file.name, bytes.map_err(|_| ApiError::bad_request())?))
}

fn disturb(platform: &Platform, how: &Disturbance) {
    // An empty path is the end of every path: the next request, whatever it is.
    let next = Fault::at("");
    match how {
        Disturbance::RateLimit => platform.faults.add(next.rate_limited(DELAY)),
        Disturbance::ServerError => platform.faults.add(next.answers(500)),
        Disturbance::Slow => platform.faults.add(next.slow(DELAY)),
        Disturbance::DropSocket => platform.hub.drop_sockets(None),
        Disturbance::Reconnect => platform.hub.ask_reconnect(),
        Disturbance::Leap => platform.world.advance(LEAP),
    }
}
