//! What is remembered of questions and their answers.

use discord_sandbox::{Fault, Permissions};
use lodestar::config::QuestionPrivacy;
use lodestar::store::Outcome;
use serde_json::json;

use super::stage::Stage;

const ARTICLE: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");
const QUESTION: &str = "How is tea made?";

#[tokio::test]
async fn a_question_is_recorded_with_the_message_and_the_passages_that_answer_it() {
    let stage = Stage::open(&[ARTICLE]).await;
    let ann = stage.ann();
    let by_command = stage.ask(QUESTION);
    let answers = [
        ann.answer_to(&by_command).await.unwrap(),
        {
            let called = format!("{} {QUESTION}", stage.bot());
            let asked = ann.say("general", &called).unwrap();
            ann.reply_to(&asked).await.unwrap()
        },
        {
            let asked = ann.dm(QUESTION).unwrap();
            ann.reply_to(&asked).await.unwrap()
        },
    ];
    let mut questions = stage.recorded(3).await;
    questions.sort_by_key(|question| question.asked_at);
    for (question, answer) in questions.iter().zip(&answers) {
        assert_eq!(question.text.as_deref(), Some(QUESTION));
        assert_eq!(question.outcome, Outcome::Answered);
        assert_eq!(question.asker, ann.id().0);
        assert_eq!(question.channel, answer.channel.0);
        let shown = stage.record_of(answer).await;
        assert_eq!(shown.question, question.id);
        assert_eq!(shown.passages[0].article, "tea.md");
    }
    let messages: Vec<bool> = questions.iter().map(|it| it.message.is_some()).collect();
    assert_eq!(messages, [false, true, true]);
    let servers: Vec<bool> = questions.iter().map(|it| it.server.is_some()).collect();
    assert_eq!(servers, [true, true, false]);
}

#[tokio::test]
async fn only_what_everybody_on_the_server_can_read_may_be_suggested_to_them() {
    let stage = Stage::open(&[ARTICLE]).await;
    let (ann, helper) = (stage.ann(), stage.sandbox.helper());
    let bot = stage.sandbox.bot();
    let may_see = Permissions::VIEW_CHANNEL;
    stage
        .sandbox
        .overwrite("staff", &bot, may_see, Permissions::NONE)
        .unwrap();
    let question = json!({ "question": QUESTION });
    let privately = json!({ "question": QUESTION, "private": true });
    let direct = ann.direct().unwrap();
    for (person, place, question) in [
        (&ann, "general".into(), &question),
        (&ann, "general".into(), &privately),
        (&helper, "staff".into(), &question),
        (&ann, discord_sandbox::ChannelRef::from(direct), &question),
    ] {
        let asked = person.slash(place, "ask", question).unwrap();
        person.answer_to(&asked).await.unwrap();
    }
    let mut questions = stage.recorded(4).await;
    questions.sort_by_key(|question| question.asked_at);
    let public: Vec<bool> = questions.iter().map(|it| it.public).collect();
    assert_eq!(public, [true, false, false, false]);
}

#[tokio::test]
async fn where_texts_are_not_to_be_kept_none_is() {
    let hashed = |config: &mut lodestar::config::Config| {
        config.privacy.questions = QuestionPrivacy::Hashed;
    };
    let stage = Stage::open_with(&[ARTICLE], hashed).await;
    let asked = stage.ask(QUESTION);
    stage.ann().answer_to(&asked).await.unwrap();
    assert_eq!(stage.recorded(1).await[0].text, None);
}

#[tokio::test]
async fn an_answer_that_nobody_saw_is_not_recorded() {
    let mut stage = Stage::open(&[ARTICLE]).await;
    stage.sandbox.fault(Fault::at("@original").answers(400));
    let asked = stage.ask(QUESTION);
    let told = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(told.contains("Something went wrong"), "{told}");
    stage.stop().await.unwrap();
    assert_eq!(stage.recorded(0).await, []);
}

#[tokio::test]
async fn a_store_that_cannot_be_used_changes_nothing_for_the_asker() {
    let corpus_in_its_place = |config: &mut lodestar::config::Config| {
        config.store.path = Some(config.corpus.dir.clone());
    };
    let stage = Stage::open_with(&[ARTICLE], corpus_in_its_place).await;
    let asked = stage.ask(QUESTION);
    let answer = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(answer.contains("hot water"), "{answer}");
}
