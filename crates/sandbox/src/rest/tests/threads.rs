//! Threads and forum posts over HTTP.

use reqwest::Method;
use serde_json::json;

use super::{Stage, refusal};

#[tokio::test]
async fn threads_are_started_listed_archived_and_woken() {
    let stage = Stage::open().await;
    let general = stage.channel("general");
    let start = format!("/channels/{general}/threads");
    let (status, thread) = stage
        .post(&start, json!({ "name": "plans", "type": 11 }))
        .await;
    assert_eq!((status, &thread["type"]), (201, &json!(11)));
    assert_eq!(thread["member"]["user_id"], json!(stage.sandbox.bot().id()));
    let path = format!("/channels/{}", thread["id"].as_str().unwrap());
    let active = format!("/guilds/{}/threads/active", stage.guild);
    let count = async |path: &str| {
        let (_, listed) = stage.get(path).await;
        listed["threads"].as_array().unwrap().len()
    };
    assert_eq!(count(&active).await, 1);
    let (_, archived) = stage.patch(&path, json!({ "archived": true })).await;
    assert_eq!(archived["thread_metadata"]["archived"], true);
    assert_eq!(count(&active).await, 0);
    let archive = format!("/channels/{general}/threads/archived/public");
    assert_eq!(count(&archive).await, 1);
    let renamed = stage.patch(&path, json!({ "name": "old plans" })).await;
    assert_eq!(refusal(&renamed), (400, 50_083));

    stage.sandbox.member("ann").say("plans", "wake up").unwrap();
    assert_eq!((count(&active).await, count(&archive).await), (1, 0));
    let (_, members) = stage.get(&format!("{path}/thread-members")).await;
    assert_eq!(members.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_private_thread_is_seen_by_its_members() {
    let stage = Stage::open().await;
    let start = format!("/channels/{}/threads", stage.channel("general"));
    let (_, thread) = stage.post(&start, json!({ "name": "secret" })).await;
    assert_eq!(thread["type"], 12);
    let ann = stage.sandbox.member("ann");
    assert!(ann.say("secret", "hello").is_err());
    let member = format!(
        "/channels/{}/thread-members/{}",
        thread["id"].as_str().unwrap(),
        ann.id()
    );
    assert_eq!(stage.put(&member).await.0, 204);
    assert!(ann.say("secret", "hello").is_ok());
    let (_, whole) = stage.get(&format!("{member}?with_member=true")).await;
    assert_eq!(whole["member"]["user"]["username"], "ann");
    assert_eq!(stage.delete(&member).await.0, 204);
    assert!(ann.say("secret", "hello").is_err());
}

#[tokio::test]
async fn a_locked_thread_is_for_moderators() {
    let stage = Stage::open().await;
    stage.promote_bot();
    let ann = stage.sandbox.member("ann");
    let said = ann.say("general", "hello").unwrap();
    let thread = ann.start_thread(&said, "hello").unwrap();
    let again = format!("/channels/{}/messages/{}/threads", said.channel, said.id);
    let again = stage.post(&again, json!({ "name": "hello" })).await;
    assert_eq!(refusal(&again), (400, 160_004));
    let path = format!("/channels/{thread}");
    stage.patch(&path, json!({ "locked": true })).await;
    assert_eq!(ann.say(thread, "still here?").unwrap_err().code(), 160_005);
    let body = json!({ "content": "closed" });
    assert_eq!(stage.post(&format!("{path}/messages"), body).await.0, 200);
    assert_eq!(stage.delete(&path).await.0, 200);
    assert!(ann.sees(thread).is_empty());
}

#[tokio::test]
async fn a_forum_may_ask_for_tags() {
    let stage = Stage::open().await;
    stage.promote_bot();
    let forum = format!("/channels/{}", stage.channel("help"));
    stage.patch(&forum, json!({ "flags": 16 })).await;
    let ann = stage.sandbox.member("ann");
    let post = |tags: &[&str]| ann.post("help", "How?", "How does it work?", tags);
    assert_eq!(post(&[]).unwrap_err().code(), 40_067);
    assert_eq!(post(&["Nonsense"]).unwrap_err().code(), 50_035);
    let thread = post(&["Question"]).unwrap();
    let first = format!("/channels/{thread}/messages/{thread}");
    let (status, message) = stage.get(&first).await;
    assert_eq!((status, &message["position"]), (200, &json!(0)));
    let said = stage
        .send(
            Method::POST,
            &format!("{forum}/messages"),
            Some(json!({ "content": "hello" })),
        )
        .await;
    assert_eq!(refusal(&said), (400, 50_008));
}
