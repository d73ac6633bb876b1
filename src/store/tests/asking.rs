use super::*;

#[tokio::test]
async fn a_question_is_found_again_as_it_was_asked() {
    let store = in_memory().await;
    let text = "How far does it go? \u{202e}🚗 'x'); DROP TABLE questions; --";
    let mut question = asked(ADA, text);
    question.message = Some(u64::MAX - 1);
    let id = store.record_question(&question, None).await.unwrap();
    let found = store.questions_since(None, at(0), 10).await.unwrap();
    let [found] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!(
        (found.id, found.asker, found.message),
        (id, ADA, Some(u64::MAX - 1))
    );
    assert_eq!(found.text.as_deref(), Some(text));
    assert_eq!((found.asked_at, found.outcome), (at(0), Outcome::Answered));
}

#[tokio::test]
async fn follow_ups_lead_back_to_what_they_follow() {
    let store = in_memory().await;
    let mut last = None;
    for text in [
        "What is the range?",
        "And in winter?",
        "And with a trailer?",
    ] {
        let question = Asked {
            follows: last,
            ..asked(ADA, text)
        };
        last = Some(store.record_question(&question, None).await.unwrap());
    }
    let chain = store.conversation(last.unwrap(), 2).await.unwrap();
    let texts: Vec<_> = chain
        .iter()
        .filter_map(|question| question.text.as_deref())
        .collect();
    assert_eq!(texts, ["And with a trailer?", "And in winter?"]);
}

#[tokio::test]
async fn a_follow_up_outlives_the_question_it_followed() {
    let store = in_memory().await;
    let first = store
        .record_question(&asked(ADA, "What is the range?"), None)
        .await
        .unwrap();
    let follow = Asked {
        follows: Some(first),
        ..asked(BOB, "And in winter?")
    };
    let second = store.record_question(&follow, None).await.unwrap();
    assert!(store.remove_question(first).await.unwrap());
    let late = Asked {
        follows: Some(first),
        ..asked(BOB, "And now?")
    };
    let third = store.record_question(&late, None).await.unwrap();
    for question in [second, third] {
        let chain = store.conversation(question, 9).await.unwrap();
        assert_eq!(chain.len(), 1);
        assert_eq!(chain[0].follows, None);
    }
}

#[tokio::test]
async fn a_message_leads_to_the_answer_and_its_passages() {
    let store = in_memory().await;
    let question = Asked {
        message: Some(100),
        ..asked(ADA, "Where is it built?")
    };
    let id = store.record_question(&question, None).await.unwrap();
    show(&store, id, 101, 1).await;
    let answer = store.answer(101).await.unwrap().unwrap();
    assert_eq!(answer.passages, passages());
    assert_eq!((answer.question, answer.asker), (id, ADA));
    assert_eq!(
        (answer.server, answer.question_message),
        (Some(SERVER), Some(100))
    );
    assert_eq!(
        store.latest_answer(CHANNEL).await.unwrap().as_ref(),
        Some(&answer)
    );
    assert_eq!(store.answers_to(100).await.unwrap(), [answer]);
    assert_eq!(store.answer(102).await.unwrap(), None);
}

#[tokio::test]
async fn an_edited_question_has_a_new_answer_in_the_same_message() {
    let store = in_memory().await;
    let id = store
        .record_question(&asked(ADA, "Wher is it bilt?"), None)
        .await
        .unwrap();
    show(&store, id, 101, 1).await;
    let revised = store
        .revise_question(id, "Where is it built?", Outcome::Closest, 4)
        .await;
    assert!(revised.unwrap());
    let other = [PassageRef {
        article: "a.md".to_owned(),
        position: 7,
        section: None,
        hash: "new".to_owned(),
        changed: false,
    }];
    let again = Answered {
        message: 101,
        channel: CHANNEL,
        question: id,
        generation: 4,
        shown_at: at(2),
        editable: true,
        passages: &other,
    };
    store.record_answer(&again).await.unwrap();
    let answers = store.answers_since(at(0)).await.unwrap();
    assert_eq!(answers.len(), 1);
    assert_eq!(
        (answers[0].passages.as_slice(), answers[0].generation),
        (&other[..], 4)
    );
    let question = &store.conversation(id, 1).await.unwrap()[0];
    assert_eq!(question.text.as_deref(), Some("Where is it built?"));
    assert_eq!(question.outcome, Outcome::Closest);
}

