//! Logging in, and being refused.

use super::*;

#[tokio::test]
async fn a_bot_logs_in() {
    let stage = Stage::open().await;
    let mut bot = stage.connect().await;
    let hello = bot.next().await;
    assert_eq!(hello["op"], 10);
    assert_eq!(hello["d"]["heartbeat_interval"], 30_000);

    bot.send(1, Value::Null).await;
    assert_eq!(bot.next().await["op"], 11, "also before it identifies");

    bot.identify(Intents::GUILDS).await;
    let ready = bot.event("READY").await;
    assert_eq!(ready["v"], 10);
    assert_eq!(ready["user"]["id"], stage.me);
    assert_eq!(ready["application"]["id"], stage.application.to_string());
    assert!(
        ready["resume_gateway_url"]
            .as_str()
            .unwrap()
            .starts_with("ws://127.0.0.1:")
    );
    assert_eq!(
        ready["guilds"][1],
        json!({"id": stage.guilds[1].to_string(), "unavailable": true})
    );
    for guild in stage.guilds {
        let created = bot.event("GUILD_CREATE").await;
        assert_eq!(created["id"], guild.to_string());
        assert_eq!(
            created["members"].as_array().unwrap().len(),
            1,
            "the bot's own"
        );
    }
    assert!(stage.hub.is_online(stage.application));
}

#[tokio::test]
async fn a_bot_without_the_guilds_intent_gets_no_guilds() {
    let stage = Stage::open().await;
    let (mut bot, ready) = stage.ready(Intents::DIRECT_MESSAGES).await;
    assert_eq!(ready["guilds"].as_array().unwrap().len(), 2);
    stage.happen("GUILD_UPDATE", Some(stage.guilds[0]));
    stage.happen("MESSAGE_CREATE", None);
    bot.event("MESSAGE_CREATE").await;
}

async fn refused(privileged: Intents, keys: Value) -> Option<u16> {
    let stage = Stage::with(privileged, Duration::from_secs(30)).await;
    let mut bot = stage.connect().await;
    bot.next().await;
    bot.identify_with(keys).await;
    let code = bot.closed().await;
    assert!(!stage.hub.is_online(stage.application));
    code
}

#[tokio::test]
async fn a_bot_is_refused_with_discord_s_codes() {
    let content = Intents::MESSAGE_CONTENT.0;
    for (keys, code) in [
        (json!({"token": "wrong", "intents": 0}), 4004),
        (json!({"token": "", "intents": 0}), 4004),
        (json!({"intents": null}), 4013),
        (json!({"intents": 1 << 17}), 4013),
        (json!({"intents": 1_u64 << 40}), 4013),
        (json!({"intents": content}), 4014),
        (json!({"intents": Intents::ALL.0}), 4014),
        (json!({"intents": 0, "shard": [2, 2]}), 4010),
        (json!({"intents": 0, "shard": [0, 0]}), 4010),
        (json!({"intents": 0, "shard": [0]}), 4002),
        (json!({"intents": "all"}), 4002),
        (json!({"intents": 0, "properties": null}), 4002),
    ] {
        assert_eq!(
            refused(Intents::NONE, keys.clone()).await,
            Some(code),
            "{keys}"
        );
    }
    assert_eq!(
        refused(
            Intents::MESSAGE_CONTENT,
            json!({"intents": Intents::GUILD_MEMBERS.0})
        )
        .await,
        Some(4014),
        "granted is one, asked for is another"
    );
}

#[tokio::test]
async fn a_granted_intent_may_be_used_and_is_told_in_the_flags() {
    let stage = Stage::with(Intents::MESSAGE_CONTENT, Duration::from_secs(30)).await;
    let (mut bot, ready) = stage
        .ready(Intents::GUILD_MESSAGES | Intents::MESSAGE_CONTENT)
        .await;
    assert_eq!(ready["application"]["flags"], 1 << 19);
    stage.say("hello");
    assert_eq!(bot.event("MESSAGE_CREATE").await["content"], "hello");
}

