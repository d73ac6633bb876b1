//! A bot that uses everything: buttons, menus, forms, completion, layouts, files and other
//! languages, answered by protocol while the browser looks.

use discord_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::browser::{Browser, DESKTOP, PHONE};
use crate::client::Bot;
use crate::open;

pub(super) async fn opened(commands: &Value) -> Option<(Sandbox, Bot, Browser)> {
    // A bot that sends no heartbeats is not kept waiting for its turn.
    let turn = Browser::turn().await;
    let sandbox = open().await;
    let bot = Bot::log_in(&sandbox).await;
    let path = format!("/applications/{}/commands", bot.application());
    bot.put(&path, commands).await.ok();
    let browser = Browser::open_in(turn, &sandbox.url()).await?;
    Some((sandbox, bot, browser))
}

/// Answers the next interaction, and returns it.
pub(super) async fn answer(bot: &mut Bot, body: &Value) -> Value {
    let heard = bot.event("INTERACTION_CREATE").await;
    let (id, token) = (&heard["id"], &heard["token"]);
    let (id, token) = (id.as_str().unwrap(), token.as_str().unwrap());
    let path = format!("/interactions/{id}/{token}/callback");
    bot.post(&path, body).await.ok();
    heard
}

/// The address of a message that was deferred.
fn original(bot: &Bot, heard: &Value) -> String {
    let token = heard["token"].as_str().unwrap();
    format!("/webhooks/{}/{token}/messages/@original", bot.application())
}

pub(super) async fn say(bot: &Bot, body: &Value) -> Value {
    let path = format!("/channels/{}/messages", bot.channel("general"));
    bot.post(&path, body).await.ok()
}

#[tokio::test]
async fn buttons_menus_and_forms_reach_the_bot() {
    let Some((_sandbox, mut bot, mut page)) = opened(&json!([])).await else {
        return;
    };
    let buttons = [(1, "Blue"), (2, "Grey"), (3, "Green"), (4, "Red")];
    let buttons = buttons.map(
        |(style, label)| json!({"type": 2, "style": style, "label": label, "custom_id": label}),
    );
    let more = json!([
        {"type": 2, "style": 5, "label": "Link", "url": "https://example.com/"},
        {"type": 2, "style": 1, "label": "Off", "custom_id": "off", "disabled": true},
    ]);
    let options = json!([
        {"label": "Tea", "value": "t", "description": "with water"},
        {"label": "Coffee", "value": "c"}, {"label": "Milk", "value": "m"},
    ]);
    let menu = json!({"type": 3, "custom_id": "drink", "placeholder": "A drink", "min_values": 1, "max_values": 2, "options": options});
    let rows = json!([
        {"type": 1, "components": buttons}, {"type": 1, "components": more},
        {"type": 1, "components": [menu]},
        {"type": 1, "components": [{"type": 5, "custom_id": "who", "placeholder": "Somebody"}]},
    ]);
    say(&bot, &json!({"content": "Choose", "components": rows})).await;

    // A press changes the message.
    page.press_text(".press", "Green").await;
    let update = json!({"type": 7, "data": {"content": "Green it is"}});
    let pressed = answer(&mut bot, &update).await;
    assert_eq!(pressed["data"]["custom_id"], "Green");
    page.reads(".message", "Green it is").await;
    page.until("document.querySelector('.press[data-id=off]').disabled")
        .await;
    page.until("document.querySelector('a.press').rel === 'noopener noreferrer'")
        .await;

    // A menu for several choices is sent when it is closed.
    page.press("[data-id=drink]").await;
    page.press_text(".option", "Tea").await;
    page.press_text(".option", "Milk").await;
    page.picture("menu-open").await;
    page.key("Escape").await;
    let private = json!({"type": 4, "data": {"content": "Here you are", "flags": 64}});
    let chosen = answer(&mut bot, &private).await;
    assert_eq!(chosen["data"]["values"], json!(["t", "m"]));
    page.reads(".message.private", "Here you are").await;
    page.press("[data-id=who]").await;
    page.press_text(".option", "@ben").await;
    let noted = answer(&mut bot, &json!({"type": 6})).await;
    assert!(noted["data"]["resolved"]["users"].is_object());
}

