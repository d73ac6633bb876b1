//! Thanks and greetings, which ask nothing.

use discord_sandbox::{Permissions, SeenMessage};
use lodestar::store::{ChannelSettings, Mode};

use super::stage::Stage;

const ARTICLE: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");
const QUESTION: &str = "How is tea made?";

async fn answered(stage: &Stage) -> SeenMessage {
    let ann = stage.ann();
    let called = format!("{} {QUESTION}", stage.bot());
    let asked = ann.say("general", &called).unwrap();
    ann.reply_to(&asked).await.unwrap()
}

#[tokio::test]
async fn thanks_get_a_nod_and_no_answer() {
    let mut stage = Stage::open(&[ARTICLE]).await;
    let ann = stage.ann();
    let answer = answered(&stage).await;
    let thanks = [
        ann.reply(&answer, "Thank you so much!").unwrap(),
        ann.reply(&answer, "Perfekt 👍").unwrap(),
        ann.say("general", &format!("tack {}", stage.bot()))
            .unwrap(),
        ann.dm("谢谢！").unwrap(),
    ];
    for message in &thanks {
        let nod = || {
            let seen = ann.looks_again(message)?;
            (seen.reactions == [("💙".to_owned(), 1)]).then_some(())
        };
        stage.sandbox.until(nod).await.unwrap();
    }
    stage.stop().await.unwrap();
    assert_eq!(stage.requests("POST /channels").len(), 1, "the answer");
    assert_eq!(stage.recorded(1).await.len(), 1);
}

#[tokio::test]
async fn a_greeting_is_told_how_to_ask() {
    let stage = Stage::open(&[ARTICLE]).await;
    let ann = stage.ann();
    let hello = ann.dm("Hello!").unwrap();
    let help = ann.reply_to(&hello).await.unwrap().text;
    assert!(help.contains("`/ask`"), "{help}");
}

#[tokio::test]
async fn thanks_with_a_question_are_a_question() {
    let stage = Stage::open(&[ARTICLE]).await;
    let ann = stage.ann();
    let answer = answered(&stage).await;
    let next = ann.reply(&answer, "Thanks! And how is tea made?").unwrap();
    let next = ann.reply_to(&next).await.unwrap();
    assert!(next.text.contains("hot water"), "{}", next.text);
}

#[tokio::test]
async fn thanks_that_become_a_question_are_answered() {
    let stage = Stage::open(&[ARTICLE]).await;
    let ann = stage.ann();
    let thanks = ann.dm("thanks").unwrap();
    ann.edit(&thanks, QUESTION).unwrap();
    let answer = ann.reply_to(&thanks).await.unwrap();
    assert!(answer.text.contains("hot water"), "{}", answer.text);
}

#[tokio::test]
async fn where_it_may_not_react_or_is_turned_off_the_bot_stays_silent() {
    let mut stage = Stage::open(&[ARTICLE]).await;
    let (ann, bot) = (stage.ann(), stage.sandbox.bot());
    let deny = Permissions::ADD_REACTIONS;
    stage
        .sandbox
        .overwrite("general", &bot, Permissions::NONE, deny)
        .unwrap();
    let off = ChannelSettings {
        mode: Mode::Off,
        ..ChannelSettings::default()
    };
    stage.set("questions", off).await;
    let thanks = format!("thanks {}", stage.bot());
    ann.say("general", &thanks).unwrap();
    stage.until_requests("/reactions", 1).await;
    ann.say("general", &thanks).unwrap();
    let here = ann.say("questions", &thanks).unwrap();
    let later = ann.dm("thanks").unwrap();
    let nod = || {
        ann.looks_again(&later)
            .filter(|it| !it.reactions.is_empty())
    };
    stage.sandbox.until(nod).await.unwrap();
    stage.stop().await.unwrap();
    assert!(ann.looks_again(&here).unwrap().reactions.is_empty());
    assert!(stage.requests("POST /channels").is_empty());
    let refused = stage.requests("/reactions");
    assert_eq!(refused.iter().filter(|it| it.status == 403).count(), 1);
}
