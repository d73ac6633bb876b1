//! What Discord refuses is not asked again.

use discord_sandbox::{Fault, Permissions};

use super::stage::Stage;

const ARTICLE: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");
const QUESTION: &str = "How is tea made?";

#[tokio::test]
async fn a_token_that_is_refused_ends_the_bot_with_the_reason_and_no_further_request() {
    let mut stage = Stage::open(&[ARTICLE]).await;
    stage
        .sandbox
        .fault(Fault::at("/messages").method("POST").answers(401));
    let ann = stage.ann();
    ann.say("general", &format!("{} {QUESTION}", stage.bot()))
        .unwrap();
    let error = stage.ended().await.unwrap_err();
    assert!(
        error.to_string().contains("token was refused (401)"),
        "{error}"
    );
    let refused = stage.sandbox.requests();
    let last = refused.last().unwrap();
    assert_eq!(
        (last.status, stage.requests("POST /channels").len()),
        (401, 1)
    );
}

#[tokio::test]
async fn an_interaction_that_has_expired_says_nothing_of_the_token() {
    let stage = Stage::open(&[ARTICLE]).await;
    stage.sandbox.fault(Fault::at("@original").answers(401));
    stage.ask(QUESTION);
    stage.until_requests("@original", 1).await;
    let asked = stage.ask(QUESTION);
    let answer = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(answer.contains("hot water"), "{answer}");
}

#[tokio::test]
async fn a_channel_that_forbids_writing_is_not_tried_again_until_it_changes() {
    let stage = Stage::open(&[ARTICLE]).await;
    let (ann, bot) = (stage.ann(), stage.sandbox.bot());
    let allow = |deny| {
        let nothing = Permissions::NONE;
        stage
            .sandbox
            .overwrite("general", &bot, nothing, deny)
            .unwrap();
    };
    allow(Permissions::SEND_MESSAGES);
    let (_, channel) = stage.sandbox.find("general").unwrap();
    let here = format!("POST /channels/{channel}/messages");
    let called = format!("{} {QUESTION}", bot.mention());
    for n in 1..=3 {
        ann.say("general", &called).unwrap();
        let direct = ann.direct().unwrap();
        let told = || (ann.sees(direct).len() == 2 * n).then_some(());
        stage.sandbox.until(told).await.unwrap();
    }
    assert_eq!(stage.requests(&here).len(), 1);
    allow(Permissions::NONE);
    let asked = ann.say("general", &called).unwrap();
    ann.reply_to(&asked).await.unwrap();
    assert_eq!(stage.requests(&here).len(), 2);
}
