//! Buttons and select menus.

use serde_json::{Map, Value, json};

use super::options::Resolved;
use super::seen::components;
use super::{Interaction, Person, Refused, SeenMessage};
use crate::error::ApiError;
use crate::snowflake::Snowflake;
use crate::world::Opening;
use crate::world::WorldState;
use crate::world::model::interaction::kind;

/// The kinds of components, as Discord numbers them.
pub(super) mod component {
    pub(in crate::people) const BUTTON: u64 = 2;
    pub(in crate::people) const STRING_SELECT: u64 = 3;
    pub(in crate::people) const TEXT_INPUT: u64 = 4;
    pub(in crate::people) const USER_SELECT: u64 = 5;
    pub(in crate::people) const ROLE_SELECT: u64 = 6;
    pub(in crate::people) const MENTIONABLE_SELECT: u64 = 7;
    pub(in crate::people) const CHANNEL_SELECT: u64 = 8;
    pub(in crate::people) const FILE_UPLOAD: u64 = 19;
    pub(in crate::people) const RADIO_GROUP: u64 = 21;
    pub(in crate::people) const CHECKBOX_GROUP: u64 = 22;
    pub(in crate::people) const CHECKBOX: u64 = 23;
}

impl Person {
    /// Presses a button, named by its label or custom id.
    ///
    /// # Errors
    /// When there is none, it is disabled or a link, or the message is gone.
    pub fn click(&self, message: &SeenMessage, button: &str) -> Result<Interaction, Refused> {
        self.change(|state| {
            let found = self.component(state, message, |it| {
                let names = ["/label", "/custom_id", "/emoji/name"];
                kind_of(it) == component::BUTTON
                    && names
                        .iter()
                        .any(|at| it.pointer(at) == Some(&json!(button)))
            })?;
            if found.get("custom_id").is_none() {
                return Err(refused(button, "it is a link and opens a browser"));
            }
            self.use_component(state, message, &found, Map::new())
        })
    }

    /// Chooses in a select menu, named by its custom id or placeholder. Options are given by label
    /// or value; users, roles and channels by id.
    ///
    /// # Errors
    /// As [`Self::click`], and for too few, too many or unknown values.
    pub fn select(
        &self,
        message: &SeenMessage,
        menu: &str,
        values: &[&str],
    ) -> Result<Interaction, Refused> {
        self.change(|state| {
            let found = self.component(state, message, |it| {
                let names = ["/custom_id", "/placeholder"];
                matches!(
                    kind_of(it),
                    component::STRING_SELECT..=component::CHANNEL_SELECT
                ) && kind_of(it) != component::TEXT_INPUT
                    && names.iter().any(|at| it.pointer(at) == Some(&json!(menu)))
            })?;
            let (values, resolved) = self.chosen(state, message.channel, &found, values)?;
            let mut fields = Map::new();
            fields.insert("values".to_owned(), json!(values));
            if resolved != json!({}) {
                fields.insert("resolved".to_owned(), resolved);
            }
            self.use_component(state, message, &found, fields)
        })
    }

    /// A component of a message that they see.
    fn component(
        &self,
        state: &WorldState,
        message: &SeenMessage,
        is_meant: impl Fn(&Value) -> bool,
    ) -> Result<Value, ApiError> {
        let found = state
            .message(message.channel, message.id)
            .filter(|it| it.is_for(self.id))
            .ok_or_else(ApiError::unknown_message)?;
        let all = json!({ "components": found.components });
        let found = components(&all)
            .into_iter()
            .find(|it| is_meant(it))
            .ok_or_else(|| refused("components", "the message has no such component"))?;
        if found.get("disabled") == Some(&json!(true)) {
            return Err(refused("components", "it is disabled"));
        }
        Ok(found.clone())
    }

