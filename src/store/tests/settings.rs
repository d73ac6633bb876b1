use super::*;

const FORUM: ChannelSettings = ChannelSettings {
    mode: Mode::Confident,
    answers_in: AnswersIn::Thread,
    forum: Some(ForumSettings {
        solved_tag: Some(u64::MAX),
    }),
};

#[tokio::test]
async fn settings_hold_for_their_channel_and_outlive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bot.db");
    let store = on_disk(&path).await;
    assert_eq!(
        store.channel_settings(SERVER, CHANNEL).await,
        ChannelSettings::default()
    );
    store
        .set_channel_settings(SERVER, CHANNEL, FORUM)
        .await
        .unwrap();
    store.close().await;
    let store = on_disk(&path).await;
    assert_eq!(store.channel_settings(SERVER, CHANNEL).await, FORUM);
    assert_eq!(
        store.channel_settings(SERVER, 50).await,
        ChannelSettings::default()
    );
    assert_eq!(
        store.server_settings(SERVER).await.unwrap(),
        [(CHANNEL, FORUM)]
    );
    store.remove_channel_settings(CHANNEL).await.unwrap();
    assert_eq!(
        store.channel_settings(SERVER, CHANNEL).await,
        ChannelSettings::default()
    );
}

#[tokio::test]
async fn two_processes_see_each_others_settings() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bot.db");
    let (one, other) = (store_at(&path, TRIES_ON), store_at(&path, TRIES_ON));
    assert_eq!(
        other.channel_settings(SERVER, CHANNEL).await,
        ChannelSettings::default()
    );
    one.set_channel_settings(SERVER, CHANNEL, FORUM)
        .await
        .unwrap();
    assert_eq!(other.channel_settings(SERVER, CHANNEL).await, FORUM);
}

#[tokio::test]
async fn whoever_changes_settings_sees_what_another_process_has_just_set() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bot.db");
    let (one, other) = (on_disk(&path).await, on_disk(&path).await);
    let before = other.channel_settings(SERVER, CHANNEL).await;
    one.set_channel_settings(SERVER, CHANNEL, FORUM)
        .await
        .unwrap();
    assert_eq!(other.channel_settings(SERVER, CHANNEL).await, before);
    assert_eq!(other.latest_channel_settings(SERVER, CHANNEL).await, FORUM);
    assert_eq!(other.channel_settings(SERVER, CHANNEL).await, FORUM);
}

#[tokio::test]
async fn without_a_store_settings_hold_in_memory_and_are_written_when_it_is_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bot.db");
    std::fs::write(
        &path,
        "this is no database, and long enough to be told apart",
    )
    .unwrap();
    let store = store_at(&path, TRIES_ON);
    let kept = store.set_channel_settings(SERVER, CHANNEL, FORUM).await;
    assert_eq!(kept.unwrap_err().cause(), Some(Cause::Damaged));
    assert_eq!(store.channel_settings(SERVER, CHANNEL).await, FORUM);
    assert_ne!(store.health(), Health::Working);

    Store::set_aside(&path, at(0)).unwrap();
    assert_eq!(store.channel_settings(SERVER, CHANNEL).await, FORUM);
    assert_eq!(store.health(), Health::Working);
    assert_eq!(
        on_disk(&path).await.channel_settings(SERVER, CHANNEL).await,
        FORUM
    );
}

#[tokio::test]
async fn settings_that_were_just_read_are_not_read_again() {
    let store = in_memory().await;
    store
        .set_channel_settings(SERVER, CHANNEL, FORUM)
        .await
        .unwrap();
    run_sql(&store, "UPDATE channel_settings SET mode = 'off'").await;
    assert_eq!(store.channel_settings(SERVER, CHANNEL).await, FORUM);
}

#[tokio::test]
async fn settings_last_seen_hold_while_the_store_fails() {
    let folder = tempfile::tempdir().unwrap();
    let store = store_at(&folder.path().join("bot.db"), TRIES_ON);
    store
        .set_channel_settings(SERVER, CHANNEL, FORUM)
        .await
        .unwrap();
    run_sql(&store, "DROP TABLE channel_settings").await;
    assert_eq!(store.channel_settings(SERVER, CHANNEL).await, FORUM);
}

#[tokio::test]
async fn a_server_that_is_left_takes_its_settings_with_it() {
    let store = in_memory().await;
    store
        .set_channel_settings(SERVER, CHANNEL, FORUM)
        .await
        .unwrap();
    store.set_channel_settings(99, 100, FORUM).await.unwrap();
    let removed = store.forget_server(SERVER).await.unwrap();
    assert_eq!(
        removed,
        Removed {
            settings: 1,
            ..Removed::default()
        }
    );
    run_sql(&store, "DROP TABLE channel_settings").await;
    assert_eq!(
        store.channel_settings(SERVER, CHANNEL).await,
        ChannelSettings::default()
    );
    assert_eq!(store.channel_settings(99, 100).await, FORUM);
}
