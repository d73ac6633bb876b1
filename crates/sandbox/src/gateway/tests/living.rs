//! A bot that is logged in: what it hears, what it may send, and its heart.

use super::*;

#[tokio::test]
async fn a_bot_hears_what_it_asked_for_in_order() {
    let stage = Stage::open().await;
    let (mut bot, _) = stage.ready(Intents::GUILDS | Intents::GUILD_MESSAGES).await;
    stage.happen("TYPING_START", Some(stage.guilds[0]));
    stage.say("first");
    stage.hub.dispatch(&Event {
        application: 999,
        ..stage.said("of another bot")
    });
    stage.hub.dispatch(&Event {
        reveal: true,
        ..stage.said("second")
    });
    stage.happen("INTERACTION_CREATE", None);

    let first = bot.event("MESSAGE_CREATE").await;
    assert_eq!(first["content"], "", "withheld without the intent");
    assert_eq!(first["author"]["id"], "7");
    assert_eq!(bot.event("MESSAGE_CREATE").await["content"], "second");
    bot.event("INTERACTION_CREATE").await;
}

#[tokio::test]
async fn a_bot_whose_heart_stops_is_closed_and_starts_anew() {
    let stage = Stage::with(Intents::NONE, Duration::from_millis(600)).await;
    let (mut bot, ready) = stage.ready(Intents::NONE).await;
    bot.send(1, json!(bot.seen)).await;
    assert_eq!(bot.next().await["op"], 11);
    assert_eq!(bot.closed().await, Some(4009));
    stage.hub.until_online(stage.application, false).await;

    let mut again = stage.connect().await;
    again.next().await;
    again.resume(&ready["session_id"], 1).await;
    let invalid = again.next().await;
    assert_eq!((&invalid["op"], &invalid["d"]), (&json!(9), &json!(false)));
}

#[tokio::test]
async fn what_bots_must_not_send_closes_the_connection() {
    let stage = Stage::open().await;
    let oversized =
        json!({"op": 3, "d": {"status": "online", "activities": [{"name": "x".repeat(4096)}]}});
    for (text, code) in [
        ("not json".to_owned(), 4002),
        (r#"{"op":0,"d":{}}"#.to_owned(), 4001),
        (r#"{"op":42,"d":{}}"#.to_owned(), 4001),
        (r#"{"op":8,"d":{"guild_id":[]}}"#.to_owned(), 4002),
        (oversized.to_string(), 4002),
    ] {
        let (mut bot, _) = stage.ready(Intents::NONE).await;
        bot.send_text(&text).await;
        assert_eq!(bot.closed().await, Some(code), "{text}");
    }
}

#[tokio::test]
async fn more_than_120_payloads_in_a_minute_are_too_many() {
    let stage = Stage::open().await;
    let (mut bot, _) = stage.ready(Intents::NONE).await;
    // Identifying was the first.
    for _ in 0..119 {
        bot.send(1, json!(1)).await;
        assert_eq!(bot.next().await["op"], 11);
    }
    bot.send(1, json!(1)).await;
    assert_eq!(bot.closed().await, Some(4008));
}

#[tokio::test]
async fn a_bot_asks_for_members() {
    let stage = Stage::with(Intents::GUILD_MEMBERS, Duration::from_secs(30)).await;
    let (mut bot, _) = stage.ready(Intents::GUILD_MEMBERS).await;
    let guild = stage.guilds[0].to_string();
    bot.send(8, json!({"guild_id": "1", "query": "", "limit": 0}))
        .await;
    bot.send(
        8,
        json!({"guild_id": guild, "query": "", "limit": 0, "nonce": "n"}),
    )
    .await;
    let chunk = bot.event("GUILD_MEMBERS_CHUNK").await;
    assert_eq!(chunk["nonce"], "n", "nothing comes of a guild it is not in");
    assert_eq!(chunk["guild_id"], guild);
    assert!(chunk["members"].as_array().unwrap().len() > 1);
    assert_eq!(
        (&chunk["chunk_index"], &chunk["chunk_count"]),
        (&json!(0), &json!(1))
    );

    let (mut modest, _) = stage.ready(Intents::NONE).await;
    modest
        .send(8, json!({"guild_id": guild, "query": "", "limit": 0}))
        .await;
    modest
        .send(
            8,
            json!({"guild_id": guild, "user_ids": stage.me, "nonce": "me"}),
        )
        .await;
    let chunk = modest.event("GUILD_MEMBERS_CHUNK").await;
    assert_eq!(chunk["nonce"], "me", "the whole list needs the intent");
    assert_eq!(chunk["members"][0]["user"]["id"], stage.me);
}

#[tokio::test]
async fn a_presence_is_taken() {
    let stage = Stage::open().await;
    let (mut bot, _) = stage.ready(Intents::NONE).await;
    let activity = json!({"name": "articles", "type": 3});
    bot.send(
        3,
        json!({"status": "idle", "activities": [activity], "afk": false, "since": null}),
    )
    .await;
    bot.send(
        4,
        json!({"guild_id": "1", "channel_id": null, "self_mute": false, "self_deaf": false}),
    )
    .await;
    bot.send(31, json!({"guild_ids": [stage.guilds[0].to_string()]}))
        .await;
    let sounds = bot.event("SOUNDBOARD_SOUNDS").await;
    assert_eq!(sounds["guild_id"], stage.guilds[0].to_string());
}
