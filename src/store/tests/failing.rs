use super::*;

/// A store in memory on whose connection `trouble` was run.
async fn memory_with(trouble: &str, patience: Patience) -> Store {
    let none = config::Store { path: None };
    let store = Store::new(&none, &privacy(config::QuestionPrivacy::Full), patience);
    store
        .record_question(&asked(ADA, "Is anybody there?"), None)
        .await
        .unwrap();
    run_sql(&store, trouble).await;
    store
}

fn reason(store: &Store) -> String {
    match store.health() {
        Health::Working => "working".to_owned(),
        Health::Failing { reason, .. } => reason,
    }
}

#[tokio::test]
async fn a_full_disk_is_told_and_not_tried_again_before_its_time() {
    let store = memory_with("PRAGMA max_page_count = 1", GIVES_UP).await;
    let long = "why ".repeat(5000);
    let full = store
        .record_question(&asked(ADA, &long), None)
        .await
        .unwrap_err();
    assert_eq!(full.cause(), Some(Cause::Full));
    assert!(
        reason(&store).contains("has no room left: free space on its disk"),
        "{full}"
    );
    let refused = store.popular(SERVER, 3).await.unwrap_err();
    assert!(
        matches!(refused, StoreError::Unavailable { .. }),
        "{refused:?}"
    );
    assert_eq!(
        store.popular(SERVER, 3).await.unwrap_or_default(),
        Vec::<String>::new()
    );
}

#[tokio::test]
async fn a_store_recovers_when_its_trouble_is_over() {
    let store = memory_with("PRAGMA query_only = ON", TRIES_ON).await;
    let off = ChannelSettings {
        mode: Mode::Off,
        ..ChannelSettings::default()
    };
    let unwritten = store
        .set_channel_settings(SERVER, CHANNEL, off)
        .await
        .unwrap_err();
    assert_eq!(unwritten.cause(), Some(Cause::ReadOnly));
    // Reading would work, but a store that cannot be written to is of no use.
    assert!(store.show(ADA).await.is_err());
    let database = store.inner.database.lock().await.clone().unwrap();
    sqlx::query("PRAGMA query_only = OFF")
        .execute(&database.pool)
        .await
        .unwrap();
    assert_eq!(store.show(ADA).await.unwrap().questions.len(), 1);
    assert_eq!(store.health(), Health::Working);
    assert_eq!(
        store.server_settings(SERVER).await.unwrap(),
        [(CHANNEL, off)]
    );
}

#[test]
fn a_failing_store_warns_once() {
    let output = alone("failing::fails_again_and_again_and_logs")
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let log = String::from_utf8(output.stderr).unwrap();
    assert_eq!(log.matches("WARN").count(), 1, "{log}");
    assert!(log.contains("going on without the store"), "{log}");
    assert_eq!(log.matches("the store works again").count(), 1, "{log}");
    assert!(!log.contains("Why?"), "{log}");
}

#[tokio::test]
#[ignore = "run by a_failing_store_warns_once, which reads what it logs"]
async fn fails_again_and_again_and_logs() {
    let log = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_writer(std::io::stderr);
    log.init();
    let store = memory_with("PRAGMA query_only = ON", TRIES_ON).await;
    let database = store.database().await.unwrap();
    for _ in 0..5 {
        store
            .record_question(&asked(ADA, "Why?"), None)
            .await
            .unwrap_err();
    }
    sqlx::query("PRAGMA query_only = OFF")
        .execute(&database.pool)
        .await
        .unwrap();
    store
        .record_question(&asked(ADA, "Why?"), None)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_store_that_another_process_holds_is_told_as_busy() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bot.db");
    let holder = on_disk(&path).await;
    let mut held = holder.database().await.unwrap().begin().await.unwrap();
    sqlx::query("DELETE FROM votes")
        .execute(&mut *held)
        .await
        .unwrap();
    let store = store_at(&path, TRIES_ON);
    let busy = store.vote(&click(ADA, 7, Opinion::Up)).await.unwrap_err();
    assert_eq!(busy.cause(), Some(Cause::Busy), "{busy}");
    held.rollback().await.unwrap();
    store.vote(&click(ADA, 7, Opinion::Up)).await.unwrap();
    assert_eq!(store.health(), Health::Working);
}

#[tokio::test]
async fn a_mistaken_statement_is_not_the_stores_failure() {
    let store = in_memory().await;
    run_sql(&store, "DROP TABLE reports").await;
    let error = store.missed(None).await.unwrap_err();
    assert!(matches!(error, StoreError::Statement(_)), "{error:?}");
    assert_eq!(store.health(), Health::Working);
}
