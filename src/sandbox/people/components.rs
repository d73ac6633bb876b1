//! Buttons, select menus and forms.

use serde_json::{Map, Value, json};

use super::options::Resolved;
use super::seen::components;
use super::{Interaction, Person, Refused, SeenMessage};
use crate::sandbox::error::ApiError;
use crate::sandbox::snowflake::Snowflake;
use crate::sandbox::world::State;
use crate::sandbox::world::interaction::{Opening, kind};

/// The kinds of components, as Discord numbers them.
mod component {
    pub(super) const BUTTON: u64 = 2;
    pub(super) const STRING_SELECT: u64 = 3;
    pub(super) const TEXT_INPUT: u64 = 4;
    pub(super) const USER_SELECT: u64 = 5;
    pub(super) const ROLE_SELECT: u64 = 6;
    pub(super) const MENTIONABLE_SELECT: u64 = 7;
    pub(super) const CHANNEL_SELECT: u64 = 8;
}

/// Characters of a text input, where the bot sets no limit.
const MAX_INPUT: u64 = 4000;

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

    /// Sends a form that a bot answered something with. `values` is an object of custom ids and
    /// values: a text for an input, a list for a menu.
    ///
    /// # Errors
    /// When there is no form, a required value is missing or a text too short or too long.
    pub fn submit(&self, asked: &Interaction, values: &Value) -> Result<Interaction, Refused> {
        self.change(|state| {
            let asked = state
                .interactions
                .get(&asked.id)
                .ok_or_else(ApiError::unknown_interaction)?
                .clone();
            let form = asked
                .modal
                .as_ref()
                .ok_or_else(|| refused("form", "there is no form"))?;
            let known = components(form);
            if let Some(unknown) = values.as_object().and_then(|it| {
                it.keys().find(|key| {
                    !known
                        .iter()
                        .any(|it| it.get("custom_id") == Some(&json!(key)))
                })
            }) {
                return Err(refused(unknown, "the form has no such field"));
            }
            let mut resolved = Resolved::default();
            let mut filled = Vec::new();
            let outer = form.get("components").and_then(Value::as_array);
            for component in outer.into_iter().flatten() {
                filled.extend(self.fill(state, asked.channel, component, values, &mut resolved)?);
            }
            let mut data = json!({
                "custom_id": form.get("custom_id"),
                "components": filled,
            });
            let resolved = resolved.json();
            if let (false, Some(fields)) = (resolved == json!({}), data.as_object_mut()) {
                fields.insert("resolved".to_owned(), resolved);
            }
            let id = state.interact(Opening {
                application: asked.application,
                kind: kind::MODAL,
                user: self.id,
                channel: asked.channel,
                command: None,
                source: asked.source,
                data,
            })?;
            Ok(Interaction { id })
        })
    }

    /// A component of a message that they see.
    fn component(
        &self,
        state: &State,
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
        state: &mut State,
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
    fn chosen(
        &self,
        state: &State,
        place: Snowflake,
        menu: &Value,
        values: &[&str],
    ) -> Result<(Vec<String>, Value), ApiError> {
        let bound = |key: &str| menu.get(key).and_then(Value::as_u64).unwrap_or(1);
        let count = values.len() as u64;
        if count < bound("min_values") || count > bound("max_values") {
            return Err(refused("values", "too few or too many are chosen"));
        }
        let mut resolved = Resolved::default();
        let mut chosen = Vec::new();
        for value in values {
            let unknown = || refused("values", &format!("there is no {value}"));
            if kind_of(menu) == component::STRING_SELECT {
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
        state: &State,
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

    /// A component of a form as Discord sends it back: with its value, without its looks. Text
    /// that stands in the form is left out.
    fn fill(
        &self,
        state: &State,
        place: Snowflake,
        component: &Value,
        values: &Value,
        resolved: &mut Resolved,
    ) -> Result<Option<Value>, ApiError> {
        let mut json = Map::new();
        for key in ["type", "id"] {
            json.insert(
                key.to_owned(),
                component.get(key).cloned().unwrap_or_default(),
            );
        }
        if let Some(inner) = component.get("component") {
            let inner = self.fill(state, place, inner, values, resolved)?;
            json.insert("component".to_owned(), inner.unwrap_or_default());
            return Ok(Some(Value::Object(json)));
        }
        if let Some(inner) = component.get("components").and_then(Value::as_array) {
            let mut filled = Vec::new();
            for component in inner {
                filled.extend(self.fill(state, place, component, values, resolved)?);
            }
            json.insert("components".to_owned(), json!(filled));
            return Ok(Some(Value::Object(json)));
        }
        let Some(custom_id) = component.get("custom_id").and_then(Value::as_str) else {
            return Ok(None);
        };
        json.insert("custom_id".to_owned(), json!(custom_id));
        let given = values.get(custom_id);
        if kind_of(component) == component::TEXT_INPUT {
            let text = typed(component, custom_id, given)?;
            json.insert("value".to_owned(), json!(text));
            return Ok(Some(Value::Object(json)));
        }
        let given: Vec<&str> = match given {
            Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(one)) => vec![one],
            _ => Vec::new(),
        };
        let is_optional = component.get("required") == Some(&json!(false));
        let (chosen, found) = if given.is_empty() && is_optional {
            (Vec::new(), json!({}))
        } else {
            self.chosen(state, place, component, &given)?
        };
        resolved.merge(found);
        json.insert("values".to_owned(), json!(chosen));
        Ok(Some(Value::Object(json)))
    }
}

/// The text of an input: what is given, or what stands in it.
fn typed(input: &Value, custom_id: &str, given: Option<&Value>) -> Result<String, ApiError> {
    let text = given
        .or_else(|| input.get("value"))
        .and_then(Value::as_str)
        .unwrap_or_default();
    let length = text.chars().count() as u64;
    let bound = |key: &str| input.get(key).and_then(Value::as_u64);
    let is_required = input.get("required") != Some(&json!(false));
    if text.is_empty() {
        return if is_required {
            Err(refused(custom_id, "the field is required"))
        } else {
            Ok(String::new())
        };
    }
    let least = bound("min_length").unwrap_or_default();
    if length < least || length > bound("max_length").unwrap_or(MAX_INPUT) {
        return Err(refused(custom_id, "the text is too short or too long"));
    }
    Ok(text.to_owned())
}

fn kind_of(component: &Value) -> u64 {
    component
        .get("type")
        .and_then(Value::as_u64)
        .unwrap_or_default()
}

fn refused(field: &str, message: &str) -> ApiError {
    ApiError::invalid_field(&[field], "BASE_TYPE_CHOICES", message)
}
