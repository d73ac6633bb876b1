use super::*;

#[tokio::test]
async fn the_same_click_twice_takes_a_vote_back() {
    let store = in_memory().await;
    let up = |number, own| Votes {
        up: number,
        down: 0,
        own,
    };
    let first = store.vote(&click(ADA, 7, Opinion::Up)).await.unwrap();
    assert_eq!(first, up(1, Some(Opinion::Up)));
    let second = store.vote(&click(ADA, 7, Opinion::Up)).await.unwrap();
    assert_eq!(second, up(0, None));
}

#[tokio::test]
async fn everybody_has_one_vote_a_message() {
    let store = in_memory().await;
    store.vote(&click(ADA, 7, Opinion::Up)).await.unwrap();
    store.vote(&click(BOB, 7, Opinion::Up)).await.unwrap();
    let changed = store.vote(&click(ADA, 7, Opinion::Down)).await.unwrap();
    assert_eq!(
        changed,
        Votes {
            up: 1,
            down: 1,
            own: Some(Opinion::Down)
        }
    );
    let seen = store.votes(7, 999).await.unwrap();
    assert_eq!(
        seen,
        Votes {
            up: 1,
            down: 1,
            own: None
        }
    );
    assert_eq!(store.votes(8, ADA).await.unwrap(), Votes::default());
}

#[tokio::test]
async fn a_reason_belongs_to_a_vote_against_and_goes_with_it() {
    let store = in_memory().await;
    assert!(!store.give_reason(7, ADA, Reason::Outdated).await.unwrap());
    store.vote(&click(ADA, 7, Opinion::Down)).await.unwrap();
    assert!(store.give_reason(7, ADA, Reason::Outdated).await.unwrap());
    assert_eq!(
        store.show(ADA).await.unwrap().votes[0].reason,
        Some(Reason::Outdated)
    );
    store.vote(&click(ADA, 7, Opinion::Up)).await.unwrap();
    assert_eq!(store.show(ADA).await.unwrap().votes[0].reason, None);
    assert!(!store.give_reason(7, ADA, Reason::Wrong).await.unwrap());
}

#[test]
fn reasons_and_opinions_are_read_from_their_words() {
    for reason in Reason::ALL {
        assert_eq!(Reason::from_word(reason.word()), Some(*reason));
    }
    assert_eq!(Opinion::from_word("sideways"), None);
}

#[tokio::test]
async fn a_missed_question_is_one_however_many_report_it() {
    let store = in_memory().await;
    let first = store
        .report_missed(&report(ADA, "Does it tow?"))
        .await
        .unwrap();
    let second = MissedReport {
        channel: 50,
        reported_at: at(9),
        ..report(BOB, "does it TOW")
    };
    assert_eq!(store.report_missed(&second).await.unwrap(), first);
    let elsewhere = MissedReport {
        server: Some(99),
        ..report(BOB, "Does it tow?")
    };
    assert_ne!(store.report_missed(&elsewhere).await.unwrap(), first);
    let missed = store.missed(Some(SERVER)).await.unwrap();
    let [missed] = missed.as_slice() else {
        panic!("{missed:?}")
    };
    assert_eq!(
        (missed.text.as_str(), missed.reporters),
        ("Does it tow?", 2)
    );
    assert_eq!(
        (missed.channels.as_slice(), missed.last_reported_at),
        (&[50, CHANNEL][..], at(9))
    );
    assert_eq!(missed.decision, Decision::Open);
    assert_eq!(store.missed(None).await.unwrap().len(), 2);
}

#[tokio::test]
async fn editors_decide_and_a_question_covered_in_vain_is_open_again() {
    let store = in_memory().await;
    let id = store
        .report_missed(&report(ADA, "Does it tow?"))
        .await
        .unwrap();
    let decisions = [
        Decision::AssignedTo(BOB),
        Decision::WontCover,
        Decision::Open,
        Decision::CoveredBy("towing.md".to_owned()),
    ];
    for decision in decisions {
        assert!(store.decide(id, &decision, at(5)).await.unwrap());
        assert_eq!(store.missed(None).await.unwrap()[0].decision, decision);
    }
    store
        .report_missed(&report(BOB, "Does it tow?"))
        .await
        .unwrap();
    assert_eq!(
        store.missed(None).await.unwrap()[0].decision,
        Decision::Open
    );
    store.decide(id, &Decision::WontCover, at(6)).await.unwrap();
    store
        .report_missed(&report(3, "Does it tow?"))
        .await
        .unwrap();
    assert_eq!(
        store.missed(None).await.unwrap()[0].decision,
        Decision::WontCover
    );
    assert!(
        !store
            .decide(MissedId(1), &Decision::Open, at(5))
            .await
            .unwrap()
    );
}

#[tokio::test]
async fn each_who_wished_for_it_waits_until_they_have_been_told() {
    let store = in_memory().await;
    let id = store
        .report_missed(&report(ADA, "Does it tow?"))
        .await
        .unwrap();
    let quiet = MissedReport {
        remind: false,
        ..report(BOB, "Does it tow?")
    };
    store.report_missed(&quiet).await.unwrap();
    let ada = Reminder {
        reporter: ADA,
        channel: CHANNEL,
        locale: "sv-SE".to_owned(),
    };
    for _ in 0..2 {
        let waiting = store.reminders(id).await.unwrap();
        assert_eq!(waiting, std::slice::from_ref(&ada));
    }
    store.note_reminded(id, BOB, at(9)).await.unwrap();
    assert_eq!(store.reminders(id).await.unwrap(), [ada]);
    store.note_reminded(id, ADA, at(9)).await.unwrap();
    assert_eq!(store.reminders(id).await.unwrap(), []);
}

#[tokio::test]
async fn a_reminder_can_be_called_off() {
    let store = in_memory().await;
    let id = store
        .report_missed(&report(ADA, "Does it tow?"))
        .await
        .unwrap();
    let quiet = MissedReport {
        remind: false,
        ..report(ADA, "Does it tow?")
    };
    store.report_missed(&quiet).await.unwrap();
    assert_eq!(store.reminders(id).await.unwrap(), []);
}

#[tokio::test]
async fn articles_are_of_use_by_answers_and_votes() {
    let store = in_memory().await;
    let question = store
        .record_question(&asked(ADA, "Is tea hot?"), None)
        .await;
    let question = question.unwrap();
    let passage = |article: &str| PassageRef {
        article: article.to_owned(),
        position: 0,
        section: None,
        hash: "h".to_owned(),
        changed: false,
    };
    let passages = [passage("tea.md"), passage("milk.md"), passage("milk.md")];
    let answer = Answered {
        message: 7,
        channel: 1,
        question,
        generation: 1,
        shown_at: at(5),
        editable: true,
        passages: &passages,
    };
    store.record_answer(&answer).await.unwrap();
    store.vote(&click(ADA, 7, Opinion::Up)).await.unwrap();
    store.vote(&click(BOB, 7, Opinion::Down)).await.unwrap();
    store.vote(&click(BOB, 8, Opinion::Down)).await.unwrap();
    let uses = store.uses().await.unwrap();
    let of = |shown, up, down| Uses { shown, up, down };
    assert_eq!(uses.get("tea.md"), Some(&of(1, 1, 1)));
    assert_eq!(uses.get("milk.md"), Some(&of(1, 0, 0)));
    assert_eq!(uses.len(), 2);
}
