//! "Find articles for this" on a message's menu.

use discord_sandbox::{Permissions, Person, SeenMessage};

use super::stage::Stage;

const MENU: &str = "Find articles for this";
const FERRY: &str = "---\ntitle: The ferry\n---\n\n## Departures\n\nThe ferry to Marstrand \
    leaves from the northern pier every hour.\n";
const CASTLE: &str = "---\ntitle: The castle\n---\n\nThe castle was finished in 1658.\n";
const BAKERY: &str = "---\ntitle: The bakery\n---\n\nThe bakery opens at six.\n";

async fn town() -> Stage {
    Stage::open(&[
        ("ferry.md", FERRY),
        ("castle.md", CASTLE),
        ("bakery.md", BAKERY),
    ])
    .await
}

/// Ben tells a long story that asks nothing, with a word or two that the articles know.
fn story(ben: &Person) -> SeenMessage {
    let chatter = "So we were all sitting there with our sandwiches and nobody had any plan \
        whatsoever, which is how our holidays usually begin, honestly. "
        .repeat(4);
    ben.say(
        "general",
        &format!("{chatter}Then somebody said Marstrand, and something about a pier."),
    )
    .unwrap()
}

/// Ann looks for articles, and is shown passages with buttons.
async fn found(stage: &Stage, message: &SeenMessage) -> SeenMessage {
    let picked = stage.ann().context_menu(message, MENU).unwrap();
    let shown = stage.ann().answer_to(&picked).await.unwrap();
    assert!(shown.is_private, "{}", shown.text);
    shown
}

#[tokio::test]
async fn a_helper_finds_passages_alone_and_posts_one_for_all() {
    let stage = town().await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    let message = story(&ben);
    let shown = found(&stage, &message).await;
    assert!(shown.text.starts_with("Passages for that message."));
    assert!(shown.text.contains("northern **pier**"), "{}", shown.text);
    assert_eq!(ben.sees("general").len(), 1, "nobody else sees them");

    ann.click(&shown, "1 · Post this").unwrap();
    let reply = ben.reply_to(&message).await.unwrap();
    assert!(reply.text.contains("northern pier"), "{}", reply.text);
    assert!(
        reply.text.contains("The ferry › Departures"),
        "{}",
        reply.text
    );
    let suggested = format!("-# Suggested by {}", ann.mention());
    assert!(reply.text.ends_with(&suggested), "{}", reply.text);
    assert!(!reply.pings_me);
    let look = || ann.looks_again(&shown).filter(|it| it.text == "Posted.");
    let done = stage.sandbox.until(look).await.unwrap();
    assert!(done.buttons.is_empty());
    assert!(!ann.sees("general").iter().any(|it| it.pings_me));
}

#[tokio::test]
async fn a_passage_is_posted_after_a_restart_and_a_reindex_too() {
    let mut stage = town().await;
    let message = story(&stage.sandbox.member("ben"));
    let shown = found(&stage, &message).await;
    let later = FERRY.replace("## Departures", "## Arrivals\n\nAt noon.\n\n## Departures");
    std::fs::write(stage.corpus.path().join("ferry.md"), later).unwrap();
    stage.restart().await;
    stage
        .app
        .reindex("the story")
        .unwrap()
        .outcome()
        .await
        .unwrap();
    stage.ann().click(&shown, "1 · Post this").unwrap();
    let reply = stage.ann().reply_to(&message).await.unwrap();
    assert!(reply.text.contains("northern pier"), "{}", reply.text);
}

#[tokio::test]
async fn a_passage_that_is_gone_is_not_posted() {
    let stage = town().await;
    let message = story(&stage.sandbox.member("ben"));
    let shown = found(&stage, &message).await;
    std::fs::remove_file(stage.corpus.path().join("ferry.md")).unwrap();
    stage
        .app
        .reindex("the story")
        .unwrap()
        .outcome()
        .await
        .unwrap();
    let pressed = stage.ann().click(&shown, "1 · Post this").unwrap();
    let told = stage.ann().follow_up_to(&pressed, 0).await.unwrap();
    assert!(told.is_private);
    assert_eq!(told.text, "That section is no longer in the articles.");
    assert!(stage.requests("POST /channels").is_empty());
}

#[tokio::test]
async fn a_message_that_is_gone_gets_no_reply() {
    let stage = town().await;
    let ben = stage.sandbox.member("ben");
    let message = story(&ben);
    let shown = found(&stage, &message).await;
    ben.delete(&message).unwrap();
    let pressed = stage.ann().click(&shown, "1 · Post this").unwrap();
    let told = stage.ann().follow_up_to(&pressed, 0).await.unwrap();
    assert_eq!(told.text, "That message is gone.");
}

#[tokio::test]
async fn where_the_bot_may_not_write_the_passage_stands_under_the_press() {
    let stage = town().await;
    let ben = stage.sandbox.member("ben");
    let message = story(&ben);
    let shown = found(&stage, &message).await;
    let (bot, nothing) = (stage.sandbox.bot(), Permissions::NONE);
    stage
        .sandbox
        .overwrite("general", &bot, nothing, Permissions::SEND_MESSAGES)
        .unwrap();
    let pressed = stage.ann().click(&shown, "1 · Post this").unwrap();
    let posted = stage.ann().follow_up_to(&pressed, 0).await.unwrap();
    assert!(!posted.is_private);
    let link = format!("/{}/{}", message.channel, message.id);
    assert!(
        posted.text.lines().next().unwrap().contains(&link),
        "{}",
        posted.text
    );
    assert!(posted.text.contains("northern pier"), "{}", posted.text);
}

#[tokio::test]
async fn nothing_to_find_is_said() {
    let stage = town().await;
    let ben = stage.sandbox.member("ben");
    for (text, told) in [
        (
            "trombone zeppelin",
            "I found nothing in the articles for that message.",
        ),
        ("🦀🦀", "That message has no text that I could search for."),
    ] {
        let message = ben.say("general", text).unwrap();
        assert_eq!(found(&stage, &message).await.text, told);
    }
    let picture = ben.upload("general", "cat.png", b"png").unwrap();
    assert_eq!(
        found(&stage, &picture).await.text,
        "That message has no text that I could search for."
    );
}

#[tokio::test]
async fn the_menu_speaks_the_helpers_language() {
    let stage = town().await;
    let registered = stage.requests("/commands")[0].body.clone().unwrap();
    let menu = registered
        .as_array()
        .unwrap()
        .iter()
        .find(|command| command["type"] == 3)
        .unwrap();
    assert_eq!(menu["name"], MENU);
    for locale in ["sv-SE", "de", "no", "nl", "fr", "es-ES", "zh-CN"] {
        let name = menu["name_localizations"][locale].as_str().unwrap();
        assert!((1..=32).contains(&name.chars().count()), "{name}");
    }
    stage.ann().speaks("de");
    let message = story(&stage.sandbox.member("ben"));
    let shown = found(&stage, &message).await;
    assert!(!shown.text.contains("Passages for"), "{}", shown.text);
}