#[tokio::test]
async fn an_answer_to_a_forgotten_question_is_not_recorded() {
    let store = in_memory().await;
    let id = store
        .record_question(&asked(ADA, "Where is it built?"), None)
        .await
        .unwrap();
    store.remove_question(id).await.unwrap();
    show(&store, id, 101, 1).await;
    assert_eq!(store.answer(101).await.unwrap(), None);
    assert_eq!(store.health(), Health::Working);
}

#[tokio::test]
async fn a_deleted_answer_leaves_its_question() {
    let store = in_memory().await;
    let id = store
        .record_question(&asked(ADA, "Where is it built?"), None)
        .await
        .unwrap();
    show(&store, id, 101, 1).await;
    assert!(store.remove_answer(101).await.unwrap());
    assert!(!store.remove_answer(101).await.unwrap());
    assert_eq!(store.conversation(id, 1).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_many_asked_and_nobody_disliked_is_popular() {
    let store = in_memory().await;
    for (asker, text) in [
        (1, "what is the range"),
        (2, "What is the range?"),
        (3, "Where is it built?"),
        (3, "where is it built"),
        (3, "Where is it built?!"),
    ] {
        store
            .record_question(&asked(asker, text), None)
            .await
            .unwrap();
    }
    let disliked = store
        .record_question(&asked(4, "Is it fast?"), None)
        .await
        .unwrap();
    show(&store, disliked, 200, 1).await;
    store.vote(&click(BOB, 200, Opinion::Down)).await.unwrap();
    let private = Asked {
        public: false,
        ..asked(5, "Who leaks the plans?")
    };
    let unanswered = Asked {
        outcome: Outcome::Closest,
        ..asked(5, "Does it fly?")
    };
    let elsewhere = Asked {
        server: Some(99),
        ..asked(5, "What is it like there?")
    };
    let direct = Asked {
        server: None,
        ..asked(5, "Can you keep a secret?")
    };
    for question in [private, unanswered, elsewhere, direct] {
        store.record_question(&question, None).await.unwrap();
    }
    let popular = store.popular(SERVER, 10).await.unwrap();
    assert_eq!(popular, ["What is the range?", "Where is it built?"]);
    assert_eq!(
        store.popular(SERVER, 1).await.unwrap(),
        ["What is the range?"]
    );
    for voter in [1, 2] {
        store.vote(&click(voter, 200, Opinion::Up)).await.unwrap();
    }
    assert!(
        store
            .popular(SERVER, 10)
            .await
            .unwrap()
            .contains(&"Is it fast?".to_owned())
    );
}

#[tokio::test]
async fn the_newest_questions_come_first_and_each_server_has_its_own() {
    let store = in_memory().await;
    for minute in 0..4 {
        let server = Some(SERVER + u64::try_from(minute % 2).unwrap());
        let question = Asked {
            server,
            asked_at: at(minute),
            ..asked(ADA, "Why?")
        };
        store.record_question(&question, None).await.unwrap();
    }
    let minutes = |found: Vec<PastQuestion>| -> Vec<_> {
        found.iter().map(|question| question.asked_at).collect()
    };
    let here = store
        .questions_since(Some(SERVER), at(0), 10)
        .await
        .unwrap();
    assert_eq!(minutes(here), [at(2), at(0)]);
    let all = store.questions_since(None, at(1), 2).await.unwrap();
    assert_eq!(minutes(all), [at(3), at(2)]);
}
