//! Answers in threads of their own.

use discord_sandbox::{Permissions, SeenMessage, Snowflake};
use lodestar::store::AnswersIn;

use super::stage::Stage;

const ARTICLE: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");
const QUESTION: &str = "How is tea made?";

async fn tea_room() -> Stage {
    let stage = Stage::open(&[ARTICLE]).await;
    stage.answers_in("general", AnswersIn::Thread).await;
    stage
}

fn refuse(stage: &Stage, permission: Permissions) {
    let bot = stage.sandbox.bot();
    let nothing = Permissions::NONE;
    stage
        .sandbox
        .overwrite("general", &bot, nothing, permission)
        .unwrap();
}

#[tokio::test]
async fn a_message_is_answered_in_a_thread_named_after_the_question() {
    let stage = tea_room().await;
    let ann = stage.ann();
    let long = format!("{QUESTION} {}", "Made with hot water? ".repeat(10));
    let asked = ann
        .say("general", &format!("{} {long}", stage.bot()))
        .unwrap();
    let (_, answer) = stage.answer_in_thread(&ann, &asked).await;
    let answer = answer.text.replace("**", "");
    assert!(answer.contains("hot water"), "{answer}");
    let started = stage.requests("/threads").remove(0).body.unwrap();
    let name = started["name"].as_str().unwrap();
    assert!(
        name.starts_with(QUESTION) && name.chars().count() <= 90,
        "{name}"
    );
    assert_eq!(ann.sees("general").len(), 1, "nothing but the question");
}

#[tokio::test]
async fn a_command_is_answered_in_a_thread_under_the_question() {
    let stage = tea_room().await;
    let asked = stage.ask(QUESTION);
    let head = stage.ann().answer_to(&asked).await.unwrap();
    assert_eq!(head.text, format!("**{QUESTION}**"));
    let (_, answer) = stage.answer_in_thread(&stage.ann(), &head).await;
    assert!(answer.text.contains("hot water"), "{}", answer.text);
    let shown = stage.record_of(&answer).await;
    assert_eq!(shown.channel, head.id.0);
}

#[tokio::test]
async fn inside_of_threads_and_privately_nothing_changes() {
    let stage = tea_room().await;
    let ann = stage.ann();
    let thread = ann.start_public_thread("general", "Tea talk").unwrap();
    let asked = ann
        .say(thread, &format!("{} {QUESTION}", stage.bot()))
        .unwrap();
    ann.reply_to(&asked).await.unwrap();
    let options = serde_json::json!({ "question": QUESTION, "private": true });
    let asked = ann.slash("general", "ask", &options).unwrap();
    let answer = ann.answer_to(&asked).await.unwrap();
    assert!(answer.text.contains("hot water"), "{}", answer.text);
    assert!(stage.requests("/threads").is_empty());
}

#[tokio::test]
async fn where_no_thread_may_be_started_the_answer_stands_in_the_channel_and_says_so_once() {
    refused_threads(Permissions::CREATE_PUBLIC_THREADS).await;
}

#[tokio::test]
async fn where_nothing_may_be_written_in_threads_the_answer_stands_in_the_channel_as_well() {
    refused_threads(Permissions::SEND_MESSAGES_IN_THREADS).await;
}

async fn refused_threads(permission: Permissions) {
    let stage = tea_room().await;
    refuse(&stage, permission);
    let ann = stage.ann();
    let called = format!("{} {QUESTION}", stage.bot());
    let asked = ann.say("general", &called).unwrap();
    let first = ann.reply_to(&asked).await.unwrap().text;
    assert!(first.contains("hot water"), "{first}");
    assert!(first.contains("may not start a thread"), "{first}");
    let asked = ann.say("general", &called).unwrap();
    let second = ann.reply_to(&asked).await.unwrap().text;
    assert!(!second.contains("may not start a thread"), "{second}");
    let by_command = stage.ask(QUESTION);
    let hot = || {
        let seen = ann.messages_of(&by_command);
        seen.into_iter().find(|it| it.text.contains("hot water"))
    };
    stage.sandbox.until(hot).await.unwrap();
}

#[tokio::test]
async fn a_permission_that_is_granted_is_used_at_once() {
    let stage = tea_room().await;
    refuse(&stage, Permissions::CREATE_PUBLIC_THREADS);
    let ann = stage.ann();
    let called = format!("{} {QUESTION}", stage.bot());
    let asked = ann.say("general", &called).unwrap();
    ann.reply_to(&asked).await.unwrap();
    refuse(&stage, Permissions::NONE);
    let asked = ann.say("general", &called).unwrap();
    stage.answer_in_thread(&ann, &asked).await;
}

/// Ann asks by name; her question, the thread under it, and the answer there.
async fn ask(stage: &Stage) -> (SeenMessage, Snowflake, SeenMessage) {
    let ann = stage.ann();
    let called = format!("{} {QUESTION}", stage.bot());
    let asked = ann.say("general", &called).unwrap();
    let (thread, answer) = stage.answer_in_thread(&ann, &asked).await;
    stage.record_of(&answer).await;
    (asked, thread, answer)
}

