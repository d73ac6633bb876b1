//! Components of messages.

use serde_json::{Value, json};

use super::super::*;
use super::{edge, message_create, refusals, x};

fn button(id: &str) -> Value {
    json!({"type": 2, "style": 1, "label": "l", "custom_id": id})
}

fn select(key: &str, value: &Value) -> Value {
    let mut select =
        json!({"type": 3, "custom_id": "s", "options": [{"label": "l", "value": "v"}]});
    select[key] = value.clone();
    message(&[vec![select]])
}

/// A message with these rows.
fn message(rows: &[Vec<Value>]) -> Value {
    let rows: Vec<_> = rows
        .iter()
        .map(|components| json!({"type": 1, "components": components}))
        .collect();
    json!({"content": "c", "components": rows})
}

fn v2(components: &Value) -> Value {
    json!({"flags": 1 << 15, "components": components})
}

const IN_ROW: &str = "components.0.components.0";

#[test]
fn a_message_has_five_rows_of_five_buttons() {
    let rows = |rows: usize, columns: usize| {
        let rows: Vec<_> = (0..rows)
            .map(|row| (0..columns).map(|n| button(&format!("{row}{n}"))).collect())
            .collect();
        message(&rows)
    };
    edge(
        message_create,
        &rows(5, 5),
        &rows(6, 1),
        "components BASE_TYPE_MAX_LENGTH",
    );
    edge(
        message_create,
        &rows(5, 5),
        &rows(1, 6),
        "components.0.components BASE_TYPE_BAD_LENGTH",
    );
    assert_eq!(
        refusals(message_create(&rows(1, 0))),
        ["components.0.components BASE_TYPE_BAD_LENGTH"]
    );
}

#[test]
fn buttons_are_checked() {
    let one = |button: Value| message(&[vec![button]]);
    edge(
        message_create,
        &one(button(&x(100))),
        &one(button(&x(101))),
        &format!("{IN_ROW}.custom_id BASE_TYPE_BAD_LENGTH"),
    );
    let labelled =
        |length| one(json!({"type": 2, "style": 2, "label": x(length), "custom_id": "a"}));
    edge(
        message_create,
        &labelled(80),
        &labelled(81),
        &format!("{IN_ROW}.label BASE_TYPE_MAX_LENGTH"),
    );
    let link = |length: usize| {
        let url = format!("https://a/{}", "b".repeat(length - 10));
        one(json!({"type": 2, "style": 5, "label": "l", "url": url}))
    };
    edge(
        message_create,
        &link(512),
        &link(513),
        &format!("{IN_ROW}.url BASE_TYPE_MAX_LENGTH"),
    );
    for (bad, refused) in [
        (
            json!({"type": 2, "label": "l", "custom_id": "a"}),
            ".style BASE_TYPE_REQUIRED",
        ),
        (
            json!({"type": 2, "style": 7, "label": "l", "custom_id": "a"}),
            ".style BASE_TYPE_CHOICES",
        ),
        (
            json!({"type": 2, "style": 1, "label": "l"}),
            ".custom_id BASE_TYPE_REQUIRED",
        ),
        (
            json!({"type": 2, "style": 1, "label": "l", "custom_id": ""}),
            ".custom_id BASE_TYPE_BAD_LENGTH",
        ),
        (
            json!({"type": 2, "style": 5, "label": "l"}),
            ".url BASE_TYPE_REQUIRED",
        ),
        (
            json!({"type": 2, "style": 5, "label": "l", "url": "javascript://x"}),
            ".url URL_TYPE_INVALID_SCHEME",
        ),
        (
            json!({"type": 2, "style": 1, "label": "l", "custom_id": "a", "url": "https://a"}),
            " BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
        ),
        (
            json!({"type": 2, "style": 1, "custom_id": "a"}),
            " BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED",
        ),
        (
            json!({"type": 2, "style": 1, "custom_id": "a", "emoji": {"name": "smile"}}),
            ".emoji.name BUTTON_COMPONENT_INVALID_EMOJI",
        ),
        (json!({"type": 6}), ".custom_id BASE_TYPE_REQUIRED"),
        (json!({"type": 99}), ".type UNION_TYPE_CHOICES"),
        (json!({"type": 4}), ".type UNION_TYPE_CHOICES"),
        (json!({}), ".type BASE_TYPE_REQUIRED"),
    ] {
        assert_eq!(
            refusals(message_create(&one(bad.clone()))),
            [format!("{IN_ROW}{refused}")],
            "{bad}"
        );
    }
    assert!(
        message_create(&one(
            json!({"type": 2, "style": 1, "custom_id": "a", "emoji": {"name": "👍"}})
        ))
        .is_ok()
    );
    assert!(message_create(&one(json!({"type": 2, "style": 6, "sku_id": "1"}))).is_ok());
}

#[test]
fn a_custom_id_is_used_once_in_a_message() {
    let twice = message(&[vec![button("a"), button("b")], vec![button("a")]]);
    assert_eq!(
        refusals(message_create(&twice)),
        ["components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED"]
    );
}

