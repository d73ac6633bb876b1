//! Commands.

use std::time::Duration;

use serde_json::{Value, json};

use super::super::InteractionOutcome;
use super::{began, follow_up, problem, register, respond, sandbox};

fn search() -> Value {
    json!({
        "name": "search", "description": "Search",
        "options": [
            { "name": "text", "description": "Text", "type": 3, "required": true, "max_length": 5 },
            { "name": "pages", "description": "Pages", "type": 4, "min_value": 1, "max_value": 9 },
            { "name": "by", "description": "Author", "type": 6 },
            { "name": "in", "description": "ChannelRef", "type": 7, "channel_types": [0] },
            {
                "name": "order", "description": "Order", "type": 3,
                "choices": [{ "name": "Newest", "value": "new" }],
            },
            { "name": "tag", "description": "Tag", "type": 3, "autocomplete": true },
            { "name": "file", "description": "File", "type": 11 },
        ],
    })
}

#[tokio::test]
async fn options_are_checked_as_they_are_declared() {
    let sandbox = sandbox().await;
    register(&sandbox, &[search()]);
    let ann = sandbox.member("ann");
    let search = |options: Value| ann.slash("general", "search", &options);
    for (options, option) in [
        (json!({}), "text"),
        (json!({ "text": "" }), "text"),
        (json!({ "text": "too long" }), "text"),
        (json!({ "text": 5 }), "text"),
        (json!({ "text": "a", "pages": 10 }), "pages"),
        (json!({ "text": "a", "pages": 1.5 }), "pages"),
        (json!({ "text": "a", "by": "nobody" }), "by"),
        (json!({ "text": "a", "in": "help" }), "in"),
        (json!({ "text": "a", "in": "staff" }), "in"),
        (json!({ "text": "a", "order": "old" }), "order"),
        (json!({ "text": "a", "file": "1" }), "file"),
        (json!({ "text": "a", "colour": "red" }), "colour"),
    ] {
        let problem = problem(search(options.clone()));
        assert!(problem.contains(option), "{options} {problem}");
    }
    let file = ann.file("list.txt", b"one");
    let all = json!({
        "text": "a", "pages": 9, "by": "ben", "in": "general", "order": "Newest", "file": file,
    });
    assert!(search(all).is_ok());
    let unknown = ann.slash("general", "find", &json!({})).unwrap_err();
    assert_eq!(unknown.code(), 10_063);
}

#[tokio::test]
async fn a_subcommand_is_named_after_its_command() {
    let sandbox = sandbox().await;
    let set = json!({
        "name": "set", "description": "Set", "type": 1,
        "options": [{ "name": "on", "description": "On", "type": 5, "required": true }],
    });
    let group = json!({ "name": "sound", "description": "S", "type": 2, "options": [set] });
    let config = json!({ "name": "config", "description": "C", "options": [group] });
    register(&sandbox, &[config]);
    let ann = sandbox.member("ann");
    let on = json!({ "on": true });
    assert!(ann.slash("general", "config sound set", &on).is_ok());
    problem(ann.slash("general", "config", &on));
    problem(ann.slash("general", "config sound", &on));
    assert!(ann.slash("general", "config sound get", &on).is_err());
}

#[tokio::test]
async fn only_an_option_that_has_it_is_completed() {
    let sandbox = sandbox().await;
    register(&sandbox, &[search()]);
    let ann = sandbox.member("ann");
    let typed = json!({ "text": "a", "tag": "r" });
    let none = ann.autocomplete("general", "search", &typed, "text");
    problem(none);
    let typing = ann
        .autocomplete("general", "search", &typed, "tag")
        .unwrap();
    let message = json!({ "type": 4, "data": { "content": "red" } });
    assert_eq!(
        respond(&sandbox, &typing, &message).unwrap_err().code,
        50_035,
        "only choices complete an option"
    );
    let choices = json!({ "type": 8, "data": { "choices": [{ "name": "Red", "value": "r" }] } });
    respond(&sandbox, &typing, &choices).unwrap();
    assert_eq!(ann.choices_of(&typing).await.unwrap(), ["Red"]);
}

#[tokio::test]
async fn a_bot_that_says_nothing_did_not_respond() {
    let sandbox = sandbox().await;
    register(
        &sandbox,
        &[json!({ "name": "ping", "description": "Ping" })],
    );
    let ann = sandbox.member("ann");
    let ping = || ann.slash("general", "ping", &json!({})).unwrap();
    let thinking = json!({ "type": 5 });
    let (in_time, late) = (ping(), ping());
    assert_eq!(ann.outcome_of(&late), InteractionOutcome::Waiting);
    respond(&sandbox, &in_time, &thinking).unwrap();
    assert_eq!(ann.outcome_of(&in_time), InteractionOutcome::Thinking);
    assert!(ann.sees("general")[0].is_thinking);
    sandbox.advance(Duration::from_secs(4));
    assert_eq!(ann.outcome_of(&late), InteractionOutcome::Failed);
    let error = respond(&sandbox, &late, &thinking).unwrap_err();
    assert_eq!(error.code, 10_062);
    assert!(follow_up(&sandbox, &in_time).is_ok());
    sandbox.advance(Duration::from_secs(15 * 60));
    assert_eq!(follow_up(&sandbox, &in_time).unwrap_err().code, 50_027);
}

