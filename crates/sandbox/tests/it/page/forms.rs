//! Forms that a bot asks somebody to fill in, and files.

use serde_json::json;
use tempfile::TempDir;

use super::playing::{answer, opened, say};

#[tokio::test]
async fn a_form_is_checked_and_sent() {
    let Some((_sandbox, mut bot, mut page)) = opened(&json!([])).await else {
        return;
    };
    let options = json!([{"label": "Tea", "value": "t"}, {"label": "Coffee", "value": "c"}]);
    let button = json!({"type": 2, "style": 1, "label": "Blue", "custom_id": "blue"});
    let rows = json!([{"type": 1, "components": [button]}]);
    say(&bot, &json!({"content": "Press", "components": rows})).await;
    page.press_text(".press", "Blue").await;
    let inputs = json!([
        {"type": 10, "content": "Tell us **more**."},
        {"type": 18, "label": "Your name", "component": {"type": 4, "custom_id": "name", "style": 1, "min_length": 2}},
        {"type": 18, "label": "Why", "description": "In a few words", "component": {"type": 4, "custom_id": "why", "style": 2, "required": false}},
        {"type": 18, "label": "Drink", "component": {"type": 3, "custom_id": "cup", "options": options}},
    ]);
    let form = json!({"type": 9, "data": {"custom_id": "form", "title": "About you", "components": inputs}});
    answer(&mut bot, &form).await;
    page.reads("dialog", "About you").await;
    page.picture("form").await;
    page.press("dialog [data-id=name]").await;
    page.type_text("A").await;
    page.press_text("dialog .press", "Submit").await;
    page.reads("dialog .failed", "too short").await;
    page.press("dialog [data-id=name]").await;
    page.type_text("nn").await;
    page.press("dialog .picker").await;
    page.press_text(".option", "Coffee").await;
    page.press_text("dialog .press", "Submit").await;
    page.picture("form-filled").await;
    let thanks = json!({"type": 4, "data": {"content": "Thanks!"}});
    let sent = answer(&mut bot, &thanks).await.to_string();
    assert!(
        sent.contains("\"Ann\"") || sent.contains("\"nnA\""),
        "{sent}"
    );
    assert!(sent.contains("[\"c\"]"), "{sent}");
    page.reads(".message", "Thanks!").await;
    page.until("!document.querySelector('dialog')").await;
}

#[tokio::test]
async fn a_form_has_choices_boxes_and_files() {
    let Some((_sandbox, mut bot, mut page)) = opened(&json!([])).await else {
        return;
    };
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("plan.txt");
    std::fs::write(&file, "a plan").unwrap();
    let button = json!({"type": 2, "style": 1, "label": "Order", "custom_id": "order"});
    let rows = json!([{"type": 1, "components": [button]}]);
    say(&bot, &json!({"content": "Hungry?", "components": rows})).await;
    page.press_text(".press", "Order").await;
    let options = json!([{"label": "Soup", "value": "s"}, {"label": "Bread", "value": "b"}, {"label": "Fish", "value": "f"}]);
    let label =
        |label: &str, component| json!({"type": 18, "label": label, "component": component});
    let inputs = json!([
        label(
            "One",
            json!({"type": 21, "custom_id": "one", "options": options})
        ),
        label(
            "Some",
            json!({"type": 22, "custom_id": "some", "options": options})
        ),
        label("Hot", json!({"type": 23, "custom_id": "hot"})),
        label("Plan", json!({"type": 19, "custom_id": "plan"})),
    ]);
    let form =
        json!({"type": 9, "data": {"custom_id": "meal", "title": "A meal", "components": inputs}});
    answer(&mut bot, &form).await;
    page.press_text("[data-id=one] .check", "Fish").await;
    page.press_text("[data-id=some] .check", "Soup").await;
    page.press_text("[data-id=some] .check", "Bread").await;
    page.press("[data-id=hot]").await;
    page.pick_file("[data-id=plan]", &file).await;
    page.picture("form-choices").await;
    page.press_text("dialog .press", "Submit").await;
    let thanks = json!({"type": 4, "data": {"content": "Enjoy"}});
    let sent = answer(&mut bot, &thanks).await;
    let given = |at: usize| &sent["data"]["components"][at]["component"];
    assert_eq!(given(0)["value"], "f");
    assert_eq!(given(1)["values"], json!(["s", "b"]));
    assert_eq!(given(2)["value"], true);
    let plan = given(3)["values"][0].as_str().unwrap();
    let attachment = &sent["data"]["resolved"]["attachments"][plan];
    assert_eq!(attachment["filename"], "plan.txt");
    page.reads(".message", "Enjoy").await;
}

#[tokio::test]
async fn files_go_with_messages_and_with_commands() {
    let upload = json!([{
        "type": 1, "name": "read", "description": "Reads a file",
        "options": [{"type": 11, "name": "file", "description": "What to read", "required": true}],
    }]);
    let Some((_sandbox, mut bot, mut page)) = opened(&upload).await else {
        return;
    };
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("notes.md");
    std::fs::write(&file, "# Notes").unwrap();
    page.pick_file("#composer input[type=file]", &file).await;
    page.reads(".file-bar", "notes.md").await;
    page.press("#text").await;
    page.type_text("my notes").await;
    page.key("Enter").await;
    page.reads(".message .file", "7 bytes").await;
    let said = bot.event("MESSAGE_CREATE").await;
    assert_eq!(said["author"]["username"], "ann");

    page.press("#text").await;
    page.type_text("/read ").await;
    page.pick_file("[data-option=file]", &file).await;
    page.press(".command .send").await;
    let read = json!({"type": 4, "data": {"content": "I read it"}});
    let used = answer(&mut bot, &read).await;
    let id = used["data"]["options"][0]["value"].as_str().unwrap();
    let url = used["data"]["resolved"]["attachments"][id]["url"].as_str();
    let fetched = bot.download(url.unwrap()).await;
    assert_eq!(fetched, (200, b"# Notes".to_vec()));
    page.reads(".message", "I read it").await;
}