#[tokio::test]
async fn a_command_has_options_of_every_kind_and_names_in_every_language() {
    let option = |kind: u64, name: &str| json!({"type": kind, "name": name, "description": name});
    let mut topic = option(3, "topic");
    topic["required"] = json!(true);
    topic["autocomplete"] = json!(true);
    topic["name_localizations"] = json!({"sv-SE": "ämne"});
    let mut colour = option(3, "colour");
    colour["choices"] = json!([{"name": "Red", "value": "r"}, {"name": "Blue", "value": "b"}]);
    let find = json!({
        "type": 1, "name": "find", "description": "Finds something",
        "name_localizations": {"sv-SE": "hitta"},
        "description_localizations": {"sv-SE": "Hittar något"},
        "options": [topic, colour, option(4, "count"), option(5, "loud"), option(6, "who"), option(7, "where"), option(11, "file")],
    });
    let look = json!({"type": 3, "name": "Look it up", "name_localizations": {"sv-SE": "Slå upp"}});
    let greet = json!({"type": 2, "name": "Greet"});
    let Some((sandbox, mut bot, mut page)) = opened(&json!([find, look, greet])).await else {
        return;
    };
    page.press("#text").await;
    page.type_text("/find ").await;
    page.reads(".command-name", "/find").await;
    let choices = json!({"type": 8, "data": {"choices": [{"name": "Harbours", "value": "h1"}]}});
    let asked = answer(&mut bot, &choices).await;
    assert_eq!(asked["type"], 4);
    page.reads(".command .suggestion", "Harbours").await;
    page.picture("completion").await;
    page.key("Enter").await;
    for name in ["colour", "count", "loud", "who", "where"] {
        page.press_text(".add-option", name).await;
    }
    page.choose("[data-option=colour]", "Blue").await;
    page.press("[data-option=count]").await;
    page.type_text("7").await;
    page.choose("[data-option=loud]", "True").await;
    page.choose("[data-option=who]", "@ben").await;
    page.choose("[data-option=where]", "#questions").await;
    page.picture("options").await;
    page.press(".command .send").await;
    let used = answer(&mut bot, &json!({"type": 5})).await;
    page.reads(".thinking", "guide is thinking").await;
    let given = used["data"]["options"].as_array().unwrap();
    let value = |name: &str| given.iter().find(|it| it["name"] == name).unwrap()["value"].clone();
    assert_eq!(value("topic"), "h1");
    assert_eq!(value("colour"), "b");
    assert_eq!(value("count"), 7);
    assert_eq!(value("loud"), true);
    assert_eq!(value("who"), json!(sandbox.member("ben").id()));
    let found = json!({"content": "Found <t:0:D>", "allowed_mentions": {"parse": []}});
    bot.patch(&original(&bot, &used), &found).await.ok();
    page.reads(".message", "Found January 1, 1970").await;

    // In Swedish everything is called otherwise, and the bot is told the language.
    page.choose("#language", "Svenska").await;
    page.reads(".message", "Found 1 januari 1970").await;
    page.press("#text").await;
    page.type_text("/hit").await;
    page.reads(".suggestion", "Hittar något").await;
    page.picture("swedish").await;
    page.key("Escape").await;
    page.value("document.getElementById('text').value = ''")
        .await;
    page.menu_of(".message .text", "Found").await;
    page.press_text(".menu [role=menuitem]", "Slå upp").await;
    let text = json!({"type": 4, "data": {"content": "Upp", "flags": 64}});
    let picked = answer(&mut bot, &text).await;
    assert_eq!(picked["data"]["name"], "Look it up");
    assert_eq!(picked["locale"], "sv-SE");
    page.reads(".message.private", "Upp").await;

    // Somebody's menu has the commands for people.
    page.press_text("#members .member", "ben").await;
    page.press_text(".menu [role=menuitem]", "Greet").await;
    let hello = json!({"type": 4, "data": {"content": "Hello ben"}});
    let greeted = answer(&mut bot, &hello).await;
    assert_eq!(
        greeted["data"]["target_id"],
        json!(sandbox.member("ben").id())
    );
    page.reads(".message", "Hello ben").await;

    // Who does not answer is said not to.
    page.press_text("#members .member", "ben").await;
    page.press_text(".menu [role=menuitem]", "Greet").await;
    bot.event("INTERACTION_CREATE").await;
    page.reads(".notice.bad", "The application did not respond")
        .await;
}

#[tokio::test]
async fn embeds_layouts_and_files_look_as_they_should() {
    let Some((_sandbox, bot, mut page)) = opened(&json!([])).await else {
        return;
    };
    let embed = json!({
        "title": "A title", "url": "https://example.com/", "color": 0x00_2f_8f_6b,
        "description": "# Large\nText with `code` and [a link](https://example.com/a).",
        "author": {"name": "Somebody"},
        "fields": [
            {"name": "One", "value": "1", "inline": true}, {"name": "Two", "value": "2", "inline": true},
            {"name": "Long", "value": "> quoted\n- item"},
        ],
        "image": {"url": "https://example.com/picture.png"}, "footer": {"text": "Below"},
    });
    say(&bot, &json!({"content": "See:", "embeds": [embed]})).await;
    let layout = json!({"flags": 32768, "components": [{
        "type": 17, "accent_color": 0x00_5b_64_e8, "components": [
            {"type": 10, "content": "## In a container\n-# small"},
            {"type": 14},
            {"type": 9, "components": [{"type": 10, "content": "Beside a button"}],
             "accessory": {"type": 2, "style": 2, "label": "Press", "custom_id": "p"}},
            {"type": 1, "components": [{"type": 2, "style": 3, "label": "Go", "custom_id": "g"}]},
        ],
    }]});
    say(&bot, &layout).await;
    let path = format!("/channels/{}/messages", bot.channel("general"));
    let file: &[(&str, &[u8])] = &[("notes.txt", b"some notes")];
    bot.upload(&path, &json!({"content": "A file"}), file)
        .await
        .ok();
    page.reads(".embed-title a", "A title").await;
    page.reads(".embed .elsewhere", "example.com; not loaded here")
        .await;
    page.reads(".container h4", "In a container").await;
    page.reads(".file", "10 bytes").await;
    for (name, window) in [
        ("looks-light", DESKTOP),
        ("looks-dark", DESKTOP.dark()),
        ("looks-phone", PHONE),
        ("looks-phone-dark", PHONE.dark()),
    ] {
        page.resize(window).await;
        page.until("document.documentElement.scrollWidth <= innerWidth")
            .await;
        page.picture(name).await;
    }
}

