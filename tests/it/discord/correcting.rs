//! Answers that were given already say so when their sources change.

use std::process::{Child, Command, Stdio};

use discord_sandbox::{Fault, Permissions, Person, RecordedRequest, SeenMessage};
use lodestar::config::Config;
use lodestar::store::{Answered, AnswersIn};
use serde_json::json;
use tokio::time::{Duration, Instant};

use super::stage::Stage;

const DRINKS: &[(&str, &str)] = &[
    (
        "tea.md",
        "# Tea\n\n## Making\n\nTea is made with hot water.\n",
    ),
    (
        "coffee.md",
        "# Coffee\n\n## Roasting\n\nCoffee beans are roasted by the harbour.\n",
    ),
];
const TEA: &str = "How is tea made?";
const COFFEE: &str = "Where are coffee beans roasted?";
const COLD_TEA: &str = "# Tea\n\n## Making\n\nTea is made with cold milk.\n";
const TOWN_COFFEE: &str = "# Coffee\n\n## Roasting\n\nCoffee beans are roasted in town.\n";
const CHANGED: &str = "✏️ Source changed on <t:";

/// Ann is answered, and that is written down.
async fn answered(stage: &Stage, channel: &str, question: &str) -> SeenMessage {
    let ann = stage.ann();
    let options = json!({ "question": question });
    let asked = ann.slash(channel, "ask", &options).unwrap();
    let answer = ann.answer_to(&asked).await.unwrap();
    stage.record_of(&answer).await;
    answer
}

/// The answer once it says something.
async fn says(stage: &Stage, answer: &SeenMessage, text: &str) -> SeenMessage {
    let ann = stage.ann();
    let look = || ann.looks_again(answer).filter(|it| it.text.contains(text));
    stage.sandbox.until(look).await.unwrap()
}

fn says_now(ann: &Person, answer: &SeenMessage) -> String {
    ann.looks_again(answer).unwrap().text
}

/// Edits of messages in channels, refused or not.
fn edits(stage: &Stage) -> Vec<RecordedRequest> {
    stage.requests("PATCH /channels/")
}

fn edits_of(stage: &Stage, answer: &SeenMessage) -> usize {
    let what = format!("PATCH /channels/{}/messages/{}", answer.channel, answer.id);
    stage.requests(&what).len()
}

async fn until_nothing_waits(stage: &Stage) {
    let nothing = async || {
        let waiting = stage.app.store().corrections_waiting().await;
        waiting.unwrap().answers == 0
    };
    stage.eventually(nothing).await;
}

#[tokio::test]
async fn an_answer_tells_what_its_source_says_now_above_what_it_said() {
    let stage = Stage::open(DRINKS).await;
    let answer = answered(&stage, "general", TEA).await;
    stage.publish("tea.md", COLD_TEA).await;
    let now = says(&stage, &answer, CHANGED).await;
    let (news, before) = now
        .text
        .split_once("-# ✏️⬇️ The answer before that:\n")
        .unwrap();
    assert!(
        news.contains(":D>. It now says:\n> Tea is made with cold milk."),
        "{news}"
    );
    assert!(news.contains("\n-# Tea › Making"), "{news}");
    assert_eq!(before, answer.text);

    let edit = edits(&stage).remove(0).body.unwrap();
    assert_eq!(
        edit["allowed_mentions"],
        json!({ "parse": [], "replied_user": false })
    );
    assert_eq!(now.buttons, answer.buttons);
    let ann = stage.ann();
    let pressed = ann.click(&now, "👍").unwrap();
    let thanks = ann.answer_to(&pressed).await.unwrap();
    assert_eq!(thanks.text, "Thank you!");
}

#[tokio::test]
async fn an_answer_tells_that_its_source_is_gone_in_the_askers_language() {
    let stage = Stage::open(DRINKS).await;
    stage.ann().speaks("de");
    let answer = answered(&stage, "general", TEA).await;
    stage
        .publish("tea.md", "# Tea\n\n## Buying\n\nAsk a shop.\n")
        .await;
    let now = says(&stage, &answer, "✏️ Die Quelle wurde am <t:")
        .await
        .text;
    assert!(
        now.contains("gibt es in den Artikeln nicht mehr.\n-# ✏️⬇️ "),
        "{now}"
    );
    assert!(now.ends_with(&answer.text), "{now}");
}

#[tokio::test]
async fn what_moves_or_is_seen_by_one_person_alone_stays_as_it_is() {
    let stage = Stage::open(DRINKS).await;
    let tea = answered(&stage, "general", TEA).await;
    let ann = stage.ann();
    let private = json!({ "question": COFFEE, "private": true });
    let asked = ann.slash("general", "ask", &private).unwrap();
    let private = ann.answer_to(&asked).await.unwrap();
    stage.record_of(&private).await;
    let coffee = answered(&stage, "general", COFFEE).await;

    let moved = "# Tea\n\nAbout tea.\n\n## Making\n\nTea is made with hot water.\n";
    std::fs::remove_file(stage.corpus.path().join("tea.md")).unwrap();
    stage.publish("drinks.md", moved).await;
    stage.publish("coffee.md", TOWN_COFFEE).await;
    says(&stage, &coffee, CHANGED).await;
    until_nothing_waits(&stage).await;
    assert_eq!(edits(&stage).len(), 1);
    assert_eq!(says_now(&ann, &tea), tea.text);
}

