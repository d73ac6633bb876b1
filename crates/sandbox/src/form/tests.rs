//! Every limit at its edge: the last that Discord takes, and the first that it refuses.

mod commands;
mod components;
mod places;

use serde_json::{Value, json};

use super::*;

/// A message without files.
pub(super) fn message_create(body: &Value) -> Result<(), ApiError> {
    super::message_create(body, 0)
}

/// An answer without files.
pub(super) fn interaction_response(body: &Value) -> Result<(), ApiError> {
    super::interaction_response(body, 0)
}

/// Where and with which code a body is refused: `data.title BASE_TYPE_BAD_LENGTH`.
pub(super) fn refusals(result: Result<(), ApiError>) -> Vec<String> {
    let Err(error) = result else {
        return Vec::new();
    };
    let Some(errors) = error.errors else {
        return vec![error.code.to_string()];
    };
    assert_eq!(error.code, 50035);
    let mut found = Vec::new();
    collect(&errors, "", &mut found);
    found
}

fn collect(node: &Value, at: &str, found: &mut Vec<String>) {
    for (key, value) in node.as_object().unwrap() {
        if key == "_errors" {
            for error in value.as_array().unwrap() {
                assert!(error["message"].is_string());
                found.push(
                    format!("{at} {}", error["code"].as_str().unwrap())
                        .trim_start()
                        .to_owned(),
                );
            }
        } else {
            let dot = if at.is_empty() { "" } else { "." };
            collect(value, &format!("{at}{dot}{key}"), found);
        }
    }
}

/// A body that is taken, and the same with one thing too much, which is refused there.
pub(super) fn edge(
    rule: fn(&Value) -> Result<(), ApiError>,
    taken: &Value,
    refused: &Value,
    with: &str,
) {
    assert_eq!(refusals(rule(taken)), Vec::<String>::new(), "{taken}");
    assert_eq!(refusals(rule(refused)), [with], "{refused}");
}

pub(super) fn x(count: usize) -> String {
    "ä".repeat(count)
}

fn embed_edge(body: impl Fn(usize) -> Value, most: usize, refused: &str) {
    edge(
        message_create,
        &json!({"embeds": [body(most)]}),
        &json!({"embeds": [body(most + 1)]}),
        refused,
    );
}

#[test]
fn a_text_has_2000_characters() {
    let body = |length| json!({"content": x(length)});
    let refused = "content BASE_TYPE_MAX_LENGTH";
    edge(message_create, &body(2000), &body(2001), refused);
    edge(
        |body| message_edit(body, false),
        &body(2000),
        &body(2001),
        refused,
    );
    let answer = |length| json!({"type": 4, "data": body(length)});
    edge(
        interaction_response,
        &answer(2000),
        &answer(2001),
        "data.content BASE_TYPE_MAX_LENGTH",
    );
}

#[test]
fn a_refusal_reads_as_discord_s() {
    let refused = message_create(&json!({"content": x(2001)})).unwrap_err();
    assert_eq!(
        refused.body(),
        json!({
            "code": 50035,
            "message": "Invalid Form Body",
            "errors": {"content": {"_errors": [
                {"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 2000 or fewer in length."}
            ]}},
        })
    );
}

#[test]
fn a_message_has_something_in_it() {
    for empty in [
        json!({}),
        json!({"content": ""}),
        json!({"content": " \n "}),
        json!({"content": null, "embeds": [], "components": [], "attachments": []}),
        json!({"embeds": [{}]}),
        json!({"embeds": [{"color": 1}]}),
        json!({"allowed_mentions": {"parse": []}, "flags": 4}),
    ] {
        assert_eq!(refusals(message_create(&empty)), ["50006"], "{empty}");
        assert!(super::message_create(&empty, 1).is_ok(), "{empty}");
        assert!(message_edit(&empty, false).is_ok(), "{empty}");
        let answer = json!({"type": 4, "data": empty});
        assert_eq!(refusals(interaction_response(&answer)), ["50006"]);
    }
    assert!(message_create(&json!({"embeds": [{"image": {"url": "https://a.b/c.png"}}]})).is_ok());
    assert!(message_create(&json!({"sticker_ids": ["1"]})).is_ok());
}

#[test]
fn a_body_is_an_object() {
    for body in [json!(null), json!([]), json!("x"), json!(1)] {
        assert_eq!(refusals(message_create(&body)), ["MODEL_TYPE_CONVERT"]);
        assert_eq!(refusals(message_edit(&body, false)), ["MODEL_TYPE_CONVERT"]);
        assert_eq!(
            refusals(interaction_response(&body)),
            ["MODEL_TYPE_CONVERT"]
        );
    }
}

