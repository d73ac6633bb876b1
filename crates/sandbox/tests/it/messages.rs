//! Messages of a bot: written, read, edited, deleted, and refused at every limit.

use serde_json::{Value, json};

use crate::client::Bot;
use crate::open;

fn x(count: usize) -> String {
    "x".repeat(count)
}

#[tokio::test]
async fn a_message_is_written_read_edited_and_deleted() {
    let sandbox = open().await;
    let mut bot = Bot::log_in(&sandbox).await;
    let path = format!("/channels/{}/messages", bot.channel("general"));
    let written = bot
        .post(
            &path,
            &json!({
                "content": "first", "embeds": [{"title": "t", "description": "d"}],
                "components": [{"type": 1, "components": [
                    {"type": 2, "style": 1, "label": "l", "custom_id": "c"}
                ]}],
            }),
        )
        .await
        .ok();
    assert_eq!(written["author"]["id"], bot.me());
    assert_eq!(written["embeds"][0]["type"], "rich");
    assert_eq!(written["edited_timestamp"], Value::Null);
    let seen = bot.event("MESSAGE_CREATE").await;
    assert_eq!(
        (&seen["id"], &seen["content"]),
        (&written["id"], &json!("first"))
    );
    assert_eq!(seen["guild_id"], bot.guild["id"]);

    let one = format!("{path}/{}", written["id"].as_str().unwrap());
    let edited = bot
        .patch(&one, &json!({"content": "second", "embeds": []}))
        .await
        .ok();
    assert_eq!(
        (&edited["content"], &edited["embeds"]),
        (&json!("second"), &json!([]))
    );
    assert!(edited["edited_timestamp"].is_string());
    assert_eq!(
        edited["components"][0]["type"], 1,
        "what is not named stays"
    );
    assert_eq!(bot.event("MESSAGE_UPDATE").await["content"], "second");
    assert_eq!(bot.get(&one).await.ok()["content"], "second");
    assert_eq!(
        bot.patch(&one, &json!({"content": "", "components": []}))
            .await
            .refused(),
        (400, 50006)
    );

    assert_eq!(bot.delete(&one).await.status, 204);
    assert_eq!(bot.event("MESSAGE_DELETE").await["id"], written["id"]);
    assert_eq!(bot.get(&one).await.refused(), (404, 10008));
    assert_eq!(
        bot.patch(&one, &json!({"content": "x"})).await.refused(),
        (404, 10008)
    );
    assert_eq!(bot.delete(&one).await.refused(), (404, 10008));
}

#[tokio::test]
async fn every_limit_of_a_message_is_refused_with_its_place() {
    let sandbox = open().await;
    let bot = Bot::log_in(&sandbox).await;
    let path = format!("/channels/{}/messages", bot.channel("general"));
    let button =
        |id: usize| json!({"type": 2, "style": 1, "label": "l", "custom_id": format!("{id}")});
    let row = |from: usize, count: usize| {
        let buttons: Vec<_> = (from..from + count).map(button).collect();
        json!({"type": 1, "components": buttons})
    };
    let rows = |count: usize| (0..count).map(|n| row(n * 5, 5)).collect::<Vec<_>>();
    let fields = |count: usize| vec![json!({"name": "n", "value": "v"}); count];
    for (taken, refused, problem) in [
        (
            json!({"content": x(2000)}),
            json!({"content": x(2001)}),
            "content BASE_TYPE_MAX_LENGTH",
        ),
        (
            json!({"embeds": vec![json!({"title": "t"}); 10]}),
            json!({"embeds": vec![json!({"title": "t"}); 11]}),
            "embeds BASE_TYPE_MAX_LENGTH",
        ),
        (
            json!({"embeds": [{"description": x(4096)}]}),
            json!({"embeds": [{"description": x(4097)}]}),
            "embeds.0.description BASE_TYPE_MAX_LENGTH",
        ),
        (
            json!({"embeds": [{"fields": fields(25)}]}),
            json!({"embeds": [{"fields": fields(26)}]}),
            "embeds.0.fields BASE_TYPE_MAX_LENGTH",
        ),
        (
            json!({"embeds": [{"description": x(3000)}, {"description": x(3000)}]}),
            json!({"embeds": [{"description": x(3000)}, {"description": x(3001)}]}),
            "embeds MAX_EMBED_SIZE_EXCEEDED",
        ),
        (
            json!({"content": "c", "components": rows(5)}),
            json!({"content": "c", "components": [row(0, 6)]}),
            "components.0.components BASE_TYPE_BAD_LENGTH",
        ),
        (
            json!({"content": "c", "components": [row(0, 1)]}),
            json!({"content": "c", "components": [row(0, 1), row(0, 1)]}),
            "components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED",
        ),
    ] {
        bot.post(&path, &taken).await.ok();
        assert_eq!(bot.post(&path, &refused).await.problem(), problem);
    }
    assert_eq!(
        bot.post(&path, &json!({"content": "  "})).await.refused(),
        (400, 50006)
    );
    assert_eq!(bot.post(&path, &json!([])).await.status, 400);
    let listed = bot.get(&format!("{path}?limit=100")).await.ok();
    assert_eq!(
        listed.as_array().unwrap().len(),
        7,
        "what is refused is not there"
    );
}

