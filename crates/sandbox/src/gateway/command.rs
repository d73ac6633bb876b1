//! What a bot may send over the gateway, decoded. Checks shapes only; what is allowed when is the
//! connection's.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::close::Close;
use crate::snowflake::Snowflake;

/// Discord's limit on one payload of a bot, in bytes.
const MAX_PAYLOAD_BYTES: usize = 4096;

#[derive(Debug)]
pub(super) enum Command {
    Heartbeat,
    Identify(Identify),
    Resume(Resume),
    RequestGuildMembers(RequestGuildMembers),
    RequestSoundboardSounds(RequestSoundboardSounds),
    /// Presence and voice updates are taken and change nothing here.
    Accepted,
}

#[derive(Debug, Deserialize)]
pub(super) struct Identify {
    pub(super) token: String,
    #[serde(rename = "properties")]
    _properties: Map<String, Value>,
    #[serde(default)]
    pub(super) compress: Option<bool>,
    #[serde(default)]
    pub(super) shard: Option<(u64, u64)>,
    #[serde(default)]
    pub(super) intents: Option<u64>,
    #[serde(default, rename = "presence")]
    _presence: Option<Presence>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Resume {
    pub(super) token: String,
    pub(super) session_id: String,
    pub(super) seq: u64,
}

#[derive(Debug, Deserialize)]
pub(super) struct RequestGuildMembers {
    pub(super) guild_id: Snowflake,
    #[serde(default)]
    pub(super) query: Option<String>,
    #[serde(default)]
    pub(super) limit: Option<usize>,
    #[serde(default)]
    pub(super) presences: Option<bool>,
    #[serde(default)]
    pub(super) user_ids: Option<OneOrMore>,
    #[serde(default)]
    pub(super) nonce: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct RequestSoundboardSounds {
    pub(super) guild_ids: Vec<Snowflake>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum OneOrMore {
    One(Snowflake),
    More(Vec<Snowflake>),
}

impl OneOrMore {
    pub(super) fn into_vec(self) -> Vec<Snowflake> {
        match self {
            Self::One(id) => vec![id],
            Self::More(ids) => ids,
        }
    }
}

#[derive(Debug, Deserialize)]
struct Presence {
    #[serde(rename = "status")]
    _status: Status,
    #[serde(default, rename = "activities")]
    _activities: Option<Vec<Map<String, Value>>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Status {
    Online,
    Dnd,
    Idle,
    Invisible,
    Offline,
    Unknown,
}

#[derive(Debug, Deserialize)]
struct Payload {
    op: u64,
    #[serde(default)]
    d: Value,
}

impl Command {
    /// # Errors
    /// 4001 for an opcode that bots do not send, 4002 for what cannot be understood or is too large.
    pub(super) fn decode(bytes: &[u8]) -> Result<Self, Close> {
        if bytes.len() > MAX_PAYLOAD_BYTES {
            return Err(Close::DecodeError);
        }
        let Payload { op, d } = decoded(serde_json::from_slice(bytes))?;
        Ok(match op {
            1 if d.is_null() || d.is_u64() => Self::Heartbeat,
            1 => return Err(Close::DecodeError),
            2 => Self::Identify(decoded(serde_json::from_value(d))?),
            3 => {
                decoded(serde_json::from_value::<Presence>(d))?;
                Self::Accepted
            }
            4 if d.is_object() => Self::Accepted,
            4 => return Err(Close::DecodeError),
            6 => Self::Resume(decoded(serde_json::from_value(d))?),
            8 => Self::RequestGuildMembers(decoded(serde_json::from_value(d))?),
            31 => Self::RequestSoundboardSounds(decoded(serde_json::from_value(d))?),
            _ => return Err(Close::UnknownOpcode),
        })
    }
}

fn decoded<T>(result: serde_json::Result<T>) -> Result<T, Close> {
    result.map_err(|_| Close::DecodeError)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_understood_is_refused() {
        for (payload, close) in [
            ("", Close::DecodeError),
            ("[]", Close::DecodeError),
            (r#"{"op":"1"}"#, Close::DecodeError),
            (r#"{"op":1,"d":"x"}"#, Close::DecodeError),
            (r#"{"op":2,"d":{"token":"t"}}"#, Close::DecodeError),
            (r#"{"op":3,"d":{"status":"asleep"}}"#, Close::DecodeError),
            (r#"{"op":10,"d":null}"#, Close::UnknownOpcode),
            (r#"{"op":99}"#, Close::UnknownOpcode),
        ] {
            assert_eq!(
                Command::decode(payload.as_bytes()).unwrap_err(),
                close,
                "{payload}"
            );
        }
    }

    #[test]
    fn a_payload_may_be_4096_bytes_and_no_more() {
        let payload = |length: usize| {
            let rest = r#"{"op":1,"d":null,"x":""}"#.len();
            format!(r#"{{"op":1,"d":null,"x":"{}"}}"#, "y".repeat(length - rest))
        };
        assert!(Command::decode(payload(4096).as_bytes()).is_ok());
        assert!(Command::decode(payload(4097).as_bytes()).is_err());
    }
}