#[test]
fn types_are_kept() {
    for (body, refused) in [
        (json!({"content": 5}), "content STRING_TYPE_CONVERT"),
        (
            json!({"content": "x", "tts": "yes"}),
            "tts BOOLEAN_TYPE_CONVERT",
        ),
        (
            json!({"content": "x", "embeds": {}}),
            "embeds LIST_TYPE_CONVERT",
        ),
        (
            json!({"content": "x", "embeds": ["e"]}),
            "embeds.0 MODEL_TYPE_CONVERT",
        ),
        (
            json!({"content": "x", "components": "c"}),
            "components LIST_TYPE_CONVERT",
        ),
        (
            json!({"content": "x", "flags": "many"}),
            "flags NUMBER_TYPE_COERCE",
        ),
        (
            json!({"content": "x", "sticker_ids": ["s"]}),
            "sticker_ids.0 NUMBER_TYPE_COERCE",
        ),
        (
            json!({"content": "x", "components": [{"type": "1", "components": []}]}),
            "components.0.type NUMBER_TYPE_COERCE",
        ),
        (
            json!({"content": "x", "message_reference": {}}),
            "message_reference.message_id BASE_TYPE_REQUIRED",
        ),
        (
            json!({"content": "x", "attachments": [{"filename": "a"}]}),
            "attachments.0.id BASE_TYPE_REQUIRED",
        ),
    ] {
        assert_eq!(refusals(message_create(&body)), [refused], "{body}");
    }
    assert!(message_create(&json!({"content": "x", "flags": "4", "nonce": 7})).is_ok());
}

#[test]
fn a_nonce_has_25_characters() {
    let body = |length| json!({"content": "x", "nonce": x(length), "enforce_nonce": true});
    edge(
        message_create,
        &body(25),
        &body(26),
        "nonce BASE_TYPE_MAX_LENGTH",
    );
}

#[test]
fn lists_of_a_message_have_limits() {
    let embeds = |count| json!({"embeds": vec![json!({"title": "t"}); count]});
    edge(
        message_create,
        &embeds(10),
        &embeds(11),
        "embeds BASE_TYPE_MAX_LENGTH",
    );
    let stickers = |count| json!({"sticker_ids": (1..=count).collect::<Vec<_>>()});
    edge(
        message_create,
        &stickers(3),
        &stickers(4),
        "sticker_ids BASE_TYPE_MAX_LENGTH",
    );
    let files = |count| {
        let list: Vec<_> = (0..count)
            .map(|id| json!({"id": id, "filename": "f"}))
            .collect();
        json!({"attachments": list})
    };
    edge(
        message_create,
        &files(10),
        &files(11),
        "attachments BASE_TYPE_MAX_LENGTH",
    );
    assert!(super::message_create(&json!({}), 10).is_ok());
    assert!(super::message_create(&json!({}), 11).is_err());
}

#[test]
fn embeds_have_limits() {
    embed_edge(
        |n| json!({"title": x(n)}),
        256,
        "embeds.0.title BASE_TYPE_MAX_LENGTH",
    );
    embed_edge(
        |n| json!({"description": x(n)}),
        4096,
        "embeds.0.description BASE_TYPE_MAX_LENGTH",
    );
    embed_edge(
        |n| json!({"footer": {"text": x(n)}}),
        2048,
        "embeds.0.footer.text BASE_TYPE_MAX_LENGTH",
    );
    embed_edge(
        |n| json!({"author": {"name": x(n)}}),
        256,
        "embeds.0.author.name BASE_TYPE_MAX_LENGTH",
    );
    embed_edge(
        |n| json!({"fields": vec![json!({"name": "n", "value": "v"}); n]}),
        25,
        "embeds.0.fields BASE_TYPE_MAX_LENGTH",
    );
    embed_edge(
        |n| json!({"fields": [{"name": x(n), "value": "v"}]}),
        256,
        "embeds.0.fields.0.name BASE_TYPE_MAX_LENGTH",
    );
    embed_edge(
        |n| json!({"fields": [{"name": "n", "value": x(n)}]}),
        1024,
        "embeds.0.fields.0.value BASE_TYPE_MAX_LENGTH",
    );
    embed_edge(
        |n| json!({"title": "t", "color": n}),
        0xff_ffff,
        "embeds.0.color NUMBER_TYPE_MAX",
    );
}

