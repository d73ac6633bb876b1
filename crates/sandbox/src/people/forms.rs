//! Forms that bots ask people to fill in, which Discord calls modals.

use serde_json::{Map, Value, json};

use super::components::{component, count_fits, kind_of, refused};
use super::options::Resolved;
use super::seen::components;
use super::{Interaction, Person, Refused};
use crate::error::ApiError;
use crate::snowflake::Snowflake;
use crate::world::Opening;
use crate::world::WorldState;
use crate::world::model::interaction::kind;

/// Characters of a text input, where the bot sets no limit.
const MAX_INPUT: u64 = 4000;

impl Person {
    /// Sends a form that a bot answered something with. `values` is an object of custom ids and
    /// values: a text for an input or a radio group, a list for a menu, a group of checkboxes or a
    /// file upload, true or false for a checkbox.
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

    /// A component of a form as Discord sends it back: with its value, without its looks. Text
    /// that stands in the form is left out.
    fn fill(
        &self,
        state: &WorldState,
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
        if kind_of(component) == component::CHECKBOX {
            let ticked = given == Some(&json!(true));
            json.insert("value".to_owned(), json!(ticked));
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
        } else if kind_of(component) == component::FILE_UPLOAD {
            uploaded(state, place, component, &given)?
        } else {
            self.chosen(state, place, component, &given)?
        };
        resolved.merge(found);
        if kind_of(component) == component::RADIO_GROUP {
            json.insert("value".to_owned(), json!(chosen.first()));
        } else {
            json.insert("values".to_owned(), json!(chosen));
        }
        Ok(Some(Value::Object(json)))
    }
}

/// The files of an upload, each by its id from [`Person::file`].
fn uploaded(
    state: &WorldState,
    place: Snowflake,
    upload: &Value,
    given: &[&str],
) -> Result<(Vec<String>, Value), ApiError> {
    count_fits(upload, given.len(), 1)?;
    let mut resolved = Resolved::default();
    let mut ids = Vec::new();
    for value in given {
        let id = value.parse().unwrap_or_default();
        let file = state
            .files
            .get(&id)
            .ok_or_else(|| refused("values", "there is no such file"))?;
        resolved.add("attachments", id, state.attachment_json(file, place));
        ids.push(id.to_string());
    }
    Ok((ids, resolved.json()))
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
