//! What admins see of questions that went wrong, and the record of what they do about them.

use tempfile::TempDir;

use super::*;

/// Somebody asks something that is not covered.
async fn asks_in_vain(store: &Store, asker: u64, text: &str, minutes: i64) -> QuestionId {
    let question = Asked {
        outcome: Outcome::NotCovered,
        asked_at: at(minutes),
        ..asked(asker, text)
    };
    store.record_question(&question, None).await.unwrap()
}

#[tokio::test]
async fn questions_that_went_wrong_are_gaps_once_a_wording() {
    let store = in_memory().await;
    asks_in_vain(&store, ADA, "Who invented the trombone?", 0).await;
    asks_in_vain(&store, BOB, "who invented the trombone", 9).await;
    let disliked = store
        .record_question(&asked(BOB, "Is it big?"), None)
        .await
        .unwrap();
    show(&store, disliked, 700, 1).await;
    store.vote(&click(ADA, 700, Opinion::Down)).await.unwrap();
    store
        .record_question(&asked(ADA, "Is it open?"), None)
        .await
        .unwrap();
    store
        .report_missed(&report(BOB, "Where is the zoo?"))
        .await
        .unwrap();

    let gaps = store.gaps(SERVER).await.unwrap();

    let seen: Vec<_> = gaps
        .iter()
        .map(|it| {
            (
                it.text.as_str(),
                it.not_covered,
                it.voted_down,
                it.reporters,
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("who invented the trombone", 2, 0, 0),
            ("Where is the zoo?", 0, 0, 1),
            ("Is it big?", 0, 1, 0),
        ]
    );
    assert_eq!(
        (gaps[0].last_at, &gaps[0].channels[..]),
        (at(9), &[CHANNEL][..])
    );
    assert!(store.gaps(SERVER + 1).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_is_decided_about_a_question_holds_for_its_wording() {
    let store = in_memory().await;
    asks_in_vain(&store, ADA, "Who invented the trombone?", 0).await;
    let covered = Decision::CoveredBy("trombone.md".to_owned());
    let text = "who invented the TROMBONE";
    store
        .decide_on(SERVER, text, &covered, at(5))
        .await
        .unwrap();
    let gaps = store.gaps(SERVER).await.unwrap();
    assert_eq!((gaps.len(), &gaps[0].decision), (1, &covered));
    asks_in_vain(&store, BOB, "Who invented the trombone?", 6).await;
    let gaps = store.gaps(SERVER).await.unwrap();
    assert_eq!(
        gaps[0].decision,
        Decision::Open,
        "it was asked in vain again"
    );
}

#[tokio::test]
async fn a_decision_outlives_the_daily_clearing_but_not_its_time_nor_its_only_asker() {
    let store = in_memory().await;
    for (asker, text) in [(ADA, "Is it big?"), (BOB, "Is it old?")] {
        asks_in_vain(&store, asker, text, 0).await;
        let decision = Decision::WontCover;
        store
            .decide_on(SERVER, text, &decision, at(1))
            .await
            .unwrap();
    }
    store.purge(at(2)).await.unwrap();
    assert_eq!(store.gaps(SERVER).await.unwrap().len(), 2);
    store.forget(ADA).await.unwrap();
    let gaps = store.gaps(SERVER).await.unwrap();
    assert_eq!((gaps.len(), gaps[0].text.as_str()), (1, "Is it old?"));
    store.purge(at(91 * 24 * 60)).await.unwrap();
    assert!(store.gaps(SERVER).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_admins_do_is_kept_and_names_nobody_who_was_forgotten() {
    let store = in_memory().await;
    store
        .audit(ADA, Some(SERVER), "reindex", at(0))
        .await
        .unwrap();
    store
        .audit(BOB, Some(SERVER), "golden add", at(1))
        .await
        .unwrap();
    store
        .audit(BOB, Some(SERVER + 1), "elsewhere", at(2))
        .await
        .unwrap();
    assert_eq!(store.show(ADA).await.unwrap().actions.len(), 1);
    store.forget(ADA).await.unwrap();
    let seen = store.audited(Some(SERVER), 0, 10).await.unwrap();
    let seen: Vec<_> = seen.iter().map(|it| (it.who, it.what.as_str())).collect();
    assert_eq!(seen, [(Some(BOB), "golden add"), (None, "reindex")]);
    let second = store.audited(Some(SERVER), 1, 10).await.unwrap();
    assert_eq!(second.len(), 1);
    store.purge(at(91 * 24 * 60)).await.unwrap();
    assert!(store.audited(None, 0, 10).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_change_is_proposed_applied_and_undone_once() {
    let store = in_memory().await;
    let proposal = Proposal {
        kind: ChangeKind::Synonym,
        subject: String::new(),
        value: "car, wagon".to_owned(),
        reason: "people say wagon".to_owned(),
    };
    let id = store.propose_change(&proposal, ADA, at(0)).await.unwrap();
    assert!(store.changes().await.unwrap().is_empty());
    assert!(!store.undo_change(id, ADA, at(1)).await.unwrap());
    assert!(store.apply_change(id, BOB, at(1)).await.unwrap());
    assert!(!store.apply_change(id, BOB, at(1)).await.unwrap());
    assert!(!store.drop_change(id).await.unwrap());
    assert_eq!(store.changes().await.unwrap()[0].author, Some(BOB));
    assert!(store.undo_change(id, ADA, at(2)).await.unwrap());
    let change = store.change(id).await.unwrap().unwrap();
    assert_eq!(
        (change.state, change.undone_by),
        (ChangeState::Undone, Some(ADA))
    );
    assert_eq!(store.show(ADA).await.unwrap().changes.len(), 1);
    store.forget(ADA).await.unwrap();
    assert!(store.show(ADA).await.unwrap().is_empty());
}

#[tokio::test]
async fn figures_tell_how_questions_went() {
    let store = in_memory().await;
    for asker in [ADA, BOB] {
        let question = Asked {
            took_ms: Some(40 + asker % 2),
            ..asked(asker, "Is it open?")
        };
        let id = store.record_question(&question, None).await.unwrap();
        show(&store, id, asker % 1_000 + 700, 1).await;
    }
    asks_in_vain(&store, ADA, "Is it mine alone?", 25 * 60).await;
    store.vote(&click(BOB, 712, Opinion::Up)).await.unwrap();

    let figures = store.figures(SERVER, at(0), at(7 * 24 * 60)).await.unwrap();

    assert_eq!(
        (figures.questions, figures.answered, figures.askers),
        (3, 2, 2)
    );
    assert_eq!((figures.not_covered, figures.up, figures.down), (1, 1, 0));
    let first = Day {
        answered: 2,
        ..Day::default()
    };
    let second = Day {
        not_covered: 1,
        ..Day::default()
    };
    let mut days = [Day::default(); 7];
    days[..2].copy_from_slice(&[first, second]);
    assert_eq!(figures.days, days);
    assert_eq!(figures.most_asked.len(), 1, "{:?}", figures.most_asked);
    assert_eq!(figures.most_asked[0].people, 2);
    assert_eq!(figures.slowest[0].took_ms, 41);
    assert_eq!(figures.articles, [("cars/charging.md".to_owned(), 2)]);
    let later = store.figures(SERVER, at(60), at(120)).await.unwrap();
    assert_eq!((later.questions, later.days), (0, vec![Day::default()]));
}

#[tokio::test]
async fn figures_hold_no_texts_where_none_are_to_be_kept() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("store.db");
    let store = on_disk(&path).await;
    for asker in [ADA, BOB] {
        let question = Asked {
            took_ms: Some(40),
            ..asked(asker, "Is it open?")
        };
        store.record_question(&question, None).await.unwrap();
    }
    store.close().await;
    let kept = config::Store { path: Some(path) };
    let hashed = privacy(config::QuestionPrivacy::Hashed);
    let store = Store::open(&kept, &hashed).await.unwrap();

    let figures = store.figures(SERVER, at(0), at(60)).await.unwrap();

    assert_eq!((figures.questions, figures.askers), (2, 2));
    assert!(figures.most_asked.is_empty(), "{figures:?}");
    let slow = Slow {
        text: None,
        took_ms: 40,
    };
    assert_eq!(figures.slowest, [slow.clone(), slow]);
}
