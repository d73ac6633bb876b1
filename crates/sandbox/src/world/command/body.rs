//! What a command's body says when it says nothing.

use serde_json::{Map, Value, json};

use crate::snowflake::Snowflake;
use crate::world::model::command::context;
use crate::world::model::command::kind;

/// A body with Discord's defaults.
pub(super) fn normalised(body: &Value, guild: Option<Snowflake>) -> Map<String, Value> {
    let given = |key: &str| body.get(key).filter(|value| !value.is_null()).cloned();
    let kind = given("type").unwrap_or(json!(kind::CHAT_INPUT));
    let is_chat = kind == json!(kind::CHAT_INPUT);
    let mut fields = vec![
        ("name", given("name").unwrap_or_default()),
        (
            "name_localizations",
            given("name_localizations").unwrap_or_default(),
        ),
        ("description", given("description").unwrap_or(json!(""))),
        (
            "description_localizations",
            given("description_localizations").unwrap_or_default(),
        ),
        (
            "default_member_permissions",
            given("default_member_permissions").map_or(Value::Null, |bits| match bits {
                Value::Number(bits) => json!(bits.to_string()),
                bits => bits,
            }),
        ),
        ("nsfw", given("nsfw").unwrap_or(json!(false))),
        ("type", kind),
    ];
    if guild.is_none() {
        let contexts = given("contexts").unwrap_or_default();
        let dm = match contexts.as_array() {
            Some(contexts) => json!(contexts.contains(&json!(context::BOT_DIRECT))),
            None => given("dm_permission").unwrap_or(json!(true)),
        };
        fields.push(("dm_permission", dm));
        fields.push(("contexts", contexts));
        let types = given("integration_types").unwrap_or(json!([0]));
        fields.push(("integration_types", types));
    }
    let options = given("options").filter(|_| is_chat);
    if let Some(mut options) = options.filter(|it| it != &json!([])) {
        drop_nulls(&mut options);
        fields.push(("options", options));
    }
    Map::from_iter(
        fields
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value)),
    )
}

fn drop_nulls(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(drop_nulls),
        Value::Object(fields) => {
            fields.retain(|_, value| !value.is_null());
            fields.values_mut().for_each(drop_nulls);
        }
        _ => {}
    }
}
