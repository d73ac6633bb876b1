//! Commands, and the choices of their options.

use serde_json::{Value, json};

use super::super::*;
use super::{edge, interaction_response, refusals, x};

fn with(key: &str, value: &Value) -> Value {
    let mut command = json!({"name": "ask", "description": "d"});
    command[key] = value.clone();
    command
}

fn option(kind: u64, key: &str, value: &Value) -> Value {
    let mut option = json!({"type": kind, "name": "o", "description": "d"});
    option[key] = value.clone();
    with("options", &json!([option]))
}

#[test]
fn names_and_descriptions_have_limits() {
    edge(
        command,
        &with("name", &json!(x(32))),
        &with("name", &json!(x(33))),
        "name BASE_TYPE_BAD_LENGTH",
    );
    edge(
        command,
        &with("description", &json!(x(100))),
        &with("description", &json!(x(101))),
        "description BASE_TYPE_BAD_LENGTH",
    );
    for bad in ["Ask", "a b", "a.b", "a/b", "😀"] {
        assert_eq!(
            refusals(command(&with("name", &json!(bad)))),
            ["name APPLICATION_COMMAND_INVALID_NAME"],
            "{bad}"
        );
    }
    for good in [
        "ask",
        "frag-mich",
        "fråga",
        "質問",
        "पूछें",
        "ถามหน่อย",
        "o'b_2",
    ] {
        assert!(command(&with("name", &json!(good))).is_ok(), "{good}");
    }
    for missing in [
        json!({"name": "a"}),
        json!({"name": "a", "description": ""}),
    ] {
        assert_eq!(
            refusals(command(&missing)),
            ["description BASE_TYPE_REQUIRED"]
        );
    }
    assert_eq!(
        refusals(command(&json!({"description": "d"}))),
        ["name BASE_TYPE_REQUIRED"]
    );
}

#[test]
fn translations_keep_the_rules_of_what_they_translate() {
    edge(
        command,
        &with("name_localizations", &json!({"sv-SE": "fråga", "de": null})),
        &with("name_localizations", &json!({"sv-SE": "Fråga"})),
        "name_localizations.sv-SE APPLICATION_COMMAND_INVALID_NAME",
    );
    assert_eq!(
        refusals(command(&with(
            "description_localizations",
            &json!({"xx": "d"})
        ))),
        ["description_localizations.xx ENUM_TYPE_COERCE"]
    );
}

#[test]
fn options_have_limits() {
    let options = |count: usize| {
        let list: Vec<_> = (0..count)
            .map(|n| json!({"type": 3, "name": format!("o{n}"), "description": "d"}))
            .collect();
        with("options", &json!(list))
    };
    edge(
        command,
        &options(25),
        &options(26),
        "options BASE_TYPE_MAX_LENGTH",
    );

    let choices = |count: usize, name: usize, value: usize| {
        let list: Vec<_> = (0..count)
            .map(|n| json!({"name": format!("{n:02}{}", x(name - 2)), "value": x(value)}))
            .collect();
        option(3, "choices", &json!(list))
    };
    let fine = choices(25, 100, 100);
    edge(
        command,
        &fine,
        &choices(26, 3, 3),
        "options.0.choices BASE_TYPE_MAX_LENGTH",
    );
    edge(
        command,
        &fine,
        &choices(1, 101, 1),
        "options.0.choices.0.name BASE_TYPE_BAD_LENGTH",
    );
    edge(
        command,
        &fine,
        &choices(1, 3, 101),
        "options.0.choices.0.value BASE_TYPE_MAX_LENGTH",
    );
    edge(
        command,
        &option(3, "max_length", &json!(6000)),
        &option(3, "max_length", &json!(6001)),
        "options.0.max_length NUMBER_TYPE_MAX",
    );
}

#[test]
fn a_bound_of_whole_numbers_is_whole_however_it_is_written() {
    edge(
        command,
        &option(4, "min_value", &json!(1.0)),
        &option(4, "min_value", &json!(1.5)),
        "options.0.min_value NUMBER_TYPE_COERCE",
    );
}