    fn use_component(
        &self,
        state: &mut WorldState,
        message: &SeenMessage,
        component: &Value,
        fields: Map<String, Value>,
    ) -> Result<Interaction, ApiError> {
        let author = state
            .message(message.channel, message.id)
            .map(|it| it.author)
            .unwrap_or_default();
        let application = state
            .application_of_bot(author)
            .map(|it| it.id)
            .ok_or_else(ApiError::unknown_application)?;
        let mut data = Map::from_iter(
            [
                ("custom_id", component.get("custom_id").cloned()),
                ("component_type", component.get("type").cloned()),
                ("id", component.get("id").cloned()),
            ]
            .map(|(key, value)| (key.to_owned(), value.unwrap_or_default())),
        );
        data.extend(fields);
        let id = state.interact(Opening {
            application,
            kind: kind::COMPONENT,
            user: self.id,
            channel: message.channel,
            command: None,
            source: Some(message.id),
            data: Value::Object(data),
        })?;
        Ok(Interaction { id })
    }

    /// The values of a menu, and what they stand for.
    pub(super) fn chosen(
        &self,
        state: &WorldState,
        place: Snowflake,
        menu: &Value,
        values: &[&str],
    ) -> Result<(Vec<String>, Value), ApiError> {
        // Without a limit every one of the boxes may be ticked.
        let all = menu.get("options").and_then(Value::as_array).map(Vec::len);
        let most = match kind_of(menu) {
            component::CHECKBOX_GROUP => all.unwrap_or(1),
            _ => 1,
        };
        count_fits(menu, values.len(), most)?;
        let mut resolved = Resolved::default();
        let mut chosen = Vec::new();
        for value in values {
            let unknown = || refused("values", &format!("there is no {value}"));
            if matches!(
                kind_of(menu),
                component::STRING_SELECT | component::RADIO_GROUP | component::CHECKBOX_GROUP
            ) {
                let options = menu.get("options").and_then(Value::as_array);
                let option = options.into_iter().flatten().find(|it| {
                    ["label", "value"]
                        .iter()
                        .any(|key| it.get(key) == Some(&json!(value)))
                });
                let value = option
                    .and_then(|it| it.get("value")?.as_str())
                    .ok_or_else(unknown)?;
                chosen.push(value.to_owned());
                continue;
            }
            let id: Snowflake = value.parse().map_err(|_| unknown())?;
            self.resolve(state, place, kind_of(menu), id, &mut resolved)
                .ok_or_else(unknown)?;
            chosen.push(id.to_string());
        }
        Ok((chosen, resolved.json()))
    }

    fn resolve(
        &self,
        state: &WorldState,
        place: Snowflake,
        kind: u64,
        id: Snowflake,
        resolved: &mut Resolved,
    ) -> Option<()> {
        let takes_users = matches!(kind, component::USER_SELECT | component::MENTIONABLE_SELECT);
        let takes_roles = matches!(kind, component::ROLE_SELECT | component::MENTIONABLE_SELECT);
        if takes_users && state.user(id).is_some() {
            resolved.add_user(state, place, id);
            return Some(());
        }
        let guild = state.channels.get(&place)?.guild;
        if takes_roles {
            let role = state.guilds.get(&guild?)?.roles.get(&id)?;
            resolved.add("roles", id, role.json());
            return Some(());
        }
        let channel = state.channels.get(&id)?;
        let json = state.partial_channel_json(channel, self.id);
        let is_meant = kind == component::CHANNEL_SELECT && channel.guild == guild;
        is_meant.then(|| resolved.add("channels", id, json))
    }
}

/// Whether so many values may be given; `most` where the bot sets no limit.
pub(super) fn count_fits(menu: &Value, count: usize, most: usize) -> Result<(), ApiError> {
    let bound = |key: &str| menu.get(key).and_then(Value::as_u64);
    let count = count as u64;
    if count < bound("min_values").unwrap_or(1)
        || count > bound("max_values").unwrap_or(most as u64)
    {
        return Err(refused("values", "too few or too many are chosen"));
    }
    Ok(())
}

pub(super) fn kind_of(component: &Value) -> u64 {
    component
        .get("type")
        .and_then(Value::as_u64)
        .unwrap_or_default()
}

pub(super) fn refused(field: &str, message: &str) -> ApiError {
    ApiError::invalid_field(&[field], "BASE_TYPE_CHOICES", message)
}
