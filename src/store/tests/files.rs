use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use super::*;

/// Passes the file to the child that is killed.
const CHILDS_FILE: &str = "LODESTAR_TEST_STORE";

async fn open(path: &Path) -> Result<Store, StoreError> {
    let store = store_at(path, GIVES_UP);
    store.database().await.map(|_| store)
}

#[tokio::test]
async fn a_store_makes_its_folder_and_is_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new").join("file:odd name?.db");
    let store = on_disk(&path).await;
    store
        .record_question(&asked(ADA, "Why?"), None)
        .await
        .unwrap();
    let salt = store.database().await.unwrap().salt;
    store.close().await;
    assert!(path.is_file());
    let store = on_disk(&path).await;
    assert_eq!(store.show(ADA).await.unwrap().questions.len(), 1);
    assert_eq!(store.database().await.unwrap().salt, salt);
    store.check().await.unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn other_users_of_the_machine_cannot_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let store = on_disk(&folder.path().join("bot.db")).await;
    store
        .record_question(&asked(ADA, "Why?"), None)
        .await
        .unwrap();
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        let mode = file.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", file.path().display());
    }
}

#[tokio::test]
async fn a_file_that_is_no_database_is_left_as_it_is_until_the_operator_moves_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bot.db");
    let precious = "somebody's thesis, mistaken for a database of questions".repeat(40);
    std::fs::write(&path, &precious).unwrap();
    let error = open(&path).await.unwrap_err();
    assert_eq!(error.cause(), Some(Cause::Damaged));
    assert!(
        error.to_string().contains("it was left as it is"),
        "{error}"
    );
    assert_eq!(std::fs::read_to_string(&path).unwrap(), precious);
    let aside = Store::set_aside(&path, at(0)).unwrap();
    assert_eq!(std::fs::read_to_string(aside).unwrap(), precious);
    open(&path)
        .await
        .unwrap()
        .record_question(&asked(ADA, "Why?"), None)
        .await
        .unwrap();
}

#[tokio::test]
async fn damage_inside_is_found_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bot.db");
    let store = on_disk(&path).await;
    for number in 0..200 {
        let text = format!("{number} {}", "why ".repeat(100));
        store
            .record_question(&asked(ADA, &text), None)
            .await
            .unwrap();
    }
    store.close().await;
    let mut bytes = std::fs::read(&path).unwrap();
    let from = bytes.len() / 2;
    bytes[from..].fill(0xff);
    std::fs::write(&path, &bytes).unwrap();
    let store = store_at(&path, TRIES_ON);
    let found = store.check().await.unwrap_err();
    assert_eq!(found.cause(), Some(Cause::Damaged), "{found}");
    let used = store.show(ADA).await.unwrap_err();
    assert_eq!(used.cause(), Some(Cause::Damaged), "{used}");
    assert!(bytes.len() <= std::fs::read(&path).unwrap().len());
}

#[tokio::test]
async fn a_store_of_a_newer_version_is_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bot.db");
    let store = on_disk(&path).await;
    run_sql(
        &store,
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
         VALUES (999, 'of the future', TRUE, x'00', 0)",
    )
    .await;
    store.close().await;
    let error = open(&path).await.unwrap_err();
    assert_eq!(error.cause(), Some(Cause::Newer), "{error}");
}

#[tokio::test]
async fn a_path_that_cannot_be_a_file_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    for path in [folder.path(), &file.join("bot.db")] {
        let error = open(path).await.unwrap_err();
        assert_eq!(error.cause(), Some(Cause::CannotOpen), "{error}");
        assert!(
            error
                .to_string()
                .contains("check that store.path names a file"),
            "{error}"
        );
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_folder_that_may_not_be_written_to_is_told_and_done_without() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let closed = folder.path().join("closed");
    std::fs::create_dir(&closed).unwrap();
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o555)).unwrap();
    // Permissions do not bind the superuser; the kernel's own folders bind everybody.
    let binds = std::fs::write(closed.join("probe"), "").is_err();
    let folder = if binds {
        closed.as_path()
    } else {
        Path::new("/proc/self")
    };
    let file = config::Store {
        path: Some(folder.join("bot.db")),
    };
    let store = Store::at(&file, &privacy(config::QuestionPrivacy::Full));
    assert!(
        store
            .record_question(&asked(ADA, "Why?"), None)
            .await
            .is_err()
    );
    assert!(matches!(store.health(), Health::Failing { .. }));
    assert_eq!(
        store.channel_settings(SERVER, CHANNEL).await,
        ChannelSettings::default()
    );
}

#[tokio::test]
async fn what_was_recorded_survives_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bot.db");
    let mut child = alone("files::records_until_it_is_killed")
        .env(CHILDS_FILE, &path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let recorded: Vec<u64> = lines
        .filter_map(|line| {
            line.unwrap()
                .strip_prefix("recorded ")
                .map(|id| id.parse().unwrap())
        })
        .take(30)
        .collect();
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(recorded.len(), 30);
    assert!(path.with_extension("db-wal").metadata().unwrap().len() > 0);
    let store = on_disk(&path).await;
    store.check().await.unwrap();
    let found = store.show(ADA).await.unwrap().questions;
    for id in recorded {
        assert!(found.iter().any(|question| question.id.0 == id), "{id}");
    }
}

#[tokio::test]
#[ignore = "run by what_was_recorded_survives_a_kill, which kills it"]
async fn records_until_it_is_killed() {
    let path = std::env::var(CHILDS_FILE).expect("the file to record in");
    let store = on_disk(Path::new(&path)).await;
    loop {
        let id = store
            .record_question(&asked(ADA, "Why?"), None)
            .await
            .unwrap();
        println!("recorded {}", id.0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_at_once_lose_nothing() {
    const TASKS: u64 = 40;
    let folder = tempfile::tempdir().unwrap();
    for store in [
        in_memory().await,
        on_disk(&folder.path().join("bot.db")).await,
    ] {
        let tasks: Vec<_> = (0..TASKS)
            .map(|person| tokio::spawn(everyday_life(store.clone(), person)))
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(store.health(), Health::Working);
        let asked = store.questions_since(None, at(0), 1000).await.unwrap();
        assert_eq!(asked.len(), 3 * 40);
        assert_eq!(store.votes(5, 0).await.unwrap().up, TASKS);
        assert_eq!(store.missed(None).await.unwrap()[0].reporters, TASKS);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_who_begin_at_once_share_the_store() {
    for _ in 0..10 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bot.db");
        let begin = |asker| {
            let path = path.clone();
            tokio::spawn(async move {
                let store = on_disk(&path).await;
                store
                    .record_question(&asked(asker, "Why?"), None)
                    .await
                    .unwrap();
                store
            })
        };
        let (one, other) = (begin(1), begin(2));
        let (one, other) = (one.await.unwrap(), other.await.unwrap());
        let salt = async |store: &Store| store.database().await.unwrap().salt;
        assert_eq!(salt(&one).await, salt(&other).await);
        assert_eq!(one.questions_since(None, at(0), 9).await.unwrap().len(), 2);
    }
}

async fn everyday_life(store: Store, person: u64) {
    for round in 0..3 {
        let question = store
            .record_question(&asked(person, "Why?"), None)
            .await
            .unwrap();
        show(&store, question, 1000 + 3 * person + round, 1).await;
        store.popular(SERVER, 5).await.unwrap();
        store.channel_settings(SERVER, CHANNEL).await;
    }
    store.vote(&click(person, 5, Opinion::Up)).await.unwrap();
    store
        .report_missed(&report(person, "Does it tow?"))
        .await
        .unwrap();
}
