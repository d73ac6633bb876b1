//! Corrections of answers.

use super::*;

/// Answers in messages 7, 8 and 9, shown one after the other; the last one in private.
async fn three_answers(store: &Store) {
    for message in [7, 8, 9] {
        let question = asked(ADA, "How far?");
        let id = store.record_question(&question, None).await.unwrap();
        let passages = passages();
        let answer = Answered {
            message,
            channel: CHANNEL,
            question: id,
            generation: 3,
            shown_at: at(i64::try_from(message).unwrap()),
            editable: message != 9,
            passages: &passages,
        };
        store.record_answer(&answer).await.unwrap();
    }
}

async fn next(store: &Store, minutes: i64) -> Option<u64> {
    let next = store.next_correction(at(minutes)).await.unwrap();
    next.map(|it| it.answer.message)
}

#[tokio::test]
async fn the_newest_answer_is_corrected_first_and_each_once() {
    let store = in_memory().await;
    three_answers(&store).await;
    let quoting = store.quoting_since(at(0)).await.unwrap();
    let messages: Vec<u64> = quoting.iter().map(|it| it.message).collect();
    assert_eq!(messages, [8, 7], "what one person alone sees is left out");

    store.queue_corrections(&[7, 8, 404], at(20)).await.unwrap();
    store.queue_corrections(&[7], at(30)).await.unwrap();
    let first = store.next_correction(at(40)).await.unwrap().unwrap();
    assert_eq!((first.answer.message, first.changed_at), (8, at(20)));
    assert_eq!(first.locale, "en-GB");
    let mut now = first.answer.passages.clone();
    now[0].hash = "another".to_owned();
    now[0].changed = true;
    assert!(store.corrected(&first.answer, &now).await.unwrap());
    assert_eq!(store.answer(8).await.unwrap().unwrap().passages, now);

    let second = store.next_correction(at(40)).await.unwrap().unwrap();
    assert_eq!((second.answer.message, second.changed_at), (7, at(30)));
    store.drop_correction(7).await.unwrap();
    assert_eq!(next(&store, 40).await, None);
}

#[tokio::test]
async fn an_answer_that_became_another_one_is_looked_at_again() {
    let store = in_memory().await;
    three_answers(&store).await;
    store.queue_corrections(&[7], at(20)).await.unwrap();
    let read = store.next_correction(at(40)).await.unwrap().unwrap().answer;
    show(&store, read.question, 7, 21).await;
    assert!(!store.corrected(&read, &[]).await.unwrap());
    assert_eq!(next(&store, 40).await, Some(7));
    assert_eq!(store.answer(7).await.unwrap().unwrap().passages.len(), 2);
}

#[tokio::test]
async fn a_channel_is_put_off_or_left_alone() {
    let store = in_memory().await;
    three_answers(&store).await;
    store.queue_corrections(&[7, 8], at(20)).await.unwrap();
    store.hold_corrections(CHANNEL, at(50)).await.unwrap();
    assert_eq!(next(&store, 40).await, None);
    let waiting = store.corrections_waiting().await.unwrap();
    assert_eq!((waiting.answers, waiting.next), (2, Some(at(50))));
    assert_eq!(next(&store, 50).await, Some(8));

    store.leave_answer_alone(8).await.unwrap();
    assert_eq!(next(&store, 50).await, Some(7));
    store.leave_channel_alone(CHANNEL).await.unwrap();
    assert_eq!(next(&store, 50).await, None);
    assert!(store.quoting_since(at(0)).await.unwrap().is_empty());
}

#[tokio::test]
async fn whoever_is_forgotten_leaves_nothing_to_correct() {
    let store = in_memory().await;
    three_answers(&store).await;
    store.queue_corrections(&[7, 8], at(20)).await.unwrap();
    store.forget(ADA).await.unwrap();
    assert_eq!(store.corrections_waiting().await.unwrap().answers, 0);
}
