//! Answers follow their questions: when these are edited, and when they are deleted.

use discord_sandbox::{Fault, Person, SeenMessage};
use tokio::time::Duration;

use super::stage::Stage;

const DRINKS: &[(&str, &str)] = &[
    ("tea.md", "# Tea\n\nTea is made with hot water.\n"),
    (
        "coffee.md",
        "# Coffee\n\nCoffee is made from roasted beans.\n",
    ),
];
const TEA: &str = "How is tea made?";
const COFFEE: &str = "How is coffee made?";

/// Ann asks about tea and is answered.
async fn ask(stage: &Stage) -> (Person, SeenMessage, SeenMessage) {
    let ann = stage.ann();
    let asked = ann
        .say("general", &format!("{} {TEA}", stage.bot()))
        .unwrap();
    let answer = ann.reply_to(&asked).await.unwrap();
    assert!(answer.text.contains("hot water"), "{}", answer.text);
    (ann, asked, answer)
}

/// Waits until the answer says something.
async fn until_it_says(stage: &Stage, ann: &Person, answer: &SeenMessage, text: &str) {
    let says = || ann.looks_again(answer).filter(|it| it.text.contains(text));
    stage.sandbox.until(says).await.unwrap();
}

async fn until_gone(stage: &Stage, ann: &Person, answer: &SeenMessage) {
    let gone = || ann.looks_again(answer).is_none().then_some(());
    stage.sandbox.until(gone).await.unwrap();
}

#[tokio::test]
async fn an_edited_question_is_answered_anew_in_place() {
    let stage = Stage::open(DRINKS).await;
    let (ann, asked, answer) = ask(&stage).await;
    ann.edit(&asked, &format!("{} {COFFEE}", stage.bot()))
        .unwrap();
    until_it_says(&stage, &ann, &answer, "roasted beans").await;
    assert_eq!(ann.sees("general").len(), 2);
    let recorded = || async { stage.recorded(1).await.remove(0).text };
    while recorded().await.as_deref() != Some(COFFEE) {}
    let article = || async { stage.record_of(&answer).await.passages.remove(0).article };
    while article().await != "coffee.md" {}
}

#[tokio::test]
async fn an_edit_is_followed_after_a_restart() {
    let mut stage = Stage::open(DRINKS).await;
    let (ann, asked, answer) = ask(&stage).await;
    stage.restart().await;
    ann.edit(&asked, &format!("{} {COFFEE}", stage.bot()))
        .unwrap();
    until_it_says(&stage, &ann, &answer, "roasted beans").await;
}

#[tokio::test]
async fn an_edit_while_the_answer_is_on_its_way_is_not_lost() {
    let stage = Stage::open(DRINKS).await;
    let slow = Fault::at("/messages")
        .method("POST")
        .slow(Duration::from_millis(300));
    stage.sandbox.fault(slow);
    let ann = stage.ann();
    let asked = ann
        .say("general", &format!("{} {TEA}", stage.bot()))
        .unwrap();
    stage.until_requests("POST /channels", 1).await;
    ann.edit(&asked, &format!("{} {COFFEE}", stage.bot()))
        .unwrap();
    let answer = ann.reply_to(&asked).await.unwrap();
    until_it_says(&stage, &ann, &answer, "roasted beans").await;
}

#[tokio::test]
async fn an_old_question_may_be_edited_without_its_answer() {
    let mut stage = Stage::open(DRINKS).await;
    let (ann, asked, answer) = ask(&stage).await;
    stage.sandbox.advance(Duration::from_secs(11 * 60));
    ann.edit(&asked, &format!("{} {COFFEE}", stage.bot()))
        .unwrap();
    let again = ann
        .say("general", &format!("{} {COFFEE}", stage.bot()))
        .unwrap();
    ann.reply_to(&again).await.unwrap();
    stage.stop().await.unwrap();
    assert_eq!(ann.looks_again(&answer).unwrap().text, answer.text);
}