#[test]
fn a_select_has_a_row_of_its_own() {
    let menu = json!({"type": 5, "custom_id": "s"});
    assert!(message_create(&message(&[vec![menu.clone()]])).is_ok());
    assert_eq!(
        refusals(message_create(&message(&[vec![button("a"), menu]]))),
        ["components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED"]
    );
}

#[test]
fn selects_have_limits() {
    let options = |count: usize, label: usize| {
        let list: Vec<_> = (0..count)
            .map(|n| json!({"label": x(label), "value": format!("{n}"), "description": x(100)}))
            .collect();
        select("options", &json!(list))
    };
    let fine = options(25, 100);
    edge(
        message_create,
        &fine,
        &options(26, 1),
        &format!("{IN_ROW}.options BASE_TYPE_BAD_LENGTH"),
    );
    edge(
        message_create,
        &fine,
        &options(1, 101),
        &format!("{IN_ROW}.options.0.label BASE_TYPE_BAD_LENGTH"),
    );
    edge(
        message_create,
        &select("placeholder", &json!(x(150))),
        &select("placeholder", &json!(x(151))),
        &format!("{IN_ROW}.placeholder BASE_TYPE_MAX_LENGTH"),
    );
    edge(
        message_create,
        &select("max_values", &json!(25)),
        &select("max_values", &json!(26)),
        &format!("{IN_ROW}.max_values NUMBER_TYPE_MAX"),
    );
    let same = json!([{"label": "a", "value": "v"}, {"label": "b", "value": "v"}]);
    assert_eq!(
        refusals(message_create(&select("options", &same))),
        [format!(
            "{IN_ROW}.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"
        )]
    );
    let chosen = json!([
        {"label": "a", "value": "a", "default": true}, {"label": "b", "value": "b", "default": true},
    ]);
    assert_eq!(
        refusals(message_create(&select("options", &chosen))),
        [format!(
            "{IN_ROW}.options SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES"
        )]
    );
}

#[test]
fn a_message_of_components_has_no_text_or_embeds() {
    let text = json!([{"type": 10, "content": "t"}]);
    assert!(message_create(&v2(&text)).is_ok());
    for key in ["content", "embeds", "poll", "sticker_ids"] {
        let mut body = v2(&text);
        body[key] = match key {
            "content" => json!("c"),
            "embeds" => json!([{"title": "t"}]),
            "sticker_ids" => json!(["1"]),
            _ => json!({"question": {"text": "q"}, "answers": [{"poll_media": {"text": "a"}}]}),
        };
        assert_eq!(
            refusals(message_create(&body)),
            [format!(
                "{key} MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
            )]
        );
    }
    assert!(message_edit(&json!({"content": "c"}), false).is_ok());
    assert!(message_edit(&json!({"content": "c"}), true).is_err());
    assert!(
        message_edit(
            &json!({"content": null, "embeds": [], "components": text}),
            true
        )
        .is_ok()
    );
    assert_eq!(
        refusals(message_create(&json!({"components": text}))),
        ["components.0.type UNION_TYPE_CHOICES"],
        "without the flag"
    );
}

#[test]
fn a_message_has_40_components_with_4000_characters() {
    let nested = |inner: usize| {
        v2(&json!([
            {"type": 17, "components": vec![json!({"type": 14, "divider": true}); inner]},
            {"type": 9, "components": [{"type": 10, "content": "t"}], "accessory": button("a")},
        ]))
    };
    edge(
        message_create,
        &nested(36),
        &nested(37),
        "components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    );
    let texts = |last: usize| {
        v2(&json!([{"type": 10, "content": x(3000)}, {"type": 10, "content": x(last)}]))
    };
    edge(
        message_create,
        &texts(1000),
        &texts(1001),
        "components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    );
}

#[test]
fn components_stand_where_they_may() {
    let text = json!({"type": 10, "content": "t"});
    for (components, refused) in [
        (
            json!([{"type": 17, "components": [{"type": 17, "components": [text]}]}]),
            "components.0.components.0.type UNION_TYPE_CHOICES",
        ),
        (json!([button("a")]), "components.0.type UNION_TYPE_CHOICES"),
        (
            json!([{"type": 9, "components": [text]}]),
            "components.0.accessory BASE_TYPE_REQUIRED",
        ),
        (
            json!([{"type": 9, "components": vec![text; 4], "accessory": button("a")}]),
            "components.0.components BASE_TYPE_BAD_LENGTH",
        ),
        (
            json!([{"type": 12, "items": vec![json!({"media": {"url": "https://a/b"}}); 11]}]),
            "components.0.items BASE_TYPE_BAD_LENGTH",
        ),
        (
            json!([{"type": 13, "file": {"url": "https://a/b"}}]),
            "components.0.file.url URL_TYPE_INVALID_SCHEME",
        ),
        (
            json!([{"type": 14, "spacing": 3}]),
            "components.0.spacing BASE_TYPE_CHOICES",
        ),
        (
            json!([{"type": 10, "id": 5, "content": "a"}, {"type": 10, "id": 5, "content": "b"}]),
            "components.1.id COMPONENT_ID_DUPLICATED",
        ),
    ] {
        assert_eq!(
            refusals(message_create(&v2(&components))),
            [refused],
            "{components}"
        );
    }
}