#[tokio::test]
async fn the_newest_answer_is_corrected_first_and_threads_are_not_left_out() {
    let stage = Stage::open(DRINKS).await;
    let first = answered(&stage, "general", TEA).await;
    let second = answered(&stage, "general", TEA).await;
    stage.answers_in("general", AnswersIn::Thread).await;
    let asked = stage.ask(TEA);
    let head = stage.ann().answer_to(&asked).await.unwrap();
    let (_, third) = stage.answer_in_thread(&stage.ann(), &head).await;
    stage.record_of(&third).await;
    stage.publish("tea.md", COLD_TEA).await;
    says(&stage, &first, "cold milk").await;
    says(&stage, &third, "cold milk").await;
    let order: Vec<String> = edits(&stage).iter().map(RecordedRequest::what).collect();
    let expected = [&third, &second, &first].map(|it| it.id.to_string());
    assert_eq!(order.len(), 3, "{order:?}");
    for (edit, message) in order.iter().zip(expected) {
        assert!(edit.ends_with(&message), "{order:?}");
    }
}

#[tokio::test]
async fn a_correction_is_replaced_by_the_next_one() {
    let stage = Stage::open(DRINKS).await;
    let answer = answered(&stage, "general", TEA).await;
    stage.publish("tea.md", COLD_TEA).await;
    says(&stage, &answer, "cold milk").await;
    until_nothing_waits(&stage).await;
    stage
        .publish("tea.md", &COLD_TEA.replace("cold milk", "snow"))
        .await;
    let now = says(&stage, &answer, "snow").await.text;
    assert!(!now.contains("cold milk"), "{now}");
    until_nothing_waits(&stage).await;
    stage.app.rollback(Some(1), "an admin").await.unwrap();
    let now = says(&stage, &answer, "says:\n> Tea is made with hot water.")
        .await
        .text;
    assert_eq!(now.matches("✏️ ").count(), 1, "{now}");
    assert!(now.ends_with(&answer.text), "{now}");
}

#[tokio::test]
async fn a_channel_that_takes_no_more_edits_is_left_alone_for_a_while_and_publications_make_one_edit()
 {
    let pause = Duration::from_millis(1_500);
    let stage = Stage::open(DRINKS).await;
    let older = answered(&stage, "general", TEA).await;
    let held = answered(&stage, "general", TEA).await;
    let elsewhere = answered(&stage, "questions", COFFEE).await;
    stage.sandbox.fault(
        Fault::at(&held.id.to_string())
            .method("PATCH")
            .too_many_old_edits(pause),
    );
    let began = Instant::now();
    stage.publish("tea.md", COLD_TEA).await;
    stage
        .until_requests(&format!("PATCH /channels/{}", held.channel), 1)
        .await;
    stage.publish("coffee.md", TOWN_COFFEE).await;
    stage
        .publish("tea.md", &COLD_TEA.replace("cold milk", "snow"))
        .await;
    says(&stage, &elsewhere, CHANGED).await;
    assert_eq!(edits_of(&stage, &older), 0, "of the same channel");
    says(&stage, &held, "snow").await;
    assert!(began.elapsed() >= pause);
    says(&stage, &older, "snow").await;
    assert_eq!((edits_of(&stage, &held), edits_of(&stage, &older)), (2, 1));
}

#[tokio::test]
async fn a_channel_that_is_closed_to_the_bot_is_tried_once() {
    let stage = Stage::open(DRINKS).await;
    let bot = stage.sandbox.bot();
    let hidden = answered(&stage, "questions", TEA).await;
    let coffee = answered(&stage, "general", COFFEE).await;
    let closed = Permissions::VIEW_CHANNEL;
    stage
        .sandbox
        .overwrite("questions", &bot, Permissions::NONE, closed)
        .unwrap();
    stage.publish("tea.md", COLD_TEA).await;
    let tries = format!("/channels/{}/messages/{}", hidden.channel, hidden.id);
    stage.until_requests(&tries, 1).await;
    until_nothing_waits(&stage).await;
    stage
        .publish("tea.md", &COLD_TEA.replace("cold milk", "snow"))
        .await;
    stage.publish("coffee.md", TOWN_COFFEE).await;
    says(&stage, &coffee, CHANGED).await;
    assert_eq!(stage.requests(&tries).len(), 1);
}

#[tokio::test]
async fn an_answer_that_somebody_deleted_is_no_trouble() {
    let mut stage = Stage::open(DRINKS).await;
    let (tea, coffee) = (
        answered(&stage, "general", TEA).await,
        answered(&stage, "general", COFFEE).await,
    );
    stage.stop().await.unwrap();
    stage.sandbox.helper().delete(&tea).unwrap();
    stage.publish("tea.md", COLD_TEA).await;
    stage.publish("coffee.md", TOWN_COFFEE).await;
    stage.begin().await;
    says(&stage, &coffee, CHANGED).await;
    until_nothing_waits(&stage).await;
    assert!(stage.app.store().answer(tea.id.0).await.unwrap().is_none());
    assert_eq!(edits(&stage).len(), 1);
}

