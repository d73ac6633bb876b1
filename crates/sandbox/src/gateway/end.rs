//! How a connection ends, and what people who look are told of it.

use serde_json::{Value, json};

use super::close::Close;

pub(super) enum End {
    Close(Close),
    /// The bot closed it; with some codes that also ends its session.
    Left {
        for_good: bool,
    },
    /// Without a word.
    Gone,
}

impl End {
    /// What it is called where people look.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Close(_) => "CLOSE",
            Self::Left { .. } => "LEAVE",
            Self::Gone => "DROPPED",
        }
    }

    pub(super) fn told(&self) -> Value {
        match self {
            Self::Close(close) => {
                let frame = close.frame();
                json!({ "code": frame.code, "reason": frame.reason.as_str() })
            }
            Self::Left { .. } | Self::Gone => Value::Null,
        }
    }
}

impl From<Close> for End {
    fn from(close: Close) -> Self {
        Self::Close(close)
    }
}