#[tokio::test]
async fn a_bot_says_who_it_is_first_and_once() {
    let stage = Stage::open().await;
    let mut hasty = stage.connect().await;
    hasty.next().await;
    hasty
        .send(
            3,
            json!({"status": "online", "activities": [], "afk": false, "since": null}),
        )
        .await;
    assert_eq!(hasty.closed().await, Some(4003));

    let (mut twice, _) = stage.ready(Intents::NONE).await;
    twice.identify(Intents::NONE).await;
    assert_eq!(twice.closed().await, Some(4005));
}

#[tokio::test]
async fn a_gateway_that_is_not_spoken_is_refused() {
    let stage = Stage::open().await;
    for (query, code) in [
        ("?v=5", 4012),
        ("?v=10&encoding=etf", 4002),
        ("?v=10&encoding=json&compress=lzma", 4002),
    ] {
        let mut bot = stage.connect_with(query).await;
        assert_eq!(bot.closed().await, Some(code), "{query}");
    }
    let mut bare = stage.connect_with("").await;
    assert_eq!(bare.next().await["op"], 10);
}

#[tokio::test]
async fn a_connection_is_compressed_as_one_stream() {
    let stage = Stage::open().await;
    let mut bot = stage
        .connect_with("?v=10&encoding=json&compress=zlib-stream")
        .await;
    assert_eq!(bot.next().await["op"], 10);
    bot.identify_with(json!({"intents": Intents::GUILDS.0, "compress": true}))
        .await;
    bot.event("READY").await;
    bot.event("GUILD_CREATE").await;
    bot.event("GUILD_CREATE").await;
    bot.send(1, json!(bot.seen)).await;
    assert_eq!(bot.next().await["op"], 11);
}

#[tokio::test]
async fn events_are_compressed_one_by_one_on_request() {
    let stage = Stage::open().await;
    let mut bot = stage.connect().await;
    bot.next().await;
    bot.identify_with(json!({"intents": 0, "compress": true}))
        .await;
    assert!(bot.frame().await.is_binary());
    bot.send(1, json!(1)).await;
    assert!(bot.frame().await.is_text());
}

#[tokio::test]
async fn a_shard_gets_its_guilds() {
    let stage = Stage::open().await;
    let mut bots = Vec::new();
    for id in [0, 1] {
        let mut bot = stage.connect().await;
        bot.next().await;
        let intents = (Intents::GUILDS | Intents::GUILD_MESSAGES | Intents::DIRECT_MESSAGES).0;
        bot.identify_with(json!({"intents": intents, "shard": [id, 2]}))
            .await;
        let ready = bot.event("READY").await;
        assert_eq!(ready["shard"], json!([id, 2]));
        assert_eq!(ready["guilds"].as_array().unwrap().len(), 1);
        bot.event("GUILD_CREATE").await;
        bots.push(bot);
    }
    for guild in [Some(stage.guilds[1]), None, Some(stage.guilds[0])] {
        let mut message = stage.happened("MESSAGE_CREATE", guild);
        message.data = json!({"guild_id": guild});
        stage.hub.dispatch(&message);
        stage.happen("INTERACTION_CREATE", guild);
    }
    // stage.guilds[0] >> 22 is even.
    assert_eq!(
        bots[0].event("MESSAGE_CREATE").await["guild_id"],
        Value::Null
    );
    bots[0].event("INTERACTION_CREATE").await;
    assert_eq!(
        bots[0].event("MESSAGE_CREATE").await["guild_id"],
        stage.guilds[0]
    );
    bots[0].event("INTERACTION_CREATE").await;
    assert_eq!(
        bots[1].event("MESSAGE_CREATE").await["guild_id"],
        stage.guilds[1]
    );
    bots[1].event("INTERACTION_CREATE").await;
}
