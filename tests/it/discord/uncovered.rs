//! What the articles do not cover: nearest titles to press, telling the editors, and being told when
//! there is an answer.

use discord_sandbox::{Fault, Person, SeenMessage};
use lodestar::store::Decision;

use super::stage::Stage;

const HARBOUR: &str = "---\ntitle: The harbour\n---\n\n## Ferries\n\nThe harbour has two piers. The \
    ferry to Marstrand leaves from the northern pier every hour.\n";
const CASTLE: &str = "---\ntitle: The castle\n---\n\n\
    The castle was finished in 1658. Its tower can be climbed in summer.\n";
const MISSED: &str = "Who invented the trombone at the harbour?";
const TELL: &str = "Tell the editors";
const REMIND: &str = "Tell me when there is an answer";
const FORGET: &str = "Don't tell me";

async fn town() -> Stage {
    Stage::open(&[("harbour.md", HARBOUR), ("castle.md", CASTLE)]).await
}

async fn missed(stage: &Stage) -> SeenMessage {
    let asked = stage.ask(MISSED);
    let answer = stage.ann().answer_to(&asked).await.unwrap();
    assert!(
        answer.text.starts_with("The articles don't cover this."),
        "{}",
        answer.text
    );
    answer
}

fn labels(message: &SeenMessage) -> Vec<&str> {
    message.buttons.iter().map(|it| it.label.as_str()).collect()
}

/// Presses a button and returns what the person alone is told.
async fn press(person: &Person, message: &SeenMessage, button: &str) -> SeenMessage {
    let pressed = person.click(message, button).unwrap();
    let told = person.answer_to(&pressed).await.unwrap();
    assert!(told.is_private, "{}", told.text);
    told
}

/// Presses a button and returns the message once it says something.
async fn press_on(
    stage: &Stage,
    person: &Person,
    message: &SeenMessage,
    button: &str,
    says: &str,
) -> SeenMessage {
    person.click(message, button).unwrap();
    let look = || {
        person
            .looks_again(message)
            .filter(|it| it.text.contains(says))
    };
    stage.sandbox.until(look).await.unwrap()
}

async fn write_about_trombones(stage: &Stage) {
    let article = "# The trombone\n\nThe trombone at the harbour was invented by Anders the \
        fisherman.\n";
    std::fs::write(stage.corpus.path().join("trombone.md"), article).unwrap();
    let run = stage.app.reindex("the story").unwrap();
    run.outcome().await.unwrap();
}

#[tokio::test]
async fn a_miss_offers_the_nearest_titles_and_the_editors() {
    let stage = town().await;
    let answer = missed(&stage).await;
    assert_eq!(labels(&answer), ["The harbour", TELL, "🗑️"]);
    assert!(answer.text.contains("Press a title"), "{}", answer.text);
    assert!(
        answer.text.contains("-# Not found in any article:"),
        "{}",
        answer.text
    );
    assert!(answer.text.contains("*trombone*"), "{}", answer.text);
}

#[tokio::test]
async fn the_asker_presses_a_title_and_the_message_tells_about_it() {
    let stage = town().await;
    let answer = missed(&stage).await;
    let about = press_on(&stage, &stage.ann(), &answer, "The harbour", "two piers").await;
    assert!(
        about.text.contains("-# The harbour › Ferries"),
        "{}",
        about.text
    );
    // What is quoted is the whole section: there is no more of it to read.
    assert_eq!(labels(&about), ["👍", "👎", "🗑️"]);
    assert_eq!(stage.record_of(&about).await.passages.len(), 1);
}

#[tokio::test]
async fn others_are_told_about_a_title_privately() {
    let mut stage = town().await;
    let answer = missed(&stage).await;
    stage.restart().await;
    let ben = stage.sandbox.member("ben");
    let about = press(&ben, &answer, "The harbour").await;
    assert!(about.text.contains("two piers"), "{}", about.text);
    assert_eq!(stage.ann().looks_again(&answer).unwrap().text, answer.text);
}

#[tokio::test]
async fn telling_the_editors_keeps_the_question() {
    let mut stage = town().await;
    let ben = stage.sandbox.member("ben");
    let answer = missed(&stage).await;
    stage.record_of(&answer).await;
    stage.restart().await;
    for person in [stage.ann(), ben.clone()] {
        let told = press(&person, &answer, TELL).await;
        assert!(told.text.contains("editors will see"), "{}", told.text);
        assert_eq!(labels(&told), [REMIND]);
    }
    let again = press(&ben, &answer, TELL).await;
    assert!(again.text.contains("already"), "{}", again.text);
    let kept = stage.app.store().missed(None).await.unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].text.as_str(), kept[0].reporters), (MISSED, 2));
    assert_eq!(kept[0].decision, Decision::Open);
}

#[tokio::test]
async fn what_cannot_be_kept_for_the_editors_is_said_kindly() {
    let folder = tempfile::TempDir::new().unwrap();
    // A folder cannot be a database.
    let path = folder.path().to_owned();
    let stage = Stage::open_with(&[("harbour.md", HARBOUR)], |config| {
        config.store.path = Some(path);
    })
    .await;
    let answer = missed(&stage).await;
    let told = press(&stage.ann(), &answer, TELL).await;
    assert!(
        told.text.contains("can't save that at the moment"),
        "{}",
        told.text
    );
}