#[tokio::test]
async fn forums_threads_and_direct_messages_are_places_like_others() {
    let Some((sandbox, _bot, mut page)) = opened(&json!([])).await else {
        return;
    };
    page.press_text("#sidebar .channel", "help").await;
    page.press_text(".forum .press", "New post").await;
    page.press("dialog input[type=text]").await;
    page.type_text("How does it work?").await;
    page.press("dialog textarea").await;
    page.type_text("I have **no** idea.").await;
    page.press_text("dialog .check", "Question").await;
    page.press_text("dialog .press", "Post").await;
    page.reads("#header h1", "How does it work?").await;
    page.reads(".message strong", "no").await;
    page.press_text("#header .plainlink", "help").await;
    page.reads(".post", "Question").await;
    page.reads(".post", "0 answers").await;
    page.picture("forum").await;

    page.press_text("#sidebar .channel", "general").await;
    page.press("#text").await;
    page.type_text("Let us talk").await;
    page.key("Enter").await;
    page.menu_of(".message .text", "Let us talk").await;
    page.press_text(".menu [role=menuitem]", "Create thread")
        .await;
    page.reads("#header h1", "Let us talk").await;
    page.press("#text").await;
    page.type_text("in here").await;
    page.key("Enter").await;
    page.reads(".message", "in here").await;
    page.press_text("#sidebar .channel", "general").await;
    page.reads(".thread-card", "1 message").await;

    page.press("button[aria-label='Direct messages']").await;
    page.reads("#header h1", "guide").await;
    page.press("#text").await;
    page.type_text("hello, bot").await;
    page.key("Enter").await;
    page.reads(".message", "hello, bot").await;
    let ann = sandbox.member("ann");
    assert_eq!(ann.sees(ann.direct().unwrap())[0].text, "hello, bot");
}

#[tokio::test]
async fn the_drawer_shows_what_passes_and_makes_trouble() {
    let Some((sandbox, mut bot, mut page)) = opened(&json!([])).await else {
        return;
    };
    page.until("document.getElementById('drawer').hidden").await;
    page.press("#drawer-switch").await;
    page.reads(".entry.event", "READY").await;
    page.press_text(".faults .press", "Rate-limit").await;
    page.reads(".notice", "2 s").await;
    let path = format!("/channels/{}/messages", bot.channel("general"));
    let refused = bot.post(&path, &json!({"content": "hello"})).await;
    assert_eq!(refused.status, 429);
    page.reads(".entry.bad", "429").await;
    page.press_text(".entry.bad summary", "429").await;
    page.reads(".entry.bad pre", "retry_after").await;
    let too_long = bot.post(&path, &json!({"content": "x".repeat(2001)})).await;
    assert_eq!(too_long.status, 400);
    page.reads(".entry.bad .status", "400").await;
    say(&bot, &json!({"content": "well"})).await;
    page.reads(".entry.event", "MESSAGE_CREATE").await;
    page.picture("drawer").await;
    let whole = page
        .value("document.getElementById('drawer').textContent")
        .await;
    assert!(
        !whole.as_str().unwrap().contains("Bot "),
        "a token is shown"
    );
    let whole = whole.as_str().unwrap();
    assert!(!whole.contains(&sandbox.token()), "a token is shown");

    // An answer that takes too long is none, and its bot is told so.
    let ping = json!([{"type": 1, "name": "ping", "description": "Ping"}]);
    let commands = format!("/applications/{}/commands", bot.application());
    bot.put(&commands, &ping).await.ok();
    page.until("document.querySelector('#text')").await;
    page.press("#text").await;
    page.type_text("/pi").await;
    page.reads(".suggestion", "ping").await;
    page.key("Enter").await;
    page.press(".command .send").await;
    let used = answer(&mut bot, &json!({"type": 5})).await;
    page.reads(".thinking", "guide is thinking").await;
    page.press_text(".faults .press", "15 minutes forward")
        .await;
    page.reads(".message .failed", "The application did not respond")
        .await;
    let late = bot
        .patch(&original(&bot, &used), &json!({"content": "late"}))
        .await;
    assert_eq!(late.refused(), (401, 50_027));
    page.press_text(".faults .press", "Drop the socket").await;
    page.reads(".entry.bad", "DROPPED").await;
}