#[test]
fn options_fit_together() {
    let string = |name: &str, required: bool| json!({"type": 3, "name": name, "description": "d", "required": required});
    let sub =
        |options: Value| json!({"type": 1, "name": "s", "description": "d", "options": options});
    let group =
        |options: Value| json!({"type": 2, "name": "g", "description": "d", "options": options});
    for (options, refused) in [
        (
            json!([string("a", false), string("b", true)]),
            "options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        ),
        (
            json!([string("a", true), string("a", true)]),
            "options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
        ),
        (
            json!([string("a", true), sub(json!([]))]),
            "options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
        ),
        (
            json!([sub(json!([sub(json!([]))]))]),
            "options.0.options.0 APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
        ),
        (
            json!([group(json!([string("a", true)]))]),
            "options.0.options.0 APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
        ),
        (
            json!([{"type": 3, "name": "a"}]),
            "options.0.description BASE_TYPE_REQUIRED",
        ),
        (
            json!([{"type": 12, "name": "a", "description": "d"}]),
            "options.0.type BASE_TYPE_CHOICES",
        ),
        (
            json!([{"type": 5, "name": "a", "description": "d", "autocomplete": true}]),
            "options.0 APPLICATION_COMMAND_AUTOCOMPLETE_OPTION_TYPE_INVALID",
        ),
        (
            json!([{"type": 4, "name": "a", "description": "d", "choices": [{"name": "x", "value": "y"}]}]),
            "options.0.choices.0.value NUMBER_TYPE_COERCE",
        ),
    ] {
        let body = with("options", &options);
        assert_eq!(refusals(command(&body)), [refused], "{body}");
    }
    let deep = json!([group(json!([sub(json!([
        string("a", true),
        string("b", false)
    ]))]))]);
    assert!(command(&with("options", &deep)).is_ok());
}

#[test]
fn a_command_has_8000_characters_and_its_longest_translation_counts() {
    let command_of = |last: usize| {
        let choice =
            |n: usize, length: usize| json!({"name": format!("{n:03}"), "value": x(length)});
        let options: Vec<_> = (0..4)
            .map(|o| {
                let mut choices: Vec<_> = (0..19).map(|n| choice(n, 97)).collect();
                if o == 0 {
                    choices.push(choice(99, last));
                }
                json!({"type": 3, "name": format!("o{o}"), "description": "d",
                       "description_localizations": {"de": x(75)}, "choices": choices})
            })
            .collect();
        json!({"name": "n", "description": "d", "options": options})
    };
    let others = 2 + 4 * (2 + 75 + 19 * 100) + 3;
    let last = 8000 - others;
    edge(
        command,
        &command_of(last),
        &command_of(last + 1),
        "APPLICATION_COMMAND_TOO_LARGE",
    );
}

#[test]
fn an_application_has_so_many_commands() {
    let list = |kind: u64, count: usize| {
        let list: Vec<_> = (0..count)
            .map(|n| {
                let mut command = json!({"type": kind, "name": format!("c{n}")});
                if kind == 1 {
                    command["description"] = json!("d");
                }
                command
            })
            .collect();
        json!(list)
    };
    edge(commands, &list(1, 100), &list(1, 101), "30032");
    edge(commands, &list(2, 15), &list(2, 16), "30032");
    edge(commands, &list(3, 15), &list(3, 16), "30032");
    let twice = json!([with("name", &json!("a")), with("name", &json!("a"))]);
    assert_eq!(
        refusals(commands(&twice)),
        ["1 APPLICATION_COMMANDS_DUPLICATE_NAME"]
    );
    let menu_beside = json!([with("name", &json!("a")), {"type": 3, "name": "a"}]);
    assert!(commands(&menu_beside).is_ok());
    let second_bad =
        json!([with("name", &json!("a")), {"type": 1, "name": "B", "description": "d"}]);
    assert_eq!(
        refusals(commands(&second_bad)),
        ["1.name APPLICATION_COMMAND_INVALID_NAME"]
    );
}

#[test]
fn context_menus_have_a_name_and_nothing_else() {
    assert!(command(&json!({"type": 3, "name": "Find Articles"})).is_ok());
    for (body, refused) in [
        (
            json!({"type": 3, "name": "a", "description": "d"}),
            "description APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID",
        ),
        (
            json!({"type": 2, "name": "a", "options": [{}]}),
            "options APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID",
        ),
        (json!({"type": 2, "name": ""}), "name BASE_TYPE_BAD_LENGTH"),
    ] {
        assert_eq!(refusals(command(&body)), [refused], "{body}");
    }
}

#[test]
fn where_a_command_works_is_a_set() {
    assert!(command(&with("contexts", &json!([0, 1, 2]))).is_ok());
    assert!(command(&with("default_member_permissions", &json!("32"))).is_ok());
    assert_eq!(
        refusals(command(&with("contexts", &json!([3])))),
        ["contexts.0 BASE_TYPE_CHOICES"]
    );
    assert_eq!(
        refusals(command(&with("integration_types", &json!([1, 1])))),
        ["integration_types.1 SET_TYPE_ALREADY_CONTAINS_VALUE"]
    );
    assert_eq!(
        refusals(command(&with("default_member_permissions", &json!("all")))),
        ["default_member_permissions NUMBER_TYPE_COERCE"]
    );
}

#[test]
fn an_edit_may_leave_everything_out() {
    assert!(command_edit(&json!({}), 1).is_ok());
    assert_eq!(
        refusals(command_edit(&json!({"name": "A"}), 1)),
        ["name APPLICATION_COMMAND_INVALID_NAME"]
    );
    assert!(command_edit(&json!({"name": "A"}), 2).is_ok());
}

#[test]
fn an_autocompletion_offers_25_choices() {
    let choices = |count: usize, name: usize, value: &Value| json!({"type": 8, "data": {"choices": vec![json!({"name": x(name), "value": value}); count]}});
    let fine = choices(25, 100, &json!(x(100)));
    for (refused, at) in [
        (
            choices(26, 1, &json!("v")),
            "data.choices BASE_TYPE_MAX_LENGTH",
        ),
        (
            choices(1, 101, &json!("v")),
            "data.choices.0.name BASE_TYPE_BAD_LENGTH",
        ),
        (
            choices(1, 1, &json!(x(101))),
            "data.choices.0.value BASE_TYPE_MAX_LENGTH",
        ),
        (
            choices(1, 1, &json!([])),
            "data.choices.0.value STRING_TYPE_CONVERT",
        ),
    ] {
        edge(interaction_response, &fine, &refused, at);
    }
    assert!(interaction_response(&choices(1, 1, &json!(4.5))).is_ok());
}