#[tokio::test]
async fn whoever_wishes_it_is_told_once_when_there_is_an_answer() {
    let stage = town().await;
    let ann = stage.ann();
    let answer = missed(&stage).await;
    let told = press(&ann, &answer, TELL).await;
    let set = press_on(&stage, &ann, &told, REMIND, "I will send you a message").await;
    assert_eq!(labels(&set), [FORGET]);
    // Nobody who told the editors again loses the wish.
    let again = press(&ann, &answer, TELL).await;
    assert_eq!(labels(&again), [FORGET]);

    write_about_trombones(&stage).await;
    let direct = ann.direct().unwrap();
    let message = || ann.sees(direct).into_iter().next();
    let message = stage.sandbox.until(message).await.unwrap();
    assert!(
        message.text.contains("Who invented the trombone"),
        "{}",
        message.text
    );
    assert!(message.text.contains("Anders"), "{}", message.text);

    let article = "# Anders\n\nAnders who invented the trombone at the harbour is a fisherman.\n";
    std::fs::write(stage.corpus.path().join("anders.md"), article).unwrap();
    let run = stage.app.reindex("the story").unwrap();
    run.outcome().await.unwrap();
    let asked = stage.ask("Who is Anders?");
    ann.answer_to(&asked).await.unwrap();
    assert_eq!(ann.sees(direct).len(), 1);
}

#[tokio::test]
async fn a_wish_that_was_called_off_is_not_fulfilled() {
    let mut stage = town().await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    let answer = missed(&stage).await;
    for person in [&ann, &ben] {
        let told = press(person, &answer, TELL).await;
        press_on(&stage, person, &told, REMIND, "I will send you a message").await;
        if person.id() == ben.id() {
            press_on(&stage, person, &told, FORGET, "won't send you a message").await;
        }
    }
    stage.restart().await;
    write_about_trombones(&stage).await;
    let direct = ann.direct().unwrap();
    let message = || ann.sees(direct).into_iter().next();
    stage.sandbox.until(message).await.unwrap();
    stage.stop().await.unwrap();
    assert!(ben.sees(ben.direct().unwrap()).is_empty());
}

#[tokio::test]
async fn who_takes_no_direct_messages_is_told_where_the_wish_was_made() {
    let stage = town().await;
    let ann = stage.ann();
    let answer = missed(&stage).await;
    let told = press(&ann, &answer, TELL).await;
    press_on(&stage, &ann, &told, REMIND, "I will send you a message").await;
    ann.close_direct_messages();
    write_about_trombones(&stage).await;
    let message = || {
        let seen = ann.sees("general").into_iter();
        seen.last().filter(|it| it.text.contains("Anders"))
    };
    let message = stage.sandbox.until(message).await.unwrap();
    assert!(!message.pings_me);
}

#[tokio::test]
async fn a_reindex_that_happened_while_the_bot_was_away_counts() {
    let mut stage = town().await;
    let ann = stage.ann();
    let answer = missed(&stage).await;
    let told = press(&ann, &answer, TELL).await;
    press_on(&stage, &ann, &told, REMIND, "I will send you a message").await;
    stage.stop().await.unwrap();
    write_about_trombones(&stage).await;
    stage.restart().await;
    let direct = ann.direct().unwrap();
    let message = || ann.sees(direct).into_iter().next();
    stage.sandbox.until(message).await.unwrap();
}

#[tokio::test]
async fn a_message_that_could_not_be_sent_is_sent_after_the_next_start() {
    let mut stage = town().await;
    let ann = stage.ann();
    let answer = missed(&stage).await;
    let told = press(&ann, &answer, TELL).await;
    press_on(&stage, &ann, &told, REMIND, "I will send you a message").await;
    // Neither directly nor in the channel.
    for _ in 0..2 {
        stage
            .sandbox
            .fault(Fault::at("/messages").method("POST").answers(400));
    }
    write_about_trombones(&stage).await;
    stage.until_requests("POST /channels", 2).await;
    let direct = ann.direct().unwrap();
    assert!(ann.sees(direct).is_empty());
    stage.restart().await;
    let message = || ann.sees(direct).into_iter().next();
    let message = stage.sandbox.until(message).await.unwrap();
    assert!(message.text.contains("Anders"), "{}", message.text);
}

#[tokio::test]
async fn who_was_told_just_before_the_program_ended_is_not_told_twice() {
    let mut stage = town().await;
    let ann = stage.ann();
    let answer = missed(&stage).await;
    let told = press(&ann, &answer, TELL).await;
    press_on(&stage, &ann, &told, REMIND, "I will send you a message").await;
    write_about_trombones(&stage).await;
    let direct = ann.direct().unwrap();
    let message = || ann.sees(direct).into_iter().next();
    stage.sandbox.until(message).await.unwrap();
    let store = stage.app.store().clone();
    let kept = store.missed(None).await.unwrap().remove(0);
    stage
        .eventually(async || store.reminders(kept.id).await.unwrap().is_empty())
        .await;
    stage.stop().await.unwrap();
    // As if the program had ended before it could keep that she was told.
    let (person, place) = (ann.id().0, kept.channels[0]);
    let wish = store.set_reminder(kept.id, person, place, true);
    assert!(wish.await.unwrap());
    stage.restart().await;
    let store = stage.app.store();
    stage
        .eventually(async || store.reminders(kept.id).await.unwrap().is_empty())
        .await;
    assert_eq!(stage.requests("POST /channels").len(), 2, "sent again");
    assert_eq!(ann.sees(direct).len(), 1, "and shown once");
}
