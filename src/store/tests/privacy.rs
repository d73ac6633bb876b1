use config::QuestionPrivacy;
use sqlx::Row as _;

use super::*;

const SECRET: &str = "How do I hide a blue elephant?";

/// Ada asks, is answered, votes, reports and is given work.
async fn ada_does_everything(store: &Store) {
    let mut question = asked(ADA, SECRET);
    question.message = Some(900);
    let id = store.record_question(&question, None).await.unwrap();
    show(store, id, 901, 1).await;
    store.vote(&click(ADA, 901, Opinion::Down)).await.unwrap();
    store.give_reason(901, ADA, Reason::Unclear).await.unwrap();
    store.report_missed(&report(ADA, SECRET)).await.unwrap();
    let bobs = store
        .report_missed(&report(BOB, "What does a zebra eat?"))
        .await
        .unwrap();
    store
        .decide(bobs, &Decision::AssignedTo(ADA), at(5))
        .await
        .unwrap();
}

/// Every value in every table, as text.
async fn everything(store: &Store) -> Vec<String> {
    let database = store.database().await.unwrap();
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table' \
                  AND name NOT LIKE '\\_sqlx%' ESCAPE '\\'";
    let tables: Vec<String> = sqlx::query_scalar(tables)
        .fetch_all(&database.pool)
        .await
        .unwrap();
    assert!(tables.len() >= 8, "{tables:?}");
    let mut values = Vec::new();
    for table in tables {
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!("SELECT * FROM {table}")))
            .fetch_all(&database.pool)
            .await
            .unwrap();
        for row in rows {
            for column in 0..row.len() {
                let number: Result<Option<i64>, _> = row.try_get(column);
                let text: Result<Option<String>, _> = row.try_get(column);
                values.extend(number.ok().flatten().map(|number| number.to_string()));
                values.extend(text.ok().flatten());
            }
        }
    }
    values
}

/// The bytes of the database and of every file beside it.
fn bytes_of(folder: &Path) -> Vec<u8> {
    let files = std::fs::read_dir(folder).unwrap();
    files
        .flat_map(|file| std::fs::read(file.unwrap().path()).unwrap())
        .collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[tokio::test]
async fn a_person_is_shown_everything_about_them() {
    let store = in_memory().await;
    ada_does_everything(&store).await;
    let data = serde_json::to_value(store.show(ADA).await.unwrap()).unwrap();
    assert_eq!(data["questions"][0]["text"], SECRET);
    assert_eq!(data["questions"][0]["asker"], ADA.to_string());
    assert_eq!(data["questions"][0]["down"], 1);
    assert_eq!(
        data["answers"][0]["passages"][0]["article"],
        "cars/charging.md"
    );
    assert_eq!(data["votes"][0]["reason"], "unclear");
    assert_eq!(data["reports"][0]["text"], SECRET);
    assert_eq!(data["assigned"].as_array().unwrap().len(), 1);
    assert!(store.show(777).await.unwrap().is_empty());
}

#[tokio::test]
async fn forgetting_leaves_nothing_in_the_tables_nor_in_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let store = on_disk(&folder.path().join("bot.db")).await;
    ada_does_everything(&store).await;
    let id_of_ada = ADA.cast_signed().to_string();
    assert!(everything(&store).await.contains(&id_of_ada));
    assert!(holds(&bytes_of(folder.path()), SECRET));

    let removed = store.forget(ADA).await.unwrap();

    let one_each = Removed {
        questions: 1,
        answers: 1,
        votes: 1,
        reports: 1,
        missed: 1,
        settings: 0,
        texts: 0,
    };
    assert_eq!(removed, one_each);
    assert!(store.show(ADA).await.unwrap().is_empty());
    let left = everything(&store).await;
    assert!(
        !left.contains(&id_of_ada) && !left.contains(&SECRET.to_owned()),
        "{left:?}"
    );
    assert!(!holds(&bytes_of(folder.path()), SECRET));
    let missed = store.missed(None).await.unwrap();
    assert_eq!(
        (missed[0].text.as_str(), &missed[0].decision),
        ("What does a zebra eat?", &Decision::Open)
    );
    assert_eq!(store.forget(ADA).await.unwrap(), Removed::default());
}

#[tokio::test]
async fn forgetting_one_person_leaves_the_others_alone() {
    let store = in_memory().await;
    ada_does_everything(&store).await;
    let question = store
        .record_question(&asked(BOB, SECRET), None)
        .await
        .unwrap();
    show(&store, question, 950, 1).await;
    store.report_missed(&report(BOB, SECRET)).await.unwrap();
    store.vote(&click(BOB, 901, Opinion::Up)).await.unwrap();
    let before = store.show(BOB).await.unwrap();
    store.forget(ADA).await.unwrap();
    assert_eq!(store.show(BOB).await.unwrap(), before);
    assert_eq!(store.missed(None).await.unwrap().len(), 2);
}

