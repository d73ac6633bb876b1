//! Messages, their pages, pins and deletions over HTTP.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Stage, refusal};
use crate::Permissions;

fn texts(messages: &Value) -> Vec<&str> {
    let messages = messages.as_array().unwrap();
    messages
        .iter()
        .map(|it| it["content"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn a_channel_is_read_in_pages() {
    let stage = Stage::open().await;
    stage.sandbox.grant_privileged_intents();
    let ann = stage.sandbox.member("ann");
    let said: Vec<_> = ["a", "b", "c", "d", "e"]
        .map(|text| ann.say("general", text).unwrap())
        .into();
    let page = async |query: String| {
        let path = format!("/channels/{}/messages?{query}", stage.channel("general"));
        stage.get(&path).await.1
    };
    let c = said[2].id;
    assert_eq!(texts(&page(String::new()).await), ["e", "d", "c", "b", "a"]);
    assert_eq!(texts(&page(format!("before={c}&limit=1")).await), ["b"]);
    assert_eq!(texts(&page(format!("after={c}&limit=1")).await), ["d"]);
    assert_eq!(
        texts(&page(format!("around={c}&limit=3")).await),
        ["d", "c", "b"]
    );
}

#[tokio::test]
async fn only_what_is_allowed_is_pinged() {
    let stage = Stage::open().await;
    let (ann, ben) = (stage.sandbox.member("ann"), stage.sandbox.member("ben"));
    let path = format!("/channels/{}/messages", stage.channel("general"));
    let text = format!("{} {} @everyone", ann.mention(), ben.mention());
    let send = async |allowed: Value| {
        let body = json!({ "content": text, "allowed_mentions": allowed });
        stage.post(&path, body).await;
        [&ann, &ben].map(|it| it.sees("general").pop().unwrap().pings_me)
    };
    assert_eq!(send(json!(null)).await, [true, true]);
    assert_eq!(send(json!({ "parse": [] })).await, [false, false]);
    assert_eq!(send(json!({ "users": [ann.id()] })).await, [true, false]);
    let everyone = json!({ "parse": ["everyone"] });
    assert_eq!(
        send(everyone.clone()).await,
        [false, false],
        "the bot may not mention everyone"
    );
    stage.promote_bot();
    assert_eq!(send(everyone).await, [true, true]);
}

#[tokio::test]
async fn a_reply_needs_its_message_unless_it_does_not() {
    let stage = Stage::open().await;
    let ann = stage.sandbox.member("ann");
    let path = format!("/channels/{}/messages", stage.channel("general"));
    let said = ann.say("general", "hello").unwrap();
    let reply = |fail: bool| {
        json!({
            "content": "hi",
            "message_reference": { "message_id": said.id, "fail_if_not_exists": fail },
        })
    };
    let (_, replied) = stage.post(&path, reply(true)).await;
    assert_eq!(replied["type"], 19);
    assert!(ann.sees("general")[1].pings_me);
    let bot = stage.sandbox.bot();
    let history = Permissions::READ_MESSAGE_HISTORY;
    let overwrite = |deny| {
        let none = Permissions::NONE;
        stage
            .sandbox
            .overwrite("general", &bot, none, deny)
            .unwrap();
    };
    overwrite(history);
    let refused = stage.post(&path, reply(true)).await;
    assert_eq!(refusal(&refused), (403, 160_002));
    overwrite(Permissions::NONE);
    ann.delete(&said).unwrap();
    let refused = stage.post(&path, reply(true)).await;
    assert_eq!(refusal(&refused), (400, 50_035));
    let (_, plain) = stage.post(&path, reply(false)).await;
    assert_eq!(plain["type"], 0);
}

#[tokio::test]
async fn a_message_is_forwarded_with_what_it_said() {
    let stage = Stage::open().await;
    stage.sandbox.grant_privileged_intents();
    let said = stage.sandbox.member("ann").say("general", "news").unwrap();
    let path = format!("/channels/{}/messages", stage.channel("questions"));
    let reference = json!({ "type": 1, "message_id": said.id, "channel_id": said.channel });
    let (_, sent) = stage
        .post(&path, json!({ "message_reference": reference }))
        .await;
    assert_eq!(sent["message_snapshots"][0]["message"]["content"], "news");
    assert_eq!(sent["content"], "");
}

#[tokio::test]
async fn pins_are_listed_latest_first_and_announced() {
    let stage = Stage::open().await;
    let ann = stage.sandbox.member("ann");
    let general = stage.channel("general");
    let said = ["a", "b"].map(|text| ann.say("general", text).unwrap());
    let pin = |at: usize| format!("/channels/{general}/pins/{}", said[at].id);
    assert_eq!(refusal(&stage.put(&pin(0)).await), (403, 50_013));
    stage.promote_bot();
    for at in [0, 1] {
        assert_eq!(stage.put(&pin(at)).await.0, 204);
    }
    let (_, pins) = stage
        .get(&format!("/channels/{general}/messages/pins"))
        .await;
    assert_eq!(pins["items"][0]["message"]["id"], json!(said[1].id));
    assert_eq!(pins["has_more"], false);
    let (_, pins) = stage.get(&format!("/channels/{general}/pins")).await;
    assert_eq!(pins.as_array().unwrap().len(), 2);
    assert_eq!(ann.sees("general").len(), 4, "two notices");
    assert_eq!(stage.delete(&pin(0)).await.0, 204);
    let (_, pins) = stage.get(&format!("/channels/{general}/pins")).await;
    assert_eq!(pins.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn many_messages_are_deleted_at_once_unless_they_are_old() {
    let stage = Stage::open().await;
    stage.promote_bot();
    let ann = stage.sandbox.member("ann");
    let said: Vec<_> = (0..3)
        .map(|n| ann.say("general", &n.to_string()).unwrap().id)
        .collect();
    let path = format!(
        "/channels/{}/messages/bulk-delete",
        stage.channel("general")
    );
    let one = stage
        .post(&path, json!({ "messages": [said[0], said[0]] }))
        .await;
    assert_eq!(refusal(&one), (400, 50_016));
    let two = json!({ "messages": [said[0], said[1]] });
    assert_eq!(stage.post(&path, two).await.0, 204);
    assert_eq!(ann.sees("general").len(), 1);
    let another = ann.say("general", "3").unwrap().id;
    let fortnight = std::time::Duration::from_secs(15 * 24 * 60 * 60);
    stage.sandbox.advance(fortnight);
    let old = stage
        .post(&path, json!({ "messages": [said[2], another] }))
        .await;
    assert_eq!(refusal(&old), (400, 50_034));
}

#[tokio::test]
async fn others_messages_are_deleted_by_moderators_only() {
    let stage = Stage::open().await;
    let ann = stage.sandbox.member("ann");
    let said = ann.say("general", "hello").unwrap();
    let path = format!("/channels/{}/messages/{}", said.channel, said.id);
    assert_eq!(refusal(&stage.delete(&path).await), (403, 50_013));
    let edit = stage.patch(&path, json!({ "content": "bye" })).await;
    assert_eq!(refusal(&edit), (403, 50_005));
    stage.promote_bot();
    assert_eq!(stage.patch(&path, json!({ "flags": 4 })).await.0, 200);
    assert_eq!(stage.delete(&path).await.0, 204);
    assert!(ann.looks_again(&said).is_none());
}

#[tokio::test]
async fn a_silenced_bot_may_only_read() {
    let stage = Stage::open().await;
    let bot = stage.sandbox.bot();
    let hour = std::time::Duration::from_secs(60 * 60);
    stage.sandbox.time_out(&bot, hour).unwrap();
    let path = format!("/channels/{}/messages", stage.channel("general"));
    let refused = stage.post(&path, json!({ "content": "hello" })).await;
    assert_eq!(refusal(&refused), (403, 50_013));
    assert_eq!(stage.get(&path).await.0, 200);
    stage.sandbox.advance(hour);
    assert_eq!(
        stage.post(&path, json!({ "content": "hello" })).await.0,
        200
    );
}

#[tokio::test]
async fn people_may_close_their_direct_messages() {
    let stage = Stage::open().await;
    let ann = stage.sandbox.member("ann");
    let open = json!({ "recipient_id": ann.id() });
    let (_, channel) = stage.post("/users/@me/channels", open).await;
    let path = format!("/channels/{}/messages", channel["id"].as_str().unwrap());
    let hello = json!({ "content": "hello" });
    assert_eq!(stage.post(&path, hello.clone()).await.0, 200);
    ann.close_direct_messages();
    assert_eq!(refusal(&stage.post(&path, hello).await), (403, 50_007));
    assert_eq!(ann.sees(ann.direct().unwrap()).len(), 1);
}

#[tokio::test]
async fn a_channel_takes_few_edits_of_messages_that_are_older_than_an_hour() {
    let stage = Stage::open().await;
    let path = format!("/channels/{}/messages", stage.channel("general"));
    let (_, message) = stage.post(&path, json!({ "content": "a" })).await;
    let message = format!("{path}/{}", message["id"].as_str().unwrap());
    let edit = async || stage.patch(&message, json!({ "content": "b" })).await;
    stage.sandbox.advance(Duration::from_secs(59 * 60));
    for _ in 0..20 {
        assert_eq!(edit().await.0, 200);
    }
    stage.sandbox.advance(Duration::from_secs(2 * 60));
    let mut refused = edit().await;
    while refused.0 == 200 {
        refused = edit().await;
    }
    assert_eq!(refusal(&refused), (429, 30_046));
    let wait = refused.1["retry_after"].as_f64().unwrap();
    assert!(wait > 0.0 && wait <= 60.0, "{wait}");
    stage.sandbox.advance(Duration::from_secs(61));
    assert_eq!(edit().await.0, 200);
}
