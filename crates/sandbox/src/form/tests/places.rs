//! Modals and other answers, channels and threads.

use serde_json::{Value, json};

use super::super::*;
use super::{edge, interaction_response, refusals, x};

fn modal(title: usize, components: &Value) -> Value {
    json!({"type": 9, "data": {"custom_id": "m", "title": x(title), "components": components}})
}

fn text_input(key: &str, value: &Value) -> Value {
    let mut input = json!({"type": 4, "custom_id": "i", "style": 1, "label": "l"});
    input[key] = value.clone();
    json!([{"type": 1, "components": [input]}])
}

#[test]
fn modals_have_limits() {
    let input = text_input("required", &json!(true));
    edge(
        interaction_response,
        &modal(45, &input),
        &modal(46, &input),
        "data.title BASE_TYPE_BAD_LENGTH",
    );
    let rows = |count: usize| {
        let rows: Vec<_> = (0..count)
            .map(|n| json!({"type": 1, "components": [{"type": 4, "custom_id": format!("{n}"), "style": 2, "label": "l"}]}))
            .collect();
        modal(1, &json!(rows))
    };
    edge(
        interaction_response,
        &rows(5),
        &rows(6),
        "data.components BASE_TYPE_BAD_LENGTH",
    );
    let at = "data.components.0.components.0";
    for (key, taken, refused, code) in [
        ("label", json!(x(45)), json!(x(46)), "BASE_TYPE_BAD_LENGTH"),
        (
            "value",
            json!(x(4000)),
            json!(x(4001)),
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            "placeholder",
            json!(x(100)),
            json!(x(101)),
            "BASE_TYPE_MAX_LENGTH",
        ),
        ("max_length", json!(4000), json!(4001), "NUMBER_TYPE_MAX"),
        ("style", json!(2), json!(3), "BASE_TYPE_CHOICES"),
        (
            "custom_id",
            json!(x(100)),
            json!(x(101)),
            "BASE_TYPE_BAD_LENGTH",
        ),
    ] {
        edge(
            interaction_response,
            &modal(1, &text_input(key, &taken)),
            &modal(1, &text_input(key, &refused)),
            &format!("{at}.{key} {code}"),
        );
    }
    let labelled = |label: usize, component: Value| {
        modal(
            1,
            &json!([{"type": 18, "label": x(label), "component": component}]),
        )
    };
    let menu = json!({"type": 3, "custom_id": "s", "options": [{"label": "l", "value": "v"}]});
    edge(
        interaction_response,
        &labelled(45, menu.clone()),
        &labelled(46, menu),
        "data.components.0.label BASE_TYPE_BAD_LENGTH",
    );
    let radio = |count: usize| {
        let options: Vec<_> = (0..count)
            .map(|n| json!({"label": "l", "value": format!("{n}")}))
            .collect();
        labelled(1, json!({"type": 21, "custom_id": "r", "options": options}))
    };
    edge(
        interaction_response,
        &radio(10),
        &radio(11),
        "data.components.0.component.options BASE_TYPE_BAD_LENGTH",
    );
}

#[test]
fn an_answer_has_a_type_that_exists() {
    for (body, refused) in [
        (json!({}), "type BASE_TYPE_REQUIRED"),
        (json!({"type": 2}), "type BASE_TYPE_CHOICES"),
        (json!({"type": 99}), "type BASE_TYPE_CHOICES"),
        (json!({"type": 4}), "data BASE_TYPE_REQUIRED"),
        (json!({"type": 9}), "data BASE_TYPE_REQUIRED"),
        (
            json!({"type": 8, "data": {}}),
            "data.choices BASE_TYPE_REQUIRED",
        ),
    ] {
        assert_eq!(refusals(interaction_response(&body)), [refused], "{body}");
    }
    for fine in [
        json!({"type": 1}),
        json!({"type": 5}),
        json!({"type": 6}),
        json!({"type": 7}),
        json!({"type": 5, "data": {"flags": 64}}),
        json!({"type": 7, "data": {"content": ""}}),
    ] {
        assert!(interaction_response(&fine).is_ok(), "{fine}");
    }
}

#[test]
fn channels_and_threads_have_limits() {
    let channel = |key: &str, value: Value| {
        let mut body = json!({"name": "general", "type": 0});
        body[key] = value;
        body
    };
    for (key, taken, refused, code) in [
        ("name", json!(x(100)), json!(x(101)), "BASE_TYPE_BAD_LENGTH"),
        (
            "topic",
            json!(x(1024)),
            json!(x(1025)),
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            "rate_limit_per_user",
            json!(21600),
            json!(21601),
            "NUMBER_TYPE_MAX",
        ),
        ("type", json!(15), json!(11), "BASE_TYPE_CHOICES"),
        (
            "default_auto_archive_duration",
            json!(60),
            json!(61),
            "BASE_TYPE_CHOICES",
        ),
    ] {
        edge(
            channel_create,
            &channel(key, taken),
            &channel(key, refused),
            &format!("{key} {code}"),
        );
    }
    let tags = |count: usize| channel("available_tags", json!(vec![json!({"name": "t"}); count]));
    edge(
        channel_create,
        &tags(20),
        &tags(21),
        "available_tags BASE_TYPE_MAX_LENGTH",
    );

    let name = |length: usize| json!({"name": x(length), "auto_archive_duration": 1440});
    edge(
        thread_create,
        &name(100),
        &name(101),
        "name BASE_TYPE_BAD_LENGTH",
    );
    edge(
        thread_from_message,
        &name(100),
        &json!({}),
        "name BASE_TYPE_REQUIRED",
    );
    edge(
        thread_create,
        &json!({"name": "n", "type": 12, "invitable": true}),
        &json!({"name": "n", "type": 0}),
        "type BASE_TYPE_CHOICES",
    );
    let applied =
        |count: u64| json!({"applied_tags": (1..=count).collect::<Vec<_>>(), "archived": true});
    edge(
        channel_edit,
        &applied(5),
        &applied(6),
        "applied_tags BASE_TYPE_MAX_LENGTH",
    );
}

#[test]
fn a_post_starts_with_a_message() {
    let post = |message: Value| json!({"name": "n", "message": message});
    assert!(forum_post(&post(json!({"content": "c"})), 0).is_ok());
    assert!(forum_post(&post(json!({})), 1).is_ok());
    assert_eq!(refusals(forum_post(&post(json!({})), 0)), ["50006"]);
    assert_eq!(
        refusals(forum_post(&json!({"name": "n"}), 0)),
        ["message BASE_TYPE_REQUIRED"]
    );
    assert_eq!(
        refusals(forum_post(&post(json!({"content": x(2001)})), 0)),
        ["message.content BASE_TYPE_MAX_LENGTH"]
    );
}
