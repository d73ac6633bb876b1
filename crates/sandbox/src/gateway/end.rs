//! How a connection ends, and how that is shown to people.

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
    /// Its name in the page.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Close(_) => "CLOSE",
            Self::Left { .. } => "LEAVE",
            Self::Gone => "DROPPED",
        }
    }

    pub(super) fn details(&self) -> Value {
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