#[tokio::test]
async fn the_first_message_after_thinking_takes_its_place() {
    let sandbox = sandbox().await;
    register(
        &sandbox,
        &[json!({ "name": "ping", "description": "Ping" })],
    );
    let (ann, ben) = (sandbox.member("ann"), sandbox.member("ben"));
    let ping = ann.slash("general", "ping", &json!({})).unwrap();
    let private = json!({ "type": 5, "data": { "flags": 64 } });
    respond(&sandbox, &ping, &private).unwrap();
    follow_up(&sandbox, &ping).unwrap();
    let answer = ann.answer_to(&ping).await.unwrap();
    assert_eq!((answer.text.as_str(), answer.is_private), ("more", true));
    follow_up(&sandbox, &ping).unwrap();
    assert_eq!(ann.messages_of(&ping).len(), 2);
    assert_eq!(ben.sees("general").len(), 1, "only the second is public");
    ann.delete(&answer).unwrap();
    assert_eq!(ann.messages_of(&ping).len(), 1);
}

#[tokio::test]
async fn administrators_say_who_may_use_a_command() {
    let sandbox = sandbox().await;
    let purge = json!({
        "name": "purge", "description": "Purge", "default_member_permissions": "8192",
    });
    let halt = json!({
        "name": "halt", "description": "Halt", "default_member_permissions": "0",
    });
    register(&sandbox, &[purge, halt]);
    let (ann, helper) = (sandbox.member("ann"), sandbox.helper());
    let uses = |person: &super::super::Person, name: &str| {
        let used = person.slash("general", name, &json!({}));
        used.map_or_else(|refused| refused.code(), |_| 0)
    };
    assert_eq!((uses(&ann, "purge"), uses(&ann, "halt")), (50_013, 50_013));
    assert_eq!((uses(&helper, "purge"), uses(&helper, "halt")), (0, 50_013));
    assert_eq!(uses(&sandbox.admin(), "halt"), 0);
    sandbox.allow_command("purge", &ann).unwrap();
    assert_eq!((uses(&ann, "purge"), uses(&ann, "halt")), (0, 50_013));
}

#[tokio::test]
async fn an_application_goes_with_the_person_who_installed_it() {
    let sandbox = sandbox().await;
    let lookup = json!({
        "name": "lookup", "description": "L", "integration_types": [1], "contexts": [0, 1, 2],
    });
    register(&sandbox, &[lookup]);
    let (ann, ben) = (sandbox.member("ann"), sandbox.member("ben"));
    sandbox.install_for(&ann);
    assert!(ben.slash("general", "lookup", &json!({})).is_err());
    assert!(ann.slash("general", "lookup", &json!({})).is_ok());

    let between = sandbox.platform.world.change(|state| {
        let opened = state.open_direct(ann.id(), ben.id());
        opened.unwrap().id
    });
    let used = ann.slash(between, "lookup", &json!({})).unwrap();
    let hello = json!({ "type": 4, "data": { "content": "hello" } });
    respond(&sandbox, &used, &hello).unwrap();
    for _ in 0..5 {
        follow_up(&sandbox, &used).unwrap();
    }
    assert_eq!(follow_up(&sandbox, &used).unwrap_err().code, 40_094);
    assert_eq!(began(&sandbox, &used).follow_ups, 5);
    assert_eq!(ben.sees(between).len(), 6);
}

#[tokio::test]
async fn a_message_command_is_used_on_a_message() {
    let sandbox = sandbox().await;
    register(&sandbox, &[json!({ "name": "Find articles", "type": 3 })]);
    let (ann, helper) = (sandbox.member("ann"), sandbox.helper());
    let said = ann.say("general", "How?").unwrap();
    let used = helper.context_menu(&said, "Find articles").unwrap();
    let private = json!({ "type": 4, "data": { "content": "here", "flags": 64 } });
    respond(&sandbox, &used, &private).unwrap();
    assert!(helper.answer_to(&used).await.unwrap().is_private);
    assert_eq!(ann.sees("general").len(), 1);
    let hidden = helper.say("staff", "between us").unwrap();
    assert!(ann.context_menu(&hidden, "Find articles").is_err());
}
