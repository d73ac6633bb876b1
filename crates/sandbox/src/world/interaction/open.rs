//! How an interaction begins: INTERACTION_CREATE with everything that Discord documents.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use jiff::SignedDuration;
use serde_json::{Map, Value, json};

use crate::error::ApiError;
use crate::permissions::Permissions;
use crate::snowflake::Snowflake;
use crate::world::model::{Channel, Interaction};
use crate::world::secret::secret;
use crate::world::state::WorldState;

/// The largest file that the bot may attach where nobody pays for more, in bytes.
const ATTACHMENT_BYTES: u64 = 10 * 1024 * 1024;

/// How long an interaction is remembered, which is longer than it can be answered.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);

/// What a person did.
pub(crate) struct Opening {
    pub(crate) application: Snowflake,
    pub(crate) kind: u64,
    pub(crate) user: Snowflake,
    pub(crate) channel: Snowflake,
    /// Of a command: its full name and kind.
    pub(crate) command: Option<(String, u64)>,
    pub(crate) source: Option<Snowflake>,
    /// The `data` of the interaction.
    pub(crate) data: Value,
}

impl WorldState {
    /// Begins an interaction and tells its bot.
    ///
    /// # Errors
    /// 10003 or 50001 for a channel that the person does not see.
    pub(crate) fn interact(&mut self, opening: Opening) -> Result<Snowflake, ApiError> {
        let place = self.channel_seen_by(opening.user, opening.channel)?.clone();
        let id = self.next_id();
        let token = STANDARD_NO_PAD.encode(format!("interaction:{id}:{}", secret()));
        let interaction = Interaction {
            id,
            token,
            application: opening.application,
            kind: opening.kind,
            user: opening.user,
            channel: opening.channel,
            guild: place.guild,
            command: opening.command,
            source: opening.source,
            owners: self.owners(opening.user, opening.application, &place),
            answered: None,
            original: None,
            follow_ups: 0,
            modal: None,
            choices: None,
        };
        let now = self.now;
        while let Some(oldest) = self.interactions.first_entry()
            && now.duration_since(oldest.key().made()) >= REMEMBERED
        {
            oldest.remove();
        }
        let event = self.interaction_event(&interaction, &place, opening.data);
        self.interactions.insert(id, interaction);
        self.emit(
            opening.application,
            place.guild,
            "INTERACTION_CREATE",
            event,
        );
        Ok(id)
    }

    /// A channel as interactions carry it: with what the person may do there.
    pub(crate) fn partial_channel_json(&self, channel: &Channel, user: Snowflake) -> Value {
        let mut json = self.channel_json_for(channel, user);
        if let Some(fields) = json.as_object_mut() {
            fields.remove("permission_overwrites");
            fields.insert(
                "permissions".to_owned(),
                json!(self.permissions(user, channel)),
            );
        }
        json
    }

    fn interaction_event(&self, interaction: &Interaction, place: &Channel, data: Value) -> Value {
        let application = interaction.application;
        let bot = self.applications.get(&application).map(|it| it.bot);
        let bot = bot.unwrap_or_default();
        let user = self.user(interaction.user);
        let is_there = place
            .guild
            .is_some_and(|guild| self.member(guild, bot).is_some());
        let app_permissions = if is_there {
            self.permissions(bot, place)
        } else {
            Permissions::DIRECT
        };
        let mut event = Map::from_iter(
            [
                ("id", json!(interaction.id)),
                ("application_id", json!(application)),
                ("type", json!(interaction.kind)),
                ("token", json!(interaction.token)),
                ("version", json!(1)),
                ("data", data),
                ("channel_id", json!(place.id)),
                (
                    "channel",
                    self.partial_channel_json(place, interaction.user),
                ),
                ("app_permissions", json!(app_permissions)),
                ("locale", json!(user.map(|user| &user.locale))),
                ("entitlements", json!([])),
                ("entitlement_sku_ids", json!([])),
                ("authorizing_integration_owners", interaction.owners.clone()),
                ("context", json!(self.context_of(place, application))),
                ("attachment_size_limit", json!(ATTACHMENT_BYTES)),
            ]
            .map(|(key, value)| (key.to_owned(), value)),
        );
        let guild = place.guild.and_then(|guild| self.guilds.get(&guild));
        if let Some(guild) = guild {
            let partial = json!({ "id": guild.id, "locale": guild.locale, "features": [] });
            event.insert("guild".to_owned(), partial);
            event.insert("guild_id".to_owned(), json!(guild.id));
            event.insert("guild_locale".to_owned(), json!(guild.locale));
        }
        let member = guild.and_then(|guild| guild.members.get(&interaction.user));
        if let Some(member) = member {
            let mut member = self.member_json(member);
            if let Some(fields) = member.as_object_mut() {
                let permissions = self.permissions(interaction.user, place);
                fields.insert("permissions".to_owned(), json!(permissions));
            }
            event.insert("member".to_owned(), member);
        } else {
            event.insert("user".to_owned(), self.user_json(interaction.user));
        }
        let source = interaction
            .source
            .and_then(|source| self.message(place.id, source));
        if let Some(source) = source {
            // Its own message, which it may read.
            let json = self.message_json(source, self.viewer(source.author));
            event.insert("message".to_owned(), json);
        }
        Value::Object(event)
    }

    /// Who brought the application there: the server, or the person, or both.
    fn owners(&self, user: Snowflake, application: Snowflake, place: &Channel) -> Value {
        let mut owners = Map::new();
        let bot = self.applications.get(&application).map(|it| it.bot);
        match place.guild {
            Some(guild) if bot.is_some_and(|bot| self.member(guild, bot).is_some()) => {
                owners.insert("0".to_owned(), json!(guild));
            }
            None if bot.is_some_and(|bot| place.recipients.contains(&bot)) => {
                owners.insert("0".to_owned(), json!("0"));
            }
            _ => {}
        }
        if self.is_installed(user, application) {
            owners.insert("1".to_owned(), json!(user));
        }
        Value::Object(owners)
    }
}
