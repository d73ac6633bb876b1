//! The checks of requests against Discord's OpenAPI document, checked themselves.

use serde_json::{Value, json};

use crate::openapi::{self, beside, check, check_answer};

fn said(body: &Value) -> Vec<String> {
    check("POST", "/api/v10/channels/1/messages", Some(body), false)
}

/// Every recorded request says in its note whether it is good or bad.
#[test]
fn recorded_requests_are_judged_as_their_notes_say() {
    let Ok(lines) = std::fs::read_to_string(beside("demo_requests.jsonl")) else {
        return;
    };
    if !openapi::is_there() {
        return;
    }
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let request: Value = serde_json::from_str(line).unwrap();
        let complaints = check(
            request["method"].as_str().unwrap(),
            request["path"].as_str().unwrap(),
            request.get("body"),
            request["multipart"] == true,
        );
        let note = request["note"].as_str().unwrap();
        // The document has no pattern for names of commands.
        let is_good = note.starts_with("good") || note.contains("spec has no pattern");
        assert_eq!(complaints.is_empty(), is_good, "{note}: {complaints:?}");
    }
}

#[test]
fn a_complaint_says_where_and_what() {
    if !openapi::is_there() {
        return;
    }
    for (body, expected) in [
        (
            json!({"content": "c", "components": [{"type": 1, "components": [{"type": 99}]}]}),
            "/components/0/components/0: no variant has type 99",
        ),
        (
            json!({"contnet": "x", "content": "y"}),
            "/contnet: no such key",
        ),
        (json!({"content": ""}), ": empty message"),
        (
            json!({"embeds": [{"fields": [{"name": "n"}]}]}),
            "/embeds/0/fields/0: \"value\" is a required property",
        ),
    ] {
        assert_eq!(said(&body), [expected], "{body}");
    }
}

#[test]
fn what_discord_takes_anyway_is_taken() {
    for body in [
        json!({"content": "c", "attachments": [{"id": 0, "filename": "f"}]}),
        json!({"content": "c", "tts": false, "made_up_but_empty": null}),
        json!({"content": "c", "flags": "4"}),
    ] {
        assert_eq!(said(&body), Vec::<String>::new(), "{body}");
    }
    let files = check("POST", "/channels/1/messages", Some(&json!({})), true);
    assert_eq!(files, Vec::<String>::new());
}

#[test]
fn the_most_literal_path_wins_and_parameters_are_checked() {
    if !openapi::is_there() {
        return;
    }
    let edit = json!({"content": "c"});
    let original = "/api/v10/webhooks/1/token/messages/@original";
    for original in [original.to_owned(), original.replace('@', "%40")] {
        let complaints = check("PATCH", &original, Some(&edit), false);
        assert_eq!(complaints, Vec::<String>::new(), "{original}");
    }
    assert!(check("GET", "/api/v10/users/@me", None, false).is_empty());
    assert_eq!(check("GET", "/api/v10/users/me", None, false).len(), 1);
    assert!(check("GET", "/channels/1/messages?limit=100", None, false).is_empty());
    assert_eq!(
        check("GET", "/channels/1/messages?lmit=100", None, false),
        ["query parameter lmit is not defined"]
    );
    assert_eq!(
        check("GET", "/channels/1/messages?limit=101", None, false).len(),
        1
    );
    assert_eq!(
        check("POST", "/channels/1/messages", None, false),
        ["a body is required"]
    );
    assert_eq!(
        check("GET", "/users/@me", Some(&json!({"x": 1})), false),
        ["a body is sent and none is defined"]
    );
}

#[test]
fn answers_are_checked_as_well() {
    if !openapi::is_there() {
        return;
    }
    let answered = |status, answer: Value| check_answer("GET", "/gateway", status, &answer);
    assert_eq!(
        answered(200, json!({"url": "ws://x"})),
        Vec::<String>::new()
    );
    assert_eq!(answered(200, json!({"url": 5})).len(), 1);
    assert_eq!(answered(202, json!({})), ["status 202 is not defined"]);
    let typing = |answer: Value| check_answer("POST", "/channels/1/typing", 204, &answer);
    assert_eq!(typing(Value::Null), Vec::<String>::new());
    assert_eq!(typing(json!({})), ["a body where none is defined"]);
}

#[test]
fn limits_that_the_document_lacks_are_kept() {
    if !openapi::is_there() {
        return;
    }
    let button = |keys: Value| {
        let mut button = json!({"type": 2, "style": 1, "label": "l", "custom_id": "a"});
        for (key, value) in keys.as_object().unwrap() {
            button[key] = value.clone();
        }
        json!({"content": "c", "components": [{"type": 1, "components": [button]}]})
    };
    let row = json!({"type": 1, "components": [{"type": 5, "custom_id": "s"},
        {"type": 2, "style": 1, "label": "l", "custom_id": "a"}]});
    let same = json!({"type": 1, "components": [{"type": 5, "custom_id": "s"}]});
    let rows: Vec<_> = (0..6)
        .map(|n| json!({"type": 1, "components": [{"type": 5, "custom_id": format!("{n}")}]}))
        .collect();
    for body in [
        json!({"content": "x".repeat(2001)}),
        json!({"embeds": [{"description": "x".repeat(3001)}, {"description": "x".repeat(3000)}]}),
        json!({"flags": 1 << 15, "content": "c", "components": [{"type": 10, "content": "t"}]}),
        button(json!({"custom_id": null})),
        button(json!({"label": null})),
        button(json!({"style": 5, "custom_id": null})),
        json!({"content": "c", "components": [row]}),
        json!({"content": "c", "components": [same, same]}),
        json!({"content": "c", "components": rows}),
        json!({"embeds": []}),
    ] {
        assert_eq!(said(&body).len(), 1, "{body}: {:?}", said(&body));
        let answer = json!({"type": 4, "data": body});
        let callback = check("POST", "/interactions/1/t/callback", Some(&answer), false);
        assert!(!callback.is_empty(), "{answer}");
    }
    let update = json!({"type": 7, "data": {"components": []}});
    assert!(check("POST", "/interactions/1/t/callback", Some(&update), false).is_empty());
}