/// Waits until a thread is deleted or closed, whichever is permitted.
async fn until_thread(stage: &Stage, is: &str, thread: Snowflake) {
    let done = || {
        let requests = stage.requests(&format!("{is} /channels/{thread}"));
        let done = |it: &&discord_sandbox::RecordedRequest| {
            it.what().ends_with(&thread.to_string()) && it.status == 200
        };
        requests.iter().find(done).cloned()
    };
    let done = stage.sandbox.until(done).await.unwrap();
    if is == "PATCH" {
        assert_eq!(done.body, Some(serde_json::json!({ "archived": true })));
    }
}

fn may_manage_threads(stage: &Stage) {
    let (bot, nothing) = (stage.sandbox.bot(), Permissions::NONE);
    let manage = Permissions::MANAGE_THREADS;
    stage
        .sandbox
        .overwrite("general", &bot, manage, nothing)
        .unwrap();
}

#[tokio::test]
async fn a_deleted_question_takes_its_thread_along() {
    let mut stage = tea_room().await;
    may_manage_threads(&stage);
    let (asked, thread, _) = ask(&stage).await;
    stage.restart().await;
    stage.ann().delete(&asked).unwrap();
    until_thread(&stage, "DELETE", thread).await;
    assert!(stage.ann().sees("general").is_empty());
}

#[tokio::test]
async fn a_thread_that_may_not_be_deleted_is_emptied_and_closed() {
    let stage = tea_room().await;
    refuse(&stage, Permissions::MANAGE_THREADS);
    let (asked, thread, answer) = ask(&stage).await;
    stage.ann().delete(&asked).unwrap();
    until_thread(&stage, "PATCH", thread).await;
    assert_eq!(stage.ann().looks_again(&answer), None);
}

#[tokio::test]
async fn a_thread_in_which_somebody_wrote_stays() {
    let mut stage = tea_room().await;
    may_manage_threads(&stage);
    let (asked, thread, answer) = ask(&stage).await;
    let ben = stage.sandbox.member("ben");
    let remark = ben.say(thread, "I take mine with milk.").unwrap();
    stage.ann().delete(&asked).unwrap();
    let gone = || ben.looks_again(&answer).is_none().then_some(());
    stage.sandbox.until(gone).await.unwrap();
    stage.stop().await.unwrap();
    assert!(ben.looks_again(&remark).is_some());
    assert!(
        stage
            .requests(&format!("PATCH /channels/{thread}"))
            .is_empty()
    );
}

#[tokio::test]
async fn a_thread_in_which_a_person_has_the_last_word_stays() {
    let mut stage = tea_room().await;
    may_manage_threads(&stage);
    let (asked, thread, answer) = ask(&stage).await;
    stage.stop().await.unwrap();
    stage.sandbox.until_offline().await;
    // One message stands there now, and it is not the bot's.
    stage.sandbox.helper().delete(&answer).unwrap();
    let ben = stage.sandbox.member("ben");
    let remark = ben.say(thread, "I take mine with milk.").unwrap();
    stage.begin().await;
    stage.ann().delete(&asked).unwrap();
    let gone = format!("DELETE /channels/{thread}/messages");
    stage.until_requests(&gone, 1).await;
    stage.stop().await.unwrap();
    assert!(ben.looks_again(&remark).is_some());
}

#[tokio::test]
async fn the_button_that_deletes_the_answer_deletes_its_thread() {
    let stage = tea_room().await;
    may_manage_threads(&stage);
    answer_deleted_by_button(&stage, "DELETE").await;
}

#[tokio::test]
async fn the_button_that_deletes_the_answer_closes_a_thread_that_must_stay() {
    let stage = tea_room().await;
    refuse(&stage, Permissions::MANAGE_THREADS);
    answer_deleted_by_button(&stage, "PATCH").await;
}

async fn answer_deleted_by_button(stage: &Stage, thread_is: &str) {
    let (asked, thread, answer) = ask(stage).await;
    stage.ann().click(&answer, "🗑️").unwrap();
    until_thread(stage, thread_is, thread).await;
    assert!(stage.ann().looks_again(&asked).is_some());
}

#[tokio::test]
async fn the_thread_under_a_command_goes_with_what_it_stands_under() {
    let stage = tea_room().await;
    may_manage_threads(&stage);
    let by_command = stage.ask(QUESTION);
    let head = stage.ann().answer_to(&by_command).await.unwrap();
    let (thread, answer) = stage.answer_in_thread(&stage.ann(), &head).await;
    stage.record_of(&answer).await;
    stage.sandbox.helper().delete(&head).unwrap();
    until_thread(&stage, "DELETE", thread).await;
}
