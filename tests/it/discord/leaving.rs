//! What is forgotten when the bot leaves a server, and what only seems to be gone.

use lodestar::store::{ChannelSettings, Mode};

use super::stage::Stage;

const TEA: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");

/// A stage where something is known of two servers: the first, and one that is its own.
async fn two_servers() -> (Stage, u64, u64) {
    let stage = Stage::open(&[TEA]).await;
    let (first, _) = stage.sandbox.find("general").unwrap();
    let other = stage.sandbox.add_guild("Elsewhere");
    // Once it has answered, the bot has heard of the other server as well.
    let asked = stage.ask("How is tea made?");
    stage.ann().answer_to(&asked).await.unwrap();
    let store = stage.app.store();
    for (server, channel) in [(first.0, 1), (other.0, 2)] {
        let off = ChannelSettings {
            mode: Mode::Off,
            ..ChannelSettings::default()
        };
        store
            .set_channel_settings(server, channel, off)
            .await
            .unwrap();
    }
    assert_eq!(store.servers().await.unwrap().len(), 2);
    (stage, first.0, other.0)
}

#[tokio::test]
async fn a_server_is_forgotten_when_the_bot_is_removed() {
    let (stage, first, other) = two_servers().await;
    stage
        .sandbox
        .remove_bot(discord_sandbox::Snowflake(other))
        .unwrap();
    let store = stage.app.store();
    stage
        .eventually(async || store.servers().await.unwrap() == [first])
        .await;
    assert_eq!(
        store.channel_settings(other, 2).await,
        ChannelSettings::default()
    );
}

#[tokio::test]
async fn a_server_that_only_fails_is_remembered() {
    let (mut stage, first, _) = two_servers().await;
    stage.sandbox.fail_server(discord_sandbox::Snowflake(first));
    let asked = stage.ask("How is tea made?");
    stage.ann().answer_to(&asked).await.unwrap();
    stage.stop().await.unwrap();
    let servers = stage.app.store().servers().await.unwrap();
    assert!(servers.contains(&first), "{servers:?}");
}

#[tokio::test]
async fn a_server_that_was_left_meanwhile_is_forgotten_at_the_next_start() {
    let (mut stage, first, other) = two_servers().await;
    stage.stop().await.unwrap();
    stage.sandbox.until_offline().await;
    stage
        .sandbox
        .remove_bot(discord_sandbox::Snowflake(other))
        .unwrap();
    assert_eq!(stage.app.store().servers().await.unwrap().len(), 2);
    stage.begin().await;
    let store = stage.app.store();
    stage
        .eventually(async || store.servers().await.unwrap() == [first])
        .await;
}

#[tokio::test]
async fn what_is_too_old_goes_when_the_bot_starts() {
    let mut stage = Stage::open(&[TEA]).await;
    let old = lodestar::store::Asked {
        id: lodestar::store::QuestionId(7),
        asker: 1,
        server: None,
        channel: 2,
        message: None,
        asked_at: jiff::Timestamp::from_second(1_600_000_000).unwrap(),
        locale: "en-US",
        text: "long ago",
        outcome: lodestar::store::Outcome::NotCovered,
        generation: 1,
        follows: None,
        public: false,
        took_ms: None,
    };
    stage.app.store().record_question(&old, None).await.unwrap();
    stage.restart().await;
    let store = stage.app.store();
    stage
        .eventually(async || store.show(1).await.unwrap().is_empty())
        .await;
}
