//! Questions that go on with those before.

use discord_sandbox::{Person, SeenMessage};
use lodestar::store::AnswersIn;
use tokio::time::Duration;

use super::stage::Stage;

const CARS: &[(&str, &str)] = &[
    (
        "america.md",
        "# Polestar 3 in America\n\nProduction of the Polestar 3 began in South Carolina in August 2024.\n",
    ),
    (
        "china.md",
        "# Polestar 3 in China\n\nProduction of the Polestar 3 began in Chengdu in November 2023.\n",
    ),
    (
        "paint.md",
        "# Paint\n\nIn China people choose white paint. Chinese dealers stock paint in winter.\n",
    ),
];
const FIRST: &str = "When did production of the Polestar 3 begin in South Carolina?";
const NEXT: &str = "And in China?";

/// Ann asks by name and is answered.
async fn ask(stage: &Stage, ann: &Person) -> SeenMessage {
    let asked = ann
        .say("general", &format!("{} {FIRST}", stage.bot()))
        .unwrap();
    let answer = ann.reply_to(&asked).await.unwrap();
    assert!(answer.text.contains("2024"), "{}", answer.text);
    answer
}

fn assert_goes_on(answer: &SeenMessage) {
    assert!(answer.text.contains("2023"), "{}", answer.text);
}

#[tokio::test]
async fn a_reply_to_an_answer_goes_on_with_its_question() {
    let stage = Stage::open(CARS).await;
    let ann = stage.ann();
    let answer = ask(&stage, &ann).await;
    let next = ann.reply(&answer, NEXT).unwrap();
    assert_goes_on(&ann.reply_to(&next).await.unwrap());
    let mut questions = stage.recorded(2).await;
    questions.sort_by_key(|it| it.asked_at);
    assert_eq!(questions[1].follows, Some(questions[0].id));
}

#[tokio::test]
async fn a_conversation_goes_on_after_a_restart() {
    let mut stage = Stage::open(CARS).await;
    let ann = stage.ann();
    let answer = ask(&stage, &ann).await;
    stage.record_of(&answer).await;
    stage.restart().await;
    let next = ann.reply(&answer, NEXT).unwrap();
    assert_goes_on(&ann.reply_to(&next).await.unwrap());
}

#[tokio::test]
async fn without_a_store_discords_chain_of_replies_is_followed() {
    let stage = Stage::open_with(CARS, |config| {
        config.store.path = Some(config.corpus.dir.clone());
    })
    .await;
    let ann = stage.ann();
    let answer = ask(&stage, &ann).await;
    let next = ann.reply(&answer, NEXT).unwrap();
    let second = ann.reply_to(&next).await.unwrap();
    assert_goes_on(&second);
    let last = ann.reply(&second, "And in South Carolina?").unwrap();
    let third = ann.reply_to(&last).await.unwrap();
    assert!(third.text.contains("2024"), "{}", third.text);
}

#[tokio::test]
async fn another_person_may_go_on_with_the_conversation() {
    let stage = Stage::open(CARS).await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    let answer = ask(&stage, &ann).await;
    let next = ben.reply(&answer, NEXT).unwrap();
    assert_goes_on(&ben.reply_to(&next).await.unwrap());
}

#[tokio::test]
async fn a_new_mention_begins_anew() {
    let stage = Stage::open(CARS).await;
    let ann = stage.ann();
    ask(&stage, &ann).await;
    let next = ann
        .say("general", &format!("{} {NEXT}", stage.bot()))
        .unwrap();
    let answer = ann.reply_to(&next).await.unwrap();
    assert!(
        !answer.text.starts_with("**Production of the"),
        "{}",
        answer.text
    );
    let questions = stage.recorded(2).await;
    assert!(questions.iter().all(|it| it.follows.is_none()));
}

#[tokio::test]
async fn direct_messages_go_on_for_a_while() {
    let mut stage = Stage::open(CARS).await;
    let ann = stage.ann();
    let first = ann.dm(FIRST).unwrap();
    let answer = ann.reply_to(&first).await.unwrap();
    stage.record_of(&answer).await;
    stage.restart().await;
    let next = ann.dm(NEXT).unwrap();
    let answer = ann.reply_to(&next).await.unwrap();
    assert_goes_on(&answer);
    stage.record_of(&answer).await;
    stage.sandbox.advance(Duration::from_secs(40 * 60));
    let later = ann.dm(NEXT).unwrap();
    ann.reply_to(&later).await.unwrap();
    let questions = stage.recorded(3).await;
    let follow_ups = questions.iter().filter(|it| it.follows.is_some());
    assert_eq!(follow_ups.count(), 1);
}

#[tokio::test]
async fn a_command_in_direct_messages_begins_anew_and_may_be_gone_on_with() {
    let stage = Stage::open(CARS).await;
    let ann = stage.ann();
    let question = serde_json::json!({ "question": FIRST });
    let asked = ann.slash(ann.direct().unwrap(), "ask", &question).unwrap();
    let answer = ann.answer_to(&asked).await.unwrap();
    stage.record_of(&answer).await;
    let next = ann.dm(NEXT).unwrap();
    assert_goes_on(&ann.reply_to(&next).await.unwrap());
}

#[tokio::test]
async fn in_its_own_threads_the_bot_goes_on_with_the_last_answer() {
    let stage = Stage::open(CARS).await;
    stage.answers_in("general", AnswersIn::Thread).await;
    let ann = stage.ann();
    let asked = ann
        .say("general", &format!("{} {FIRST}", stage.bot()))
        .unwrap();
    let (thread, answer) = stage.answer_in_thread(&ann, &asked).await;
    stage.record_of(&answer).await;
    let next = ann.say(thread, &format!("{NEXT} {}", stage.bot())).unwrap();
    assert_goes_on(&ann.reply_to(&next).await.unwrap());
}

#[tokio::test]
async fn what_people_tell_each_other_in_a_thread_of_the_bots_is_left_alone() {
    let mut stage = Stage::open_with(CARS, |config| config.discord.message_content = true).await;
    stage.answers_in("general", AnswersIn::Thread).await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    let asked = ann
        .say("general", &format!("{} {FIRST}", stage.bot()))
        .unwrap();
    let (thread, answer) = stage.answer_in_thread(&ann, &asked).await;
    stage.record_of(&answer).await;
    let chat = ben
        .say(thread, &format!("{} see above", ann.mention()))
        .unwrap();
    ann.reply(&chat, "I have seen it").unwrap();
    let next = ben.say(thread, NEXT).unwrap();
    assert_goes_on(&ben.reply_to(&next).await.unwrap());
    stage.stop().await.unwrap();
    let sent = stage.requests("POST /channels");
    let messages = sent.iter().filter(|it| it.what().ends_with("/messages"));
    assert_eq!(messages.count(), 2);
}
