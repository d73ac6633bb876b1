//! The bot brought along by a person, to where it is no member.

use serde_json::json;

use super::stage::Stage;

const TEA: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");
const QUESTION: &str = "How is tea made?";

/// Ann has installed the bot for herself, and her server has removed it.
async fn brought_along() -> Stage {
    let stage = Stage::open(&[TEA]).await;
    let (server, _) = stage.sandbox.find("general").unwrap();
    stage.sandbox.install_for(&stage.ann());
    stage.sandbox.remove_bot(server).unwrap();
    stage
}

#[tokio::test]
async fn on_a_server_where_it_is_no_member_it_answers_through_the_command_alone() {
    let stage = brought_along().await;
    let asked = stage.ask(QUESTION);
    let answer = stage.ann().answer_to(&asked).await.unwrap();
    assert!(answer.text.contains("hot water"), "{}", answer.text);
    assert!(stage.requests("/channels").is_empty());
    assert!(
        stage
            .sandbox
            .member("ben")
            .slash("general", "ask", &json!({ "question": "?" }))
            .is_err()
    );
}

#[tokio::test]
async fn an_answer_that_comes_too_late_is_posted_nowhere() {
    let mut stage = brought_along().await;
    let asked = stage.ask(QUESTION);
    stage.ann().answer_to(&asked).await.unwrap();
    stage
        .sandbox
        .advance(std::time::Duration::from_secs(16 * 60));
    let more = stage.ann().sees("general").remove(0);
    assert!(!more.buttons.is_empty());
    stage.stop().await.unwrap();
    assert!(stage.requests("POST /channels").is_empty());
}

#[tokio::test]
async fn a_passage_for_a_message_stands_under_the_press() {
    let stage = brought_along().await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    let message = ben
        .say("general", "I could do with some tea now, hot as ever.")
        .unwrap();
    let picked = ann
        .context_menu(&message, "Find articles for this")
        .unwrap();
    let shown = ann.answer_to(&picked).await.unwrap();
    assert!(shown.is_private);
    let pressed = ann.click(&shown, "1 · Post this").unwrap();
    let posted = ann.follow_up_to(&pressed, 0).await.unwrap();
    assert!(!posted.is_private);
    assert!(posted.text.contains("hot water"), "{}", posted.text);
    assert!(
        posted.text.contains(&message.id.to_string()),
        "{}",
        posted.text
    );
    assert!(stage.requests("/channels").is_empty());
}

#[tokio::test]
async fn between_two_friends_it_answers_too() {
    let stage = Stage::open(&[TEA]).await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    stage.sandbox.install_for(&ann);
    let between = stage.sandbox.direct_between(&ann, &ben).unwrap();
    let asked = ann
        .slash(between, "ask", &json!({ "question": QUESTION }))
        .unwrap();
    let answer = ann.answer_to(&asked).await.unwrap();
    assert!(answer.text.contains("hot water"), "{}", answer.text);
    let helped = ann.slash(between, "help", &json!({})).unwrap();
    assert!(ann.answer_to(&helped).await.unwrap().is_private);
}
