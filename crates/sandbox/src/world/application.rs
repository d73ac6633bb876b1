//! Applications: a bot's registration, its token and its commands.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use crate::snowflake::Snowflake;
use crate::world::model::{Application, Guild};
use crate::world::secret::secret;
use crate::world::state::WorldState;

/// Characters of a token's last part.
const SIGNATURE: usize = 38;

impl WorldState {
    /// Registers an application with its bot, which is in no server yet.
    pub(crate) fn add_application(&mut self, name: &str, owner: Snowflake) -> Snowflake {
        let id = self.next_id();
        let bot = self.add_user(name, true);
        let token = token(bot, self.now.as_second());
        self.applications.insert(
            id,
            Application {
                id,
                name: name.to_owned(),
                description: String::new(),
                bot,
                owner,
                token,
                privileged: 0,
            },
        );
        id
    }

    pub(crate) fn application_of(&self, token: &str) -> Option<&Application> {
        self.applications
            .values()
            .find(|application| application.token == token)
    }

    pub(crate) fn application_of_bot(&self, bot: Snowflake) -> Option<&Application> {
        self.applications
            .values()
            .find(|application| application.bot == bot)
    }

    pub(crate) fn guilds_of(&self, application: Snowflake) -> impl Iterator<Item = &Guild> {
        let bot = self.applications.get(&application).map(|it| it.bot);
        self.guilds
            .values()
            .filter(move |guild| bot.is_some_and(|bot| guild.members.contains_key(&bot)))
    }

    pub(crate) fn application_json(&self, application: &Application) -> Value {
        json!({
            "id": application.id,
            "name": application.name,
            "icon": null,
            "description": application.description,
            "summary": "",
            "type": null,
            "is_monetized": false,
            "is_verified": false,
            "is_discoverable": false,
            "hook": true,
            "storefront_available": false,
            "rpc_origins": [],
            "bot_public": true,
            "bot_require_code_grant": false,
            "bot": self.user_json(application.bot),
            "owner": self.user_json(application.owner),
            "team": null,
            "verify_key": "0".repeat(64),
            "flags": application.flags(),
            "flags_new": application.flags().to_string(),
            "eligible_oauth2_scopes": ["bot", "applications.commands"],
            "approximate_guild_count": self.guilds_of(application.id).count(),
            "approximate_user_install_count": 0,
            "approximate_user_authorization_count": 0,
            "redirect_uris": [],
            "interactions_endpoint_url": null,
            "role_connections_verification_url": null,
            "event_webhooks_url": null,
            "event_webhooks_status": 1,
            "event_webhooks_types": [],
            "explicit_content_filter": 0,
            "tags": [],
            "integration_types_config": { "0": {}, "1": {} },
        })
    }
}

/// A secret in the shape of a bot's token: the bot's id, a time and 38 random characters.
fn token(bot: Snowflake, seconds: i64) -> String {
    let id = URL_SAFE_NO_PAD.encode(bot.to_string());
    let [_, _, time @ ..] = seconds.to_be_bytes();
    let time = URL_SAFE_NO_PAD.encode(time);
    let mut signature = secret();
    signature.truncate(SIGNATURE);
    format!("{id}.{time}.{signature}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_names_its_bot_and_cannot_be_guessed() {
        let first = token(Snowflake(123_456_789_012_345_678), 1_767_225_600);
        let parts: Vec<&str> = first.split('.').collect();
        assert_eq!(parts[0], "MTIzNDU2Nzg5MDEyMzQ1Njc4");
        assert_eq!((parts.len(), parts[1].len(), parts[2].len()), (3, 8, 38));
        let second = token(Snowflake(123_456_789_012_345_678), 1_767_225_600);
        assert_ne!(first, second);
    }
}
