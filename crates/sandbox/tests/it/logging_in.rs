//! Any bot logs in, and is refused as Discord refuses.

use discord_sandbox::{Sandbox, ServerSize};
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Bot, request};
use crate::open;

async fn with_token(sandbox: &Sandbox, authorization: &str, path: &str) -> (u16, Value) {
    let url = format!("{}/api/v10{path}", sandbox.url());
    let answer = request(
        &reqwest::Client::new(),
        authorization,
        Method::GET,
        &url,
        None,
    )
    .await;
    (answer.status, answer.body)
}

#[tokio::test]
async fn a_bot_finds_out_who_it_is_and_where() {
    let sandbox = open().await;
    let bot = Bot::log_in(&sandbox).await;
    let me = bot.get("/users/@me").await.ok();
    assert_eq!(me["id"], bot.me());
    assert_eq!(me["bot"], true);
    for path in ["/applications/@me", "/oauth2/applications/@me"] {
        assert_eq!(bot.get(path).await.ok()["id"], bot.application());
    }
    let guilds = bot.get("/users/@me/guilds").await.ok();
    assert_eq!(guilds[0]["id"], bot.guild["id"]);
    let guild = bot.guild["id"].as_str().unwrap();
    assert_eq!(
        bot.get(&format!("/guilds/{guild}")).await.ok()["name"],
        bot.guild["name"]
    );
    let found = bot.get("/gateway/bot").await.ok();
    assert!(
        found["url"]
            .as_str()
            .unwrap()
            .starts_with("ws://127.0.0.1:")
    );
    assert!(found["shards"].as_u64().unwrap() >= 1);
    assert!(found["session_start_limit"]["remaining"].is_u64());
}

#[tokio::test]
async fn a_bot_is_told_of_every_server_but_not_of_who_is_there() {
    let sandbox = open().await;
    let size = ServerSize {
        members: 100,
        channels: 20,
        roles: 10,
    };
    sandbox.add_servers(3, size);
    let mut bot = Bot::log_in(&sandbox).await;
    assert_eq!(bot.ready["guilds"].as_array().unwrap().len(), 4);
    for _ in 0..3 {
        let server = bot.event("GUILD_CREATE").await;
        let many = |what: &str| server[what].as_array().unwrap().len();
        assert_eq!(server["member_count"], 100);
        assert_eq!(server["members"][0]["user"]["id"], bot.me());
        assert_eq!((many("members"), many("channels")), (1, 20));
        assert_eq!(many("roles"), 12, "with everybody's and the bot's own");
    }
}

#[tokio::test]
async fn a_request_without_a_good_token_is_unauthorized() {
    let sandbox = open().await;
    let refused = json!({"message": "401: Unauthorized", "code": 0});
    let token = sandbox.token();
    for authorization in ["", "Bot wrong", token.as_str(), "Bearer x"] {
        for path in ["/users/@me", "/gateway/bot"] {
            let answer = with_token(&sandbox, authorization, path).await;
            assert_eq!(answer, (401, refused.clone()), "{authorization:?} {path}");
        }
    }
    let (status, found) = with_token(&sandbox, "", "/gateway").await;
    assert_eq!(status, 200, "this one needs none: {found}");
}

#[tokio::test]
async fn what_is_not_there_is_said_so() {
    let sandbox = open().await;
    let bot = Bot::log_in(&sandbox).await;
    assert_eq!(bot.get("/nowhere").await.refused(), (404, 0));
    assert_eq!(bot.delete("/users/@me").await.refused(), (405, 0));
    for (path, code) in [
        ("/channels/1", 10003),
        ("/channels/1/messages", 10003),
        ("/guilds/1", 10004),
        ("/users/1", 10013),
    ] {
        assert_eq!(bot.get(path).await.refused(), (404, code), "{path}");
    }
    let general = bot.channel("general");
    let missing = format!("/channels/{general}/messages/1");
    assert_eq!(bot.get(&missing).await.refused(), (404, 10008));
    let guild = bot.guild["id"].as_str().unwrap();
    assert_eq!(
        bot.get(&format!("/guilds/{guild}/members/1"))
            .await
            .refused(),
        (404, 10007)
    );
    assert_eq!(
        bot.get("/channels/general").await.status,
        400,
        "no snowflake"
    );
}

#[tokio::test]
async fn a_bot_resumes_after_a_dropped_socket() {
    let sandbox = open().await;
    let mut bot = Bot::log_in(&sandbox).await;
    let general = bot.channel("general");
    sandbox.drop_sockets(None);
    bot.dropped().await;
    let said = bot.say(&general, "while I was away").await;
    bot.resume().await;
    assert_eq!(bot.event("MESSAGE_CREATE").await["id"], said["id"]);
    bot.event("RESUMED").await;
}
