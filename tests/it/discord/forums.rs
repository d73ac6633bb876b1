//! New posts in forums that want the bot's help.

use discord_sandbox::{Permissions, Person, SeenMessage, Snowflake};
use serde_json::json;
use tokio::time::Duration;

use super::stage::Stage;

const FERRY: (&str, &str) = (
    "ferry.md",
    "---\ntitle: The ferry\n---\n\n## Departures\n\nThe ferry to Marstrand leaves from the northern \
     pier every hour.\n",
);
const CASTLE: (&str, &str) = (
    "castle.md",
    "# The castle\n\nThe castle opens at nine in summer.\n",
);
const TITLE: &str = "Where does the ferry to Marstrand leave from?";
const SOLVED: &str = "This solved it";

async fn forum() -> Stage {
    forum_with(|_| {}).await
}

async fn forum_with(configure: impl FnOnce(&mut lodestar::config::Config)) -> Stage {
    let stage = Stage::open_with(&[FERRY, CASTLE], configure).await;
    let admin = stage.sandbox.admin();
    let opted = json!({ "channel": "help", "forum": true });
    let used = admin.slash("general", "settings", &opted).unwrap();
    admin.answer_to(&used).await.unwrap();
    stage
}

fn own(stage: &Stage, person: &Person, post: Snowflake) -> Option<SeenMessage> {
    let bot = stage.sandbox.bot().name();
    person.sees(post).into_iter().find(|it| it.author == bot)
}

async fn helped(stage: &Stage, person: &Person, post: Snowflake) -> SeenMessage {
    let look = || own(stage, person, post);
    stage.sandbox.until(look).await.unwrap()
}

/// Cleo posts as well, and is helped: by then, whoever posted before her would be, too.
async fn until_cleo_is_helped(stage: &Stage) {
    let cleo = stage.sandbox.member("cleo");
    let post = cleo.post("help", TITLE, "Please help.", &[]).unwrap();
    helped(stage, &cleo, post).await;
}

#[tokio::test]
async fn a_new_post_gets_one_compact_reply() {
    let stage = forum().await;
    let ann = stage.ann();
    let post = ann.post("help", TITLE, "I arrive on Friday.", &[]).unwrap();
    let reply = helped(&stage, &ann, post).await;
    assert!(
        reply.text.starts_with("These passages may help:\n> "),
        "{}",
        reply.text
    );
    assert!(
        reply.text.contains("The ferry › Departures"),
        "{}",
        reply.text
    );
    assert_eq!(reply.replies_to, Some(post));
    assert_eq!(reply.buttons[0].label, SOLVED);
    assert!(!reply.pings_me);
    until_cleo_is_helped(&stage).await;
    assert_eq!(ann.sees(post).len(), 2);
}

#[tokio::test]
async fn the_asker_says_that_it_helped_and_the_post_is_tagged() {
    let mut stage = forum().await;
    allow_tagging(&stage);
    let ann = stage.ann();
    let post = ann
        .post("help", TITLE, "Please help.", &["Question"])
        .unwrap();
    let reply = helped(&stage, &ann, post).await;
    let ben = stage.sandbox.member("ben");
    let pressed = ben.click(&reply, SOLVED).unwrap();
    let told = ben.answer_to(&pressed).await.unwrap();
    assert!(told.is_private);
    assert_eq!(
        told.text,
        "Only the person who asked or a moderator can do that."
    );

    stage.restart().await;
    let pressed = ann.click(&reply, SOLVED).unwrap();
    let thanks = ann.follow_up_to(&pressed, 0).await.unwrap();
    assert!(thanks.is_private);
    assert_eq!(thanks.text, "Glad it helped. The post is marked as solved.");
    assert_eq!(stage.sandbox.tags_of(post), ["Question", "Solved"]);
    let kept = ann.looks_again(&reply).unwrap();
    assert!(kept.buttons.is_empty());
    assert_eq!(kept.text, reply.text);

    // It stays, whoever writes later.
    ben.say(post, "Same here!").unwrap();
    until_cleo_is_helped(&stage).await;
    assert!(ann.looks_again(&reply).is_some());
}

