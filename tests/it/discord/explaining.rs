//! `/help`, and `/privacy` for everyone about themselves.

use discord_sandbox::SeenMessage;
use lodestar::config::QuestionPrivacy;
use serde_json::json;

use super::stage::Stage;

const TEA: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");
const QUESTION: &str = "How is tea made?";

async fn privately(stage: &Stage, command: &str) -> SeenMessage {
    let asked = stage.ann().slash("general", command, &json!({})).unwrap();
    let answer = stage.ann().answer_to(&asked).await.unwrap();
    assert!(answer.is_private, "{}", answer.text);
    answer
}

#[tokio::test]
async fn help_shows_how_to_ask_and_how_to_search() {
    let stage = Stage::open(&[TEA]).await;
    let page = privately(&stage, "help").await.text;
    for syntax in [
        "`/ask`",
        "\"final assembly\"",
        "-truck",
        "in:history",
        "after:2024",
        "lang:sv",
    ] {
        assert!(page.contains(syntax), "{syntax} in {page}");
    }
    stage.ann().speaks("nl");
    let page = privately(&stage, "help").await.text;
    assert!(page.contains("`/vraag`"), "{page}");
}

#[tokio::test]
async fn people_see_what_is_stored_about_them_and_about_nobody_else() {
    let stage = Stage::open(&[TEA]).await;
    let shown = privately(&stage, "privacy show").await.text;
    assert!(
        shown.starts_with("I have stored nothing about you."),
        "{shown}"
    );

    let asked = stage.ask(QUESTION);
    stage.ann().answer_to(&asked).await.unwrap();
    stage.recorded(1).await;
    let shown = privately(&stage, "privacy show").await.text;
    assert!(
        shown.starts_with("I have stored about you: 1 question, 0 ratings"),
        "{shown}"
    );
    assert!(shown.contains(&format!("- {QUESTION} · <t:")), "{shown}");
    assert!(
        shown.ends_with("everything is deleted after 90 days."),
        "{shown}"
    );

    let ben = stage.sandbox.member("ben");
    let asked = ben.slash("general", "privacy show", &json!({})).unwrap();
    let shown = ben.answer_to(&asked).await.unwrap().text;
    assert!(
        shown.starts_with("I have stored nothing about you."),
        "{shown}"
    );
}

#[tokio::test]
async fn what_is_kept_of_questions_is_told_as_it_is() {
    let stage = Stage::open_with(&[TEA], |config| {
        config.privacy.questions = QuestionPrivacy::Hashed;
        config.privacy.keep_days = 7;
    })
    .await;
    let asked = stage.ask(QUESTION);
    stage.ann().answer_to(&asked).await.unwrap();
    stage.recorded(1).await;
    let shown = privately(&stage, "privacy show").await.text;
    assert!(!shown.contains("tea"), "{shown}");
    assert!(shown.contains("fingerprint"), "{shown}");
    assert!(shown.ends_with("after 7 days."), "{shown}");
}

#[tokio::test]
async fn people_are_forgotten_once_they_have_confirmed_it() {
    let stage = Stage::open(&[TEA]).await;
    let ann = stage.ann();
    let asked = stage.ask(QUESTION);
    ann.answer_to(&asked).await.unwrap();
    let ben = stage.sandbox.member("ben");
    let also = ben.dm(QUESTION).unwrap();
    ben.reply_to(&also).await.unwrap();
    stage.recorded(2).await;

    let sure = privately(&stage, "privacy forget").await;
    ann.click(&sure, "Cancel").unwrap();
    let gone = || ann.looks_again(&sure).is_none().then_some(());
    stage.sandbox.until(gone).await.unwrap();
    assert_eq!(stage.recorded(2).await.len(), 2, "nothing happened");

    let sure = privately(&stage, "privacy forget").await;
    ann.click(&sure, "Forget all of it").unwrap();
    let told = || ann.looks_again(&sure).filter(|it| it.buttons.is_empty());
    let told = stage.sandbox.until(told).await.unwrap();
    assert_eq!(told.text, "Done. I have stored nothing about you any more.");
    let left = stage.recorded(1).await;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].asker, ben.id().0);
}

#[tokio::test]
async fn votes_and_what_was_told_to_the_editors_are_shown_and_forgotten_as_well() {
    let stage = Stage::open(&[TEA]).await;
    let ann = stage.ann();
    let asked = stage.ask(QUESTION);
    let answer = ann.answer_to(&asked).await.unwrap();
    stage.record_of(&answer).await;
    let pressed = ann.click(&answer, "👍").unwrap();
    ann.answer_to(&pressed).await.unwrap();
    let asked = stage.ask("Who invented the trombone?");
    let missed = ann.answer_to(&asked).await.unwrap();
    let pressed = ann.click(&missed, "Tell the editors").unwrap();
    let told = ann.answer_to(&pressed).await.unwrap();
    ann.click(&told, "Tell me when there is an answer").unwrap();
    stage.recorded(2).await;
    let store = stage.app.store();
    let me = ann.id().0;
    let all_there = async || {
        let known = store.show(me).await.unwrap();
        known.votes.len() == 1 && known.reports.iter().any(|it| it.remind)
    };
    stage.eventually(all_there).await;
    let shown = privately(&stage, "privacy show").await.text;
    assert!(
        shown.starts_with("I have stored about you: 2 questions, 1 rating, 1 reminder."),
        "{shown}"
    );

    let sure = privately(&stage, "privacy forget").await;
    ann.click(&sure, "Forget all of it").unwrap();
    let told = || ann.looks_again(&sure).filter(|it| it.buttons.is_empty());
    stage.sandbox.until(told).await.unwrap();
    assert!(store.show(me).await.unwrap().is_empty());
    assert!(store.missed(None).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_button_to_be_forgotten_works_after_a_restart() {
    let mut stage = Stage::open(&[TEA]).await;
    let asked = stage.ask(QUESTION);
    stage.ann().answer_to(&asked).await.unwrap();
    stage.recorded(1).await;
    let sure = privately(&stage, "privacy forget").await;
    stage.restart().await;
    stage.ann().click(&sure, "Forget all of it").unwrap();
    let told = || {
        stage
            .ann()
            .looks_again(&sure)
            .filter(|it| it.buttons.is_empty())
    };
    stage.sandbox.until(told).await.unwrap();
    assert!(stage.recorded(0).await.is_empty());
}

#[tokio::test]
async fn a_store_that_fails_forgets_nothing_and_says_so() {
    let stage = Stage::open_with(&[TEA], |config| {
        config.store.path = Some(config.corpus.dir.join("tea.md/lodestar.db"));
    })
    .await;
    let shown = privately(&stage, "privacy show").await.text;
    assert_eq!(
        shown,
        "I can't reach my store at the moment. Please try again later."
    );
    let sure = privately(&stage, "privacy forget").await;
    stage.ann().click(&sure, "Forget all of it").unwrap();
    let told = || {
        stage
            .ann()
            .looks_again(&sure)
            .filter(|it| it.buttons.is_empty())
    };
    let told = stage.sandbox.until(told).await.unwrap();
    assert!(told.text.contains("nothing was deleted"), "{}", told.text);
}