#[tokio::test]
async fn what_is_no_edit_of_the_question_changes_nothing() {
    let mut stage = Stage::open(DRINKS).await;
    let (ann, asked, answer) = ask(&stage).await;
    stage.record_of(&answer).await;
    // Typed again as it was, and edited so that it is no longer for the bot.
    ann.edit(&asked, &asked.text).unwrap();
    ann.edit(&asked, "never mind").unwrap();
    let again = ann
        .say("general", &format!("{} {COFFEE}", stage.bot()))
        .unwrap();
    ann.reply_to(&again).await.unwrap();
    stage.stop().await.unwrap();
    assert!(stage.requests("PATCH").is_empty());
    assert_eq!(ann.looks_again(&answer).unwrap().text, answer.text);
}

#[tokio::test]
async fn a_message_that_names_the_bot_only_after_an_edit_is_answered() {
    let stage = Stage::open(DRINKS).await;
    let ann = stage.ann();
    let asked = ann.say("general", TEA).unwrap();
    ann.edit(&asked, &format!("{} {TEA}", stage.bot())).unwrap();
    let answer = ann.reply_to(&asked).await.unwrap();
    assert!(answer.text.contains("hot water"), "{}", answer.text);
}

#[tokio::test]
async fn help_becomes_an_answer_when_the_question_is_added() {
    let stage = Stage::open(DRINKS).await;
    let ann = stage.ann();
    let asked = ann.say("general", &stage.bot()).unwrap();
    let help = ann.reply_to(&asked).await.unwrap();
    ann.edit(&asked, &format!("{} {TEA}", stage.bot())).unwrap();
    until_it_says(&stage, &ann, &help, "hot water").await;
}

#[tokio::test]
async fn a_deleted_question_takes_its_answer_along() {
    let stage = Stage::open(DRINKS).await;
    let (ann, asked, answer) = ask(&stage).await;
    ann.delete(&asked).unwrap();
    until_gone(&stage, &ann, &answer).await;
    while !stage.app.store().show(ann.id().0).await.unwrap().is_empty() {}
}

#[tokio::test]
async fn it_does_so_after_a_restart() {
    let mut stage = Stage::open(DRINKS).await;
    let (ann, asked, answer) = ask(&stage).await;
    stage.restart().await;
    ann.delete(&asked).unwrap();
    until_gone(&stage, &ann, &answer).await;
}

#[tokio::test]
async fn it_does_so_without_a_store() {
    let stage = Stage::open_with(DRINKS, |config| {
        config.store.path = Some(config.corpus.dir.clone());
    })
    .await;
    let (ann, asked, answer) = ask(&stage).await;
    ann.delete(&asked).unwrap();
    until_gone(&stage, &ann, &answer).await;
}

#[tokio::test]
async fn a_question_deleted_while_it_is_answered_leaves_nothing() {
    let stage = Stage::open(DRINKS).await;
    let slow = Fault::at("/messages")
        .method("POST")
        .slow(Duration::from_millis(300));
    stage.sandbox.fault(slow);
    let ann = stage.ann();
    let asked = ann
        .say("general", &format!("{} {TEA}", stage.bot()))
        .unwrap();
    stage.until_requests("POST /channels", 1).await;
    ann.delete(&asked).unwrap();
    stage.until_requests("DELETE", 1).await;
    let nothing = || ann.sees("general").is_empty().then_some(());
    stage.sandbox.until(nothing).await.unwrap();
}

#[tokio::test]
async fn questions_that_are_deleted_together_take_their_answers_along() {
    let stage = Stage::open(DRINKS).await;
    let (ann, first, _) = ask(&stage).await;
    let (_, second, _) = ask(&stage).await;
    let helper = stage.sandbox.helper();
    helper.delete_all(&[&first, &second]).unwrap();
    let nothing = || ann.sees("general").is_empty().then_some(());
    stage.sandbox.until(nothing).await.unwrap();
}

#[tokio::test]
async fn an_answer_that_a_moderator_deletes_is_forgotten_and_its_question_is_not() {
    let stage = Stage::open(DRINKS).await;
    let (ann, _, answer) = ask(&stage).await;
    stage.record_of(&answer).await;
    stage.sandbox.helper().delete(&answer).unwrap();
    let known = || async { stage.app.store().answer(answer.id.0).await.unwrap() };
    while known().await.is_some() {}
    assert_eq!(stage.recorded(1).await.len(), 1);
    assert_eq!(ann.sees("general").len(), 1);
}