#[test]
fn embeds_have_6000_characters_in_all() {
    let body = |last: usize| {
        json!({"embeds": [
            {"description": x(4096), "title": x(256)},
            {"footer": {"text": x(1000)}, "author": {"name": x(256)},
             "fields": [{"name": x(100), "value": x(last)}]},
        ]})
    };
    let rest = 6000 - 4096 - 256 - 1000 - 256 - 100;
    edge(
        message_create,
        &body(rest),
        &body(rest + 1),
        "embeds MAX_EMBED_SIZE_EXCEEDED",
    );
}

#[test]
fn parts_of_an_embed_are_checked() {
    for (embed, refused) in [
        (
            json!({"fields": [{"name": "", "value": "v"}]}),
            "fields.0.name BASE_TYPE_REQUIRED",
        ),
        (
            json!({"fields": [{"name": "n"}]}),
            "fields.0.value BASE_TYPE_REQUIRED",
        ),
        (json!({"url": "ftp://a.b"}), "url URL_TYPE_INVALID_SCHEME"),
        (json!({"url": "nowhere"}), "url URL_TYPE_INVALID_URL"),
        (json!({"url": "https://"}), "url URL_TYPE_INVALID_URL"),
        (json!({"url": "https://a b"}), "url URL_TYPE_INVALID_URL"),
        (
            json!({"url": "attachment://a.png"}),
            "url URL_TYPE_INVALID_SCHEME",
        ),
        (
            json!({"timestamp": "yesterday"}),
            "timestamp DATE_TIME_TYPE_PARSE",
        ),
        (json!({"color": -1}), "color NUMBER_TYPE_MIN"),
    ] {
        let body = json!({"content": "x", "embeds": [embed]});
        assert_eq!(
            refusals(message_create(&body)),
            [format!("embeds.0.{refused}")],
            "{body}"
        );
    }
    let fine = json!({"embeds": [{
        "url": "https://example.org/a?b=c", "image": {"url": "attachment://a.png"},
        "timestamp": "2026-01-02T03:04:05.678+01:00",
    }]});
    assert!(message_create(&fine).is_ok());
    for time in [
        "2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05.678901+00:00",
        "2026-01-02T03:04:05",
    ] {
        let body = json!({"embeds": [{"title": "t", "timestamp": time}]});
        assert!(message_create(&body).is_ok(), "{time}");
    }
}

#[test]
fn mentions_are_allowed_in_one_way() {
    for (mentions, refused) in [
        (
            json!({"parse": ["all"]}),
            "allowed_mentions.parse.0 BASE_TYPE_CHOICES",
        ),
        (
            json!({"parse": ["users", "users"]}),
            "allowed_mentions.parse.1 SET_TYPE_ALREADY_CONTAINS_VALUE",
        ),
        (
            json!({"parse": ["users"], "users": ["1"]}),
            "allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        ),
        (
            json!({"users": (0..101).collect::<Vec<_>>()}),
            "allowed_mentions.users BASE_TYPE_MAX_LENGTH",
        ),
        (
            json!({"roles": ["r"]}),
            "allowed_mentions.roles.0 NUMBER_TYPE_COERCE",
        ),
    ] {
        let body = json!({"content": "x", "allowed_mentions": mentions});
        assert_eq!(refusals(message_create(&body)), [refused]);
    }
    let fine = json!({
        "parse": ["everyone", "users"], "users": [], "replied_user": false,
        "roles": (0..100).collect::<Vec<_>>(),
    });
    let body = json!({"content": "x", "allowed_mentions": fine});
    assert!(message_create(&body).is_ok());
}

#[test]
fn polls_have_limits() {
    let poll = |question: usize, answers: usize, answer: usize, hours: i64| {
        json!({"poll": {
            "question": {"text": x(question)},
            "answers": vec![json!({"poll_media": {"text": x(answer)}}); answers],
            "duration": hours,
        }})
    };
    let fine = poll(300, 10, 55, 768);
    for (refused, at) in [
        (
            poll(301, 10, 55, 768),
            "poll.question.text BASE_TYPE_BAD_LENGTH",
        ),
        (poll(300, 11, 55, 768), "poll.answers BASE_TYPE_BAD_LENGTH"),
        (
            poll(300, 1, 56, 768),
            "poll.answers.0.poll_media.text BASE_TYPE_BAD_LENGTH",
        ),
        (poll(300, 10, 55, 769), "poll.duration NUMBER_TYPE_MAX"),
    ] {
        edge(message_create, &fine, &refused, at);
    }
}