fn allow_tagging(stage: &Stage) {
    let (bot, none) = (stage.sandbox.bot(), Permissions::NONE);
    let manage = Permissions::MANAGE_THREADS;
    stage.sandbox.overwrite("help", &bot, manage, none).unwrap();
}

#[tokio::test]
async fn a_moderator_may_say_so_and_without_permission_nothing_is_tagged() {
    let stage = forum().await;
    let ann = stage.ann();
    let post = ann.post("help", TITLE, "Please help.", &[]).unwrap();
    let reply = helped(&stage, &ann, post).await;
    let hedy = stage.sandbox.helper();
    let pressed = hedy.click(&reply, SOLVED).unwrap();
    let thanks = hedy.follow_up_to(&pressed, 0).await.unwrap().text;
    assert!(thanks.contains("I may not change the tags"), "{thanks}");
    assert!(stage.sandbox.tags_of(post).is_empty());
}

#[tokio::test]
async fn a_reply_is_withdrawn_when_a_person_answers_first() {
    let mut stage = forum().await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    for restart in [false, true] {
        let post = ann.post("help", TITLE, "Please help.", &[]).unwrap();
        let reply = helped(&stage, &ann, post).await;
        ann.say(post, "Let me try.").unwrap();
        if restart {
            stage.restart().await;
        }
        ben.say(post, "It is the northern one.").unwrap();
        let gone = || ann.looks_again(&reply).is_none().then_some(());
        stage.sandbox.until(gone).await.unwrap();
    }
}

#[tokio::test]
async fn posts_that_people_have_answered_or_solved_are_left_alone() {
    let stage = forum_with(|config| config.discord.unasked_wait = Duration::from_millis(400)).await;
    let (ann, hedy) = (stage.ann(), stage.sandbox.helper());
    let answered = ann.post("help", TITLE, "Please help.", &[]).unwrap();
    hedy.say(answered, "From the northern pier.").unwrap();
    let solved = ann
        .post("help", TITLE, "I know it now.", &["Solved"])
        .unwrap();
    let unsure = ann
        .post("help", "Where can I buy a trombone?", "Thanks!", &[])
        .unwrap();
    until_cleo_is_helped(&stage).await;
    for post in [answered, solved, unsure] {
        assert!(own(&stage, &ann, post).is_none());
    }
}

#[tokio::test]
async fn a_forum_that_has_not_asked_for_it_is_left_alone() {
    let mut stage = Stage::open(&[FERRY]).await;
    let ann = stage.ann();
    let post = ann.post("help", TITLE, "Please help.", &[]).unwrap();
    let asked = stage.ask(TITLE);
    ann.answer_to(&asked).await.unwrap();
    stage.stop().await.unwrap();
    assert!(own(&stage, &ann, post).is_none());
}

/// A post that says in its text only what it asks.
fn vague(person: &Person) -> Snowflake {
    let asks = format!("Hello everybody! I am new here. {TITLE} Thank you!");
    person.post("help", "Ferry", &asks, &[]).unwrap()
}

#[tokio::test]
async fn without_the_intent_a_post_is_its_title_alone() {
    let stage = forum().await;
    let post = vague(&stage.ann());
    until_cleo_is_helped(&stage).await;
    assert!(own(&stage, &stage.ann(), post).is_none());
}

#[tokio::test]
async fn with_the_intent_the_text_of_a_post_counts() {
    let stage = forum_with(|config| config.discord.message_content = true).await;
    let post = vague(&stage.ann());
    let reply = helped(&stage, &stage.ann(), post).await;
    assert!(
        reply.text.contains("The ferry › Departures"),
        "{}",
        reply.text
    );
}

#[tokio::test]
async fn a_post_that_is_delivered_twice_gets_one_reply() {
    let mut stage = forum().await;
    stage.sandbox.deliver_twice(true);
    let ann = stage.ann();
    let post = ann.post("help", TITLE, "Please help.", &[]).unwrap();
    helped(&stage, &ann, post).await;
    until_cleo_is_helped(&stage).await;
    stage.stop().await.unwrap();
    assert_eq!(ann.sees(post).len(), 2);
}