#[tokio::test]
async fn what_belongs_to_a_server_goes_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let store = on_disk(&folder.path().join("bot.db")).await;
    ada_does_everything(&store).await;
    let elsewhere = Asked {
        server: Some(99),
        ..asked(ADA, "And over there?")
    };
    store.record_question(&elsewhere, None).await.unwrap();
    assert_eq!(store.servers().await.unwrap(), [SERVER, 99]);
    let removed = store.forget_server(SERVER).await.unwrap();
    assert_eq!(store.servers().await.unwrap(), [99]);
    assert_eq!(
        (removed.questions, removed.answers, removed.votes),
        (1, 1, 1)
    );
    assert_eq!((removed.reports, removed.missed), (2, 2));
    let left = store.show(ADA).await.unwrap();
    assert_eq!(
        (left.questions.len(), left.votes.len(), left.reports.len()),
        (1, 0, 0)
    );
    assert!(!everything(&store).await.contains(&SERVER.to_string()));
    assert!(!holds(&bytes_of(folder.path()), SECRET));
}

#[tokio::test]
async fn everything_goes_when_its_days_are_over_and_not_before() {
    const DAY: i64 = 24 * 60;
    let store = in_memory().await;
    ada_does_everything(&store).await;
    let settings = ChannelSettings {
        mode: Mode::Off,
        ..ChannelSettings::default()
    };
    store
        .set_channel_settings(SERVER, CHANNEL, settings)
        .await
        .unwrap();
    let late = Asked {
        asked_at: at(2 * DAY),
        ..asked(BOB, "Why?")
    };
    store.record_question(&late, None).await.unwrap();
    assert_eq!(store.purge(at(90 * DAY)).await.unwrap(), Removed::default());
    let removed = store.purge(at(90 * DAY + 6)).await.unwrap();
    let all = Removed {
        questions: 1,
        answers: 1,
        votes: 1,
        reports: 2,
        missed: 2,
        settings: 0,
        texts: 0,
    };
    assert_eq!(removed, all);
    assert!(store.show(ADA).await.unwrap().is_empty());
    assert_eq!(store.show(BOB).await.unwrap().questions.len(), 1);
    assert_eq!(store.channel_settings(SERVER, CHANNEL).await, settings);
}

#[tokio::test]
async fn a_great_many_go_as_well() {
    let store = in_memory().await;
    for asker in 0..1200 {
        let question = store
            .record_question(&asked(asker, "Why?"), None)
            .await
            .unwrap();
        show(&store, question, 1000 + asker, 200 * 24 * 60).await;
    }
    let removed = store.purge(at(100 * 24 * 60)).await.unwrap();
    assert_eq!((removed.questions, removed.answers), (1200, 1200));
}

#[tokio::test]
async fn texts_are_hashed_or_not_kept_at_all() {
    for (keep, hashed) in [
        (QuestionPrivacy::Hashed, true),
        (QuestionPrivacy::Off, false),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let file = config::Store {
            path: Some(folder.path().join("bot.db")),
        };
        let store = Store::open(&file, &privacy(keep)).await.unwrap();
        let id = store
            .record_question(&asked(ADA, SECRET), None)
            .await
            .unwrap();
        store
            .revise_question(id, SECRET, Outcome::Answered, 1)
            .await
            .unwrap();
        let hash = wording::hash(&store.database().await.unwrap().salt, SECRET);
        assert_eq!(everything(&store).await.contains(&hash), hashed, "{keep:?}");
        assert!(!holds(&bytes_of(folder.path()), SECRET), "{keep:?}");
        assert_eq!(store.show(ADA).await.unwrap().questions[0].text, None);
        assert_eq!(
            store.popular(SERVER, 5).await.unwrap(),
            Vec::<String>::new()
        );
    }
}

#[tokio::test]
async fn two_stores_hash_the_same_question_differently() {
    let (one, other) = (
        keeping(QuestionPrivacy::Hashed).await,
        keeping(QuestionPrivacy::Hashed).await,
    );
    let (one, other) = (
        one.database().await.unwrap().salt,
        other.database().await.unwrap().salt,
    );
    assert_ne!(wording::hash(&one, SECRET), wording::hash(&other, SECRET));
}

#[tokio::test]
async fn texts_kept_earlier_go_once_the_operator_no_longer_wants_them() {
    let folder = tempfile::tempdir().unwrap();
    let file = config::Store {
        path: Some(folder.path().join("bot.db")),
    };
    let store = Store::open(&file, &privacy(QuestionPrivacy::Full))
        .await
        .unwrap();
    store
        .record_question(&asked(ADA, SECRET), None)
        .await
        .unwrap();
    store.close().await;
    let store = Store::open(&file, &privacy(QuestionPrivacy::Off))
        .await
        .unwrap();
    assert_eq!(store.purge(at(0)).await.unwrap().texts, 1);
    assert!(!holds(&bytes_of(folder.path()), SECRET));
    assert_eq!(store.show(ADA).await.unwrap().questions[0].text, None);
}
