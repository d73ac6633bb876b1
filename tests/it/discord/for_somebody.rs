//! Answers that somebody asks for somebody else.

use discord_sandbox::{Permissions, Person, SeenMessage};
use lodestar::store::AnswersIn;
use serde_json::json;

use super::stage::Stage;

const ARTICLE: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");
const QUESTION: &str = "How is tea made?";

/// Somebody asks for Ben; the answer as Ben sees it.
async fn ask_for_ben(stage: &Stage, asker: &Person, ben: &Person) -> SeenMessage {
    let options = json!({ "question": QUESTION, "for": ben.id() });
    let asked = asker.slash("general", "ask", &options).unwrap();
    let answer = asker.answer_to(&asked).await.unwrap();
    let text = answer.text.replace("**", "");
    let head = format!("For {}:\n", ben.mention());
    assert!(text.starts_with(&head), "{text}");
    assert!(text.contains("hot water"), "{text}");
    stage.record_of(&answer).await;
    ben.looks_again(&answer).unwrap()
}

#[tokio::test]
async fn whoever_could_ping_a_member_does_so_once_in_a_while() {
    let stage = Stage::open(&[ARTICLE]).await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    assert!(ask_for_ben(&stage, &ann, &ben).await.pings_me);
    let sent = stage.requests("/callback").remove(0).body.unwrap();
    let allowed = &sent["data"]["allowed_mentions"];
    let only_ben = json!({ "parse": [], "users": [ben.id()], "replied_user": false });
    assert_eq!(*allowed, only_ben);
    assert!(
        !ask_for_ben(&stage, &ann, &ben).await.pings_me,
        "not again so soon"
    );
    assert!(
        ask_for_ben(&stage, &stage.sandbox.helper(), &ben)
            .await
            .pings_me
    );
}

#[tokio::test]
async fn whoever_may_not_write_here_names_members_only() {
    let stage = Stage::open(&[ARTICLE]).await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    stage
        .sandbox
        .overwrite(
            "general",
            &ann,
            Permissions::NONE,
            Permissions::SEND_MESSAGES,
        )
        .unwrap();
    assert!(!ask_for_ben(&stage, &ann, &ben).await.pings_me);
}

#[tokio::test]
async fn nobody_is_pinged_by_a_private_answer_or_by_themselves() {
    let stage = Stage::open(&[ARTICLE]).await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    for options in [
        json!({ "question": QUESTION, "for": ben.id(), "private": true }),
        json!({ "question": QUESTION, "for": ann.id() }),
        json!({ "question": QUESTION, "for": stage.sandbox.bot().id() }),
    ] {
        let asked = ann.slash("general", "ask", &options).unwrap();
        ann.answer_to(&asked).await.unwrap();
    }
    for request in stage.requests("@original") {
        let allowed = &request.body.as_ref().unwrap()["allowed_mentions"];
        assert_eq!(allowed.get("users"), None, "{allowed}");
    }
}

#[tokio::test]
async fn a_thread_is_where_the_member_is_called_to() {
    let stage = Stage::open(&[ARTICLE]).await;
    stage.answers_in("general", AnswersIn::Thread).await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    let options = json!({ "question": QUESTION, "for": ben.id() });
    let asked = ann.slash("general", "ask", &options).unwrap();
    let head = ann.answer_to(&asked).await.unwrap();
    let (_, answer) = stage.answer_in_thread(&ben, &head).await;
    assert!(
        answer.pings_me && answer.text.starts_with("For "),
        "{}",
        answer.text
    );
}

#[tokio::test]
async fn a_question_cannot_ping_whom_it_names() {
    let stage = Stage::open(&[ARTICLE]).await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    let cleo = stage.sandbox.member("cleo");
    let question = format!("{QUESTION} {} @everyone {}", cleo.mention(), cleo.mention());
    let options = json!({ "question": question, "for": ben.id() });
    let asked = ann.slash("general", "ask", &options).unwrap();
    let answer = ann.answer_to(&asked).await.unwrap();
    assert!(!cleo.looks_again(&answer).unwrap().pings_me);
    assert!(!ann.looks_again(&answer).unwrap().pings_me);
}

/// Nobody waits in front of "is thinking" for a ping: Discord notifies of new messages only, and
/// what takes long is acknowledged first.
#[test]
fn an_answer_that_takes_long_is_acknowledged_and_then_names_the_member() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(1)
        .build()
        .unwrap();
    runtime.block_on(async {
        let stage = Stage::open(&[ARTICLE]).await;
        let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
        // The only thread that searches is busy until the story lets it go.
        let (let_go, held) = std::sync::mpsc::channel::<()>();
        let busy = tokio::task::spawn_blocking(move || held.recv());
        let options = json!({ "question": QUESTION, "for": ben.id() });
        let asked = ann.slash("general", "ask", &options).unwrap();
        let acknowledged = stage.until_requests("/callback", 1).await.remove(0);
        assert_eq!(acknowledged.body, Some(json!({ "type": 5 })));
        assert!(ann.messages_of(&asked)[0].is_thinking);
        let_go.send(()).unwrap();
        busy.await.unwrap().unwrap();
        let answer = ann.answer_to(&asked).await.unwrap();
        let head = format!("For {}:\n", ben.mention());
        assert!(answer.text.starts_with(&head), "{}", answer.text);
        assert!(answer.text.replace("**", "").contains("hot water"));
        stage.record_of(&answer).await;
        assert_eq!(ben.sees("general").len(), 1);
    });
}