#[tokio::test]
async fn an_edited_question_has_the_last_word() {
    let stage = Stage::open(DRINKS).await;
    let ann = stage.ann();
    let asked = ann
        .say("general", &format!("{} {TEA}", stage.bot()))
        .unwrap();
    let answer = ann.reply_to(&asked).await.unwrap();
    stage.record_of(&answer).await;
    let pause = Duration::from_millis(900);
    stage.sandbox.fault(
        Fault::at(&answer.id.to_string())
            .method("PATCH")
            .too_many_old_edits(pause),
    );
    stage.publish("tea.md", COLD_TEA).await;
    stage.until_requests("PATCH /channels/", 1).await;
    ann.edit(&asked, &format!("{} {COFFEE}", stage.bot()))
        .unwrap();
    let now = says(&stage, &answer, "by the harbour").await.text;
    until_nothing_waits(&stage).await;
    assert_eq!(says_now(&ann, &answer), now);
    assert!(!now.contains("✏️"), "{now}");
}

#[tokio::test]
async fn what_changed_while_the_bot_was_away_is_told_when_it_is_back() {
    let mut stage = Stage::open(DRINKS).await;
    let answer = answered(&stage, "general", TEA).await;
    stage.stop().await.unwrap();
    stage.publish("tea.md", COLD_TEA).await;
    stage.restart().await;
    says(&stage, &answer, "cold milk").await;
}

#[tokio::test]
async fn an_edit_that_was_made_but_not_written_down_is_not_made_again() {
    let mut stage = Stage::open(DRINKS).await;
    let answer = answered(&stage, "general", TEA).await;
    let known = stage.record_of(&answer).await;
    stage.publish("tea.md", COLD_TEA).await;
    says(&stage, &answer, "cold milk").await;
    until_nothing_waits(&stage).await;
    stage.stop().await.unwrap();
    let as_before = Answered {
        message: known.message,
        channel: known.channel,
        question: known.question,
        generation: known.generation,
        shown_at: known.shown_at,
        editable: true,
        passages: &known.passages,
    };
    stage.app.store().record_answer(&as_before).await.unwrap();
    stage.begin().await;
    let noted = async || stage.record_of(&answer).await.passages != known.passages;
    stage.eventually(noted).await;
    assert_eq!(edits(&stage).len(), 1);
}

#[tokio::test]
async fn nothing_happens_where_it_is_not_wanted_or_nothing_is_stored() {
    let unwanted: fn(&mut Config) = |config| config.release.mark_days = 0;
    let unstored: fn(&mut Config) = |config| config.store.path = Some(config.corpus.dir.clone());
    for configure in [unwanted, unstored] {
        let mut stage = Stage::open_with(DRINKS, configure).await;
        let asked = stage.ask(TEA);
        let answer = stage.ann().answer_to(&asked).await.unwrap();
        stage.publish("tea.md", COLD_TEA).await;
        let asked = stage.ask(TEA);
        let next = stage.ann().answer_to(&asked).await.unwrap();
        assert!(next.text.contains("milk"), "{}", next.text);
        stage.stop().await.unwrap();
        assert_eq!(edits(&stage).len(), 0);
        assert_eq!(says_now(&stage.ann(), &answer), answer.text);
    }
}

/// The bot as a process of its own, in the place of the stage's.
fn process(stage: &Stage) -> Child {
    let config = stage.config();
    Command::new(env!("CARGO_BIN_EXE_lodestar"))
        .arg("run")
        .current_dir(stage.corpus.path())
        .env_clear()
        .env("DISCORD_TOKEN", stage.sandbox.token())
        .env("LODESTAR_DISCORD_API_URL", stage.sandbox.url())
        .env("LODESTAR_CORPUS_DIR", &config.corpus.dir)
        .env("LODESTAR_INDEX_DIR", &config.index.dir)
        .env("LODESTAR_STORE_PATH", config.store.path.as_ref().unwrap())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[tokio::test]
async fn a_process_that_is_killed_while_it_corrects_loses_nothing_and_repeats_nothing() {
    let mut stage = Stage::open(DRINKS).await;
    let mut answers = Vec::new();
    for question in [TEA, COFFEE, TEA, COFFEE] {
        answers.push(answered(&stage, "general", question).await);
    }
    stage.stop().await.unwrap();
    stage.sandbox.until_offline().await;
    stage.publish("tea.md", COLD_TEA).await;
    stage.publish("coffee.md", TOWN_COFFEE).await;
    for n in 1..=3 {
        let mut bot = process(&stage);
        stage.until_requests("PATCH /channels/", n).await;
        bot.kill().unwrap();
        bot.wait().unwrap();
        stage.sandbox.until_offline().await;
    }
    stage.begin().await;
    for answer in &answers {
        says(&stage, answer, CHANGED).await;
    }
    until_nothing_waits(&stage).await;
    for answer in &answers {
        assert_eq!(edits_of(&stage, answer), 1, "{}", answer.text);
    }
}
