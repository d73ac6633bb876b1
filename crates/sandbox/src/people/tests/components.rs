//! Buttons, menus and forms.

use serde_json::{Value, json};

use super::super::{InteractionOutcome, SeenMessage};
use super::{problem, register, respond, sandbox};
use crate::Sandbox;

/// The bot shows components to ann.
async fn shown(sandbox: &Sandbox, components: Value) -> SeenMessage {
    register(sandbox, &[json!({ "name": "menu", "description": "M" })]);
    let ann = sandbox.member("ann");
    let asked = ann.slash("general", "menu", &json!({})).unwrap();
    let row = json!([{ "type": 1, "components": components }]);
    let answer = json!({ "type": 4, "data": { "content": "choose", "components": row } });
    respond(sandbox, &asked, &answer).unwrap();
    ann.answer_to(&asked).await.unwrap()
}

#[tokio::test]
async fn a_button_works_unless_it_is_disabled_or_a_link() {
    let sandbox = sandbox().await;
    let buttons = json!([
        { "type": 2, "style": 1, "label": "More", "custom_id": "more:1" },
        { "type": 2, "style": 1, "label": "Less", "custom_id": "less:1", "disabled": true },
        { "type": 2, "style": 5, "label": "Read", "url": "https://town.example" },
    ]);
    let message = shown(&sandbox, buttons).await;
    let ann = sandbox.member("ann");
    assert_eq!(message.buttons.len(), 3);
    let pressed = ann.click(&message, "More").unwrap();
    assert!(ann.click(&message, "more:1").is_ok());
    problem(ann.click(&message, "Less"));
    problem(ann.click(&message, "Read"));
    problem(ann.click(&message, "Nothing"));
    respond(&sandbox, &pressed, &json!({ "type": 6 })).unwrap();
    assert_eq!(ann.outcome_of(&pressed), InteractionOutcome::Acknowledged);
    let again = ann.click(&message, "More").unwrap();
    let update = json!({ "type": 7, "data": { "content": "more", "components": [] } });
    respond(&sandbox, &again, &update).unwrap();
    let changed = ann.looks_again(&message).unwrap();
    assert_eq!((changed.text.as_str(), changed.buttons.len()), ("more", 0));
    problem(ann.click(&changed, "More"));
}

#[tokio::test]
async fn a_menu_takes_as_many_of_its_options_as_it_says() {
    let sandbox = sandbox().await;
    let option = |name: &str| json!({ "label": name, "value": name.to_lowercase() });
    let options = ["One", "Two", "Three"].map(option);
    let menu = json!([{
        "type": 3, "custom_id": "pick", "options": options, "min_values": 1, "max_values": 2,
    }]);
    let message = shown(&sandbox, menu).await;
    let ann = sandbox.member("ann");
    let pick = |values: &[&str]| ann.select(&message, "pick", values);
    assert!(pick(&["One"]).is_ok());
    assert!(pick(&["one", "Three"]).is_ok());
    problem(pick(&[]));
    problem(pick(&["One", "Two", "Three"]));
    problem(pick(&["Four"]));
    problem(ann.select(&message, "other", &["One"]));
}

#[tokio::test]
async fn a_form_is_checked_before_it_is_sent() {
    let sandbox = sandbox().await;
    let button = json!([{ "type": 2, "style": 1, "label": "Tell", "custom_id": "tell" }]);
    let message = shown(&sandbox, button).await;
    let ann = sandbox.member("ann");
    let pressed = ann.click(&message, "Tell").unwrap();
    let input = json!({ "type": 4, "custom_id": "why", "style": 1, "max_length": 10 });
    let label = json!({ "type": 18, "label": "Why?", "component": input });
    let form = json!({
        "type": 9, "data": { "custom_id": "form", "title": "Tell us", "components": [label] },
    });
    respond(&sandbox, &pressed, &form).unwrap();
    let shown = ann.form_of(&pressed).await.unwrap();
    assert_eq!(shown["title"], "Tell us");
    problem(ann.submit(&pressed, &json!({})));
    problem(ann.submit(&pressed, &json!({ "why": "far too long" })));
    problem(ann.submit(&pressed, &json!({ "why": "so", "how": "so" })));
    let sent = ann.submit(&pressed, &json!({ "why": "because" })).unwrap();
    let another = json!({ "type": 9, "data": {} });
    assert!(respond(&sandbox, &sent, &another).is_err(), "no form twice");
    let update = json!({ "type": 7, "data": { "content": "thanks", "components": [] } });
    respond(&sandbox, &sent, &update).unwrap();
    assert_eq!(ann.looks_again(&message).unwrap().text, "thanks");
}

#[tokio::test]
async fn what_one_person_sees_another_cannot_press() {
    let sandbox = sandbox().await;
    register(&sandbox, &[json!({ "name": "menu", "description": "M" })]);
    let (ann, ben) = (sandbox.member("ann"), sandbox.member("ben"));
    let asked = ann.slash("general", "menu", &json!({})).unwrap();
    let button = json!({ "type": 2, "style": 1, "label": "Mine", "custom_id": "mine" });
    let row = json!([{ "type": 1, "components": [button] }]);
    let answer = json!({ "type": 4, "data": { "components": row, "flags": 64 } });
    respond(&sandbox, &asked, &answer).unwrap();
    let message = ann.answer_to(&asked).await.unwrap();
    assert!(ann.click(&message, "Mine").is_ok());
    assert_eq!(ben.click(&message, "Mine").unwrap_err().code(), 10_008);
}
