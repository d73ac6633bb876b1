//! Dropped sockets, and coming back.

use super::*;

/// Resumes on a new connection.
async fn back(stage: &Stage, session: &Value, seq: u64) -> Bot {
    let mut bot = stage.connect().await;
    assert_eq!(bot.next().await["op"], 10);
    bot.resume(session, seq).await;
    bot.seen = seq;
    bot
}

#[tokio::test]
async fn a_bot_gets_what_it_missed_after_a_dropped_socket() {
    let stage = Stage::open().await;
    let (mut bot, ready) = stage.ready(Intents::GUILD_MESSAGES).await;
    stage.say("seen");
    bot.event("MESSAGE_CREATE").await;

    stage.hub.drop_sockets(None);
    assert_eq!(bot.closed().await, None, "without a word");
    stage.hub.until_online(stage.application, false).await;
    stage.hub.dispatch(&Event {
        reveal: true,
        ..stage.said("missed")
    });
    stage.hub.dispatch(&Event {
        reveal: true,
        ..stage.said("also missed")
    });

    let mut again = back(&stage, &ready["session_id"], bot.seen).await;
    assert_eq!(again.event("MESSAGE_CREATE").await["content"], "missed");
    assert_eq!(
        again.event("MESSAGE_CREATE").await["content"],
        "also missed"
    );
    again.event("RESUMED").await;
    stage.hub.dispatch(&Event {
        reveal: true,
        ..stage.said("new")
    });
    assert_eq!(again.event("MESSAGE_CREATE").await["content"], "new");
}

#[tokio::test]
async fn a_socket_is_closed_with_the_code_that_was_ordered() {
    let stage = Stage::open().await;
    let (mut bot, ready) = stage.ready(Intents::NONE).await;
    stage.hub.drop_sockets(Some(4000));
    assert_eq!(bot.closed().await, Some(4000));
    back(&stage, &ready["session_id"], 1)
        .await
        .event("RESUMED")
        .await;
}

#[tokio::test]
async fn a_bot_is_asked_to_reconnect() {
    let stage = Stage::open().await;
    let (mut bot, ready) = stage.ready(Intents::NONE).await;
    stage.hub.ask_reconnect();
    assert_eq!(bot.next().await["op"], 7);
    bot.leave(4000).await;
    back(&stage, &ready["session_id"], 1)
        .await
        .event("RESUMED")
        .await;
}

#[tokio::test]
async fn an_invalid_session_starts_anew_on_the_same_connection() {
    let stage = Stage::open().await;
    let (mut bot, ready) = stage.ready(Intents::NONE).await;
    stage.hub.invalidate(false);
    let invalid = bot.next().await;
    assert_eq!((&invalid["op"], &invalid["d"]), (&json!(9), &json!(false)));

    bot.resume(&ready["session_id"], 1).await;
    assert_eq!(bot.next().await["d"], false, "it is gone");
    bot.identify(Intents::NONE).await;
    bot.seen = 0;
    let anew = bot.event("READY").await;
    assert_ne!(anew["session_id"], ready["session_id"]);
}

#[tokio::test]
async fn a_session_may_be_invalid_and_resumable() {
    let stage = Stage::open().await;
    let (mut bot, ready) = stage.ready(Intents::NONE).await;
    stage.hub.invalidate(true);
    assert_eq!(bot.next().await["d"], true);
    bot.resume(&ready["session_id"], 1).await;
    bot.event("RESUMED").await;
}

#[tokio::test]
async fn what_was_never_there_cannot_be_resumed() {
    let stage = Stage::open().await;
    let (bot, ready) = stage.ready(Intents::NONE).await;
    drop(bot);
    let mut stranger = back(&stage, &json!("0123456789abcdef"), 1).await;
    let invalid = stranger.next().await;
    assert_eq!((&invalid["op"], &invalid["d"]), (&json!(9), &json!(false)));

    let mut ahead = back(&stage, &ready["session_id"], 1000).await;
    assert_eq!(ahead.closed().await, Some(4007));

    let mut thief = stage.connect().await;
    thief.next().await;
    let data = json!({"token": "wrong", "session_id": ready["session_id"], "seq": 1});
    thief.send(6, data).await;
    assert_eq!(thief.closed().await, Some(4004));
}

#[tokio::test]
async fn a_bot_that_says_goodbye_ends_its_session() {
    let stage = Stage::open().await;
    let (bot, ready) = stage.ready(Intents::NONE).await;
    bot.leave(1000).await;
    stage.hub.until_online(stage.application, false).await;
    let mut again = back(&stage, &ready["session_id"], 1).await;
    assert_eq!(again.next().await["op"], 9);
}

#[tokio::test]
async fn a_session_has_one_connection() {
    let stage = Stage::open().await;
    let (mut first, ready) = stage.ready(Intents::NONE).await;
    let mut second = back(&stage, &ready["session_id"], 1).await;
    second.event("RESUMED").await;
    assert_eq!(first.closed().await, Some(4000));
    stage.happen("INTERACTION_CREATE", None);
    second.event("INTERACTION_CREATE").await;
}
