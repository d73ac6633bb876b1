//! Accounts of people and bots.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::snowflake::Snowflake;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct User {
    pub(crate) id: Snowflake,
    pub(crate) username: String,
    pub(crate) global_name: Option<String>,
    pub(crate) bot: bool,
    /// The hash of the picture, if there is one.
    pub(crate) avatar: Option<String>,
    pub(crate) banner: Option<String>,
    /// Such as `en-US`; what the person's Discord is set to.
    pub(crate) locale: String,
    /// Whether direct messages of bots and strangers are refused.
    pub(crate) closed_to_messages: bool,
}

impl User {
    /// The user object that everybody sees.
    pub(crate) fn json(&self) -> Value {
        json!({
            "id": self.id,
            "username": self.username,
            "discriminator": if self.bot { "0001" } else { "0" },
            "global_name": self.global_name,
            "avatar": self.avatar,
            "bot": self.bot,
            "system": false,
            "banner": self.banner,
            "accent_color": null,
            "avatar_decoration_data": null,
            "collectibles": null,
            "primary_guild": null,
            "public_flags": 0,
            "flags": 0,
        })
    }

    /// The user object that the account itself sees.
    pub(crate) fn own_json(&self) -> Value {
        let mut user = self.json();
        if let Some(fields) = user.as_object_mut() {
            let own = [
                ("verified", json!(true)),
                ("email", Value::Null),
                ("mfa_enabled", json!(false)),
                ("locale", json!(self.locale)),
                ("premium_type", json!(0)),
            ];
            fields.extend(own.map(|(key, value)| (key.to_owned(), value)));
        }
        user
    }

    /// What a person reads as the account's name.
    pub(crate) fn shown_name(&self) -> &str {
        self.global_name.as_deref().unwrap_or(&self.username)
    }
}
