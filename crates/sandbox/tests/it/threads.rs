//! Threads and forum posts.

use serde_json::json;

use crate::client::Bot;
use crate::open;

#[tokio::test]
async fn a_thread_hangs_from_a_message_once() {
    let sandbox = open().await;
    let mut bot = Bot::log_in(&sandbox).await;
    let general = bot.channel("general");
    let message = bot.say(&general, "let us talk").await;
    let id = message["id"].as_str().unwrap();
    let path = format!("/channels/{general}/messages/{id}/threads");
    let refused = bot.post(&path, &json!({"name": "n".repeat(101)})).await;
    assert_eq!(refused.problem(), "name BASE_TYPE_BAD_LENGTH");
    let thread = bot.post(&path, &json!({"name": "talk"})).await.ok();
    assert_eq!(thread["id"], id, "it has its message's id");
    assert_eq!(
        (&thread["type"], &thread["parent_id"]),
        (&json!(11), &json!(general))
    );
    assert_eq!(bot.event("THREAD_CREATE").await["newly_created"], true);
    assert_eq!(
        bot.post(&path, &json!({"name": "again"})).await.refused(),
        (400, 160004)
    );

    let inside = bot.say(id, "inside").await;
    assert_eq!(inside["channel_id"], id);
    let archived = json!({"archived": true});
    let thread = bot.patch(&format!("/channels/{id}"), &archived).await.ok();
    assert_eq!(thread["thread_metadata"]["archived"], true);
    bot.event("THREAD_UPDATE").await;
    let edit = format!("/channels/{id}/messages/{}", inside["id"].as_str().unwrap());
    assert_eq!(
        bot.patch(&edit, &json!({"content": "later"}))
            .await
            .refused(),
        (400, 50083)
    );
}

#[tokio::test]
async fn a_post_in_a_forum_is_a_thread_with_a_message() {
    let sandbox = open().await;
    let mut bot = Bot::log_in(&sandbox).await;
    let forum = bot.channel("help");
    let messages = format!("/channels/{forum}/messages");
    assert!(bot.post(&messages, &json!({"content": "c"})).await.status >= 400);
    let path = format!("/channels/{forum}/threads");
    let refused = bot
        .post(&path, &json!({"name": "n", "message": {"content": ""}}))
        .await;
    assert_eq!(refused.refused(), (400, 50006));
    let channels = bot.guild["channels"].as_array().unwrap();
    let tag =
        channels.iter().find(|it| it["name"] == "help").unwrap()["available_tags"][0]["id"].clone();
    let post = json!({"name": "How?", "applied_tags": [tag], "message": {"content": "like this"}});
    let thread = bot.post(&path, &post).await.ok();
    assert_eq!(thread["parent_id"], forum);
    assert_eq!(thread["applied_tags"], json!([tag]));
    assert_eq!(thread["message"]["content"], "like this");
    assert_eq!(thread["message"]["id"], thread["id"]);
    assert_eq!(bot.event("THREAD_CREATE").await["id"], thread["id"]);
}
