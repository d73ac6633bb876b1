//! Accounts of people and bots.

use serde_json::Value;

use crate::error::ApiError;
use crate::snowflake::Snowflake;
use crate::world::model::User;
use crate::world::state::WorldState;

impl WorldState {
    pub(crate) fn add_user(&mut self, username: &str, bot: bool) -> Snowflake {
        let id = self.next_id();
        self.users.insert(
            id,
            User {
                id,
                username: username.to_owned(),
                global_name: None,
                bot,
                avatar: None,
                banner: None,
                locale: "en-US".to_owned(),
                closed_to_messages: false,
            },
        );
        id
    }

    pub(crate) fn user(&self, id: Snowflake) -> Option<&User> {
        self.users.get(&id)
    }

    pub(crate) fn known_user(&self, id: Snowflake) -> Result<&User, ApiError> {
        self.user(id).ok_or_else(ApiError::unknown_user)
    }

    /// The user object of an account; null for one that is gone.
    pub(crate) fn user_json(&self, id: Snowflake) -> Value {
        self.user(id).map_or(Value::Null, User::json)
    }
}
