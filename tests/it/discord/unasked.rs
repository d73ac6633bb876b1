//! Questions that nobody put to the bot, in channels where it may answer them.

use discord_sandbox::{Person, Sandbox, SeenMessage};
use lodestar::discord::{ServeError, serve};
use lodestar::store::{ChannelSettings, Mode};
use tokio::net::TcpListener;
use tokio::time::Duration;
use tokio_util::sync::CancellationToken;

use super::stage::{self, Stage};

const FERRY: (&str, &str) = (
    "ferry.md",
    "---\ntitle: The ferry\n---\n\nThe ferry to Marstrand leaves from the northern pier every \
     hour.\n",
);
const QUESTION: &str = "Where does the ferry to Marstrand leave from?";

/// `#general` is where the bot may answer unasked.
async fn harbour() -> Stage {
    harbour_waiting(Duration::from_millis(50)).await
}

async fn harbour_waiting(wait: Duration) -> Stage {
    let stage = Stage::open_with(&[FERRY], |config| {
        config.discord.message_content = true;
        config.discord.unasked_wait = wait;
    })
    .await;
    let confident = ChannelSettings {
        mode: Mode::Confident,
        ..ChannelSettings::default()
    };
    stage.set("general", confident).await;
    stage
}

/// Ben asks, and is answered: by then, whatever was said before him would be, too.
async fn until_ben_is_answered(stage: &Stage) -> SeenMessage {
    let ben = stage.sandbox.member("ben");
    let asked = ben.say("general", QUESTION).unwrap();
    ben.reply_to(&asked).await.unwrap()
}

fn answers(stage: &Stage, person: &Person) -> usize {
    let bot = stage.sandbox.bot().name();
    let seen = person.sees("general");
    seen.iter().filter(|message| message.author == bot).count()
}

#[tokio::test]
async fn a_question_to_nobody_is_answered_when_the_answer_is_sure() {
    let stage = harbour().await;
    let ann = stage.ann();
    let asked = ann
        .say(
            "general",
            "hi all! where does the ferry to marstrand leave from",
        )
        .unwrap();
    let answer = ann.reply_to(&asked).await.unwrap();
    assert!(answer.text.contains("northern pier"), "{}", answer.text);
    assert!(!answer.pings_me);
}

#[tokio::test]
async fn what_is_unsure_no_question_or_for_somebody_else_is_left_alone() {
    let stage = harbour().await;
    let (ann, cleo) = (stage.ann(), stage.sandbox.member("cleo"));
    let first = cleo.say("general", "Nice weather.").unwrap();
    ann.say("general", "Where can I buy a trombone?").unwrap();
    ann.say(
        "general",
        "The ferry to Marstrand leaves from the northern pier.",
    )
    .unwrap();
    ann.say("general", &format!("{} {QUESTION}", cleo.mention()))
        .unwrap();
    ann.reply(&first, QUESTION).unwrap();
    ann.say(
        "general",
        "@everyone where does the ferry to Marstrand leave from?",
    )
    .unwrap();
    ann.say("questions", QUESTION).unwrap();
    until_ben_is_answered(&stage).await;
    let seen = ann.sees("general");
    assert_eq!(answers(&stage, &ann), 1, "{seen:#?}");
    assert_eq!(ann.sees("questions").len(), 1);
}

#[tokio::test]
async fn a_question_that_a_person_answers_is_theirs() {
    let stage = harbour_waiting(Duration::from_millis(400)).await;
    let (ann, cleo) = (stage.ann(), stage.sandbox.member("cleo"));
    ann.say("general", QUESTION).unwrap();
    cleo.say("general", "From the northern pier, I think.")
        .unwrap();
    let answer = until_ben_is_answered(&stage).await;
    assert_eq!(answers(&stage, &ann), 1, "{}", answer.text);
}

#[tokio::test]
async fn two_who_ask_at_once_are_both_answered() {
    let stage = harbour_waiting(Duration::from_millis(400)).await;
    let ann = stage.ann();
    let asked = ann.say("general", QUESTION).unwrap();
    until_ben_is_answered(&stage).await;
    ann.reply_to(&asked).await.unwrap();
}

#[tokio::test]
async fn a_question_that_is_taken_back_is_not_answered() {
    let stage = harbour_waiting(Duration::from_millis(400)).await;
    let ann = stage.ann();
    let asked = ann.say("general", QUESTION).unwrap();
    ann.delete(&asked).unwrap();
    until_ben_is_answered(&stage).await;
    assert_eq!(answers(&stage, &ann), 1);
}

#[tokio::test]
async fn without_the_intent_nothing_is_heard() {
    let mut stage = Stage::open(&[FERRY]).await;
    let confident = ChannelSettings {
        mode: Mode::Confident,
        ..ChannelSettings::default()
    };
    stage.set("general", confident).await;
    let ann = stage.ann();
    ann.say("general", QUESTION).unwrap();
    let called = ann
        .say("general", &format!("{} {QUESTION}", stage.bot()))
        .unwrap();
    ann.reply_to(&called).await.unwrap();
    stage.stop().await.unwrap();
    assert_eq!(answers(&stage, &ann), 1);
}

#[tokio::test]
async fn an_intent_that_is_refused_is_told_with_what_to_do() {
    let folder = tempfile::TempDir::new().unwrap();
    let mut config = lodestar::config::Config::load(None, []).unwrap();
    config.corpus.dir = folder.path().to_owned();
    config.index.dir = folder.path().join("index");
    config.store.path = None;
    let app = lodestar::app::App::open(&config).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let sandbox = Sandbox::start(listener).await.unwrap();
    let mut settings = stage::settings(&config, &sandbox);
    settings.discord.message_content = true;
    let ended = serve(app, settings, CancellationToken::new()).await;
    let error = ended.unwrap_err();
    assert!(
        matches!(error, ServeError::MessageContentRefused),
        "{error:?}"
    );
    let text = error.to_string();
    assert!(text.contains("Message Content Intent"), "{text}");
    assert!(
        text.contains("https://discord.com/developers/applications"),
        "{text}"
    );
    assert!(text.contains("discord.message_content = false"), "{text}");
}

#[tokio::test]
async fn a_question_that_is_delivered_twice_is_answered_once() {
    let mut stage = harbour().await;
    stage.sandbox.deliver_twice(true);
    let ann = stage.ann();
    let asked = ann.say("general", QUESTION).unwrap();
    ann.reply_to(&asked).await.unwrap();
    stage.recorded(1).await;
    until_ben_is_answered(&stage).await;
    stage.stop().await.unwrap();
    assert_eq!(answers(&stage, &ann), 2);
    assert_eq!(stage.recorded(2).await.len(), 2);
}

#[tokio::test]
async fn an_answer_goes_with_its_question() {
    let stage = harbour().await;
    let ann = stage.ann();
    let asked = ann.say("general", QUESTION).unwrap();
    let answer = ann.reply_to(&asked).await.unwrap();
    stage.recorded(1).await;
    ann.delete(&asked).unwrap();
    let gone = || ann.looks_again(&answer).is_none().then_some(());
    stage.sandbox.until(gone).await.unwrap();
}