#[tokio::test]
async fn a_message_of_components_has_no_text() {
    let sandbox = open().await;
    let bot = Bot::log_in(&sandbox).await;
    let path = format!("/channels/{}/messages", bot.channel("general"));
    let text = json!([{"type": 10, "content": "t"}]);
    let written = bot
        .post(&path, &json!({"flags": 1 << 15, "components": text}))
        .await
        .ok();
    assert_eq!(written["flags"], 1 << 15);
    let one = format!("{path}/{}", written["id"].as_str().unwrap());
    assert_eq!(
        bot.patch(&one, &json!({"content": "c"})).await.problem(),
        "content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
    );
    let changed = json!({"components": [{"type": 10, "content": "u"}]});
    assert_eq!(
        bot.patch(&one, &changed).await.ok()["components"][0]["content"],
        "u"
    );
}

#[tokio::test]
async fn components_of_every_kind_stand_in_a_message() {
    let sandbox = open().await;
    let mut bot = Bot::log_in(&sandbox).await;
    let path = format!("/channels/{}/messages", bot.channel("general"));
    let text = json!({"type": 10, "content": "t"});
    let picture = json!({"media": {"url": "https://example.org/a.png"}});
    let components = json!([
        {"type": 17, "components": [text, {"type": 14}, {"type": 12, "items": [picture, picture]}]},
        {"type": 9, "components": [text], "accessory":
            {"type": 11, "media": picture["media"]}},
        {"type": 1, "components": [{"type": 8, "custom_id": "c", "channel_types": [0]}]},
    ]);
    let body = json!({"flags": 1 << 15, "components": components});
    let written = bot.post(&path, &body).await.ok();
    assert_eq!(written["components"][0]["components"][1]["spacing"], 1);
    bot.event("MESSAGE_CREATE").await;
}

#[tokio::test]
async fn a_nonce_makes_one_message_of_two_requests() {
    let sandbox = open().await;
    let bot = Bot::log_in(&sandbox).await;
    let path = format!("/channels/{}/messages", bot.channel("general"));
    let body = json!({"content": "once", "nonce": "n1", "enforce_nonce": true});
    let first = bot.post(&path, &body).await.ok();
    let second = bot.post(&path, &body).await.ok();
    assert_eq!(first["id"], second["id"]);
    let other = json!({"content": "again", "nonce": "n1"});
    assert_ne!(bot.post(&path, &other).await.ok()["id"], first["id"]);
}

#[tokio::test]
async fn a_bot_may_do_what_its_permissions_say() {
    let sandbox = open().await;
    let bot = Bot::log_in(&sandbox).await;
    let hello = json!({"content": "hello"});
    let welcome = format!("/channels/{}/messages", bot.channel("welcome"));
    assert_eq!(bot.post(&welcome, &hello).await.refused(), (403, 50013));
    assert_eq!(bot.get(&welcome).await.ok(), json!([]));
    let hidden = sandbox.helper().say("staff", "among us").unwrap().channel;
    let staff = format!("/channels/{hidden}/messages");
    assert_eq!(bot.post(&staff, &hello).await.refused(), (403, 50001));
    assert_eq!(bot.get(&staff).await.refused(), (403, 50001));
    let guild = bot.guild["id"].as_str().unwrap();
    let new = json!({"name": "mine", "type": 0});
    assert_eq!(
        bot.post(&format!("/guilds/{guild}/channels"), &new)
            .await
            .refused(),
        (403, 50013)
    );
}

#[tokio::test]
async fn files_come_with_a_message_and_can_be_fetched() {
    let sandbox = open().await;
    let bot = Bot::log_in(&sandbox).await;
    let path = format!("/channels/{}/messages", bot.channel("general"));
    let body = json!({"attachments": [{"id": 0, "description": "a list"}]});
    let written = bot
        .upload(&path, &body, &[("list.txt", b"one\ntwo")])
        .await
        .ok();
    let attachment = &written["attachments"][0];
    assert_eq!(attachment["filename"], "list.txt");
    assert_eq!(attachment["description"], "a list");
    assert_eq!(attachment["size"], 7);
    let url = attachment["url"].as_str().unwrap();
    assert_eq!(bot.download(url).await, (200, b"one\ntwo".to_vec()));

    let large = vec![0; 10 * 1024 * 1024 + 1];
    let refused = bot
        .upload(&path, &json!({}), &[("large.bin", &large)])
        .await;
    assert_eq!(refused.refused(), (413, 40005));
}

#[tokio::test]
async fn reactions_are_added_and_counted() {
    let sandbox = open().await;
    let mut bot = Bot::log_in(&sandbox).await;
    let general = bot.channel("general");
    let message = bot.say(&general, "react").await;
    let one = format!(
        "/channels/{general}/messages/{}",
        message["id"].as_str().unwrap()
    );
    let thumb = format!("{one}/reactions/%F0%9F%91%8D");
    assert_eq!(
        bot.put(&format!("{thumb}/@me"), &json!({})).await.status,
        204
    );
    let added = bot.event("MESSAGE_REACTION_ADD").await;
    assert_eq!(
        (&added["emoji"]["name"], &added["user_id"]),
        (&json!("👍"), &json!(bot.me()))
    );
    let read = bot.get(&one).await.ok();
    assert_eq!(read["reactions"][0]["count"], 1);
    assert_eq!(read["reactions"][0]["me"], true);
    assert_eq!(bot.get(&thumb).await.ok()[0]["id"], bot.me());
    let not_one = format!("{one}/reactions/thumbsup/@me");
    assert_eq!(bot.put(&not_one, &json!({})).await.refused(), (400, 10014));
    assert_eq!(bot.delete(&format!("{thumb}/@me")).await.status, 204);
    bot.event("MESSAGE_REACTION_REMOVE").await;
}
